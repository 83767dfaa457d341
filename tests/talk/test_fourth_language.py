"""A fourth language is a folder and a line: a copy of English under another code, from joining to the summary."""

from __future__ import annotations

import logging
import shutil
import sys
from pathlib import Path

import pytest

import locales
from core.kernel import languages
from core.kernel.languages import LANGUAGES, Language
from core.model.people import Role
from locales import HERE, FluentTexts
from tests.talk.worlds import METROLOGIST, World

CODE = "zz"
TRANSLATED = (
    ("common.ftl", "= Eng\n", "= Deu\n"),
    ("common.ftl", "Language: English", "Sprache: Deutsch"),
    ("join.ftl", "Yes, that is me", "Ja, das bin ich"),
)
"""What is translated in the copy; the rest stays English."""


@pytest.fixture
def spoken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FluentTexts:
    """The texts with the fourth language in them, wherever the program takes its texts and languages from."""
    folder = shutil.copytree(HERE, tmp_path / "locales", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    shutil.copytree(folder / "en", folder / CODE)
    for name, english, translated in TRANSLATED:
        file = folder / CODE / name
        said = file.read_text(encoding="utf-8")
        assert english in said
        file.write_text(said.replace(english, translated), encoding="utf-8")
    line = Language(thousands=".", point=",", plural_of=languages.SPOKEN["en"].plural_of)
    monkeypatch.setitem(languages.SPOKEN, CODE, line)
    made = FluentTexts((*LANGUAGES, CODE), folder)
    real = locales.texts
    for module in list(sys.modules.values()):
        if getattr(module, "LANGUAGES", None) is LANGUAGES:
            monkeypatch.setattr(module, "LANGUAGES", (*LANGUAGES, CODE))
        if getattr(module, "texts", None) is real:
            monkeypatch.setattr(module, "texts", lambda: made)
    return made


@pytest.fixture
async def polyglot(spoken: FluentTexts, world: World) -> World:
    """A world whose bot speaks four languages."""
    assert world.app.deps.texts is spoken
    return world


@pytest.mark.usefixtures("calm")
async def test_a_fourth_language_from_joining_to_the_summary(
    polyglot: World, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "locales"):
        phone = await polyglot.sandbox.person("Dieter", language=CODE)
        await phone.start(await polyglot.link(Role.OFFICER, METROLOGIST))
        asked = await phone.expect("Hello")
        assert asked.buttons[-1] == ["Рус", "Қаз", "Eng", "Deu"]
        await phone.press("Ja, das bin ich")
        await phone.expect("Due by Friday, 5 April")
        await phone.send("/tasks")
        await phone.expect("Due by Friday, 5 April")
        await phone.send("/report")
        await phone.expect("KZT 6 million")
        await phone.send("5,8 млн")
        await phone.expect("Why?")
        await phone.press("Supplier is late")
        await phone.expect("When will it be done?")
        await phone.send("15 May")
        await phone.expect("2 of 5")
        await phone.send("/settings")
        assert "● Deu" in [label for row in (await phone.expect("Sprache: Deutsch")).buttons for label in row]
        manager = await polyglot.join("Grete", role=Role.MANAGER, language=CODE)
        await manager.send("/summary")
        await manager.expect("Q1 2024")
    assert caplog.text == ""


async def test_who_has_a_language_that_is_spoken_no_more_is_spoken_to_in_the_first(world: World) -> None:
    phone = await world.join("Dieter", METROLOGIST, language="en")
    async with world.app.storage.begin() as work:
        person = await work.people.get(phone.id)
        assert person is not None
        await work.people.save(person.model_copy(update={"language": CODE}))
    await phone.send("/tasks")
    await phone.expect("Сдать до пятницы, 5 апреля")

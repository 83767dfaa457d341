"""Old cards: every button that was ever shown, pressed again after the next step, by its owner and by somebody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.model.people import Role
from tests.officer.engineering_plan import POST
from tests.officer.mixed_plan import METROLOGIST
from tests.officer.office import AFTER, BEFORE, Office
from tests.officer.presser import Other, Presser
from tests.officer.walkthrough import LANGUAGES, whole_quarter
from tests.officer.watched import WatchedPhone
from tests.registered import OF_MESSAGES
from tests.talk.worlds import World, living

BOOKKEEPER = "Бухгалтер"
EVERY_BUTTON, OF_A_KIND = "ru", 4
"""The language in which every button is pressed, and how many of each kind are in the others."""
NOT_REACHED = {
    "sum": "no notice has it so far",
    "proof": "notices of an earlier make had it",
    "forcard": "begins on behalf again: tests/talk/test_notice_cards.py",
}
"""What a notice's button may do (handlers.frame.turn) and no notice of this script does."""


async def _watched(
    world: World, name: str, language: str, *posts: str, role: Role = Role.OFFICER
) -> WatchedPhone:
    phone = WatchedPhone(await world.join(name, *posts, role=role, language=language))
    await phone.messages()
    return phone


async def _others(world: World, language: str) -> list[Other]:
    """A colleague on the same post, an officer of another post, another manager, and a stranger."""
    colleague = await world.join("Ерлан", POST, language=language)
    bookkeeper = await world.join("Асель", BOOKKEEPER, language=language)
    manager = await world.join("Мадина", role=Role.MANAGER, language=language)
    stranger = await world.sandbox.person("Чужой", language=language)
    await stranger.start()
    for phone in (colleague, bookkeeper, manager):
        await phone.send("/settings")
    await stranger.expect("", ever=True)
    await stranger.start("an-invented-link-of-none")
    officer = frozenset({Role.OFFICER})
    return [
        Other("colleague", colleague, officer),
        Other("officer of another post", bookkeeper, officer),
        Other("manager", manager, frozenset({Role.MANAGER})),
        Other("stranger", stranger, frozenset()),
    ]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_old_button_changes_anything(tmp_path: Path, engineering: Path, language: str) -> None:
    async with living(tmp_path, engineering, over_http=False) as world:
        async with world.app.storage.begin() as work:
            await work.people.add_posts([(BOOKKEEPER, False), (METROLOGIST, False), ("Экономист", False)])
        officer = await _watched(world, "Данияр", language, POST)
        metrologist = await _watched(world, "Болат", language, METROLOGIST)
        manager = await _watched(world, "Гүлнар", language, role=Role.MANAGER)
        chief = await _watched(world, "Сауле", language, role=Role.COORDINATOR)
        others = await _others(world, language)
        watched = [officer, metrologist, manager, chief]
        most = None if language == EVERY_BUTTON else OF_A_KIND
        presser = Presser(world, language, watched, others, turn=LANGUAGES.index(language), most=most)
        office = Office(world, officer, metrologist, manager, chief, presser.press_again, presser.use)
        for scene in BEFORE:
            await scene(office)
            await presser.press_notices()
        await whole_quarter(officer, language, presser.press_again)
        for scene in AFTER:
            await scene(office)
            await presser.press_notices()
        assert set(presser.counts) >= OF_MESSAGES - set(NOT_REACHED)
        assert presser.counts.total() > (300 if language == EVERY_BUTTON else len(presser.counts))

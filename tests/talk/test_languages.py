"""The officer's story in Kazakh and in English: no word of another language slips in."""

from __future__ import annotations

import re

import pytest

from tests.talk.test_evidence import picture
from tests.talk.worlds import METROLOGIST, World

STORIES = {
    "kk": (
        ("/report", "send", "1/5"),
        ("Орындалмады", "press", "Себебі неде?"),
        ("Болдырмау:", "press", "1/5"),
        ("5,8 млн", "send", "Себебі неде?"),
        ("Жеткізуші кешіктірді", "press", "Қашан орындалады?"),
        ("15 мамыр", "send", "2/5"),
        ("Жоспардағыдай нөл", "press", "3/5"),
        ("600 млн", "send", "Жоспар бойынша мұнда нөл."),
        ("иә", "send", "4/5"),
        ("Құжат", "press", "жіберіңіз"),
        ("12-ө 05.03.2024", "send", "№ 12-ө, 05.03.2024"),
        ("/tasks", "send", "Тапсыру мерзімі — 5 сәуір, жұма: 8 жұмыс күні қалды"),
        ("Жоспарға сай", "press", "Белгіленгені: 2/2"),
        ("Белгіленгендерді жазу", "press", "Тапсыруға дайын: 5/5"),
        ("Тапсыру (5)", "press", "Тапсырылған есептер: 5"),
        ("/history", "send", "Тапсырылғандар"),
        ("/help", "send", "Қалай есеп беруге болады"),
    ),
    "en": (
        ("/report", "send", "1 of 5"),
        ("Not done", "press", "Why?"),
        ("Undo:", "press", "1 of 5"),
        ("5.8m", "send", "Why?"),
        ("Supplier is late", "press", "When will it be done?"),
        ("15 May", "send", "2 of 5"),
        ("Zero, as planned", "press", "3 of 5"),
        ("600m", "send", "Nothing was planned here."),
        ("yes", "send", "4 of 5"),
        ("Document", "press", "send"),
        ("12-ө of 05.03.2024", "send", "No. 12-ө"),
        ("/tasks", "send", "Due by Friday, 5 April — 8 working days left"),
        ("All as planned", "press", "2 of 2"),
        ("Record", "press", "Ready to submit: 5 of 5"),
        ("Submit (5)", "press", "Reports submitted: 5"),
        ("/history", "send", "submitted"),
        ("/help", "send", "/tasks"),
    ),
}
ROWS = re.compile(
    r"Закуп аппарата Холтер|Аппарат гемофильтрации|Компьютерный томограф|Акт ввода в эксплуатацию"
)


@pytest.mark.parametrize("language", ["kk", "en"])
async def test_the_story_in_another_language(world: World, language: str) -> None:
    phone = await world.join("Daniyar", METROLOGIST, language=language)
    for said, how, shown in STORIES[language]:
        await (phone.send(said) if how == "send" else phone.press(said))
        await phone.expect(shown)
    await phone.send("/report")
    await phone.settled(0.2)
    await phone.photo(picture(5))
    await phone.settled(0.2)
    own = [label for m in await phone.messages() if m.from_bot for row in m.buttons for label in row]
    foreign = {"kk": r"[а-я]*(?:ие|ый|ить|ать)\b", "en": r"[а-яё]{3,}"}[language]
    kept = [ROWS.sub("", label) for label in own if label not in ("Рус", "Қаз")]
    assert [label for label in kept if re.search(foreign, label, re.IGNORECASE)] == []

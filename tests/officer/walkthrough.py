"""An officer's quarter: seventeen rows, each reported as its kind wants, in each language; taps and messages counted."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.officer.engineering_plan import ROWS
from tests.officer.watched import WatchedPhone
from tests.talk.test_evidence import picture
from tests.talk.worlds import World

LANGUAGES = ("ru", "kk", "en")
Says = dict[str, str]
"""What is typed, by language."""

Step = tuple[str, ...] | Says
"""A tap (action and first arguments) or a message."""


@dataclass(frozen=True)
class Part:
    """How one row is reported: what kind it is, and what the officer does on its card."""

    kind: str
    steps: tuple[Step, ...]
    photo: Says | None = None
    """A picture with this caption comes first."""


PAPER: Says = {"ru": "12-ө от 05.03.2024", "kk": "12-ө 05.03.2024", "en": "12-ө of 05.03.2024"}
CERTIFICATE: Says = {"ru": "№ 7 от 11.03.2024", "kk": "№ 7 11.03.2024", "en": "No. 7 of 11.03.2024"}

PARTS: tuple[Part, ...] = (
    Part("money, as planned", (("plan",),)),
    Part(
        "money, less than planned, with paper, reason and forecast",
        (("paper",), PAPER, {"ru": "11,9 млн", "kk": "11,9 млн", "en": "11.9m"}, ("why",), ("when",)),
    ),
    Part("count, another figure", ({"ru": "4", "kk": "4", "en": "4"},)),
    Part("count with two papers, as planned", (("paper",), PAPER, CERTIFICATE, ("plan",))),
    Part("percent, as planned", (("plan",),)),
    Part("percent where less is better, another figure", ({"ru": "1,5 %", "kk": "1,5 %", "en": "1.5%"},)),
    Part("presence, as planned", (("plan",),)),
    Part("presence with a threshold, as planned", (("plan",),)),
    Part("planned zero of money", (("plan",),)),
    Part("planned zero of things, typed", ({"ru": "нет", "kk": "жоқ", "en": "none"},)),
    Part("stage, as planned", (("plan",),)),
    Part("stage, behind, with reason and forecast", (("stage",), ("why",), ("when",))),
    Part("goal with two figures and money, as planned", (("plan",),)),
    Part(
        "goal in words, in part, reason and forecast in one message",
        (
            ("part",),
            {
                "ru": "подрядчик задержал, к 15 мая",
                "kk": "мердігер кешіктірді, 15 мамырға дейін",
                "en": "the contractor was late, by 15 May",
            },
        ),
    ),
    Part(
        "goal and money by source",
        (
            {"ru": "4 лифта", "kk": "4", "en": "4"},
            {"ru": "МБ 80, ЧИ 40", "kk": "ЖБ 80, ЖИ 40", "en": "МБ 80, ЧИ 40"},
        ),
    ),
    Part("count since the year began, another figure", ({"ru": "120", "kk": "120", "en": "120"},)),
    Part(
        "one message with photo, paper, figure and account",
        (("sure",),),
        photo={
            "ru": "Сертификат № 44 от 10.03.2024, поверили 12 манометров",
            "kk": "Сертификат № 44 10.03.2024, 12 манометр тексерілді",
            "en": "Certificate No. 44 of 10.03.2024, 12 gauges verified",
        },
    ),
)


@dataclass(frozen=True)
class Count:
    """What one row took."""

    kind: str
    taps: int
    messages: int


AfterStep = Callable[[WatchedPhone], Awaitable[None]]


async def nothing_more(phone: WatchedPhone) -> None:
    """After a step, nothing."""


async def whole_quarter(
    phone: WatchedPhone, language: str, after_step: AfterStep = nothing_more
) -> list[Count]:
    """Reports all seventeen rows, one after the other, and hands them in; → what each took."""
    await phone.type("/report")
    counts = []
    for row, part in zip(ROWS, PARTS, strict=True):
        assert row[0] in phone.card.text, f"{row[0]!r} is not on\n{phone.card.text}"
        phone.begin()
        if part.photo is not None:
            await phone.send_photo(picture(3), part.photo[language])
            await after_step(phone)
        for step in part.steps:
            await (phone.tap(*step) if isinstance(step, tuple) else phone.type(step[language]))
            await after_step(phone)
        counts.append(Count(part.kind, phone.taps, phone.typed))
    assert phone.card.has("handin"), phone.card.text
    await phone.tap("handin")
    await after_step(phone)
    return counts


async def all_as_planned(phone: WatchedPhone) -> int:
    """The whole quarter from the home card to the receipt, all as planned; → taps."""
    await phone.type("/tasks")
    phone.begin()
    await phone.tap("bulk")
    await phone.tap("bulkok")
    await phone.tap("handin")
    return phone.taps


async def officer(world: World, language: str, name: str = "Данияр") -> WatchedPhone:
    """The chief engineer with a watched phone, who has joined."""
    from tests.officer.engineering_plan import POST

    phone = WatchedPhone(await world.join(name, POST, language=language))
    await phone.messages()
    return phone

"""All that an officer, a colleague, a manager and a coordinator see of one quarter, card by card, in one language.

Played in the demo that is ready (`bot/commands/demo_ready.py`). `look` is called at each card with its name.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands.demo import Demo, demo
from sandbox.client.client import Message, Phone, Sandbox, SandboxError
from tests.officer.watched import PATIENCE, WatchedPhone
from tests.talk.rest import Rest
from tests.talk.test_evidence import picture

BEGINS = datetime(2024, 3, 26, 4, tzinfo=UTC)
"""Nine in the morning in Almaty: the first quarter's reports are open."""

CLOSED = datetime(2024, 4, 22, 4, tzinfo=UTC)
"""After the first quarter has closed."""

OWN, SHARED = "План мероприятий", "Межведомственный"
"""How the titles of the two plans begin."""

DOUBLE_TAP = 0.8
"""Seconds: the same action sooner than this is the same tap."""

Look = Callable[[str, WatchedPhone], Awaitable[None]]

WORDS = {
    "ru": {
        "less": "11,9 млн",
        "reason": "Подрядчик задержал отделку",
        "paper": "12-ө от 05.03.2024",
        "certificate": "№ 7 от 11.03.2024",
        "sources": "МБ 80, ЧИ 40",
        "photo": "Сертификат № 44 от 10.03.2024, поверили 12 манометров",
        "joint": "Смета на отделку пересчитана 12 марта",
        "account": "Открыты в трёх школах",
        "share": "5",
        "down": "1,5 %",
        "return": "Приложите акт: без него закупку не подтвердить",
        "refuse": "Акт передачи ещё не подписан",
        "not_required": "Отопление передано городу",
        "corrected": "13",
        "why": "Поверили ещё один манометр",
        "leave": "с 1 по 14 апреля",
        "part": "мебель ещё не привезли, к 15 мая",
        "shared": "каждый",
    },
    "kk": {
        "less": "11,9 млн",
        "reason": "Мердігер өңдеу жұмыстарын кешіктірді",
        "paper": "12-ө 05.03.2024",
        "certificate": "№ 7 11.03.2024",
        "sources": "ЖБ 80, ЖИ 40",
        "photo": "Сертификат № 44 10.03.2024, 12 манометр тексерілді",
        "joint": "Өңдеу сметасы 12 наурызда қайта есептелді",
        "account": "Үш мектепте ашылды",
        "share": "5",
        "down": "1,5 %",
        "return": "Актіні қоса беріңіз: онсыз сатып алуды растай алмаймыз",
        "refuse": "Тапсыру актісіне әлі қол қойылған жоқ",
        "not_required": "Жылу жүйесі қалаға берілді",
        "corrected": "13",
        "why": "Тағы бір манометр тексерілді",
        "leave": "1 сәуірден 14 сәуірге дейін",
        "part": "жиһаз әлі жеткізілмеді, 15 мамырға дейін",
    },
    "en": {
        "less": "11.9m",
        "reason": "The contractor was late with the finishing",
        "paper": "12-ө of 05.03.2024",
        "certificate": "No. 7 of 11.03.2024",
        "sources": "МБ 80, ЧИ 40",
        "photo": "Certificate No. 44 of 10.03.2024, 12 gauges verified",
        "joint": "The estimate was made anew on 12 March",
        "account": "Opened in three schools",
        "share": "5",
        "down": "1.5%",
        "return": "Attach the act: the purchase cannot be confirmed without it",
        "refuse": "The handover is not signed yet",
        "not_required": "The heating was handed over to the city",
        "corrected": "13",
        "why": "One more gauge was verified",
        "leave": "from 1 to 14 April",
        "part": "the furniture has not come yet, by 15 May",
    },
}
"""What people type, by language."""


@dataclass
class Cast:
    """Who plays, each with a watched phone."""

    sandbox: Sandbox
    officer: WatchedPhone
    colleague: WatchedPhone
    manager: WatchedPhone
    coordinator: WatchedPhone

    @property
    def everybody(self) -> tuple[WatchedPhone, ...]:
        return self.officer, self.colleague, self.manager, self.coordinator


@asynccontextmanager
async def ready(folder: Path, language: str) -> AsyncIterator[Cast]:
    """A demo in which everybody has joined and speaks the language; the bot says at once what it has to say."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ORYNDA_SENDING_LIMIT", "0")
        async with demo(folder, BEGINS, ready=True) as running:
            await running.sandbox.limits(on=False)
            with closing(Rest(running.app, running.running, folder / "orynda.db")) as rest:
                running.sandbox.at_rest = rest.come
                yield await _cast(running, language)


async def _cast(running: Demo, language: str) -> Cast:
    assert running.colleague is not None
    phones: list[Phone] = [running.officer, running.colleague, running.manager, running.coordinator]
    cast = Cast(running.sandbox, *(WatchedPhone(p) for p in phones))
    for phone in cast.everybody:
        await phone.messages()
        await speak(phone, language)
    return cast


async def speak(phone: WatchedPhone, language: str) -> None:
    """Chooses the language in the settings."""
    await phone.type("/settings")
    await phone.tap("lang", language)


async def comes(phone: WatchedPhone, action: str) -> Message:
    """Waits for a message of the bot that has a button with this action; → the newest such."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = [m for m in await phone.settled(0.1) if m.from_bot and _data(m, action) is not None]
        if found:
            return found[-1]
        await asyncio.sleep(0.02)
    raise SandboxError(f"no message with {action!r} came\n{await phone.transcript()}")


async def tap_notice(phone: WatchedPhone, action: str) -> None:
    """One tap on what came by itself."""
    message = await comes(phone, action)
    await phone.press_data(message, _data(message, action) or "")
    await phone.settled(0.15)


def _data(message: Message, action: str) -> str | None:
    rows = message.raw.get("reply_markup", {}).get("inline_keyboard", [])
    found = [b.get("callback_data", "") for row in rows for b in row]
    return next((data for data in found if data.split(".")[1:2] == [action]), None)


async def every_card(cast: Cast, language: str, look: Look, photo: bytes = b"") -> None:
    """The whole quarter, each card looked at; `photo` is the JPEG that the officer sends."""
    w = WORDS[language]
    await _colleague(cast, w, look)
    await _walk(cast, w, look, photo or picture(3))
    await _requests(cast, w, look)
    await _sweep_and_submit(cast, w, look)
    await _consolidation(cast, look)
    await _review(cast, w, look)
    await _stands_in(cast, w, look)
    await _behalf_and_rules(cast, look)
    await _after_closing(cast, w, look)


async def open_row(phone: WatchedPhone, title: str, plan: str = OWN) -> None:
    """Opens a row's card from the list of its plan; both by the first words of their titles."""
    await open_plan(phone, plan)
    await phone.tap("list")
    for page in range(1, 9):
        if (found := _labelled(phone, title)) is not None:
            await phone.tap(*found)
            return
        more = next(tap for tap in phone.card.taps if tap[0] == "lpage" and tap[-1] == str(page))
        await phone.tap(*more)


async def open_plan(phone: WatchedPhone, plan: str = OWN) -> None:
    """The home card of one plan."""
    await phone.type("/tasks")
    if phone.card.has("heap"):
        found = _labelled(phone, plan)
        assert found is not None, phone.card.text
        await phone.tap(*found)


async def to_last_page(phone: WatchedPhone) -> None:
    """On through a list of pages to its end."""
    while (further := _labelled(phone, "▶️")) is not None:
        await phone.tap(*further)


def _labelled(phone: WatchedPhone, words: str) -> tuple[str, ...] | None:
    return next((tap for tap, (label, _) in phone.card.taps.items() if words in label), None)


async def _colleague(cast: Cast, w: dict[str, str], look: Look) -> None:
    """Adds to the engineer's row, and reports a part of the shared plan."""
    phone = cast.colleague
    await phone.type("/joint")
    await look("joint-list", phone)
    await phone.tap("jrow")
    await look("joint-row", phone)
    await phone.type(w["joint"])
    await look("joint-said", phone)
    await open_row(phone, "Открыть кабинеты", SHARED)
    await look("part", phone)
    await phone.tap("note")
    await phone.type(w["account"])
    await phone.type("5")
    await open_plan(phone, SHARED)
    await phone.tap("submit")
    await phone.tap("handin")
    await look("part-receipt", phone)


async def _walk(cast: Cast, w: dict[str, str], look: Look, photo: bytes) -> None:
    """One row after another, each as its kind wants."""
    phone = cast.officer
    await phone.type("/tasks")
    await look("home-several", phone)
    await phone.tap("due")
    await look("deadlines", phone)
    await to_last_page(phone)
    await look("deadlines-further", phone)
    await open_plan(phone)
    await look("home", phone)
    await phone.tap("go")
    await look("card", phone)
    await phone.tap("plan")
    await look("recorded", phone)
    await open_row(phone, "Текущий ремонт")
    await look("joint-on-card", phone)
    await phone.tap("jtake")
    await phone.type(w["less"])
    await look("why", phone)
    await phone.type(w["reason"])
    await look("when", phone)
    await phone.tap("when")
    await open_row(phone, "Текущий ремонт")
    await phone.tap("paper")
    await look("paper", phone)
    await phone.type(w["paper"])
    await look("less", phone)
    await open_row(phone, "Закуп аппарата гемо")
    await look("planned-zero", phone)
    await phone.tap("plan")
    await look("goal-and-money", phone)
    await phone.type("4")
    await look("sources", phone)
    await phone.type(w["sources"])
    await look("several-figures", phone)
    await phone.tap("undo")
    await look("undone", phone)
    await phone.tap("asplan")
    await open_row(phone, "Снижение доли прост")
    await look("less-is-better", phone)
    await phone.type(w["down"])
    await look("two-papers", phone)
    await phone.tap("paper")
    await look("first-paper", phone)
    await phone.type(w["paper"])
    await look("second-paper", phone)
    await phone.type(w["certificate"])
    await phone.tap("plan")
    await look("presence", phone)
    await phone.tap("next")
    await look("threshold", phone)
    await phone.tap("figure")
    await look("ask-threshold", phone)
    await phone.tap("card")
    await open_row(phone, "Поверка манометров")
    await phone.send_photo(photo, w["photo"])
    await look("understood", phone)
    await phone.tap("sure")
    await open_row(phone, "Открытие учебного класса")
    await look("goal-in-words", phone)
    await phone.tap("part")
    await look("why-in-part", phone)
    await phone.type(w["part"])
    await open_row(phone, "Модуль")
    await look("stages", phone)
    await phone.tap("next")
    await phone.tap("stage")
    await look("stage-behind", phone)
    await phone.tap("prev")
    await open_row(phone, "Оцифровка паспортов")
    await look("cumulative", phone)
    await open_row(phone, "Снижение доли оборуд")
    await look("indicator", phone)
    await phone.type("/report")
    await phone.type("ъ")
    await look("not-understood", phone)


async def _requests(cast: Cast, w: dict[str, str], look: Look) -> None:
    """Another day is granted; not required is refused."""
    phone, manager = cast.officer, cast.manager
    await open_row(phone, "Исправность")
    await phone.tap("rq")
    await look("request-day", phone)
    await phone.tap("rqfor")
    await look("request-work", phone)
    await asyncio.sleep(DOUBLE_TAP)
    await phone.tap("rqfor")
    await phone.tap("rqset")
    await look("request-why", phone)
    await asyncio.sleep(DOUBLE_TAP)
    await phone.tap(*[tap for tap in phone.card.taps if tap[0] == "rqset"][-1])
    await phone.settled(0.15)
    await look("request-sent", phone)
    await phone.tap("rq")
    await look("request-waits", phone)
    await comes(manager, "rqyes")
    await look("request-asked", manager)
    await tap_notice(manager, "rqyes")
    await look("request-granted", manager)
    await comes(phone, "tocard")
    await look("request-told", phone)
    await tap_notice(phone, "tocard")
    await look("request-card", phone)
    await open_row(phone, "Жалобы на отопление")
    await phone.tap("rq")
    await phone.tap("rqnot")
    await look("not-required-why", phone)
    await phone.type(w["not_required"])
    await phone.settled(0.15)
    await look("not-required-sent", phone)
    await comes(manager, "rqno")
    await look("not-required-asked", manager)
    await tap_notice(manager, "rqno")
    await look("refuse-why", manager)
    await manager.type(w["refuse"])
    await look("refused", manager)
    await comes(phone, "tocard")
    await look("refused-told", phone)
    await phone.type("/deadlines")
    await to_last_page(phone)
    await look("deadlines-asked", phone)
    await manager.type("/review")
    await look("review-none", manager)


async def _sweep_and_submit(cast: Cast, w: dict[str, str], look: Look) -> None:
    phone = cast.officer
    await open_plan(phone)
    await look("home-begun", phone)
    await phone.tap("bulk")
    await look("sweep", phone)
    await phone.tap("tick")
    await look("sweep-unticked", phone)
    await phone.tap("bulkok")
    await look("exception", phone)
    await open_plan(phone)
    await phone.tap("submit")
    await look("submit", phone)
    await phone.tap("look")
    await look("look", phone)
    await open_plan(phone)
    await phone.tap("list")
    await look("list", phone)
    await open_plan(phone)
    await phone.tap("submit")
    await phone.tap("handin")
    await look("receipt", phone)
    await phone.type("/history")
    await look("history", phone)
    await phone.tap("hlist")
    await look("history-list", phone)
    await phone.tap("past")
    await look("past", phone)


async def _consolidation(cast: Cast, look: Look) -> None:
    """The lead of a shared row, with one report of two there."""
    phone = cast.officer
    await open_row(phone, "Открыть кабинеты", SHARED)
    await look("lead", phone)
    await phone.tap("gparts")
    await look("parts", phone)
    await phone.tap("gpart")
    await look("part-read", phone)
    await open_row(phone, "Открыть кабинеты", SHARED)
    await phone.tap("gather")
    await look("without", phone)
    await phone.tap("gsure")
    await look("consolidated-why", phone)
    await phone.tap("why")
    await phone.tap("when")
    await open_row(phone, "Открыть кабинеты", SHARED)
    await look("consolidated", phone)
    await open_row(phone, "Охват скринингом", SHARED)
    await look("level-lead", phone)
    await open_row(phone, "Провести дни", SHARED)
    await look("part-of-other", phone)
    await open_plan(phone, SHARED)
    await phone.tap("submit")
    await phone.tap("handin")
    await open_row(cast.colleague, "Открыть кабинеты", SHARED)
    await look("result", cast.colleague)


async def _review(cast: Cast, w: dict[str, str], look: Look) -> None:
    """One report comes back, the others are accepted."""
    phone, manager = cast.officer, cast.manager
    await manager.type("/summary")
    await look("summaries", manager)
    await manager.type("/review")
    await look("review", manager)
    await manager.tap("srep")
    await look("review-shared", manager)
    await manager.tap("rvok")
    await look("review-next", manager)
    await manager.type("/review")
    await manager.tap(*(_labelled(manager, "Закуп аппарата Холтер") or ()))
    await look("review-report", manager)
    await manager.tap("rvback")
    await look("review-comment", manager)
    await manager.type(w["return"])
    await look("review-after", manager)
    await comes(phone, "tocard")
    await look("returned-told", phone)
    await tap_notice(phone, "tocard")
    await look("returned", phone)
    await phone.type("/tasks")
    await look("home-returned", phone)


async def _stands_in(cast: Cast, w: dict[str, str], look: Look) -> None:
    """The officer goes on leave from today on; the colleague stands in."""
    phone = cast.officer
    await phone.type("/settings")
    await look("settings", phone)
    await phone.tap("sub")
    await look("substitute-who", phone)
    await phone.tap("subwho")
    await look("substitute-when", phone)
    await phone.type(w["leave"])
    await look("substitute-named", phone)
    await cast.colleague.settled(0.15)
    await look("substitute-told", cast.colleague)


async def _behalf_and_rules(cast: Cast, look: Look) -> None:
    phone = cast.coordinator
    await phone.settled(0.15)
    await phone.type("/people")
    await look("people", phone)
    await phone.tap("post")
    await look("post", phone)
    await phone.tap("behalf")
    await look("behalf-home", phone)
    await phone.tap("due")
    await look("behalf-deadlines", phone)
    await phone.tap("home")
    await phone.tap("go")
    await look("behalf-card", phone)
    await phone.tap("behalfend")
    await phone.type("/rules")
    await look("rules-plans", phone)
    await phone.tap("rules")
    await look("rules", phone)
    for part in [tap for tap in phone.card.taps if tap[0] == "rset"]:
        await phone.tap(*part)
        await look(f"rules-{part[-1]}", phone)
        await phone.tap("rules")
    await phone.tap(*next(tap for tap in phone.card.taps if tap[0] == "rset" and tap[-1] == "who"))
    await phone.tap("rtry")
    await look("rules-dry-run", phone)
    await phone.tap("rules")
    await phone.tap("rwhy")
    await look("rules-reasons", phone)


async def _after_closing(cast: Cast, w: dict[str, str], look: Look) -> None:
    """The period is closed: a report is corrected with a reason."""
    phone = cast.officer
    await cast.sandbox.move_clock(CLOSED)
    await comes(phone, "rqpick")
    await look("reminder", phone)
    await tap_notice(phone, "rqpick")
    await look("request-pick", phone)
    await phone.type("/deadlines")
    await look("deadlines-late", phone)
    await open_row(phone, "Поверка манометров")
    await look("closed", phone)
    await phone.type(w["corrected"])
    await look("corrected", phone)
    await phone.type("/tasks")
    await look("home-corrected", phone)
    await open_plan(phone)
    await phone.tap("submit")
    await phone.tap("handin")
    await look("correction-why", phone)
    await phone.type(w["why"])
    await look("correction-receipt", phone)
    await open_row(phone, "Поверка манометров")
    await look("second-version", phone)
    await phone.tap("past")
    await look("two-versions", phone)

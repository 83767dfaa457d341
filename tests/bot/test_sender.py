"""What comes of a call: repeated, given up, refused, and in which words; against the sandbox and a fake bot."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

import pytest
from telegram import Bot, Message
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)

from bot.metrics import Metrics
from bot.sending.refusals import (
    CardGone,
    ChatMoved,
    NotDelivered,
    QueryTooOld,
    Refused,
    TryLater,
    Unconfirmed,
    Unreached,
)
from bot.sending.sender import Sender
from bot.sending.transport import build_bot
from bot.settings import Settings
from sandbox.client.client import Phone, Sandbox


class Unreachable:
    def __init__(self) -> None:
        self.people: list[int] = []

    async def __call__(self, chat_id: int) -> None:
        self.people.append(chat_id)


@pytest.fixture
def unreachable() -> Unreachable:
    return Unreachable()


@pytest.fixture
def sender(bot: Bot, metrics: Metrics, unreachable: Unreachable) -> Sender:
    return Sender(bot, 29, unreachable, metrics, pauses=(0.01,))


class Failing:
    """Stands for a call: fails with each of these errors in turn, then gives 42."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.calls = 0

    async def __call__(self, bot: Any) -> int:
        self.calls += 1
        if self.errors:
            raise self.errors.pop(0)
        return 42


@pytest.fixture
def alone(metrics: Metrics, unreachable: Unreachable) -> Sender:
    """A sender whose calls are fakes."""
    nobody: Any = None
    return Sender(nobody, 29, unreachable, metrics, pauses=(0.01,))


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), Unreached),
        (Forbidden("Forbidden: user is deactivated"), Unreached),
        (BadRequest("Bad Request: chat not found"), Unreached),
        (BadRequest("Bad Request: message to edit not found"), CardGone),
        (BadRequest("Bad Request: message can't be edited"), CardGone),
        (BadRequest("Bad Request: message to delete not found"), CardGone),
        (BadRequest("Bad Request: message can't be deleted"), CardGone),
        (
            BadRequest("Bad Request: query is too old and response timeout expired or query ID is invalid"),
            QueryTooOld,
        ),
        (BadRequest("Bad Request: message is too long"), Refused),
        (NetworkError("Request Entity Too Large"), Refused),
        (InvalidToken(), Refused),
        (ChatMigrated(-100123), ChatMoved),
    ],
)
async def test_refusals_are_not_repeated(
    alone: Sender, error: Exception, outcome: type[NotDelivered]
) -> None:
    call = Failing(error)
    with pytest.raises(outcome):
        await alone.answer(call, 7, idempotent=True)
    assert call.calls == 1


async def test_not_modified_is_success(alone: Sender) -> None:
    call = Failing(BadRequest("Bad Request: message is not modified: specified new message content and …"))
    assert await alone.answer(call, 7, idempotent=True) is None
    assert call.calls == 1


async def test_the_new_id_of_a_group_is_told(alone: Sender) -> None:
    with pytest.raises(ChatMoved) as moved:
        await alone.bulk(Failing(ChatMigrated(-100123)), -5)
    assert moved.value.chat_id == -100123


@pytest.mark.parametrize(
    "error", [TimedOut(), NetworkError("Bad Gateway"), NetworkError("Internal Server Error")]
)
async def test_only_what_may_be_repeated_is_repeated(
    alone: Sender, error: Exception, unreachable: Unreachable
) -> None:
    call = Failing(error, error)
    assert await alone.answer(call, 7, idempotent=True) == 42
    assert call.calls == 3
    call = Failing(error)
    with pytest.raises(Unconfirmed):
        await alone.answer(call, 7, idempotent=False)
    assert call.calls == 1
    assert unreachable.people == []


async def test_patience_ends(alone: Sender) -> None:
    call = Failing(*[TimedOut()] * 1000)
    with pytest.raises(TryLater):
        await alone.answer(call, 7, idempotent=True, patience=0.1)
    assert 3 < call.calls < 15


async def test_a_long_flood_is_not_waited_for_by_the_impatient(alone: Sender) -> None:
    with pytest.raises(TryLater) as later:
        await alone.bulk(Failing(RetryAfter(30)), 7, patience=0.0)
    assert later.value.seconds == 30


async def test_a_flood_is_obeyed_and_the_call_made_again(alone: Sender) -> None:
    began = time.monotonic()
    call = Failing(RetryAfter(1))
    assert await alone.answer(call, 7, idempotent=False) == 42
    assert time.monotonic() - began >= 1.0


async def test_nobody_listening_is_no_unknown(alone: Sender, bot: Bot) -> None:
    """A connection that was never made is repeated even for a message that must not be doubled."""
    nowhere = build_bot(Settings(_env_file=None, token="7:x", api_url="http://127.0.0.1:1"))
    with pytest.raises(TryLater):
        await alone.answer(lambda _: nowhere.send_message(7, "x"), 7, idempotent=False, patience=0.05)
    await nowhere.request.shutdown()


async def test_a_blocked_bot_is_noticed(sender: Sender, phone: Phone, unreachable: Unreachable) -> None:
    await phone.change(blocked=True)
    with pytest.raises(Unreached):
        await sender.answer(lambda bot: bot.send_message(phone.id, "x"), phone.id, idempotent=False)
    assert unreachable.people == [phone.id]


async def test_a_card_through_the_sandbox(sender: Sender, phone: Phone) -> None:
    sent = await sender.answer(lambda bot: bot.send_message(phone.id, "1"), phone.id, idempotent=False)
    assert isinstance(sent, Message)
    number = sent.message_id
    edit: Callable[[Bot], Any] = lambda bot: bot.edit_message_text("2", phone.id, number)  # noqa: E731
    assert await sender.answer(edit, phone.id, idempotent=True) is not None
    assert await sender.answer(edit, phone.id, idempotent=True) is None
    assert await sender.answer(
        lambda bot: bot.delete_message(phone.id, number), phone.id, idempotent=True, cost=0
    )
    with pytest.raises(CardGone):
        await sender.answer(edit, phone.id, idempotent=True)
    with pytest.raises(QueryTooOld):
        await sender.answer(lambda bot: bot.answer_callback_query("123"), phone.id, idempotent=True, cost=0)


@pytest.mark.parametrize(("fault", "times"), [({"kind": "error", "status": 502}, 2), ({"kind": "drop"}, 2)])
async def test_an_edit_survives_faults(
    sender: Sender, phone: Phone, sandbox: Sandbox, fault: dict[str, Any], times: int
) -> None:
    sent = await sender.answer(lambda bot: bot.send_message(phone.id, "1"), phone.id, idempotent=False)
    assert sent is not None
    await sandbox.fault(**fault, method="editMessageText", times=times)
    await sender.answer(
        lambda bot: bot.edit_message_text("2", phone.id, sent.message_id), phone.id, idempotent=True
    )
    assert (await phone.last()).text == "2"


async def test_a_lost_answer_doubles_nothing(sender: Sender, phone: Phone, sandbox: Sandbox) -> None:
    await sandbox.fault("drop", "sendMessage", times=1, after=True)
    with pytest.raises(Unconfirmed):
        await sender.bulk(lambda bot: bot.send_message(phone.id, "once"), phone.id)
    assert [m.text for m in await phone.messages() if m.from_bot] == ["once"]


async def test_a_burst_meets_no_flood_and_a_person_does_not_wait(
    sender: Sender, sandbox: Sandbox, metrics: Metrics, bot: Bot
) -> None:
    """Through the sandbox with Telegram's limits on: the whole way, not the budget alone."""
    people = await asyncio.gather(*(sandbox.person(f"P{n}") for n in range(70)))
    await asyncio.gather(*(person.start() for person in people))

    def text_to(chat_id: int) -> Callable[[Bot], Any]:
        return lambda bot: bot.send_message(chat_id, "⏰")

    burst = [asyncio.create_task(sender.bulk(text_to(p.id), p.id)) for p in people[:-1]]
    await asyncio.sleep(0.5)
    waits, me = [], people[-1].id
    for _ in range(5):
        asked = time.monotonic()
        await sender.answer(text_to(me), me, idempotent=False)
        waits.append(time.monotonic() - asked)
        await asyncio.sleep(0.1)
    await asyncio.gather(*burst)
    assert max(waits) < 0.3
    assert metrics.registry.get_sample_value("orynda_floods_total") == 0
    assert all(call["ok"] for call in await sandbox.calls("sendMessage"))

"""Every kind of reminder is entered once, and whatever is said of it follows from that."""

from __future__ import annotations

import handlers.entry.routing  # noqa: F401  (enters the features)
from bot.running import REMINDERS
from handlers.frame.registry import registry
from reminders.kinds import Reminder
from reminders.registry import KINDS, RULES, sent_again


def test_each_kind_stands_once_and_has_its_message() -> None:
    assert len(KINDS) == len(RULES)
    assert set(KINDS) - set(registry.messages) == set()
    assert set(Reminder.__subclasses__()) == {rule.says for rule in RULES}


def test_a_push_of_its_own_sends_every_kind() -> None:
    assert set(REMINDERS["only"] or ()) == set(KINDS)


def test_of_what_a_crash_left_unknown_only_the_daily_reminders_are_not_sent_again() -> None:
    asked = ("digest", "late", "leave-over", "export", "joined")
    assert [kind for kind in asked if not sent_again(kind)] == ["digest", "late"]

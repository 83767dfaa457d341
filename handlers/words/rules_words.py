"""A reporting rule in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.model.obligations import ReportingRule
from core.summary.formatting import format_day
from handlers.frame.screens import Html
from handlers.frame.turn import Turn

_ANY_LEAP_YEAR = 2024
COUNTED = frozenset(("due", "svod", "opens", "closes"))
"""The parts of a rule that are a number of days: they can be typed as well."""


def rule_lines(
    turn: Turn, rule: ReportingRule, built_in: Sequence[str], *, only_owed: bool = False
) -> list[Html]:
    """The rule, a line for each part; `only_owed` leaves out what decides nothing of when and who."""
    opens = value_words(turn, "opens", str(rule.opens_days_before_end))
    closes = value_words(turn, "closes", str(rule.closes_working_days_after_due))
    found = [
        turn.say("rules-cycle", cycle=value_words(turn, "cycle", rule.cycle)),
        turn.say("rules-opens", opens=opens),
        turn.say("rules-due", due=due_words(turn, rule, "due")),
        turn.say("rules-off", off=value_words(turn, "off", rule.day_off)),
        turn.say("rules-closes", closes=closes),
        turn.say("rules-who", who=value_words(turn, "who", rule.responsibility)),
    ]
    if rule.responsibility == "each":
        found.append(turn.say("rules-svod", due=due_words(turn, rule, "svod")))
    if only_owed:
        return found
    found.append(turn.say("rules-files-are", files=turn.plain(_files(rule))))
    count = len(rule.reasons) or len(built_in)
    found.append(turn.say("rules-reasons-own" if rule.reasons else "rules-reasons-usual", count=count))
    if rule.cumulative:
        found.append(turn.say("rules-cumulative", count=len(rule.cumulative)))
    if rule.not_cumulative:
        found.append(turn.say("rules-not-cumulative", count=len(rule.not_cumulative)))
    if rule.better:
        found.append(turn.say("rules-better", count=len(rule.better)))
    return found


def _files(rule: ReportingRule) -> str:
    if not rule.files_allowed:
        return "rules-files-none"
    return "rules-files-demanded" if rule.file_demanded else "rules-files-free"


def value_words(turn: Turn, part: str, value: str) -> str:
    """A value of a part, as its button says it."""
    if part in COUNTED:
        return turn.plain(f"rules-{part}-days", count=int(value))
    return turn.plain(f"rules-{part}-{value.replace('_', '-')}")


def due_words(turn: Turn, rule: ReportingRule, part: str) -> str:
    """By when: a working day after the period (or after the others), or a fixed day of the next year."""
    day = rule.due_day if part == "due" else rule.consolidated_due_day
    if day is not None:
        month, number = (int(x) for x in day.split("-"))
        said = format_day(date(_ANY_LEAP_YEAR, month, number), turn.deps.texts, turn.language, "day")
        return turn.plain("rules-fixed-day", day=said)
    count = rule.due_working_day if part == "due" else rule.consolidation_working_days
    return turn.plain(f"rules-{part}-days", count=count)

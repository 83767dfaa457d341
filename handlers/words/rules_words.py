"""A reporting rule in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from core.lifecycle import rule_timing
from core.model.obligations import ReportingRule, Timing
from core.summary.formatting import format_day
from handlers.frame.screens import Html
from handlers.frame.voice import Voice

_ANY_LEAP_YEAR = 2024
COUNTED = frozenset(("due", "svod", "opens", "closes"))
"""The parts of a rule that are a number of days: they can be typed as well."""


def rule_lines(
    voice: Voice, rule: ReportingRule, built_in: Sequence[str], *, only_owed: bool = False
) -> list[Html]:
    """The rule, a line for each part; `only_owed` leaves out what decides nothing of when and who."""
    opens = value_words(voice, "opens", str(rule.opens_days_before_end))
    closes = value_words(voice, "closes", str(rule.closes_working_days_after_due))
    found = [
        voice.say("rules-cycle", cycle=value_words(voice, "cycle", rule.cycle)),
        voice.say("rules-opens", opens=opens),
        voice.say("rules-due", due=due_words(voice, rule, "due")),
        voice.say("rules-off", off=value_words(voice, "off", rule.day_off)),
        voice.say("rules-closes", closes=closes),
        voice.say("rules-who", who=value_words(voice, "who", rule.responsibility)),
    ]
    if rule.responsibility == "each":
        found.append(voice.say("rules-svod", due=due_words(voice, rule, "svod")))
    found += starts_line(voice, rule)
    if rule.kinds or rule.rows:
        found.append(voice.say("timing-set", kinds=len(rule.kinds), rows=len(rule.rows)))
    if only_owed:
        return found
    found.append(voice.say("rules-files-are", files=voice.plain(_files(rule))))
    count = len(rule.reasons) or len(built_in)
    found.append(voice.say("rules-reasons-own" if rule.reasons else "rules-reasons-usual", count=count))
    if rule.cumulative:
        found.append(voice.say("rules-cumulative", count=len(rule.cumulative)))
    if rule.not_cumulative:
        found.append(voice.say("rules-not-cumulative", count=len(rule.not_cumulative)))
    if rule.better:
        found.append(voice.say("rules-better", count=len(rule.better)))
    return found


def _files(rule: ReportingRule) -> str:
    if not rule.files_allowed:
        return "rules-files-none"
    return "rules-files-demanded" if rule.file_demanded else "rules-files-free"


def value_words(voice: Voice, part: str, value: str) -> str:
    """A value of a part, as its button says it."""
    if part in COUNTED:
        return voice.plain(f"rules-{part}-days", count=int(value))
    return voice.plain(f"rules-{part}-{value.replace('_', '-')}")


def due_words(voice: Voice, rule: ReportingRule, part: str) -> str:
    """By when: a working day after the period (or after the others), or a fixed day of the next year."""
    day = rule.due_day if part == "due" else rule.consolidated_due_day
    if day is not None:
        return fixed_day(voice, day)
    count = rule.due_working_day if part == "due" else rule.consolidation_working_days
    return voice.plain(f"rules-{part}-days", count=count)


def fixed_day(voice: Voice, day: str) -> str:
    """A day of the year after the period, "04-15", in words."""
    month, number = (int(x) for x in day.split("-"))
    said = format_day(date(_ANY_LEAP_YEAR, month, number), voice.texts, voice.language, "day")
    return voice.plain("rules-fixed-day", day=said)


def starts_line(voice: Voice, rule: ReportingRule) -> list[Html]:
    """From which day on the plan is reported on; nothing where nothing of it is left out."""
    if rule.starts_on is None:
        return []
    day = format_day(rule.starts_on, voice.texts, voice.language, "full")
    return [voice.say("rules-starts-past" if rule.none_due_before is None else "rules-starts", day=day)]


def kind_line(voice: Voice, rule: ReportingRule, kind: str, count: int | None = None) -> Html:
    """A kind of deadline with its days: those set for it, else those that it has by itself."""
    said = timing_words(voice, rule_timing.said_of(rule, kind))
    name = voice.plain(f"timing-kind-{kind}", count=count if count is not None else 0)
    return voice.say("timing-kind-line", kind=name, said=said or voice.plain(f"timing-{kind}-itself"))


def timing_words(voice: Voice, said: Timing) -> str:
    """What is set, in words; nothing where nothing is."""
    found = [timing_value(voice, "due", _due(said))] if said.due_by and said.due_by != "fixed" else []
    if said.due_by == "fixed" and said.fixed_day:
        found.append(fixed_day(voice, said.fixed_day))
    if said.opens_days_before is not None:
        found.append(timing_value(voice, "opens", str(said.opens_days_before)))
    if said.cycle is not None:
        found.append(timing_value(voice, "cycle", said.cycle))
    return "; ".join(found)


def _due(said: Timing) -> str:
    return str(said.working_day) if said.due_by == "count" else str(said.due_by)


def timing_value(voice: Voice, part: str, value: str) -> str:
    """A value of a part, as its button says it."""
    if value.isdecimal():
        return voice.plain(f"timing-{part}-days", count=int(value))
    if part == "cycle" and value != "auto":
        return value_words(voice, "cycle", value)
    return voice.plain(f"timing-{part}-{value}")

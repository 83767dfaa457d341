"""What is typed while a card asks why, or by when: a figure that mends the answer, a word that is no reason (domain, §4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from zlib import crc32

from core.dates.typed_days import forecast_beside, read_forecast
from core.evidence.named_papers import papers_told
from core.figures.answer_parser import is_understood, read_answers
from core.figures.outcomes import is_under_way, outcome_said, short_answer
from core.figures.required import asked_for
from core.figures.sources import tells_more
from core.figures.stages import is_stage
from core.figures.typed_figures import find_figure, is_unit_word
from core.kernel.errors import UnreadableInput
from core.kernel.periods import Period
from core.kernel.text import clean, dashes, fold, one_line
from core.model.obligations import ReportingRule
from core.plan.model import Unit
from core.plan.reports import Draft, Measure, Outcome

REASONS = ("money", "tender", "supplier", "people", "moved", "other-body")
"""The usual reasons that are built in; each has a text `reason-<name>`."""
FARTHEST_FORECAST = timedelta(days=3660)
_SOONEST_OFFERED = timedelta(days=2)
_DAYS_OFFERED = 4

_DAY = re.compile(r"\d{1,2}[./-]\d{2}(?:[./-](?:\d{4}|\d{2}))?")
"""A number that is a day first: "15.05", but not "5.8"."""
_PIECES = frozenset(
    fold(w)
    for w in "шт штук штука штуки ед единиц единица чел человек дана бірлік адам pcs units people".split()
)
_STEM = 4
_PAPER = "¤"
_SHOWN = 40


def mended_figures(
    text: str, measures: Sequence[Measure], language: str | None, today: date
) -> dict[str, Decimal] | None:
    """The figures that a text gives and nothing besides; None for anything else.

    "5,8 млн" mends the figure, "не хватает 3 врачей" is a reason, "15.05" is a day. Where a bare number can be either
    ("5.8", "2025"), it is a figure if it is of the plan's order. On a row that is asked for several figures the unit
    tells which one is mended ("1 станция"); a number without one mends none.
    """
    asked = asked_for(measures)
    if len(asked) > 1:
        return _mended_by_unit(text, asked, language)
    if asked[0].unit is Unit.STAGE and not is_stage(text, asked[0]):
        return None
    try:
        given = read_answers(text, measures, asked[0], language)
    except UnreadableInput:
        return None
    if asked[0].unit is Unit.PRESENCE or (len(given) == 1 and not _is_bare(text, asked[0])):
        return None
    if asked[0].unit is not Unit.STAGE and not is_understood(text, given, measures, language):
        return None
    if len(given) > 1 and tells_more(text, [m for m in measures if m.role == "by_source"]):
        return None
    return None if _is_day(text, given[asked[0].id], asked[0], today) else given


def _mended_by_unit(text: str, asked: Sequence[Measure], language: str | None) -> dict[str, Decimal] | None:
    """The one figure of several whose unit stands beside the number, with nothing besides."""
    if not any(c.isdigit() for c in text):
        return None
    named = {m.id: find_figure(text, m, language) for m in asked if _names_unit(text, m)}
    found = {id: figure for id, figure in named.items() if figure is not None}
    return found if len(found) == 1 and is_understood(text, found, asked, language) else None


def _names_unit(text: str, measure: Measure) -> bool:
    """Whether a text is a number with the unit of that measure: "млн тг", "%", the noun that the plan counts."""
    if measure.unit in (Unit.STAGE, Unit.PRESENCE) or not _is_bare(text, measure):
        return False
    if measure.unit in (Unit.MONEY, Unit.PERCENT):
        return says_a_unit(text)
    noun = fold(measure.noun)
    return any(_is_of_noun(fold(word), noun) for word in re.findall(r"[^\W\d_]+", text))


def mended_outcome(text: str, draft: Draft, ticked: bool) -> Outcome | None:
    """The outcome that a text says where it plainly contradicts what was recorded; None where it does not.

    Done after "not done"; of a goal in words, which no figure decides, also in part after either, and not done.
    """
    said = outcome_said(text)
    if said is None or said is draft.outcome or is_under_way(text):
        return None
    return said if ticked or (said is Outcome.DONE and draft.outcome is Outcome.NOT_DONE) else None


def says_a_unit(text: str) -> bool:
    """Whether a text names a unit of money or a percentage, so that it is no day: "5.8 млн"."""
    return "%" in text or any(is_unit_word(word) for word in re.findall(r"[^\W\d_]+", text))


def is_reason(text: str) -> bool:
    """Whether a text can be a reason: "нет", "ок", "сделано", "12" and "?" are none."""
    if not any(not is_unit_word(word) for word in re.findall(r"[^\W\d_]{2,}", text)):
        return False
    return short_answer(text) is None or is_under_way(text)


def is_told(text: str) -> bool:
    """Whether a text can be kept as the account: two words at least, and no short answer ("сынып ашылды")."""
    return len(re.findall(r"[^\W\d_]{2,}", text)) > 1 and short_answer(text) is None


def reason_in(text: str) -> str:
    """The text, where it is a reason. Raises UnreadableInput("reason-not-said") with `typed`, so that it is asked again."""
    if not is_reason(text):
        line = one_line(text)
        raise UnreadableInput(
            "reason-not-said", typed=line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
        )
    return text


def explained(text: str, today: date, language: str | None = None, row: str = "") -> tuple[str, date | None]:
    """The reason in one's own words, and the day where the message names one for that row; the reason may then be empty.

    Nothing of the words is lost: only a day that is a part of its own ("поставщик задержал, к 15 мая") is taken out of
    them, where they name no paper; the day of a paper is no forecast. Raises UnreadableInput where it is neither.
    """
    bare = _without_papers(text, today, language)
    found = forecast_beside(bare, today, language, row)
    if found is None or found.day > today + FARTHEST_FORECAST:
        return reason_in(text), None
    told = found.rest if found.apart and bare == text else text
    return told if is_reason(told) else "", found.day


def _without_papers(text: str, today: date, language: str | None) -> str:
    """The text with a mark for each paper that it names."""
    plain = clean(text)
    named = [span for span, *_ in papers_told(plain, today, language)]
    for start, end in reversed(named):
        plain = f"{plain[:start]}{_PAPER}{plain[end:]}"
    return plain if named else text


def forecast_told(text: str, today: date, language: str | None = None, row: str = "") -> tuple[date, bool]:
    """The day that a text names, and whether it tells more than the day. Raises UnreadableInput."""
    found = read_forecast(text, today, language, row)
    return still_to_come(found.day, today), len(found.rest.split()) > 1


def still_to_come(day: date, today: date) -> date:
    """The day, if work can still be done by it. Raises UnreadableInput."""
    if day < today:
        raise UnreadableInput("forecast-past")
    if day > today + FARTHEST_FORECAST:
        raise UnreadableInput("forecast-far")
    return day


def forecast_days(today: date) -> list[date]:
    """The days to which reports are usually put off: the ends of this month, the next, this quarter, the next, the year."""
    month, quarter = Period.holding(today, "month"), Period.holding(today, "quarter")
    ends = {month.end, month.next().end, quarter.end, quarter.next().end, date(today.year, 12, 31)}
    return sorted(d for d in ends if d > today + _SOONEST_OFFERED)[:_DAYS_OFFERED]


def offered_reasons(rule: ReportingRule) -> dict[str, str]:
    """The reasons offered, by the word that a button carries: the coordinator's own, else all that are built in.

    "#money" stands for the built-in one of that name.
    """
    chosen = [r.strip() for r in rule.reasons if r.strip()] or [f"#{name}" for name in REASONS]
    return {
        reason[1:] if reason.startswith("#") else f"{crc32(reason.encode()):08x}": reason
        for reason in chosen
        if not reason.startswith("#") or reason[1:] in REASONS
    }


def _is_bare(text: str, measure: Measure) -> bool:
    """Whether a text is a number with its unit and nothing besides: "5,8 млн тг", "12 поликлиник", "F"."""
    if measure.unit is Unit.STAGE:
        return True
    if not any(c.isdigit() for c in text):  # "ноль" is a figure, "нет" may be anything, "-" says nothing
        return short_answer(text) is None and any(c.isalpha() for c in text)
    noun = fold(measure.noun)
    return all(_is_unit(word, noun) for word in clean(text).split())


def _is_unit(word: str, noun: str) -> bool:
    if any(c.isdigit() for c in word) or not any(c.isalpha() for c in word) or is_unit_word(word):
        return True
    plain = fold(word)
    return plain in _PIECES or _is_of_noun(plain, noun)


def _is_of_noun(word: str, noun: str) -> bool:
    """Whether a word is one of those that the plan counts in, in whatever case: "станция" of "станций"."""
    parts = [fold(part) for part in noun.split()]
    return word in parts or (len(word) >= _STEM and any(part.startswith(word[:_STEM]) for part in parts))


def _is_day(text: str, figure: Decimal, measure: Measure, today: date) -> bool:
    if says_a_unit(text) or forecast_beside(text, today) is None:
        return False
    plan = measure.plan
    near = plan is not None and plan > 0 and plan / 10 <= figure <= plan * 10
    return _DAY.fullmatch(dashes(clean(text)).strip(" .,!")) is not None or not near

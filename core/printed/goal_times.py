"""Times inside goals: "в 3 кв. 2023 г.", "к 2025 году", "2023 жылғы 3 тоқсан". What they mean `core.printed.deadlines` says."""

from __future__ import annotations

import re
from datetime import date

from core.dates.typed_days import read_english_day
from core.kernel.month_names import MONTHS
from core.kernel.periods import Cycle, Period
from core.kernel.text import fold
from core.plan.model import DeadlineKind
from core.printed import goal_tokens as words
from core.printed.deadlines import parse_deadline
from core.printed.goal_tokens import Token

_CYCLES: dict[DeadlineKind, Cycle] = {
    DeadlineKind.MONTH: "month",
    DeadlineKind.QUARTER: "quarter",
    DeadlineKind.HALF_YEAR: "half_year",
    DeadlineKind.YEAR: "year",
}

_BY = tuple(map(fold, "by before until till to in on the end of".split()))
_FROM = tuple(map(fold, "from since starting".split()))
_IN_ENGLISH = re.compile(
    rf"\b(?:{'|'.join(word for m in MONTHS for word in (m.english, *m.short_english))})\b", re.IGNORECASE
)


def with_times(found: list[Token]) -> list[Token]:
    """The tokens, with each phrase of time as one.

    Its kind is "time" where it says by when, "since" where from when on ("со 2 кв."), "then" where that is open
    ("2023 год", "от 05.03.2024").
    """
    out: list[Token] = []
    at = 0
    while at < len(found):
        end = _ends(found, at)
        if end is None:
            out.append(found[at])
            at += 1
            continue
        out.append(_time(out, found[at:end]))
        at = end
    return out


def due_of(text: str, plan_year: int | None) -> tuple[date | None, str | None]:
    """The last day of a named time and the code of its period; None where its year is unknown, or no such day is."""
    if _IN_ENGLISH.search(text):
        return read_english_day(text, plan_year), None
    deadline = parse_deadline(text, plan_year)[0]
    days = [d for d in (deadline.end, *deadline.also) if d is not None]
    if not days:
        return None, None
    cycle = _CYCLES.get(deadline.kind)
    return days[-1], Period.holding(days[-1], cycle).code if cycle else None


def _time(before: list[Token], phrase: list[Token]) -> Token:
    """The phrase as one token, with its preposition taken from the tokens before it."""
    start, kind = phrase[0].start, "time"
    years = all(t.kind in ("num", "dash") or words.is_year_word(t.key) for t in phrase)
    if before and before[-1].is_word("с", "со", "начиная", *_FROM):
        start, kind = before.pop().start, "since"
    elif before and before[-1].is_word("в", "во", "к", "ко", "до", "на", "за"):
        start = before.pop().start
    elif before and before[-1].is_word(*_BY):
        while before and before[-1].is_word(*_BY):
            start = before.pop().start
    elif years:
        kind = "then"
    if before and before[-1].is_word("от", "состоянию"):
        kind = "then"
    return Token(kind, start, phrase[-1].end)


def _ends(found: list[Token], at: int) -> int | None:
    """Where a phrase of time that begins here ends; None where none begins."""
    if found[at].kind == "date":
        return _after_year_word(found, at + 1)
    if found[at].is_year:
        end = _years_end(found, at)
        return end and (_part_ends(found, end) or end)
    end = _part_ends(found, at)
    return end and (_years_end(found, end) or end)


def _part_ends(found: list[Token], at: int) -> int | None:
    """ "3 кв.", "III-IV квартал", "первое полугодие", "15 июля", "июль 2023"."""
    after = at
    while after < len(found) and (_counts_time(found[after]) or (found[after].kind == "dash" and after > at)):
        after += 1
    if after == len(found):
        return None
    if after > at and words.is_part_of_year(found[after]) and not _is_area(found, after):
        return after + 1
    is_month = found[after].kind == "word" and words.is_month(found[after].key)
    if is_month and (after > at or (after + 1 < len(found) and found[after + 1].is_year)):
        return after + 1
    return None


def _counts_time(token: Token) -> bool:
    if token.kind not in ("num", "ordinal"):
        return words.is_place_word(token)
    return token.value == int(token.value) and 0 < token.value < 32


def _is_area(found: list[Token], at: int) -> bool:
    return (
        found[at].key == "кв" and at + 1 < len(found) and found[at + 1].key in ("м", "метр", "метров", "км")
    )


def _years_end(found: list[Token], at: int) -> int | None:
    """Where "2023", "2023-2025 годы" ends; None where the number counts something ("1960 студентов")."""
    if at >= len(found) or not found[at].is_year:
        return None
    end = at + 1
    if end + 1 < len(found) and found[end].kind == "dash" and found[end + 1].is_year:
        end += 2
    with_word = _after_year_word(found, end)
    if with_word > end or end > at + 1 or end == len(found):
        return with_word
    following = found[end]
    counts = following.kind in ("percent", "num") or (
        following.kind == "word" and following.key not in words.JOINING
    )
    return None if counts else end


def _after_year_word(found: list[Token], at: int) -> int:
    worded = at < len(found) and found[at].kind == "word" and words.is_year_word(found[at].key)
    return at + 1 if worded else at

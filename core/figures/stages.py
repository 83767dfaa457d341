"""Stage plans, a letter a quarter (R → F → D): their order, what they mean, how people type them (domain, §3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import Literal

from core.kernel.errors import UnreadableInput
from core.kernel.periods import Period
from core.kernel.text import clean, dashes, fold, one_line
from core.plan.model import Activity, Unit
from core.plan.reports import Measure, Stage

Standing = Literal["behind", "on-time", "ahead"]

NOT_BEGUN = Decimal(0)
_NOT_BEGUN = frozenset(
    fold(words)
    for words in (
        "нет", "-", "0", "не начато", "не начат", "не начали", "не начиналось", "жоқ", "басталмады", "басталмаған",
        "басталған жоқ", "no", "none", "not begun", "not started",
    )
)  # fmt: skip
# A letter as it sounds on the other keyboard: "ф" for F. Letters that look alike are one already (core.kernel.text.fold).
_SOUND = {"р": "r", "ф": "f", "д": "d", "г": "g", "л": "l", "з": "z", "п": "p", "и": "i", "в": "v", "б": "b"}
_SHOWN = 40
_STEM = 5
_TO_COME = re.compile(
    r"(?<!я)(?<!ыва)(?<!иру)(?:[иеё]м|[иеё]т|ут|ют|ат|ят|[иеё]тся|[ую]тся)$|(?:ть|ти|ться|шь)$|"
    r"[мбп][ае](?:д|[гғ]|й)|м[ыі]з$|[ае]д[ыі]$"
)
""" "внедрим", "енгіземіз", "енгізілмеді": not reached yet; "внедряем" is."""
_BETWEEN = Decimal("0.1")
_LONGEST = 200


def stages_in_order(rows: Iterable[Activity]) -> tuple[str, ...]:
    """The stages of a whole plan in their order: each after all that stand before it in a row.

    Where rows disagree, or say nothing of two stages, the one that was printed first comes first.
    """
    printed: dict[str, str] = {}
    before: dict[str, set[str]] = {}
    for codes in (_codes(row) for row in rows):
        keys = [fold(code) for code in codes]
        for at, key in enumerate(keys):
            printed.setdefault(key, codes[at])
            before.setdefault(key, set()).update(keys[:at])
    found: list[str] = []
    while len(found) < len(printed):
        left = [key for key in printed if key not in found]
        found.append(next((key for key in left if not before[key] & set(left)), left[0]))
    return tuple(printed[key] for key in found)


def stages_of(row: Activity, plan: Sequence[str], legend: Mapping[str, str]) -> tuple[Stage, ...]:
    """The stages of one row: as they first appear over its time, those that only the plan has in between."""
    meanings = {fold(short): words for short, words in legend.items()}
    own = _codes(row)
    place, found = NOT_BEGUN, []
    for code in _merged(own, plan):
        place = place.to_integral_value(ROUND_FLOOR) + 1 if code in own else place + _BETWEEN
        found.append(Stage(code=code, place=place, words=meanings.get(fold(code), "")))
    return tuple(found)


def place_of(code: str | None, stages: Sequence[Stage]) -> Decimal | None:
    """The place of a printed stage; None for what is none of them."""
    wanted = fold(code or "")
    return next((s.place for s in stages if wanted and fold(s.code) == wanted), None)


def stage_at(place: Decimal, stages: Sequence[Stage]) -> Stage | None:
    """The stage of that place; None for "not begun", and for a place that there is not."""
    return next((s for s in stages if s.place == place), None)


def standing(fact: Decimal, measure: Measure) -> Standing | None:
    """Behind the stage that is planned, on time or ahead of it (domain, §3); None where none is planned."""
    if measure.unit is not Unit.STAGE or measure.plan is None:
        return None
    return "behind" if fact < measure.plan else "on-time" if fact == measure.plan else "ahead"


def read_stage(text: str, measure: Measure) -> Decimal:
    """The stage that a text names by its letter, its legend's words or both; zero for "not begun".

    Raises UnreadableInput("stage-not-read") with `typed` and the letters that there are as `stages`.
    """
    typed = fold(clean(text[:_LONGEST]))
    if typed in _NOT_BEGUN:
        return NOT_BEGUN
    found = _whole(typed, measure.stages) or _within(text[:_LONGEST], measure.stages)
    if found is None:
        line = one_line(text[:_LONGEST])
        raise UnreadableInput(
            "stage-not-read",
            typed=line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…",
            stages=", ".join(s.code for s in measure.stages),
        )
    return found.place


def is_stage(text: str, measure: Measure) -> bool:
    """Whether a text is a stage and nothing else: its letter, its words, or both."""
    return len(text) <= _LONGEST and _whole(fold(clean(text)), measure.stages) is not None


def _codes(row: Activity) -> tuple[str, ...]:
    """The stages that a row prints, each once, in order of time."""
    if row.unit is not Unit.STAGE:
        return ()
    printed = [(Period.parse(code).start, value.strip()) for code, value in row.targets.items()]
    once: dict[str, str] = {}
    for _, value in sorted((p for p in printed if p[1] and dashes(p[1]) != "-"), key=lambda p: p[0]):
        once.setdefault(fold(value), value)
    return tuple(once.values())


def _merged(order: Sequence[str], other: Sequence[str]) -> tuple[str, ...]:
    """The first order with what only the other has, each before what follows it there."""
    found = list(order)
    known = {fold(code) for code in found}
    for at in range(len(other) - 1, -1, -1):  # from the end, so that what follows is there already
        if fold(other[at]) in known:
            continue
        following = {fold(code) for code in other[at + 1 :]}
        place = next((i for i, code in enumerate(found) if fold(code) in following), len(found))
        found.insert(place, other[at])
        known.add(fold(other[at]))
    return tuple(found)


def _whole(typed: str, stages: Sequence[Stage]) -> Stage | None:
    """The stage that the text is, whole: its letter, its words, or one after the other."""
    for stage in stages:
        code, words = fold(stage.code), fold(stage.words)
        if typed in (code, words, f"{code} {words}", f"{code} - {words}", f"{code} ({words})") and typed:
            return stage
    alike = [s for s in stages if len(typed) == 1 and _SOUND.get(typed) == s.code.lower()]
    return alike[0] if len(alike) == 1 else _by_stem(typed, stages)


def _by_stem(typed: str, stages: Sequence[Stage]) -> Stage | None:
    """ "внедрили" names the one stage whose legend begins a word like it; with any word besides it may be denied."""
    if len(typed) < _STEM or " " in typed or _TO_COME.search(typed):
        return None
    found = [
        s for s in stages if typed[:_STEM] in {w[:_STEM] for w in fold(s.words).split() if len(w) >= _STEM}
    ]
    return found[0] if len(found) == 1 else None


def _within(text: str, stages: Sequence[Stage]) -> Stage | None:
    """The one stage whose letter stands in a sentence as it is printed, or whose words do."""
    tokens = set("".join(c if c.isalnum() else " " for c in text).split())
    plain = fold(text)
    lettered = [s for s in stages if s.code in tokens]
    worded = [s for s in stages if len(s.words) >= _STEM and fold(s.words) in plain]
    # "разработка требований" holds "разработка": the longer one is meant.
    whole = [s for s in worded if not any(o is not s and fold(s.words) in fold(o.words) for o in worded)]
    found = lettered or whole
    return found[0] if len(found) == 1 else None

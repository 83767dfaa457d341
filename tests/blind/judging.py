"""What became of a text against what its author wanted: right, asked, or wrong in silence.

"asked" is all that leaves nothing recorded: shown back, asked again, refused. Where nothing may be recorded unasked
(`want` is null), that is right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from core.plan.reports import Evidence
from tests.blind.asking import BEFORE, Taken

Verdict = Literal["right", "asked", "wrong"]
Item = Mapping[str, Any]


def verdict(item: Item, taken: Taken) -> Verdict:
    """The verdict on one item of a set."""
    return JUDGES[item["kind"]](item, taken)


def _verdict(wanted: object, recorded: object | None) -> Verdict:
    """`recorded` is None where nothing was."""
    if recorded is None:
        return "right" if wanted is None else "asked"
    return "right" if recorded == wanted else "wrong"


def _figure(item: Item, taken: Taken) -> Verdict:
    want, draft = item["want"], taken.draft
    is_recorded = not draft.waits and (draft.outcome is not None or draft.figures)
    if not is_recorded or want is None:
        return _verdict(want, "something" if is_recorded else None)
    if "figure" in want:
        return _verdict(Decimal(str(want["figure"])), draft.figures.get("main", "an outcome alone"))
    outcomes = want["outcome"] if isinstance(want["outcome"], list) else [want["outcome"]]
    return "right" if draft.outcome in outcomes else "wrong"


def _forecast(item: Item, taken: Taken) -> Verdict:
    if _is_mended(item, taken):
        return "wrong"
    return _verdict((item["want"] or {}).get("day"), _day(taken.draft.forecast))


def _reason(item: Item, taken: Taken) -> Verdict:
    if _is_mended(item, taken):
        return "wrong"
    reason = taken.draft.reason
    if reason is None:
        return "asked"
    day, wanted = _day(taken.draft.forecast), item["want"]["day"]
    if _words(item["text"]) != _words(reason) or day not in (None, wanted):
        return "wrong"
    return "right" if day == wanted else "asked"


def _is_mended(item: Item, taken: Taken) -> bool:
    """Whether a figure or an outcome was changed by what answers another question."""
    before = BEFORE[item["kind"]]
    draft = taken.draft
    return not draft.waits and (draft.outcome, draft.figures) != (before.outcome, before.figures)


def _paper(item: Item, taken: Taken) -> Verdict:
    wants = item["want"] if isinstance(item["want"], list) else [item["want"]]
    wanted = [(_code(want.get("number")), want.get("date")) for want in wants if want is not None]
    told = [(_code(e.number), _day(e.dated)) for e in taken.papers]
    if told != wanted and all(e.pointed_out for e in taken.papers):
        told = []
    return _verdict(wanted or None, told or None)


def _leave(item: Item, taken: Taken) -> Verdict:
    want, leave = item["want"], taken.leave
    if leave is None:
        return "right" if want is None or want["until"] is None else "asked"
    begins = (want or {}).get("from") or taken.today.isoformat()
    wanted = (begins, want["until"]) if want else None
    return _verdict(wanted, (_day(leave.starts), _day(leave.ends)))


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _code(number: str | None) -> str | None:
    return "".join(number.casefold().split()).removeprefix("№") if number else None


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text).casefold().split()


def seen(item: Item, taken: Taken) -> str:
    """What was recorded, in a line for who reads the list of faults."""
    papers = ", ".join(_told(e) for e in taken.papers)
    leave = f"{taken.leave.starts}…{taken.leave.ends}" if taken.leave else ""
    d = taken.draft
    figures = {k: str(v) for k, v in d.figures.items()}
    return f"{d.outcome} {figures} reason={d.reason!r} forecast={d.forecast} {papers} {leave}".strip()


def _told(e: Evidence) -> str:
    return f"[№ {e.number} {e.dated} {[r.code for r in e.remarks]}]"


JUDGES: Mapping[str, Callable[[Item, Taken], Verdict]] = {
    "figure": _figure,
    "forecast": _forecast,
    "reason": _reason,
    "paper": _paper,
    "leave": _leave,
}

"""How much of an expected reading was read the same, field by field: the rule that a reader is judged by."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from core.kernel.text import fold
from core.plan.model import ReadPlan
from core.plan.values import as_number

HERE = Path(__file__).parent
PLANS = HERE.parent.parent / "documents" / "plans"
FIELDS = (
    "number", "title", "section", "objective", "completion_form", "deadline", "unit", "money_scale", "responsibles",
    "targets", "funding", "expected_result", "parent",
)  # fmt: skip
_TERMS = re.compile(r"\((?:по согласованию|келісім бойынша)\)", re.IGNORECASE)
"""On what terms a body takes part: no part of its name (domain, §1)."""
_VALUES = re.compile(r"\s*\(20\d\d\s*г.*\)\s*$")  # an indicator's values behind its heading
_NEAR = 0.8  # a title that is as like another as this is the same, read a little otherwise
Shape = dict[str, Any]
Difference = tuple[str, str, object, object]  # row as read, field, wanted, read


def expected(name: str) -> Shape:
    """What a perfect reading of that plan gives."""
    shape: Shape = json.loads((HERE / "expected" / f"{name}.expected.json").read_text(encoding="utf-8"))
    return shape


def plain(value: object) -> str:
    """Text as compared: folded, without spaces."""
    return fold(str(value or "")).replace(" ", "")


def path(plan: Shape, row: Shape) -> tuple[str, ...]:
    """The titles of the sections above a row."""
    by_id = {s["id"]: s for s in plan["sections"]}
    titles, at = [], row["section"]
    while at in by_id:
        titles.append(plain(_VALUES.sub("", by_id[at]["title"])))
        at = by_id[at]["parent"]
    return tuple(reversed(titles))


def view(plan: Shape, row: Shape, field: str) -> object:
    """One field of a row as compared."""
    value = row.get(field)
    if field == "section":
        return path(plan, row)
    if field == "parent":
        return next((plain(a["title"]) for a in plan["activities"] if a["id"] == value), "")
    if field == "deadline":
        value = value or {}
        whole = tuple(value.get(k) for k in ("kind", "start", "end", "every")) + (
            tuple(value.get("also") or ()),
        )
        return "" if whole[0] in {None, "none"} else whole
    if field == "responsibles":
        return frozenset(plain(_TERMS.sub("", v or "")) for v in value or ())
    if field in {"targets", "funding"}:
        return {k: plain(as_number(v) or v) for k, v in (value or {}).items() if v not in (None, "")}
    return plain(value)


def differences(want: Shape, got: Shape) -> tuple[list[Difference], int]:
    """(row id as read, field, wanted, read) for each cell read otherwise, and how many cells were compared."""
    pairs = dict(_pairs(want, got))
    wrong: list[Difference] = []
    compared = 0
    for at, row in enumerate(want["activities"]):
        read = got["activities"][pairs[at]] if at in pairs else None
        for field in FIELDS:
            wanted = view(want, row, field)
            if field in want.get("not_judged", ()):
                continue
            seen = view(got, read, field) if read else None
            if not wanted and not seen:
                continue
            compared += 1
            if wanted != seen:
                wrong.append((read["id"] if read else "", field, wanted, seen))
    return wrong + [
        (a["id"], "row", None, a["title"]) for i, a in enumerate(got["activities"]) if i not in pairs.values()
    ], compared


def _pairs(want: Shape, got: Shape) -> Iterator[tuple[int, int]]:
    left = [plain(a["title"])[:120] for a in want["activities"]]
    right = [plain(a["title"])[:120] for a in got["activities"]]
    found: dict[int, int] = {}
    for block in difflib.SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks():
        found.update((block.a + k, block.b + k) for k in range(block.size))
    for at, title in enumerate(left):
        free = [i for i in range(len(right)) if i not in found.values()]
        if at in found or not free:
            continue
        alike = {i: difflib.SequenceMatcher(None, title, right[i]).ratio() for i in free}
        best = max(free, key=lambda i: alike[i])
        if alike[best] > _NEAR:
            found[at] = best
    yield from found.items()


def share(want: Shape, plan: ReadPlan) -> tuple[float, list[Difference]]:
    """The share of cells read the same, and those that were not."""
    wrong, compared = differences(want, plan.as_json())
    return 1 - len(wrong) / compared, wrong

"""What became of a file against its expectation: rows right, cells wrong, and those wrong in silence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.kernel.errors import UnreadableFile
from core.plan.values import as_number
from documents.reading import read_plan
from tests.documents.compare import Difference, Shape, differences, plain

SUFFIX = ".expected.json"


@dataclass(frozen=True, slots=True)
class Judged:
    """One file. `silent` are cells read wrong, or rows invented, that no doubt names: neither of the row nor of the file."""

    name: str
    refused: bool
    rows: int
    right: int
    invented: int
    cells: int
    wrong: tuple[Difference, ...]
    silent: int
    doubts: int

    @property
    def whole(self) -> bool:
        """Whether every row was read right, and none that is not there."""
        return not self.refused and self.right == self.rows and not self.invented


def files_of(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Each file of a folder with its expectation."""
    for expectation in sorted(folder.glob(f"*{SUFFIX}")):
        name = expectation.name.removesuffix(SUFFIX)
        yield next(p for p in folder.glob(f"{name}.*") if p != expectation), expectation


def judged(file: Path, expectation: Path) -> Judged:
    """The verdict on one file."""
    want: Shape = json.loads(expectation.read_text(encoding="utf-8"))
    try:
        return judged_reading(file.name, want, read_plan(file).as_json())
    except UnreadableFile:
        return Judged(file.name, True, len(want["activities"]), 0, 0, 0, (), 0, 0)


def judged_reading(name: str, want: Shape, read: Shape) -> Judged:
    """The verdict on one reading of a file."""
    rows = len(want["activities"])
    wrong, cells = differences(want, read)
    figures, compared = _indicators(want, read)
    doubted = {d["activity"] for d in read["doubts"]}
    quiet = [] if None in doubted else [d for d in (*wrong, *figures) if d[0] not in doubted]
    touched = {d[2] if d[1] == "row" else d[0] for d in wrong}
    invented = sum(1 for d in wrong if d[1] == "row")
    lost = sum(1 for d in wrong if not d[0] and d[1] == "title")
    right = rows - lost - len({row for row in touched if row in {a["id"] for a in read["activities"]}})
    return Judged(
        name, False, rows, right, invented, cells + compared, (*wrong, *figures), len(quiet),
        len(read["doubts"]),
    )  # fmt: skip


def _indicators(want: Shape, read: Shape) -> tuple[list[Difference], int]:
    """Values of indicators read otherwise, and how many were compared."""
    given = {_whole(i): i["values"] for i in read["indicators"]}
    wrong: list[Difference] = []
    compared = 0
    for indicator in want.get("indicators", ()):
        for period, value in (indicator.get("values") or {}).items():
            if value in (None, "", "-"):
                continue
            compared += 1
            seen = given.get(_whole(indicator), {}).get(period)
            if _figure(seen) != _figure(value):
                wrong.append(("", "indicator", f"{indicator['title']} {period}: {value}", seen))
    return wrong, compared


def _figure(value: str | None) -> str:
    number = as_number(value or "")
    return f"{float(number):g}" if number is not None else plain(value)


def _whole(indicator: dict[str, Any]) -> str:
    """A title with its unit, whether that was split off or not."""
    title, unit = plain(indicator["title"]), plain(indicator.get("unit"))
    text = title if unit and title.endswith(unit) else title + unit
    return "".join(c for c in text if c.isalnum())

"""Numbers that Word makes itself (lists) and does not keep in the text: "№" columns are often filled so."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass, field

from documents.grids.archive import part
from documents.grids.docx_counting import figure
from documents.grids.docx_styles import Style, look_of
from documents.grids.docx_xml import OneNamespace, W, is_on, number, value
from documents.grids.symbols import in_font, without_private

_NUMBERED = f"{W}numPr"
_TICKS = frozenset("✓✔☑☒√+")


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str  # decimal, upperRoman, russianLower, bullet …
    shown: str  # "%1.%2."
    start: int
    restart: int | None = None  # the level (from 1) after which it begins anew; 0: after none
    legal: bool = False  # all its numbers in Arabic figures
    hidden: bool = False
    sample: str = ""  # of a kind of its own


@dataclass(slots=True)
class _List:
    """One use of a list (w:num): what it counts with, and what it begins anew or prints otherwise."""

    counted: str
    starts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)
    begun: bool = False


@dataclass(slots=True)
class Numbering:
    """The document's lists and how far each has counted."""

    lists: dict[str, _List] = field(default_factory=dict)
    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    of_style: dict[tuple[str, str], int] = field(
        default_factory=dict
    )  # the level that a list gives to a style
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    starts: dict[tuple[str, int], int] = field(default_factory=dict)  # of lists begun anew

    def mark(
        self, properties: ET.Element | None, style_name: str, style: Style, *, alone: bool = False
    ) -> str:
        """The number that Word prints before a paragraph of these properties, with a space; "" if none.

        A paragraph that prints one is counted: each is to be asked for once, in order. A bullet is given only where it
        is a tick and nothing stands behind it (`alone`).
        """
        if not self.lists:
            return ""
        numbered = properties.find(_NUMBERED) if properties is not None else None
        if numbered is None and style.list_id is None:
            return ""
        own = value(numbered, "numId") if numbered is not None else ""
        printed = self.lists.get(own or style.list_id or "")
        if printed is None:
            return ""
        depth = value(numbered, "ilvl") if numbered is not None else ""
        level = (
            int(depth) if depth else self.of_style.get((printed.counted, style_name), style.list_level or 0)
        )
        return self._next(printed, level, alone=alone)

    def _next(self, printed: _List, level: int, *, alone: bool) -> str:
        shape = self._shape(printed, level)
        if shape is None:
            return ""
        if not printed.begun:
            self._begin(printed)
        counts = self.counts.setdefault(printed.counted, {})
        counts[level] = counts.get(level, self._start(printed, level) - 1) + 1
        for deeper in [d for d in counts if d > level and self._begins_anew(printed, d, level)]:
            del counts[deeper]
        if shape.kind == "bullet":
            return shape.shown if alone and shape.shown in _TICKS else ""
        if shape.hidden:
            return ""
        text = re.sub(
            r"%([1-9])", lambda m: self._figure(printed, int(m[1]) - 1, legal=shape.legal), shape.shown
        )
        return f"{text} " if text.strip() else ""

    def _begin(self, printed: _List) -> None:
        """A new use of a list goes on counting where another left off, but for the levels that it begins anew."""
        printed.begun = True
        for level, start in printed.starts.items():
            self.starts[printed.counted, level] = start
            self.counts.setdefault(printed.counted, {}).pop(level, None)

    def _shape(self, printed: _List, level: int) -> _Level | None:
        return printed.levels.get(level) or self.levels.get((printed.counted, level))

    def _start(self, printed: _List, level: int) -> int:
        shape = self._shape(printed, level)
        return self.starts.get((printed.counted, level), shape.start if shape else 1)

    def _begins_anew(self, printed: _List, deeper: int, level: int) -> bool:
        shape = self._shape(printed, deeper)
        return shape is None or shape.restart is None or level < shape.restart

    def _figure(self, printed: _List, level: int, *, legal: bool) -> str:
        shape = self._shape(printed, level)
        count = self.counts[printed.counted].get(level, self._start(printed, level))
        kind = shape.kind if shape else "decimal"
        return figure("decimal" if legal and kind != "none" else kind, count, shape.sample if shape else "")


def read_numbering(archive: zipfile.ZipFile, name: str | None) -> Numbering:
    """The lists of the archive's numbering part; none if it has no such part (None)."""
    found = Numbering()
    if name is None:
        return found
    with part(archive, name) as source:
        root = ET.parse(OneNamespace(source)).getroot()
    defined: dict[str, str] = {}  # the list that a list style stands for
    stands_for: dict[str, str] = {}
    for abstract in root.iter(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId", "")
        defined[value(abstract, "styleLink")] = name
        stands_for[name] = value(abstract, "numStyleLink")
        for level in abstract.findall(f"{W}lvl"):
            _add_level(level, name, found)
    for one in root.iter(f"{W}num"):
        counted = value(one, "abstractNumId")
        link = stands_for.get(counted)
        found.lists[one.get(f"{W}numId", "")] = _list(one, defined.get(link, counted) if link else counted)
    return found


def _add_level(level: ET.Element, name: str, found: Numbering) -> None:
    at, style = int(level.get(f"{W}ilvl", "0")), value(level, "pStyle")
    found.levels[name, at] = _level(level)
    if style:
        found.of_style[name, style] = at


def _list(one: ET.Element, counted: str) -> _List:
    read = _List(counted)
    for override in one.findall(f"{W}lvlOverride"):
        at, level = int(override.get(f"{W}ilvl", "0")), override.find(f"{W}lvl")
        if override.find(f"{W}startOverride") is not None:
            read.starts[at] = number(override, "startOverride", 1)
        if level is not None:
            read.levels[at] = _level(level)
    return read


def _level(level: ET.Element) -> _Level:
    form = next(level.iter(f"{W}numFmt"), None)  # Word wraps kinds of its own for older readers
    kind = form.get(f"{W}val", "decimal") if form is not None else "decimal"
    restart, run = value(level, "lvlRestart"), level.find(f"{W}rPr")
    look = look_of(run) if run is not None else Style()
    shown = value(level, "lvlText")
    return _Level(
        kind,
        without_private(in_font(shown, look.font)) if kind == "bullet" else shown,
        number(level, "start", 0),
        int(restart) if restart.isdigit() else None,
        is_on(level.find(f"{W}isLgl")),
        bool(look.hidden),
        form.get(f"{W}format", "") if form is not None else "",
    )

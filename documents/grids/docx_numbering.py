"""Numbers that Word makes itself (lists) and does not keep in the text: "№" columns are often filled so."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass, field

from documents.grids.archive import part

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str  # decimal, upperRoman, russianLower, bullet …
    shown: str  # "%1.%2."
    start: int


@dataclass(slots=True)
class Numbering:
    """The document's lists and how far each has counted."""

    lists: dict[str, str] = field(default_factory=dict)  # list id → kind of list
    levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def mark(self, paragraph: ET.Element) -> str:
        """The number that Word prints before this paragraph, with a space; "" if none."""
        properties = paragraph.find(f"{W}pPr/{W}numPr")
        if properties is None or not self.lists:
            return ""
        number, depth = properties.find(f"{W}numId"), properties.find(f"{W}ilvl")
        name = self.lists.get(number.get(f"{W}val", "") if number is not None else "")
        level = int(depth.get(f"{W}val", "0")) if depth is not None else 0
        shape = self.levels.get((name or "", level))
        if name is None or shape is None or shape.kind in {"bullet", "none"}:
            return ""
        self.counts[name, level] = self.counts.get((name, level), shape.start - 1) + 1
        for deeper in [key for key in self.counts if key[0] == name and key[1] > level]:
            del self.counts[deeper]
        return re.sub(r"%(\d)", lambda m: self._figure(name, int(m[1]) - 1), shape.shown) + " "

    def _figure(self, name: str, level: int) -> str:
        shape = self.levels.get((name, level))
        count = self.counts.get((name, level), shape.start if shape else 1)
        if shape and shape.kind in {"upperRoman", "lowerRoman"}:
            return _roman(count)
        if shape and shape.kind == "russianLower":
            return "абвгдежзиклмнопрстуфхцчшщэюя"[(count - 1) % 28]
        return str(count)


def _roman(count: int) -> str:
    printed = ""
    for value, letters in _ROMAN:
        while count >= value and len(printed) < 20:
            printed, count = printed + letters, count - value
    return printed


def read_numbering(archive: zipfile.ZipFile) -> Numbering:
    """The lists of the archive's numbering part; none if it has no such part."""
    found = Numbering()
    if "word/numbering.xml" not in archive.namelist():
        return found
    with part(archive, "word/numbering.xml") as source:
        root = ET.parse(source).getroot()
    for abstract in root.iter(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId", "")
        for level in abstract.iter(f"{W}lvl"):
            found.levels[name, int(level.get(f"{W}ilvl", "0"))] = _Level(
                _value(level, "numFmt", "decimal"),
                _value(level, "lvlText", "%1."),
                int(_value(level, "start", "1")),
            )
    for one in root.iter(f"{W}num"):
        found.lists[one.get(f"{W}numId", "")] = _value(one, "abstractNumId", "")
    return found


def _value(element: ET.Element, name: str, default: str) -> str:
    child = element.find(f"{W}{name}")
    return child.get(f"{W}val", default) if child is not None else default

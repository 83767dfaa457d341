"""The names of a DOCX's XML, and its small grammar: on and off, values, what stands for another reader."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from documents.grids.archive import XmlPart

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

PARAGRAPH, TABLE, ROW, CELL, CONTROL = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}sdt"
BOX = f"{W}txbxContent"
ALTERNATE, CHOICE, FALLBACK = f"{MC}AlternateContent", f"{MC}Choice", f"{MC}Fallback"
DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
"""What tracked changes took away: not in force."""
_VAL = f"{W}val"
_OFF = frozenset({"0", "false", "off"})


def is_on(mark: ET.Element | None) -> bool:
    """Whether a property that is on or off is there and on."""
    return mark is not None and mark.get(_VAL) not in _OFF


def value(element: ET.Element, path: str, default: str = "") -> str:
    """The value of a property, by the names that lead to it ("pPr/pStyle")."""
    child = element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return child.get(_VAL, default) if child is not None else default


def number(element: ET.Element, path: str, default: int) -> int:
    """The number that a property holds. Raises ValueError for anything else."""
    return int(value(element, path, str(default)))


def chosen(alternate: ET.Element) -> Iterator[ET.Element]:
    """The readings of a content that Word writes twice over, the best first: one is to be read, not all."""
    yield from alternate.findall(CHOICE)
    yield from alternate.findall(FALLBACK)


class OneNamespace:
    """A part whose strict names are read as the usual ones: the two formats differ in little else."""

    def __init__(self, source: XmlPart) -> None:
        self._source = source
        self._begun = False

    def read(self, size: int = -1) -> bytes:
        """The next bytes. The root names its namespaces, and it stands in the first ones."""
        chunk = self._source.read(size)
        if not self._begun:
            self._begun = True
            chunk = chunk.replace(_STRICT, _USUAL)
        return chunk

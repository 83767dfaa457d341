"""The strings of a book as cells show them: runs together, phonetic readings left out, escapes undone, what is crossed
out set apart."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from typing import NamedTuple

from core.kernel.errors import UnreadableFile
from core.kernel.text import clean
from documents.grids.archive import XmlPart
from documents.grids.raised import raised
from documents.grids.symbols import in_font, is_symbol_font
from documents.grids.xlsx_styles import Look, M, is_on
from documents.grids.xml_rows import XmlRows

_T, _R, _RPR = f"{M}t", f"{M}r", f"{M}rPr"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MAX_STRINGS = 1_000_000
_BASE = 60  # characters before raised text that tell what it is


class Run(NamedTuple):
    """A piece of a string; None where the cell's own font decides."""

    text: str
    struck: bool | None = None
    font: str | None = None
    raised: bool = False


Printed = str | tuple[Run, ...]
"""A string as stored: cleaned text, or runs that look otherwise than their cell."""


def read_strings(source: XmlPart) -> list[Printed]:
    """The book's shared strings. Raises UnreadableFile, ET.ParseError."""
    strings: list[Printed] = []
    items = XmlRows(source, "sst", "si")
    for chunk in items.chunks():
        strings.extend(string_of(element) for element in chunk)
        if len(strings) > _MAX_STRINGS:
            raise UnreadableFile("file-bomb")
    return strings


def string_of(element: ET.Element) -> Printed:
    """A shared or an inline string."""
    whole = element.find(_T)
    if whole is not None:
        return clean(unescaped(whole.text or ""))
    runs = tuple(_run(run) for run in element if run.tag == _R)
    runs = _without_marks(runs) if any(run.raised for run in runs) else runs
    if any(run.struck is not None or run.font is not None for run in runs):
        return runs
    return clean("".join(run.text for run in runs))


def _run(run: ET.Element) -> Run:
    text = unescaped("".join(t.text or "" for t in run if t.tag == _T))
    look = run.find(_RPR)
    if look is None:
        return Run(text)
    name, place = look.find(f"{M}rFont"), look.find(f"{M}vertAlign")
    return Run(
        text,
        is_on(look.find(f"{M}strike")),
        name.get("val", "") if name is not None else "",
        place is not None and place.get("val") == "superscript",
    )


def _without_marks(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """The runs without raised marks of notes: behind "60 000" a raised 1 is no figure of it."""
    found: list[Run] = []
    before = ""
    for run in runs:
        text = raised(run.text, before) if run.raised else run.text
        found.append(run._replace(text=text))
        before = (before + text)[-_BASE:]
    return tuple(found)


def unescaped(text: str) -> str:
    """Text with its escaped characters as themselves: "_x000D_" is a break of line (ECMA-376, part 1, 22.9.2.19)."""
    if "_x" not in text:
        return text
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def shown_string(printed: Printed, look: Look) -> tuple[str, str]:
    """A string in a cell of a look: what is in force, and what is crossed out."""
    if isinstance(printed, str):
        printed = (Run(printed),)
    kept: list[str] = []
    struck: list[str] = []
    for run in printed:
        font = look.symbols if run.font is None else run.font if is_symbol_font(run.font) else None
        text = in_font(run.text, font) if font else run.text
        (struck if (look.struck if run.struck is None else run.struck) else kept).append(text)
    return clean("".join(kept)), clean("".join(struck))

"""What a document's styles say of text: whether it shows at all, its font, its heading level, its list."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
import zipfile
from dataclasses import dataclass, field, fields

from documents.grids.archive import part
from documents.grids.docx_xml import OneNamespace, W, is_on, value
from documents.grids.symbols import is_symbol_font

_HEADING = re.compile(r"(?:heading|заголовок|тақырып)\s*(\d)", re.IGNORECASE)
_STRUCK = (f"{W}strike", f"{W}dstrike")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style, or a run of its own, says; None where it says nothing. `font` is a symbol font alone.

    `list_id` and `list_level` are those of its numbering; `level` is a heading's own and not handed on.
    """

    hidden: bool | None = None
    struck: bool | None = None
    raised: bool | None = None
    bold: bool | None = None
    font: str | None = None
    list_id: str | None = None
    list_level: int | None = None
    level: int | None = None


PLAIN = Style()
_HANDED_ON = tuple(f.name for f in fields(Style) if f.name not in {"level", "bold"})


@dataclass(slots=True)
class Styles:
    """The styles of a document, each with what it has from those that it is based on."""

    own: dict[str, Style] = field(default_factory=dict)
    based: dict[str, str] = field(default_factory=dict)
    usual: str = ""  # the style of a paragraph that names none
    _whole: dict[str, Style] = field(default_factory=dict)

    def of(self, name: str) -> Style:
        """A style with what it inherits; one that says nothing where there is none of the name."""
        known = self._whole.get(name)
        if known is None:
            known = self._whole[name] = self._inherited(name)
        return known

    def _inherited(self, name: str) -> Style:
        chain: list[str] = []
        while name in self.own and name not in chain:
            chain.append(name)
            name = self.based.get(name, "")
        if not chain:
            return PLAIN
        said = {
            what: next((v for s in chain if (v := getattr(self.own[s], what)) is not None), None)
            for what in _HANDED_ON
        }
        return Style(**said, level=self.own[chain[0]].level)


def read_styles(archive: zipfile.ZipFile, name: str | None) -> Styles:
    """The styles of the archive's styles part; none if it has no such part (None)."""
    found = Styles()
    if name is None:
        return found
    with part(archive, name) as source:
        root = ET.parse(OneNamespace(source)).getroot()
    for style in root.iter(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        found.own[name] = _style(style)
        found.based[name] = value(style, "basedOn")
        if style.get(f"{W}default") in {"1", "true", "on"} and style.get(f"{W}type") == "paragraph":
            found.usual = name
    return found


def _style(style: ET.Element) -> Style:
    run = style.find(f"{W}rPr")
    look = look_of(run) if run is not None else PLAIN
    depth = value(style, "pPr/numPr/ilvl")
    return Style(
        look.hidden,
        look.struck,
        look.raised,
        None,  # bold by its style is how a heading looks, and headings are told by their level
        look.font,
        value(style, "pPr/numPr/numId") or None,
        int(depth) if depth.isdigit() else None,
        _heading_level(style),
    )


def _heading_level(style: ET.Element) -> int | None:
    printed, outline = value(style, "name"), value(style, "pPr/outlineLvl")
    heading = _HEADING.match(printed)
    if heading:
        return int(heading[1])
    if printed.lower() in {"title", "название"}:
        return 0
    return int(outline) + 1 if outline.isdigit() and int(outline) < 9 else None


def look_of(properties: ET.Element) -> Style:
    """What a run's own properties say."""
    hidden = struck = raised = bold = None
    font = None
    for mark in properties:
        tag = mark.tag
        if tag == f"{W}b":
            bold = is_on(mark)
        elif tag == f"{W}vanish":
            hidden = is_on(mark)
        elif tag in _STRUCK:
            struck = is_on(mark) or bool(struck)
        elif tag == f"{W}vertAlign":
            raised = mark.get(f"{W}val") == "superscript"
        elif tag == f"{W}rFonts":
            font = _symbol_font(mark)
    return Style(hidden, struck, raised, bold, font)


def _symbol_font(fonts: ET.Element) -> str | None:
    """The symbol font among a run's fonts; "" where it names others, so that a style's is off."""
    named = [fonts.get(f"{W}{kind}") for kind in ("ascii", "hAnsi")]
    return next((name for name in named if is_symbol_font(name)), "" if any(named) else None)

"""A paragraph of a DOCX → what it prints, as a reader of the page sees it: no hidden, struck or deleted text, no codes
of fields, no marks of notes, signs as signs."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass, field

from documents.grids.docx_controls import content_of, is_unfilled
from documents.grids.docx_fields import Fields
from documents.grids.docx_styles import PLAIN, Style, Styles, look_of
from documents.grids.docx_xml import (
    ALTERNATE,
    BOX,
    CONTROL,
    DELETED,
    MATH,
    PARAGRAPH,
    W,
    chosen,
    is_on,
    value,
)
from documents.grids.raised import raised
from documents.grids.symbols import in_font, sign, without_private

_TEXT, _RUN, _LOOK = f"{W}t", f"{W}r", f"{W}rPr"
_PROPERTIES, _STYLE = f"{W}pPr", f"{W}pStyle"
_NOTES = {f"{W}footnoteReference", f"{W}endnoteReference"}
_EMOJI = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"
_SKIPPED = (_PROPERTIES, _LOOK, f"{W}sdtPr", f"{W}sdtEndPr", f"{W}rt", PARAGRAPH)
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": " ", f"{W}ptab": " ", f"{W}noBreakHyphen": "-"}


@dataclass(slots=True)
class Printed:
    """What a paragraph prints, and what it has without printing it as in force."""

    parts: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)  # hidden, struck or deleted
    boxes: list[ET.Element] = field(default_factory=list)  # text boxes anchored in it
    bold: bool = False
    plain: bool = False  # some of it is not bold
    joined: bool = False  # its end is deleted or hidden: the next one goes on in its line
    unended: bool = False  # its end is deleted: the next one's number is that of both
    style: Style = PLAIN
    style_name: str = ""
    properties: ET.Element | None = None

    @property
    def is_counted(self) -> bool:
        """Whether it is a paragraph of a list: one that does not show is none."""
        return not self.unended and (not self.joined or any(part.strip() for part in self.parts))

    @property
    def text(self) -> str:
        """The text, not yet cleaned."""
        text = self.parts[0] if len(self.parts) == 1 else "".join(self.parts)
        return text if text.isprintable() else without_private(text)


class TextReader:
    """Reads one paragraph after another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields = Fields()
        self._out = Printed()
        self._look = PLAIN
        self._base = PLAIN
        self._deleted = 0
        self._handlers: dict[str, Callable[[ET.Element], None]] = {
            _RUN: self._run,
            _TEXT: self._text,
            f"{W}delText": self._text,
            f"{MATH}t": self._text,
            f"{MATH}den": self._denominator,
            f"{W}sym": self._sign,
            f"{_EMOJI}symEx": self._emoji,
            f"{W}fldChar": self._field,
            f"{W}instrText": self._code,
            f"{W}fldSimple": self._simple_field,
            CONTROL: self._control,
            ALTERNATE: self._alternate,
            BOX: self._box,
            **dict.fromkeys(_BREAKS, self._break),
            **dict.fromkeys(DELETED, self._not_in_force),
            **dict.fromkeys(_SKIPPED, self._skip),
        }

    def read(self, paragraph: ET.Element) -> Printed:
        """What a paragraph prints."""
        self._out = out = Printed()
        self._under(paragraph.find(_PROPERTIES), out)
        self._base = self._look = out.style
        self._walk(paragraph)
        self._fields.open.clear()  # a field that never ends must not swallow the rest of the document
        return out

    def _under(self, properties: ET.Element | None, out: Printed) -> None:
        """What a paragraph's own properties say of it."""
        if properties is not None:
            out.properties = properties
            named, mark = properties.find(_STYLE), properties.find(_LOOK)
            if named is not None:
                out.style_name = named.get(f"{W}val", "")
            if mark is not None:
                out.unended = any(mark.find(tag) is not None for tag in DELETED)
                out.joined = out.unended or is_on(mark.find(f"{W}vanish"))
        out.style_name = out.style_name or self._styles.usual
        out.style = self._styles.of(out.style_name)

    def _walk(self, element: ET.Element) -> None:
        handlers = self._handlers
        for child in element:
            handler = handlers.get(child.tag)
            if handler is not None:
                handler(child)
            elif len(child):
                self._walk(child)

    def _run(self, run: ET.Element) -> None:
        self._look = self._base
        for child in run:
            tag = child.tag
            if tag == _TEXT:
                self._emit(child.text or "")
            elif tag == _LOOK:
                self._look = self._looking(child)
            elif tag in _NOTES and child.get(f"{W}customMarkFollows") in {"1", "true", "on"}:
                break  # what follows is the note's mark, typed by hand
            elif (handler := self._handlers.get(tag)) is not None:
                handler(child)
            elif len(child):
                self._walk(child)
        self._look = self._base

    def _looking(self, properties: ET.Element) -> Style:
        """How a run looks: its own word counts before its style's, and that one turns the paragraph's round."""
        own, base = look_of(properties), self._base
        named = value(properties, "rStyle")
        style = self._styles.of(named) if named else PLAIN
        if style is PLAIN and base is PLAIN:
            return own
        return Style(
            _turned(own.hidden, style.hidden, base.hidden),
            _turned(own.struck, style.struck, base.struck),
            next((x for x in (own.raised, style.raised, base.raised) if x is not None), None),
            own.bold,
            next((x for x in (own.font, style.font, base.font) if x is not None), None),
        )

    def _emit(self, text: str) -> None:
        out, look = self._out, self._look
        if not text or (self._fields.open and self._fields.silent):
            return
        if look.hidden or look.struck or self._deleted:
            out.lost.append(text)
            return
        if self._fields.open:
            self._fields.note_printed()
        if look.font:
            text = in_font(text, look.font)
        if look.raised:
            text = raised(text, "".join(out.parts))
            if not text:
                return
        out.parts.append(text)
        if look.bold:
            out.bold = out.bold or not text.isspace()
        elif not out.plain:
            out.plain = not text.isspace()

    def _text(self, element: ET.Element) -> None:
        self._emit(element.text or "")

    def _denominator(self, element: ET.Element) -> None:
        self._emit("/")
        self._walk(element)

    def _break(self, element: ET.Element) -> None:
        self._emit(_BREAKS[element.tag])

    def _sign(self, element: ET.Element) -> None:
        code = int(element.get(f"{W}char", "0"), 16)
        self._shown(sign(element.get(f"{W}font"), code))

    def _emoji(self, element: ET.Element) -> None:
        self._shown(chr(int(element.get(f"{_EMOJI}char", "20"), 16)))

    def _shown(self, text: str) -> None:
        """A sign, whatever the font of its run."""
        look = self._look
        if look.font:
            self._look = Style(look.hidden, look.struck, look.raised, look.bold)
        self._emit(text)
        self._look = look

    def _field(self, mark: ET.Element) -> None:
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            # What a form shows stands outside the field, whose code is still to come.
            shown = self._fields.begin(mark)
            opened = self._fields.open.pop()
            self._shown(shown)
            self._fields.open.append(opened)
        elif kind == "separate":
            self._fields.separate()
        elif kind == "end":
            self._shown(self._fields.end())

    def _code(self, element: ET.Element) -> None:
        self._fields.instruct(element.text or "")

    def _simple_field(self, element: ET.Element) -> None:
        before = len(self._out.parts) + len(self._out.lost)
        self._walk(element)
        if len(self._out.parts) + len(self._out.lost) == before:
            self._shown(self._fields.worked_out(element.get(f"{W}instr", "")))

    def _control(self, element: ET.Element) -> None:
        if not is_unfilled(element) and (content := content_of(element)) is not None:
            self._walk(content)

    def _alternate(self, element: ET.Element) -> None:
        out = self._out
        for reading in chosen(element):
            before = len(out.parts) + len(out.lost) + len(out.boxes)
            self._walk(reading)
            if len(out.parts) + len(out.lost) + len(out.boxes) > before:
                return

    def _box(self, element: ET.Element) -> None:
        self._out.boxes.append(element)

    def _not_in_force(self, element: ET.Element) -> None:
        self._deleted += 1
        self._walk(element)
        self._deleted -= 1

    def _skip(self, element: ET.Element) -> None:
        """Nothing of it is text."""


def _turned(own: bool | None, style: bool | None, base: bool | None) -> bool:
    """A property that styles turn round: on in both of them is off (ECMA-376, 17.7.3)."""
    return own if own is not None else bool(style) != bool(base)

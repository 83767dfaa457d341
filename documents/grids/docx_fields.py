"""Fields: what Word works out and shows in their place, and what a form's boxes and lists hold.

A field is a run of marks: begin, its code, separate, its result, end; fields stand inside fields.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass, field

from documents.grids.docx_xml import W, is_on, number
from documents.grids.symbols import EMPTY_BOX, TICKED_BOX, sign

_SYMBOL = re.compile(r"\s*SYMBOL\s+(?P<code>0x[0-9a-f]+|\d+)", re.IGNORECASE)
_FONT = re.compile(r'\\f\s+(?:"(?P<quoted>[^"]+)"|(?P<bare>\S+))', re.IGNORECASE)
_AUTONUM = re.compile(r"\s*AUTONUM(?:LGL|OUT)?\b(?:.*\\s\s*(?P<mark>\S))?", re.IGNORECASE)
# The entry of a list that asks to choose: nothing was chosen.
_PROMPT = re.compile(
    r"\W*(выбер|выбрать|укаж|введи|щелкни|щёлкни|нажмите|таңда|енгіз|көрсет|choose|select|click|enter )",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    silent: bool = True  # its code is read, or its form said all there is
    form: bool = False
    printed: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open while a paragraph is read."""

    open: list[_Field] = field(default_factory=list)
    counted: int = 0  # paragraphs that number themselves by a field

    @property
    def silent(self) -> bool:
        """Whether what is read now is no text of the document."""
        return any(f.silent for f in self.open)

    def begin(self, mark: ET.Element) -> str:
        """A field begins; → what its form shows, "" for nothing."""
        form = mark.find(f"{W}ffData")
        shown = form_shows(form) if form is not None else None
        silent = self.silent
        self.open.append(_Field(form=shown is not None))
        return shown if shown and not silent else ""

    def instruct(self, code: str) -> None:
        """More of the code of the innermost field."""
        if self.open:
            self.open[-1].code.append(code)

    def separate(self) -> None:
        """The result of the innermost field follows."""
        if self.open and not self.open[-1].form:
            self.open[-1].silent = False

    def end(self) -> str:
        """The innermost field ends; → what it shows where no result is kept."""
        if not self.open:
            return ""
        ended = self.open.pop()
        return "" if ended.form or ended.printed or self.silent else self.worked_out("".join(ended.code))

    def note_printed(self) -> None:
        """Text was printed inside all open fields."""
        for one in self.open:
            one.printed = True

    def worked_out(self, code: str) -> str:
        """What a code alone shows: a sign of a font, a number of its own; "" for codes that need their result."""
        symbol = _SYMBOL.match(code)
        if symbol:
            font = _FONT.search(code)
            return sign((font["quoted"] or font["bare"]) if font else None, int(symbol["code"], 0))
        numbered = _AUTONUM.match(code)
        if numbered:
            self.counted += 1
            return f"{self.counted}{numbered['mark'] or '.'} "
        return ""


def form_shows(form: ET.Element) -> str | None:
    """What an old form's box or list shows; None for a field to type in, whose text is its result."""
    box, choices = form.find(f"{W}checkBox"), form.find(f"{W}ddList")
    if box is not None:
        checked = box.find(f"{W}checked")
        return TICKED_BOX if is_on(checked if checked is not None else box.find(f"{W}default")) else EMPTY_BOX
    if choices is not None:
        entries = [entry.get(f"{W}val", "") for entry in choices.findall(f"{W}listEntry")]
        at = number(choices, "result", number(choices, "default", 0))
        return without_prompt(entries[at]) if 0 <= at < len(entries) else ""
    return None


def without_prompt(text: str) -> str:
    """What was chosen; "" where the list still asks for it."""
    return "" if _PROMPT.match(text) else text

"""Content controls: boxes around runs, paragraphs, cells and rows that people fill in."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from documents.grids.docx_fields import without_prompt
from documents.grids.docx_xml import W14, W, is_on
from documents.grids.symbols import EMPTY_BOX, TICKED_BOX

_TEXT, _SIGN = f"{W}t", f"{W}sym"


def is_unfilled(control: ET.Element) -> bool:
    """Whether the control shows the words that ask for its filling."""
    return is_on(control.find(f"{W}sdtPr/{W}showingPlcHdr"))


def content_of(control: ET.Element) -> ET.Element | None:
    """What a control holds; a box to tick with its tick or none, a list with what was chosen. None where it has nothing."""
    content, properties = control.find(f"{W}sdtContent"), control.find(f"{W}sdtPr")
    if content is None or properties is None:
        return content
    box = properties.find(f"{W14}checkbox")
    if box is not None:
        checked = box.find(f"{W14}checked")
        ticked = checked is not None and checked.get(f"{W14}val", "1") in {"1", "true", "on"}
        _show(content, TICKED_BOX if ticked else EMPTY_BOX)
        return content
    choices = properties.find(f"{W}dropDownList")
    if choices is None:
        choices = properties.find(f"{W}comboBox")
    if choices is not None:
        shown = "".join(t.text or "" for t in content.iter(_TEXT))
        asking = {i.get(f"{W}displayText") for i in choices if not i.get(f"{W}value")}
        if shown and (shown in asking or not without_prompt(shown)):
            _show(content, "")
    return content


def _show(content: ET.Element, text: str) -> None:
    """Puts a text in place of what is printed."""
    for at, one in enumerate([e for e in content.iter() if e.tag in {_TEXT, _SIGN}]):
        one.tag, one.text = _TEXT, "" if at else text

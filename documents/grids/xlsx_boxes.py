"""Boxes to tick that lie over the cells of a sheet: the drawing of old form controls, which every program writes, says
where each lies and whether it is ticked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_BOX = re.compile(
    rb"<(?:\w+:)?ClientData\s[^<>]*ObjectType\s*=\s*[\"']Checkbox[\"'][^<>]*>(.*?)</(?:\w+:)?ClientData>",
    re.DOTALL,
)
_ANCHOR = re.compile(rb"<(?:\w+:)?Anchor>([\d\s,.-]*)</")
_TICKED = re.compile(rb"<(?:\w+:)?Checked>\s*1\s*</")
_WIDTH, _HEIGHT = 64, 20  # of a cell, in pixels
_MOST = 20_000
TICKED, EMPTY = "+", "☐"


class Box(NamedTuple):
    """A box to tick, by the cell that its middle lies in."""

    row: int
    column: int
    text: str


def boxes_in(drawing: bytes) -> Iterator[Box]:
    """The boxes of a drawing in VML, which need not be good XML."""
    for at, found in enumerate(_BOX.finditer(drawing)):
        anchor = _ANCHOR.search(found[1])
        places = [int(part) for part in anchor[1].split(b",") if part.strip().isdigit()] if anchor else []
        if len(places) == 8 and at < _MOST:
            left, x, top, y, right, to_x, bottom, to_y = places
            row = (top + y / _HEIGHT + bottom + to_y / _HEIGHT) / 2
            column = (left + x / _WIDTH + right + to_x / _WIDTH) / 2
            yield Box(int(row), int(column), TICKED if _TICKED.search(found[1]) else EMPTY)

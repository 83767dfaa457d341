"""A page of pdfplumber without what no table needs: most of the time of a long file went into colours and paths.

Each letter and each ruled line becomes a dictionary of some twenty attributes there, resolved one by one; finding words
and tables reads ten. What is left out is left out for good: such a page can give words and tables, no pictures.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Shape = dict[str, Any]


def lighten(page: Any) -> None:
    """Makes the page keep of letters, lines and rectangles what `extract_words` and `find_tables` read. Before its
    objects are asked for."""
    page.process_object = _processed(page, page.process_object)


def _processed(page: Any, whole: Callable[[Any], Shape]) -> Callable[[Any], Shape]:
    from pdfminer.layout import LTChar, LTLine, LTRect

    kinds = {LTChar: "char", LTLine: "line", LTRect: "rect"}
    left, below = page.mediabox[0], float(page.height) + page.mediabox[1]
    doctop, number = page.initial_doctop, page.page_number

    def process(item: Any) -> Shape:
        kind = kinds.get(type(item))
        if kind is None:
            return whole(item)
        top = below - item.y1
        shape = {
            "object_type": kind,
            "page_number": number,
            "x0": item.x0 + left,
            "x1": item.x1 + left,
            "y0": item.y0,
            "y1": item.y1,
            "top": top,
            "bottom": below - item.y0,
            "doctop": doctop + top,
            "width": item.width,
            "height": item.height,
        }
        if kind == "char":
            shape["text"], shape["upright"], shape["size"] = item.get_text(), item.upright, item.size
        return shape

    return process

"""Text of a page outside its tables, as paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from documents.pdf.pdf_words import Word, lines_of

_PAGE_NUMBER = re.compile(
    r"(?:(?:стр(?:аница)?|бет|page|p)\.?\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|из|of|бет\w*)\s*(?:\d{1,4})?)?",
    re.IGNORECASE,
)


def paragraphs(words: Sequence[Word], height: float) -> list[tuple[float, str]]:
    """Where each begins and its lines; a line set close under another goes on with it. `height` is the page's: numbers
    at its edges are left out; 0 where that is not known."""
    found: list[tuple[float, float, str]] = []
    for line in lines_of(words):
        text = " ".join(word.text for word in line)
        top, bottom = line[0].top, line[0].bottom
        if _PAGE_NUMBER.fullmatch(text) and (top < height * 0.1 or bottom > height * 0.9):
            continue
        if found and 0 <= top - found[-1][1] < (bottom - top) * 0.45:
            before = found[-1]
            found[-1] = (before[0], bottom, f"{before[2]}\n{text}")
        else:
            found.append((top, bottom, text))
    return [(top, text) for top, _, text in found if text.strip()]

"""Lines or bands of colour that part the rows of a table without columns ruled: rows are told by them for certain."""

from __future__ import annotations

from bisect import bisect
from collections import Counter
from collections.abc import Sequence

from documents.pdf.pdf_rows import NUMBER
from documents.pdf.pdf_rules import Line as Rule
from documents.pdf.pdf_words import Look, Word, lines_of

_LONG = 0.5  # of the text's width: a shorter line underlines a word
_APART = 3.0  # lines of text: the way from row to row once they are parted
_LEAST = 3  # rules that make rows


def parted(words: list[Word], rules: Sequence[Rule]) -> list[Word]:
    """The words moved up and down so that gaps stand where rules part rows, and nowhere within a row; as they were
    where no rules do."""
    if not words:
        return words
    left, right = min(w.x0 for w in words), max(w.x1 for w in words)
    places = sorted(r.place for r in rules if r.end - r.begin >= (right - left) * _LONG)
    if len(places) < _LEAST:
        return words
    lines = lines_of(words)
    look = Look.of(lines)
    bands = [bisect(places, (line[0].top + line[0].bottom) / 2) for line in lines]
    numbers = Counter(band for band, line in zip(bands, lines, strict=True) if NUMBER.fullmatch(line[0].text))
    found: list[Word] = []
    top, before = lines[0][0].top, lines[0][0].top
    for at, line in enumerate(lines):
        step = line[0].top - before
        if at and bands[at] != bands[at - 1]:
            step = max(step, look.leading * _APART)
        elif 0 < bands[at] < len(places) and numbers[bands[at]] <= 1:
            step = min(step, look.leading)
        top, before = top + step, line[0].top
        found += [
            word._replace(top=word.top + top - line[0].top, bottom=word.bottom + top - line[0].top)
            for word in line
        ]
    return found

"""Words of a PDF where they stand, the lines that they make, and how a document is set."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

WIDER = 1.3  # spaces between words: a wider gap may part two columns
LINE = 3.0  # points: words this near in height stand on one line
HEADER = 8  # lines of a table that a header may be
Strip = tuple[float, float]


class Word(NamedTuple):
    """A word where it stands, in points from the page's left and top."""

    x0: float
    x1: float
    top: float
    bottom: float
    text: str


Line = list[Word]


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is set: the space between words, the height of one, and the way from line to line."""

    space: float
    height: float
    leading: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Look:
        """Each as most of the lines have it."""
        height = median([w.bottom - w.top for line in lines for w in line] or [10.0])
        gaps = [b.x0 - a.x1 for line in lines for a, b in pairwise(line) if 0 < b.x0 - a.x1 < height]
        steps = Counter(round(step * 2) / 2 for step in _steps(lines) if 0 < step < height * 1.7)
        usual = [step for step, times in steps.items() if times * 5 >= max(steps.values())]
        return cls(median(gaps) if gaps else height / 3, height, min(usual, default=height * 1.25))

    def pieces(self, line: Line, strips: Sequence[Strip] = ()) -> list[Line]:
        """A line cut where the gap is wider than a space, or over a strip between columns."""
        found = [[line[0]]]
        plain = all(b.x0 - a.x1 <= self.space * WIDER for a, b in pairwise(line))
        if strips and plain and line[0].x0 < strips[0][0]:
            strips = ()  # "5. Цифровизация" is a heading, not a number's cell and a title's
        for before, word in pairwise(line):
            wide = word.x0 - before.x1 > self.space * WIDER
            if wide or any(abs(word.x0 - right) <= 1 for _, right in strips):
                found.append([word])
            else:
                found[-1].append(word)
        return found


def _steps(lines: Sequence[Line]) -> Iterator[float]:
    """The ways from a line down to the next one that begins under the same place."""
    last: dict[int, float] = {}
    for line in lines:
        for word in line:
            place = round(word.x0)
            if place in last:
                yield word.top - last[place]
            last[place] = word.top


def lines_of(words: Sequence[Word], apart: float = LINE) -> list[Line]:
    """Words by the line that they stand on, lines from above."""
    lines: list[Line] = []
    for word in sorted(words, key=lambda w: (w.top, w.x0)):
        if lines and word.top - lines[-1][0].top <= apart:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line) for line in lines]


def crosses(piece: Line, strips: Sequence[Strip]) -> bool:
    """Whether a piece of a line stands over a strip between columns."""
    return any(piece[0].x0 < left and piece[-1].x1 > right for left, right in strips)

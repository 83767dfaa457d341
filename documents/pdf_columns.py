"""Tables of a PDF that no lines rule: columns by the strips that no word crosses, rows by gaps and by numbers.

A strip wider than the space between words cannot pass through running text, so a strip that stays free over all
lines parts two columns. Where lines belong to a row is less certain: what only the look of a row tells is marked
(`Cell.sure` is False), and becomes a doubt.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from documents.grid import MAX_COLUMNS, Cell, Table
from documents.understand.periods import period_in

_WIDER = 1.3  # spaces between words: a wider gap may part two columns
_HEADER = 8  # lines of a table that a header may be
_SAMPLE = 120  # lines of a long table that its columns are told by while it is read
_FEW = 6  # lines that show strips by chance
_NUMBER = re.compile(r"(?:№\s*)?(?:\d{1,4}|[IVX]{1,4})(?:\.\d{1,4})*[.)]?")
Strip = tuple[float, float]


class Word(NamedTuple):
    """A word where it stands, in points from the page's left and top."""

    x0: float
    x1: float
    top: float
    bottom: float
    text: str


Line = list[Word]


@dataclass(slots=True)
class _Run:
    """Lines of one page that may be (a part of) a table: from one paragraph to the next."""

    lines: list[Line]
    strips: list[
        Strip
    ]  # what parts its columns; the same list for runs of one table, none where it is no table


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
        plain = all(b.x0 - a.x1 <= self.space * _WIDER for a, b in pairwise(line))
        if strips and plain and line[0].x0 < strips[0][0]:
            strips = ()  # "5. Цифровизация" is a heading, not a number's cell and a title's
        for before, word in pairwise(line):
            wide = word.x0 - before.x1 > self.space * _WIDER
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


def lines_of(words: Sequence[Word], apart: float = 3.0) -> list[Line]:
    """Words by the line that they stand on, lines from above."""
    lines: list[Line] = []
    for word in sorted(words, key=lambda w: (w.top, w.x0)):
        if lines and word.top - lines[-1][0].top <= apart:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line) for line in lines]


def read_pages(pages: Sequence[Sequence[Word]]) -> list[list[Line | Table]]:
    """Each page as lines outside tables and tables, from above. No table at all where nothing stands in columns."""
    by_page = [lines_of(words) for words in pages]
    look = Look.of([line for lines in by_page for line in lines])
    by_page = _without_running(by_page, look)
    strips = _columns_of(by_page, look)
    parts: list[list[Line | _Run]] = []
    before: list[Strip] | None = None  # the columns that the page before ends with
    for lines, of in zip(by_page, strips, strict=True):
        parts.append(_parts(lines, of, before, look))
        before = next((s for s in reversed(of) if s is not None), None)
    return list(_blocks(parts, look))


def _without_running(pages: list[list[Line]], look: Look) -> list[list[Line]]:
    """Pages without the lines at their edges that every other page repeats, page numbers apart."""
    edges = [
        {_plain(line) for line in (*lines[:1], *lines[-1:]) if len(look.pieces(line)) < 3} for lines in pages
    ]
    counted = Counter(text for page in edges for text in page)
    running = {text for text, times in counted.items() if times >= 2 and times * 2 >= len(pages)} | {
        "#",
        "- # -",
    }
    return [
        [line for at, line in enumerate(lines) if 0 < at < len(lines) - 1 or _plain(line) not in running]
        for lines in pages
    ]


def _plain(line: Line) -> str:
    return re.sub(r"\d+", "#", " ".join(word.text for word in line))


def _parts(
    lines: Sequence[Line], strips_of: Sequence[list[Strip] | None], before: list[Strip] | None, look: Look
) -> list[Line | _Run]:
    """Lines of running text apart from runs of lines that stand in columns: three pieces or more, and what goes on
    in one of their cells. `strips_of` tells the columns of the former."""
    known = [i for i, strips in enumerate(strips_of) if strips is not None]
    parts: list[Line | _Run] = []
    for at, line in enumerate(lines):
        strips = strips_of[at]
        run = parts[-1] if parts and isinstance(parts[-1], _Run) else None
        if strips is None:
            place = bisect_right(known, at)
            below = strips_of[known[place]] if place < len(known) else None
            if below and known[place] - at > _HEADER and not (place == 0 and below is before):
                below = None
            strips = next((s for s in (run and run.strips, below) if s and _keeps(line, s, look)), None)
            near = run is not None and line[0].top - run.lines[-1][0].top <= look.leading * 1.12
            against = run.strips if run and near else below if not run else None
            if strips is None and against and _goes_on(line, against, look):
                strips = against
        if strips is None:
            parts.append(line)
        elif run and run.strips is strips:
            run.lines.append(line)
        else:
            parts.append(_Run([line], strips))
    return parts


def _keeps(line: Line, strips: Sequence[Strip], look: Look) -> bool:
    """Whether each piece of a line keeps to one column."""
    return not any(_crosses(piece, strips) for piece in look.pieces(line, strips))


def _goes_on(line: Line, strips: Sequence[Strip], look: Look) -> bool:
    """Whether a line that crosses columns is more of a row all the same: two cells that meet, where no number and no
    heading would begin."""
    pieces = look.pieces(line)
    begins = any(abs(line[0].x0 - right) <= 1 for _, right in strips)
    return begins or (len(pieces) > 1 and not _NUMBER.fullmatch(pieces[0][0].text))


def _columns_of(pages: Sequence[Sequence[Line]], look: Look) -> list[list[list[Strip] | None]]:
    """For each line of three pieces or more the strips between its columns, one list for all lines of a table; an
    empty one where it is no table's. None for other lines."""
    found: list[list[list[Strip] | None]] = [[None] * len(lines) for lines in pages]
    places: list[tuple[int, int]] = []
    group: list[Line] = []
    strips: list[Strip] = []
    for chunk in _chunks(pages, look):
        lines = [pages[page][at] for page, at in chunk]
        known = group if len(group) <= _SAMPLE else [*group[: 2 * _HEADER], *group[2 * _HEADER - _SAMPLE :]]
        joint = _strips([*known, *lines], look) if group else []
        if group and _suits(joint, known, lines, look):
            places += chunk
            group += lines
            strips = joint
        else:
            _note(found, places, strips if len(group) <= _SAMPLE else _strips(group, look))
            places, group, strips = list(chunk), lines, _strips(lines, look)
    _note(found, places, strips if len(group) <= _SAMPLE else _strips(group, look))
    return found


def _note(
    found: list[list[list[Strip] | None]], group: Sequence[tuple[int, int]], strips: list[Strip]
) -> None:
    whole = strips if 2 <= len(strips) < MAX_COLUMNS else []
    for page, at in group:
        found[page][at] = whole


def _suits(joint: Sequence[Strip], group: Sequence[Line], chunk: Sequence[Line], look: Look) -> bool:
    """Whether two lots of lines have the same columns, whose strips would be `joint`: a header that is printed again
    stands where it stood; else no strip of either is lost, but for a few lines, of which some strips are chance."""
    if len(joint) < 2:
        return False
    heads = {_said(line, look): line for line in group[:_HEADER]}
    again = [
        (heads[said], line)
        for line in chunk[:_HEADER]
        if len(said := _said(line, look)) > 2 and said in heads
    ]
    if again:
        return all(
            abs(a[0].x0 - b[0].x0) < 2
            for one, two in again
            for a, b in zip(look.pieces(one), look.pieces(two), strict=True)
        )
    return all(
        len(joint) >= len(_strips(lines, look)) * (0.7 if len(lines) <= _FEW else 0.9)
        for lines in (group, chunk)
    )


def _said(line: Line, look: Look) -> tuple[str, ...]:
    return tuple(" ".join(word.text for word in piece) for piece in look.pieces(line))


def _chunks(pages: Sequence[Sequence[Line]], look: Look) -> Iterator[list[tuple[int, int]]]:
    """Lines of three pieces or more that follow one another."""
    for page, lines in enumerate(pages):
        chunk: list[tuple[int, int]] = []
        for at, line in enumerate(lines):
            if len(look.pieces(line)) >= 3:
                chunk.append((page, at))
            elif chunk:
                yield chunk
                chunk = []
        if chunk:
            yield chunk


def _strips(lines: Sequence[Line], look: Look) -> list[Strip]:
    """Strips from top to bottom, wider than a space, that no piece of these lines stands in.

    What a header sets over several columns may cross them; so may one line in forty, where two cells meet.
    """
    cut = [look.pieces(line) for line in lines]
    most = max(map(len, cut), default=0)
    long = len(lines) > 2 * _HEADER
    head = [i for i, pieces in enumerate(cut[:_HEADER]) if long or len(pieces) < most]
    strips = _free([p for i, pieces in enumerate(cut) if i not in head for p in pieces], len(lines) // 40)
    for piece in (p for i in head for p in cut[i]):
        strips = [rest for strip in strips for rest in _left_free(strip, piece)]
    return [(left, right) for left, right in strips if right - left > look.space * _WIDER]


def _free(pieces: Sequence[Line], few: int) -> list[Strip]:
    """Between the first and the last edge, what at most `few` pieces cover."""
    edges = [(p[0].x0, 1) for p in pieces] + [(p[-1].x1, -1) for p in pieces]
    found: list[Strip] = []
    covered, free_from = 0, None
    for x, step in sorted(edges):
        covered += step
        if covered <= few and free_from is None:
            free_from = x
        elif covered > few and free_from is not None:
            found.append((free_from, x))
            free_from = None
    return found[1:] if few else found  # before the first column few pieces have begun


def _left_free(strip: Strip, piece: Line) -> list[Strip]:
    """What a header's piece leaves of a strip: all where it goes over the whole of it."""
    (left, right), x0, x1 = strip, piece[0].x0, piece[-1].x1
    if x1 <= left or x0 >= right or (x0 < left and x1 > right):
        return [strip]
    return [(a, b) for a, b in ((left, x0), (x1, right)) if b > a]


def _crosses(piece: Line, strips: Sequence[Strip]) -> bool:
    return any(piece[0].x0 < left and piece[-1].x1 > right for left, right in strips)


def _blocks(pages: Sequence[Sequence[Line | _Run]], look: Look) -> Iterator[list[Line | Table]]:
    """The pages' parts in order. Lines between two runs of one table are headings in it."""
    held: list[Line] = []
    strips: list[Strip] | None = None
    for page in pages:
        done: list[Line | Table] = []
        rows: _Rows | None = None
        for part in page:
            if isinstance(part, list):
                held.append(part)
            elif not part.strips:
                done += [*([rows.table()] if rows else []), *held, *_unplaced(part.lines, look)]
                held, rows = [], None
            elif part.strips is strips:
                rows = rows or _Rows(strips, look)
                rows.head(held)
                rows.take(part.lines)
                held = []
            else:
                done += [*([rows.table()] if rows else []), *held]
                held, strips = [], part.strips
                rows = _Rows(strips, look)
                rows.take(part.lines)
        if rows:
            done.append(rows.table())
        yield done
    if held:
        yield list(held)


def _unplaced(lines: Sequence[Line], look: Look) -> Iterator[Table]:
    """Lines of several pieces that make no table: what they print is not lost, and is asked about."""
    for line in lines:
        texts = [" ".join(word.text for word in piece) for piece in look.pieces(line)]
        yield Table([[Cell(text, 0, at, sure=False) for at, text in enumerate(texts)]], ruled=False)


class _Rows:
    """The rows of a table on one page, from its lines."""

    def __init__(self, strips: Sequence[Strip], look: Look) -> None:
        self._strips, self._look = strips, look
        self._width = len(strips) + 1
        self._grid: list[list[Cell | None]] = []
        self._lines: list[Line] = []
        self._middles: dict[tuple[int, int], float] = {}  # of the cells of rows that may be a header

    def table(self) -> Table:
        for at in range(min(len(self._grid) - 1, 4)):
            self._spread(at)
        return Table(self._grid, merges=False, cut=True, ruled=False)

    def _spread(self, at: int) -> None:
        """A period set in the middle over its parts ("2025" over I … IV) spans the columns that it is nearest to."""
        upper, lower = self._grid[at], self._grid[at + 1]
        periods = [
            c for c, cell in enumerate(upper) if (at, c) in self._middles and cell and period_in(cell.text)
        ]
        under = [
            c
            for c, cell in enumerate(lower)
            if cell
            and len(cell.text) < 25
            and (at + 1, c) in self._middles
            and (c in periods or not upper[c])
        ]
        if not periods or len(under) < len(periods) * 2:
            return
        nearest: dict[int, list[int]] = {place: [] for place in periods}
        for column in under:
            middle = self._middles[at + 1, column]
            nearest[min(periods, key=lambda p: abs(self._middles[at, p] - middle))].append(column)
        if any(not c or c[-1] - c[0] + 1 != len(c) for c in nearest.values()):
            return
        cells = {place: upper[place] for place in periods}
        for place, columns in nearest.items():
            cell = cells[place]
            upper[place] = None if place not in under else upper[place]
            if cell:
                whole = Cell(cell.text, at, columns[0], 1, len(columns))
                upper[columns[0] : columns[-1] + 1] = [whole] * len(columns)

    def head(self, lines: Sequence[Line]) -> None:
        """Lines over the whole width: a heading for each run of them with no gap between."""
        for at, line in enumerate(lines):
            text = " ".join(word.text for word in line)
            if at and line[0].top - lines[at - 1][0].top <= self._look.leading * 1.12 and self._grid[-1][0]:
                self._grid[-1][0].text += f" {text}"
                continue
            cell = Cell(text, len(self._grid), 0, 1, self._width)
            self._grid.append([cell] * self._width)

    def take(self, lines: list[Line]) -> None:
        """Rows of the lines of one run."""
        self._lines = lines
        first = [self._texts([line]).get(0, "") for line in lines]
        printed = [text for text in first if text]
        self._numbered = [bool(_NUMBER.fullmatch(text)) for text in first]
        self._has_numbers = sum(self._numbered) * 2 > len(printed) > 0
        for group, sure in self._groups():
            self._grid += self._cells(group, len(self._grid), sure)

    def _column(self, x: float) -> int:
        return bisect_right([right for _, right in self._strips], x + 0.5)

    def _texts(self, lines: Sequence[Line]) -> dict[int, str]:
        """What the lines print in each column."""
        found: dict[int, list[str]] = {}
        for line in lines:
            for piece in self._look.pieces(line, self._strips):
                found.setdefault(self._column(piece[0].x0), []).extend(word.text for word in piece)
        return {
            column: re.sub(r"(?<=\w)- (?=[а-яёәіңғүұқөһa-z])", "-", " ".join(words))
            for column, words in found.items()
        }

    def _groups(self) -> Iterator[tuple[list[int], bool]]:
        """Lines by the row that they make, and whether that is certain: gaps part the rows; where they do not,
        numbers do, or else lines that look like a beginning, and neither is certain."""
        for block in self._by_gaps():
            numbers = [i for i in block if self._numbered[i]]
            if not self._has_numbers:
                yield from self._by_look(block)
            elif len(numbers) <= 1:
                yield block, bool(numbers) or block[0] < _HEADER
            else:
                starts = [block[0], *(i for i in numbers if i != block[0])]
                for begin, end in pairwise([*starts, block[-1] + 1]):
                    yield list(range(begin, end)), False

    def _by_gaps(self) -> Iterator[list[int]]:
        block, reach = [0], max(word.bottom for word in self._lines[0])
        between = self._look.leading - self._look.height + self._look.leading * 0.12
        for at, line in enumerate(self._lines[1:], 1):
            if line[0].top - reach > between:
                yield block
                block, reach = [], 0.0
            block.append(at)
            reach = max(reach, *(word.bottom for word in line))
        yield block

    def _by_look(self, block: list[int]) -> Iterator[tuple[list[int], bool]]:
        """Several lines that print most columns, each cell from a capital or a figure, are as many rows."""
        cells = {i: list(self._texts([self._lines[i]]).values()) for i in block}
        most = max(map(len, cells.values()))
        begins = [
            i
            for i, texts in cells.items()
            if len(texts) * 3 >= most * 2 and sum(not t[0].islower() for t in texts) * 5 >= len(texts) * 3
        ]
        starts = [block[0], *(i for i in begins if i != block[0])] if len(begins) > 2 else [block[0]]
        for begin, end in pairwise([*starts, block[-1] + 1]):
            yield list(range(begin, end)), len(starts) == 1

    def _cells(self, group: list[int], at: int, sure: bool) -> Iterator[list[Cell | None]]:
        lines = [self._lines[i] for i in group]
        spans = [span for line in lines for span in self._spans(line)]
        if spans and group[0] < _HEADER:
            yield from self._two_rows(lines, spans, at)
            return
        row: list[Cell | None] = [None] * self._width
        for column, text in self._texts(lines).items():
            row[column] = Cell(text, at, column, sure=sure and not spans)
        if at <= _HEADER:
            for piece in (p for line in lines for p in self._look.pieces(line, self._strips)):
                self._middles[at, self._column(piece[0].x0)] = (piece[0].x0 + piece[-1].x1) / 2
        yield row

    def _spans(self, line: Line) -> Iterator[tuple[int, int, str]]:
        """Pieces over several columns: first and last of them, and the words."""
        for piece in self._look.pieces(line, self._strips):
            first, last = self._column(piece[0].x0), self._column(piece[-1].x1)
            if last > first:
                yield first, last, " ".join(w.text for w in piece)

    def _two_rows(
        self, lines: list[Line], spans: list[tuple[int, int, str]], at: int
    ) -> Iterator[list[Cell | None]]:
        """A header with a cell over several columns and their own names below it."""
        upper: list[Cell | None] = [None] * self._width
        lower: list[Cell | None] = [None] * self._width
        spanning = {text for _, _, text in spans}
        rest = [
            [
                w
                for piece in self._look.pieces(line, self._strips)
                if " ".join(p.text for p in piece) not in spanning
                for w in piece
            ]
            for line in lines
        ]
        names = self._texts([line for line in rest if line])
        under = {c for first, last, _ in spans for c in range(first, last + 1)}
        for first, last, text in spans:
            cell = Cell(text, at, first, 1, last - first + 1)
            upper[first : last + 1] = [cell] * (last - first + 1)
        for column, text in names.items():
            if column in under:
                lower[column] = Cell(text, at + 1, column)
            else:
                upper[column] = lower[column] = Cell(text, at, column, 2)
        yield upper
        if names.keys() & under:
            yield lower

"""The tables that a page rules: which lines meet, and which squares between them no line parts.

A square's wall counts where a line covers most of it, so that open outer sides, lines drawn as dots or thin boxes and
strokes that reach into a cell do not matter. Heights run downwards from the page's top.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from core.kernel.errors import UnreadableFile
from documents.grids.grid import MAX_COLUMNS, MAX_ROWS
from documents.pdf.pdf_page import Drawn

_SNAP = 2.0  # points: lines as near as this are one line drawn twice
_JOIN = 3.0  # a gap as small as this is none
_DOT = 8.0  # lines shorter than this are dots and dashes of a line, a gap of as much apart
_SHORT = 12.0  # a line shorter than this is none
_MOST = 0.8  # of a square's side that a wall covers
_MAX_LINES = 6_000  # on one page


@dataclass(slots=True)
class Line:
    """A level line (at `place` from the top, from left to right) or an upright one (from the left, from above)."""

    place: float
    begin: float
    end: float


@dataclass(slots=True)
class Ruled:
    """A ruled table: the places of its upright lines and of its level ones, and for each square between them the
    number of its cell."""

    xs: list[float]
    ys: list[float]
    cells: list[list[int]]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]


@dataclass(slots=True)
class Rules:
    """All lines of a page, and the tables that they make, from above."""

    level: list[Line]
    upright: list[Line]
    tables: list[Ruled]


def rules_of(page: Drawn) -> Rules:
    """Raises UnreadableFile("file-too-slow") where the page draws more lines than any table has."""
    level, upright = [], []
    for left, bottom, right, top in page.lines:
        if right - left >= top - bottom:
            level.append(Line(page.height - (bottom + top) / 2, left, right))
        else:
            upright.append(Line((left + right) / 2, page.height - top, page.height - bottom))
    level, upright = _joined(level), _joined(upright)
    if len(level) + len(upright) > _MAX_LINES or len(level) * len(upright) > _MAX_LINES * 100:
        raise UnreadableFile("file-too-slow")
    tables = [ruled for h, v in _meeting(level, upright) if (ruled := _ruled(h, v))]
    tables = [t for t in tables if not any(_within(t.box, other.box) for other in tables if other is not t)]
    return Rules(level, upright, sorted(tables, key=lambda t: t.ys[0]))


def _within(inner: Sequence[float], outer: Sequence[float]) -> bool:
    """Whether a table stands in a cell of another one."""
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
        and inner != outer
    )


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Lines of one place and without gaps are one line."""
    found: list[Line] = []
    group: list[Line] = []
    for line in sorted(lines, key=lambda one: one.place):
        if group and line.place - group[0].place > _SNAP:
            found += _chained(group)
            group = []
        group.append(line)
    found += _chained(group)
    return found


def _chained(group: Sequence[Line]) -> Iterator[Line]:
    """The lines along one place, dots and dashes strung together."""
    if not group:
        return
    place = sum(line.place for line in group) / len(group)
    chain: Line | None = None
    pieces, short = 0, True
    for line in sorted(group, key=lambda one: one.begin):
        dotted = short and line.end - line.begin < _DOT
        if chain and line.begin - chain.end <= (_DOT if dotted else _JOIN):
            chain.end = max(chain.end, line.end)
            pieces += 1
            short = dotted
            continue
        if chain and _counts(chain, pieces, short):
            yield chain
        chain, pieces, short = Line(place, line.begin, line.end), 1, line.end - line.begin < _DOT
    if chain and _counts(chain, pieces, short):
        yield chain


def _counts(chain: Line, pieces: int, short: bool) -> bool:
    length = chain.end - chain.begin
    return length >= 2 * _SHORT if short and pieces > 1 else length >= _DOT


def _meeting(level: Sequence[Line], upright: Sequence[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Lines by the table that they belong to: those that meet one another."""
    group = list(range(len(level) + len(upright)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for i, h in enumerate(level):
        for j, v in enumerate(upright, len(level)):
            meet = h.begin - _JOIN <= v.place <= h.end + _JOIN and v.begin - _JOIN <= h.place <= v.end + _JOIN
            if meet:
                group[root(i)] = root(j)
    found: dict[int, tuple[list[Line], list[Line]]] = {}
    for at in range(len(group)):
        own = found.setdefault(root(at), ([], []))
        if at < len(level):
            own[0].append(level[at])
        else:
            own[1].append(upright[at - len(level)])
    yield from (lines for lines in found.values() if all(lines))
    yield from _bare(line for h, v in found.values() if not h for line in v)


def _bare(upright: Iterator[Line]) -> Iterator[tuple[list[Line], list[Line]]]:
    """Upright lines side by side that no level line meets: the columns of a table."""
    by_place: dict[tuple[int, int], list[Line]] = {}
    for line in upright:
        by_place.setdefault((round(line.begin / 6), round(line.end / 6)), []).append(line)
    for lines in by_place.values():
        if len(lines) >= 3 and lines[0].end - lines[0].begin > 3 * _SHORT:
            yield [], lines


def _ruled(level: Sequence[Line], upright: Sequence[Line]) -> Ruled | None:
    """The table of lines that meet; None for a frame around text, or a line under a word."""
    xs = _places([v.place for v in upright] + _ends(level))
    ys = _places([h.place for h in level] + _ends(upright))
    if len(xs) < 3 or len(ys) < 2:
        return None
    if len(xs) > MAX_COLUMNS or len(ys) > MAX_ROWS or len(xs) * len(ys) > 200_000:
        raise UnreadableFile("file-too-slow")
    walls = _walls(upright, xs, ys)
    floors = [list(column) for column in zip(*_walls(level, ys, xs), strict=True)]
    cells = _cells(walls, floors, len(xs) - 1, len(ys) - 1)
    if all(len(set(row)) == 1 for row in cells):
        return None
    return Ruled(xs, ys, cells)


def _ends(lines: Sequence[Line]) -> list[float]:
    """Where the outermost of lines across end: a side that may be left open."""
    if not lines:
        return []
    first, last = min(one.begin for one in lines), max(one.end for one in lines)
    return [
        end
        for end, ends in ((first, [one.begin for one in lines]), (last, [one.end for one in lines]))
        if sum(abs(other - end) <= _JOIN for other in ends) >= 2 or len(lines) == 1
    ]


def _places(places: Sequence[float]) -> list[float]:
    """Places in order; those nearer than a line's own width are one."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _JOIN:
            kept.append(place)
    return kept


def _walls(lines: Sequence[Line], places: Sequence[float], across: Sequence[float]) -> list[list[bool]]:
    """For each place and each stretch between two places across: whether lines cover most of it."""
    by_place: dict[int, list[Line]] = {}
    for line in lines:
        by_place.setdefault(_nearest(places, line.place), []).append(line)
    found = []
    for at in range(len(places)):
        own = by_place.get(at, [])
        found.append([_covered(own, a, b) for a, b in zip(across[:-1], across[1:], strict=True)])
    return found


def _covered(lines: Sequence[Line], begin: float, end: float) -> bool:
    shared = sum(max(0.0, min(line.end, end) - max(line.begin, begin)) for line in lines)
    return shared >= (end - begin) * _MOST


def _nearest(places: Sequence[float], place: float) -> int:
    after = bisect_left(places, place)
    if after == len(places) or (after and place - places[after - 1] <= places[after] - place):
        return after - 1
    return after


def _cells(walls: list[list[bool]], floors: list[list[bool]], width: int, height: int) -> list[list[int]]:
    """For each square the number of its cell. `walls[x][y]` parts squares beside each other, `floors[x][y]` those
    under each other. Squares that make no rectangle are cut by rows."""
    number = [[-1] * width for _ in range(height)]
    count = 0
    for y in range(height):
        for x in range(width):
            if number[y][x] < 0:
                _fill(number, walls, floors, x, y, count)
                count += 1
    for y in range(height):
        for x in range(width):
            count = max(count, number[y][x] + 1)
    for squares in _uneven(number):
        for y in {y for _, y in squares}:
            for run in _runs(sorted(x for x, at in squares if at == y), walls, y):
                for x in run:
                    number[y][x] = count
                count += 1
    return number


def _fill(
    number: list[list[int]], walls: list[list[bool]], floors: list[list[bool]], x: int, y: int, mark: int
) -> None:
    """Marks a square and all that no line parts from it."""
    width, height = len(number[0]), len(number)
    waiting = [(x, y)]
    number[y][x] = mark
    while waiting:
        x, y = waiting.pop()
        for dx, dy, closed in (
            (1, 0, x + 1 >= width or walls[x + 1][y]),
            (-1, 0, x == 0 or walls[x][y]),
            (0, 1, y + 1 >= height or floors[x][y + 1]),
            (0, -1, y == 0 or floors[x][y]),
        ):
            if not closed and number[y + dy][x + dx] < 0:
                number[y + dy][x + dx] = mark
                waiting.append((x + dx, y + dy))


def _uneven(number: list[list[int]]) -> list[list[tuple[int, int]]]:
    """The squares of cells that are no rectangles."""
    squares: dict[int, list[tuple[int, int]]] = {}
    for y, row in enumerate(number):
        for x, mark in enumerate(row):
            squares.setdefault(mark, []).append((x, y))
    return [
        found
        for found in squares.values()
        if len(found) > 1 and len(found) != _extent(found, 0) * _extent(found, 1)
    ]


def _extent(squares: Sequence[tuple[int, int]], axis: int) -> int:
    places = [square[axis] for square in squares]
    return max(places) - min(places) + 1


def _runs(xs: Sequence[int], walls: list[list[bool]], y: int) -> Iterator[list[int]]:
    run: list[int] = []
    for x in xs:
        if run and (x != run[-1] + 1 or walls[x][y]):
            yield run
            run = []
        run.append(x)
    if run:
        yield run

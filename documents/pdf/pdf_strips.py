"""Which strips part the columns of lines that belong to one table: those that no word crosses from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from documents.grids.grid import MAX_COLUMNS
from documents.pdf.pdf_words import HEADER, WIDER, Line, Look, Strip

_SAMPLE = 120  # lines of a long table that its columns are told by while it is read
_FEW = 6  # lines that show strips by chance


def columns_of(pages: Sequence[Sequence[Line]], look: Look) -> list[list[list[Strip] | None]]:
    """For each line of three pieces or more the strips between its columns, one list for all lines of a table; an
    empty one where it is no table's. None for other lines."""
    found: list[list[list[Strip] | None]] = [[None] * len(lines) for lines in pages]
    places: list[tuple[int, int]] = []
    group: list[Line] = []
    strips: list[Strip] = []
    for chunk in _chunks(pages, look):
        lines = [pages[page][at] for page, at in chunk]
        known = group if len(group) <= _SAMPLE else [*group[: 2 * HEADER], *group[2 * HEADER - _SAMPLE :]]
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
    heads = {_said(line, look): line for line in group[:HEADER]}
    again = [
        (heads[said], line) for line in chunk[:HEADER] if len(said := _said(line, look)) > 2 and said in heads
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
    long = len(lines) > 2 * HEADER
    head = [i for i, pieces in enumerate(cut[:HEADER]) if long or len(pieces) < most]
    strips = _free([p for i, pieces in enumerate(cut) if i not in head for p in pieces], len(lines) // 40)
    for piece in (p for i in head for p in cut[i]):
        strips = [rest for strip in strips for rest in _left_free(strip, piece)]
    return [(left, right) for left, right in strips if right - left > look.space * WIDER]


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

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

from core.kernel.errors import UnreadableFile
from documents.grids.grid import Cell, Table
from documents.pdf.pdf_rows import NUMBER, Rows, Tally
from documents.pdf.pdf_strips import columns_of
from documents.pdf.pdf_words import HEADER, Line, Look, Strip, Word, crosses, lines_of


@dataclass(slots=True)
class _Run:
    """Lines of one page that may be (a part of) a table: from one paragraph to the next."""

    lines: list[Line]
    strips: list[
        Strip
    ]  # what parts its columns; the same list for runs of one table, none where it is no table


def read_pages(pages: Sequence[Sequence[Word]]) -> list[list[Line | Table]]:
    """Each page as lines outside tables and tables, from above. No table at all where nothing stands in columns.

    Raises UnreadableFile("file-rows-too-close") where rows with no gap between them show signs of being no rows.
    """
    by_page = [lines_of(words) for words in pages]
    look = Look.of([line for lines in by_page for line in lines])
    by_page = _without_running(by_page, look)
    strips = columns_of(by_page, look)
    parts: list[list[Line | _Run]] = []
    before: list[Strip] | None = None  # the columns that the page before ends with
    for lines, of in zip(by_page, strips, strict=True):
        parts.append(_parts(lines, of, before, look))
        before = next((s for s in reversed(of) if s is not None), None)
    tally = Tally()
    found = _blocks(parts, look, tally)
    if tally.tight and tally.wrong:
        raise UnreadableFile("file-rows-too-close")
    for part in (p for page in found for p in page if tally.tight and isinstance(p, Table)):
        for cell in (c for row in part.rows for c in row if c):
            cell.sure = False
    return found


def in_columns(words: Sequence[Word], least: int = 4) -> Table | None:
    """The first of at least `least` lines that follow one another in three pieces or more, as a row that is asked about;
    None where text stands in no columns."""
    lines = lines_of(words)
    look = Look.of(lines)
    run: list[Line] = []
    for line in lines:
        run = [*run, line] if len(look.pieces(line)) >= 3 else []
        if len(run) == least:
            return next(_unplaced(run, look))
    return None


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
            if below and known[place] - at > HEADER and not (place == 0 and below is before):
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
    return not any(crosses(piece, strips) for piece in look.pieces(line, strips))


def _goes_on(line: Line, strips: Sequence[Strip], look: Look) -> bool:
    """Whether a line that crosses columns is more of a row all the same: two cells that meet, where no number and no
    heading would begin."""
    pieces = look.pieces(line)
    begins = any(abs(line[0].x0 - right) <= 1 for _, right in strips)
    return begins or (len(pieces) > 1 and not NUMBER.fullmatch(pieces[0][0].text))


def _blocks(pages: Sequence[Sequence[Line | _Run]], look: Look, tally: Tally) -> list[list[Line | Table]]:
    """The pages' parts in order. Lines between two runs of one table, over a page's end too, are headings in it;
    all others stay on their own page."""
    found: list[list[Line | Table]] = []
    held = _Held()
    strips: list[Strip] | None = None
    for page in pages:
        done: list[Line | Table] = []
        found.append(done)
        rows: Rows | None = None
        for part in page:
            if isinstance(part, list):
                held.lines.append((part, done))
            elif part.strips and part.strips is strips:
                rows = rows or Rows(strips, look, tally)
                rows.head(held.taken())
                rows.take(part.lines)
            else:
                done += [rows.table()] if rows else []
                held.put()
                rows = None
                if not part.strips:
                    done += _unplaced(part.lines, look)
                    continue
                strips = part.strips
                rows = Rows(strips, look, tally)
                rows.take(part.lines)
        if rows:
            done.append(rows.table())
    held.put()
    return found


class _Held:
    """Lines of which is not known yet whether they are headings in a table, each with what its page gives."""

    def __init__(self) -> None:
        self.lines: list[tuple[Line, list[Line | Table]]] = []

    def taken(self) -> list[Line]:
        """They are: all of them."""
        lines = [line for line, _ in self.lines]
        self.lines.clear()
        return lines

    def put(self) -> None:
        """They are not: each goes to its page."""
        for line, page in self.lines:
            page.append(line)
        self.lines.clear()


def _unplaced(lines: Sequence[Line], look: Look) -> Iterator[Table]:
    """Lines of several pieces that make no table: what they print is not lost, and is asked about."""
    for line in lines:
        texts = [" ".join(word.text for word in piece) for piece in look.pieces(line)]
        yield Table([[Cell(text, 0, at, sure=False) for at, text in enumerate(texts)]], ruled=False)

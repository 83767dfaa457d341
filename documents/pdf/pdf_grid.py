"""PDF with a text layer → grid: tables by their ruled lines (without any, by `documents.pdf.pdf_columns`), rows cut by a page's end put together again."""

from __future__ import annotations

import io
import logging
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from typing import Any

from core.kernel.errors import UnreadableFile
from core.kernel.text import clean
from documents.grids.grid import MAX_COLUMNS, MAX_ROWS, Block, Cell, Document, Paragraph, Table
from documents.pdf.pdf_columns import in_columns, read_pages
from documents.pdf.pdf_light import lighten
from documents.pdf.pdf_words import Word

_MAX_PAGES = 400
_LINE = 3.0  # points: words this near in height stand on one line
_PAGE_NUMBER = re.compile(r"^[-–—]?\s*\d{1,4}\s*[-–—]?$")


def read_pdf(data: bytes) -> Document:
    """Paragraphs and tables, page by page. Raises UnreadableFile: file-protected, file-no-text, file-unreadable,
    file-rows-too-close (a table whose rows nothing parts)."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns about every odd font
    try:
        blocks = _blocks(data)
    except UnreadableFile:
        raise
    except Exception as error:  # the parser raises whatever a damaged file makes it stumble on
        protected = "Password" in type(error).__name__ or "Password" in repr(error) or "ncrypt" in repr(error)
        raise UnreadableFile("file-protected" if protected else "file-unreadable") from error
    if not blocks:
        raise UnreadableFile("file-no-text")
    return Document(blocks)


def _blocks(data: bytes) -> list[Block]:
    import pdfplumber  # heavy: only a PDF pays for it

    pages: list[list[Placed]] = []
    words: list[list[Word]] = []  # those outside ruled tables
    rows = 0
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        if len(pdf.pages) > _MAX_PAGES:
            raise UnreadableFile("file-not-a-plan")
        for page in pdf.pages:
            lighten(page)
            placed, printed = _page(page)
            words.append(printed)
            rows += sum(len(block.rows) for _, block in placed if isinstance(block, Table))
            if rows > MAX_ROWS:
                raise UnreadableFile("file-not-a-plan")
            pages.append(placed)
            page.close()
    pages = _also_unruled(pages, words) if rows else _unruled(words)
    running = _running(pages)
    return [
        b
        for page in pages
        for share, b in page
        if not (isinstance(b, Paragraph) and _same(share, b) in running)
    ]


def _unruled(pages: list[list[Word]]) -> list[list[Placed]]:
    """The pages of a document that draws no tables: what stands in columns is one all the same."""
    found: list[list[Placed]] = []
    rows = 0
    for parts in read_pages(pages):
        placed: list[Placed] = []
        loose: list[Word] = []
        for part in parts:
            if isinstance(part, list):
                if loose and part[0].top < loose[-1].top:  # from the top of the next page
                    placed += _as_paragraphs(loose)
                    loose = []
                loose += part
                continue
            placed += _as_paragraphs(loose)
            loose = []
            placed.append((0.5, part))
            rows += len(part.rows)
        found.append(placed + _as_paragraphs(loose))
        if rows > MAX_ROWS:
            raise UnreadableFile("file-not-a-plan")
    return found


def _also_unruled(pages: list[list[Placed]], words: list[list[Word]]) -> list[list[Placed]]:
    """The pages of a document with ruled tables: pages that have none may hold a table without lines, which is read;
    text in columns beside a ruled table, and rows set too close, are asked about."""
    bare = [i for i, placed in enumerate(pages) if not any(isinstance(b, Table) for _, b in placed)]
    try:
        read = dict(zip(bare, _unruled([words[i] for i in bare]), strict=True))
    except UnreadableFile:
        read = {}
    found: list[list[Placed]] = []
    for i, placed in enumerate(pages):
        again = read.get(i, [])
        if any(isinstance(b, Table) and len(b.rows) > 3 for _, b in again):
            found.append(again)
        else:
            asked = in_columns(words[i])
            found.append([*placed, (0.5, asked)] if asked else placed)
    return found


def _as_paragraphs(words: list[Word]) -> list[Placed]:
    return [(0.5, Paragraph(text)) for _, text in _paragraphs([w._asdict() for w in words], [], 0.0)]


Placed = tuple[float, Block]  # how far down its page a block begins, from 0 to 1


def _running(pages: list[list[Placed]]) -> set[str]:
    """Headers and footers: what stands at the edge of at least half of the pages, page numbers apart."""
    counted = Counter(
        text
        for page in pages
        for text in {
            _same(share, b) for share, b in page if isinstance(b, Paragraph) and not 0.1 < share < 0.9
        }
    )
    return {text for text, times in counted.items() if times >= 2 and times * 2 >= len(pages)}


def _same(share: float, paragraph: Paragraph) -> str:
    edge = "top" if share < 0.5 else "bottom"
    return f"{edge} {re.sub(r'[0-9]+', '#', paragraph.text)}"


def _page(page: Any) -> tuple[list[Placed], list[Word]]:
    """A page's blocks (their height as a share of the page's), and the words that stand outside its ruled tables."""
    tables = [
        t for t in page.find_tables() if len({c[0] for c in t.cells}) > 1
    ]  # a frame around text is none
    tables.sort(key=lambda t: t.bbox[1])
    words = page.extract_words(x_tolerance=2, y_tolerance=2)
    blocks: list[tuple[float, Block]] = []
    for found in tables:
        inside = [w for w in words if _inside(w, found.bbox)]
        blocks.append((found.bbox[1], _table(found, inside)))
        taken = set(map(id, inside))
        words = [w for w in words if id(w) not in taken]
    boxes = [found.bbox for found in tables]
    blocks += [(top, Paragraph(text)) for top, text in _paragraphs(words, boxes, float(page.height))]
    height = float(page.height) or 1.0
    placed = [(top / height, block) for top, block in sorted(blocks, key=lambda b: b[0])]
    return placed, [Word(w["x0"], w["x1"], w["top"], w["bottom"], w["text"]) for w in words]


def _inside(word: dict[str, Any], box: tuple[float, float, float, float]) -> bool:
    middle = (word["top"] + word["bottom"]) / 2
    return bool(box[1] <= middle <= box[3] and box[0] - 1 <= word["x0"] <= box[2] + 1)


def _paragraphs(words: list[dict[str, Any]], boxes: list[Any], height: float) -> list[tuple[float, str]]:
    """Lines of text; a line set close under another, with no table between, goes on with it."""
    lines: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: (round(w["top"] / _LINE), w["x0"])):
        if lines and abs(lines[-1][0]["top"] - word["top"]) <= _LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    found: list[tuple[float, float, str]] = []
    for line in lines:
        text = " ".join(w["text"] for w in line)
        top, bottom = line[0]["top"], line[0]["bottom"]
        if _PAGE_NUMBER.match(text) and (top < height * 0.1 or bottom > height * 0.9):
            continue
        if found and 0 <= top - found[-1][1] < (bottom - top) * 0.45:
            before = found[-1]
            found[-1] = (before[0], bottom, f"{before[2]} {text}")
        else:
            found.append((top, bottom, text))
    return [(top, clean(text)) for top, _, text in found if text.strip()]


def _table(found: Any, words: list[dict[str, Any]]) -> Table:
    """A page's table; what its drawn cells span is what they merge."""
    columns = _distinct(sorted({x for cell in found.cells for x in (cell[0], cell[2])}))
    rows = _distinct(sorted({y for cell in found.cells for y in (cell[1], cell[3])}))
    texts = _texts(words, columns, rows)
    grid: list[list[Cell | None]] = [[None] * (len(columns) - 1) for _ in rows[1:]]
    for box in found.cells:
        left, right = _nearest(columns, box[0]), _nearest(columns, box[2])
        top, bottom = _nearest(rows, box[1]), _nearest(rows, box[3])
        if right <= left or bottom <= top or right > MAX_COLUMNS:
            continue
        inside = [
            w
            for row in range(top, bottom)
            for column in range(left, right)
            for w in texts.get((row, column), ())
        ]
        cell = Cell(_cell_text(inside), top, left, bottom - top, right - left)
        for row in range(top, bottom):
            for column in range(left, right):
                grid[row][column] = cell
    for (row, column), left_over in texts.items():  # a cell that some line does not close
        if row < len(grid) and column < len(grid[row]) and grid[row][column] is None:
            grid[row][column] = Cell(_cell_text(left_over), row, column)
    return Table(grid, cut=True)


def _texts(
    words: list[dict[str, Any]], columns: list[float], rows: list[float]
) -> dict[tuple[int, int], list[dict[str, Any]]]:
    """Words by the square of the grid that they begin in."""
    found: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for word in words:
        row = bisect_right(rows, (word["top"] + word["bottom"]) / 2) - 1
        column = bisect_right(columns, word["x0"] + 0.5) - 1
        found.setdefault((max(row, 0), max(column, 0)), []).append(word)
    return found


def _cell_text(words: list[dict[str, Any]]) -> str:
    lines: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: (w["top"], w["x0"])):
        if lines and abs(lines[-1][0]["top"] - word["top"]) <= _LINE:
            lines[-1].append(word)
        else:
            lines.append([word])
    return _one_text(
        "\n".join(" ".join(w["text"] for w in sorted(line, key=lambda w: w["x0"])) for line in lines)
    )


def _one_text(printed: str) -> str:
    """Lines of a cell are one text: breaks in a PDF are where the column ended. A hyphen at an end stays one word."""
    text = re.sub(r"(?<=\w)-\n(?=\w)", "-", printed)
    return clean(text.replace("\n", " "))


def _distinct(places: list[float]) -> list[float]:
    """Edges nearer than two points are one edge drawn twice."""
    kept: list[float] = []
    for place in places:
        if not kept or place - kept[-1] > 2:
            kept.append(place)
    return kept


def _nearest(edges: list[float], place: float) -> int:
    after = bisect_left(edges, place)
    if after == len(edges) or (after and place - edges[after - 1] <= edges[after] - place):
        return after - 1
    return after

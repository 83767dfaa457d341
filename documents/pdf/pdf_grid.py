"""PDF with a text layer → grid: tables by their ruled lines (without any, by `documents.pdf.pdf_columns`), rows cut by a page's end put together again."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from core.kernel.errors import UnreadableFile
from documents.grids.grid import MAX_ROWS, Block, Document, Paragraph, Table
from documents.pdf.pdf_budget import MAX_OBJECTS, MAX_PAGES, Budget, bounded
from documents.pdf.pdf_columns import in_columns, read_pages
from documents.pdf.pdf_hyphens import settled
from documents.pdf.pdf_page import Drawn, Pages
from documents.pdf.pdf_paragraphs import paragraphs
from documents.pdf.pdf_pieces import pieces_of, upright_words
from documents.pdf.pdf_rules import Line, rules_of
from documents.pdf.pdf_stripes import parted
from documents.pdf.pdf_tables import banded, inside, table_of
from documents.pdf.pdf_words import Word

_UNREAD = 0.3  # of the letters: where so many cannot be told, what is left is no text
_PICTURE = 0.3  # of a page: a picture as large as this may show what the page has to say

Placed = tuple[float, Block]  # how far down its page a block begins, from 0 to 1


def read_pdf(data: bytes) -> Document:
    """Paragraphs and tables, page by page. Raises UnreadableFile: file-protected, file-no-text, file-unreadable,
    file-rows-too-close (a table whose rows nothing parts), file-bomb, file-too-slow."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns about every odd font
    try:
        pages = _read(data)
    except (UnreadableFile, MemoryError):
        raise
    except Exception as error:  # the parser raises whatever a damaged file makes it stumble on
        protected = "Password" in type(error).__name__ or "Password" in repr(error) or "ncrypt" in repr(error)
        raise UnreadableFile("file-protected" if protected else "file-unreadable") from error
    unread, read = sum(p.drawn.unread for p in pages), sum(p.drawn.read for p in pages)
    if unread > (unread + read) * _UNREAD:
        raise UnreadableFile("file-no-text")
    blocks = _blocks(pages)
    if not blocks:
        raise UnreadableFile("file-no-text")
    pictures = [at for at, p in enumerate(pages, 1) if p.drawn.picture > _PICTURE and not p.drawn.read]
    return Document(settled(blocks), pictures)


@dataclass(slots=True)
class _Page:
    """A page as it is read: what it draws, its blocks from above, the words outside its ruled tables, and all words."""

    drawn: Drawn
    placed: list[Placed] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    everything: list[Word] = field(default_factory=list)
    level: list[Line] = field(default_factory=list)

    @property
    def bare(self) -> bool:
        """Whether no table of more than a header is ruled on it."""
        return not any(isinstance(block, Table) for _, block in self.placed)


def _read(data: bytes) -> list[_Page]:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    if data.count(b" obj") > MAX_OBJECTS:
        raise UnreadableFile("file-too-slow")
    budget = Budget()
    found: list[_Page] = []
    rows = 0
    with bounded(budget):
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        drawing = Pages(budget)
        for page in islice(PDFPage.create_pages(document), MAX_PAGES + 1):
            if len(found) == MAX_PAGES:
                raise UnreadableFile("file-not-a-plan")
            found.append(_page(drawing.draw(page).turned()))
            rows += sum(len(block.rows) for _, block in found[-1].placed if isinstance(block, Table))
            if rows > MAX_ROWS:
                raise UnreadableFile("file-not-a-plan")
    return found


def _page(drawn: Drawn) -> _Page:
    """Reads one page; a ruled header over rows that no line rules is read as what stands in columns."""
    rules = rules_of(drawn)
    pieces = pieces_of(drawn, sorted(line.place for line in rules.upright))
    drawn.letters, drawn.lines = [], []  # a long file has hundreds of pages
    everything = upright_words(pieces)
    tables: list[tuple[float, Block]] = []
    for ruled in banded(rules.tables, pieces):
        own = [piece for piece in pieces if inside(piece, ruled)]
        taken = set(map(id, own))
        pieces = [piece for piece in pieces if id(piece) not in taken]
        if own:
            tables.append((ruled.ys[0], table_of(ruled, own)))
    words = upright_words(pieces)
    if tables and sum(len(t.rows) for _, t in tables if isinstance(t, Table)) <= 2 and in_columns(words):
        tables, words = [], everything
    height = drawn.height or 1.0
    blocks = tables + [(top, Paragraph(text)) for top, text in paragraphs(words, height)]
    placed = [(top / height, block) for top, block in sorted(blocks, key=lambda b: b[0])]
    return _Page(drawn, placed, words, everything, rules.level)


def _blocks(pages: list[_Page]) -> list[Block]:
    """The blocks of all pages, without what is printed at the edge of each."""
    found = _unruled(pages) if all(page.bare for page in pages) else _also_unruled(pages)
    running = _running(found)
    return [
        block
        for page in found
        for share, block in page
        if not (isinstance(block, Paragraph) and _same(share, block) in running)
    ]


def _unruled(pages: list[_Page]) -> list[list[Placed]]:
    """The pages of a document that draws no tables: what stands in columns is one all the same."""
    found: list[list[Placed]] = []
    rows = 0
    for parts in read_pages([parted(page.words, page.level) for page in pages]):
        placed: list[Placed] = []
        loose: list[Word] = []
        for part in parts:
            if isinstance(part, list):
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


def _also_unruled(pages: list[_Page]) -> list[list[Placed]]:
    """The pages of a document with ruled tables: pages that have none may hold a table without lines, which is read;
    text in columns beside a ruled table, and rows set too close, are asked about."""
    bare = [i for i, page in enumerate(pages) if page.bare]
    try:
        read = dict(zip(bare, _unruled([pages[i] for i in bare]), strict=True))
    except UnreadableFile:
        read = {}
    found: list[list[Placed]] = []
    for i, page in enumerate(pages):
        again = read.get(i, [])
        if any(isinstance(b, Table) and len(b.rows) > 3 for _, b in again):
            found.append(again)
        else:
            asked = in_columns(page.words)
            found.append([*page.placed, (0.5, asked)] if asked else page.placed)
    return found


def _as_paragraphs(words: list[Word]) -> list[Placed]:
    return [(0.5, Paragraph(text)) for _, text in paragraphs(words, 0.0)]


def _running(pages: list[list[Placed]]) -> set[str]:
    """Headers and footers: what stands at the edge of at least half of the pages, page numbers apart."""
    counted = Counter(text for page in pages for text in set(_at_edges(page)))
    return {text for text, times in counted.items() if times >= 2 and times * 2 >= len(pages)}


def _at_edges(page: list[Placed]) -> Iterator[str]:
    return (_same(share, b) for share, b in page if isinstance(b, Paragraph) and not 0.1 < share < 0.9)


def _same(share: float, paragraph: Paragraph) -> str:
    edge = "top" if share < 0.5 else "bottom"
    return f"{edge} {re.sub(r'[0-9]+', '#', paragraph.text)}"

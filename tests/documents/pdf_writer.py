"""A small writer of PDF with ruled tables and a text layer, for tests: any letter, no font file.

Text is drawn in a composite font whose codes are Unicode (Identity-H with a ToUnicode map), so that a reader of
the text layer sees what was written.
"""

from __future__ import annotations

from collections.abc import Iterator

from documents.grids.grid import Cell, Table

WIDTH, HEIGHT, MARGIN = 1684.0, 1190.0, 30.0  # A2, landscape
SIZE = 8.0
LEADING, EM = SIZE * 1.25, SIZE * 0.5  # every letter is half as wide as high
_TURNS = {
    0: "",
    1: f"0 1 -1 0 {HEIGHT} 0 cm",
    2: f"-1 0 0 -1 {WIDTH} {HEIGHT} cm",
    3: f"0 -1 1 0 0 {WIDTH} cm",
}
_CMAP = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange "
    b"endcmap CMapName currentdict /CMap defineresource pop end end"
)
_SYMBOLS = [
    b"<</Type/Font/Subtype/TrueType/BaseFont/ABCDEF+Wingdings/FirstChar 0/LastChar 255/Widths[%s]/FontDescriptor<</Type/FontDescriptor"
    b"/FontName/Wingdings/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800/Descent -200>>>>" % (b"800 " * 256),
    b"<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>",
    b"<</Type/Font/Subtype/Type0/BaseFont/Blind/Encoding/Identity-H/DescendantFonts[4 0 R]>>",
]
"""Fonts: Ticks (Wingdings), Dingbats, and Blind, which does not say its letters."""


class PdfPages:
    """Pages filled from the top; `save` gives the file."""

    def __init__(
        self,
        running: str = "",
        *,
        ruled: bool = True,
        air: float = 6.0,
        centred: bool = False,
        style: str = "line",
        turn: int = 0,
        rotate: bool = False,
        again: bool = True,
    ) -> None:
        self._running = running  # printed over each page, with its number
        self._ruled, self._air, self._centred = ruled, air, centred
        self._style = style  # what lines are drawn as: line, thin, dots, dashes
        self._turn = turn  # quarters to the left that all is turned
        self._rotate = rotate  # whether the page is shown turned back
        self._again = again  # whether the first row is printed on every page
        self._pages: list[list[str]] = []
        self.new_page()

    def paragraph(self, text: str) -> None:
        """Text over the page's width, with air around it."""
        lines = list(_wrapped(text, WIDTH - 2 * MARGIN))
        self._room(len(lines) * LEADING + LEADING * 2)
        self._y += LEADING
        for line in lines:
            self._text(MARGIN, self._y, line)
            self._y += LEADING
        self._y += LEADING

    def put(self, x: float, y: float, text: str) -> None:
        """Words at a place of the page, in points from its left and top."""
        self._text(MARGIN + x, y, text)

    def table(self, table: Table) -> None:
        """A ruled table; its first row is printed again on every page, a long row goes on over the page's end."""
        widths = _widths(table)
        for at, row in enumerate(table.rows):
            self._row(row, at, table, widths)
        self._y += LEADING

    def _row(self, row: list[Cell | None], at: int, table: Table, widths: list[float]) -> None:
        lines = {c: list(_wrapped(cell.text, _span(cell, widths) - 6)) for c, cell in _cells(row, at)}
        while True:
            longest = max((len(n) for n in lines.values()), default=1)
            fits = int((HEIGHT - MARGIN - self._y - self._air) // LEADING)
            if fits < min(longest, 3):
                y = HEIGHT - self._y
                if self._ruled:
                    self.line(MARGIN, y, WIDTH - MARGIN, y)
                self.new_page()
                if at > 0 and self._again:
                    self._header(table, widths)
                continue
            height = min(longest, fits) * LEADING + self._air
            self._draw(row, at, {c: n[:fits] for c, n in lines.items()}, widths, height)
            self._y += height
            lines = {c: n[fits:] for c, n in lines.items()}
            if not any(lines.values()):
                return

    def _header(self, table: Table, widths: list[float]) -> None:
        lines = {
            c: list(_wrapped(cell.text, _span(cell, widths) - 6)) for c, cell in _cells(table.rows[0], 0)
        }
        height = max(len(n) for n in lines.values()) * LEADING + self._air
        self._draw(table.rows[0], 0, lines, widths, height)
        self._y += height

    def _draw(
        self, row: list[Cell | None], at: int, lines: dict[int, list[str]], widths: list[float], height: float
    ) -> None:
        x = MARGIN
        for c, width in enumerate(widths):
            cell = row[c]
            begins = cell is None or cell.column == c
            first = cell is None or cell.row == at
            if begins and self._ruled:
                wide = _span(cell, widths) if cell else width
                self._box(x, wide, height, top=first, bottom=cell is None or at == cell.row + cell.rows - 1)
            own = lines.get(c, [])
            down = (height - self._air - len(own) * LEADING) / 2 if self._centred else 0.0
            for n, line in enumerate(own):
                self._text(x + 3, self._y + self._air / 2 + down + n * LEADING, line)
            x += width

    def _box(self, x: float, width: float, height: float, *, top: bool, bottom: bool) -> None:
        y = HEIGHT - self._y
        self.line(x, y, x, y - height)
        self.line(x + width, y, x + width, y - height)
        if top:
            self.line(x, y, x + width, y)
        if bottom:
            self.line(x, y - height, x + width, y - height)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A level or upright line, in points from the page's left and bottom."""
        if self._style == "line":
            self.draw(f"{x0:.1f} {y0:.1f} m {x1:.1f} {y1:.1f} l S")
            return
        left, bottom, wide, high = min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
        if self._style == "thin":
            self.draw(f"{left:.1f} {bottom:.1f} {max(wide, 0.5):.1f} {max(high, 0.5):.1f} re f")
            return
        step, dot = (2.0, 0.5) if self._style == "dots" else (5.0, 3.0)
        for at in range(int(max(wide, high) / step) + 1):
            dx, dy = (at * step, 0.0) if wide else (0.0, at * step)
            w, h = (dot, 0.5) if wide else (0.5, dot)
            self.draw(f"{left + dx:.1f} {bottom + dy:.1f} {w} {h} re f")

    def draw(self, instructions: str) -> None:
        """Instructions as they are."""
        self._pages[-1].append(instructions)

    def _text(self, x: float, y: float, text: str) -> None:
        codes = text.encode("utf-16-be").hex()
        self._pages[-1].append(f"BT /F {SIZE} Tf {x:.1f} {HEIGHT - y - SIZE:.1f} Td <{codes}> Tj ET")

    def _room(self, height: float) -> None:
        if self._y + height > HEIGHT - MARGIN:
            self.new_page()

    def new_page(self, *, ruled: bool | None = None) -> None:
        """The next page; its tables are ruled or not, as before unless said."""
        self._ruled = self._ruled if ruled is None else ruled
        self._pages.append([])
        self._y = MARGIN
        if self._running:
            self._text(MARGIN, MARGIN / 3, f"{self._running}, стр. {len(self._pages)}")

    def save(self) -> bytes:
        """The file's bytes."""
        first = 7 + len(_SYMBOLS)
        kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(self._pages)))
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>".encode(),
            b"<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Any/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/DW 500/FontDescriptor<</Type/FontDescriptor/FontName/Any/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0"
            b"/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>",
            _stream(_CMAP),
            *_SYMBOLS,
            b"<</Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1>>stream\n0\nendstream",
        ]
        for page in self._pages:
            body = len(objects) + 2
            sides = (HEIGHT, WIDTH) if self._turn % 2 else (WIDTH, HEIGHT)
            resources = (
                f"/Font<</F 3 0 R/Ticks 6 0 R/Dingbats 7 0 R/Blind 8 0 R>>/XObject<</Scan {first - 1} 0 R>>"
            )
            box = f"/MediaBox[0 0 {sides[0]} {sides[1]}]/Resources<<{resources}>>"
            shown = f"/Rotate {90 * self._turn}" if self._rotate else ""
            objects.append(f"<</Type/Page/Parent 2 0 R{box}{shown}/Contents {body} 0 R>>".encode())
            objects.append(_stream("\n".join([_TURNS[self._turn], *page]).encode()))
        return file_of(objects)


def _stream(body: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(body), body)


def file_of(objects: list[bytes]) -> bytes:
    """A file of these objects, numbered from one; the first is its catalogue."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(out)


def _cells(row: list[Cell | None], at: int) -> Iterator[tuple[int, Cell]]:
    return ((c, cell) for c, cell in enumerate(row) if cell and (cell.row, cell.column) == (at, c))


def _span(cell: Cell, widths: list[float]) -> float:
    return sum(widths[cell.column : cell.column + cell.columns])


def _widths(table: Table) -> list[float]:
    """Columns as wide as their longest text wants, within bounds."""
    wants = [20.0] * table.width
    for row in table.rows:
        for cell in row:
            if cell and cell.columns == 1:
                wants[cell.column] = max(
                    wants[cell.column], min(len(cell.text), 60), max(map(len, cell.text.split() or [""])) + 2
                )
    scale = (WIDTH - 2 * MARGIN) / sum(wants)
    return [want * scale for want in wants]


def _wrapped(text: str, width: float) -> Iterator[str]:
    room = max(4, int(width / EM))
    for part in text.split("\n") or [""]:
        line = ""
        for word in part.split():
            while len(word) > room:
                if line:
                    yield line
                    line = ""
                yield word[:room]
                word = word[room:]
            if line and len(line) + 1 + len(word) > room:
                yield line
                line = word
            else:
                line = f"{line} {word}".strip()
        if line or not text:
            yield line

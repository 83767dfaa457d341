"""What a page of a PDF draws: letters, lines and boxes where they stand, and whether a picture covers it.

pdfminer tells what is drawn; of each letter and line no more is kept than finding words and tables reads, which is
most of the time of a long file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdftypes import stream_value
from pdfminer.utils import apply_matrix_pt, apply_matrix_rect

from documents.grids.grid import UNREAD
from documents.pdf.pdf_budget import Budget
from documents.pdf.pdf_instructions import instructions
from documents.pdf.pdf_symbols import printed

Box = tuple[
    float, float, float, float
]  # left, bottom, right, top; from the page's lower left corner, in points
THIN = 3.0  # points: a box as thin as this is drawn for a line


class Letter(NamedTuple):
    """A letter where it stands. `turn` is how many quarters it is turned to the left; `begins` says whether it is the
    first that its instruction draws."""

    box: Box
    text: str
    turn: int
    size: float
    begins: bool


@dataclass(slots=True)
class Drawn:
    """What a page draws, as it is shown. Coordinates run from its lower left corner."""

    width: float
    height: float
    letters: list[Letter] = field(default_factory=list)
    lines: list[Box] = field(default_factory=list)  # level or upright; of boxes their sides
    picture: float = 0.0  # the largest picture's share of the page
    unread: int = 0  # letters whose font does not say which they are
    read: int = 0
    twice: bool = False  # whether some string begins where another does, with the same letter

    def turned(self) -> Drawn:
        """The page as it is read: turned so that most of its letters stand upright."""
        counted = Counter(letter.turn for letter in self.letters)
        turn = counted.most_common(1)[0][0] if counted else 0
        if not turn:
            return self
        width, height = (self.height, self.width) if turn % 2 else (self.width, self.height)
        return Drawn(
            width,
            height,
            [
                x._replace(box=turned_box(x.box, turn, self.width, self.height), turn=(x.turn - turn) % 4)
                for x in self.letters
            ],
            [turned_box(line, turn, self.width, self.height) for line in self.lines],
            self.picture,
            self.unread,
            self.read,
        )


def turned_box(box: Box, turn: int, width: float, height: float) -> Box:
    """A box on a page of this size, that is turned to the right by so many quarters."""
    left, bottom, right, top = box
    if turn == 1:  # what ran up runs to the right
        return bottom, width - right, top, width - left
    if turn == 2:
        return width - right, height - top, width - left, height - bottom
    if turn == 3:
        return height - top, left, height - bottom, right
    return box


class Pages:
    """Draws pages of one document within a budget."""

    def __init__(self, budget: Budget) -> None:
        manager = PDFResourceManager()
        self._device = _Device(manager, budget)
        self._interpreter = _Interpreter(manager, self._device)

    def draw(self, page: Any) -> Drawn:
        """A page of pdfminer as it is shown. Raises UnreadableFile where the budget does not last."""
        self._interpreter.process_page(page)
        drawn = self._device.drawn
        if drawn.twice:
            drawn.letters = once(drawn.letters)
        return drawn


_METHODS = {"'": "_q", '"': "_w"}


class _Interpreter(PDFPageInterpreter):
    """Follows instructions, those of forms in forms too, as long as the budget lasts."""

    device: _Device

    def __init__(self, manager: PDFResourceManager, device: _Device) -> None:
        super().__init__(manager, device)
        self._known: dict[str, tuple[Callable[..., None], int] | None] = {}

    def execute(self, streams: Sequence[object]) -> None:
        """Follows the instructions of streams, one after another as if they were one. A form that draws itself is
        left out."""
        own = [stream_value(stream) for stream in streams]
        own = [stream for stream in own if stream.objid not in self.parent_stream_ids]
        self.stream_ids = {stream.objid for stream in own if stream.objid is not None}
        data = b"\n".join(stream.get_data() for stream in own)
        self.device.budget.draw(len(data))
        for name, operands in instructions(data):
            self.argstack = operands
            if (known := self._operator(name)) and len(operands) >= known[1]:
                known[0](*(self.pop(known[1]) if known[1] else ()))

    def _operator(self, name: str) -> tuple[Callable[..., None], int] | None:
        """What follows an instruction, and how many operands it takes."""
        if name not in self._known:
            does = getattr(self, f"do_{_METHODS.get(name, name.replace('*', '_a'))}", None)
            self._known[name] = (does, does.__code__.co_argcount - 1) if does else None
        return self._known[name]


class _Device(PDFTextDevice):
    """Keeps what one page draws."""

    def __init__(self, manager: PDFResourceManager, budget: Budget) -> None:
        super().__init__(manager)
        self.budget = budget
        self.drawn = Drawn(0.0, 0.0)
        self._begun: set[tuple[str, float, int, int]] = set()  # where strings begin, and with which letter
        self._shown: Box = (0.0, 0.0, 0.0, 0.0)
        self._glyphs: dict[tuple[int, int], tuple[str, float]] = {}
        self._fonts: list[
            Any
        ] = []  # kept, so that no other one takes the place of one that is known by its place

    def begin_page(self, page: Any, ctm: Any) -> None:
        left, bottom, right, top = apply_matrix_rect(ctm, page.mediabox)
        self.drawn = Drawn(abs(right - left), abs(top - bottom))
        self._shown = apply_matrix_rect(ctm, page.cropbox or page.mediabox)
        self._begun = set()

    def render_image(self, name: str, stream: Any) -> None:
        assert self.ctm is not None
        left, bottom, right, top = apply_matrix_rect(self.ctm, (0, 0, 1, 1))
        area = (right - left) * (top - bottom) / (self.drawn.width * self.drawn.height or 1.0)
        self.drawn.picture = max(self.drawn.picture, area)
        self.budget.marks(1)

    # Lines and boxes

    def paint_path(self, gstate: Any, stroke: bool, fill: bool, evenodd: bool, path: Sequence[Any]) -> None:
        assert self.ctm is not None
        self.budget.marks(len(path) // 4 + 1)
        for points, closed in _subpaths(path):
            placed = [apply_matrix_pt(self.ctm, point) for point in points]
            if closed and (box := _as_box(placed)):
                if min(box[2] - box[0], box[3] - box[1]) <= THIN or stroke or not _white(gstate.ncolor):
                    self.drawn.lines += _sides(box)
            elif stroke:
                pairs = zip(placed, [*placed[1:], *placed[:1]] if closed else placed[1:], strict=False)
                self.drawn.lines += [line for a, b in pairs if (line := _straight(a, b))]

    # Letters

    def render_string_horizontal(
        self,
        seq: Any,
        matrix: Any,
        pos: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        charspace: float,
        wordspace: float,
        rise: float,
        dxscale: float,
        ncs: Any,
        graphicstate: Any,
    ) -> Any:
        x, y = pos
        frame = _Frame(matrix, font.get_descent() * fontsize + rise, fontsize)
        before = len(self.drawn.letters)
        spaced = False
        for part in seq:
            if isinstance(part, (int, float)):
                x -= part * dxscale
                spaced = True
            elif isinstance(part, bytes):
                cids = list(font.decode(part))
                self.budget.letters(len(cids))
                for cid in cids:
                    if spaced:
                        x += charspace
                    text, width = self._glyph(font, cid)
                    wide = width * fontsize * scaling
                    if frame.turn is not None:
                        begins = len(self.drawn.letters) == before
                        self._take(Letter(frame.box(x, y, wide), text, frame.turn, frame.size, begins))
                    spaced = True
                    x += wide + (wordspace if cid == 32 else 0.0)
        return x, y

    def render_string_vertical(self, seq: Any, matrix: Any, pos: Any, font: Any, *args: Any) -> Any:
        """Letters set under each other, as in Chinese: they are not read, and said to be unread."""
        count = sum(len(list(font.decode(part))) for part in seq if isinstance(part, bytes))
        self.budget.letters(count)
        self.drawn.unread += count
        return pos

    def _glyph(self, font: Any, cid: int) -> tuple[str, float]:
        known = self._glyphs.get((id(font), cid))
        if known is None:
            self._fonts.append(font)
            known = printed(font, cid) or UNREAD, font.char_width(cid)
            self._glyphs[id(font), cid] = known
        return known

    def _take(self, letter: Letter) -> None:
        left, bottom, right, top = letter.box
        shown = self._shown
        if not (shown[0] <= (left + right) / 2 <= shown[2] and shown[1] <= (bottom + top) / 2 <= shown[3]):
            return  # beside the page
        self.drawn.letters.append(letter)
        if letter.text == UNREAD:
            self.drawn.unread += 1
        elif letter.text != " ":
            self.drawn.read += 1
        if letter.begins and not self.drawn.twice:
            places = {(letter.text, half, int(left + half), int(bottom + half)) for half in (0.0, 0.5)}
            self.drawn.twice = not self._begun.isdisjoint(places)
            self._begun |= places


class _Frame:
    """Where a string's letters stand: its matrix, how far below its line they reach, and how high they are."""

    def __init__(self, matrix: Any, low: float, high: float) -> None:
        self._matrix, self._low, self._high = matrix, low, low + high
        self.turn = _turn(matrix[0], matrix[1])
        self.size = abs(high) * ((matrix[2] ** 2 + matrix[3] ** 2) ** 0.5)

    def box(self, x: float, y: float, wide: float) -> Box:
        """A letter's box, begun at a place of the string."""
        a, b, c, d, e, f = self._matrix
        if b == 0 and c == 0 and a > 0 and d > 0 and wide >= 0:
            return a * x + e, d * (y + self._low) + f, a * (x + wide) + e, d * (y + self._high) + f
        x0, y0 = a * x + c * (y + self._low) + e, b * x + d * (y + self._low) + f
        x1, y1 = a * (x + wide) + c * (y + self._high) + e, b * (x + wide) + d * (y + self._high) + f
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def once(letters: Sequence[Letter]) -> list[Letter]:
    """The letters without those that are drawn a second time on the same place: bold, or a shadow."""
    seen: dict[tuple[str, int, int], list[float]] = {}
    found = []
    for letter in letters:
        left, bottom, right, top = letter.box
        near = min(1.2, max(right - left, top - bottom) * 0.25)
        places = [
            seen.setdefault((letter.text, half, int((bottom + 0.75 * half) // 1.5)), []) for half in (0, 1)
        ]
        if letter.text != " " and any(abs(left - x) < near for place in places for x in place):
            continue
        for place in places:
            place.append(left)
        found.append(letter)
    return found


def _turn(a: float, b: float) -> int | None:
    """Quarters to the left that text running along (a, b) is turned; None where it runs aslant, as a stamp over the
    page does."""
    if abs(b) < 0.1 * abs(a):
        return 0 if a > 0 else 2
    if abs(a) < 0.1 * abs(b):
        return 1 if b > 0 else 3
    return None


def _subpaths(path: Sequence[Any]) -> Iterator[tuple[list[tuple[float, float]], bool]]:
    """The corners of each part of a path, and whether it is closed; parts with bends are left out."""
    points: list[tuple[float, float]] = []
    closed = bent = False
    for step in [*path, ("m", 0.0, 0.0)]:
        if step[0] == "m":
            if len(points) > 1 and not bent:
                yield points, closed
            points, closed, bent = [step[1:]], False, False
        elif step[0] == "l":
            points.append(step[1:])
        elif step[0] == "h":
            closed = True
        else:
            bent = True


def _as_box(points: list[tuple[float, float]]) -> Box | None:
    """The box that four corners make."""
    if len(points) == 5 and points[4] == points[0]:
        points = points[:4]
    if len(points) != 4:
        return None
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    box = (min(xs), min(ys), max(xs), max(ys))
    corners = all(
        min(abs(x - box[0]), abs(x - box[2])) < 0.5 and min(abs(y - box[1]), abs(y - box[3])) < 0.5
        for x, y in points
    )
    return box if corners else None


def _sides(box: Box) -> list[Box]:
    left, bottom, right, top = box
    if min(right - left, top - bottom) <= THIN:
        return [_thin(box)]
    return [
        (left, bottom, right, bottom),
        (left, top, right, top),
        (left, bottom, left, top),
        (right, bottom, right, top),
    ]


def _thin(box: Box) -> Box:
    left, bottom, right, top = box
    if right - left >= top - bottom:
        return left, (bottom + top) / 2, right, (bottom + top) / 2
    return (left + right) / 2, bottom, (left + right) / 2, top


def _straight(a: tuple[float, float], b: tuple[float, float]) -> Box | None:
    """A line that is level or upright."""
    if abs(a[0] - b[0]) > 1 and abs(a[1] - b[1]) > 1:
        return None
    return _thin((min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1])))


def _white(color: Any) -> bool:
    """Whether a colour is white: boxes filled with it are the paper behind words."""
    parts = color if isinstance(color, (tuple, list)) else (color,)
    if not all(isinstance(part, (int, float)) for part in parts):
        return False
    if len(parts) == 4:
        return all(part < 0.03 for part in parts)
    return all(part > 0.97 for part in parts)

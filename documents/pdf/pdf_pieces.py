"""The words of a page by what draws them: letters set one after another are one piece of text, wherever a column ends.

Where a text is wider than its cell, it runs over into the next one: sorted by place its letters would be mixed with
those of the neighbour, and its last words given to it. In the order of drawing they stay together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from documents.pdf.pdf_page import Box, Drawn, Letter, turned_box
from documents.pdf.pdf_words import LINE, Word, lines_of

_TIGHT = 0.17  # of the letters' size: a wider gap parts two words
WIDE = 0.55  # a wider one parts two pieces
_STRETCHED = 1.5  # unless it is a space or two, in a line stretched to its column's width


@dataclass(slots=True)
class Piece:
    """Words that one drawing sets in a line, a space apart. `turn`: quarters that they are turned to the left; then
    the words' places are those of the page turned so that they stand upright."""

    words: list[Word]
    size: float
    turn: int = 0
    spaces: list[int] = field(default_factory=list)  # of each word, how many are drawn before it
    middle: tuple[float, float] = (0.0, 0.0)  # of the first word, on the page as it is read

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


def pieces_of(page: Drawn, upright: Sequence[float]) -> list[Piece]:
    """The pieces of a page in the order of drawing. `upright` are the places of upright lines, in ascending order,
    which part what is drawn next to each other."""
    found: list[Piece] = []
    run: list[Letter] = []
    for letter in page.letters:
        if run and not _goes_on(run[-1], letter, page, upright):
            found += _cut(run, page)
            run = []
        run.append(letter)
    found += _cut(run, page)
    return found


def _goes_on(last: Letter, letter: Letter, page: Drawn, upright: Sequence[float]) -> bool:
    if last.turn != letter.turn:
        return False
    if letter.turn:
        before, box = (turned_box(x.box, x.turn, page.width, page.height) for x in (last, letter))
    else:
        before, box = last.box, letter.box
    if abs(before[1] - box[1]) > 0.3 * letter.size:
        return False
    gap = box[0] - before[2]
    if not -0.6 * letter.size < gap < letter.size * 1.2 or (letter.begins and gap < -0.25 * letter.size):
        return False
    if not letter.begins or letter.turn or last.text == " ":
        return True
    at = bisect_left(upright, before[2] - 0.6)
    return not (at < len(upright) and upright[at] <= box[0] + 0.6)


def _cut(run: Sequence[Letter], page: Drawn) -> Iterator[Piece]:
    """The words of letters that follow each other, by pieces."""
    piece: Piece | None = None
    letters: list[Letter] = []
    spaces = before = 0  # drawn since the last letter; before the word
    for letter in run:
        if letter.text == " ":
            spaces += 1
            continue
        gap = _left(letter, page) - _right(letters[-1], page) if letters else 0.0
        if letters and (spaces or gap > letter.size * _TIGHT):
            piece = _with(piece, letters, page, before)
            letters = []
            if gap > letter.size * (_STRETCHED if 0 < spaces <= 2 else WIDE):
                yield piece
                piece = None
        if not letters:
            before = spaces
        letters.append(letter)
        spaces = 0
    if letters:
        yield _with(piece, letters, page, before)


def _left(letter: Letter, page: Drawn) -> float:
    return (
        letter.box[0] if not letter.turn else turned_box(letter.box, letter.turn, page.width, page.height)[0]
    )


def _right(letter: Letter, page: Drawn) -> float:
    return (
        letter.box[2] if not letter.turn else turned_box(letter.box, letter.turn, page.width, page.height)[2]
    )


def _with(piece: Piece | None, letters: Sequence[Letter], page: Drawn, spaces: int) -> Piece:
    """The piece with one more word; a new one where there is none."""
    first = letters[0]
    height = page.width if first.turn % 2 else page.height
    boxes = [x.box for x in letters]
    if first.turn:
        boxes = [turned_box(box, first.turn, page.width, page.height) for box in boxes]
    word = _word(boxes, "".join(x.text for x in letters), height)
    if piece is None:
        left, bottom, right, top = first.box
        return Piece(
            [word], first.size, first.turn, [spaces], ((left + right) / 2, page.height - (bottom + top) / 2)
        )
    piece.words.append(word)
    piece.spaces.append(spaces)
    return piece


def _word(boxes: Sequence[Box], text: str, height: float) -> Word:
    top, bottom = max(box[3] for box in boxes), min(box[1] for box in boxes)
    return Word(boxes[0][0], max(box[2] for box in boxes), height - top, height - bottom, text)


def upright_words(pieces: Sequence[Piece]) -> list[Word]:
    """The words of pieces that stand upright; what two drawings set without a gap is one word."""
    found: list[Word] = []
    words = [word for piece in pieces if not piece.turn for word in piece.words]
    for line in lines_of(words):
        for word in line:
            last = found[-1] if found else None
            if last and _touch(last, word):
                found[-1] = Word(
                    last.x0,
                    word.x1,
                    min(last.top, word.top),
                    max(last.bottom, word.bottom),
                    last.text + word.text,
                )
            else:
                found.append(word)
    return found


def _touch(last: Word, word: Word) -> bool:
    gap = word.x0 - last.x1
    return abs(last.top - word.top) <= LINE and abs(gap) <= (word.bottom - word.top) * _TIGHT


def text_of(pieces: Sequence[Piece]) -> str:
    """What a cell prints, line by line: pieces in a line from the left, each whole. What is turned comes after."""
    turns = sorted({piece.turn for piece in pieces})
    return "\n".join(line for turn in turns for line in _lines([p for p in pieces if p.turn == turn]))


def _lines(pieces: Sequence[Piece]) -> Iterator[str]:
    by_line: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: (p.words[0].top, p.words[0].x0)):
        if by_line and abs(by_line[-1][0].words[0].top - piece.words[0].top) <= LINE:
            by_line[-1].append(piece)
        else:
            by_line.append([piece])
    for line in by_line:
        yield _line(sorted(line, key=lambda p: p.words[0].x0))


def _line(pieces: Sequence[Piece]) -> str:
    text = ""
    last: Word | None = None
    for piece in pieces:
        apart = last and (piece.spaces[0] or not _touch(last, piece.words[0]))
        text += f" {piece.text}" if apart else piece.text
        last = piece.words[-1]
    return text

"""Words that a narrow column breaks over two lines, made whole: whether a mark at a line's end breaks a word or belongs
to it ("меди-цинский", "научно-практический"), the rest of the document tells first, and then how such words are built.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from core.kernel.text import clean
from documents.grids.grid import Block, Cell, Paragraph, Table

_MARKS = "\u2010\u2011\u00ad-"
_BROKEN = re.compile(rf"(\w[\w{_MARKS}]*)([{_MARKS}])[ \t]*\n[ \t]*(\w+(?:[-\u2010\u2011]\w+)*)")
_OPEN = re.compile(rf"(\w[\w{_MARKS}]*)([{_MARKS}])\s*$")
_BEGINS = re.compile(r"(\w+(?:[-\u2010\u2011]\w+)*)(.*)", re.DOTALL)
_WORD = re.compile(r"\w+(?:[-\u2010\u2011]\w+)*")
_ENDINGS = 3  # letters of a word that its cases change
_STEM = 5

_JOINED = re.compile(
    r"(?:\w{2,}(?:нно|ьно|чно|жно|вно|бно|рно|щно)|\w{2,}(?:ико|ово|ево)|северо|южно|западно|восточно)",
    re.IGNORECASE,
)
"""First parts that a hyphen joins to an adjective: "научно-практический"."""

_ADJECTIVE = re.compile(
    r"\w{3,}(?:ий|ый|ой|ая|яя|ое|ее|ие|ые|его|ого|ему|ому|им|ым|их|ых|ую|юю|ими|ыми|ем|ом|ей)", re.IGNORECASE
)
_JOINED_KAZAKH = re.compile(r"(?:\w{3,}[лдт][ыі][қк]|ғылыми|саяси|рухани|оқу|емдеу)", re.IGNORECASE)
_ADJECTIVE_KAZAKH = re.compile(r"\w{3,}[лдт][ыі][қк]\w{0,3}", re.IGNORECASE)
_ALWAYS = re.compile(
    r"(?:іс|вице|экс|пресс|мини|онлайн|интернет|веб|бизнес|пилот|non|self|well|multi)", re.IGNORECASE
)
"""First parts that a hyphen joins to whatever follows: "іс-шара"."""

_SOLID = re.compile(
    r"(?:одно|едино|много|разно|равно|ново|перво|высоко|низко|крупно|мелко|широко|узко|средне|полно|само|обще|взаимо"
    r"|здраво|законо|электро|авто|фото|видео|радио|микро|макро|благо|противо|около|внутри|сельско|ранее|выше|ниже|меж|пере)",
    re.IGNORECASE,
)
"""First parts that are written in one with what follows: "самоконтроль"."""

_PARTICLES = re.compile(r"(?:то|либо|нибудь|таки|за|под)", re.IGNORECASE)
_ASKING = re.compile(
    r"(?:кто|что|чт|как\w*|где|куда|когда|чей|чь\w+|кого|кому|чего|чему|все|из)", re.IGNORECASE
)


def settled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with each text on one line and broken words whole, those that a page's end breaks too."""
    words = Words(text for block in blocks for text in _texts(block))
    _over_pages([block for block in blocks if isinstance(block, Table)], words)
    done: set[int] = set()
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(Paragraph(words.one_text(block.text), block.level, block.bold))
            continue
        for cell in (c for row in block.rows for c in row if c):
            if id(cell) not in done:
                done.add(id(cell))
                cell.text = words.one_text(cell.text)
        found.append(block)
    return [block for block in found if isinstance(block, Table) or block.text]


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield block.text
    else:
        yield from (
            c.text
            for at, row in enumerate(block.rows)
            for i, c in enumerate(row)
            if c and (c.row, c.column) == (at, i)
        )


class Words:
    """The words that a document prints unbroken, by which broken ones are told."""

    def __init__(self, texts: Iterator[str]) -> None:
        counted: Counter[str] = Counter()
        for text in texts:
            counted.update(_plain(word) for word in _WORD.findall(_BROKEN.sub(" ", text)))
        self._counted = counted
        self._pairs = {_pair(word) for word in counted if "-" in word}
        self._stems = {
            word[:-cut] for word in counted for cut in range(1, _ENDINGS + 1) if len(word) - cut >= _STEM
        }

    def one_text(self, printed: str) -> str:
        """Lines as one text: a break is where a column ended."""
        if "\n" not in printed:
            return clean(printed)
        before = None
        while before != printed:  # a word may be broken twice
            before = printed
            printed = _BROKEN.sub(self._whole, printed)
        return clean(printed.replace("\n", " "))

    def _whole(self, broken: re.Match[str]) -> str:
        return self.whole(*broken.groups())

    def whole(self, first: str, mark: str, rest: str) -> str:
        """A word of what stands before and after the mark that breaks it."""
        if mark == "\u00ad" or not self._hyphened(first, rest):
            return f"{first}{rest}"
        return f"{first}-{rest}"

    def _hyphened(self, first: str, rest: str) -> bool:
        """Whether a hyphen belongs between the two."""
        last = re.split(rf"[{_MARKS}]", first)[-1]
        if not last or not (last[-1].isalpha() and rest[0].isalpha()):
            return True
        if rest[0].isupper() and not (first.isupper() and len(first) > 1 and rest.isupper()):
            return True
        known = self._known(f"{first}-{rest}") - self._known(f"{first}{rest}")
        if known:
            return known > 0
        if rest[0].islower() and len(last) > 1 and last.isupper():
            return True  # "ИТ-инфраструктура", "КТ-аппарат"
        return self._built(last, rest.lower())

    def _known(self, word: str) -> int:
        """How surely the document prints a word: itself, or in another case."""
        plain = _plain(word)
        if plain in self._counted:
            return 2
        if "-" in plain and _pair(plain) in self._pairs:
            return 1
        stems = (plain[:-cut] for cut in range(1, _ENDINGS + 1) if len(plain) - cut >= _STEM)
        return int(
            plain in self._stems or any(stem in self._stems or stem in self._counted for stem in stems)
        )

    def _built(self, first: str, rest: str) -> bool:
        """How words are built where the document does not tell: "научно-" before an adjective, "какой-либо", and two
        words of the document that are long enough to be no syllables."""
        if _SOLID.fullmatch(first):
            return False
        if _ALWAYS.fullmatch(first) or (_PARTICLES.fullmatch(rest) and _ASKING.fullmatch(first)):
            return True
        if _JOINED.fullmatch(first) and _ADJECTIVE.fullmatch(rest):
            return True
        if _JOINED_KAZAKH.fullmatch(first) and _ADJECTIVE_KAZAKH.fullmatch(rest):
            return True
        return min(len(first), len(rest)) >= 4 and min(self._counted[first.lower()], self._counted[rest]) > 0


def _plain(word: str) -> str:
    return re.sub(r"[\u2010\u2011]", "-", word.replace("\u00ad", "")).lower()


def _pair(word: str) -> tuple[str, ...]:
    """A word with hyphens by what its cases leave as it is: "приемки-передачи"."""
    return tuple(part[: max(3, len(part) - 2)] for part in word.split("-"))


def _over_pages(tables: Sequence[Table], words: Words) -> None:
    """A word that the end of a page breaks in a cell is put together in the page's last row."""
    for before, after in zip(tables, tables[1:], strict=False):
        if not (after.cut and before.rows and after.rows and before.width == after.width):
            continue
        head = [_printed(row) for row in before.rows]
        first = next((row for row in after.rows if _printed(row) not in head), None)
        for last, cell in zip(before.rows[-1], first or (), strict=False):
            if last and cell:
                _carry(last, cell, words)


def _printed(row: Sequence[Cell | None]) -> list[str]:
    return [cell.text if cell else "" for cell in row]


def _carry(last: Cell, cell: Cell, words: Words) -> None:
    broken, begun = _OPEN.search(last.text), _BEGINS.match(cell.text)
    if not broken or not begun or not begun[1][0].isalpha():
        return
    last.text = last.text[: broken.start()] + words.whole(broken[1], broken[2], begun[1])
    cell.text = begun[2].lstrip()

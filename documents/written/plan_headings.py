"""How a heading of a plan is worded so that it is read as what it is: its kind, number, title and place."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from core.kernel.text import one_line
from core.plan.model import Section
from documents.grids.grid import Cell
from documents.understand.caption_rows import is_caption
from documents.understand.headings import SectionTree, read_heading
from documents.understand.row_kinds import is_total

NAMES = ("direction", "goal", "task", "indicator", "part")
"""The kinds that have a word of their own: `heading-<name>` with a number, `heading-<name>-bare` without."""
_BY_KIND = {
    "direction": ("direction",),
    "goal": ("goal",),
    "indicator": ("indicator",),
    "section": ("task", "part"),
    "block": (),
}


class HeadingWords:
    """Words headings one after the other, following what a reader of the file would make of them.

    `words` are those of `documents.written.plan_layout.plan_words`, `headed` the sections that rows hang on. The plainest words
    are taken with which all headings are read as they are; where none do, those with which most are.
    """

    def __init__(
        self, words: Mapping[str, str], sections: Sequence[Section], headed: Container[str | None]
    ) -> None:
        self._words = words
        tried = (self._tried(sections, headed, named=named) for named in (False, True))
        self._named_first = min(tried)[1]
        self._begin()

    def _begin(self) -> None:
        self._tree = SectionTree()
        self._read_as: dict[
            str, str
        ] = {}  # a section of the plan → the one that its heading would be read as

    def _tried(
        self, sections: Sequence[Section], headed: Container[str | None], *, named: bool
    ) -> tuple[int, bool]:
        """How many headings would be read as others."""
        self._named_first = named
        self._begin()
        wrong = 0
        for section in sections:
            wrong += not self._is_read(self.word(section, commit=False), section)
            self.word(section)
            if section.id in headed:
                self.row_seen()
        return wrong, named

    def row_seen(self) -> None:
        """A row is printed under the last heading."""
        self._tree.row_seen()

    def word(self, section: Section, *, commit: bool = True) -> str:
        """The heading's words: the first that are read back as the section; its own if none are."""
        tried = list(self._candidates(section))
        best = next((text for text in tried if self._is_read(text, section)), tried[0])
        if commit:
            self._read_as[section.id] = self._tree.add(read_heading(best)).id
        return best

    def _candidates(self, section: Section) -> Iterator[str]:
        named = [self._named(name, section) for name in _BY_KIND[section.kind]]
        plain = f"{section.number}. {section.title}" if section.number else section.title
        plainly = section.kind in {"section", "block"} and not self._named_first
        yield from (plain, *named) if plainly else (*named, plain)

    def _named(self, name: str, section: Section) -> str:
        words = self._words[f"heading-{name}" if section.number else f"heading-{name}-bare"]
        return words.replace("{n}", section.number or "").replace("{t}", section.title)

    def _is_read(self, text: str, section: Section) -> bool:
        cell = Cell(text, 0, 0)
        if is_caption(text) or is_total([cell]) or one_line(text) != text:
            return False
        tree = replace(self._tree, sections=[*self._tree.sections], _open=[*self._tree._open])
        read = tree.add(read_heading(text))
        wanted = (section.kind, section.number, section.title, self._read_as.get(section.parent or ""))
        return (read.kind, read.number, read.title, read.parent) == wanted

"""What stands right over a table and is no heading, and headings that only their count makes known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from core.kernel.text import fold, one_line
from core.plan.columns import ColumnRole as Role
from documents.grids.grid import Block, Paragraph
from documents.understand.caption_rows import is_caption
from documents.understand.header_rows import loudest
from documents.understand.headings import Heading, read_heading

_COUNTED = re.compile(
    r"(?:(?P<word>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*)?) ?(?:№|[Nn]o\.?|#)? ?(?P<n>\d{1,2}|[IVX]{1,4})"
    r"|(?P<kn>\d{1,2}) ?- ?(?P<kword>[^\W\d_]\w*))\s*[.:–—-]\s*(?P<t>[^\W\d_].*)"
)
"""A word, its count and a title: "Commitment 2. Open budgets", "2-міндеттеме. Ашық бюджет"."""
_FACT = re.compile(r"(?:\d{1,2}[.)]\s+)?(?P<key>[^:\d]{3,40}):\s*\S.*")
_NEAR = 3  # paragraphs over a table that may head it
_OF_WORK = frozenset({Role.SECTION, Role.OBJECTIVE, Role.TITLE, Role.INDICATOR, Role.RESULT})


def counted_words(blocks: Iterable[Block]) -> frozenset[str]:
    """The words, folded, that count what stands over tables: right over two of them or more, with another number each."""
    numbers: dict[str, set[str]] = {}
    near: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            near.append(one_line(block.text))
            continue
        for match in filter(None, map(_counted, near[-_NEAR:])):
            numbers.setdefault(_word(match), set()).add(match["n"] or match["kn"])
        near.clear()
    return frozenset(word for word, found in numbers.items() if len(found) > 1)


def read_over(text: str, words: frozenset[str]) -> Heading:
    """A heading as it is read over a table, where `words` count some of them."""
    heading = read_heading(text)
    match = _counted(text) if words and not heading.named else None
    if match is None or _word(match) not in words:
        return heading
    return Heading("section", match["n"] or match["kn"], match["t"].strip(), 1)


def facts_over(texts: Sequence[str]) -> frozenset[str]:
    """Those of the lines over a table that say who, when or for how much ("Исполнитель: …"), and the numbered ones of
    their list: they head no rows."""
    said = {t for t in texts if (m := _FACT.fullmatch(t)) and _is_fact(m["key"])}
    listed = {t for t in texts if t[:1].isdigit() and _FACT.fullmatch(t)}
    return frozenset(said | listed if said & listed or len({t.split()[0] for t in listed}) > 1 else said)


def _is_fact(key: str) -> bool:
    role = loudest(key.strip())
    return role is not None and role not in _OF_WORK


def _counted(text: str) -> re.Match[str] | None:
    return None if is_caption(text) else _COUNTED.fullmatch(text)


def _word(match: re.Match[str]) -> str:
    return fold(match["word"] or match["kword"])

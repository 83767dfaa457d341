"""Section headings: what kind they are, their number, and how they nest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from core.kernel.text import one_line
from core.plan.model import Section, SectionKind
from documents.grids.period_headers import period_in

_NUMBER = r"(?P<n>\d+(?:\.\d+)*|[IVXІХ]+|[A-ZА-Я](?=[.):]|\s+[–—-]\s))"
_COUNT = r"\s*(?:№\s*)?(?:\d{1,2}(?:\.\d{1,2})*|[IVXІХ]+)(?:\s*[.:)–—]|\s+-|\s*$|\s+[«\"“])"
"""Behind words that a norm has too: "Standard 9001" and "Стандарт 5 услуг" are no headings of a first or fifth part."""
_WORDS: tuple[tuple[SectionKind, int, str], ...] = (
    ("direction", 1, r"(?:стратегическ\w+\s+|основн\w+\s+|приоритетн\w+\s+)?(?:направлени[ея]|приоритет)\b"),
    ("goal", 2, r"(?:стратегическ\w+\s+|основн\w+\s+)?цель\b"),
    ("section", 3, r"задача\b"),
    (
        "indicator",
        4,
        r"(?:целев\w+\s+(?:индикатор|показател)\w*|нысаналы\s+индикатор\w*|индикатор|показатель)\b",
    ),
    (
        "section",
        1,
        r"(?:раздел|подпрограмма|глава|блок|бөлім|тарау|section|part|chapter|component|pillar|domain|priority area|"
        r"(?:модуль|компонент|тема|тақырып|theme|strand|cluster|module|block|(?:(?:key|focus|thematic|strategic|result|programme|program)\s+)*area)"
        r"(?=\s*(?:[:.№–—-]|\d|[IVXІХ]+\b|[A-ZА-Я]\s*[.:)–—-])))\b",
    ),
    ("section", 1, rf"(?:стандарт|standard)(?={_COUNT})"),
    ("section", 2, rf"(?:критери[йи]|өлшемшарт|criteri(?:on|a))(?={_COUNT})"),
    ("section", 2, r"(?:этап|фаза|кезең|стадия|phase|stage)\b"),
    ("direction", 1, r"(?:strategic\s+|key\s+)?(?:direction|priority)\b"),
    ("goal", 2, r"(?:strategic\s+|overall\s+)?(?:goal|aim)\b"),
    (
        "section",
        3,
        r"(?:strategic\s+|specific\s+)?(?:objective|outcome|output|task force|work\s*stream|work\s*package|пакет\s+работ|wp(?=\s*\d))(?:\b|(?=\d))",
    ),
    ("indicator", 4, r"(?:target\s+)?(?:indicator|kpi)\b"),
    ("direction", 1, r"(?:стратегиялық\s+)?бағыт\b"),
    ("goal", 2, r"мақсат\b"),
    ("section", 3, r"міндет\b"),
)
_NAMED: tuple[tuple[SectionKind, int, re.Pattern[str]], ...] = tuple(
    (kind, rank, re.compile(words + rf"\s*(?:№\s*)?(?:[:.–—-]\s*)?(?:{_NUMBER}(?:[.):]|\s*[:–—-]|\s|$)\s*)?[.:–—-]?\s*(?P<t>.*)", re.IGNORECASE | re.DOTALL))
    for kind, rank, words in _WORDS
)  # fmt: skip
_KAZAKH = re.compile(
    r"(?P<n>\d+(?:\.\d+)*)\s*-\s*(?P<w>(?:стратегиялық\s+)?бағыт|мақсат|бөлім|тарау|міндет|кезең|блок|басымдық|тақырып|модуль|компонент|стандарт|критерий|өлшемшарт|"
    r"(?:нысаналы\s+)?(?:индикатор|көрсеткіш))\b[.:]?\s*(?P<t>.*)",
    re.IGNORECASE | re.DOTALL,
)
_KAZAKH_KINDS: dict[str, tuple[SectionKind, int]] = {
    "бағыт": ("direction", 1), "мақсат": ("goal", 2), "міндет": ("section", 3), "бөлім": ("section", 1), "тарау": ("section", 1),
    "индикатор": ("indicator", 4), "көрсеткіш": ("indicator", 4), "басымдық": ("direction", 1), "кезең": ("section", 2),
    "блок": ("section", 1), "тақырып": ("section", 1), "модуль": ("section", 1), "компонент": ("section", 1),
    "стандарт": ("section", 1), "критерий": ("section", 2), "өлшемшарт": ("section", 2),
}  # fmt: skip
_ORDINALS = {
    "перв": "1", "втор": "2", "трет": "3", "четверт": "4", "пят": "5", "бірінші": "1", "екінші": "2", "үшінші": "3", "төртінші": "4",
}  # fmt: skip
_STAGE = re.compile(
    rf"(?P<n>[1-9]|[IVІ]{{1,4}}|{'|'.join(_ORDINALS)})(?:\w{{2,3}})?\s*(?:-\s*)?(?:й\s+|ый\s+|ой\s+)?(?:этап|кезең|фаза|блок)\s*[.:–—-]\s*(?P<t>[^\W\d_].*)",
    re.IGNORECASE | re.DOTALL,
)
"""A stage whose number stands before it: "I этап. Подготовка", "Бірінші кезең: дайындық"."""
_LABEL = re.compile(
    r"(?:кезең|этап|phase)\s*:\s*\d", re.IGNORECASE
)  # "Кезең: 01.02.2024 – …" is the plan's period
_NUMBERED = re.compile(
    r"(?P<n>\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5})(?P<mark>[.)]|\s*[–—-])?\s+(?P<t>\D.*)", re.DOTALL
)
_LETTERED = re.compile(r"(?P<n>[A-HА-Ж])[.)]\s+(?P<t>[^\W\d_]{3,}\b.*)", re.DOTALL)
_A_NAME = re.compile(r"[^\W\d_]+(?:[оеё]ва?|[иы]на?|ск(?:ий|ая)|ко|ұлы|қызы|улы|кызы)\b")
_SIBLING = 4  # where headings without words or numbers hang among goals and indicators


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading taken apart. `rank` orders kinds from the outside in; None where only its place can tell."""

    kind: SectionKind
    number: str | None
    title: str
    rank: float | None
    named: bool = False


def read_heading(printed: str) -> Heading:
    """A heading's kind, number and title, the words and number in front taken off."""
    text = one_line(printed)
    if kazakh := _KAZAKH.fullmatch(text):
        kind, rank = _KAZAKH_KINDS[kazakh["w"].split()[-1].lower()]
        return Heading(kind, kazakh["n"], _title(kazakh["t"], text), rank, named=True)
    if stage := _STAGE.fullmatch(text):
        return Heading(
            "section", _ORDINALS.get(stage["n"].lower(), stage["n"]), stage["t"].strip(), 2, named=True
        )
    for kind, rank, pattern in _NAMED if not _LABEL.match(text) else ():
        match = pattern.fullmatch(text)
        if match and (match["n"] or re.match(r"[^.:]{3,40}:", text)):
            return Heading(kind, match["n"], _title(match["t"], text), rank, named=True)
    if (numbered := _NUMBERED.fullmatch(text)) and (numbered["mark"] or "." in numbered["n"]):
        depth = numbered["n"].count(".") if numbered["n"][0].isdigit() else -0.5  # "I." holds "1."
        return Heading("section", numbered["n"], numbered["t"].strip(), 1 + depth)
    if (lettered := _LETTERED.fullmatch(text)) and not _A_NAME.match(lettered["t"].lower()):
        return Heading("section", lettered["n"], lettered["t"].strip(), 0.75)  # between "I." and "1."
    return Heading("block", None, text, None)


_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_YEAR = re.compile(
    r"(?:\b(?:на|за|for|in|of)\s+(?:the\s+year\s+)?)(?:19|20)\d\d(?:\s*(?:год\w*|г\.?))?$|(?:19|20)\d\d\s*жылға\b",
    re.IGNORECASE,
)
_LONGEST_YEAR = 80  # characters of a heading that may say of which year its rows are


@lru_cache(maxsize=1_000)
def year_said(text: str) -> int | None:
    """The one year that a heading is, or that it is the plan of: "2027 год", "2027 жыл / 2027 год", "План на 2027 год".

    One that only mentions a year ("Итоги 2025 года"), or several, says none.
    """
    plain = one_line(text).strip(" .,:")
    years = set(_A_YEAR.findall(plain)) if len(plain) <= _LONGEST_YEAR else set()
    if len(years) != 1:
        return None
    parts = [period_in(part) for part in plain.split("/")]
    if all(p is not None and p.year and not p.until for p in parts) or _OF_YEAR.search(plain):
        return int(years.pop())
    return None


def _title(rest: str, text: str) -> str:
    return rest.strip() or text


@dataclass(slots=True)
class SectionTree:
    """The sections so far and the path that is open."""

    sections: list[Section] = field(default_factory=list)
    _open: list[tuple[float, tuple[bool, ...], Section]] = field(default_factory=list)
    _fresh: bool = False  # no row since the last heading

    @property
    def current(self) -> str | None:
        """The innermost open section's id."""
        return self._open[-1][2].id if self._open else None

    @property
    def term(self) -> str | None:
        """The month or quarter that the innermost open heading is, if it is nothing else: "СЕНТЯБРЬ"."""
        title = self._open[-1][2].title if self._open else ""
        return title if title and len(title) <= 40 and period_in(title) else None

    @property
    def year(self) -> int | None:
        """The year that the innermost heading which names one says of the rows under it: "2027 год"."""
        return next((year for _, _, s in reversed(self._open) if (year := year_said(s.title))), None)

    def row_seen(self) -> None:
        """A row was hung on the open section."""
        self._fresh = False

    def close(self) -> None:
        """Leaves every open section (a new sheet, a new table of another kind)."""
        self._open.clear()

    def add(
        self, heading: Heading, *, level: int | None = None, bold: bool = False, rank: float | None = None
    ) -> Section:
        """Opens a section where it belongs: by its kind, its number's depth, its style, or its place."""
        style = (heading.title.isupper(), bold, heading.named)
        rank = self._rank(heading, level, style) if rank is None else rank
        self.leave(rank)
        kind = heading.kind
        if kind == "block" and heading.title.isupper() and not self._open:
            kind = "direction"
        elif kind == "block" and self._is_section(rank):
            kind = "section"
        section = Section(
            id=f"s{len(self.sections) + 1}",
            parent=self.current,
            kind=kind,
            number=heading.number,
            title=heading.title,
        )
        self.sections.append(section)
        self._open.append((rank, style, section))
        self._fresh = True
        return section

    def leave(self, rank: float) -> None:
        """Closes the sections that are as deep as this or deeper."""
        while self._open and self._open[-1][0] >= rank:
            self._open.pop()

    def _is_section(self, rank: float) -> bool:
        return not any(s.kind in {"goal", "indicator"} for above, _, s in self._open if above < rank)

    def _rank(self, heading: Heading, level: int | None, style: tuple[bool, ...]) -> float:
        if heading.named and heading.rank is not None:
            return heading.rank
        if level:
            return 0.5 + level / 10
        if heading.rank is not None:
            # "1." under a named section is inside it; the depth of the number counts from there.
            base = max((rank for rank, known, s in self._open if s.number is None or known[2]), default=0.0)
            return base + heading.rank / 10 if base else heading.rank
        for rank, known, section in self._open:
            if (
                known == style
                and section.number is None
                and section.kind in {"block", "section", "direction"}
                and not self._fresh
            ):
                return rank
        if self._fresh and self._open:
            rank, known, section = self._open[-1]
            return rank if known == style and section.number is None else rank + 0.01
        if any(s.kind in {"goal", "indicator"} for _, _, s in self._open):
            return _SIBLING
        return 0.9

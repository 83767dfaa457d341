"""What the document says of itself before its first table: title, organisation, year."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from core.kernel.month_names import MONTHS
from core.kernel.periods import Period
from core.kernel.text import fold, one_line
from core.plan.model import PlanInfo
from documents.grids.grid import Paragraph
from documents.grids.period_headers import period_in

_PLAN_WORDS = re.compile(
    r"\bплан\b|дорожн\w+ карт|\bкарта\b|программ|концепци|стратеги|мероприяти|жоспар|жол картасы|бағдарлама|тұжырымдама|іс-шара|цифров\w+ карт"
)
_ENGLISH_PLAN = re.compile(r"\b(?:plan|road ?map|programme?|strategy|schedule|log ?frame|framework)\b")
_APART = re.compile(r"\b(?:[^\W\d_] ){3,}[^\W\d_]\b")
_NOT_TITLE = re.compile(
    r"^(проект\b|утвержд|приложение|бекіт|қосымша|согласован|направлени|цель|задача|раздел|целевой индикатор)"
)
_APPROVED = re.compile(
    r"утвержд\w*\s+(?:\w+\s+)?(?:постановлением|приказом|решением|распоряжением|протоколом)\s+(?P<who>[А-ЯЁ][^\n№]*?)(?=\s+от\b|\s*№|\s+на\b|\n\n|$)",
    re.IGNORECASE | re.DOTALL,
)
_NOMINATIVE = {
    "правительства": "Правительство", "акимата": "Акимат", "министерства": "Министерство", "министра": "Министр",
    "управления": "Управление", "акима": "Аким", "директора": "Директор", "комитета": "Комитет", "совета": "Совет",
}  # fmt: skip
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*(?:г\w*\.?\s*)?[-–—]\s*((?:19|20)\d\d)")
_UNTIL = re.compile(r"\bдо\s+((?:19|20)\d\d)\s+год|\b((?:19|20)\d\d)\s+жылға\s+дейін")
_YEAR = re.compile(r"\b((?:19|20)\d\d)(?=\s*(?:г\b|г\.|год|жыл|ж\b|ж\.|[,;)]|$))")
_PART = re.compile(
    r"(?:\b(?:[1-4]|і{1,3}|іv|перв\w+|втор\w+|трет\w+|четверт\w+)[- ]*(?:[а-я]{1,2} )?(?:квартал|полугоди|тоқсан|жартыжылд)\w*|"
    rf"\b(?:{'|'.join(m.russian[0] for m in MONTHS)})) (?:19|20)\d\d(?: г\w*)?"
)
_ON_YEAR = re.compile(
    r"^(?:на )?(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)? ?(?:г|жыл|ж\b)|\b(?:19|20)\d\d жылға арналған"
)
_OWNER = re.compile(r"(?:организация|ұйым|organi[sz]ation)\s*:\s*(?P<who>\S.{0,300})", re.IGNORECASE)
_SPAN = re.compile(
    r"(?:период|кезең)\s*:\s*(\d\d)\.(\d\d)\.(\d{4})\s*[-–—]\s*(\d\d)\.(\d\d)\.(\d{4})", re.IGNORECASE
)
_DATED = re.compile(r"\b\d{1,2}[./]\d{1,2}[./](20\d\d|[23]\d)\b(?! [А-ЯЁA-Z])")


def read_info(before: Sequence[Paragraph]) -> tuple[PlanInfo, int | None]:
    """The plan's own words, and the year of a date printed above the title (a draft's or an approval's)."""
    title = _title(before)
    period = _labelled_period(before) or _period(title or "")
    printed = "\n".join(p.text for p in before)
    info = PlanInfo(
        title=title,
        organisation=_labelled_owner(before) or _organisation(printed),
        period_start=period[0] if period else None,
        period_end=period[1] if period else None,
    )
    dated = Counter(_DATED.findall(printed))
    year = int(dated.most_common(1)[0][0]) if dated else None
    return info, (2000 + year if year and year < 100 else year)


def _title(before: Sequence[Paragraph]) -> str | None:
    headings = [p for p in before if p.level is not None]
    for paragraph in [*headings, *before]:
        text = one_line(paragraph.text)
        if is_plans(text) and not _NOT_TITLE.match(fold(text)) and len(text) <= 600:
            return _with_next(before, paragraph)
    return one_line(headings[0].text) if headings and len(headings[0].text) <= 600 else None


def closed_up(text: str) -> str:
    """A word of a title whose letters are set apart, as one: "П Л А Н"."""
    return _APART.sub(lambda m: m.group().replace(" ", ""), text)


def is_plans(text: str) -> bool:
    """Whether a text has a word that names a plan."""
    return bool(_PLAN_WORDS.search(fold(text)) or _ENGLISH_PLAN.search(text.lower()))


def _with_next(before: Sequence[Paragraph], first: Paragraph) -> str:
    """A title set over several lines ("План мероприятий" / "по … на 2025 год")."""
    text = one_line(first.text)
    at = next(i for i, p in enumerate(before) if p is first)
    if len(text.split()) <= 4 and not _period(text):
        lines = [one_line(p.text) for p in before[at + 1 : at + 4] if p.level is None]
        last = next((i for i, line in enumerate(lines) if _ON_YEAR.search(fold(line))), None)
        if last is not None and all(_goes_on(line) for line in lines[: last + 1]):
            return " ".join([text, *lines[: last + 1]])
    for following in before[at + 1 : at + 3]:
        more = one_line(following.text)
        if following.level is None and more[:1].islower() and len(more) < 300:
            text = f"{text} {more}"
        else:
            break
    return text


def _goes_on(line: str) -> bool:
    """Whether a line under "ПЛАН РАБОТЫ" can be more of the title, rather than an approval's or a heading's."""
    return len(line) < 300 and not _NOT_TITLE.match(fold(line)) and not _DATED.search(line)


def _period(title: str) -> tuple[date, date] | None:
    if span := _YEARS.search(title):
        return date(int(span[1]), 1, 1), date(int(span[2]), 12, 31)
    if _UNTIL.search(title):
        return None
    part = _PART.search(fold(title))
    if part and (found := period_in(part.group())) and (code := found.code()):
        period = Period.parse(code)
        return period.start, period.end
    years = {int(y) for y in _YEAR.findall(title)}
    return (date(min(years), 1, 1), date(max(years), 12, 31)) if len(years) == 1 else None


def _labelled_owner(before: Sequence[Paragraph]) -> str | None:
    """ "Организация: …", as our own plans print it."""
    found = (_OWNER.fullmatch(one_line(p.text)) for p in before)
    return next((match["who"] for match in found if match), None)


def _labelled_period(before: Sequence[Paragraph]) -> tuple[date, date] | None:
    """ "Период: 01.02.2024 – 30.06.2025", as our own plans print it."""
    match = next((m for p in before if (m := _SPAN.fullmatch(one_line(p.text)))), None)
    if match is None:
        return None
    d1, m1, y1, d2, m2, y2 = map(int, match.groups())
    try:
        start, end = date(y1, m1, d1), date(y2, m2, d2)
    except ValueError:
        return None
    return (start, end) if start <= end else None


def _organisation(printed: str) -> str | None:
    match = _APPROVED.search(printed)
    if match is None:
        return None
    first, _, rest = one_line(match["who"]).partition(" ")
    head = _NOMINATIVE.get(first.lower())
    if head is None or len(rest) >= 200 or not (rest or head == "Правительство"):
        return None  # "приказом директора" says of what only elsewhere
    return f"{head} {rest}".strip()


def common_year(texts: Iterable[str]) -> int | None:
    """The year that four fifths of the printed years are, if one is."""
    years = Counter(int(y) for text in texts for y in re.findall(r"(?<!\d)((?:19|20)\d\d)(?!\d)", text))
    if not years:
        return None
    year, times = years.most_common(1)[0]
    return year if times * 5 >= sum(years.values()) * 4 else None

"""Papers in a text as people name them: "Акт №12 от 05.03.2024", "2024 жылғы 5 наурыздағы № 12 бұйрық" (domain, §4).

Some ways need the card to ask for a paper ("45, 5 марта"): elsewhere the same words are a figure or an account.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from core.dates.times_found import lacking_days
from core.dates.written_days import DAY
from core.evidence.paper_kinds import STEMS, form_named, is_kind
from core.evidence.paper_text import MASK, UNCLEAR, UNTIL, numbers_apart, paper_text, valid_until
from core.evidence.papers import MARKS, SHORTS, Paper, is_half_in_words, paper_day, read_paper
from core.evidence.papers_denied import is_denied
from core.evidence.papers_of_others import is_anothers
from core.evidence.papers_open import is_of_unknown_kind, is_open
from core.evidence.papers_referred import in_force
from core.evidence.papers_to_come import is_asked, is_to_come
from core.kernel.errors import UnreadableInput
from core.kernel.text import clean, dashes

LONGEST_NUMBER = 60
_SHOWN = 40

_NONE = (
    r"б[/\\]н|бн\b|без\s(?:номера|№)|н/ж|н/с|н[өо]м[еі]рсіз|н[өо]мірі\sжоқ|"
    r"no\snumber|without\s(?:a\s)?number|w/o\snumber|unnumbered"
)
"""How a paper is said to have no number."""
_NO_WORD = r"(?!(?:на|за|for|от|of|dated|from|без|without|w/o|no|n|бн|номер|н[өо]мірі|подписан\w*)\b)"
_FORM = rf"\b(?P<form>(?:{STEMS})\w{{0,6}}(?:[ ]{_NO_WORD}[^\W\d_]+){{0,4}}?)"
_SHORT_FORM = rf"\b(?P<form>(?:{STEMS})\w{{0,6}})"
_AFTER = rf"(?P<after>(?:{STEMS})\w{{0,6}})"
_SIGN = (
    rf"(?:\b(?:{MARKS})[.:]?\s?)?"
    r"(?:№|\#|\bno\.?(?=[ \d:])|\bn\.?(?=\s?\d)|\bномер\b|\bнөмірі\b|\bn°):?\s?"
)
_PLAIN_CODE = r"(?<![\w/-])(?P<number>(?=[\w/.-]{0,60}\d)[\w/-]{1,60}(?:\.[\w/-]{1,20}){0,4}"
_SUFFIX = r"(?:[ ][^\W\d_]{1,2}/[^\W\d_]{1,2}(?![\w/]))?"
_CODE = rf"{_PLAIN_CODE}{_SUFFIX}|{_NONE})(?<![/-])(?![.,]\d|-\d{{1,2}}-|-\d{{1,2}}/)"
_NUMBERED = r"(?:санды|нөмірлі|номерлі|номерли|номирли)"
""" "№ 12-ө санды бұйрық": the order by that number."""
_SIGNED = (
    rf"{_SIGN}(?:{_CODE}|(?P<region>(?-i:[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{{2,5}})[ ][\w/-]{{0,40}}\d[\w/-]{{0,20}}"
    rf"(?:[ ]\d{{1,6}}(?![./]?\d|[ ]\w{{3}})){{0,3}}))(?:\s{_NUMBERED}(?!\w))?"
)
_LETTERED = rf"(?=[\w.]{{1,40}}[/-]){_PLAIN_CODE}{_SUFFIX})(?<=[^\W\d_])(?![.,]\d)"
_JOIN = (
    r"\s?[,;(/-]?\s{0,2}(?:от|дата|датирован\w{0,2}|подписан\w{0,2}|signed|issued|dated|of|from|күні|күнгі|ж\.)?:?"
    r"\s{0,2}(?:the\s)?"
)
_FROM = r"\s?,?\s(?:от|dated|of|from)\s{1,2}(?:the\s)?"
_DAY = rf"(?P<day>{DAY})\)?"
_ANYWHERE = (
    rf"(?:{_FORM}[ ]?)?{_SIGNED}{_JOIN}{_DAY}",
    rf"(?:{_FORM}[ ])?(?:\b(?:от|of|dated|from)\s{{1,2}})?{_DAY}\s?,?\s?{_SIGNED}(?:[ ]{_AFTER})?",
    rf"{_DAY}\s?,?\s?{_FORM}[ ]?{_SIGNED}",
    rf"{_SIGNED}\s{_AFTER}(?:{_JOIN}{_DAY})?",
    rf"{_DAY}\s?,?\s?{_CODE}\s{_NUMBERED}\s{_AFTER}",
    rf"{_CODE}\s{_NUMBERED}\s{_AFTER}(?:{_JOIN}{_DAY})?",
    rf"(?:{_FORM}[ ])?(?<![\w/])(?P<number>{_NONE})(?:\s{_AFTER})?{_JOIN}{_DAY}",
    rf"{_FORM}[ ]{_CODE}{_FROM}{_DAY}",
    rf"{_FORM}[ ]?{_SIGNED}",
    rf"{_FORM}{_FROM}{_DAY}",
)
_WHOLE = (
    rf"{_CODE}{_FROM}{_DAY}",
    rf"{_SHORT_FORM}[ ]{_CODE}{_JOIN}{_DAY}",
    rf"{_CODE}[ ]{_AFTER}{_JOIN}{_DAY}",
    rf"{_LETTERED}{_JOIN}{_DAY}",
    rf"{_DAY}[ ]{_LETTERED}",
    rf"{_SHORT_FORM}[ ]{_DAY}",
    rf"(?P<form>(?:{STEMS})[аяіыь]{{0,2}})[ ]{_CODE}",
)
"""These need a clause of their own: "12-ө от 05.03.2024" alone, "Приказ 45" alone, "45-ө 05.03.2024" alone."""
_BARE = (rf"(?:от\s|of\s|dated\s)?{_DAY}", rf"{_CODE}{_JOIN}{_DAY}", rf"{_DAY}\s?,?\s?{_CODE}")
_IS_NONE = re.compile(_NONE, re.IGNORECASE)
_QUOTED_DAY = re.compile(r"[«\"“„](?=\d{1,2}[»\"”“])|(?<=\d)[»\"”“](?=\s)")
_PREFIX = re.compile(
    rf"^(?:(?:{MARKS})\.(?=\w)|n(?=\d)|(?!(?-i:[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{{2}}))(?:{SHORTS})(?=\d))", re.IGNORECASE
)

_PAPER_SAID = re.compile(rf"\b(?:{STEMS})\w{{0,6}}\b|{_SIGN}\d|\b(?:от|of|dated)\s\d", re.IGNORECASE)
_SHORT = re.compile(rf"\W*({SHORTS})(?![^\W\d_])", re.IGNORECASE)
_SHORT_BEFORE = re.compile(rf"(?<![^\W\d_])({SHORTS})\.?\s?$", re.IGNORECASE)
_CALLED = re.compile(rf"\W*((?:{STEMS})\w{{0,6}})(?!\w)", re.IGNORECASE)
_BETWEEN = " \n\t,;.:()-–—"


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper as a text names it: `form` is the word that it is called by ("Акт"), None where there is none."""

    form: str | None
    paper: Paper


def papers_in(
    text: str, today: date, language: str | None = None
) -> list[tuple[tuple[int, int], NamedPaper]]:
    """The papers that a text tells of for their own sake, with where each stands in it.

    None of a sentence that leaves open which it is, none that is replaced or relied on (`papers_referred`), none that is
    not there (`papers_denied`, `papers_to_come`), and none of another body or row (`papers_of_others`).
    """
    return [(span, paper) for span, paper, is_kept in papers_told(text, today, language) if is_kept]


def papers_told(
    text: str, today: date, language: str | None = None
) -> list[tuple[tuple[int, int], NamedPaper, bool]]:
    """The same with those that it names for another's sake, each with whether it is told for its own."""
    seen = paper_text(_plain(text), today, language)
    found = _named(seen.text, today)
    placed = [(span, named.paper) for span, named in found]
    kept = in_force(seen.text, placed)
    return [
        (seen.span(*span), named, span in kept and not _is_no_proof(seen.text, span))
        for span, named in found
        if not is_open(seen.text, span, placed)
        and not (named.form is None and is_of_unknown_kind(seen.text, span[0]))
    ]


def _is_no_proof(text: str, span: tuple[int, int]) -> bool:
    """Whether what stands beside a paper says that there is none, or none of this report."""
    return any(says(text, span) for says in (is_denied, is_to_come, is_asked, is_anothers))


def numbers_left_open(text: str, today: date, language: str | None = None) -> frozenset[str]:
    """The numbers of papers that a text names and leaves open which of them it is: "приказ № 12 или № 14"."""
    seen = paper_text(_plain(text), today, language).text
    found = _named(seen, today)
    placed = [(span, named.paper) for span, named in found]
    doubted = [named for span, named in found if is_open(seen, span, placed)]
    numbers = {named.paper.number for named in doubted} if any(named.form for named in doubted) else set()
    either = _either().search(seen)
    numbers |= set(either.group("one", "other")) if either is not None else set()
    return frozenset(number for number in numbers if number)


@cache
def _either() -> re.Pattern[str]:
    """A paper of two plain numbers: "приказ 12 или 14"."""
    word, or_ = rf"\b(?:{STEMS})\w{{0,6}}\s", r"\s?,?\s(?:или|либо|не\sто|то\sли|немесе|әлде|or)\s"
    lead = r"(?:не\sто\s|то\sли\s|either\s)?(?:№\s?|no\.?\s)?"
    return re.compile(
        rf"{word}{lead}(?P<one>[\w/-]*\d[\w/-]*){or_}(?:№\s?|no\.?\s)?(?P<other>[\w/-]*\d[\w/-]*)",
        re.IGNORECASE,
    )


def _named(text: str, today: date) -> list[tuple[tuple[int, int], NamedPaper]]:
    """The papers in their order; of two readings that overlap the one that begins first, then the one that says more.

    A paper may be told over several lines.
    """
    lines = text.replace("\n", " ")
    said = [
        (match.start(), at, match)
        for at, (pattern, alone) in enumerate(_patterns())
        for match in pattern.finditer(lines)
        if not alone or stands_alone(text, match.span())
    ]
    found: list[tuple[tuple[int, int], NamedPaper]] = []
    for _, _, match in sorted(said, key=lambda s: s[:2]):
        paper = _paper(match, today)
        short = _SHORT_BEFORE.search(lines, 0, match.start())
        if paper is not None and paper.form is None and short is not None and is_kind(short[1]):
            paper = NamedPaper(short[1][:1].upper() + short[1][1:], paper.paper)
        if paper is not None and not any(match.start() < end and s < match.end() for (s, end), _ in found):
            found.append((match.span(), paper))
    return found


def papers_beside(
    text: str, today: date, language: str | None = None, forms: Sequence[str] | None = None
) -> tuple[list[NamedPaper], str]:
    """The papers that stand in a text as clauses of their own, and what is told beside them ("" where nothing is).

    A paper within a sentence belongs to it: "Договор № 5 от 01.02.2024 не исполнен" has none. With `forms` those alone
    that are called by one of them; the others are part of what is told.
    """
    plain = clean(text)
    found = [
        (span, paper)
        for span, paper in papers_in(plain, today, language)
        if stands_alone(plain, span)
        and (forms is None or (paper.form is not None and form_named(paper.form, forms) is not None))
    ]
    clauses = (c.strip(_BETWEEN) for c in without(plain, [span for span, _ in found]).split(";"))
    return [paper for _, paper in found], "; ".join(c for c in clauses if c)


def paper_asked(text: str, today: date, language: str | None = None) -> NamedPaper:
    """The one paper of a text that answers the question for it, whose number and date nothing names as such.

    Raises UnreadableInput: `paper-not-read`, `paper-no-such-day`.
    """
    refuse_lacking_day(text, of_paper=True)
    seen = paper_text(_plain(clean(text)), today, language).text
    for pattern in _bare():
        match = pattern.fullmatch(seen)
        paper = _paper(match, today) if match is not None else None
        if paper is not None and not is_half_in_words(paper.paper.number or ""):
            return paper
    told = [is_kept for _, _, is_kept in papers_told(text, today, language)]
    if (told and not any(told)) or any(mask in seen for mask in (MASK, UNCLEAR, UNTIL)):
        raise UnreadableInput("paper-not-read", typed=text[:_SHOWN])
    called = _CALLED.match(seen)
    form = called[1] if called is not None else _short_of(seen)
    return NamedPaper(form[:1].upper() + form[1:] if form else None, read_paper(seen, today))


def lacking_day_in(text: str, *, of_paper: bool = False) -> str | None:
    """A day that a text names and the calendar lacks, as typed; None where there is none.

    `of_paper`: where the text is asked for a paper. Elsewhere "31.06" is a number, unless the text names a paper.
    """
    plain = numbers_apart(_plain(clean(text))).text
    said = (plain[start:end] for start, end in lacking_days(plain))
    named = of_paper or _PAPER_SAID.search(plain) is not None
    return next((day[:_SHOWN] for day in said if named or any(c.isalpha() for c in day)), None)


def refuse_lacking_day(text: str, *, of_paper: bool = False) -> None:
    """Raises UnreadableInput("paper-no-such-day") for what `lacking_day_in` finds."""
    day = lacking_day_in(text, of_paper=of_paper)
    if day is not None:
        raise UnreadableInput("paper-no-such-day", typed=day)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """The ways to name a paper, each with whether it has to stand alone; made when somebody first types."""
    ways = [(pattern, False) for pattern in _ANYWHERE] + [(pattern, True) for pattern in _WHOLE]
    return tuple((re.compile(pattern, re.IGNORECASE), alone) for pattern, alone in ways)


@cache
def _bare() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\W*{pattern}\W*", re.IGNORECASE) for pattern in _BARE)


def stands_alone(text: str, span: tuple[int, int]) -> bool:
    """Whether a part of the text is a clause by itself; until when it is valid may be said behind it."""
    before, after = text[: span[0]].rstrip(" "), text[span[1] :].lstrip(" ")
    until = valid_until().match(after.lstrip("( "))
    ends = re.match(r"(?:г\.?|года|ж\.?|жылы)?\s*(?:$|[,;.!:\n)]|- )", after, re.IGNORECASE)
    return (not before or before[-1] in ",;.!:(-\n") and (ends or until) is not None


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with these parts taken out; what stood around each stays apart."""
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    return ";".join([*kept, text[at:]]) if spans else text


def _plain(text: str) -> str:
    """The text with one kind of dash and without the quotes around a day, each place where it was."""
    return _QUOTED_DAY.sub(" ", dashes(text))


def _short_of(text: str) -> str | None:
    """What a paper is called for short before its number: the "inv" of "inv. 310"; None where there is no such word."""
    found = _SHORT.match(text)
    return found[1] if found is not None and is_kind(found[1]) else None


def _paper(match: re.Match[str], today: date) -> NamedPaper | None:
    """The paper of a match; None where its date is no day or its number too long to be one."""
    parts = {"form": None, "after": None, "number": None, "region": None, "day": None} | match.groupdict()
    dated = paper_day(parts["day"], today) if parts["day"] else None
    number = _PREFIX.sub("", (parts["number"] or parts["region"] or "").strip(" .-/"), count=1)
    if (parts["day"] and dated is None) or len(number) > LONGEST_NUMBER:
        return None
    form = parts["form"] or parts["after"] or _short_of(match[0])
    kept = None if not number or _IS_NONE.fullmatch(number) else number
    return NamedPaper(form[:1].upper() + form[1:] if form else None, Paper(kept, dated))

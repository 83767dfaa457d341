"""A text as the patterns of papers see it: every way to write a day that they do not know made "05.03.2024".

A day told from today ("бүгінгі № 61 бұйрық", "signed yesterday") is the day that it is. A day until when something is valid ("до 01.03.2026", "2026 жылғы 1 наурызға дейін жарамды"), one that the calendar lacks
one of two ("5-7 марта") and, of who reads English, one whose month may be either number ("02/03/2024") are no date of a paper and no part of its number: they are masked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from core.dates.calendar_days import valid_day
from core.dates.day_patterns import MONTH, month_of
from core.dates.doubts import two_ways_in
from core.dates.plain_text import flat, plain
from core.dates.times_found import lacking_days
from core.dates.written_days import DAY
from core.evidence.paper_kinds import STEMS

MASK, UNCLEAR, UNTIL = "¤¿¦"
"""What stands for a day that the calendar lacks, for one of two, and for until when something is valid."""
_YEAR_FIRST = r"(?<![\w./-])(?P<year>(?:19|20)\d\d)(?P<mark>[-./])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![./-]?\d)"
_YEAR = r"(?P<year>(?:19|20)\d\d)\s?(?:жыл\w*|ж\.?|год\w*|г\.?)?,?\s"
_YEAR_BEHIND = r"(?:,?\s(?P<year>(?:19|20)\d\d)(?:\s?(?:г\.|года\b|ж\.|жыл\w*))?)?"
_NTH = r"(?P<day>\d{1,2})(?:-го|-ши|th|-с?[иы])"
_GENITIVE = (
    rf"(?P<month>{MONTH})\s(?P<day>\d{{1,2}})-(?:с?[иы])(?:н?дег[иы]|нда(?:г[иы])?|нде|н[иы]н|нан|нен)?(?!\w)"
)
_OTHERS = (
    _YEAR_FIRST,
    rf"(?<!\w){_YEAR}{_GENITIVE}",
    rf"(?<![\w.]){_GENITIVE}{_YEAR_BEHIND}",
    rf"(?<!\w){_YEAR}{_NTH}\s(?P<month>{MONTH})(?!\w)",
    rf"(?<!\w){_NTH}\s(?:of\s)?(?P<month>{MONTH}){_YEAR_BEHIND}(?!\w)",
    rf"(?<![\w./-])(?P<year>(?:19|20)\d\d),?\s(?P<month>{MONTH})\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\w)",
    rf"(?<![\w./-])(?P<year>(?:19|20)\d\d),?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{MONTH})(?!\w)",
)
_SPACED = r"(?<![\w./-])(?P<day>\d{2})\s(?P<month>0[1-9]|1[0-2])\s(?P<year>20\d\d)(?!\w)"
_ONE_OF_TWO = (
    r"(?<![\w./№-])(?<!№\s)(?P<first>\d{1,2})\s*(?:-|или|и|по|or|and|to|мен|пен|бен|немесе)\s*(?P<last>\d{1,2})\s"
    rf"(?:of\s)?{MONTH}(?!\w)"
)
""" "от 5-7 марта": a paper has one date."""
_FROM_TODAY = (
    (0, r"сегодня|сегодняшн\w+(?:\s(?:дня|дн[её]м|числ[ао]м?))?|бүгін(?:гі)?(?:\sкүн\w*)?|today(?:['’]s)?"),
    (1, r"вчера|вчерашн\w+(?:\s(?:дня|дн[её]м|числ[ао]м?))?|кеше(?:гі)?(?:\sкүн\w*)?|yesterday(?:['’]s)?"),
    (2, r"позавчера|позавчерашн\w+|алдыңғы\sкүн\w*|алдыңғүн\w*|(?:the\s)?day\sbefore\syesterday"),
)
"""How many days ago, and how that is said."""
_FROM_DAY = rf"{DAY}(?:\s*-?\s*(?:[дт][ае]н|н[ае]н)|(?<=[дтн][ае]н))\s+(?:бастап\s+)?"
"""The first day of a span ("1 сәуірден 14 сәуірге дейін"): it dates no paper, no more than the last one does."""
_VALID = (
    r"(?:срок(?:ом)?\s+действия\s*:?\s*|действ[иу]\w+\s+|год(?:ен|на|но)\s+|valid\s+|expires?\s+(?:on\s+)?)?"
    rf"(?<!\w)(?:до|по|until|till|to|through)\s+(?:the\s+)?{DAY}(?:\s*включительно)?",
    rf"(?:срок(?:ом)?\s+действия|действ[иу]\w+|valid|expires?\s+on|expires?|жарамдылық\s+мерзімі)\s*:?\s*-?\s*{DAY}",
    rf"(?:{_FROM_DAY})?{DAY}\s*-?\s*(?:[ғгқк][ае]|н[ае])?\s*дейін(?:\s+(?:жарамды|қолданыста)\w*)?",
)
_BEHIND = rf"(?=(?:{STEMS})\w{{0,6}}(?!\w))"
_NO_DAY = r"(?!\d{1,2}(?P<mark>[./-])\d{1,2}(?P=mark)(?:\d\d){1,2}(?!\d))"
_NUMBER = rf"{_NO_DAY}[\w/-]{{0,20}}\d[\w/]{{0,10}}(?:-[^\W\d_]{{1,3}})?"
_FIRST = r"(?:^|(?<=[,;:(\n]\s)|(?<=[,;:(\n]))(?:№\s?)?"
_HYPHENED = (
    rf"(?<![\w./№-])(?<!№\s)(?P<sign>){_NUMBER}(?P<dash>\s?-|-\s)(?=(?:бұйры|қаулы|өкім|хаттама|шешім)\w{{0,6}}(?!\w))",
    rf"(?<![\w./-]){_NUMBER}(?P<dash>\s?-|-\s){_BEHIND}",
    rf"{_FIRST}(?!20\d\d\s){_NUMBER}(?P<dash>\s-\s){_BEHIND}",
    rf"(?<!\w)\d{{1,6}}(?P<dash>-[иы]?н?ш[иы]\s){_BEHIND}",
    r"(?<!\w)\d{1,6}(?P<dash>-)(?=(?:санды|нөмірлі|номерл[иі])(?!\w))",
    rf"(?<!\w)(?:{STEMS})\w{{0,6}}(?P<dash>-)(?=\d)",
)
"""A number joined with what it is the number of, which is no part of it: "45-бұйрық", "45-ші бұйрық", "приказ-45"."""


@dataclass(frozen=True, slots=True)
class PaperText:
    """The text with its days alike; `at` is the place in the typed text of each of its letters, and of its end."""

    text: str
    at: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a part of it stands in the text as it was typed."""
        return self.at[start], self.at[end]


def paper_text(text: str, today: date, language: str | None = None) -> PaperText:
    """The text as the patterns see it; `today` tells the year of a day without one, the last that fits."""
    apart = numbers_apart(text)
    text, places = apart.text, apart.at
    edits = [(start, end, MASK) for start, end in lacking_days(text)]
    edits += [(start, end, UNCLEAR) for start, end in (two_ways_in(text) if language == "en" else ())]
    for match in _one_of_two().finditer(flat(text)):
        if int(match["first"]) < int(match["last"]) and not any(
            match.start() < e and s < match.end() for s, e, _ in edits
        ):
            edits.append((*match.span(), UNCLEAR))
    for start, end, day in _days(text, today):
        if not any(start < e and s < end for s, e, _ in edits):
            edits.append((start, end, f"{day:%d.%m.%Y}"))
    made, at = _edited(text, places, sorted(edits))
    until = [(*m.span(), UNTIL) for m in valid_until().finditer(made)]
    return PaperText(*_edited(made, at, until))


def numbers_apart(text: str) -> PaperText:
    """The text with numbers set apart from what they are of; a Kazakh order, minutes and the like get their sign: "№45 бұйрық"."""
    edits: dict[int, tuple[int, int, str]] = {}
    for pattern in _hyphened():
        for match in pattern.finditer(flat(text)):
            if match.start("dash") in edits:
                continue
            edits[match.start("dash")] = (*match.span("dash"), " ")
            if "sign" in pattern.groupindex:
                edits[match.start()] = (match.start(), match.start(), "№")
    return PaperText(*_edited(text, tuple(range(len(text) + 1)), sorted(edits.values())))


def _edited(text: str, at: tuple[int, ...], edits: list[tuple[int, int, str]]) -> tuple[str, tuple[int, ...]]:
    made, places, done = [], [], 0
    for start, end, put in edits:
        made += [text[done:start], put]
        places += [*at[done:start], *([at[start]] * len(put))]
        done = end
    return "".join([*made, text[done:]]), (*places, *at[done:])


def _days(text: str, today: date) -> list[tuple[int, int, date]]:
    """(where it begins and ends, the day) of each that is written in a way that the patterns do not know."""
    seen = plain(text)
    found = [
        (*m.span(), today - timedelta(days=ago))
        for ago, pattern in reversed(_from_today())
        for m in pattern.finditer(flat(text))
    ]
    if seen.source != text:
        return found
    for pattern in _other_days():
        for match in pattern.finditer(seen.text):
            day = _day(match, today)
            start, end = seen.at[match.start()], seen.at[match.end()]
            if day is not None and not any(start < e and s < end for s, e, _ in found):
                found.append((start, end, day))
    return found


def _day(match: re.Match[str], today: date) -> date | None:
    month = int(match["month"]) if match["month"].isdecimal() else month_of(match["month"])
    if match["year"]:
        return valid_day(int(match["year"]), month, int(match["day"]))
    this = valid_day(today.year, month, int(match["day"]))
    return this if this is None or this <= today else valid_day(today.year - 1, month, int(match["day"]))


@cache
def _other_days() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(flat(pattern), re.IGNORECASE) for pattern in (*_OTHERS, _SPACED))


@cache
def _from_today() -> tuple[tuple[int, re.Pattern[str]], ...]:
    said = ((ago, rf"(?<!\w)(?<!before )(?:{flat(words)})(?!\w)") for ago, words in _FROM_TODAY)
    return tuple((ago, re.compile(pattern, re.IGNORECASE)) for ago, pattern in said)


@cache
def _hyphened() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(flat(pattern), re.IGNORECASE) for pattern in _HYPHENED)


@cache
def _one_of_two() -> re.Pattern[str]:
    return re.compile(flat(_ONE_OF_TWO), re.IGNORECASE)


@cache
def valid_until() -> re.Pattern[str]:
    """How a text says until when something is valid."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in _VALID), re.IGNORECASE)

"""Deadlines in English, said in the words of the Russian grammar: "by 31 March 2026" → "до 31 март 2026".

Only words in Latin letters alone are taken: a look-alike inside a Russian word stays. What is not known stays as it
is printed, so that the grammar sees it and doubts.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from core.kernel.month_names import MONTHS

_MONTH_OF = {name: m.russian[0] for m in MONTHS for name in (m.english, *m.short_english)}
_MONTH = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_COUNTED = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "ten": "10", "twelve": "12",
    "first": "1", "second": "2", "third": "3", "fourth": "4",
}  # fmt: skip
_DAYS = "mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs)?(?:day)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
_PART = {"week": "неделя", "decade": "декада", "ten days": "декада", "half": "половина"}
_NEED = r"(?:needed|required|necessary|requested|applicable|appropriate|need(?:s)? arises?)"
_YEAR = r"(?:calendar |financial |fiscal |reporting |budget )?year"

_Change = str | Callable[[re.Match[str]], str]
_PHRASES: tuple[tuple[re.Pattern[str], _Change], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        # Events first: what they are about is no time of its own.
        (rf"\b(?:as|when(?:ever)?|if|where) (?:and when |it is |is )?(?:the )?{_NEED}|\b(?:up)?on (?:request|demand)|\bad[- ]hoc|\bas and when\b.*",
         "по мере необходимости"),
        (rf"^\s*(?!.*\b(?:{_MONTH})\b)(?:when(?:ever)?|if|as soon as|each time|every time|once(?! (?:an?|per|every|each|in)\b)|(?:at|in|for|before|after) (?:each|every)(?= (?:meeting|session|event|visit|case|admission|shift)))\b[^\d,;]+$",
         "по мере необходимости"),
        (r"\bin (?:the )?(?:case|event) of\b|\bsubject to\b", "в случае"),
        (r"\b(?:as per|according to|in accordance with|in line with|as in|per) (?:the |an? )?(?:[a-z]+ )?(?:schedule|timetable|plan|calendar)|\bas scheduled|\bon schedule",
         "по графику"),
        (r"\bwithin (?:\d+|[a-z]+)(?: \([^)]*\))?(?: [a-z]+)? (?:hours?|days?|weeks?|months?) (?:of|after|from|following|upon|since)\b.*", "после"),
        (r"\b(?:immediately )?(?:after|following|upon|once(?! (?:an?|per|every|each|in)\b))\b", "после"),
        # School years, whole years.
        (r"\b(?:school|academic|study)[ -]year", "учебный год"),
        (rf"\b(?:throughout|during|within|over|in the course of|all|the whole|full|for) ?(?:of )?(?:the |this )?(?:whole |entire |full )?{_YEAR}(?: round)?\b|\byear[- ]round|\ball year\b",
         "в течение года"),
        (r"\b(?:by |at |until )?(?:the )?year[- ]end\b", "до конца года"),
        (rf"\b(?:fy|cy|financial year|fiscal year|calendar year|{_YEAR}) ?'?(?=20\d\d)", " "),
        (r"\b(?:fy|cy) ?'?(\d\d)(?!\d)(?![/-])", r"20\1 год"),
        # How often.
        (r"\b(?:6|six)[- ]monthly", "полугодовой"),
        (r"\b(?:12|twelve)[- ]monthly|\bevery (?:12|twelve) months", "ежегодно"),
        (r"\b3[- ]monthly", "ежеквартально"),
        (r"\b(\d+)[- ]monthly", r"раз в \1 месяца"),
        (r"\b(\d+)[- ]weekly", r"раз в \1 недели"),
        # "Q3 2026/27" is of a financial year that nobody said the beginning of: the quarter of its first year, and a doubt.
        (r"\b(q ?[1-4]|[1-4] ?q|quarter [1-4]|(?:first|second|third|fourth) quarter),?( of)?( fy)? ?(20\d\d) ?/ ?\d\d(?:\d\d)?\b", r"\1 \4 fiscal"),
        (r"\b(?:semi-?annual(?:ly)?|half[- ]?yearly|bi-?annual(?:ly)?|six[- ]monthly|every (?:six|6) months|(?:twice|two times|2 times) (?:a|per|each|every|in a) year)\b",
         "полугодовой"),
        (r"\bevery (?:three|3) months|\bthree-monthly|(?:four|4) times (?:a|per) year", "ежеквартально"),
        (r"\bfortnightly\b|\bbi-?weekly\b|\bevery (?:two|2|other|second) weeks?", "раз в 2 недели"),
        (r"\bbi-?monthly\b|\bevery (?:two|2|other|second) months?", "раз в 2 месяца"),
        (r"\bweekly\b", "еженедельно"),
        (r"\bmonthly\b", "ежемесячно"),
        (r"\bquarterly\b|\ball (?:four )?quarters\b", "ежеквартально"),
        (r"\b(?:annual(?:ly)?|yearly)\b", "ежегодно"),
        (r"\b(?:daily|every ?day|each day|every working day)\b", "ежедневно"),
        (r"\b(?:once|one time|1 time) (?:a|an|per|every|each|in a|in each)\b", "1 раз в"),
        (r"\btwice (?:a|per|every|each|in a)\b", "2 раза в"),
        (r"\b(\d+|three|four|six|twelve) times (?:a|per|every|each|in a)\b", lambda m: f"{_COUNTED.get(m[1].lower(), m[1])} раза в"),
        (rf"\b(?:every|each|on) (?:{_DAYS})s?\b(?! \d)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b", "каждую пятницу"),
        (rf"\b(?:{_DAYS})\b[,.]?", " "),
        (r"\b(?:on an? |on )?(?:ongoing|continuous(?:ly)?|continual(?:ly)?|permanent(?:ly)?|constant(?:ly)?|regular(?:ly)?|indefinite(?:ly)?)(?: basis)?\b|\bat all times\b|\balways\b",
         "постоянно"),
        # Parts of a month and of a year.
        (rf"\b(?:the )?(\d|first|second|third|fourth|last)(?:st|nd|rd|th)? (week|decade|ten days|half) (?:of |in )?(?=(?:{_MONTH})\b)",
         lambda m: f"{_place(m[1])} {_PART[m[2].lower()]} "),
        (rf"\bweeks? (\d) (?:of |in )?(?=(?:{_MONTH})\b)", r"\1 неделя "),
        (r"\bhalf[- ]years?\b|\bhalf\b|\bsemesters?\b", "полугодие"),
        (r"\bh ?([12])\b|\b([12]) ?h\b", lambda m: f"{m[1] or m[2]} полугодие"),
        (r"\b([1-4]) ?q\b", r"\1 квартал"),
        (r"\bq ?([1-4]) ?[-/'] ?(\d\d)(?!\d)", r"\1 квартал 20\2"),
        (r"\bq ?([1-4]) ?- ?([1-4])\b", r"\1-\2 квартал"),
        (r"\b(?:quarter|qtr)\.? ?(i{1,3}|iv|[1-4])\b", r"\1 квартал"),
        (r"\b(?:quarters?|qtrs?)\b", "квартал"),
        # Days and months.
        (rf"\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)? ?- ?(\d{{1,2}})(?:st|nd|rd|th)?(?!\d)", r"\2-\3 \1"),
        (rf"\b({_MONTH})\.? (\d{{1,2}})(?:st|nd|rd|th)?(?![\d-])(?! ?(?:{_MONTH}))", r"\2 \1 "),
        (rf"(?<![\d-])\b({_MONTH})\.?[-' ]?(?:(?<=[-'])([23]\d))(?!\d)", r"\1 20\2"),
        (rf"\b(\d{{1,2}})[- ]({_MONTH})\.?[- ](\d\d)(?!\d)", r"\1 \2 20\3"),
        (rf"\b(\d{{1,2}})-({_MONTH})-(?=20\d\d)", r"\1 \2 "),
        (r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1"),
        (r"\b(first|second|third|fourth)\b", lambda m: _COUNTED[m[1].lower()]),
        (r"\bmay (?=be\b|[a-z]+ed\b)", "might "),
        (rf"\b({_MONTH})\b\.?", lambda m: _MONTH_OF[m[1].lower()]),
        # What stands around them.
        (r"\bend[- ]of\b|\bend-|\bend\b", "конец "),
        (r"\bmid(?:dle)?(?:[- ]of)?(?: the)?\b[- ]?", "середина "),
        (r"\b(?:early|beginning of|start of)(?: in)?(?: the)?\b", "начале "),
        (r"\bbetween (.+?) and\b", r"с \1 - "),
        (r"\b(?:no|not) later than\b|\bon or before\b|\bprior to\b|\bup to\b|\b(?:by|before|until|till)\b", "до"),
        (r"\b(?:starting|beginning|commencing|effective|from|since|as of|as from)(?: from| in| on)?\b", "с"),
        (r"\b(?:to|through|thru)\b", " - "),
        (r"\b(?:onwards?|forward)\b", "бастап"),
        (r"\b(?:thereafter|subsequently|afterwards)\b", "далее"),
        (r"\b(?:and|&|plus)\b", "и"),
        (r"\b(?:every|each)\b", "каждый"),
        (r"\bweeks?\b", "неделя"),
        (r"\bmonths?\b", "месяц"),
        (r"\byears?\b", "год"),
        (r"\b(?:working |business |calendar )?days?\b", "числа"),
        (r"\b(?:reporting|following|next|deadline|due|date|the|of|in|on|at|for|within|during|throughout|an?)\b", " "),
    )
)  # fmt: skip
_WORD = re.compile(r"(?<![^\W\d_])[A-Za-z]{2,}(?![^\W\d_])|\b[hHqQ] ?[1-4]\b|\b[1-4] ?[hHqQ]\b")


def in_russian(text: str) -> str:
    """The text with the English that deadlines are written in as Russian; any other text as it is."""
    if not any(len(word) > 1 and not _roman(word) for word in _WORD.findall(text)):
        return text
    said = " ".join(text.translate(_DASHES).split(" "))
    for pattern, russian in _PHRASES:
        said = pattern.sub(russian, said)
    return said


def _place(word: str) -> str:
    return "последняя" if word.lower() == "last" else _COUNTED.get(word.lower(), word)


def _roman(word: str) -> bool:
    return set(word) <= set("IVXivx")


_DASHES = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("‘’`´", "'")})

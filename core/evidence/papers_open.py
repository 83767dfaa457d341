"""Whether a sentence leaves open which paper it names: one of two, another number or day beside it, a number half in words.

Such a sentence names none, and where a paper is asked for it is asked again (domain, §4).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from core.dates.doubts import tells_choice
from core.dates.plain_text import plain
from core.dates.time_words import tells_time
from core.dates.written_days import DAY
from core.evidence.paper_kinds import STEMS
from core.evidence.paper_text import UNCLEAR
from core.evidence.papers import MARKS, Paper, is_half_in_words

_SENTENCE = re.compile(r"(?<=[^\W\d_]{3})[.](?=\s)|[;!?]")
_SENTENCE_OR_LINE = re.compile(rf"{_SENTENCE.pattern}|\n")
_CLAUSE = re.compile(r",(?!\d)|\s-\s|[()]")
_SIGN = re.compile(
    r"(?:(?P<before>[^\W\d_]+)\s)?(?:№+|#|\bno\.?\s|\bномер\s|\bнөмірі\s)\s?[\w/-]*\d[\w/-]*(?:\s(?P<after>[^\W\d_]+))?",
    re.IGNORECASE,
)
"""Another number, with the words around it: that of a school or a hospital is no paper's."""
_FORM = re.compile(STEMS)
_STEM = re.compile(rf"\b(?:{STEMS})", re.IGNORECASE)
_CALLED = re.compile(rf"\b(?:{STEMS})\w{{0,6}}\s\d", re.IGNORECASE)
_JOINS = frozenset(
    "и или либо не ни а ли то то-ли және немесе әлде емес мен and or not either nor but".split()
)
_STROKE = re.compile(r"(?<!\w)(?:дробь|дроби|бөлу|бөлшек|stroke|slash)(?!\w)", re.IGNORECASE)
_TOKEN = re.compile(
    r"\s*(?:(?:и|және|мен|and|&)\s)?[\w/-]*\d[\w/-]*(?:\s(?:и|және|мен|and|&))?\s*", re.IGNORECASE
)
_SAYS_OF = re.compile(r"\s*,?\s*(?:от|of|dated|from|signed|подписан\w*)\s", re.IGNORECASE)

_CALLS_NOTHING = re.compile(
    r"(?:(?:издан|подписан|утвержд[её]н|принят|зарегистрирован|оформлен|датирован|выдан|составлен|заключ[её]н|получен|регистрац)\w*|"
    r"выш(?:ел|л\w+)|документ\w*|бумаг\w*|номер\w*|стал\w*|под|за|от|по|к|на|это|вот|наш\w*|есть|нов\w+|действу\w+|имеется|был\w*|и|а|но|"
    r"взамен|вместо|отменя\w+|заменя\w+|құжат\w*|құжаттың|жаңа\w*|біздің|шық\w*|н[өо]м[іе]р\w*|бекіт\w*|қабылда\w*|documents?|papers?|number|"
    r"signed|issued|adopted|approved|dated|our|new|is|it|under|with|by|the|of|and|no|to|in|was|place|lieu|instead|supersedes|replaces|"
    rf"repeals|{MARKS})",
    re.IGNORECASE,
)
"""What may stand before the number of a paper and is not its name."""
_LAST_WORD = re.compile(r"([^\W\d_]{2,})[\s\"«»:]*$")

Placed = tuple[tuple[int, int], Paper]


def is_open(text: str, span: tuple[int, int], papers: Sequence[Placed]) -> bool:
    """Whether the sentence of the paper at `span` leaves open which it is; `papers` are all that were found in the text.

    The text is as `core.evidence.paper_text` makes it.
    """
    paper = next(p for s, p in papers if s == span)
    start, end = _sentence(text, span, of_lines=paper.number is None or paper.dated is None)
    own = [(s, p) for s, p in papers if start <= s[0] and s[1] <= end]
    rest = _without(text, start, end, [s for s, _ in own])
    if len({p.dated is None for _, p in own}) > 1:
        return True  # "№ 4 и № 5 от 4 марта": whether the day is of both
    if tells_choice(plain(rest).text) or _STROKE.search(text[start:end]) or _names_another(rest):
        return True
    if paper.number is not None and is_half_in_words(paper.number):
        return True
    if paper.number is None and _number_word_in(text[span[0] : span[1]]):
        return True
    clauses = [c for c in _CLAUSE.split(rest) if c.strip()]
    if any(_day().fullmatch(c) for c in clauses):
        return True
    if text[span[0]].isdecimal() and any(_TOKEN.fullmatch(c) for c in clauses):
        return True
    return paper.dated is None and _tells_day(text, span, end, rest)


def is_of_unknown_kind(text: str, start: int) -> bool:
    """Whether what stands right before a paper's number is its name, and not known as one: "график № 3"."""
    sentence = _SENTENCE.split(text[:start])[-1]
    word = _LAST_WORD.search(_CLAUSE.split(sentence)[-1])
    if word is None or _STEM.search(sentence) or tells_time(plain(word[1]).text):
        return False
    return _CALLS_NOTHING.fullmatch(word[1]) is None


def _tells_day(text: str, span: tuple[int, int], end: int, rest: str) -> bool:
    """Whether the sentence says a day that was not read as the paper's."""
    after = text[span[1] : end]
    clause = _CLAUSE.split(after.lstrip(" ,"))[0]
    said = _SAYS_OF.match(after) is not None and tells_time(plain(clause).text)
    return said or UNCLEAR in rest or _day().search(rest) is not None


def _names_another(rest: str) -> bool:
    """Whether a number of its own stands in what is left: "№ 45 и", not "школы № 5", "№ 5 мектеп"."""
    if _CALLED.search(rest):
        return True
    for match in _SIGN.finditer(rest):
        around = [w.lower() for w in (match["before"], match["after"]) if w]
        if not any(len(word) > 2 and word not in _JOINS and not _FORM.match(word) for word in around):
            return True
    return False


def _number_word_in(form: str) -> bool:
    """Whether a paper that has no number in digits is called by one in words: "приказ двенадцать от 5 марта"."""
    words = re.sub(_day(), " ", form)
    return any(c.isdecimal() for c in plain(words).text)


def _sentence(text: str, span: tuple[int, int], *, of_lines: bool) -> tuple[int, int]:
    """Where the sentence begins and ends that a part of the text stands in.

    `of_lines`: it goes on in the next line, which may have the number or the day of a paper that lacks one.
    """
    stop = _SENTENCE if of_lines else _SENTENCE_OR_LINE
    ends = [m.end() for m in stop.finditer(text) if m.end() <= span[0]]
    after = stop.search(text, span[1])
    return ends[-1] if ends else 0, after.start() if after else len(text)


def _without(text: str, start: int, end: int, spans: Sequence[tuple[int, int]]) -> str:
    kept, at = [], start
    for s, e in sorted(spans):
        kept.append(text[at:s])
        at = e
    return " , ".join([*kept, text[at:end]])


@cache
def _day() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:и\s|and\s|және\s)?{DAY}\s*", re.IGNORECASE)

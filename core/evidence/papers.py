"""Papers as people type them: "12-ө от 05.03.2024"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from core.dates.plain_text import plain
from core.dates.written_days import find_day
from core.evidence.paper_kinds import STEMS
from core.kernel.errors import UnreadableInput
from core.plan.reports import Evidence

_JOINS = re.compile(r"[\s,;]*\b(?:от|дата|күні|dated|of|from)[\s.:]*$|[\s,;:]+$", re.IGNORECASE)
_AFTER_DAY = re.compile(r"^[\s,;.)]*(?:(?:г|года|ж|жыл\w*|күн\w*)\b\.?)?[\s,;.]*|[\s,;.]+$", re.IGNORECASE)
_SAYS_WHEN = re.compile(r"(?<!\w)(?:от|до|of|dated|from|until|till|или|or|дейін)(?!\w)", re.IGNORECASE)
SHORTS = (
    r"пр|прик|расп|распор|прот|проток|пост|постан|реш|дог|дог-р|серт|св-во|служ|накл|лиц|"
    r"бұй|бұйр|буй|буйр|хат|хатт|өк|қау|кау|шеш|шарт|келіс|куә|анықт|"
    r"ord|min|mins|prot|ltr|let|resol|dir|cert|contr|agr|inv|doc"
)
"""What papers are called for short: a mark before the number, never a part of it."""
MARKS = (
    r"(?:исх|вх|рег)(?:одящ\w+|истрац\w+)?|ref(?:erence)?|reg(?:istration)?|outgoing|incoming|шығ(?:ыс)?|кір(?:іс)?|тірк(?:еу)?|"
    rf"{SHORTS}"
)
"""What is written before the number of a paper: that it came, went or was registered, what it is."""
_NUMBER_SIGN = re.compile(
    rf"^\s*(?:(?:{STEMS})\w{{0,6}}\s)?(?:(?:{MARKS})(?:[.:]\s*|\s+|(?=№)))?(?:№|#|n(?=\d)|no?\.?\s|number\s|номер\s|нөмірі\s)?\s*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"(?:[A-ZА-ЯӘҒҚҢӨҰҮҺІ]{2,5} )?[\w]+(?:(?: ?[-/] ?|\.)[\w]+)*(?: [^\W\d_](?:/[^\W\d_])?)?",
)
"""One token of letters and digits with its marks; a mark of the kind ("45 қ/ж") or of the state ("ҚР ДСМ-45") beside it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper's number and its date, either of which may be missing."""

    number: str | None
    dated: date | None


def read_paper(text: str, today: date) -> Paper:
    """The number and date of a paper, in one message. A paper is of the past: a missing year is the last one that fits.

    Raises UnreadableInput("paper-not-read") where what stands beside the date is more than a number, or says a date that
    cannot be read.
    """
    text = " ".join(text.split())
    found = find_day(text, today, forward=False)
    number = text
    if found is not None:
        before, after = text[: found[1]], text[found[2] :]
        number = _JOINS.sub("", before) or _AFTER_DAY.sub("", after)
    number = _NUMBER_SIGN.sub("", number).strip(" ,;.-/(:")
    if _SAYS_WHEN.search(number):  # what it says of a day was not read: it is no part of the number
        raise UnreadableInput("paper-not-read", typed=text[:40])
    is_number = _NUMBER.fullmatch(number) is not None and any(c.isdigit() for c in number)
    is_number = is_number and not is_half_in_words(number)
    if len(number) > 60 or not (is_number or (found is not None and not number)):
        raise UnreadableInput("paper-not-read", typed=text[:40])
    return Paper(number or None, found[0] if found else None)


def is_half_in_words(number: str) -> bool:
    """Whether a part of a number is a word for one: "12/три"."""
    return sum(c.isdecimal() for c in plain(number).text) > sum(c.isdecimal() for c in number)


def paper_day(text: str, today: date) -> date | None:
    """The day of a paper: a missing year is the last one that fits. None where there is no such day."""
    found = find_day(text, today, forward=False)
    return found[0] if found else None


def next_form(completion_form: str | None, answered: Collection[str | None]) -> str | None:
    """The first form of completion that nothing was attached for yet; None where each has something."""
    return next((form for form in forms_of(completion_form) if form not in answered), None)


def forms_of(completion_form: str | None) -> tuple[str, ...]:
    """The papers that a form of completion names: "Положение, штатное расписание" are two."""
    parts = re.split(r"\s*[,;\n]\s*", completion_form or "")
    return tuple(part.strip(" .") for part in parts if part.strip(" ."))


def pages_of(found: Evidence, evidence: list[Evidence]) -> list[Evidence]:
    """The file alone, or the whole album that it is a page of."""
    if found.album is None:
        return [found]
    return [e for e in evidence if e.album == found.album]

"""Whether less is better, and whether a figure is reached since the year began, by a row's own words (domain, §4).

Only strong words count, and what the coordinator set in the plan's rule counts more (`ReportingRule`).
"""

from __future__ import annotations

import re
from decimal import Decimal

from core.kernel.text import clean, dashes
from core.plan.model import Activity, Unit

_NUMBER = re.compile(r"[0-9]+(?:[ \u00a0][0-9]{3})*(?:[.,][0-9]+)?")
_GAP = r"[^0-9.;!?]{0,80}?"
"""Words of the same sentence between the strong word and its figure."""

_MOST = (
    r"не\s+(?:более|выше|больше|свыше|превы\w+)|at\s+most|no(?:t)?\s+more\s+than|not\s+exceed\w*|"
    r"ең\s+көбі|көп\s+дегенде"
)
_MOST_AFTER = r"(?:артық|көп|жоғары)\s+емес|аспа(?:й|уы|са)\w*"
_FALLS_TO = (
    rf"(?:снижен\w+|снизить|сокращен\w+|сократить|уменьшен\w+|уменьшить){_GAP}\bдо\b|"
    r"(?:reduc\w+|decreas\w+|lower\w*|cut\w*)[^0-9.;!?]{0,80}?\bto\b"
)
_FALLS_KK = r"азайт\w*|төменде\w*|кеміт\w*|қысқарт\w*"
_BY_KK = re.compile(rf"[0-9]\s*(?:%|пайыз)?-?(?:ға|ге|қа|ке)\s+(?:{_FALLS_KK})")
"""«10 %-ға азайту» is how much it falls by; «10 %-ға дейін азайту» what it falls to."""

_DOWN = re.compile(rf"{_MOST}|{_MOST_AFTER}|{_FALLS_TO}|\b(?:{_FALLS_KK})")
_WITH_FIGURE = re.compile(
    rf"(?:{_MOST}|{_FALLS_TO}){_GAP}(?P<after>{_NUMBER.pattern})"
    rf"|(?P<before>{_NUMBER.pattern}){_GAP}(?:{_MOST_AFTER}|дейін\s+(?:{_FALLS_KK}))"
)
_SINCE_YEAR_BEGAN = re.compile(
    r"нарастающ\w+\s+итог\w*|с\s+нарастанием|с\s+начала\s+(?:\w+\s+)?года|"
    r"өсп?елі\s+қорытынды\w*|өсу\s+қорытынды\w*|жыл\s+бас(?:ынан|ы)|"
    r"cumulative\w*|running\s+total|since\s+the\s+(?:beginning|start)\s+of\s+the\s+year|year[\s-]to[\s-]date"
)


def is_less_better(row: Activity, plan: Decimal | None, target: str | None) -> bool:
    """Whether the row's own words say of its figure that it is to stay low or to fall ("не более", "снижение … до").

    In the title and the unit a strong word is enough, unless a figure other than the plan's follows it; elsewhere it
    has to stand with the plan's own figure.
    """
    if row.unit not in (Unit.COUNT, Unit.PERCENT, Unit.MONEY):
        return False
    if any(_says_down(words) and _speaks_of(words, plan) is not False for words in _own(row, target)):
        return True
    beside = (row.expected_result, row.objective, row.note)
    return any(_speaks_of(_plain(words), plan) is True for words in beside if words)


def is_cumulative(row: Activity, target: str | None) -> bool:
    """Whether the row's own words say that its figure is what was reached since the year began."""
    said = (*_own(row, target), *(_plain(t) for t in (row.expected_result, row.objective, row.note) if t))
    return any(_SINCE_YEAR_BEGAN.search(words) for words in said)


def _own(row: Activity, target: str | None) -> list[str]:
    return [_plain(words) for words in (row.title, row.unit_text, target) if words]


def _plain(text: str) -> str:
    return dashes(clean(text)).replace("\n", " ").lower()


def _says_down(words: str) -> bool:
    return bool(_DOWN.search(words)) and not _BY_KK.search(words)


def _speaks_of(words: str, plan: Decimal | None) -> bool | None:
    """Whether the figure that stands with a strong word is the plan's; None where none stands there."""
    figures = [m["after"] or m["before"] for m in _WITH_FIGURE.finditer(words)]
    if not figures:
        return None
    return any(Decimal(re.sub(r"[ \u00a0]", "", f).replace(",", ".")) == plan for f in figures)

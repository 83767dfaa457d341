"""Things that a plan counts by a name which no list of units knows: "бас", "выезд", "medical facility"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from core.kernel.scale_words import PRINTED
from core.kernel.text import clean

_THING = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)*(?: [^\W\d_]{3,}(?:-[^\W\d_]+)*){0,3}")
_SCALED = re.compile(rf"(?:{PRINTED}|тысяч\w*|миллион\w*|thousand|million)\b\.? *")
_NO_THING = re.compile(
    r"(?:ость|ости|ение|ения|ание|ания|ность|лық|лік|дық|дік|тық|тік|ness|[уү]|уы|уі|ылу|ілу)$"
    r"|^(?:охват|дол[яи]|уров|степен|статус|состояни|рост|прирост|темп|объ[её]м|сумм|цен|доход|расход|стоимост|бюджет|качеств|баланс"
    r"|доллар|евро|руб|юан|валют|мрп|аек|айлық|usd|eur|rub|dollar|euro|pound|currency"
    r"|деңгей|дәреже|күй|көлем|сома|баға|кіріс|шығын|сапа|мәртебе"
    r"|coverage|level|share|growth|degree|status|extent|quality|amount|cost|income|revenue|completion|satisfaction|reduction|increase"
    r"|еже|постоянно|разово|единовременно|условн|шартты|тұрақты|да\b|нет\b|иә\b|жоқ\b|yes\b|not?\b|ongoing|annual|monthly|quarterly)"
)
"""What measures, prices, says how often or how far: its figures may be shares or sums."""


def is_counted_thing(printed: str, values: Iterable[str]) -> bool:
    """Whether a unit is the name of a thing and all its plan values ("-" is none) are whole: they say how many."""
    planned = [value for value in values if value != "-"]
    name = (
        " ".join(clean(printed).lower().split()).strip(" .,;:") if not printed.rstrip().endswith(".") else ""
    )
    thing = _SCALED.sub("", name, count=1)
    words = thing.split()
    return (
        bool(planned)
        and all(value.isdecimal() for value in planned)
        and _THING.fullmatch(thing) is not None
        and not _NO_THING.search(words[0])
        and not _NO_THING.search(words[-1])
    )

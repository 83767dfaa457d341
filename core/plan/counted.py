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
    r"|^(?:охват|дол[яи]\b|уров|степен|статус|состояни|рост\b|прирост|темп|объ[её]м|сумм|цен[аы]\b|доход|расход|стоимост|бюджет|качеств|баланс"
    r"|доллар|евро|руб(?:л|\b)|юан|валют|мрп|аек|айлық|usd|eur|rub\b|dollar|euro\b|pound|currency"
    r"|деңгей|дәреже|күй|көлем|сома(?:сы)?\b|баға|кіріс|шығын|сапа(?:сы)?\b|мәртебе"
    r"|coverage|level|shares?\b|growth|degree|status|extent|quality|amount|costs?\b|income|revenue|completion|satisfaction|reduction|increase"
    r"|еже|постоянно|разово|единовременно|условн|шартты|тұрақты|да\b|нет\b|иә\b|жоқ\b|yes\b|not?\b|ongoing|annual|monthly|quarterly)"
)
"""What measures, prices, says how often or how far: its figures may be shares or sums."""

_THINGS = re.compile(
    r"(?:здани|помещени|отделени|подразделени|соглашени|заведени|объявлени|насаждени|сообщени|упражнени|предложени|издани"
    r"|удостоверени|изобретени|ведомост|должност|новост)\w{1,2}"
)
"""Things whose names end as those of qualities and doings do."""


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
        and not any(_NO_THING.search(word) and not _THINGS.fullmatch(word) for word in (words[0], words[-1]))
    )

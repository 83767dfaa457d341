"""A unit printed in the title of what it measures: "Доля охвата (взрослые), %" is "Доля охвата (взрослые)" in "%"."""

from __future__ import annotations

import re

from core.kernel.text import dashes, one_line
from core.plan.units import unit_of

_BRACKETED = re.compile(
    r"^(?P<title>.*\S)\s*\((?P<in>(?:в|во|in)\s+)?(?P<unit>[^()]{1,60})\)\s*[.;:]?$", re.IGNORECASE
)
_BEHIND = re.compile(
    r"^(?P<title>.*\S)\s*(?:,|;|\s-)\s+?(?P<in>(?:в|во|in)\s+)?(?P<unit>[^,;]{1,60})$", re.IGNORECASE
)
_RATE = re.compile(
    r"^(?P<title>.*?\S)[\s,]+(?P<unit>(?:на|per)\s+(?:\d[\d, \u00a0]*|одн\w+|душу|сто\b|capita\b|тыс\w*)\s*[^,;()]*)$",
    re.IGNORECASE,
)
_RATE_KK = re.compile(
    r"^(?P<title>.*?\S)[\s,]+(?P<unit>\d[\d ]*(?:\s*мың)?\s+[^,;()]*?(?:ға|ге|қа|ке)(?:\s+шаққанда)?)$",
    re.IGNORECASE,
)
_SIGN = re.compile(r"^(?P<title>.*\S)\s+(?P<unit>%|‰)\.?$")
_CASES = {
    "процентах": "%", "процент": "%", "проценты": "%", "пайызбен": "%", "пайыз": "%", "percent": "%",
}  # fmt: skip
_LONGEST_UNIT = 4  # words of one behind a comma; more are the title's own
_LIKE_UNITS = re.compile(
    r"^(?:(?:случа\w+|чел\w*|cases|deaths|жағдай)\.? )?(?:на \d|на (?:одн|душу|тыс)|per\b|\d[\d ]*(?:мың )?.*(?:ға|ге|қа|ке)(?: шаққанда)?$)"
)


def split_unit(printed: str) -> tuple[str, str | None]:
    """A title without the unit at its end, and that unit as printed; the whole title and None where it names none."""
    title = one_line(printed)
    plain = dashes(title)
    for pattern in (_BRACKETED, _BEHIND, _SIGN, _RATE, _RATE_KK):
        match = pattern.match(plain.rstrip(" ;:"))
        if match and _is_unit(match["unit"].strip(), worded=pattern in (_BRACKETED, _BEHIND)):
            return title[: match.end("title")].rstrip(" ,;:-–—"), _unit(
                title[slice(*match.span("unit"))].strip()
            )
    return title, None


def _is_unit(unit: str, *, worded: bool) -> bool:
    """Whether what stands at a title's end is a unit and no other words of it ("(взрослые)", ", дети до 5 лет")."""
    plain = " ".join(unit.lower().replace("ё", "е").split()).strip(" .")
    if plain in _CASES:
        return True
    if unit_of(unit)[0] is None:
        return False
    return not worded or bool(_LIKE_UNITS.match(plain)) or _is_bare(plain)


def _is_bare(unit: str) -> bool:
    """A unit's own words are few, and in the form that units have: "ед.", "тыс. чел.", "человек", not "школы района"."""
    return len(unit.split()) <= _LONGEST_UNIT and _BARE.fullmatch(unit) is not None


def _unit(unit: str) -> str:
    return _CASES.get(unit.lower(), "%" if unit.startswith("%") else unit)


_SCALE = r"(?:(?:тыс|млн|млрд|мың|thousand|million|billion|mln|bln)[. ]*)?"
_BARE = re.compile(
    rf"{_SCALE}(?:%|‰|процент\w*|пайыз\w*|percent|п\.? ?п|ед(?:иниц\w*)?|шт(?:ук\w*)?|чел(?:овек)?|абс\.?(?: ?(?:число|ч))?|кол(?:-во|ичество)|"
    r"(?:число|количество|кол-во) (?:лет|человек|дней|случаев|единиц|мест|коек|часов|раз|школ)|число|дана|саны|адам|бірлік|балл\w*|ұпай|лет|год\w*|жас|жыл|раз|рет|дн(?:ей|и|я)|күн|час\w*|сағат|мин\w*|мест|орын|коек|койк\w+|"
    r"га|км|м|м2|м²|кв\.? ?м\w*|кв\.? ?км|тонн\w*|т|кг|л|квт\w*|гкал|тенге|теңге|тг|kzt|tenge|наличи\w*|да ?/ ?нет|иә ?/ ?жоқ|"
    r"коэффициент|индекс|случа\w+|посещени\w+|объект\w*|организаци\w+|семей|врачей|"
    r"number|no|units?|people|persons?|patients?|beds?|days?|years?|hours?|points?|score|ratio|index|yes ?/ ?no)"
)

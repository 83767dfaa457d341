"""Ways of writing a time that the grammar of deadlines knows in other words: hours, dates in every order, school years.

Nothing is decided here: one notation is exchanged for another that says the same (`core.printed.english_deadlines`
does so for English).
"""

from __future__ import annotations

import re

from core.kernel.month_names import MONTHS
from core.kernel.text import fold
from core.printed.english_deadlines import in_russian

_HOUR_WORD = r"(?:час\w*|ч\b\.?|сағат\w*|сағ\b\.?|[ар]\.?[mм]\b\.?)"
_CLOCK = (
    r"(?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
    r"|(?:[01]?\d|2[0-3])(?:\.(?:00|1[3-9]|[2-5]\d)|-00)(?![\d.])"
    rf"|(?:[01]?\d|2[0-3])(?:[.-][0-5]\d)?(?= ?{_HOUR_WORD}))"
)
"""An hour: "9:00", "10.30", "14-00"; what could be a day and month ("10.12") only where the word for hours follows."""
_HOURS = re.compile(
    rf"(?:\b(?:в|с|до|к|сағат|сағ\.?) )?(?<![\d.,/-]){_CLOCK}(?:-?(?:да|де|та|те|ден|дан|ге|ға)\b)?"
    rf"(?: ?(?:-|до|to) ?{_CLOCK})?(?:-?(?:да|де|та|те|ге|ға)\b)?(?: ?{_HOUR_WORD})?(?: [0-5]?\d ?мин\w*\.?)?"
)
_ISO_HOURS = re.compile(r"(?<=\d)t(?=[0-2]\d:[0-5]\d)")
_BEGINNING_OF = "|".join((*(m.russian[1] for m in MONTHS), "года", "квартала", "полугодия"))
_SHORT = "|".join(
    sorted({fold(name) for m in MONTHS for name in (*m.short, m.russian[0])}, key=len, reverse=True)
)

# Ways of writing that the grammar knows in other words, in folded text.
_UNUSUAL = (
    (re.compile(r"(?<=\d)\. (?=(?:0[1-9]|1[0-2])\. ?(?:20)?\d\d\b)|(?<=\.(?:0[1-9]|1[0-2])\.) (?=20\d\d)"), "."),
    (re.compile(r"\b(20\d\d)[./](0[1-9]|1[0-2])[./]([0-3]\d)\b"), r"\3.\2.\1"),
    (re.compile(r"\b([0-3]?\d)-([01]?\d)-(20\d\d|\d\d(?!\d))(?! ?-)"), r"\1.\2.\3"),
    (re.compile(r"\b(0?[1-9]|1[0-2])/(1[3-9]|2\d|3[01])/(20\d\d|\d\d)\b"), r"\2.\1.\3"),
    (re.compile(r"\b(20\d\d) ?/ ?(20\d\d)\b"), r"\1-\2"),
    (re.compile(r"\b20(\d\d) ?[-/] ?(\d\d)(?![\d.-])"), lambda m: _years_or_month(m)),
    (re.compile(rf"(?<![\d-])(?<!\d )\b({_SHORT})\.?[-.']?((?:2|3)\d)(?![\d.])(?! ?[а-я]{{3}})"), r"\1 20\2"),
    (re.compile(rf"(?<=\d )\b({_SHORT})\.? '?((?:2|3)\d)(?= ?г?\.?$)"), r"\1 20\2"),
    (re.compile(r"(?<=\d\d\.\d{4}) (?:[01]?\d|2[0-3])-[0-5]\d(?![\d.])"), " "),
    (re.compile(rf"\bначало (?={_BEGINNING_OF})\b"), "начале "),
    (re.compile(r"\bкв-?л\w*"), "квартал"),
    (re.compile(r"\b(?:п|11|ii)(?=[- ]?(?:й|ой)? ?(?:кв\b|квартал|полугоди))"), "2"),
    (re.compile(r"\b(?:ш|111)(?=[- ]?(?:й|ий)? ?(?:кв\b|квартал))"), "3"),
    (re.compile(r"\b1[vу](?= ?(?:кв\b|квартал))"), "4"),
    (re.compile(r"(?<=\bкв)(\.? ?|артала? ?)'?(2\d)(?= ?г?\.?$)"), r"\1 20\2"),
    (re.compile(r"\bод(?:ин|ного) раза?\b"), "1 раз"),
    (re.compile(r"\bдва раза\b|\bдважды\b"), "2 раза"),
    (re.compile(r"\bq ?([1-4])\b"), r"\1 квартал"),
    (re.compile(r"\b(?:раз в|кажд\w+) (?:3|три) месяца"), "ежеквартально"),
    (re.compile(r"\b(?:раз в|кажд\w+) (?:(?:6|шесть) месяцев|пол ?года|полугоди\w+)"), "полугодовой"),
    (re.compile(r"\bпоследн\w+ (?:недел\w+|дн\w+|числ\w+|декад\w+)(?: \w+)? месяц\w+"), "ежемесячно"),
    (re.compile(r"\b3 месяц\w* (?=20\d\d)"), "1 квартал "),
    (re.compile(r"\b6 месяц\w* (?=20\d\d)"), "1 полугодие "),
    (re.compile(r"\b9 месяц\w* (?=20\d\d)"), "январь-сентябрь "),
    (re.compile(r"\bжарты жыл"), "жартыжыл"),
    (re.compile(r"\b(?:жылына|жылда|жыл сайын) (?:екі|2) рет"), "жартыжыл сайын"),
    (re.compile(r"\b(?:жылына|жылда) (?:төрт|4) рет"), "тоқсан сайын"),
    (re.compile(r"\b(?:әр|әрбір) (апта|ай|тоқсан|жартыжыл|жыл|күн|жұма|\w+сенбі)\w*"), r"\1 сайын"),
    (re.compile(r"\bесепті (ай|тоқсан|жартыжыл|жыл)\w* кейінгі"), r"\1 сайын"),
    (re.compile(r"\bследующ\w+ за отчетным(?! (?:квартал|полугоди|год|период))(?: месяцем)?"), "ежемесячно"),
    (re.compile(r"\b(?:не (?:реже|менее|более)|кемінде|кем дегенде)(?= (?:чем )?(?:\d|один|одного|двух|бір|екі))"), " "),
    (re.compile(r"(?<=\d)-(?=апта|онкүн|декад|недел)"), " "),
    (re.compile(r"\b(жартыжыл|тоқсан|апта)\w* (?:бір|1) рет"), r"\1 сайын"),
    (re.compile(r"\b(жыл|ай)\w{0,3} (?:бір|1) рет"), r"\1 сайын"),
    (re.compile(r"\bкүн сайын|\bкүнделікті"), "ежедневно"),
    (re.compile(r"\b(?:[тс]\. ?г\b|(?:текущего|этого|сего) года)|\b(?:ағымдағы|осы|биылғы) жыл\w*"), " "),
)  # fmt: skip


def in_usual_words(text: str) -> str:
    """The folded text of a deadline in the words that its grammar knows, without the hours of the day."""
    folded = fold(in_russian(text))
    folded = _HOURS.sub(" ", _ISO_HOURS.sub(" ", folded)) if any(map(str.isdigit, folded)) else folded
    for pattern, usual in _UNUSUAL:
        folded = pattern.sub(usual, folded)
    return folded


def _years_or_month(match: re.Match[str]) -> str:
    """ "2025/26" are two years, "2026-03" is a month."""
    first, second = int(match[1]), int(match[2])
    if second == first + 1:
        return f"20{match[1]}-20{match[2]}"
    return f"{match[2]}.20{match[1]}" if 1 <= second <= 12 else match.group()

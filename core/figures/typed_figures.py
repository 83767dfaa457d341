"""Figures as people type them: `6,05 млн`, `86%`, `1 200 тыс`, `1,234.5`, `нет` (domain, §4).

A bare number is in the row's own scale; a word of scale converts to it. Where a lone mark before three digits
can mean thousands or decimals ("1,234"), the unit, the plan and the person's language decide, in that order;
where they cannot, the figure is refused rather than guessed. Dates, years, quarters and numbers of papers that
stand in the same sentence are no figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from core.figures.stages import read_stage
from core.kernel.errors import UnreadableInput
from core.kernel.languages import written_as
from core.kernel.month_names import MONTHS
from core.kernel.scale_words import SCALES
from core.kernel.text import clean, dashes, one_line
from core.plan.model import Unit
from core.plan.reports import Measure

_TIMES = Decimal(10)
_MANY = Decimal(5)
_HUNDRED = Decimal(100)
_MOST_DIGITS = 15
_MOST_DECIMALS = 9
_SHOWN = 40
LONGEST = 1024  # a caption; a longer text is an account, no figure

_ABSENT = frozenset(
    "-|--|нет|нету|ноль|нуль|ничего|ни одного|ни одной|ни разу|жоқ|жок|нөл|ештеңе|бірде-бірі жоқ|"
    "no|none|nil|nothing|zero|not one".split("|")
)
_PRESENT = frozenset("+ да есть имеется иә ия бар yes present done".split())


def as_typed(kazakh: str) -> str:
    """A pattern of a Kazakh word, as it is typed without its letters too."""
    return kazakh.replace("ң", "[ңн]")


_SCALES = tuple(
    (s.power, re.compile("|".join((s.short, s.full, *map(as_typed, s.kazakh), s.english, *s.short_english))))
    for s in SCALES
)
SCALE = "|".join(
    "|".join(
        (
            s.short,
            rf"{s.full}\w*",
            *(rf"{as_typed(k)}\w*" for k in s.kazakh),
            f"{s.english}s?",
            *s.short_english,
        )
    )
    for s in SCALES
)
"""A pattern of the words of scale, with their endings; `LETTER_SCALE` of the letters for them, `CURRENCY` and `PERCENT` alike."""
_LETTERS = {"k": 3, "к": 3, "m": 6, "м": 6, "b": 9}
CURRENCY = r"тенге\w*|теңге\w*|тнг|тг|kzt|tenge|₸"
PERCENT = r"%|процент\w*|проц|пайыз\w*|per\ ?cent"
LETTER_SCALE = "[kкmмb]"

_SCALE_WORD = re.compile(SCALE)
_UNIT_WORD = re.compile(rf"{SCALE}|{CURRENCY}|{PERCENT}")

_TOKEN = re.compile(
    rf"""
    (?<![\w.,'])(?<![^\W\d_]-)                   # not inside a word, a code or another number
    (?:(?P<before>kzt|₸)\ ?)?
    (?P<sign>\A-\ |(?<!\w)[-+]|(?<!\w)(?:минус|minus)\ )?
    (?P<number>[0-9]{{1,3}}(?:[ '][0-9]{{3}})+(?:[.,][0-9]+)?(?![.,]?[0-9])|[0-9]+(?:[.,][0-9]+)*)
    (?:\ ?(?P<scale>{SCALE})(?:\.|(?!\w))|(?P<space>\ ?)(?P<letter>{LETTER_SCALE})(?!\w))?
    (?:\ ?(?:(?P<currency>{CURRENCY})|(?P<percent>{PERCENT}))(?!\w))?
    (?P<of_them>-?с?[ыіi]н?(?!\w)|-с?ин?(?!\w))?
    (?P<tail>\w*)
    """,
    re.VERBOSE,
)
_MONTHS = "|".join(
    [
        *(
            "|".join(m.russian[:3])
            if len(m.stem) == 2
            else rf"{m.stem}\w{'*' if m.stem in m.russian else '+'}"
            for m in MONTHS
        ),
        *(rf"{m.kazakh}\w*" for m in MONTHS),
        *(m.english for m in MONTHS),
    ]
)
_KAZAKH_MONTHS = "|".join(m.kazakh for m in MONTHS)
_NO_FIGURE = re.compile(
    rf"""
    №\ ?\S+
    | \bhttps?://\S+
    | (?<!\w)(?:от|на|к|до|сдан\w*|подписан\w*|утвержд\w*|dated|by)\ [0-3]?[0-9]\.(?:0[1-9]|1[0-2])\b(?!\.?[0-9]|\ ?(?:{SCALE}|{CURRENCY}|%))
    | \b[0-9]{{1,2}}[./][0-9]{{1,2}}[./][0-9]{{2,4}}\b
    | \b(?:19|20)[0-9]{{2}}\ ?-?\ ?(?:гг?\b|год\w*|ж\.|жыл\w*|year\b)
    | \b(?:{_KAZAKH_MONTHS})\w*\ [0-9]{{1,2}}(?:-?с?[ыіи]\w*)?(?![\w.,])
    | \b[0-9]{{1,2}}(?:-?[йгші]\w*)?\ (?:{_MONTHS})\b(?:\ (?:19|20)[0-9]{{2}}\b)?
    | \b[1-4](?:-[йшгм]\w*)?\ ?(?:кв\b(?!\.?\ ?м)|квартал\w*|тоқсан\w*|полугоди\w*|жартыжылд\w*|quarter)
    | \b[0-9]+-(?:[^\W\d_хxыіiи]|го|му|[ыио]й|[ао]я|ое|ы[емх]|[іыиi]?н?ш[іыi])\b
    | \b[0-9]+(?:st|nd|rd|th)\b
    | \b[0-9]+\w{{0,30}}[^\W\d_](?<![мm])[0-9]\w*
    """,
    re.VERBOSE,
)
_JOINS = frozenset(("", " ", " и ", " and ", " және "))


_LIKE_DIGITS = frozenset("оoзlіiб")
_AREA = re.compile(r"к?[мm][23²³]?")


@dataclass(frozen=True, slots=True)
class Token:
    """A number as it stands in the text, with what is written next to it.

    `unit` is its words of scale, currency and percent; `of_them` says that it has the ending of "so many of them" ("8-і").
    """

    start: int
    end: int
    unit: str
    of_them: bool
    negative: bool
    number: str
    scale: int | None
    currency: bool
    percent: bool


def read_figure(text: str, measure: Measure, language: str | None = None) -> Decimal:
    """The figure that a text gives, in the measure's own scale; a word for nothing is zero.

    `language` is the person's: it settles "1,234" where unit and plan do not. A stage is read by `core.figures.stages`, with
    a refusal of its own. Raises `UnreadableInput` with the id `figure-not-read`, `figure-many`, `figure-negative`, `figure-other-unit`, `figure-two-ways` or
    `figure-too-large`; each has `typed`, and `figure-two-ways` both readings as `one` and `other`.
    """
    plain = dashes(clean(text[:LONGEST])).lower().strip()
    word = plain.rstrip(" .!,")
    if word in _ABSENT and measure.unit is not Unit.STAGE:
        return Decimal(0)
    if measure.unit is Unit.PRESENCE and word in _PRESENT:
        return Decimal(1)
    if measure.unit is Unit.STAGE:
        return read_stage(text, measure)
    if measure.unit is Unit.PRESENCE or len(text) > LONGEST:
        raise refused("figure-not-read", text)
    return _read(plain, text, measure, language)


def find_figure(text: str, measure: Measure, language: str | None = None) -> Decimal | None:
    """The one figure of a caption or a sentence ("Закупили на 5,8 млн"); None where there is none or several."""
    try:
        return read_figure(text, measure, language)
    except UnreadableInput:
        return None


def oddities(value: Decimal, measure: Measure) -> tuple[str, ...]:
    """What is asked about once and can be confirmed: codes, in the order to ask; empty for a plain figure.

    `over-ten-times`, `many-times` (five and more: a digit too many) and `under-a-tenth` of the plan, `over-hundred` where a percentage's plan is not above 100,
    `fraction` where the unit is whole, `planned-zero` where nothing was planned and more is not worse (that is asked
    why anyway). A zero is an answer, not a slip of the scale.
    """
    plan = measure.plan
    found: list[str] = []
    if measure.unit in (Unit.STAGE, Unit.PRESENCE):
        return ()
    if plan == 0 and value > 0 and measure.better == "up" and measure.unit is not Unit.TEXT:
        found.append("planned-zero")
    if measure.unit is Unit.PERCENT and value > _HUNDRED and (plan is None or plan <= _HUNDRED):
        found.append("over-hundred")
    if plan is not None and plan > 0 and value > plan * _TIMES:
        found.append("over-ten-times")
    elif plan is not None and plan > 1 and value >= plan * _MANY:
        found.append("many-times")
    if plan is not None and value > 0 and value * _TIMES < plan:
        found.append("under-a-tenth")
    if measure.already is not None and value < measure.already:
        found.append("below-running" if measure.cumulative else "below-others")
    if measure.unit is Unit.COUNT and not _whole(value) and (plan is None or _whole(plan)):
        found.append("fraction")
    return tuple(found)


def has_scale(text: str) -> bool:
    """Whether a text has a number with a word of scale: "150 млн"."""
    money = Measure(id="", unit=Unit.MONEY)
    return any(t.scale is not None for t in tokens_in(dashes(clean(text)).lower(), money))


def is_unit_word(word: str) -> bool:
    """Whether a word only says in what a number is: "млн", "тг.", "пайыз"."""
    return _UNIT_WORD.fullmatch(word.lower().strip(" .,;")) is not None


def is_scale_word(word: str) -> bool:
    """Whether a word says thousands, millions or more: "тысяч", "млн.", "мың"."""
    return _SCALE_WORD.fullmatch(word.lower().strip(" .,;")) is not None


def scale_of(money_scale: str | None) -> int:
    """The power of ten of a money scale as plans carry it: "thousand KZT" → 3, "KZT" and None → 0."""
    words = (money_scale or "").lower()
    return next((power for power, pattern in _SCALES if pattern.search(words)), 0)


def _read(plain: str, typed: str, measure: Measure, language: str | None) -> Decimal:
    if _is_torn(plain):
        raise refused("figure-not-read", typed)
    every = tokens_in(plain, measure)
    fitting = [t for t in every if fits(t, measure)]
    if not fitting:
        raise refused("figure-other-unit" if every else "figure-not-read", typed)
    if any(t.negative for t in fitting):
        raise refused("figure-negative", typed)
    if len(fitting) > 1 and not _one_amount(fitting, plain):
        raise refused("figure-many", typed)
    if len(fitting) > 1:
        fitting = [
            t if t.scale is not None else replace(t, scale=0) for t in fitting
        ]  # "5 млн 430 тыс 200 тг"
    return sum((_amount(t, typed, measure, language) for t in fitting), Decimal(0))


def _is_torn(plain: str) -> bool:
    """Whether a number goes on in signs that are not read as digits: "94½", "12₂", "9О" with a letter, "４0"."""
    strange = any(c.isnumeric() and not "0" <= c <= "9" for c in re.sub(r"[мm][²³]", "", plain))
    return strange or any(
        m["tail"] and (any(c.isdigit() for c in m["tail"]) or set(m["tail"]) <= _LIKE_DIGITS)
        for m in _TOKEN.finditer(_NO_FIGURE.sub(";", plain))
        if not _AREA.fullmatch(m["tail"])
    )


def tokens_in(plain: str, measure: Measure) -> list[Token]:
    """The numbers of a text (in lower case, with plain dashes) that are no date, ordinal or number of a paper."""
    text = _NO_FIGURE.sub(lambda m: ";" * len(m[0]), plain)
    return [_token(m, measure) for m in _TOKEN.finditer(text)]


def _token(match: re.Match[str], measure: Measure) -> Token:
    letter, scale = match["letter"], None
    if match["scale"]:
        scale = scale_of(match["scale"])
    elif letter and (measure.unit is Unit.MONEY or (letter in "kк" and not match["space"])):
        scale = _LETTERS[letter]
    known = letter is None or scale is not None
    unit_ends = match.start("tail") if known else match.end("number")
    return Token(
        start=match.start(),
        end=unit_ends,
        unit=" ".join(word for word in (match["scale"], match["currency"], match["percent"]) if word),
        of_them=bool(match["of_them"]),
        negative=(match["sign"] or "").startswith(("-", "м", "m")),
        number=match["number"],
        scale=scale,
        currency=bool(match["currency"] or match["before"]),
        percent=bool(match["percent"]),
    )


def fits(token: Token, measure: Measure) -> bool:
    """Whether what is written next to a number speaks of this measure's unit."""
    match measure.unit:
        case Unit.PERCENT:
            return not token.currency and token.scale is None
        case Unit.MONEY:
            return not token.percent
        case Unit.TEXT:
            return not token.currency
        case _:
            return not token.currency and not token.percent


def _one_amount(tokens: list[Token], plain: str) -> bool:
    """Whether several numbers are one amount in falling scales ("5 млн 800 тыс"); at its end tenge may stand ("200 тг")."""
    return all(
        a.scale is not None and a.scale > _scale_said(b) >= 0 and plain[a.end : b.start] in _JOINS
        for a, b in pairwise(tokens)
    )


def _scale_said(token: Token) -> int:
    """The scale that a number says itself; -1 where it says none."""
    return token.scale if token.scale is not None else 0 if token.currency else -1


def is_bare_tenge(token: Token, measure: Measure) -> bool:
    """ "5 800 тг" where 6 000 thousand are planned: tenge as they are typed, thousands by their order."""
    if not token.currency or token.scale is not None or not measure.scale:
        return False
    try:
        return _near_plan(_number(token, token.number, measure, None), measure)
    except UnreadableInput:
        return True


def _amount(token: Token, typed: str, measure: Measure, language: str | None) -> Decimal:
    number = _number(token, typed, measure, language)
    if token.scale is not None:
        return shifted(number, token.scale - measure.scale)
    if token.currency and measure.scale:
        # "5 800 000 тг" in a row of thousands is whole tenge, unless the plan says that "6000 тг" was not meant so.
        return number if _near_plan(number, measure) else shifted(number, -measure.scale)
    return number


def _number(token: Token, typed: str, measure: Measure, language: str | None) -> Decimal:
    text = token.number.replace(" ", "").replace("'", "")
    whole, decimals = _parts(text, spaced=text != token.number)
    if whole is None or len(decimals) > _MOST_DECIMALS:
        raise refused("figure-not-read", typed)
    if len(whole) > _MOST_DIGITS:
        raise refused("figure-too-large", typed)
    decimal = Decimal(f"{whole}.{decimals}" if decimals else whole)
    if not _two_ways(token, whole, decimals):
        return decimal
    return _settled(Decimal(whole + decimals), decimal, token, typed, measure, language)


def _parts(text: str, *, spaced: bool) -> tuple[str | None, str]:
    """Digits before and after the decimal mark; (None, "") where the marks stand as in no number."""
    marks = re.findall(r"[.,]", text)
    if not marks:
        return text, ""
    if len(marks) == 1:
        whole, _, decimals = text.partition(marks[0])
        return whole, decimals
    thousands, last = marks[0], marks[-1]
    whole, decimals = (text, "") if thousands == last else tuple(text.rsplit(last, 1))
    groups = whole.split(thousands)
    if spaced or not 1 <= len(groups[0]) <= 3 or any(len(g) != 3 or not g.isdigit() for g in groups[1:]):
        return None, ""
    return "".join(groups), decimals


def _two_ways(token: Token, whole: str, decimals: str) -> bool:
    """Whether a lone mark can be one of thousands as well: "1,234", "5,800k", but not "0,123" or "1 234,567"."""
    return (
        len(decimals) == 3
        and len(token.number) == len(whole) + 4
        and len(whole) <= 3
        and not whole.startswith("0")
    )


def _settled(
    thousands: Decimal, decimal: Decimal, token: Token, typed: str, measure: Measure, language: str | None
) -> Decimal:
    if token.scale is not None:
        return _settled_in_scale(thousands, decimal, token, token.scale - measure.scale, measure, language)
    if measure.unit is Unit.PERCENT or token.percent:
        # English writes 3,125% for three thousand; where 3.125 was meant, "over 100" is asked about once.
        return thousands if _marks_thousands(token, language) else decimal
    if measure.unit is Unit.COUNT:
        return thousands
    near = [n for n in (thousands, decimal) if _near_plan(n, measure)]
    if len(near) == 1:
        return near[0]
    if language is not None:
        return thousands if _marks_thousands(token, language) else decimal
    raise refused("figure-two-ways", typed, one=f"{thousands:f}", other=f"{decimal:f}")


def _settled_in_scale(
    thousands: Decimal, decimal: Decimal, token: Token, power: int, measure: Measure, language: str | None
) -> Decimal:
    """ "5,800k": the one of the plan's order; else by the language, decimals where nobody says."""
    near = [n for n in (thousands, decimal) if _near_plan(shifted(n, power), measure)]
    if len(near) == 1:
        return near[0]
    return thousands if _marks_thousands(token, language) else decimal


def _marks_thousands(token: Token, language: str | None) -> bool:
    """Whether the mark in the number is the one that the language parts thousands with: "1,234" in English."""
    return language is not None and written_as(language).thousands in token.number


def _near_plan(value: Decimal, measure: Measure) -> bool:
    """Whether the value is of the plan's order: from a tenth of it to ten times it."""
    plan = measure.plan
    return plan is not None and plan > 0 and plan <= value * _TIMES and value <= plan * _TIMES


def shifted(value: Decimal, power: int) -> Decimal:
    """The value times ten to the power, without an exponent in its notation."""
    return Decimal(f"{value.scaleb(power).normalize():f}")


def _whole(value: Decimal) -> bool:
    return value == value.to_integral_value()


def refused(message_id: str, typed: str, **args: str) -> UnreadableInput:
    """The refusal, with as much of what was typed as fits into one line."""
    line = one_line(typed[:LONGEST])
    return UnreadableInput(
        message_id, typed=line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…", **args
    )

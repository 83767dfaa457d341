"""Numbers, days and periods as each language writes them: 1 234,5 and 1,234.5; «пятница, 5 апреля», "Q1 2024".

Words come from the `Texts` port (`locales/*/numbers.ftl`). Digits go in as strings, so that no language sets marks
into a year; what a form is chosen by (weekday, month, turn of the year) goes in as an integer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from core.figures.stages import stage_at
from core.kernel.languages import written_as
from core.kernel.periods import Period
from core.plan.model import Unit
from core.plan.reports import Measure
from core.ports.unit_of_work import Texts

DayStyle = Literal["long", "day", "full", "short", "by", "on", "at", "full-at"]
PeriodStyle = Literal["full", "short", "bare", "for", "plan"]

_NBSP = "\u00a0"
_MONEY_SCALES = (0, 3, 6, 9, 12)
_MOST_PLACES = 3
"""Of money that is said in a bigger scale than it is kept in."""


def format_number(value: Decimal | int, language: str, decimals: int | None = None) -> str:
    """1 234,5 in Russian and Kazakh (no-break space), 1,234.5 in English.

    `decimals` rounds half up to so many places; without it the number keeps those it has, bar closing zeros.
    """
    number = Decimal(value)
    if decimals is not None:
        number = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    plain = f"{abs(number):f}"
    whole, _, fraction = plain.partition(".")
    if decimals is None:
        fraction = fraction.rstrip("0")
    marks = written_as(language)
    sign = "−" if number < 0 else ""
    grouped = f"{int(whole):,}".replace(",", marks.thousands)
    return f"{sign}{grouped}{marks.point}{fraction}" if fraction else f"{sign}{grouped}"


_OF_MANY = ("ов", "ев", "ей", "ий")
"""How a Russian noun ends that stands in the genitive plural for certain."""


def format_figure(value: Decimal, measure: Measure, texts: Texts, language: str) -> str:
    """A figure with its unit: «6 млн тг», «86 %», "12", «12 школ»; a presence as «есть» or «нет».

    A stage is its letter with what the legend says of it: «F — опытная эксплуатация», «не начато».
    """
    match measure.unit:
        case Unit.PRESENCE:
            return texts(language, "unit-present" if value > 0 else "unit-absent")
        case Unit.PERCENT:
            return texts(language, "unit-percent", number=format_number(value, language))
        case Unit.MONEY:
            return format_money(value, measure.scale, texts, language)
        case Unit.STAGE:
            stage = stage_at(value, measure.stages)
            if stage is None:
                return texts(language, "stage-not-begun") if value == 0 else format_number(value, language)
            return f"{stage.code} — {stage.words}" if stage.words else stage.code
        case _:
            number = format_number(value, language)
            if not measure.noun:
                return number
            return counted(number, value, measure.noun, measure.plan if language == "ru" else None)


def counted(number: str, value: Decimal, noun: str, plan: Decimal | None) -> str:
    """A number with the noun that the plan prints after its own number `plan`: «12 школ», else «школ — 4».

    The noun stands in the case of the plan's phrase ("Замена 4 лифтов", "6 школ"); a Russian one is not declined here,
    so where another number wants another form it goes first, which is right with any number.
    """
    many = _is_many(value)
    fits = many if noun.endswith(_OF_MANY) else plan is None or _is_many(plan) == many
    if fits or noun.endswith(".") or value != value.to_integral_value():
        return f"{number}{_NBSP}{noun}"
    return f"{noun} — {number}"


def _is_many(value: Decimal) -> bool:
    """Whether a Russian noun after the number stands in the genitive plural: 0, 5, 11, 20, but not 1, 2, 22."""
    whole = abs(value) % 100
    return whole % 10 not in (1, 2, 3, 4) or 11 <= whole <= 14


def format_money(value: Decimal, scale: int, texts: Texts, language: str) -> str:
    """Money of that power of ten as people say it, to the last tenge: «6,05 млрд тг», «480,5 тыс. тг», «0 тг»."""
    return _money(value, scale, said_scale([value], scale), texts, language)


def format_sum(
    whole: Decimal, parts: Sequence[Decimal], measure: Measure, texts: Texts, language: str
) -> tuple[str, list[str]]:
    """A figure with its unit and the parts of it without: money all in one scale, «2 600 млн тг» of «2 000» and «600»."""
    if measure.unit is not Unit.MONEY:
        plain = measure.model_copy(update={"noun": ""})
        bare = [format_figure(part, plain, texts, language) for part in parts]
        return format_figure(whole, measure, texts, language), bare
    best = said_scale([whole, *parts], measure.scale)
    return (
        _money(whole, measure.scale, best, texts, language),
        [format_number(part.scaleb(measure.scale - best), language) for part in parts],
    )


def said_scale(values: Iterable[Decimal], scale: int) -> int:
    """The power of ten to say these amounts of `scale` in: the biggest one that only takes closing zeros off.

    In it each is one at least, has three decimals at most and is shorter than in its own; where there is none, they stay
    in the scale of their row, which people type in (whole tenge where it has no name). Nothing at all is no tenge.
    """
    own = scale if scale in _MONEY_SCALES else 0
    amounts = [abs(value).scaleb(scale) for value in values if value]
    if not amounts:
        return 0
    return max(
        (s for s in _MONEY_SCALES if s > own and all(_is_shorter(a, s, own) for a in amounts)), default=own
    )


def money_of(fact: Decimal, plan: Decimal, scale: int, texts: Texts, language: str) -> str:
    """Fact of plan for a summary, two decimals of it: «10,41 из 10,47 млрд тг», «6 млн тг из 10,47 млрд тг»."""
    of_fact, of_plan = (_easiest_scale(abs(amount), scale) for amount in (fact, plan))
    if fact and of_fact != of_plan:
        said = (
            _rounded(amount, scale, at, texts, language) for amount, at in ((fact, of_fact), (plan, of_plan))
        )
        return texts(language, "money-of-apart", **dict(zip(("fact", "plan"), said, strict=True)))
    said = (format_number(_cents(amount.scaleb(scale - of_plan)), language) for amount in (fact, plan))
    return texts(language, "money-of", **dict(zip(("fact", "plan"), said, strict=True)), scale=of_plan)


def format_share(share: Decimal | None, texts: Texts, language: str, decimals: int = 0) -> str:
    """A share as a percentage: 0.839 → «84 %»; a dash where there is none. Only a whole is shown as 100."""
    if share is None:
        return texts(language, "share-none")
    percent = (share * 100).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    if percent == 100 and share < 1:
        percent -= Decimal(1).scaleb(-decimals)
    return texts(language, "unit-percent", number=format_number(percent, language, decimals))


def bar(share: Decimal | float | None, width: int = 10) -> str:
    """A share as a bar of ▓░; full only for the whole, empty for none."""
    filled = 0 if share is None else min(width, max(0, int(share * width)))
    return "▓" * filled + "░" * (width - filled)


def format_day(day: date, texts: Texts, language: str, style: DayStyle = "long") -> str:
    """A day as people say it, by style, for 5 April 2024.

    long «пятница, 5 апреля» · day «5 апреля» · full «5 апреля 2024 г.» · short «05.04.2024» ·
    by «до пятницы, 5 апреля» · on «в пятницу, 5 апреля» · at, full-at: as day and full, of how things stood on it, which
    Kazakh says in a case of its own («5 сәуірдегі»).
    """
    return texts(
        language,
        f"day-{style}",
        weekday=day.isoweekday(),
        month=day.month,
        day=str(day.day),
        year=str(day.year),
        dd=f"{day:%d}",
    )


def format_period(code: str, texts: Texts, language: str, style: PeriodStyle = "full") -> str:
    """A period as people say it, by style, for 2024-Q1.

    full «I квартал 2024» · short «I кв. 2024» · bare «I квартал» · for, of what is told for it (отчёт за …) «I квартал 2024
    года» · plan, of what is planned for it: as short, with a year named («2024 год»).
    A code that names no period is shown as it is.
    """
    try:
        period = Period.parse(code)
    except ValueError:
        return code
    return texts(
        language,
        f"period-{(period.cycle or 'span').replace('_', '-')}-{style}",
        part=period.part,
        number=str(period.part),
        month=period.start.month,
        year=period.code[:4],  # the first week of a year may begin in the one before
        until=str(period.end.year),
    )


def _money(value: Decimal, scale: int, said_in: int, texts: Texts, language: str) -> str:
    return texts(
        language, f"unit-money-{said_in}", number=format_number(value.scaleb(scale - said_in), language)
    )


def _rounded(value: Decimal, scale: int, said_in: int, texts: Texts, language: str) -> str:
    return _money(_cents(value.scaleb(scale - said_in)), said_in, said_in, texts, language)


def _cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _easiest_scale(value: Decimal, scale: int) -> int:
    tenge = value.scaleb(scale)
    return max((s for s in _MONEY_SCALES if tenge >= Decimal(1).scaleb(s)), default=0)


def _is_shorter(tenge: Decimal, scale: int, own: int) -> bool:
    said = tenge.scaleb(-scale)
    return said >= 1 and _places(said) <= _MOST_PLACES and _digits(said) < _digits(tenge.scaleb(-own))


def _digits(value: Decimal) -> int:
    """How many digits a number is written with, closing zeros behind the point left out."""
    return len(f"{int(value)}") + _places(value)


def _places(value: Decimal) -> int:
    """How many decimals a number needs, closing zeros left out."""
    return len(f"{value:f}".partition(".")[2].rstrip("0"))

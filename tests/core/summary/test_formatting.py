"""Numbers, days and periods as each language writes them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.figures.typed_figures import read_figure
from core.kernel.languages import LANGUAGES
from core.plan.model import Unit
from core.plan.reports import Measure
from core.summary import formatting
from core.summary.formatting import (
    bar,
    format_day,
    format_figure,
    format_money,
    format_number,
    format_period,
    format_share,
    format_sum,
    money_of,
)
from locales import HERE, texts

D = Decimal
THOUSANDS = Measure(id="main", unit=Unit.MONEY, scale=3)
FRIDAY = date(2024, 4, 5)
WRITTEN_IN = ("ru", "kk", "en")
"""The languages that the examples below are written in, in this order."""


@pytest.mark.parametrize(
    ("value", "language", "decimals", "written"),
    [
        ("1234.5", "ru", None, "1\u00a0234,5"),
        ("1234.5", "kk", None, "1\u00a0234,5"),
        ("1234.5", "en", None, "1,234.5"),
        ("6000", "ru", 1, "6\u00a0000,0"),
        ("6000.0", "ru", None, "6\u00a0000"),
        ("0.005", "en", 2, "0.01"),
        ("1E+6", "en", None, "1,000,000"),
        ("-5", "ru", None, "−5"),
        ("999", "ru", None, "999"),
    ],
)
def test_numbers(value: str, language: str, decimals: int | None, written: str) -> None:
    assert format_number(D(value), language, decimals) == written


@pytest.mark.parametrize(
    ("value", "measure", "written"),
    [
        ("6000", THOUSANDS, ("6 млн тг", "6 млн тг", "KZT 6 million")),
        ("5.25", THOUSANDS, ("5,25 тыс. тг", "5,25 мың тг", "KZT 5.25 thousand")),
        ("12", Measure(id="main", unit=Unit.MONEY), ("12 тг", "12 тг", "KZT 12")),
        ("5", Measure(id="main", unit=Unit.MONEY, scale=1), ("50 тг", "50 тг", "KZT 50")),
        ("86.5", Measure(id="main", unit=Unit.PERCENT), ("86,5\u00a0%", "86,5\u00a0%", "86.5%")),
        ("12", Measure(id="main", unit=Unit.COUNT), ("12", "12", "12")),
        ("1", Measure(id="main", unit=Unit.PRESENCE), ("есть", "бар", "in place")),
        ("0", Measure(id="main", unit=Unit.PRESENCE), ("нет", "жоқ", "not in place")),
    ],
)
def test_figures_with_their_unit(value: str, measure: Measure, written: tuple[str, str, str]) -> None:
    assert tuple(format_figure(D(value), measure, texts(), language) for language in WRITTEN_IN) == written


@pytest.mark.parametrize(
    ("value", "plan", "noun", "written"),
    [
        ("8", "8", "кабинетов", "8\u00a0кабинетов"),
        ("4", "4", "лифтов", "лифтов — 4"),  # "Замена 4 лифтов"
        ("22", "25", "новых отделений", "новых отделений — 22"),
        ("12", "12", "лифтов", "12\u00a0лифтов"),
        ("4", "6", "школ", "школ — 4"),
        ("5", "6", "школ", "5\u00a0школ"),
        ("2", "2", "станции", "2\u00a0станции"),
        ("5", "2", "станции", "станции — 5"),
        ("3", "150", "чел.", "3\u00a0чел."),
        ("2.5", "80", "км", "2,5\u00a0км"),
        ("7", None, "места", "7\u00a0места"),
    ],
)
def test_a_noun_stands_before_a_number_that_wants_another_form_of_it(
    value: str, plan: str | None, noun: str, written: str
) -> None:
    measure = Measure(id="main", unit=Unit.COUNT, noun=noun, plan=D(plan) if plan else None)
    assert format_figure(D(value), measure, texts(), "ru") == written


def test_a_kazakh_noun_stays_behind_any_number() -> None:
    measure = Measure(id="main", unit=Unit.COUNT, noun="мектеп", plan=D(6))
    assert format_figure(D(4), measure, texts(), "kk") == "4\u00a0мектеп"


def test_money_is_said_in_its_easiest_scale() -> None:
    said = [money_of(D(10_410_000), D(10_466_300), 3, texts(), language) for language in WRITTEN_IN]
    assert said == ["10,41 из 10,47 млрд тг", "10,41/10,47 млрд тг", "KZT 10.41 of 10.47 billion"]


@pytest.mark.parametrize(
    ("value", "scale", "said"),
    [
        ("6050000.0", 3, "6,05 млрд тг"),
        ("5800", 3, "5,8 млн тг"),
        ("0", 3, "0 тг"),
        ("0.0", 6, "0 тг"),
        ("1", 3, "1 тыс. тг"),
        ("480.5", 3, "480,5 тыс. тг"),
        ("999", 3, "999 тыс. тг"),
        ("1234.5", 3, "1\u00a0234,5 тыс. тг"),  # 1,2345 млн is not shorter
        ("12345", 3, "12\u00a0345 тыс. тг"),
        ("1234560", 3, "1\u00a0234,56 млн тг"),
        ("1234567.89", 0, "1\u00a0234\u00a0567,89 тг"),
        ("5800000", 0, "5,8 млн тг"),
        ("0.45", 6, "0,45 млн тг"),  # never in a smaller scale than its own
        ("12.5", 6, "12,5 млн тг"),
        ("6E+3", 3, "6 млн тг"),
        ("2000000", 6, "2 трлн тг"),
        ("-5800", 3, "−5,8 млн тг"),
    ],
)
def test_money_is_short_and_exact(value: str, scale: int, said: str) -> None:
    assert format_money(D(value), scale, texts(), "ru") == said


@given(st.decimals("0", "1e13", places=2), st.sampled_from((0, 3, 6, 9)))
def test_money_is_never_rounded(value: Decimal, scale: int) -> None:
    """What is shown, read as it is typed, is the figure."""
    measure = Measure(id="main", unit=Unit.MONEY, scale=scale)
    for language in WRITTEN_IN:
        assert read_figure(format_figure(value, measure, texts(), language), measure, language) == value


@pytest.mark.parametrize(
    ("whole", "parts", "said"),
    [
        ("29000", ("20000", "9000"), ("29 млрд тг", ["20", "9"])),
        ("2600", ("2000", "600"), ("2\u00a0600 млн тг", ["2\u00a0000", "600"])),
        ("12000", ("12000", "0"), ("12 млрд тг", ["12", "0"])),
        ("0", (), ("0 тг", [])),
    ],
)
def test_a_sum_and_its_parts_are_said_in_one_scale(
    whole: str, parts: tuple[str, ...], said: tuple[str, list[str]]
) -> None:
    millions = Measure(id="main", unit=Unit.MONEY, scale=6)
    assert format_sum(D(whole), [D(part) for part in parts], millions, texts(), "ru") == said


def test_parts_of_a_count_stand_without_its_noun() -> None:
    schools = Measure(id="main", unit=Unit.COUNT, noun="школ")
    assert format_sum(D(12), [D(5), D(7)], schools, texts(), "ru") == ("12\u00a0школ", ["5", "7"])


@pytest.mark.parametrize(
    ("fact", "plan", "said"),
    [
        ("0", "10466300", "0 из 10,47 млрд тг"),
        ("6000", "10466300", "6 млн тг из 10,47 млрд тг"),
        ("6000", "10000", "6 из 10 млн тг"),
        ("9800", "10000", "9,8 из 10 млн тг"),
        ("12000", "900", "12 млн тг из 900 тыс. тг"),
    ],
)
def test_a_summary_says_fact_of_plan(fact: str, plan: str, said: str) -> None:
    assert money_of(D(fact), D(plan), 3, texts(), "ru") == said


@pytest.mark.parametrize(
    ("share", "decimals", "written"),
    [
        ("0.8392", 0, "84%"),
        ("0.994", 1, "99.4%"),
        ("0.9999", 0, "99%"),
        ("1", 0, "100%"),
        ("1.2", 0, "120%"),
        (None, 0, "—"),
    ],
)
def test_shares(share: str | None, decimals: int, written: str) -> None:
    assert format_share(D(share) if share else None, texts(), "en", decimals) == written


@pytest.mark.parametrize(
    ("style", "written"),
    [
        ("long", ("пятница, 5 апреля", "5 сәуір, жұма", "Friday, 5 April")),
        ("day", ("5 апреля", "5 сәуір", "5 April")),
        ("full", ("5 апреля 2024 г.", "2024 жылғы 5 сәуір", "5 April 2024")),
        ("short", ("05.04.2024", "05.04.2024", "5 Apr 2024")),
        ("by", ("до пятницы, 5 апреля", "5 сәуір, жұма", "by Friday, 5 April")),
        ("on", ("в пятницу, 5 апреля", "5 сәуір, жұма күні", "on Friday, 5 April")),
        ("at", ("5 апреля", "5 сәуірдегі", "5 April")),
        ("full-at", ("5 апреля 2024 г.", "2024 жылғы 5 сәуірдегі", "5 April 2024")),
    ],
)
def test_days(style: formatting.DayStyle, written: tuple[str, str, str]) -> None:
    assert tuple(format_day(FRIDAY, texts(), language, style) for language in WRITTEN_IN) == written


def test_every_month_and_weekday_has_its_own_word() -> None:
    for language in LANGUAGES:
        for style in ("long", "by", "on", "at", "full-at"):
            days = [date(2024, month, day) for month in range(1, 13) for day in range(1, 8)]
            assert len({format_day(day, texts(), language, style) for day in days}) == len(days)
    assert format_day(date(2024, 4, 9), texts(), "ru", "on") == "во вторник, 9 апреля"


@pytest.mark.parametrize(
    ("code", "style", "written"),
    [
        ("2024-Q1", "full", ("I квартал 2024", "2024 жылғы I тоқсан", "Q1 2024")),
        ("2023-Q4", "short", ("IV кв. 2023", "2023 ж. IV тоқсан", "Q4 2023")),
        ("2024-Q2", "bare", ("II квартал", "II тоқсан", "Q2")),
        ("2024-Q1", "for", ("I квартал 2024 года", "2024 жылғы I тоқсан", "Q1 2024")),
        ("2024-W05", "for", ("5-ю неделю 2024 года", "2024 жылғы 5-апта", "week 5 of 2024")),
        ("2024-M07", "for", ("июль 2024 года", "2024 жылғы шілде", "July 2024")),
        ("2024-H1", "for", ("I полугодие 2024 года", "2024 жылғы I жартыжылдық", "H1 2024")),
        ("2024-H1", "short", ("I полуг. 2024", "2024 ж. I жартыж.", "H1 2024")),
        ("2024", "for", ("2024 год", "2024 жыл", "2024")),
        ("2024", "short", ("2024", "2024", "2024")),
        ("2026-2030", "for", ("2026–2030 годы", "2026–2030 жылдар", "2026–2030")),
        ("2024", "plan", ("2024 год", "2024 ж.", "2024")),
        ("2024-Q1", "plan", ("I кв. 2024", "2024 ж. I тоқсан", "Q1 2024")),
        ("2026-2030", "plan", ("2026–2030 гг.", "2026–2030 жж.", "2026–2030")),
        ("2024-H2", "full", ("II полугодие 2024", "2024 жылғы II жартыжылдық", "H2 2024")),
        ("2024-M07", "full", ("июль 2024", "2024 жылғы шілде", "July 2024")),
        ("2024-W05", "full", ("5-я неделя 2024 года", "2024 жылғы 5-апта", "Week 5 of 2024")),
        ("2025-W01", "full", ("1-я неделя 2025 года", "2025 жылғы 1-апта", "Week 1 of 2025")),
        ("2024", "full", ("2024 год", "2024 жыл", "2024")),
        ("2026-2030", "full", ("2026–2030 годы", "2026–2030 жылдар", "2026–2030")),
        ("later", "full", ("later", "later", "later")),
    ],
)
def test_periods(code: str, style: formatting.PeriodStyle, written: tuple[str, str, str]) -> None:
    assert tuple(format_period(code, texts(), language, style) for language in WRITTEN_IN) == written


@pytest.mark.parametrize(
    ("share", "drawn"),
    [
        (11 / 17, "▓▓▓▓▓▓░░░░"),
        (D("0.999"), "▓▓▓▓▓▓▓▓▓░"),
        (1, "▓" * 10),
        (2.5, "▓" * 10),
        (None, "░" * 10),
        (-1, "░" * 10),
    ],
)
def test_bars(share: float | None, drawn: str) -> None:
    assert bar(share) == drawn


@given(st.floats(0, 1), st.integers(1, 30))
def test_a_bar_is_as_wide_as_asked_and_full_only_for_the_whole(share: float, width: int) -> None:
    drawn = bar(share, width)
    assert len(drawn) == width
    assert ("░" not in drawn) == (share == 1)


@pytest.mark.parametrize("file", ["numbers.ftl", "summary.ftl"])
def test_each_language_has_the_same_texts(file: str) -> None:
    ids = [
        set(
            re.findall(
                r"^([a-z][\w-]*) =", (HERE / language / file).read_text(encoding="utf-8"), re.MULTILINE
            )
        )
        for language in LANGUAGES
    ]
    assert all(found == ids[0] for found in ids)
    assert ids[0]

"""Numbers, days and periods as each language writes them."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kernel.languages import LANGUAGES
from core.plan.model import Unit
from core.plan.reports import Measure
from core.summary import formatting
from core.summary.formatting import (
    bar,
    format_day,
    format_figure,
    format_number,
    format_period,
    format_share,
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
        ("6000", THOUSANDS, ("6\u00a0000,0 тыс. тг", "6\u00a0000,0 мың тг", "6,000.0 thousand KZT")),
        ("5.25", THOUSANDS, ("5,25 тыс. тг", "5,25 мың тг", "5.25 thousand KZT")),
        ("12", Measure(id="main", unit=Unit.MONEY), ("12 тг", "12 тг", "12 KZT")),
        ("5", Measure(id="main", unit=Unit.MONEY, scale=1), ("50 тг", "50 тг", "50 KZT")),
        ("86.5", Measure(id="main", unit=Unit.PERCENT), ("86,5\u00a0%", "86,5\u00a0%", "86.5%")),
        ("12", Measure(id="main", unit=Unit.COUNT), ("12", "12", "12")),
        ("1", Measure(id="main", unit=Unit.PRESENCE), ("есть", "бар", "yes")),
        ("0", Measure(id="main", unit=Unit.PRESENCE), ("нет", "жоқ", "no")),
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
    assert said == ["10,41 из 10,47 млрд тг", "10,41 / 10,47 млрд тг", "10.41 of 10.47 billion KZT"]


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
        ("short", ("05.04.2024", "05.04.2024", "05 Apr 2024")),
        ("by", ("до пятницы, 5 апреля", "5 сәуірге (жұма) дейін", "by Friday, 5 April")),
        ("on", ("в пятницу, 5 апреля", "5 сәуір, жұма күні", "on Friday, 5 April")),
    ],
)
def test_days(style: formatting.DayStyle, written: tuple[str, str, str]) -> None:
    assert tuple(format_day(FRIDAY, texts(), language, style) for language in WRITTEN_IN) == written


def test_every_month_and_weekday_has_its_own_word() -> None:
    for language in LANGUAGES:
        for style in ("long", "by", "on"):
            days = [date(2024, month, day) for month in range(1, 13) for day in range(1, 8)]
            assert len({format_day(day, texts(), language, style) for day in days}) == len(days)
    assert format_day(date(2024, 4, 9), texts(), "ru", "on") == "во вторник, 9 апреля"


@pytest.mark.parametrize(
    ("code", "style", "written"),
    [
        ("2024-Q1", "full", ("I квартал 2024", "2024 жылғы I тоқсан", "Q1 2024")),
        ("2023-Q4", "short", ("IV кв. 2023", "2023 ж. IV тоқсан", "Q4 2023")),
        ("2024-Q2", "bare", ("II квартал", "II тоқсан", "Q2")),
        ("2024-Q1", "of", ("I квартала 2024 года", "2024 жылғы I тоқсанның", "Q1 2024")),
        ("2024-H2", "full", ("II полугодие 2024", "2024 жылғы II жартыжылдық", "H2 2024")),
        ("2024-M07", "full", ("июль 2024", "2024 жылғы шілде", "July 2024")),
        ("2024-W05", "full", ("5-я неделя 2024 года", "2024 жылғы 5-апта", "week 5 of 2024")),
        ("2025-W01", "full", ("1-я неделя 2025 года", "2025 жылғы 1-апта", "week 1 of 2025")),
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

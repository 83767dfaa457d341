"""Figures are read as people type them (domain, §4)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.figures.typed_figures import find_figure, oddities, read_figure, scale_of
from core.kernel.errors import UnreadableInput
from core.kernel.languages import LANGUAGES, SPOKEN, Language
from core.plan.model import Unit
from core.plan.reports import Measure
from core.summary.formatting import format_figure, format_number
from locales import texts

D = Decimal


def measure(unit: Unit, plan: str | None = None, scale: int = 0) -> Measure:
    return Measure(id="main", unit=unit, scale=scale, plan=D(plan) if plan else None)


COUNT = measure(Unit.COUNT, "12")
PERCENT = measure(Unit.PERCENT, "86")
MONEY = measure(Unit.MONEY, "6000", scale=3)
UNPLANNED = measure(Unit.MONEY, scale=3)
PRESENCE = measure(Unit.PRESENCE)
GOAL = measure(Unit.TEXT)


@pytest.mark.parametrize(
    ("typed", "asked", "read"),
    [
        ("6 050 000,0", MONEY, "6050000"),
        ("6050000", MONEY, "6050000"),
        ("6\u00a0050\u00a0000", MONEY, "6050000"),
        ("6\u2009050\u202f000", MONEY, "6050000"),
        ("6'050'000", MONEY, "6050000"),
        ("6,05 млн", MONEY, "6050"),
        ("5,8 млн тг", MONEY, "5800"),
        ("5,8 млн. тенге", MONEY, "5800"),
        ("5.8m", MONEY, "5800"),
        ("5,8 м", MONEY, "5800"),
        ("5 800 тыс.тенге", MONEY, "5800"),
        ("1 200 тыс", MONEY, "1200"),
        ("1200 мың теңге", MONEY, "1200"),
        ("1.2 млрд", MONEY, "1200000"),
        ("5 bn", MONEY, "5000000"),
        ("1.5 million KZT", MONEY, "1500"),
        ("300 thousand", MONEY, "300"),
        ("300k", MONEY, "300"),
        ("5 млн 800 тыс тг", MONEY, "5800"),
        ("1 млрд и 200 млн", MONEY, "1200000"),
        ("5 800 000 тг", MONEY, "5800"),
        ("5 800 тг", MONEY, "5800"),
        ("12 500 ₸", UNPLANNED, "12.5"),
        ("1,234.5", MONEY, "1234.5"),
        ("1.234,5", MONEY, "1234.5"),
        ("1 234,5", MONEY, "1234.5"),
        ("1,234,567", MONEY, "1234567"),
        ("6.050.000", MONEY, "6050000"),
        ("6,050", MONEY, "6050"),
        ("1,234", COUNT, "1234"),
        ("0,123", UNPLANNED, "0.123"),
        ("1,234 млн", UNPLANNED, "1234"),
        ("86%", PERCENT, "86"),
        ("86,5", PERCENT, "86.5"),
        ("86,500", PERCENT, "86.5"),
        ("86 процентов", PERCENT, "86"),
        ("98%-ға жетті", PERCENT, "98"),
        ("150 %", PERCENT, "150"),
        ("12 шт", COUNT, "12"),
        ("12шт.", COUNT, "12"),
        ("+5", COUNT, "5"),
        ("1,2 тыс. чел.", COUNT, "1200"),
        ("2-х", COUNT, "2"),
        ("5-ке жеткізілді", COUNT, "5"),
        ("120м2", COUNT, "120"),
        ("5 м", COUNT, "5"),
        ("около 5", COUNT, "5"),
        ("Закупили на 5,8 млн", MONEY, "5800"),
        ("Закупили на 5,8 млн (96%)", MONEY, "5800"),
        ("В 1 квартале 2024 года провели 3 выезда", COUNT, "3"),
        ("Приказ № 12-ө от 05.03.2024, обучено 25", COUNT, "25"),
        ("к 5 апреля закупили на 300 тыс", MONEY, "300"),
        ("Открытие 8 кабинетов", GOAL, "8"),
        ("Строительство 30%", GOAL, "30"),
        *[
            (word, MONEY, "0")
            for word in ("нет", "Нет.", "-", "—", "–", "жоқ", "no", "none", "ноль", "0", "0,0")
        ],
        ("есть", PRESENCE, "1"),
        ("+", PRESENCE, "1"),
        ("бар", PRESENCE, "1"),
        ("нет", PRESENCE, "0"),
    ],
)
def test_reads_what_people_type(typed: str, asked: Measure, read: str) -> None:
    assert read_figure(typed, asked) == D(read)
    assert find_figure(typed, asked) == D(read)


@pytest.mark.parametrize(
    ("typed", "asked", "refusal"),
    [
        ("сто", COUNT, "figure-not-read"),
        ("", COUNT, "figure-not-read"),
        ("нет данных", COUNT, "figure-not-read"),
        ("COVID-19", COUNT, "figure-not-read"),
        ("1e5", COUNT, "figure-not-read"),
        ("nan", COUNT, "figure-not-read"),
        ("1.2.3", COUNT, "figure-not-read"),
        ("12,34.5", MONEY, "figure-not-read"),
        ("05.03.2024", COUNT, "figure-not-read"),
        ("12-ө от 05.03.2024", COUNT, "figure-not-read"),
        ("в 3 кв. 2023 г.", COUNT, "figure-not-read"),
        ("5", PRESENCE, "figure-not-read"),
        ("5 " + "я" * 1023, COUNT, "figure-not-read"),
        ("-5", COUNT, "figure-negative"),
        ("- 5", COUNT, "figure-negative"),
        ("−5", COUNT, "figure-negative"),
        ("-5,8 млн", MONEY, "figure-negative"),
        ("5-6", COUNT, "figure-many"),
        ("11 из 17", COUNT, "figure-many"),
        ("5 или 6 млн", MONEY, "figure-many"),
        ("1 2000", MONEY, "figure-many"),
        ("86%", MONEY, "figure-other-unit"),
        ("5 тг", PERCENT, "figure-other-unit"),
        ("5 млн", PERCENT, "figure-other-unit"),
        ("1,234", UNPLANNED, "figure-two-ways"),
        ("9" * 16, MONEY, "figure-too-large"),
    ],
)
def test_refuses_what_cannot_be_read(typed: str, asked: Measure, refusal: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_figure(typed, asked)
    assert refused.value.message_id == refusal
    assert find_figure(typed, asked) is None
    for language in LANGUAGES:
        assert texts().has(language, refusal)
        assert "{" not in texts()(language, refusal, **refused.value.args_for_text)


def test_a_language_that_is_added_has_its_thousands_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the bot writes as three thousand is never read back as three."""
    line = Language(thousands=".", point=",", plural_of=SPOKEN["en"].plural_of)
    monkeypatch.setitem(SPOKEN, "zz", line)
    asked = Measure(id="main", unit=Unit.PERCENT)
    assert read_figure("3.125", asked, "zz") == 3125
    assert read_figure("3,125", asked, "zz") == Decimal("3.125")


@pytest.mark.parametrize(("language", "read"), [("en", "1234"), ("ru", "1.234"), ("kk", "1.234")])
def test_the_language_settles_a_lone_comma(language: str, read: str) -> None:
    assert read_figure("1,234", UNPLANNED, language) == D(read)
    assert read_figure("6,050", MONEY, language) == 6050, "the plan is heard before the language"


@pytest.mark.parametrize(
    ("value", "asked", "odd"),
    [
        ("6000", MONEY, ()),
        ("29999", MONEY, ()),
        ("30000", MONEY, ("many-times",)),
        ("60000", MONEY, ("many-times",)),
        ("60000.1", MONEY, ("over-ten-times",)),
        ("600", MONEY, ()),
        ("599.9", MONEY, ("under-a-tenth",)),
        ("0", MONEY, ()),
        ("5", UNPLANNED, ()),
        ("150", PERCENT, ("over-hundred",)),
        ("150", measure(Unit.PERCENT, "120"), ()),
        ("1000", PERCENT, ("over-hundred", "over-ten-times")),
        ("2.5", COUNT, ("fraction",)),
        ("0.5", COUNT, ("under-a-tenth", "fraction")),
        ("2.5", measure(Unit.COUNT, "2.5"), ()),
        ("5", measure(Unit.COUNT, "0"), ("planned-zero",)),
        ("5", measure(Unit.MONEY, "0", scale=3), ("planned-zero",)),
        ("0", measure(Unit.COUNT, "0"), ()),
        ("5", measure(Unit.COUNT, "0").model_copy(update={"better": "down"}), ()),  # it is asked why
        ("5", measure(Unit.TEXT, "0"), ()),
    ],
)
def test_oddities(value: str, asked: Measure, odd: tuple[str, ...]) -> None:
    assert oddities(D(value), asked) == odd
    assert all(texts().has(language, f"odd-{code}") for code in odd for language in LANGUAGES)


@pytest.mark.parametrize(
    ("money_scale", "power"),
    [("KZT", 0), (None, 0), ("thousand KZT", 3), ("million KZT", 6), ("billion KZT", 9), ("тыс. тенге", 3)],
)
def test_scale_of(money_scale: str | None, power: int) -> None:
    assert scale_of(money_scale) == power


@given(
    st.text(max_size=60) | st.text("0123456789 .,-+'%\nтысмлрдkmb№", max_size=30),
    st.sampled_from([COUNT, PERCENT, MONEY, UNPLANNED, PRESENCE, GOAL, measure(Unit.STAGE)]),
)
@example("1,234,567,890,123,456,789", MONEY)
@example("²", COUNT)
@example("٣", COUNT)
@example("0" * 40, COUNT)
def test_whatever_is_typed_is_read_or_refused(typed: str, asked: Measure) -> None:
    try:
        value = read_figure(typed, asked)
    except UnreadableInput as error:
        refused = error
    else:
        assert value >= 0
        assert "E" not in str(value)
        return
    assert len(str(refused.args_for_text["typed"])) <= 40


amounts = st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False, allow_infinity=False)


@given(amounts, st.sampled_from(LANGUAGES), st.sampled_from([UNPLANNED, measure(Unit.PERCENT), GOAL]))
def test_a_number_as_we_write_it_is_read_back(value: Decimal, language: str, asked: Measure) -> None:
    assert read_figure(format_number(value, language), asked, language) == value


@given(
    amounts,
    st.sampled_from(LANGUAGES),
    st.sampled_from([UNPLANNED, measure(Unit.MONEY, scale=6), measure(Unit.PERCENT)]),
)
@example(Decimal("3125.00"), "en", measure(Unit.PERCENT))
def test_a_figure_with_its_unit_is_read_back(value: Decimal, language: str, asked: Measure) -> None:
    assert read_figure(format_figure(value, asked, texts(), language), asked, language) == value


@given(st.integers(0, 10**9), st.sampled_from(LANGUAGES))
def test_a_count_is_read_back(value: int, language: str) -> None:
    assert read_figure(format_number(value, language), COUNT, language) == value

"""By when, as people type it: days, spans and times from now, in three languages, alone or beside the reason."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import UnreadableInput
from core.forecasts import forecast_beside, read_forecast

TODAY = date(2024, 3, 26)


def day(text: str) -> date:
    return date.fromisoformat(text)


TYPED = [
    # Days
    ("к 15 мая", "2024-05-15"),
    ("до 15 мая", "2024-05-15"),
    ("не позднее 15 мая", "2024-05-15"),
    ("15 мая 2025 года", "2025-05-15"),
    ("15 мая текущего года", "2024-05-15"),
    ("15.05", "2024-05-15"),
    ("15.05.24", "2024-05-15"),
    ("15.05.2024 г.", "2024-05-15"),
    ("1/7", "2024-07-01"),
    ("2024-05-15", "2024-05-15"),
    ("15 января", "2025-01-15"),  # the next one
    ("15 мамырға дейін", "2024-05-15"),
    ("15-мамырға дейін", "2024-05-15"),
    ("15 мамырда", "2024-05-15"),
    ("2025 жылдың 15 мамырына дейін", "2025-05-15"),
    ("by 15 May", "2024-05-15"),
    ("May 15", "2024-05-15"),
    ("May 15, 2025", "2025-05-15"),
    ("15th of May", "2024-05-15"),
    # Months: the last day
    ("в июне", "2024-06-30"),
    ("к июню", "2024-06-30"),
    ("до конца июня", "2024-06-30"),
    ("конец апреля", "2024-04-30"),
    ("в июне 2025 г.", "2025-06-30"),
    ("в марте", "2024-03-31"),
    ("в феврале", "2025-02-28"),
    ("в середине мая", "2024-05-15"),
    ("в начале июня", "2024-06-10"),
    ("маусымда", "2024-06-30"),
    ("маусым айында", "2024-06-30"),
    ("маусымның соңына дейін", "2024-06-30"),
    ("маусым айының соңына дейін", "2024-06-30"),
    ("шілде 2024", "2024-07-31"),
    ("2024 жылдың шілдесінде", "2024-07-31"),
    ("in June", "2024-06-30"),
    ("by the end of June", "2024-06-30"),
    # Quarters, half-years, years
    ("II квартал", "2024-06-30"),
    ("во II квартале", "2024-06-30"),
    ("2 кв.", "2024-06-30"),
    ("3 квартал 2024", "2024-09-30"),
    ("в третьем квартале", "2024-09-30"),
    ("1 полугодие", "2024-06-30"),
    ("до конца полугодия", "2024-06-30"),
    ("до конца квартала", "2024-03-31"),
    ("до конца года", "2024-12-31"),
    ("в 2025 году", "2025-12-31"),
    ("2-тоқсанда", "2024-06-30"),
    ("II тоқсан", "2024-06-30"),
    ("тоқсан соңына дейін", "2024-03-31"),
    ("жыл соңына дейін", "2024-12-31"),
    ("келесі тоқсанда", "2024-06-30"),
    ("Q2 2024", "2024-06-30"),
    ("second quarter", "2024-06-30"),
    ("end of the quarter", "2024-03-31"),
    ("by the end of the year", "2024-12-31"),
    ("by year-end", "2024-12-31"),
    # From now
    ("завтра", "2024-03-27"),
    ("через неделю", "2024-04-02"),
    ("через две недели", "2024-04-09"),
    ("через 10 дней", "2024-04-05"),
    ("через месяц", "2024-04-26"),
    ("через полгода", "2024-09-26"),
    ("на следующей неделе", "2024-04-07"),
    ("в следующем месяце", "2024-04-30"),
    ("до конца месяца", "2024-03-31"),
    ("ертең", "2024-03-27"),
    ("екі аптадан кейін", "2024-04-09"),
    ("бір айдан кейін", "2024-04-26"),
    ("екі апта ішінде", "2024-04-09"),
    ("келесі айда", "2024-04-30"),
    ("tomorrow", "2024-03-27"),
    ("in two weeks", "2024-04-09"),
    ("in a month", "2024-04-26"),
    ("next month", "2024-04-30"),
    # What has passed is read as it stands: the card says that a forecast is a day to come
    ("1 марта 2024", "2024-03-01"),
    ("в январе 2024", "2024-01-31"),
    ("1 квартал 2023", "2023-03-31"),
]


@pytest.mark.parametrize(("typed", "meant"), TYPED)
def test_a_time_is_read(typed: str, meant: str) -> None:
    assert read_forecast(typed, TODAY).day == day(meant)
    assert read_forecast(typed.upper(), TODAY).day == day(meant)


@pytest.mark.parametrize(
    "typed",
    ["", "вчера", "скоро", "как только, так сразу", "31.02.2024", "45 мая", "32.05.2024", "15 чего-то", "3 декады",
     "5,5 млн", "5 квартал", "не хватает 3 специалистов", "кеше", "soon"],
)  # fmt: skip
def test_what_names_no_time_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        read_forecast(typed, TODAY)
    assert refusal.value.message_id == "day-not-read"


@pytest.mark.parametrize(
    ("typed", "reason", "meant"),
    [
        ("поставщик задержал, к 15 мая", "поставщик задержал", "2024-05-15"),
        ("к 15 мая: поставщик задержал", "поставщик задержал", "2024-05-15"),
        ("30 июня, ждём поставки", "ждём поставки", "2024-06-30"),
        ("Ждём деньги до конца квартала", "Ждём деньги", "2024-03-31"),
        ("Договор подписан, привезут в июне", "Договор подписан, привезут", "2024-06-30"),
        ("Тендер не состоялся. Повторный через две недели", "Тендер не состоялся. Повторный", "2024-04-09"),
        ("Жеткізуші кешіктірді, 15 мамырға дейін", "Жеткізуші кешіктірді", "2024-05-15"),
        ("Қаржы бөлінбеді, тоқсан соңына дейін", "Қаржы бөлінбеді", "2024-03-31"),
        ("Supplier is late, by 15 May", "Supplier is late", "2024-05-15"),
        ("Tender failed; in two weeks", "Tender failed", "2024-04-09"),
        ("к 15 мая", "", "2024-05-15"),
    ],
)
def test_one_message_carries_reason_and_forecast(typed: str, reason: str, meant: str) -> None:
    found = forecast_beside(typed, TODAY)
    assert found is not None
    assert (found.rest, found.day) == (reason, day(meant))


@pytest.mark.parametrize(
    "typed",
    [
        "Договор подписан 12 марта, аппарат ещё не привезли",
        "Перенесено решением № 5 от 12.02.2024",
        "Нет финансирования",
        "Не хватает 3 специалистов",
        "Срок договора истёк 1 марта 2024",
        "Ждём 15 мая ответа министерства",
        "The ministry may answer later",
    ],
)
def test_what_was_is_no_forecast(typed: str) -> None:
    assert forecast_beside(typed, TODAY) is None


@given(
    st.text(max_size=80) | st.text("0123456789 .,-вкдоIVмая июнечерз", max_size=40),
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
)
def test_nothing_typed_breaks_the_reader(text: str, today: date) -> None:
    try:
        read_forecast(text, today)
    except UnreadableInput:
        return
    forecast_beside(text, today)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"]))
def test_a_whole_date_is_read_as_written(when: date, style: str) -> None:
    assert read_forecast(when.strftime(style), TODAY).day == when

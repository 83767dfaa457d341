"""Days and papers as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.dates.written_days import read_day
from core.evidence.papers import Paper, forms_of, read_paper
from core.kernel.errors import UnreadableInput

TODAY = date(2024, 3, 26)

DAYS = [
    ("15.05.2024", date(2024, 5, 15)),
    ("15.05.24", date(2024, 5, 15)),
    ("15.05", date(2024, 5, 15)),
    ("1.2", date(2025, 2, 1)),  # a forecast looks forward
    ("15/05/2024", date(2024, 5, 15)),
    ("2024-05-15", date(2024, 5, 15)),
    ("15 мая", date(2024, 5, 15)),
    ("15 мая 2025", date(2025, 5, 15)),
    ("к 30 июня", date(2024, 6, 30)),
    ("до 1 сентября 2024 года", date(2024, 9, 1)),
    ("5 сәуір", date(2024, 4, 5)),
    ("12 қаңтар 2025", date(2025, 1, 12)),
    ("12 қазан", date(2024, 10, 12)),
    ("3 May", date(2024, 5, 3)),
    ("26 марта", TODAY),
]


@pytest.mark.parametrize(("typed", "day"), DAYS)
def test_days_are_read(typed: str, day: date) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.parametrize("typed", ["", "скоро", "31.02.2024", "45 мая", "15 чего-то", "99.99"])
def test_what_is_no_day_is_refused_in_words(typed: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        read_day(typed, TODAY)
    assert refusal.value.message_id == "day-not-read"


PAPERS = [
    ("12-ө от 05.03.2024", Paper("12-ө", date(2024, 3, 5))),
    ("№ 12-ө от 05.03.2024", Paper("12-ө", date(2024, 3, 5))),
    ("№12 05.03.2024", Paper("12", date(2024, 3, 5))),
    ("45/1-п, 5 марта 2024 г.", Paper("45/1-п", date(2024, 3, 5))),
    ("12-ө 05.03.2024", Paper("12-ө", date(2024, 3, 5))),
    ("Приказ 7 от 1 марта", Paper("Приказ 7", date(2024, 3, 1))),
    ("05.03.2024 № 12", Paper("12", date(2024, 3, 5))),
    ("25 от 30.12", Paper("25", date(2023, 12, 30))),  # a paper is of the past
    ("12/3-ө от 05.03", Paper("12/3-ө", date(2024, 3, 5))),
    ("12-ө", Paper("12-ө", None)),
]


@pytest.mark.parametrize(("typed", "paper"), PAPERS)
def test_papers_are_read(typed: str, paper: Paper) -> None:
    assert read_paper(typed, TODAY) == paper


@pytest.mark.parametrize("typed", ["приказ", "x" * 80, "готово"])
def test_what_names_no_paper_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        read_paper(typed, TODAY)
    assert refusal.value.message_id == "paper-not-read"


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"]))
def test_a_whole_date_is_read_as_written(day: date, style: str) -> None:
    assert read_day(day.strftime(style), TODAY) == day


@given(st.text(max_size=60))
def test_nothing_typed_breaks_the_readers(text: str) -> None:
    for read in (read_day, read_paper):
        try:
            read(text, TODAY)
        except UnreadableInput:
            continue


@pytest.mark.parametrize(
    ("printed", "forms"),
    [
        ("Приказ", ("Приказ",)),
        ("Положение, штатное расписание", ("Положение", "штатное расписание")),
        ("Договор; Накладная.", ("Договор", "Накладная")),
        ("Акт\nПротокол", ("Акт", "Протокол")),
        (None, ()),
        (" , ", ()),
    ],
)
def test_a_row_can_need_several_papers(printed: str | None, forms: tuple[str, ...]) -> None:
    assert forms_of(printed) == forms

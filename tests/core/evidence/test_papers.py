"""Papers as people type them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.evidence.papers import Paper, forms_of, read_paper
from core.kernel.errors import UnreadableInput

TODAY = date(2024, 3, 26)

PAPERS = [
    ("12-ө от 05.03.2024", Paper("12-ө", date(2024, 3, 5))),
    ("№ 12-ө от 05.03.2024", Paper("12-ө", date(2024, 3, 5))),
    ("№12 05.03.2024", Paper("12", date(2024, 3, 5))),
    ("45/1-п, 5 марта 2024 г.", Paper("45/1-п", date(2024, 3, 5))),
    ("12-ө 05.03.2024", Paper("12-ө", date(2024, 3, 5))),
    ("Приказ 7 от 1 марта", Paper("7", date(2024, 3, 1))),
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


@given(st.text(max_size=60))
def test_nothing_typed_breaks_the_reader(text: str) -> None:
    with suppress(UnreadableInput):
        read_paper(text, TODAY)


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

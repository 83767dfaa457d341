"""By when: as printed while the words say what holds, else as it was settled."""

from __future__ import annotations

from datetime import date

import pytest

from core.plan.model import Deadline, DeadlineKind
from handlers.frame.voice import Speech
from handlers.words.deadline_words import deadline_words
from locales import texts
from tests.core.report.cards import owed, row, worklist

K = DeadlineKind


@pytest.mark.parametrize(
    ("printed", "deadline", "said"),
    [
        ("4 квартал 2024", Deadline(kind=K.QUARTER, end=date(2024, 12, 31)), "4 квартал 2024"),
        ("4 квартал 2024", Deadline(kind=K.QUARTER, end=date(2024, 3, 31)), "I квартал 2024"),
        ("как получится", Deadline(kind=K.DATE, end=date(2024, 7, 15)), "15 июля 2024 г."),
        (
            "До 15 июля, До 1 октября 2024",
            Deadline(kind=K.DATE, end=date(2024, 10, 5), also=(date(2024, 7, 15),)),
            "15 июля 2024 г., 5 октября 2024 г.",
        ),
        (
            "2024",
            Deadline(kind=K.RANGE, start=date(2024, 1, 1), end=date(2024, 6, 30)),
            "1 января 2024 г. – 30 июня 2024 г.",
        ),
        ("постоянно", Deadline(kind=K.CONTINUOUS), "постоянно"),
    ],
)
def test_what_is_said(printed: str, deadline: Deadline, said: str) -> None:
    one = row(deadline_text=printed, deadline=deadline)
    plan = worklist([one], [owed()]).plans[1]
    assert deadline_words(Speech(texts(), "ru"), plan, one) == said

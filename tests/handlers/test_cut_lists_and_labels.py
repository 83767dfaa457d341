"""A list that is cut says how many more there are; of a label the title gives way, never the count."""

from __future__ import annotations

import pytest

from core.kernel.languages import LANGUAGES
from handlers.frame.paging import first_of, names_of_first
from handlers.frame.screens import LONGEST_LABEL, on_button
from handlers.frame.voice import Speech
from locales import texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("count", "most", "more"), [(3, 5, 0), (5, 5, 0), (6, 5, 1), (12, 5, 7)])
def test_how_many_more_there_are(language: str, count: int, most: int, more: int) -> None:
    voice = Speech(texts(), language)
    lines = first_of(voice, [f"· {at}" for at in range(count)], most)
    assert len(lines) == min(count, most) + bool(more)
    assert ("…" in lines[-1], str(more) in lines[-1]) == (
        (True, True) if more else (False, str(more) in lines[-1])
    )
    names = names_of_first(voice, [f"Имя{at}" for at in range(count)], most)
    assert names.count("Имя") == min(count, most)
    assert names.endswith(str(more)) or not more or language != "ru"


@pytest.mark.parametrize(
    "title",
    [
        "План",
        "План мероприятий по стратегическим направлениям на 2024 год",
        "ПЛАН МЕРОПРИЯТИЙ ПО ОБЩЕСТВЕННОМУ ЗДОРОВЬЮ ШЫМКЕНТА",
        "Щ" * 200,
    ],
)
@pytest.mark.parametrize("tail", ["", " (7)", " (1234)", " · 101/168"])
def test_the_count_is_never_cut(title: str, tail: str) -> None:
    label = on_button(title, tail)
    assert label.endswith(tail)
    assert len(label) <= LONGEST_LABEL
    assert label == title + tail or "…" in label

"""What Telegram lets through: text that fits, buttons whose data fits, nothing of people's that is markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.frame.screens import (
    LONGEST_TEXT,
    Html,
    bold,
    button,
    fitted,
    html,
    lines,
    pages,
    quoted,
    shortened,
)
from sandbox.entities.html import parse_html


def shown(text: str) -> str:
    """What Telegram shows of the markup."""
    return parse_html(text)[0]


@given(st.text(alphabet=st.characters(exclude_categories=["C", "Z"])))
def test_what_people_type_is_never_markup(text: str) -> None:
    assert shown(f"x{html(text)}x") == f"x{text}x"


@given(st.lists(st.text(alphabet='абв <&>"x', max_size=400), max_size=40))
def test_a_text_of_any_length_fits_and_stays_whole_markup(parts: list[str]) -> None:
    text = fitted(lines(*(bold(part) if len(part) % 2 else quoted(part) for part in parts), "конец"))
    assert len(shown(text)) <= LONGEST_TEXT


def test_a_text_that_fits_is_left_as_it_is() -> None:
    text = lines(bold("a"), "", "b")
    assert fitted(text) is text


def test_lines_give_way_from_the_end() -> None:
    text = fitted(Html("\n".join(f"<b>{n}</b>" + "x" * 100 for n in range(100))))
    assert text.startswith("<b>0</b>")
    assert text.endswith("\n…")


@pytest.mark.parametrize(
    ("text", "most", "short"),
    [
        ("план", 10, "план"),
        ("  план   работ ", 20, "план работ"),
        ("план мероприятий на год", 18, "план мероприятий…"),
    ],
)
def test_long_titles_are_cut_at_a_word(text: str, most: int, short: str) -> None:
    assert shortened(text, most) == short


@given(st.text(), st.integers(4, 60))
def test_a_shortened_text_is_within_its_length(text: str, most: int) -> None:
    assert len(shortened(text, most)) <= most


def test_button_data_is_counted_in_bytes() -> None:
    assert button("x", "own", 1, 2).data(0x1F) == "1f.own.1.2"
    with pytest.raises(ValueError, match="too long"):
        button("x", "own", "ж" * 40).data(1)


@pytest.mark.parametrize(
    ("total", "page", "found"),
    [(0, 0, (0, 0, 1)), (17, 1, (1, 8, 3)), (17, 9, (2, 16, 3)), (8, -1, (0, 0, 1))],
)
def test_pages_stay_within_their_list(total: int, page: int, found: tuple[int, int, int]) -> None:
    assert pages(total, page, 8) == found

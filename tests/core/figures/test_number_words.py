"""Cardinal numbers in words, in three languages, and what is none."""

from __future__ import annotations

import pytest

from core.figures.number_words import in_digits

NUMBERS = [
    ("двенадцать", "12"),
    ("Шесть", "6"),
    ("шесть школ", "6 школ"),
    ("две школы.", "2 школы"),
    ("двадцать пять", "25"),
    ("девяносто девять", "99"),
    ("сто", "100"),
    ("тысяча", "1 тысяча"),
    ("пять тысяч", "5 тысяч"),
    ("сто миллионов тенге", "100 миллионов тенге"),
    ("пять процентов", "5 процентов"),
    ("алты", "6"),
    ("сегіз", "8"),
    ("сегиз мектеп", "8 мектеп"),
    ("он бес", "15"),
    ("жиырма", "20"),
    ("тоқсан тоғыз", "99"),
    ("жүз", "100"),
    ("бес мың", "5 мың"),
    ("бес мын", "5 мың"),
    ("екі миллион теңге", "2 миллион теңге"),
    ("алтауы ашылды", "6 ашылды"),
    ("сто двадцать", "120"),
    ("twelve", "12"),
    ("twenty-five schools", "25 schools"),
    ("one hundred", "100"),
    ("a hundred", "100"),
    ("two thousand", "2 thousand"),
]


@pytest.mark.parametrize(("typed", "digits"), NUMBERS)
def test_a_number_in_words_is_written_in_digits(typed: str, digits: str) -> None:
    assert in_digits(typed, "ru") == digits


@pytest.mark.parametrize(
    "typed",
    ["", "много", "шесть школ открыто", "школа шесть", "шесть или семь", "шесть семь", "шестая", "первый квартал", "он",
     "он сделал", "8-і", "8-ші", "8-й", "8-ә", "двадцать сто", "два 3", "шесть " * 20, "нет", "a", "-"],
)  # fmt: skip
def test_any_other_text_is_left_alone(typed: str) -> None:
    assert in_digits(typed, "ru") is None


def test_ten_in_kazakh_is_he_in_russian() -> None:
    assert in_digits("он", "kk") == "10"
    assert in_digits("он мектеп", "kk") == "10 мектеп"
    assert in_digits("он", "ru") is None

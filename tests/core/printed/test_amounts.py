"""Sums printed with their currency."""

from __future__ import annotations

import pytest

from core.printed.amounts import amount_of, is_amount, says_no_money


@pytest.mark.parametrize(
    ("printed", "amount"),
    [
        ("4 200 тыс. тенге", ("4200", "thousand KZT")),
        ("5,5 млн. теңге", ("5.5", "million KZT")),
        ("12 мың теңге", ("12", "thousand KZT")),
        ("1 200 000 тенге", ("1200000", "KZT")),
        ("350 000 ₸", ("350000", "KZT")),
        ("KZT 1.2 million", ("1.2", "million KZT")),
    ],
)
def test_a_sum_in_tenge(printed: str, amount: tuple[str, str]) -> None:
    assert amount_of(printed) == amount


@pytest.mark.parametrize("printed", ["£2.4m", "US$ 45,000", "1200 USD", "15 000 руб.", "€30k", "KZT 1.2m"])
def test_a_sum_that_is_no_figure_in_tenge(printed: str) -> None:
    assert is_amount(printed)
    assert amount_of(printed) is None


@pytest.mark.parametrize("printed", ["100", "100 чел.", "5 млн", "тыс. тенге", "приказ № 5 на 200 тенге"])
def test_what_is_no_sum(printed: str) -> None:
    assert not is_amount(printed)


@pytest.mark.parametrize(
    "words",
    ["Не требуется", "В рамках предусмотренных средств", "Талап етілмейді", "Officer time", "Within existing budgets", "Nil"],
)  # fmt: skip
def test_words_that_say_that_there_is_no_money_to_ask_for(words: str) -> None:
    assert says_no_money(words)
    assert not says_no_money("Будет уточнено")

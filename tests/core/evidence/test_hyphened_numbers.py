"""What a number is joined with by a hyphen is what the paper is called, and no part of its number: "45-бұйрық"."""

from __future__ import annotations

from datetime import date

import pytest

from core.evidence.named_papers import papers_in
from core.evidence.paper_kinds import is_kind

TODAY = date(2024, 3, 26)
THAT_DAY = date(2024, 3, 12)

FORTY_FIVE = [
    "45-бұйрық, 12.03.2024",
    "45-бұйрық 12.03.2024",
    "№45-бұйрық, 12.03.2024",
    "№ 45-бұйрық 12.03.2024",
    "45-хаттама, 12.03.2024",
    "45-шешім, 12.03.2024",
    "45-шарт, 12.03.2024",
    "45-акт, 12.03.2024",
    "45-акті 12.03.2024",
    "45-қаулы, 12.03.2024",
    "45-өкім, 12.03.2024",
    "45-хат, 12.03.2024",
    "45-келісімшарт, 12.03.2024",
    "45-куәлік, 12.03.2024",
    "45-анықтама, 12.03.2024",
    "45-сертификат, 12.03.2024",
    "45-шот, 12.03.2024",
    "45-шот-фактура, 12.03.2024",
    "45-есеп, 12.03.2024",
    "45-буйрык, 12.03.2024",
    "45-бұйрығы, 12.03.2024",
    "45 -бұйрық, 12.03.2024",
    "45- бұйрық, 12.03.2024",
    "45 - бұйрық, 12.03.2024",
    "45–бұйрық, 12.03.2024",
    "45-ші бұйрық, 12.03.2024",
    "12.03.2024 45-бұйрық",
    "12.03.2024 жылғы 45-бұйрық",
    "2024 жылғы 12 наурыздағы 45-бұйрық",
    "2024 жылғы 12 наурыздағы №45-бұйрық",
    "12.03.2024, 45-бұйрық",
    "45-бұйрық (12.03.2024)",
    "45-бұйрық 12 наурыз",
    "45-бұйрық, 12 наурыз 2024 ж.",
    "бұл 45-бұйрық, 12.03.2024",
    "бас дәрігердің 45-бұйрығы, 12.03.2024",
    "45-приказ, 12.03.2024",
    "45-приказ от 12.03.2024",
    "45-order, 12.03.2024",
    "бұйрық-45, 12.03.2024",
    "приказ-45 от 12.03.2024",
    "45-санды бұйрық, 12.03.2024",
    "45-нөмірлі бұйрық, 12.03.2024",
]
LONGER = [
    ("45-ө-бұйрық, 12.03.2024", "45-ө"),
    ("45-ө бұйрық, 12.03.2024", "45-ө"),
    ("45/1-бұйрық, 12.03.2024", "45/1"),
    ("01-12/45-хат, 12.03.2024", "01-12/45"),
    ("№45-П от 12.03.2024", "45-П"),
    ("Приказ №12-ө от 12.03.2024", "12-ө"),
    ("договор №2024-45 от 12.03.2024", "2024-45"),
]
"""With a part that is the number's own."""


@pytest.mark.parametrize("typed", FORTY_FIVE)
def test_what_a_paper_is_called_is_no_part_of_its_number(typed: str) -> None:
    ((_, named),) = papers_in(typed, TODAY)
    assert (named.paper.number, named.paper.dated) == ("45", THAT_DAY)
    assert named.form is not None
    assert is_kind(named.form)


@pytest.mark.parametrize(("typed", "number"), LONGER)
def test_what_is_the_numbers_own_stays(typed: str, number: str) -> None:
    ((_, named),) = papers_in(typed, TODAY)
    assert (named.paper.number, named.paper.dated) == (number, THAT_DAY)


@pytest.mark.parametrize("typed", ["45-бұйрық", "№45-бұйрық", "№45-акт", "45-хаттама"])
def test_it_may_have_no_day(typed: str) -> None:
    ((_, named),) = papers_in(typed, TODAY)
    assert (named.paper.number, named.paper.dated) == ("45", None)


def test_a_day_before_such_a_number_is_its_own() -> None:
    ((_, named),) = papers_in("2024 жылғы 12 наурыздағы 15-бұйрық", TODAY)
    assert (named.paper.number, named.paper.dated) == ("15", THAT_DAY)


@pytest.mark.parametrize(
    "typed", ["45-бұйрық әлі шыққан жоқ", "45-бұйрық немесе 46-бұйрық", "обучено 45 человек, 3 акта"]
)
def test_none_is_taken_that_is_not_there_or_one_of_two(typed: str) -> None:
    assert not papers_in(typed, TODAY)

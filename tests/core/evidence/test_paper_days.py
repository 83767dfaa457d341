"""The days of papers in every order and mark; those that the calendar lacks; until when a certificate is valid."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.evidence.named_papers import lacking_day_in, paper_asked
from core.kernel.errors import UnreadableInput
from core.plan.model import Unit
from core.plan.reports import Measure
from core.report.captions import Understood, understand

TODAY = date(2024, 3, 26)
MONEY = (Measure(id="main", unit=Unit.MONEY, scale=3, plan=Decimal(6000)),)

READ: list[tuple[str, str, str | None]] = [
    ("№ 12-ө санды бұйрық", "12-ө", None),
    ("№ 12-ө санды бұйрық 05.03.2024", "12-ө", "2024-03-05"),
    ("2024 жылғы 5 наурыздағы № 12-ө санды бұйрық", "12-ө", "2024-03-05"),
    ("05.03.2024 № 12-ө санды бұйрық", "12-ө", "2024-03-05"),
    ("12-ө санды бұйрық, 05.03.2024", "12-ө", "2024-03-05"),
    ("12-ө нөмірлі бұйрық 05.03.2024", "12-ө", "2024-03-05"),
    ("12-ө, 05.03.2024", "12-ө", "2024-03-05"),
    ("от 5 марта № 12", "12", "2024-03-05"),
    ("order no 12 of 5 March 2024", "12", "2024-03-05"),
    ("№ 12 бұйрық, наурыздың 5-і", "12", "2024-03-05"),
    ("наурыздың 5-індегі № 12 бұйрық", "12", "2024-03-05"),
    ("№ 12 бұйрық 2024 жылғы наурыздың 5-і", "12", "2024-03-05"),
    ("№ 12 от 2024/03/05", "12", "2024-03-05"),
    ("№ 12 от 2024.03.05", "12", "2024-03-05"),
    ("2024.03.05 № 12", "12", "2024-03-05"),
    ("приказ № 12 от 2024-03-05", "12", "2024-03-05"),
    ("приказ от 2024/03/05 № 12", "12", "2024-03-05"),
    ("2024/03/05 № 12", "12", "2024-03-05"),
    ("№ 12, 2024/03/05", "12", "2024-03-05"),
    ("бұйрық № 12-ө 2024.03.05", "12-ө", "2024-03-05"),
    ("order no. 12 of 2024/03/05", "12", "2024-03-05"),
    ("order No. 12 dated 2024-03-05", "12", "2024-03-05"),
    ("12-ө от 2024.03.05", "12-ө", "2024-03-05"),
    ("приказ № 12 от пятого марта 2024 года", "12", "2024-03-05"),
    ("приказ № 12 от пятого марта", "12", "2024-03-05"),
    ("order no 12 of the fifth of March 2024", "12", "2024-03-05"),
    ("2024 жылғы бесінші наурыздағы № 12 бұйрық", "12", "2024-03-05"),
    ("№ 12 бұйрық, 2024 жылғы 5 наурыз", "12", "2024-03-05"),
    ("5 наурыздагы № 12 буйрык", "12", "2024-03-05"),
    ("2024 жылгы 5 наурыздагы № 12 буйрык", "12", "2024-03-05"),
    ("бұйрық 5 наурыз 2024 ж. № 12", "12", "2024-03-05"),
    ("акт № 3 от 5 марта 2024", "3", "2024-03-05"),
    ("акт от пятого марта № 3", "3", "2024-03-05"),
    ("March 5, 2024 order no. 12", "12", "2024-03-05"),
    ("Order No. 12 of 2024, March 5", "12", "2024-03-05"),
    ("№ 12 - 5 марта 2024", "12", "2024-03-05"),
    ("№12/05.03.2024", "12", "2024-03-05"),
    ("12-сі наурыз № 5", "5", "2024-03-12"),
    ("приказ № 12 от 05 03 2024", "12", "2024-03-05"),
    ("Приказ № 31.04-П от 05.03.2024", "31.04-П", "2024-03-05"),
    ("№ 30/02 от 05.03.2024", "30/02", "2024-03-05"),
]

LACKING = [
    "№ 12 от 30.02.2024",
    "№ 12 от 31.04.2024",
    "приказ № 12 от 31 апреля",
    "акт № 3 от 30 февраля 2024",
    "12-ө от 31.02.2024",
    "приказ 45 от 32.03.2024",
    "№ 12 бұйрық 31 сәуір 2024",
    "2024 жылғы 30 ақпандағы № 12 бұйрық",
    "order no 12 of 31 April 2024",
    "Order 45, February 30, 2024",
    "№ 12 от 2024/02/30",
    "№ 12 от 2024.13.05",
    "31.06.2023",
    "45, 31 июня",
    "наурыздың 32-сіндегі № 12 бұйрық",
    "№ 12 от 45.03.2024",
    "приказ от 31.04.2024 № 12",
    "12-ө 30.02.2024",
    "30.02.2024 № 12",
    "акт 31.06",
]

VALID: list[tuple[str, str, str | None, str]] = [
    ("Сертификат № 8 до 01.03.2026", "8", None, "до 01.03.2026"),
    ("Сертификат № 8 от 05.03.2024 до 01.03.2026", "8", "2024-03-05", "до 01.03.2026"),
    ("сертификат № 8, действителен до 01.03.2026", "8", None, "действителен до 01.03.2026"),
    ("лицензия № 45 действует до 1 марта 2026", "45", None, "действует до 1 марта 2026"),
    (
        "Сертификат № 8 от 05.03.2024, действителен по 01.03.2026",
        "8",
        "2024-03-05",
        "действителен по 01.03.2026",
    ),
    ("сертификат № 8 01.03.2026 дейін жарамды", "8", None, "01.03.2026 дейін жарамды"),
    ("№ 8 сертификат, 2026 жылғы 1 наурызға дейін жарамды", "8", None, "2026 жылғы 1 наурызға дейін жарамды"),
    ("certificate no. 8 valid until 1 March 2026", "8", None, "valid until 1 March 2026"),
    ("certificate no 8 of 5 March 2024, valid till 01.03.2026", "8", "2024-03-05", "valid till 01.03.2026"),
    ("licence № 45 valid to 2026-03-01", "45", None, "valid to 2026-03-01"),
    ("Сертификат № 8 срок действия до 01.03.2026", "8", None, "срок действия до 01.03.2026"),
    ("Сертификат № 8 (до 01.03.2026)", "8", None, "(до 01.03.2026)"),
]


def told(text: str) -> Understood:
    return understand(text, MONEY, MONEY[0], "ru", TODAY)


def papers(said: Understood) -> list[tuple[str | None, str | None]]:
    return [(p.paper.number, str(p.paper.dated) if p.paper.dated else None) for p in said.papers]


@pytest.mark.parametrize(("typed", "number", "dated"), READ)
def test_number_and_day_are_read_in_every_order(typed: str, number: str, dated: str | None) -> None:
    said = told(typed)
    assert papers(said) == [(number, dated)]
    assert (said.account, said.answers) == (None, False)


@pytest.mark.parametrize("typed", LACKING)
def test_a_day_that_the_calendar_lacks_is_pointed_out_and_part_of_nothing(typed: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        paper_asked(typed, TODAY)
    assert refusal.value.message_id == "paper-no-such-day"
    assert str(refusal.value.args_for_text["typed"]) in typed
    said = told(typed)
    assert all(dated is None for _, dated in papers(said))
    assert not said.answers or lacking_day_in(typed) is None


@pytest.mark.parametrize(("typed", "number", "dated", "until"), VALID)
def test_until_when_it_is_valid_is_no_date_of_it_and_stays_in_the_account(
    typed: str, number: str, dated: str | None, until: str
) -> None:
    said = told(typed)
    assert papers(said) == [(number, dated)]
    assert (said.account, said.answers) == (until, False)


@pytest.mark.parametrize(
    "typed", ["акт № 3 от 5-7 марта", "№ 12 от 5 или 6 марта", "12 от когда-то", "8 до 01.03.2026"]
)
def test_a_date_that_cannot_be_read_is_asked_for_again(typed: str) -> None:
    with pytest.raises(UnreadableInput, match="paper-not-read"):
        paper_asked(typed, TODAY)
    assert all(dated is None for _, dated in papers(told(typed)))


@pytest.mark.parametrize(
    "typed",
    [
        "1 сәуірден 14 сәуірге дейін",
        "1 сәуірден бастап 14 сәуірге дейін",
        "01.04.2024-тен 14.04.2024-ке дейін",
        "№ 7, 5 наурыздан 7 наурызға дейін",
    ],
)
def test_the_first_day_of_a_span_dates_no_paper(typed: str) -> None:
    with pytest.raises(UnreadableInput, match="paper-not-read"):
        paper_asked(typed, TODAY, "kk")

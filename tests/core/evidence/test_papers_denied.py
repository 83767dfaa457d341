"""A paper that is not signed or not there yet is none; what it asks for may well not be done."""

from __future__ import annotations

from datetime import date

import pytest

from core.evidence.named_papers import paper_asked, papers_in
from core.kernel.errors import UnreadableInput

TODAY = date(2024, 3, 26)


@pytest.mark.parametrize(
    "typed",
    [
        "приказа № 12 от 5 марта нет",
        "приказ № 12 от 5 марта не подписан",
        "приказ № 12 от 5 марта ещё не утверждён",
        "проект приказа № 12 от 5 марта",
        "приказ № 12 от 5 марта на согласовании",
        "2024 жылғы 5 наурыздағы № 12 бұйрық әлі жоқ",
        "2024 жылғы 5 наурыздағы № 12 бұйрыққа қол қойылған жоқ",
        "order No. 12 of 5 March is not signed",
        "order No. 12 of 5 March has not yet been issued",
        "draft order No. 12 of 5 March",
        "приказ № 12 не подписали",
        "приказ № 12 отклонён",
        "отозвали приказ № 12",
        "приказ № 12 утерян",
        "это не приказ № 12",
        "№ 12 бұйрық қайтарылды",
        "бұл № 12 бұйрық емес",
        "№ 12 бұйрық табылмады",
        "order #12 was rejected",
        "they returned order #12",
        "it is not order #12",
    ],
)
def test_a_paper_that_there_is_not_is_asked_about(typed: str) -> None:
    assert not papers_in(typed, TODAY)
    with pytest.raises(UnreadableInput) as refusal:
        paper_asked(typed, TODAY)
    assert refusal.value.message_id == "paper-not-read"


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("Договор № 5 от 01.02.2024 не исполнен", "5"),
        ("приказ № 12 от 5 марта подписан, замечаний нет", "12"),
        ("по проекту: приказ № 12 от 5 марта", "12"),
        ("order No. 12 of 5 March, not all of it done", "12"),
    ],
)
def test_what_is_not_done_yet_is_not_the_paper(typed: str, number: str) -> None:
    assert [p.paper.number for _, p in papers_in(typed, TODAY)] == [number]

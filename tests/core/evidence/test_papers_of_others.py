"""A paper of another body, of another row or of a time before proves nothing of this report."""

from __future__ import annotations

from datetime import date

import pytest

from core.evidence.named_papers import paper_asked, papers_in
from core.kernel.errors import UnreadableInput

TODAY = date(2024, 3, 26)


@pytest.mark.parametrize(
    "typed",
    [
        "это не наш приказ №33 от 01.02.2024, а минздрава",
        "приказ № 33 от 01.02.2024 не наш",
        "приказ № 33 минздрава, не наш",
        "чужой приказ № 33",
        "приказ соседней поликлиники № 33",
        "приказ № 33 соседней поликлиники",
        "приказ № 33 от 01.02.2024 другой больницы",
        "приказ № 33 по другому мероприятию",
        "приказ № 33 от 01.02.2024 к другому пункту",
        "прошлогодний приказ № 33",
        "приказ № 33 за прошлый год",
        "№41 бұйрық көрші емхананікі",
        "№ 33 бұйрық министрліктікі",
        "№ 33 бұйрық біздікі емес",
        "№ 33 бұйрық басқа ауруханадан",
        "көрші емхананың № 33 бұйрығы",
        "басқа мекеменің № 33 бұйрығы",
        "№ 33 бұйрық басқа тармаққа",
        "былтырғы № 33 бұйрық",
        "№ 33 буйрык коршы емхананыки",
        "order #41 belongs to the next clinic",
        "order #33 is not ours",
        "not our order #33 of 1 February 2024",
        "the neighbouring hospital's order No. 33",
        "order #33 is from another hospital",
        "order #33 is for another activity",
        "last year's order No. 33",
    ],
)
def test_a_paper_of_another_is_asked_about(typed: str) -> None:
    assert not papers_in(typed, TODAY)
    with pytest.raises(UnreadableInput) as refusal:
        paper_asked(typed, TODAY)
    assert refusal.value.message_id == "paper-not-read"


@pytest.mark.parametrize(
    "typed",
    [
        "приказ МЗ РК № 33 от 01.02.2024",
        "приказ главного врача № 33 от 01.02.2024",
        "приказ № 33 от 01.02.2024 наш",
        "№ 33 бұйрық біздікі",
        "our order No. 33 of 1 February",
        "order No. 33 belongs to our hospital",
    ],
)
def test_ones_own_is_kept(typed: str) -> None:
    assert [p.paper.number for _, p in papers_in(typed, TODAY)] == ["33"]


NAMED_APART = [
    "это приказ другого отделения, №45 от 12.03.2024",
    "приказ другого отделения: №45 от 12.03.2024",
    "приказ соседнего отдела - №45 от 12.03.2024",
    "это чужой приказ, № 45 от 12.03.2024",
    "это не наш приказ, №45 от 12.03.2024",
    "№45 от 12.03.2024, это приказ другого отделения\n№45 от 12.03.2024 — приказ другого отдела",
    "№45 от 12.03.2024, другого отделения",
    "приказ №45 от 12.03.2024 издало другое отделение",
    "приказ №45 от 12.03.2024 издан другим отделением",
    "приказ выпустил другой отдел, №45 от 12.03.2024",
    "документ соседней клиники, акт №45 от 12.03.2024",
    "это протокол другой комиссии, №45 от 12.03.2024",
    "это акт другого цеха, №45 от 12.03.2024",
    "договор другой компании, №45 от 12.03.2024",
    "приказ (другого отделения) №45 от 12.03.2024",
    "приказ другого медицинского отделения, №45 от 12.03.2024",
    "приказ иного подразделения, №45 от 12.03.2024",
    "прислали приказ другого отделения, №45 от 12.03.2024",
    "приказ из другого отделения, №45 от 12.03.2024",
    "это приказ по другому пункту, №45 от 12.03.2024",
    "это прошлогодний приказ, №45",
    "приказ другого отделения\n№45 от 12.03.2024",
    "это приказ не нашего отделения, №45 от 12.03.2024",
    "это приказ не по нашему отделению, №45 от 12.03.2024",
    "that's another department's order, No. 45 of 12.03.2024",
    "this is another ward's order: No. 45 of 12.03.2024",
    "order of another department, No. 45 of 12.03.2024",
    "that order is another department's, No. 45 of 12.03.2024",
    "No. 45 of 12.03.2024, that's another department's order",
    "No. 45 of 12.03.2024 is another department's order",
    "No. 45 of 12.03.2024 - another department's",
    "it belongs to another department, No. 45 of 12.03.2024",
    "someone else's order, No. 45 of 12.03.2024",
    "this one isn't ours: No. 45 of 12.03.2024",
    "No. 45 of 12.03.2024 isn't ours",
    "order No. 45 of 12.03.2024 was issued by another department",
    "order issued by another unit, No. 45 of 12.03.2024",
    "the order of the neighbouring ward, No. 45 of 12.03.2024",
    "a different department's minutes, No. 45 of 12.03.2024",
    "another team's act, no. 45 of 12.03.2024",
    "the other hospital's contract, no. 45 of 12.03.2024",
    "last year's order, No. 45",
    "order for another activity, No. 45 of 12.03.2024",
    "бұл басқа бөлімнің бұйрығы, №45 12.03.2024",
    "бұл басқа бөлімшенің бұйрығы, №45, 12.03.2024",
    "басқа бөлімнің бұйрығы: №45 12.03.2024",
    "көрші бөлімнің бұйрығы, №45 12.03.2024",
    "№45 12.03.2024, бұл басқа бөлімнің бұйрығы",
    "№45 бұйрық 12.03.2024 — басқа бөлімдікі",
    "№45 бұйрық 12.03.2024 басқа бөлімнен",
    "басқа бөлім шығарған бұйрық, №45 12.03.2024",
    "бұл біздің бұйрық емес, №45 12.03.2024",
    "бұл біздікі емес, №45 12.03.2024",
    "бөтен бұйрық, №45 12.03.2024",
    "өзге мекеменің бұйрығы, №45 12.03.2024",
    "басқа комиссияның хаттамасы, №45 12.03.2024",
    "басқа компанияның шарты, №45 12.03.2024",
    "баска болимнин буйрыгы, №45 12.03.2024",
    "былтырғы бұйрық, №45",
    "басқа тармақтың бұйрығы, №45 12.03.2024",
]
"""Whose it is stands in the part before the number or behind, or between it and what the paper is called."""

OWN = [
    "приказ отдела кадров, №45 от 12.03.2024",
    "приказ нашего отделения, №45 от 12.03.2024",
    "это наш приказ, №45 от 12.03.2024",
    "приказ другого отделения не нужен, наш №45 от 12.03.2024",
    "приказ управления здравоохранения, №45 от 12.03.2024",
    "протокол комиссии, №45 от 12.03.2024",
    "это другой приказ, №45 от 12.03.2024",
    "не чужой, а наш приказ №45 от 12.03.2024",
    "order of our department, No. 45 of 12.03.2024",
    "another order, No. 45 of 12.03.2024",
    "the other order, No. 45 of 12.03.2024",
    "our order, not another department's, No. 45 of 12.03.2024",
    "біздің бөлімнің бұйрығы, №45 12.03.2024",
    "басқа бұйрық, №45 12.03.2024",
    "бөлімнің бұйрығы, №45 12.03.2024",
]


@pytest.mark.parametrize("typed", NAMED_APART)
def test_whose_a_paper_is_may_be_said_apart_from_its_number(typed: str) -> None:
    assert not papers_in(typed, TODAY)
    with pytest.raises(UnreadableInput) as refusal:
        paper_asked(typed, TODAY)
    assert refusal.value.message_id == "paper-not-read"


@pytest.mark.parametrize("typed", OWN)
def test_words_like_those_of_anothers_leave_ones_own(typed: str) -> None:
    assert [p.paper.number for _, p in papers_in(typed, TODAY)] == ["45"]

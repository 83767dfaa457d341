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

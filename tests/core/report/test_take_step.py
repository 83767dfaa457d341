"""One step of a card: against the plan that was shown, and over nobody else's answer (domain, §1 and §6)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.figures.required import plan_mark
from core.kernel.errors import ChangedElsewhere, PlanChanged
from core.plan.model import Unit
from core.plan.reports import Measure
from core.ports.unit_of_work import Storage
from core.report.take_step import LastSeen, is_unseen, refuse_other_plan, refuse_unseen
from tests.core.office import COLLEAGUE, NAMES, OFFICER, recorded
from tests.core.report.cards import owed

MONEY = (Measure(id="main", unit=Unit.MONEY, scale=3, plan=Decimal(6000)),)


def test_a_button_of_a_former_plan_records_nothing() -> None:
    refuse_other_plan(MONEY, plan_mark(MONEY))
    refuse_other_plan(MONEY, None)  # the card showed no plan
    with pytest.raises(PlanChanged) as found:
        refuse_other_plan(MONEY, "0" * 8)
    assert found.value.for_card == {"mark": plan_mark(MONEY)}


@pytest.mark.parametrize(
    ("card", "unseen"),
    [
        (LastSeen(1, seen=4), False),
        (LastSeen(1, seen=3), True),
        (LastSeen(1), False),
        (LastSeen(2, seen=1), False),
        (LastSeen(2, seen=1, last=1), True),
        (LastSeen(None), False),
    ],
)
def test_what_was_recorded_since_the_card_showed_it_is_unseen(card: LastSeen, unseen: bool) -> None:
    assert is_unseen(owed(revision=4), card) is unseen


async def test_what_a_colleague_recorded_is_not_overwritten_unseen(office: Storage) -> None:
    async with office.begin() as work:
        o = await recorded(work, COLLEAGUE)
        before = LastSeen(o.id, seen=o.revision - 1)
        await refuse_unseen(work, COLLEAGUE, o, before)
        await refuse_unseen(work, OFFICER, o, LastSeen(o.id, seen=o.revision))
        with pytest.raises(ChangedElsewhere) as found:
            await refuse_unseen(work, OFFICER, o, before)
        assert found.value.args_for_text == {"who": NAMES[COLLEAGUE]}

"""A typed figure that looks like a slip and tells what was meant: tenge in a row of millions, a part for the total.

Each is odd (`core.figures.typed_figures.oddities`), so that it is asked about once; beside the yes stands what was likely meant
(domain, §4: a bare number is in the row's scale; domain, §3: the lead's report is the consolidated one;
domain, §5: running totals).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from core.figures.typed_figures import oddities, shifted
from core.plan.model import Unit
from core.plan.reports import Draft, Measure
from core.report.draft_steps import confirmed

_SCALE_CODES = frozenset(("over-ten-times", "under-a-tenth"))


@dataclass(frozen=True, slots=True)
class Slip:
    """What a figure was likely meant to be, in the measure's own scale."""

    code: Literal["bare-tenge", "below-running", "below-others"]
    instead: Decimal


def slip_of(value: Decimal, measure: Measure) -> Slip | None:
    """The slip that a figure looks like; None for a plain figure, and for one that is odd without telling more."""
    if (tenge := _from_tenge(value, measure)) is not None:
        return Slip("bare-tenge", tenge)
    if measure.already is not None and value < measure.already:
        code: Literal["below-running", "below-others"] = (
            "below-running" if measure.cumulative else "below-others"
        )
        return Slip(code, measure.already + value)
    return None


def slips_in(figures: Mapping[str, Decimal], measures: Sequence[Measure]) -> dict[str, Slip]:
    """The slips among several figures, by measure, in the measures' order.

    A total that was told by source is not among them, unless all of it is in tenge: the parts would not make the other.
    """
    found = {m.id: slip for m in measures if m.id in figures and (slip := slip_of(figures[m.id], m))}
    split = {m.part_of for m in measures if m.id in figures and m.part_of}
    return {id: slip for id, slip in found.items() if slip.code == "bare-tenge" or id not in split}


def mended(figures: Mapping[str, Decimal], measures: Sequence[Measure]) -> dict[str, Decimal] | None:
    """The figures as they were likely meant, those beside a slip as they are; None where nothing looks like a slip."""
    slips = slips_in(figures, measures)
    if not slips:
        return None
    in_tenge = {id for id, slip in slips.items() if slip.code == "bare-tenge"}
    parts = {
        m.id: shifted(figures[m.id], -m.scale) for m in measures if m.part_of in in_tenge and m.id in figures
    }
    return {**figures, **{id: slip.instead for id, slip in slips.items()}, **parts}


def take_mended(draft: Draft, measures: Sequence[Measure], figures: Mapping[str, Decimal]) -> Draft:
    """What waited, confirmed with the figures that were meant; one that is a slip in its turn is asked about again."""
    waiting = draft.model_copy(update={"odd": dict(figures)})
    if slips_in(figures, measures):
        return draft.changed(odd=dict(figures), proposal=draft.proposal)
    return confirmed(waiting, measures).model_copy(update={"before": draft.without_past()})


def _from_tenge(value: Decimal, measure: Measure) -> Decimal | None:
    """The figure in the row's scale if it was typed in tenge: of the plan's order then, and not as it stands."""
    if measure.unit is not Unit.MONEY or measure.scale <= 0 or not measure.plan:
        return None
    if value == 0 or not _SCALE_CODES & set(oddities(value, measure)):
        return None
    moved = shifted(value, -measure.scale)
    return None if _SCALE_CODES & set(oddities(moved, measure)) else moved

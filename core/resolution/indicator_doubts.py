"""Answers to doubts about indicators: one that was read out of two places, taken apart again."""

from __future__ import annotations

from core.plan.model import Doubt, Indicator, ReadPlan

_VALUE = "target:"


def indicators_apart(read: ReadPlan, doubt: Doubt) -> ReadPlan:
    """The reading with the second printing of an indicator as one of its own, with the values that it printed."""
    kept = doubt.kept
    known = next((i for i in read.indicators if kept and i.code == kept.above), None)
    if kept is None or known is None:
        return read
    values = {name.removeprefix(_VALUE): v for name, v in kept.cells.items() if name.startswith(_VALUE)}
    left = {p: v for p, v in known.values.items() if f"{_VALUE}{p}" not in kept.joined}
    second = Indicator(
        code=f"{known.code}.2",
        section=kept.section,
        number=kept.cells.get("number"),
        title=kept.cells["title"],
        unit=kept.cells.get("unit"),
        better=known.better,
        values=values,
    )
    indicators: list[Indicator] = []
    for one in read.indicators:
        indicators += [one.model_copy(update={"values": left}), second] if one.code == known.code else [one]
    return read.model_copy(update={"indicators": tuple(indicators)})

"""Which of a row's measures are asked for, and what a tick alone says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from zlib import crc32

from core.plan.model import Unit
from core.plan.reports import Measure


def main_measure(measures: Sequence[Measure]) -> Measure:
    """The measure that the plan value of the period belongs to; every row has one."""
    return next(m for m in measures if m.role == "main")


def measure_by_id(measures: Sequence[Measure], id: str | None) -> Measure | None:
    return next((m for m in measures if m.id == id), None)


def is_ticked(measures: Sequence[Measure]) -> bool:
    """Whether a row is a goal in words alone: done, done in part or not, and no figure to say which."""
    main = main_measure(measures)
    return main.unit is Unit.TEXT and main.plan is None


def is_plain(measures: Sequence[Measure]) -> bool:
    """Whether "as planned" answers all: each figure that is asked for has a plan value, or a tick says it."""
    return (
        is_ticked(measures)
        or all(m.plan is not None for m in measures if m in asked_for(measures))
        or (main_measure(measures).unit is Unit.PRESENCE and len(measures) == 1)
    )


def asked_for(measures: Sequence[Measure]) -> list[Measure]:
    """The measures that take a typed figure, in order; the main one of a row that has no other."""
    main = main_measure(measures)
    under_tick = main.unit is Unit.PRESENCE or (main.unit is Unit.TEXT and main.plan is None)
    found = [m for m in measures if m.role != "by_source" and (m is not main or not under_tick)]
    return found or [main]


def missing(figures: Mapping[str, Decimal], measures: Sequence[Measure]) -> list[Measure]:
    """The measures that still wait for their figure."""
    return [m for m in asked_for(measures) if m.id not in figures] if measures else []


def plan_mark(measures: Sequence[Measure]) -> str:
    """What is planned, in eight hexadecimal digits: a button that records it carries them, so that an amended plan
    (domain, §1) is never recorded by a button that still shows the former value."""
    planned = [(m.id, m.unit, m.scale, str(m.plan), [s.code for s in m.stages]) for m in measures]
    return f"{crc32(repr(planned).encode()):08x}"

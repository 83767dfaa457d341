"""Columns of several years ("2026-2030"): each year of them owes a report, and none has the span's plan for its own."""

from __future__ import annotations

from collections.abc import Mapping

from core.kernel.periods import Period
from core.kernel.text import dashes


def is_printed(value: str) -> bool:
    """Whether a plan cell plans anything, a zero and a plus too: blank and "-" do not."""
    return bool(value.strip()) and dashes(value.strip()) != "-"


def span_of(values: Mapping[str, str], period: str) -> str | None:
    """The column of several years whose value a year owes by; None where the period has a value of its own, or none holds it.

    Raises ValueError where a value stands under what is not a period.
    """
    if is_printed(values.get(period, "")):
        return None
    spans = [code for code, value in values.items() if len(code) > len(period) and is_printed(value)]
    if not spans or Period.parse(period).cycle != "year":
        return None
    at = Period.parse(period)
    held = (span for code in spans if (span := Period.parse(code)).cycle is None)
    return next((span.code for span in held if span.start <= at.start and at.end <= span.end), None)


def of_span(code: str, value: str) -> str:
    """A plan value as a year of its span shows it: "2026–2030: 8 кабинетов", which is no number of the year's own."""
    return f"{code.replace('-', '–')}: {value}"

"""How a plan goes by time: what an empty one has columns for."""

from __future__ import annotations

from enum import StrEnum


class Rhythm(StrEnum):
    """The columns of plan values: one a quarter, month or year; a letter of a stage a quarter; none, as work of weeks and days has."""

    QUARTERS = "quarters"
    MONTHS = "months"
    YEARS = "years"
    STAGES = "stages"
    WEEKS = "weeks"

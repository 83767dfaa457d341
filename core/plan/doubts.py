"""The closed list of what a reading can be in doubt about; the words of each are `doubt-<code>` in the locales.

The arguments of each code (`Doubt.args`), all strings, are named beside it.
"""

from __future__ import annotations

from enum import StrEnum


class DoubtCode(StrEnum):
    """Why a cell, a row or a table could not be read with certainty."""

    TARGET_OUTSIDE_DEADLINE = "target-outside-deadline"  # deadline, periods
    TARGETS_MISSING_TURNS = "targets-missing-turns"  # deadline, periods
    TARGETS_BLANK = "targets-blank"
    VALUE_UNREAD = "value-unread"  # value, period
    VALUE_NOT_COMPUTED = "value-not-computed"  # value
    UNIT_UNKNOWN = "unit-unknown"  # unit
    DEADLINE_UNREAD = "deadline-unread"  # deadline
    DEADLINE_PARTLY_READ = "deadline-partly-read"  # deadline, rest
    DEADLINE_YEAR_ASSUMED = "deadline-year-assumed"  # deadline, year
    DEADLINE_YEAR_MISSING = "deadline-year-missing"  # deadline
    DEADLINE_BEFORE_PERIOD = "deadline-before-period"  # deadline
    DEADLINE_MISSING = "deadline-missing"
    DEADLINE_BACKWARDS = "deadline-backwards"  # deadline
    DEADLINE_END_MISSING = (
        "deadline-end-missing"  # deadline: a start, and neither an end nor how long it lasts
    )
    DEADLINE_OUTSIDE_PLAN = "deadline-outside-plan"  # deadline
    RESPONSIBLE_MISSING = "responsible-missing"
    RESPONSIBLE_SPLIT = "responsible-split"  # printed, names
    RESPONSIBLE_VARIANT = "responsible-variant"  # printed, name
    RESPONSIBLE_UNCLEAR = "responsible-unclear"  # printed
    POST_NEARLY_KNOWN = "post-nearly-known"  # printed, name; found on import, against the register of posts
    MONEY_IN_WORDS = "money-in-words"  # value
    TOTAL_DIFFERS = (
        "total-differs"  # printed, sum, of (periods, sources, rows), at (period or total; of rows)
    )
    INDICATOR_JOINED = "indicator-joined"  # printed, name
    ROW_CONTINUED = "row-continued"  # value
    ROW_PARTED = "row-parted"  # value, count; the works after the first are rows of their own (`Kept.rows`)
    ROW_REPEATED = "row-repeated"  # table, first, count; the rows of both tables stand in `Kept.rows`
    ROW_UNPLACED = "row-unplaced"  # value
    ROW_NOT_IN_FORCE = "row-not-in-force"  # value
    CARRIED_DOWN = "carried-down"  # column
    COLUMN_UNKNOWN = "column-unknown"  # column
    COLUMN_GUESSED = "column-guessed"  # column, role
    COLUMN_OF_FACTS = "column-of-facts"  # column
    HEADER_MISSING = "header-missing"
    TABLE_UNRULED = "table-unruled"
    ROW_UNSURE = "row-unsure"  # value
    PAGE_UNREAD = "page-unread"  # pages
    LETTERS_UNREAD = "letters-unread"  # value
    YEAR_MISSING = "year-missing"

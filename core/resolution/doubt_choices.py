"""The words of answers to doubts, and what may be typed instead; which a doubt has, `core.resolution.settling` says."""

from __future__ import annotations

from enum import StrEnum


class Answer(StrEnum):
    """What a coordinator can say to a doubt, in words of its buttons; which of them, `answers` says."""

    KEPT = "kept"  # what was read stands
    VALUES = "values"  # the value's period is right
    DEADLINE = "deadline"  # the deadline is right: the value moves
    BEFORE = "before"  # by the day before the time that is named begins
    TURNS = "turns"  # reports for the other periods too
    NOTHING = "nothing"  # nothing is planned, nothing is owed
    SAME = "same"  # one post in two spellings
    TWO = "two"  # two posts
    ONE = "one"  # the cell is one name
    UNIT = "unit"  # with the unit behind it
    SUM = "sum"  # the sum of the parts is right
    ABOVE = "above"  # the loose row belongs to the row above
    BELOW = "below"  # to the row below
    OWN = "own"  # it is a row of its own
    ONCE = "once"  # what is there twice is taken once
    WHOLE = "whole"  # what was parted into rows is one work
    BLANK = "blank"  # a blank cell says nothing
    PLANNED = "planned"  # the column's values are plan values
    OUT = "out"  # the column is left out
    ROLE = "role"  # with what the column is behind it
    TYPE = "type"  # with what was typed behind it


class Typed(StrEnum):
    """What can be typed while a doubt is shown."""

    DEADLINE = "deadline"
    VALUE = "value"
    NAMES = "names"
    TOTAL = "total"  # the right sum, or the right cell: "2026: 250"
    PERIOD = "period"  # whose plan values a column holds

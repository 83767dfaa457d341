"""Files of many layouts, each against what a careful person reads in it (see `tests.documents.tables`)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.tables.judging import Judged, files_of, judged

HERE = Path(__file__).parent
REFUSED = {"orders-in-paragraphs.docx"}
"""Files without a table: rows in paragraphs are not read."""


def _all(folder: str) -> list[Judged]:
    return [judged(*pair) for pair in files_of(HERE / folder)]


@pytest.mark.parametrize(
    ("folder", "whole"),
    [
        ("kinds", 18),
        ("set-1", 26),
        ("set-2", 30),
        ("set-3", 28),
        ("set-4", 29),
        ("set-5", 30),
        ("set-6", 30),
        ("set-7", 30),
        ("set-8", 28),
    ],
)
def test_as_many_are_read_whole_as_when_they_were_last_looked_through(folder: str, whole: int) -> None:
    found = _all(folder)
    assert {one.name for one in found if one.refused} <= REFUSED
    assert sum(one.whole for one in found) >= whole, [one.name for one in found if not one.whole]


@pytest.mark.parametrize(
    ("folder", "share"),
    [
        ("kinds", 0.0),
        ("set-1", 0.005),
        ("set-2", 0.0),
        ("set-3", 0.006),
        ("set-4", 0.0),
        ("set-5", 0.0),
        ("set-6", 0.0),
        ("set-7", 0.0),
        ("set-8", 0.001),
    ],
)
def test_hardly_a_cell_is_wrong_in_silence(folder: str, share: float) -> None:
    """`share` of the cells at most is wrong and named by no doubt."""
    found = _all(folder)
    silent = [(one.name, one.wrong) for one in found if one.silent]
    assert sum(one.silent for one in found) <= share * sum(one.cells for one in found), silent


@pytest.mark.parametrize(
    "folder", ["kinds", "set-1", "set-2", "set-3", "set-4", "set-5", "set-6", "set-7", "set-8"]
)
def test_what_is_right_is_seldom_doubted(folder: str) -> None:
    """At most one doubt for every five rows, over all files in which nothing is wrong."""
    right = [one for one in _all(folder) if one.whole]
    assert sum(one.doubts for one in right) * 5 <= sum(one.rows for one in right)

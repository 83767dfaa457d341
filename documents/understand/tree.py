"""Rows and their parents, by number: 1 → 1.1 → 1.1.1 within the same top section."""

from __future__ import annotations

from collections.abc import Sequence

from documents.understand.context import Draft


def parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each row, the place of its parent: the nearest earlier row of its section whose number its own begins with."""
    latest: dict[tuple[str | None, str], int] = {}
    found: list[int | None] = []
    for at, draft in enumerate(drafts):
        number = draft.fields.get("number", "")
        found.append(_parent(draft.section, number, latest))
        if number:
            latest[draft.section, number] = at
    return found


def _parent(section: str | None, number: str, latest: dict[tuple[str | None, str], int]) -> int | None:
    stem = number
    while "." in stem:
        stem = stem.rpartition(".")[0]
        at = latest.get((section, stem))
        # "1.1" from before the last "1" hangs on another "1": numbers begin anew.
        if at is not None and at >= latest.get((section, stem.rpartition(".")[0]), -1):
            return at
    return None

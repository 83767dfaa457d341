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
        parent: int | None = None
        stem = number
        while "." in stem and parent is None:
            stem = stem.rpartition(".")[0]
            parent = latest.get((draft.section, stem))
        found.append(parent)
        if number:
            # A number that begins anew closes what hung on its namesake.
            for key in [k for k in latest if k[0] == draft.section and k[1].startswith(f"{number}.")]:
                del latest[key]
            latest[draft.section, number] = at
    return found

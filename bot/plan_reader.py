"""Reading a plan file in a worker: named here, so that the bot's own process never loads the readers."""

from __future__ import annotations

from core.plan.columns import ReadingMap
from core.plan.model import ReadPlan


def read_in_worker(content: bytes, name: str, said: ReadingMap) -> ReadPlan:
    """The plan in a file's bytes, by what is said of its columns. Raises what `documents.reading.read_plan` does."""
    from documents.reading import read_plan

    return read_plan(content, name, said)

"""`python -m tests.officer`: what each kind of row costs an officer in taps and messages, in each language."""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
from pathlib import Path

import structlog

from tests.officer.engineering_plan import accepted
from tests.officer.walkthrough import LANGUAGES, all_as_planned, officer, whole_quarter
from tests.talk.worlds import living


async def count(template: Path, language: str) -> list[str]:
    """A line for each row of the plan, and one for the whole quarter all as planned."""
    with tempfile.TemporaryDirectory() as folder:
        async with living(Path(folder), template) as world:
            counts = await whole_quarter(await officer(world, language), language)
    with tempfile.TemporaryDirectory() as folder:
        async with living(Path(folder), template) as world:
            taps = await all_as_planned(await officer(world, language))
    lines = [f"{c.taps:4} {c.messages:8}   {c.kind}" for c in counts]
    return [*lines, f"{taps:4} {0:8}   the whole quarter, all as planned, from home to receipt"]


def main() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR))
    with tempfile.TemporaryDirectory() as folder:
        template = accepted(Path(folder) / "orynda.db")
        for language in LANGUAGES:
            sys.stdout.write(f"\n{language}\ntaps messages\n")
            sys.stdout.write("\n".join(asyncio.run(count(template, language))) + "\n")


if __name__ == "__main__":
    main()

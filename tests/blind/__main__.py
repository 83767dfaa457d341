"""`python -m tests.blind SET.jsonl …`: what the bot makes of each text of a set; the faults, then the counts."""

from __future__ import annotations

import argparse
import asyncio
import json
import logging
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import structlog

from tests.blind.asking import Asker
from tests.blind.judging import seen, verdict
from tests.blind.rows import with_rows
from tests.talk.worlds import living


async def judged(
    items: list[dict[str, Any]], folder: Path, *, over_http: bool = False
) -> list[tuple[dict[str, Any], str, str]]:
    """Each item with its verdict and what was recorded."""
    (folder / "bot").mkdir()
    database = await with_rows(folder)
    async with living(folder / "bot", database, over_http=over_http) as world:
        asker = Asker(world)
        found: list[tuple[dict[str, Any], str, str]] = []
        for item in items:
            taken = await asker.ask(item)
            found.append((item, verdict(item, taken), f"{seen(item, taken)} | {taken.said!r}"))
    return found


def read_set(path: Path) -> list[dict[str, Any]]:
    """The items of a set."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("sets", nargs="+", type=Path)
    parser.add_argument("--language")
    parser.add_argument("--kind")
    parser.add_argument("--asked", action="store_true", help="list what was asked about as well")
    args = parser.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    items = [item for path in args.sets for item in read_set(path)]
    items = [i for i in items if args.language in (None, i["lang"]) and args.kind in (None, i["kind"])]
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(judged(items, Path(folder)))
    shown = ("wrong", "asked") if args.asked else ("wrong",)
    for item, what, recorded in found:
        if what in shown:
            sys.stdout.write(
                f"{what} {item['id']} {item['kind']} {item.get('row', '')}: {item['text']!r}"
                f" wants {item['want']} got {recorded[:400]}\n"
            )
    sys.stdout.write("\nlanguage kind      right asked annoying wrong\n")
    counts = Counter((i["lang"], i["kind"], what) for i, what, _ in found)
    needless = Counter(
        (i["lang"], i["kind"]) for i, w, _ in found if w == "asked" and i.get("ok_asked") is False
    )
    for language, kind in sorted({(i["lang"], i["kind"]) for i in items}):
        right, asked, wrong = (counts[language, kind, what] for what in ("right", "asked", "wrong"))
        sys.stdout.write(
            f"{language:8} {kind:9} {right:5} {asked:5} {needless[language, kind]:8} {wrong:5}\n"
        )
    whole = Counter(what for _, what, _ in found)
    sys.stdout.write(f"all {len(found)}: {dict(whole)}, annoying {sum(needless.values())}\n")


if __name__ == "__main__":
    main()

"""`python -m tests.upgrade`: whether each button of the older database's cards is answered to the letter as it was."""

from __future__ import annotations

import asyncio
import sys

from structlog.testing import capture_logs

from tests.upgrade.comparing import both, differences


def main() -> int:
    """→ the exit status: 1 where something differs."""
    with capture_logs():
        expected, found = asyncio.run(both())
    told = differences(expected, found)
    pressed = sum(len(card["presses"]) for card in expected["cards"])
    lines = [*told[:20], f"{len(expected['cards'])} cards, {pressed} buttons: {len(told)} differ"]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())

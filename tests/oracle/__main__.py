"""`python -m tests.oracle`: what five real plans owe by the program, and how much of it the oracle says as well."""

from __future__ import annotations

import sys
from collections import Counter

from bot.workdays import KazakhstanDays
from tests.oracle.owed import TAKEN, Owed, Readings, owed
from tests.oracle.program import OF_PROGRAM, RULES, derived, reading


def table(name: str, days: KazakhstanDays) -> list[str]:
    """The lines about one plan: its reports by kind with their first and last due day, and those that are equal."""
    found = derived(reading(name), RULES[name], days)
    equal = [_equal(name, found, days, readings) for readings in (TAKEN, OF_PROGRAM)]
    lines = [f"{name:14} reports  first due   last due    equal  as the program reads the page"]
    for kind in sorted({one.kind for one in found}):
        dues = sorted(one.report_due for one in found if one.kind == kind)
        lines.append(
            f"{kind:14} {len(dues):7}  {dues[0]}  {dues[-1]}  {equal[0][kind]:5}  {equal[1][kind]:5}"
        )
    lines.append(f"{'in all':14} {len(found):7} {'':24}  {equal[0].total():5}  {equal[1].total():5}")
    return lines


def _equal(name: str, found: list[Owed], days: KazakhstanDays, readings: Readings) -> Counter[str]:
    """By kind, how many of the program's reports are the oracle's in every field."""
    others = set(owed(reading(name), RULES[name], days.is_working_day, readings))
    return Counter(one.kind for one in found if one in others)


def main() -> None:
    days = KazakhstanDays()
    for name in RULES:
        sys.stdout.write("\n".join(table(name, days)) + "\n\n")


if __name__ == "__main__":
    main()

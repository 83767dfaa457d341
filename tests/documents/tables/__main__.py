"""A line for each file of a folder, and a summary: how its plans are read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from tests.documents.tables.judging import files_of, judged


def main() -> None:
    """Prints the verdicts; with --rows each cell that was read otherwise."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", action="store_true")
    args = parser.parse_args()
    found = [judged(*pair) for pair in files_of(args.folder)]
    for one in found:
        said = "refused" if one.refused else (
            f"rows {one.right:3} of {one.rows:3}, {one.invented} invented; wrong {len(one.wrong)} of {one.cells}, "
            f"silent {one.silent}; doubts {one.doubts}"
        )  # fmt: skip
        sys.stdout.write(f"{one.name:44} {said}\n")
        for row, field, wanted, seen in one.wrong if args.rows else ():
            sys.stdout.write(f"    {row} {field}: {wanted!r} was read {seen!r}\n")
    cells, silent = sum(o.cells for o in found), sum(o.silent for o in found)
    sys.stdout.write(
        f"{len(found)} files: {sum(o.whole for o in found)} whole, {sum(o.refused for o in found)} refused, "
        f"silent {silent} of {cells} cells\n"
    )


main()

"""For each real plan: rows, doubts, cells read otherwise, and those of them that no doubt covers.

    python -m tests.documents.count

Exit status 1 if any cell was read wrong in silence.
"""

from __future__ import annotations

import sys

from core.plan.doubts import DoubtCode
from core.plan.model import ReadPlan
from documents.reading import read_plan
from tests.documents.compare import PLANS, Difference, expected, share

FILES = {"hospital-2024": "docx", "covid-2020": "docx", "almaty-2030": "xlsx"}


def silent(read: ReadPlan, wrong: list[Difference]) -> list[Difference]:
    """The differences that no doubt is about: neither about the row's field nor about a name in it."""
    doubted = {(d.activity, d.field) for d in read.doubts}
    variants = {d.args["name"] for d in read.doubts if d.code == DoubtCode.RESPONSIBLE_VARIANT}
    by_id = {a.id: a for a in read.activities}
    return [
        (row, field, wanted, got)
        for row, field, wanted, got in wrong
        if (row, field) not in doubted
        and not (field == "responsibles" and row in by_id and variants & set(by_id[row].responsibles))
    ]


def main() -> int:
    """Prints the counts."""
    missed = 0
    for name, kind in FILES.items():
        read = read_plan(PLANS / f"{name}.{kind}")
        fidelity, wrong = share(expected(name), read)
        quiet = silent(read, wrong)
        missed += len(quiet)
        sys.stdout.write(
            f"{name:14} rows {len(read.activities):4}  doubts {len(read.doubts):3}  fidelity {fidelity:.4f}  "
            f"wrong {len(wrong)}  wrong without a doubt {len(quiet)}\n"
        )
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())

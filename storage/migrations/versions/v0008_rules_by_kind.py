"""Rules by kind: live plans keep the days that they had, though kinds of deadlines have days of their own from now on."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_KINDS = {kind: {"due_by": "plan"} for kind in ("dated", "period", "recurring")}
_PLAN = sa.table(
    "plan", sa.column("id", sa.BigInteger), sa.column("rule", sa.Text), sa.column("status", sa.Text)
)


def upgrade() -> None:
    """Until now each row was due with the cycle that held it. A waiting plan gets the days of the new rules."""
    for plan_id, rule in _rules():
        _write(plan_id, {**rule, "kinds": _KINDS})


def downgrade() -> None:
    """What was set for kinds, rows and the beginning of reporting is not known to the program before."""
    for plan_id, rule in _rules():
        later = ("kinds", "rows", "starts_on", "none_due_before")
        _write(plan_id, {name: value for name, value in rule.items() if name not in later})


def _rules() -> list[tuple[int, dict[str, Any]]]:
    found = op.get_bind().execute(sa.select(_PLAN.c.id, _PLAN.c.rule).where(_PLAN.c.status == "live")).all()
    return [(row.id, json.loads(row.rule)) for row in found]


def _write(plan_id: int, rule: dict[str, Any]) -> None:
    op.execute(_PLAN.update().where(_PLAN.c.id == plan_id).values(rule=json.dumps(rule)))

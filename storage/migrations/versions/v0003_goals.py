"""What the coordinator said of goals in words."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "plan",
        sa.Column("goals", sa.Text(), nullable=True, comment="what was said of goals, by row of the reading"),
    )


def downgrade() -> None:
    op.drop_column("plan", "goals")

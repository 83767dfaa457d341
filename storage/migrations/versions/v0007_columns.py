"""Columns: what was said of a file's tables, and of the tables of files of the same form."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "plan",
        sa.Column("said", sa.Text(), nullable=True, comment="what was said of the columns of its tables"),
    )
    op.create_table(
        "layout",
        sa.Column("layout", sa.Text(), nullable=False, comment="of core.plan.columns.TableSeen"),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("given_by", sa.BigInteger(), nullable=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("layout", name=op.f("pk_layout")),
    )


def downgrade() -> None:
    op.drop_table("layout")
    op.drop_column("plan", "said")

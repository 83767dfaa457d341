"""What is pointed out about evidence, and what it is known by again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_INDEXED = ("album", "dated", "sha256", "unique_id")


def upgrade() -> None:
    op.add_column(
        "evidence",
        sa.Column(
            "unique_id", sa.Text(), nullable=True, comment="Telegram's, the same wherever the file is sent"
        ),
    )
    op.add_column(
        "evidence", sa.Column("remarks", sa.Text(), nullable=True, comment="what was pointed out about it")
    )
    for column in _INDEXED:
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_evidence_{column}",
            "evidence",
            [column],
            unique=False,
            sqlite_where=there,
            postgresql_where=there,
        )


def downgrade() -> None:
    for column in _INDEXED:
        op.drop_index(f"ix_evidence_{column}", table_name="evidence")
    op.drop_column("evidence", "remarks")
    op.drop_column("evidence", "unique_id")

"""Requests of officers: another day, or not required; the days that were granted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OWN_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_ADDED = ("extended_deadline", "extended_due", "extended_closes")


def upgrade() -> None:
    for name in _ADDED:
        op.add_column("obligation", sa.Column(name, sa.Date(), nullable=True))
    op.add_column("obligation", sa.Column("excused", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column(
        "obligation",
        sa.Column("asking", sa.Text(), nullable=True, comment="the kind of the request that waits"),
    )
    op.create_table(
        "request",
        sa.Column("id", _OWN_ID, nullable=False),
        sa.Column("obligation_id", _OWN_ID, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("moves", sa.Text(), nullable=True),
        sa.Column("before", sa.Date(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("asked_by", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), nullable=False, comment="asked, granted, refused or taken_back"),
        sa.Column("decided_by", sa.BigInteger(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["obligation_id"], ["obligation.id"], name=op.f("fk_request_obligation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
    )
    op.create_index(op.f("ix_request_obligation_id"), "request", ["obligation_id"], unique=False)
    op.create_index(
        "ix_request_waiting",
        "request",
        ["obligation_id"],
        unique=True,
        sqlite_where=sa.text("state = 'asked'"),
        postgresql_where=sa.text("state = 'asked'"),
    )


def downgrade() -> None:
    op.drop_table("request")
    for name in ("asking", "excused", *_ADDED):
        op.drop_column("obligation", name)

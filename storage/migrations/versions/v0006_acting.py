"""Acting for others: substitutions, on behalf, who recorded a draft, invitations that take a post over."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_OWN_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "substitution",
        sa.Column("id", _OWN_ID, nullable=False),
        sa.Column("post_id", _OWN_ID, nullable=False),
        sa.Column("absent_id", sa.BigInteger(), nullable=False),
        sa.Column("substitute_id", sa.BigInteger(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("named_by", sa.BigInteger(), nullable=False),
        sa.Column("named_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_substitution_post_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_substitution")),
    )
    op.create_index(
        op.f("ix_substitution_substitute_id_ends"), "substitution", ["substitute_id", "ends"], unique=False
    )
    op.add_column(
        "person",
        sa.Column(
            "acting_for", sa.BigInteger(), nullable=True, comment="the post that a coordinator reports for"
        ),
    )
    op.add_column("invitation", sa.Column("takes_from", sa.BigInteger(), nullable=True))
    op.add_column("obligation", sa.Column("recorded_by", sa.BigInteger(), nullable=True))
    op.add_column("obligation", sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("submission", sa.Column("acting", sa.Text(), nullable=True, comment="in whose stead"))


def downgrade() -> None:
    op.drop_column("submission", "acting")
    op.drop_column("obligation", "recorded_at")
    op.drop_column("obligation", "recorded_by")
    op.drop_column("invitation", "takes_from")
    op.drop_column("person", "acting_for")
    op.drop_table("substitution")

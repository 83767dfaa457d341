"""New editions of plans, remembered answers to doubts, other names of posts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_OWN_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column(
        "plan",
        sa.Column(
            "recalled",
            sa.Text(),
            nullable=True,
            comment="places of the doubts that were answered by what is remembered",
        ),
    )
    op.create_table(
        "amendment",
        sa.Column("plan_id", _OWN_ID, autoincrement=False, nullable=False),
        sa.Column("amends", _OWN_ID, nullable=True, comment="NULL: another plan, the coordinator said"),
        sa.Column("pairs", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["amends"], ["plan.id"], name=op.f("fk_amendment_amends")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_amendment_plan_id")),
        sa.PrimaryKeyConstraint("plan_id", name=op.f("pk_amendment")),
    )
    op.create_index(op.f("ix_amendment_amends"), "amendment", ["amends"], unique=False)
    op.create_table(
        "ruling",
        sa.Column("key", sa.Text(), nullable=False, comment="of core.resolution.settling.key_of"),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("given_by", sa.BigInteger(), nullable=True),
        sa.Column("given_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_ruling")),
    )
    op.create_table(
        "former_row",
        sa.Column("activity_id", _OWN_ID, autoincrement=False, nullable=False),
        sa.Column("edition_id", _OWN_ID, autoincrement=False, nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("printed", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["activity_id"], ["activity.id"], name=op.f("fk_former_row_activity_id")),
        sa.ForeignKeyConstraint(["edition_id"], ["plan.id"], name=op.f("fk_former_row_edition_id")),
        sa.PrimaryKeyConstraint("activity_id", "edition_id", name=op.f("pk_former_row")),
    )
    op.create_table(
        "post_alias",
        sa.Column("folded", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("post_id", _OWN_ID, nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["post.id"], name=op.f("fk_post_alias_post_id")),
        sa.PrimaryKeyConstraint("folded", name=op.f("pk_post_alias")),
    )
    op.create_index(op.f("ix_post_alias_post_id"), "post_alias", ["post_id"], unique=False)


def downgrade() -> None:
    op.drop_table("post_alias")
    op.drop_table("former_row")
    op.drop_table("ruling")
    op.drop_table("amendment")
    op.drop_column("plan", "recalled")

"""The tables. What is a list or a model of its own is kept as JSON text, so that both engines read the same.

Who did something (submitted_by, added_by …) is kept as Telegram's id and points at no row: it stays true
whatever becomes of the person.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    false,
    text,
)

from storage.columns import OwnId, UtcTime

_WHERE = "where"

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _some(name: str, *columns: Column[object], where: str, unique: bool = False) -> Index:
    """An index over the few rows that a condition names; see `_conditions`."""
    return Index(name, *columns, unique=unique, info={_WHERE: where})


@event.listens_for(metadata, "before_create")
def _conditions(_: MetaData, connection: Connection, **__: object) -> None:
    """The conditions of indexes, in the words of the database that is made.

    Naming them at once (`sqlite_where=`, `postgresql_where=`) would load SQLAlchemy's part for each of the databases
    into every process: some 3 MiB that the one in use never needs.
    """
    for table in metadata.tables.values():
        for index in table.indexes:
            if _WHERE in index.info:
                index.dialect_options[connection.dialect.name]["where"] = text(index.info[_WHERE])


person = Table(
    "person",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("language_chosen", Boolean, nullable=False),
    Column("roles", Text, nullable=False, comment="words between spaces, with one at each end"),
    Column("joined_at", UtcTime, nullable=False),
    Column("left_at", UtcTime),
    Column("unreached_since", UtcTime),
    Column("reminder_hour", Integer, nullable=False),
    Column("snoozed_until", Date),
    Column("acting_for", BigInteger, comment="the post that a coordinator reports for"),
)

post = Table(
    "post",
    metadata,
    Column("id", OwnId, primary_key=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False, unique=True),
    Column("is_group", Boolean, nullable=False),
    Column("reports", OwnId, ForeignKey("post.id")),
)

post_alias = Table(
    "post_alias",
    metadata,
    Column("folded", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("post_id", OwnId, ForeignKey("post.id"), nullable=False, index=True),
)

holding = Table(
    "holding",
    metadata,
    Column("id", OwnId, primary_key=True),
    Column("post_id", OwnId, ForeignKey("post.id"), nullable=False),
    Column(
        "person_id",
        BigInteger,
        # Checked at the commit, so that a use case may name the post before it saves who holds it.
        ForeignKey("person.id", deferrable=True, initially="DEFERRED"),
        nullable=False,
    ),
    Column("since", UtcTime, nullable=False),
    Column("until", UtcTime),
)
_some("ix_holding_now", holding.c.person_id, holding.c.post_id, where="until IS NULL", unique=True)

substitution = Table(
    "substitution",
    metadata,
    Column("id", OwnId, primary_key=True),
    Column("post_id", OwnId, ForeignKey("post.id"), nullable=False),
    Column("absent_id", BigInteger, nullable=False),
    Column("substitute_id", BigInteger, nullable=False),
    Column("starts", Date, nullable=False),
    Column("ends", Date, nullable=False),
    Column("named_by", BigInteger, nullable=False),
    Column("named_at", UtcTime, nullable=False),
    Column("ended_at", UtcTime),
    Index(None, "substitute_id", "ends"),
)

invitation = Table(
    "invitation",
    metadata,
    Column("id", OwnId, primary_key=True),
    Column("token_hash", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("post_ids", Text, nullable=False),
    Column("plan_id", OwnId, ForeignKey("plan.id")),
    Column("created_by", BigInteger),
    Column("created_at", UtcTime, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("used_by", BigInteger),
    Column("used_at", UtcTime),
    Column("withdrawn_at", UtcTime),
    Column("takes_from", BigInteger),
)
_some("ix_invitation_open", invitation.c.id, where="used_at IS NULL AND withdrawn_at IS NULL")

plan = Table(
    "plan",
    metadata,
    Column("id", OwnId, primary_key=True),
    Column("status", Text, nullable=False, index=True),
    Column("title", Text),
    Column("organisation", Text),
    Column("period_start", Date),
    Column("period_end", Date),
    Column("reading", Text, nullable=False),
    Column("source_name", Text, nullable=False),
    Column("source_sha256", Text, nullable=False),
    Column("imported_by", BigInteger),
    Column("imported_at", UtcTime, nullable=False),
    Column("rule", Text, nullable=False),
    Column("settled", Text, nullable=False),
    Column("accepted_at", UtcTime),
    Column("recalled", Text, comment="places of the doubts that were answered by what is remembered"),
    Column("goals", Text, comment="what was said of goals, by row of the reading"),
    Column("said", Text, comment="what was said of the columns of its tables"),
)

amendment = Table(
    "amendment",
    metadata,
    Column("plan_id", OwnId, ForeignKey("plan.id"), primary_key=True, autoincrement=False),
    Column(
        "amends", OwnId, ForeignKey("plan.id"), index=True, comment="NULL: another plan, the coordinator said"
    ),
    Column("pairs", Text, nullable=False),
)

ruling = Table(
    "ruling",
    metadata,
    Column("key", Text, primary_key=True, comment="of core.resolution.settling.key_of"),
    Column("code", Text, nullable=False),
    Column("answer", Text, nullable=False),
    Column("given_by", BigInteger),
    Column("given_at", UtcTime, nullable=False),
)

layout = Table(
    "layout",
    metadata,
    Column("layout", Text, primary_key=True, comment="of core.plan.columns.TableSeen"),
    Column("said", Text, nullable=False),
    Column("given_by", BigInteger),
    Column("given_at", UtcTime, nullable=False),
)

activity = Table(
    "activity",
    metadata,
    Column("id", OwnId, primary_key=True),
    Column("plan_id", OwnId, ForeignKey("plan.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("printed", Text, nullable=False),
    Column("owner", OwnId, ForeignKey("post.id")),
    Column("supervisor", OwnId, ForeignKey("post.id")),
    Column("contributors", Text, nullable=False),
    Column("confirmed", Boolean, nullable=False),
    UniqueConstraint("plan_id", "position"),
)

former_row = Table(
    "former_row",
    metadata,
    Column("activity_id", OwnId, ForeignKey("activity.id"), primary_key=True, autoincrement=False),
    Column("edition_id", OwnId, ForeignKey("plan.id"), primary_key=True, autoincrement=False),
    Column("until", UtcTime, nullable=False),
    Column("printed", Text, nullable=False),
)

obligation = Table(
    "obligation",
    metadata,
    Column("id", OwnId, primary_key=True),
    Column("plan_id", OwnId, ForeignKey("plan.id"), nullable=False, index=True),
    Column("activity_id", OwnId, ForeignKey("activity.id"), nullable=False),
    Column("post_id", OwnId, ForeignKey("post.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("target", Text),
    Column("deadline", Date, nullable=False),
    Column("opens", Date, nullable=False),
    Column("report_due", Date, nullable=False),
    Column("closes", Date, nullable=False),
    Column("state", Text, nullable=False),
    Column("draft", Text, nullable=False),
    Column("submitted", Text),
    Column("revision", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("first_submitted_on", Date),
    Column("withdrawn", Boolean, nullable=False),
    Column("comment", Text),
    Column("extended_deadline", Date),
    Column("extended_due", Date),
    Column("extended_closes", Date),
    Column("excused", Boolean, nullable=False, server_default=false()),
    Column("asking", Text, comment="the kind of the request that waits"),
    Column("recorded_by", BigInteger),
    Column("recorded_at", UtcTime),
    UniqueConstraint("activity_id", "post_id", "kind", "period"),
    Index(None, "post_id", "opens"),
)

request = Table(
    "request",
    metadata,
    Column("id", OwnId, primary_key=True),
    Column("obligation_id", OwnId, ForeignKey("obligation.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("moves", Text),
    Column("before", Date),
    Column("day", Date),
    Column("reason", Text, nullable=False),
    Column("asked_by", BigInteger, nullable=False),
    Column("asked_at", UtcTime, nullable=False),
    Column("state", Text, nullable=False, comment="asked, granted, refused or taken_back"),
    Column("decided_by", BigInteger),
    Column("decided_at", UtcTime),
    Column("comment", Text),
)
_some("ix_request_waiting", request.c.obligation_id, where="state = 'asked'", unique=True)

submission = Table(
    "submission",
    metadata,
    Column("obligation_id", OwnId, ForeignKey("obligation.id"), primary_key=True, autoincrement=False),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),
    Column("submitted_by", BigInteger, nullable=False),
    Column("submitted_at", UtcTime, nullable=False),
    Column("why_corrected", Text),
    Column("acting", Text, comment="in whose stead"),
)

evidence = Table(
    "evidence",
    metadata,
    Column("id", OwnId, primary_key=True),
    Column("obligation_id", OwnId, ForeignKey("obligation.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("form", Text),
    Column("sha256", Text),
    Column("size", BigInteger),
    Column("file_name", Text),
    Column("mime_type", Text),
    Column("file_id", Text),
    Column("album", Text),
    Column("number", Text),
    Column("dated", Date),
    Column("link", Text),
    Column("added_by", BigInteger, nullable=False),
    Column("added_at", UtcTime, nullable=False),
    Column("removed_at", UtcTime),
    Column("unique_id", Text, comment="Telegram's, the same wherever the file is sent"),
    Column("remarks", Text, comment="what was pointed out about it"),
)
_some(
    "ix_evidence_unfetched",
    evidence.c.id,
    where="sha256 IS NULL AND file_id IS NOT NULL AND removed_at IS NULL",
)
_some("ix_evidence_album", evidence.c.album, where="album IS NOT NULL")
_some("ix_evidence_dated", evidence.c.dated, where="dated IS NOT NULL")
_some("ix_evidence_sha256", evidence.c.sha256, where="sha256 IS NOT NULL")
_some("ix_evidence_unique_id", evidence.c.unique_id, where="unique_id IS NOT NULL")

card = Table(
    "card",
    metadata,
    Column("person_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger),
    Column("version", Integer, nullable=False),
    Column("view", Text, nullable=False),
    Column("stale", Boolean, nullable=False),
    Column("place", Text, nullable=False),
)
_some("ix_card_stale", card.c.person_id, where="stale")

inbox = Table(
    "inbox",
    metadata,
    Column("seq", OwnId, primary_key=True, comment="the order of arrival"),
    Column("bot_id", BigInteger, nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("person_id", BigInteger),
    Column("payload", Text, nullable=False),
    Column("received_at", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("state", Text, nullable=False, comment="waiting, done or aside"),
    Column("error", Text),
    UniqueConstraint("bot_id", "update_id"),
)
_some("ix_inbox_waiting", inbox.c.seq, where="state = 'waiting'")

outbox = Table(
    "outbox",
    metadata,
    Column("id", OwnId, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("person_id", BigInteger, nullable=False),
    Column("args", Text, nullable=False),
    Column("not_before", UtcTime, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("state", Text, nullable=False, comment="waiting, calling, sent or failed"),
    Column("error", Text),
    Column("sent_at", UtcTime),
    Column("message_id", BigInteger),
)
_some("ix_outbox_waiting", outbox.c.not_before, outbox.c.id, where="state = 'waiting'")
_some("ix_outbox_calling", outbox.c.id, where="state = 'calling'")

journal = Table(
    "journal",
    metadata,
    Column("id", OwnId, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("person_id", BigInteger),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("before", Text),
    Column("after", Text),
    Index(None, "subject", "id"),
)

journal_seal = Table(
    "journal_seal",
    metadata,
    Column("seq", OwnId, primary_key=True, comment="the order of the chain"),
    Column("journal_id", OwnId, nullable=False, unique=True),
    Column("hash", Text, nullable=False),
)

note = Table(
    "note",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

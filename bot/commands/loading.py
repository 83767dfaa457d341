"""Loading plans and making invitations from the command line."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo

from bot.commands.map_file import refuse_unfit
from bot.data_folder import files_of
from bot.plan_reader import read_within_limits
from bot.settings import Settings
from bot.workdays import KazakhstanDays
from bot.workers import Workers
from core.kernel.errors import Missing, NotAllowed, UnreadableInput
from core.kernel.text import fold
from core.lifecycle import acceptance, beginning, edition_apply, reporting_rules, row_owners
from core.lifecycle.acceptance import NOTHING_SAID
from core.lifecycle.edition_diff import Comparison, Pair
from core.lifecycle.layouts import read_by
from core.model.editions import PlanEdition, PlanHead, PlanStatus
from core.model.obligations import ReportingRule
from core.model.people import Role
from core.people import joining
from core.plan.columns import ReadingMap
from core.plan.model import ReadPlan
from core.ports.unit_of_work import Storage, Work
from storage.files import DiskFiles

_WAITS = "waiting for a coordinator: /plans in the bot"
_NO_ROWS = (
    "no rows found: say what its columns are, by --map or in the bot (/plans), or fill in the empty template "
    "(plan template)"
)


async def load(
    storage: Storage,
    content: bytes,
    name: str,
    *,
    accept: bool,
    parts: Mapping[str, str | None],
    edition_of: str | None = None,
    said: ReadingMap = NOTHING_SAID,
    now: datetime | None = None,
    since: date | None = None,
    zone: tzinfo = UTC,
) -> list[str]:
    """Reads and keeps a plan; with `accept` makes it live with the owners as proposed. → what was done, in lines.

    `said` is what a person says of its columns, `since` from which day on it is reported on, past or not; tables of a form that is known are read as the one before. `edition_of` is the number or the title of the live plan that it is a new edition of. Raises Missing where no live
    plan, or more than one, is called so; NotAllowed (edition-settle-in-chat) where it is uncertain which row is which:
    the reading is kept then and waits for the coordinator.
    """
    now = now or datetime.now(UTC)
    async with storage.read() as work:
        said = said.model_copy(update={"layouts": await work.plans.layouts()})
    read = await read_by_map(content, name, said)
    unsure = 0
    async with storage.begin() as work:
        live = await _live_plan(work, edition_of) if edition_of else None
        plan = await _put_forward(work, read, content, name, parts, now, read_by(read, said))
        lines = [f"plan {plan.id}: {len(read.activities)} activities, {len(read.doubts)} doubts"]
        if live is not None:
            plan = await edition_apply.amends(work, plan, live.id, None, now)
            found = await edition_apply.compared(work, plan)
            lines += _what_changes(live, found)
            unsure = len(found.unsure)
        if not accept:
            return [*lines, _WAITS if read.activities else _NO_ROWS]
        if not unsure:
            lines += await _accepted(work, plan, live, now, now.astimezone(zone).date(), since)
    if unsure:
        raise NotAllowed("edition-settle-in-chat", count=unsure, plan=plan.id)
    return lines


async def read_by_map(content: bytes, name: str, said: ReadingMap) -> ReadPlan:
    """The plan in a file's bytes, by what is said of its columns, read under the limits that the bot reads under.

    Raises what `bot.plan_reader.read_within_limits` does, and UnreadableInput (map-wrong) where the file has no such table or
    column.
    """
    workers = Workers(1)
    try:
        read = await read_within_limits(workers, content, name, said)
    finally:
        await workers.close()
    refuse_unfit(said, read.tables)
    return read


async def kept(settings: Settings, content: bytes) -> None:
    """Keeps a plan's file beside the evidence, so that it can be read again when its columns are said otherwise."""
    await DiskFiles(files_of(settings)).keep(content)


async def _put_forward(
    work: Work,
    read: ReadPlan,
    content: bytes,
    name: str,
    parts: Mapping[str, str | None],
    now: datetime,
    said: ReadingMap,
) -> PlanEdition:
    """The reading in the register, with the parts that were given."""
    sha256 = hashlib.sha256(content).hexdigest()
    plan_id = await acceptance.put_forward(
        work, read, source_name=name, source_sha256=sha256, by=None, now=now, said=said
    )
    plan = await acceptance.proposed(work, plan_id)
    for part, text in parts.items():
        if text:
            plan = acceptance.with_part(plan, part, text)
    await work.plans.save(plan)
    return plan


async def _live_plan(work: Work, called: str) -> PlanHead:
    """The live plan of a number or a title. Raises Missing with what there is."""
    live = await work.plans.with_status(PlanStatus.LIVE)
    found = [p for p in live if str(p.id) == called.strip() or fold(p.title or "") == fold(called)]
    if len(found) != 1:
        names = "; ".join(f"{p.id} {p.title or p.source_name}" for p in live) or "-"
        raise Missing("edition-plan-unknown", called=called, names=names)
    return found[0]


def _what_changes(live: PlanHead, found: Comparison) -> list[str]:
    """What the edition adds, changes and drops, a line a row."""
    rows = [
        *(f"  + {r.place + 1}. {r.row.title}" for r in found.added),
        *(f"  < {p.new.place + 1}. {p.new.row.title}" for p in found.returned),
        *(f"  * {p.new.place + 1}. {p.new.row.title}: {_fields(p)}" for p in found.changed),
        *(f"  - {r.place + 1}. {r.row.title}" for r in found.dropped),
    ]
    return [
        f"edition of plan {live.id} ({live.title or live.source_name}): {len(found.added)} added, "
        f"{len(found.changed)} changed, {len(found.dropped)} dropped, {len(found.returned)} back again, "
        f"{len(found.unsure)} uncertain",
        *rows,
    ]


def _fields(pair: Pair) -> str:
    return ", ".join(dict.fromkeys(change.field for change in pair.changes))


async def _accepted(
    work: Work, plan: PlanEdition, live: PlanHead | None, now: datetime, today: date, since: date | None
) -> list[str]:
    """Makes the plan live, or the live one's new edition, with the owners as proposed. → what is owed then."""
    days = KazakhstanDays()
    said: list[str] = []
    if live is not None:
        plan = await edition_apply.accept(work, plan, None, now, days, today)
    else:
        _refuse_gaps(plan)
        plan = await acceptance.accept(work, plan, None, now)
        plan, _ = await beginning.begin(work, plan, None, now, days, today)
        if since is not None:
            change = beginning.beginning(since, None)
            plan = plan.model_copy(
                update={"rule": await reporting_rules.change(work, plan, change, None, now, days)}
            )
        said = [_starts(plan.rule)]
    count = await row_owners.confirm_owners(work, plan.id, None, now, days)
    return [*said, f"accepted: {count} reports owed over its period"]


def _starts(rule: ReportingRule) -> str:
    past = (
        ""
        if rule.none_due_before is None
        else "; nothing that was due before today (--since DAY asks for the past)"
    )
    return f"reporting starts on {rule.starts_on}{past}"


def _refuse_gaps(plan: PlanEdition) -> None:
    if plan.lacks:
        raise UnreadableInput("plan-options-missing", options=", ".join(f"--{part}" for part in plan.lacks))


async def make_invitation(
    storage: Storage, settings: Settings, role: str, post: str | None, plan_id: int | None
) -> str:
    """A single-use link. Asks Telegram for the bot's name. Raises UnreadableInput, Missing, SettingsError."""
    if role not in {r.value for r in Role}:
        raise UnreadableInput("role-unknown", typed=role)
    name = await bot_name(
        settings
    )  # before anything is kept: an invitation that nobody was given would stay live
    async with storage.begin() as work:
        post_ids = []
        if role == Role.OFFICER:
            found = [p.id for p in await work.people.posts() if post and p.name.casefold() == post.casefold()]
            if not found:
                raise Missing("post-unknown", typed=post or "")
            post_ids = found[:1]
        nonce = secrets.token_urlsafe(12)
        await joining.invite(
            work,
            secret=settings.bot_token,
            nonce=nonce,
            role=Role(role),
            post_ids=post_ids,
            plan_id=plan_id,
            by=None,
            now=settings.now or datetime.now(UTC),
        )
    return f"https://t.me/{name}?start={joining.link_token(settings.bot_token, nonce)}"


async def bot_name(settings: Settings) -> str:
    """The bot's username, as Telegram knows it."""
    from bot.sending.transport import build_bot, initialize

    bot = build_bot(settings)
    await initialize(bot)
    async with bot:
        return bot.username

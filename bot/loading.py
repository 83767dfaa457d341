"""Loading plans and making invitations from the command line."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.settings import Settings
from bot.workdays import KazakhstanDays
from core import importing, joining
from core.editions import PlanEdition
from core.errors import Missing, UnreadableInput
from core.people import Role
from core.ports import Storage
from documents.reading import read_plan


async def load(
    storage: Storage,
    content: bytes,
    name: str,
    *,
    accept: bool,
    parts: Mapping[str, str | None],
    now: datetime | None = None,
) -> list[str]:
    """Reads and keeps a plan; with `accept` makes it live with the owners as proposed. → what was done, in lines."""
    read = read_plan(content, name)
    now = now or datetime.now(UTC)
    async with storage.begin() as work:
        plan_id = await importing.put_forward(
            work,
            read,
            source_name=name,
            source_sha256=hashlib.sha256(content).hexdigest(),
            by=None,
            now=now,
        )
        plan = await importing.proposed(work, plan_id)
        for part, text in parts.items():
            if text:
                plan = importing.with_part(plan, part, text)
        await work.plans.save(plan)
        said = [f"plan {plan_id}: {len(read.activities)} activities, {len(read.doubts)} doubts"]
        if not accept:
            return [*said, "waiting for a coordinator: /plans in the bot"]
        _refuse_gaps(plan)
        await importing.accept(work, plan, None, now)
        count = await importing.confirm_owners(work, plan_id, None, now, KazakhstanDays())
    return [*said, f"accepted: {count} reports owed over its period"]


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
    from bot.transport import build_bot, initialize

    bot = build_bot(settings)
    await initialize(bot)
    async with bot:
        return bot.username

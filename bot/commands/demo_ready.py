"""`python -m bot demo --ready`: two live plans with a row of each kind, and everybody has joined.

What a visitor would otherwise do on the coordinator's phone first: invite, name who gives an indicator, set the rule
of the shared plan. The phones then hold what the bot itself said to each.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping

from bot.app import App
from core.lifecycle import acceptance, indicators, reporting_rules
from core.model.editions import PlanEdition, PlanStatus
from core.model.obligations import RuleChange
from core.model.people import Role
from core.people.joining import invite
from locales import texts
from sandbox.client.client import Phone, Sandbox

EVERY_KIND, SHARED = "every-kind-2024", "shared-2024"
READY_PLANS = (EVERY_KIND, SHARED)

ENGINEER, ECONOMIST, SCHOOLS = "Главный инженер", "Экономист", "Управление образования"
"""Posts of the two plans. "Управление спорта" is left to whom the visitor invites: the shared rows lack its report."""


async def everybody_joins(app: App, sandbox: Sandbox, phones: Mapping[Role, Phone]) -> Phone:
    """The officer gets the engineer's post and the manager their role; → the phone of a colleague of other posts."""
    coordinator = phones[Role.COORDINATOR]
    await _set_up(app, coordinator.id)
    colleague = await sandbox.person("Айша", last_name="Каримова", language="kk", note=Role.OFFICER.value)
    await _joins(app, coordinator.id, phones[Role.OFFICER], "ru", ENGINEER)
    await _joins(app, coordinator.id, colleague, "kk", ECONOMIST, SCHOOLS)
    await _joins(app, coordinator.id, phones[Role.MANAGER], "kk", role=Role.MANAGER)
    return colleague


async def _set_up(app: App, coordinator: int) -> None:
    """The engineer gives the indicator's fact; each body of the shared plan reports, its lead consolidates."""
    now, days = app.clock.now(), app.deps.days
    async with app.storage.begin() as work:
        live = [
            await acceptance.shown_plan(work, p.id) for p in await work.plans.with_status(PlanStatus.LIVE)
        ]
        plans = {p.source_name.partition(".")[0]: p for p in live}
        posts = {p.name: p.id for p in await work.people.posts()}
        own: PlanEdition = plans[EVERY_KIND]
        for indicator in own.read.indicators:
            await indicators.name_owner(work, own, indicator.code, posts[ENGINEER], coordinator, now, days)
        await reporting_rules.change(
            work, plans[SHARED], RuleChange(responsibility="each"), coordinator, now, days
        )
    app.deps.library.forget()


async def _joins(
    app: App, coordinator: int, phone: Phone, language: str, *posts: str, role: Role = Role.OFFICER
) -> None:
    """Opens an invitation's link and says yes."""
    async with app.storage.begin() as work:
        ids = {p.name: p.id for p in await work.people.posts()}
        link = await invite(
            work,
            secret=app.settings.bot_token,
            nonce=secrets.token_urlsafe(12),
            role=role,
            post_ids=[ids[post] for post in posts],
            plan_id=None,
            by=coordinator,
            now=app.clock.now(),
        )
    await phone.start(link.token)
    await phone.press(texts()(language, "invitation-yes"))
    await phone.settled()

"""A tap on a message that a crash left behind brings the card again, also to who has not joined yet."""

from __future__ import annotations

import asyncio
import secrets
from datetime import datetime
from pathlib import Path

from bot.commands.demo import demo
from core.model.people import Role
from core.people.joining import invite
from tests.crash.botprocess import BEGINS


async def test_an_invitation_left_behind_brings_the_one_that_counts(tmp_path: Path) -> None:
    async with demo(tmp_path, datetime.fromisoformat(BEGINS)) as world:
        async with world.app.storage.begin() as work:
            made = await invite(
                work,
                secret=world.app.settings.bot_token,
                nonce=secrets.token_urlsafe(12),
                role=Role.MANAGER,
                post_ids=[],
                plan_id=None,
                by=None,
                now=world.app.clock.now(),
            )
        phone = world.officer
        await phone.start(made.token)
        left_behind = await phone.expect("приглашают")
        await phone.start(made.token)
        await phone.expect("приглашают")
        answer = await phone.press_data(left_behind, left_behind.data("Да, это я"), forge=True)
        assert answer.toast
        card = await phone.expect("приглашают")
        assert card.id > left_behind.id
        await asyncio.sleep(world.app.settings.double_tap_seconds)
        await phone.press("Да, это я", message=card)
        await phone.expect("Добро пожаловать")

"""A quarter to be lived: the real hospital plan, accepted, and five invitations for five posts that owe reports."""

from __future__ import annotations

import hashlib
import secrets
import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from bot.commands.loading import load
from core.model.people import Role
from core.owed.measures import measures_of
from core.owed.plan_cache import Library
from core.people.joining import invite
from core.plan.reports import Measure
from sandbox.server import TOKEN
from storage import open_storage
from tests.crash.botprocess import BEGINS

PLAN = Path(__file__).parents[2] / "documents" / "plans" / "hospital-2024.docx"
TODAY = date(2024, 3, 26)
POSTS = (
    "Руководитель СУП",
    "Заместитель главного врача по ККМУ",
    "Экономист",
    "Метролог",
    "Заместитель главного врача по ЭР",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One report that is owed: what its card is called, and what is planned."""

    obligation: int
    title: str
    measures: tuple[Measure, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """A post, the link that invites to it, and what it owes now."""

    post: str
    link: str
    rows: tuple[Row, ...]


async def make_template(folder: Path) -> Path:
    """A database with the plan accepted; → its file, complete in itself."""
    path = folder / "template.db"
    storage = await open_storage(_address(path))
    parts = {"title": "План мероприятий на 2024 год", "organisation": "Больница", "year": "2024"}
    await load(
        storage, PLAN.read_bytes(), PLAN.name, accept=True, parts=parts, now=datetime.fromisoformat(BEGINS)
    )
    await storage.close()
    assert not path.with_name(path.name + "-wal").exists(), "the template would be copied without its log"
    return path


async def open_quarter(template: Path, database: Path) -> list[Seat]:
    """A fresh database for the bot, with an invitation for each of the five posts."""
    shutil.copy(template, database)
    storage = await open_storage(_address(database))
    seats = []
    async with storage.begin() as work:
        posts = {post.name: post.id for post in await work.people.posts()}
        (plan_id,) = {o.plan_id for o in await work.obligations.of_plan(1)}
        plan = await Library().plan(work, plan_id)
        owed = [o for o in await work.obligations.of_plan(plan_id) if o.due.opens <= TODAY]
        for name in POSTS:
            made = await invite(
                work,
                secret=TOKEN,
                nonce=secrets.token_urlsafe(12),
                role=Role.OFFICER,
                post_ids=[posts[name]],
                plan_id=plan_id,
                by=None,
                now=datetime.fromisoformat(BEGINS),
            )
            rows = []
            for o in owed:
                if o.post_id == posts[name]:
                    row = plan.activities[o.activity_id].row
                    rows.append(Row(o.id, row.title, measures_of(row, o.period)))
            seats.append(Seat(name, made.token, tuple(rows)))
    await storage.close()
    return seats


def picture(seed: str) -> bytes:
    """A picture of a single point, different for each seed: its bytes are what matters."""
    return _PNG + hashlib.sha256(seed.encode()).digest()


def _address(path: Path) -> str:
    return f"sqlite+aiosqlite:///{path}"


_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
    "0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)

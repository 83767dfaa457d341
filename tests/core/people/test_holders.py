"""Who holds a post and who stands in; who is told of a decision."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

from core.model.delegation import Substitution
from core.model.obligations import Due, Obligation, ObligationKind
from core.model.people import Person, Role
from core.people.holders import Holder, holders_of_posts, told_of_decisions
from storage import open_storage

NOW = datetime(2024, 4, 3, 4, 0, tzinfo=UTC)
TODAY = date(2024, 4, 3)
HOLDER, SUBSTITUTE, GONE, MANAGER = 1, 2, 3, 4


def person(id: int, name: str, *, left: bool = False) -> Person:
    return Person(
        id=id,
        name=name,
        language="ru",
        roles=frozenset({Role.OFFICER}),
        joined_at=NOW,
        left_at=NOW if left else None,
    )


async def test_who_is_on_leave_is_named_with_who_stands_in_and_both_are_told(tmp_path: Path) -> None:
    storage = await open_storage(f"sqlite+aiosqlite:///{tmp_path / 'x.db'}")
    async with storage.begin() as work:
        for who in (
            person(HOLDER, "Айгүл"),
            person(SUBSTITUTE, "Ерлан"),
            person(GONE, "Сания", left=True),
            person(MANAGER, "Гульнара"),
        ):
            await work.people.save(who)
        post = (await work.people.add_posts([("Метролог", False)]))["Метролог"]
        for id in (HOLDER, GONE):
            await work.people.hold(id, post, NOW)
        await work.substitutions.add(
            Substitution(
                id=0,
                post_id=post,
                absent_id=HOLDER,
                substitute_id=SUBSTITUTE,
                starts=TODAY,
                ends=TODAY,
                named_by=MANAGER,
                named_at=NOW,
            )
        )
        day = Due(deadline=TODAY, opens=TODAY, report_due=TODAY, closes=TODAY)
        o = Obligation(
            id=1, plan_id=1, activity_id=1, post_id=post, kind=ObligationKind.TURN, period="2024-Q1",
            target=None, due=day,
        )  # fmt: skip
        held = await holders_of_posts(work, TODAY)
        after = await holders_of_posts(work, date(2024, 4, 4))
        told = await told_of_decisions(work, o, TODAY, MANAGER, HOLDER)
    await storage.close()
    assert held == {post: [Holder("Айгүл", "Ерлан")]}
    assert after == {post: [Holder("Айгүл")]}
    assert (told[0], set(told)) == (HOLDER, {HOLDER, GONE, SUBSTITUTE, MANAGER})

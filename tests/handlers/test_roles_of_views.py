"""A role that was taken away sees nothing more: every drawing checks the roles of what is drawn, as every tap does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from core.model.people import Role
from core.ports.queues import Outgoing, OutgoingArgs
from handlers.entry.answering import Answering
from handlers.frame.deps import Deps
from handlers.frame.messages import Declined, Joined, RequestAsked, StrangerAsks
from handlers.frame.registry import COORDINATORS, registry
from handlers.frame.render import render_message
from handlers.frame.turn import Turn
from reminders.rules import LateDigest
from tests.handlers.summary_world import MANAGER, NOW, Chat, seed, world

READERS = frozenset({Role.MANAGER, Role.COORDINATOR})


@pytest.fixture(scope="module")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("roles") / "seed.db"
    asyncio.run(seed(path))
    return path


@pytest.fixture
async def deps(seeded: Path, tmp_path: Path) -> AsyncIterator[Deps]:
    async with world(seeded, tmp_path) as found:
        yield found


async def now_has(deps: Deps, *roles: Role) -> None:
    async with deps.storage.begin() as work:
        person = await work.people.get(MANAGER)
        assert person is not None
        await work.people.save(person.model_copy(update={"roles": frozenset(roles)}))


def test_each_view_of_managers_and_coordinators_says_for_whom_it_is() -> None:
    for name, drawn in registry.views.items():
        module = drawn.render.__module__
        if module.startswith("handlers.plans."):
            assert drawn.roles == COORDINATORS, name
        if module.startswith("handlers.manager."):
            assert drawn.roles <= READERS, name


@pytest.mark.parametrize("roles", [(), (Role.OFFICER,)])
@pytest.mark.parametrize("said", ["/summary", "/overdue", "/review"])
async def test_a_card_is_not_drawn_again_for_who_lost_the_role(
    deps: Deps, said: str, roles: tuple[Role, ...]
) -> None:
    chat = Chat(deps, MANAGER)
    secret = (await chat.send(said)).splitlines()[0]
    await now_has(deps, *roles)
    await Answering(deps, chat.phone).show_all([MANAGER])
    assert secret not in chat.text
    assert deps.texts("ru", "not-allowed") in chat.text


async def test_a_manager_does_not_see_a_coordinators_card(deps: Deps) -> None:
    chat = Chat(deps, MANAGER)
    await now_has(deps, Role.COORDINATOR)
    assert "Планы" in await chat.send("/plans")
    await now_has(deps, Role.MANAGER)
    await Answering(deps, chat.phone).show_all([MANAGER])
    assert deps.texts("ru", "not-allowed") in chat.text


@pytest.mark.parametrize(
    ("what", "roles"),
    [
        (RequestAsked(request=1), (Role.OFFICER, Role.COORDINATOR)),
        (StrangerAsks(name="Чужой"), (Role.OFFICER, Role.MANAGER)),
        (Joined(person=2, invitation=1), (Role.OFFICER, Role.MANAGER)),
        (Declined(name="Чужой", posts=(1,)), (Role.OFFICER, Role.MANAGER)),
        (
            LateDigest(person_id=MANAGER, day=NOW.date(), late=(), posts=(), report_due=NOW.date()),
            (Role.OFFICER,),
        ),
    ],
)
async def test_a_message_that_was_queued_is_not_sent_to_who_lost_the_role(
    deps: Deps, what: OutgoingArgs, roles: tuple[Role, ...]
) -> None:
    await now_has(deps, *roles)
    row = Outgoing(id=1, key="k", kind=what.kind, person_id=MANAGER, args=what.kept(), not_before=NOW)
    async with deps.storage.read() as work:
        person, card = await work.people.session(MANAGER)
        turn = Turn(deps, work, MANAGER, person, card, NOW)
        assert await render_message(turn, row) is None


async def test_who_was_taken_out_is_sent_nothing(deps: Deps) -> None:
    async with deps.storage.begin() as work:
        person = await work.people.get(MANAGER)
        assert person is not None
        await work.people.save(person.model_copy(update={"left_at": NOW}))
    row = Outgoing(id=1, key="k", kind="stranger", person_id=MANAGER, args={"name": "Чужой"}, not_before=NOW)
    async with deps.storage.read() as work:
        person, card = await work.people.session(MANAGER)
        assert await render_message(Turn(deps, work, MANAGER, person, card, NOW), row) is None

"""A substitute who is gone for good stands in for nobody: the absent person and the coordinators hear who is needed."""

from __future__ import annotations

import pytest

from core.model.people import Role
from sandbox.client.client import Phone
from tests.talk.test_hand_over import give_from, holders
from tests.talk.test_on_behalf import post_id
from tests.talk.test_substitutes import name
from tests.talk.worlds import METROLOGIST, World, home, open_post

STATIST = "Статист"
WHEN = "с 26 марта по 3 апреля"


async def standing(world: World) -> list[tuple[int, int]]:
    async with world.app.storage.read() as work:
        found = await work.substitutions.standing(world.app.deps.today())
    return [(s.absent_id, s.substitute_id) for s in found]


async def taken_off(coordinator: Phone, post: str, who: str) -> None:
    await open_post(coordinator, post)
    await coordinator.press(f"Снять: {who}")
    await coordinator.expect(post)


async def test_whose_last_post_is_taken_away(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    other = await world.join("Айгүл", STATIST)
    await name(officer, "Айгүл", WHEN)
    assert "0 из 6" in (await home(other)).text
    await taken_off(coordinator, STATIST, "Айгүл")
    said = await officer.expect("Айгүл больше не сможет вас замещать", ever=True)
    assert METROLOGIST in said.text
    assert said.buttons == []
    await coordinator.expect("Айгүл больше не может замещать Данияр", ever=True)
    await other.expect("Замещение завершено: Метролог (Данияр)", ever=True)
    assert await standing(world) == []
    [line] = await world.journal("substitution-ended")
    assert (line.person_id, line.subject) == (
        coordinator.id,
        f"post:{await post_id(world.app.storage, METROLOGIST)}",
    )
    await other.send("/report")
    assert "1 из 5" not in (await other.expect("Сейчас сдавать нечего")).text


async def test_whose_last_post_goes_to_somebody_else(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    await world.join("Айгүл", STATIST)
    await world.join("Марат", "Экономист")
    await name(officer, "Айгүл", WHEN)
    await give_from(coordinator, STATIST)
    await coordinator.press("Марат")
    await coordinator.press("Передать: Марат")
    await officer.expect("Айгүл больше не сможет вас замещать", ever=True)
    assert await standing(world) == []


@pytest.mark.parametrize(
    ("language", "said", "to_host"),
    [
        ("ru", "Айгүл больше не сможет вас замещать", "Айгүл больше не может замещать Данияр"),
        ("kk", "Айгүл енді орныңызды баса алмайды", "Айгүл енді Данияр үшін есеп бере алмайды"),
        ("en", "Айгүл can no longer stand in for you", "Айгүл can no longer stand in for Данияр"),
    ],
)
async def test_who_is_removed(world: World, language: str, said: str, to_host: str) -> None:
    coordinator = await world.coordinator()
    second = await world.coordinator("Болат", language=language)
    other = await world.join("Айгүл", STATIST)
    officer = await world.join("Данияр", METROLOGIST)
    await name(officer, "Айгүл", WHEN)
    async with world.app.storage.begin() as work:
        known = await work.people.get(officer.id)
        assert known is not None
        await work.people.save(known.model_copy(update={"language": language}))
    notice = await coordinator.expect("Новый участник: Айгүл", ever=True)
    await coordinator.press("Это ошибка, отключить", message=notice)
    await officer.expect(said, ever=True)
    await second.expect(to_host, ever=True)
    assert await standing(world) == []
    assert not any("Замещение завершено" in m.text for m in await other.settled())


async def test_who_goes_on_as_a_manager_goes_on_standing_in(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    other = await world.join("Айгүл", STATIST)
    await other.start(await world.link(Role.MANAGER))
    await other.press("Да, это я")
    await name(officer, "Айгүл", WHEN)
    await taken_off(coordinator, STATIST, "Айгүл")
    assert await standing(world) == [(officer.id, other.id)]
    assert not any("больше не сможет" in m.text for m in await officer.settled())


async def test_who_has_another_post_goes_on_standing_in(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    other = await world.join("Айгүл", STATIST, "Экономист")
    await name(officer, "Айгүл", WHEN)
    await taken_off(coordinator, STATIST, "Айгүл")
    assert await standing(world) == [(officer.id, other.id)]


async def test_a_leave_of_who_is_removed_ends_too_and_does_not_begin_again(
    world: World, officer: Phone
) -> None:
    coordinator = await world.coordinator()
    absent = await world.join("Айгүл", STATIST)
    await name(absent, "Данияр", WHEN)
    notice = await coordinator.expect("Новый участник: Айгүл", ever=True)
    await coordinator.press("Это ошибка, отключить", message=notice)
    await officer.expect("Замещение завершено: Статист (Айгүл)", ever=True)
    await absent.start(await world.link(Role.OFFICER, STATIST))
    await absent.press("Да, это я")
    await absent.expect("Добро пожаловать")
    assert await standing(world) == []


async def test_undoing_a_take_over_gives_back_only_what_is_still_there(world: World, officer: Phone) -> None:
    """The post went on to a third person: it does not come back to the first one over their head."""
    coordinator = await world.coordinator()
    third = await world.join("Марат", "Экономист")
    await give_from(coordinator, METROLOGIST)
    await coordinator.press("Новому человеку, по ссылке")
    link = await coordinator.expect("Когда по этой ссылке войдут")
    heir = await world.sandbox.person("Айгүл", language="ru")
    await heir.start(link.text.split("?start=")[1].split()[0])
    await heir.press("Да, это я")
    await heir.expect("Добро пожаловать")
    await give_from(coordinator, METROLOGIST)
    await coordinator.press("Марат")
    await coordinator.press("Передать: Марат")
    await third.expect("Вам передана должность", ever=True)
    notice = await coordinator.expect("Новый участник: Айгүл", ever=True)
    await coordinator.press("Это ошибка, отключить", message=notice)
    await coordinator.settled()
    assert await holders(world.app.storage, METROLOGIST) == [third.id]


async def test_who_is_no_coordinator_any_more_reports_for_no_post(world: World, officer: Phone) -> None:
    """Nor does it begin again by itself once they are one again."""
    chief = await world.coordinator()
    second = await world.join("Болат", STATIST)
    await second.start(await world.link(Role.COORDINATOR))
    await second.press("Да, это я")
    await second.expect("Добро пожаловать")
    await open_post(second, METROLOGIST)
    await second.press("Отчитаться за эту должность")
    await second.expect("Вы отчитываетесь за: Метролог")
    notice = await chief.expect("Координатор", ever=True)
    await chief.press("Это ошибка, отключить", message=notice)
    await chief.settled()
    async with world.app.storage.read() as work:
        person = await work.people.get(second.id)
    assert person is not None
    assert (person.roles, person.acting_for) == (frozenset({Role.OFFICER}), None)

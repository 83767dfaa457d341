"""The command menu: what each role can ask for, in each language."""

from __future__ import annotations

from collections.abc import Iterable

from core.model.people import Person, Role
from core.ports.unit_of_work import Texts
from handlers.frame.messages import Menu
from handlers.frame.turn import Turn

_MENUS: dict[Role, tuple[str, ...]] = {
    Role.OFFICER: ("tasks", "report", "deadlines", "joint", "history"),
    Role.MANAGER: ("summary", "review", "overdue"),
    Role.COORDINATOR: ("plans", "rules", "people", "invite", "summary", "overdue"),
}
_ALWAYS = ("settings", "help", "cancel")


def commands_for(roles: Iterable[Role], texts: Texts, language: str) -> list[tuple[str, str]]:
    """(command, description) in the order of the menu; who has no role yet sees /start and /help."""
    held = set(roles)
    names = [name for role in Role if role in held for name in _MENUS[role]]
    if held and Role.OFFICER not in held:
        names.insert(0, "tasks")
    listed = [*dict.fromkeys(names), *_ALWAYS] if held else ["start", "help"]
    return [(name, texts(language, f"menu-{name}")) for name in listed]


async def queue_menu(turn: Turn, person: Person) -> None:
    """Has Telegram show the person's own menu, after this turn."""
    await turn.queue(f"menu:{person.id}:{turn.update_id}:{turn.now.timestamp()}", Menu(), to=person.id)

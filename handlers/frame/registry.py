"""The tables that features enter themselves in: views, taps, commands, typed answers, messages out of turn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from core.model.people import Role
from handlers.frame.screens import Screen
from handlers.frame.turn import Turn

Body = Callable[[Turn], Awaitable[None]]
Render = Callable[[Turn, dict[str, Any]], Awaitable[Screen]]
RenderMessage = Callable[[Turn, dict[str, Any]], Awaitable[Screen | None]]
"""None where there is nothing left to say."""

PLAN_FILE = "plan-file"
"""Takes a document from a coordinator who is not on an obligation's card."""

LATE_PAGE = "late-page"
"""Takes a page of an album that comes when the card asks for no file."""

_F = TypeVar("_F", bound=Callable[..., Any])

EVERYONE: frozenset[Role] = frozenset(Role)
COORDINATORS: frozenset[Role] = frozenset({Role.COORDINATOR})
ANYBODY: frozenset[Role] = frozenset()
"""No role needed, not even having joined: for invitations and strangers."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A handler and who may reach it."""

    body: Body
    roles: frozenset[Role]


@dataclass(slots=True)
class Registry:
    """Every name once; a second entry under a name is a mistake of ours and stops the start."""

    views: dict[str, Render] = field(default_factory=dict)
    taps: dict[str, Entry] = field(default_factory=dict)
    commands: dict[str, Entry] = field(default_factory=dict)
    typed: dict[str, Entry] = field(default_factory=dict)
    files: dict[str, Entry] = field(default_factory=dict)
    places: dict[str, Entry] = field(default_factory=dict)
    messages: dict[str, RenderMessage] = field(default_factory=dict)

    def enter(self, table: dict[str, Any], name: str, entry: object) -> None:
        if name in table:
            raise ValueError(f"{name!r} is taken")
        table[name] = entry


registry = Registry()


def _entering(table: dict[str, Entry], names: tuple[str, ...], roles: frozenset[Role]) -> Callable[[_F], _F]:
    def enter(body: _F) -> _F:
        for name in names:
            registry.enter(table, name, Entry(body, roles))
        return body

    return enter


def _rendering(table: dict[str, Any], name: str) -> Callable[[_F], _F]:
    def enter(render: _F) -> _F:
        registry.enter(table, name, render)
        return render

    return enter


def view(name: str) -> Callable[[_F], _F]:
    """Renders a card from a view's arguments, anew each time it is shown."""
    return _rendering(registry.views, name)


def message(kind: str) -> Callable[[_F], _F]:
    """Renders a message that nobody waits for (a reminder, a notice) at the moment it is sent."""
    return _rendering(registry.messages, kind)


def tap(*actions: str, roles: frozenset[Role] = EVERYONE) -> Callable[[_F], _F]:
    """Answers a press of a button with that action."""
    return _entering(registry.taps, actions, roles)


def command(*names: str, roles: frozenset[Role] = EVERYONE) -> Callable[[_F], _F]:
    """Answers /name."""
    return _entering(registry.commands, names, roles)


def typed(*asks: str, roles: frozenset[Role] = EVERYONE) -> Callable[[_F], _F]:
    """Takes a typed text while the card asks for it: `View.asks`, or the view's own name."""
    return _entering(registry.typed, asks, roles)


def sent_file(*asks: str, roles: frozenset[Role] = EVERYONE) -> Callable[[_F], _F]:
    """Takes a photo, document, sound or film while the card asks for it, likewise. Enter `sent_place` too."""
    return _entering(registry.files, asks, roles)


def sent_place(*asks: str, roles: frozenset[Role] = EVERYONE) -> Callable[[_F], _F]:
    """Takes a place (Telegram's location) while the card asks for it, likewise."""
    return _entering(registry.places, asks, roles)

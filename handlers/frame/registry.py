"""The tables that features enter themselves in: views, taps, commands, typed answers, messages out of turn."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeVar

from core.model.people import Role
from core.ports.queues import OutgoingArgs
from handlers.frame.screens import Screen, Style
from handlers.frame.turn import Turn
from handlers.frame.views import ViewArgs

Body = Callable[[Turn], Awaitable[None]]
Render = Callable[[Turn, Any], Awaitable[Screen]]
"""With the view's own arguments, a model of `handlers.frame.views`."""
RenderMessage = Callable[[Turn, Any], Awaitable[Screen | None]]
"""With the arguments of its kind, a model of `handlers.frame.messages`; None where there is nothing left to say."""

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
    """A handler, who may reach it, and what kind of button does."""

    body: Body
    roles: frozenset[Role]
    step: bool = False
    """It puts the next question in the same place: the second half of a double tap would answer that one too."""
    of_message: bool = False
    """Messages that are no cards (reminders, notices) offer it: its data carries no card's version."""
    own_work: bool = False
    """Such a button that starts the person's own work: pressed on a message, it ends reporting on a post's behalf."""
    style: Style | None = None
    """How such buttons are coloured; of several that are "primary" the first on a screen alone is."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """How a view is drawn, and where it may stand."""

    render: Render
    args: type[ViewArgs]
    on_walk: bool = False
    """It belongs to the officer's own work: a line above it says in whose stead one reports."""
    is_list: bool = False
    """A report can be opened from it, and its back button returns to it."""
    public: bool = False
    """Somebody who has not joined may be shown it."""
    roles: frozenset[Role] = EVERYONE
    """Whoever has none of them any more is shown home instead."""


@dataclass(frozen=True, slots=True)
class DrawnMessage:
    """How a message out of turn is drawn."""

    render: RenderMessage
    args: type[OutgoingArgs]
    roles: frozenset[Role] = EVERYONE
    """Whoever has none of them when it is to be sent is not told; ANYBODY: even who has not joined is."""


@dataclass(slots=True)
class Registry:
    """Every name once; a second entry under a name is a mistake of ours and stops the start."""

    views: dict[str, Drawn] = field(default_factory=dict)
    taps: dict[str, Entry] = field(default_factory=dict)
    commands: dict[str, Entry] = field(default_factory=dict)
    typed: dict[str, Entry] = field(default_factory=dict)
    files: dict[str, Entry] = field(default_factory=dict)
    places: dict[str, Entry] = field(default_factory=dict)
    messages: dict[str, DrawnMessage] = field(default_factory=dict)

    def enter(self, table: dict[str, Any], name: str, entry: object) -> None:
        if name in table:
            raise ValueError(f"{name!r} is taken")
        table[name] = entry


registry = Registry()


def _entering(
    table: dict[str, Entry], names: tuple[str, ...], make: Callable[[_F], Entry]
) -> Callable[[_F], _F]:
    def enter(body: _F) -> _F:
        for name in names:
            registry.enter(table, name, make(body))
        return body

    return enter


def view(
    args: type[ViewArgs],
    *,
    on_walk: bool = False,
    is_list: bool = False,
    public: bool = False,
    roles: frozenset[Role] = EVERYONE,
) -> Callable[[_F], _F]:
    """Renders a card from its view's arguments, anew each time it is shown."""

    def enter(render: _F) -> _F:
        registry.enter(registry.views, args.view, Drawn(render, args, on_walk, is_list, public, roles))
        return render

    return enter


def message(args: type[OutgoingArgs], *, roles: frozenset[Role] = EVERYONE) -> Callable[[_F], _F]:
    """Renders a message that nobody waits for (a reminder, a notice) at the moment it is sent."""

    def enter(render: _F) -> _F:
        registry.enter(registry.messages, args.kind, DrawnMessage(render, args, roles))
        return render

    return enter


def tap(
    *actions: str,
    roles: frozenset[Role] = EVERYONE,
    step: bool = False,
    of_message: bool = False,
    own_work: bool = False,
    style: Style | None = None,
) -> Callable[[_F], _F]:
    """Answers a press of a button with that action; what else there is to say of it stands in `Entry`."""

    entry = partial(
        Entry, roles=roles, step=step, of_message=of_message or own_work, own_work=own_work, style=style
    )
    return _entering(registry.taps, actions, entry)


def command(*names: str, roles: frozenset[Role] = EVERYONE) -> Callable[[_F], _F]:
    """Answers /name."""
    return _entering(registry.commands, names, partial(Entry, roles=roles))


def typed(*asks: str, roles: frozenset[Role] = EVERYONE) -> Callable[[_F], _F]:
    """Takes a typed text while the card asks for it: `View.asks`, or the view's own name."""
    return _entering(registry.typed, asks, partial(Entry, roles=roles))


def sent_file(*asks: str, roles: frozenset[Role] = EVERYONE) -> Callable[[_F], _F]:
    """Takes a photo, document, sound or film while the card asks for it, likewise. Enter `sent_place` too."""
    return _entering(registry.files, asks, partial(Entry, roles=roles))


def sent_place(*asks: str, roles: frozenset[Role] = EVERYONE) -> Callable[[_F], _F]:
    """Takes a place (Telegram's location) while the card asks for it, likewise."""
    return _entering(registry.places, asks, partial(Entry, roles=roles))

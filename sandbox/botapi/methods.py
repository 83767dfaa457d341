"""The methods that there are: a name, the parameters it takes, and the function that does it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from sandbox.errors import method_not_found, not_supported
from sandbox.params import Params
from sandbox.world.world import World

Handler = Callable[[World, Params], Awaitable[Any]]


@dataclass(frozen=True)
class Method:
    """One method of the Bot API."""

    name: str
    takes: frozenset[str]
    run: Handler


METHODS: dict[str, Method] = {}


def method(name: str, *takes: str) -> Callable[[Handler], Handler]:
    """Registers a handler under its method's name; `takes` are the parameters that it understands."""

    def register(handler: Handler) -> Handler:
        METHODS[name.lower()] = Method(name, frozenset(takes), handler)
        return handler

    return register


async def call(world: World, name: str, params: Params) -> Any:
    """Runs a method; names are read without case. 404 for a method or parameter that is not supported."""
    found = METHODS.get(name.lower())
    if found is None:
        raise method_not_found()
    strange = params.values.keys() - found.takes
    if strange:
        raise not_supported(f"{found.name} with {', '.join(sorted(strange))}")
    return await found.run(world, params)

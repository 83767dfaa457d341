"""The bot's own account: getMe, its commands, its name and description; getChat."""

from typing import Any

from sandbox.botapi.methods import Handler, method
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.world.chats import Json
from sandbox.world.commands import Commands, read_commands
from sandbox.world.world import World

ABILITIES = {
    "can_join_groups": False,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}


@method("getMe")
async def get_me(world: World, _params: Params) -> Json:
    """The bot as a user."""
    return {**world.bot.as_user(), **ABILITIES}


@method("getChat", "chat_id")
async def get_chat(world: World, params: Params) -> Json:
    """The person behind a chat."""
    person = world.chat_for_bot(params.text("chat_id")).person
    return {**person.as_chat(), "accent_color_id": person.id % 7, "max_reaction_count": 11}


def _key(world: World, params: Params) -> tuple[str, str]:
    return world.commands.key(params.json("scope"), params.text("language_code"))


@method("setMyCommands", "commands", "scope", "language_code")
async def set_my_commands(world: World, params: Params) -> bool:
    """Sets the menu for a scope and language; an empty list removes it."""
    return _put(world, params, read_commands(params.json("commands")))


@method("deleteMyCommands", "scope", "language_code")
async def delete_my_commands(world: World, params: Params) -> bool:
    """Removes the menu of a scope and language."""
    return _put(world, params, [])


def _put(world: World, params: Params, commands: Commands) -> bool:
    scope, language = _key(world, params)
    person = None
    if scope.startswith("chat:"):
        person = world.chat_for_bot(scope.removeprefix("chat:"))
    world.commands.put((scope, language), commands)
    for chat in [person] if person else world.chats.values():
        chat.touch()
        world.events.emit("commands", person_id=chat.person.id)
    return True


@method("getMyCommands", "scope", "language_code")
async def get_my_commands(world: World, params: Params) -> Commands:
    """The menu of exactly this scope and language."""
    return world.commands.get(_key(world, params))


def _text_pair(kind: str, field: str, longest: int) -> tuple[Handler, Handler]:
    """The setter and getter of one of the bot's texts."""

    async def put(world: World, params: Params) -> bool:
        text = params.text(field)
        if len(text) > longest:
            raise bad_request(f"{kind} is too long")
        world.bot.texts[kind, params.text("language_code")] = text
        return True

    async def get(world: World, params: Params) -> dict[str, Any]:
        texts, language = world.bot.texts, params.text("language_code")
        default = world.bot.first_name if kind == "Name" else ""
        return {field: texts.get((kind, language)) or texts.get((kind, "")) or default}

    return put, get


for _kind, _field, _longest in (
    ("Name", "name", 64),
    ("Description", "description", 512),
    ("ShortDescription", "short_description", 120),
):
    _put_text, _get_text = _text_pair(_kind, _field, _longest)
    method(f"setMy{_kind}", _field, "language_code")(_put_text)
    method(f"getMy{_kind}", "language_code")(_get_text)

"""Deletions: in a private chat a bot deletes messages of both sides, of the last 48 hours."""

from sandbox.botapi.methods import method
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.world.chats import Json
from sandbox.world.world import World

DELETABLE_SECONDS = 48 * 3600


def deletable(world: World, message: Json) -> bool:
    """Whether the message is young enough, by the sandbox's clock."""
    return world.clock.unix() - int(message["date"]) < DELETABLE_SECONDS


@method("deleteMessage", "chat_id", "message_id")
async def delete_message(world: World, params: Params) -> bool:
    """Deletes one message."""
    chat = world.chat_for_bot(params.text("chat_id"))
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if not deletable(world, message):
        raise bad_request("message can't be deleted")
    world.remove(chat, message["message_id"])
    return True


@method("deleteMessages", "chat_id", "message_ids")
async def delete_messages(world: World, params: Params) -> bool:
    """Deletes up to 100; those that are gone or too old are passed over."""
    chat = world.chat_for_bot(params.text("chat_id"))
    ids = params.json("message_ids")
    if not isinstance(ids, list) or not all(isinstance(number, int) for number in ids):
        raise bad_request("expected an Array of message identifiers")
    if not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > 100:
        raise bad_request("too many message identifiers specified")
    for number in dict.fromkeys(ids):
        message = chat.messages.get(number)
        if message is not None and deletable(world, message):
            world.remove(chat, number)
    return True

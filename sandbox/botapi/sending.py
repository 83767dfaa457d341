"""What all sending methods share: where to, in reply to what, the limits, and the message that comes of it."""

from sandbox.botapi.markup import is_inline, read_markup
from sandbox.errors import bad_request, not_supported
from sandbox.params import Params
from sandbox.world.chats import Chat, Json
from sandbox.world.world import World

TO = (
    "chat_id",
    "disable_notification",
    "protect_content",
    "reply_parameters",
    "reply_to_message_id",
    "allow_sending_without_reply",
    "reply_markup",
)
REPLY_FIELDS = {"message_id", "chat_id", "allow_sending_without_reply"}


def send(world: World, params: Params, contents: list[Json]) -> list[Json]:
    """Sends one message, or an album as several; → the messages. All refusals come before the limits are used."""
    chat = world.chat_to_write(params.text("chat_id"))
    markup = read_markup(params)
    reply = replied(chat, params)
    world.limits.charge_send(chat.person.id, len(contents))
    common: Json = {"from": world.bot.as_user()}
    if reply is not None:
        common["reply_to_message"] = reply
    if params.flag("protect_content"):
        common["has_protected_content"] = True
    if is_inline(markup):
        common["reply_markup"] = markup
    elif markup is not None:
        show_keyboard(chat, markup)
    return [world.keep(chat, {**common, **content}) for content in contents]


def show_keyboard(chat: Chat, markup: Json) -> None:
    """A reply keyboard replaces the one that the person has; `remove_keyboard` takes it away."""
    chat.keyboard = None if markup.get("remove_keyboard") else markup


def replied(chat: Chat, params: Params) -> Json | None:
    """The message that is replied to, without its own reply; 400 where it is gone."""
    given = params.json("reply_parameters")
    if given is None and params.integer("reply_to_message_id"):
        given = {
            "message_id": params.integer("reply_to_message_id"),
            "allow_sending_without_reply": params.flag("allow_sending_without_reply"),
        }
    if given is None:
        return None
    if not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    if strange := given.keys() - REPLY_FIELDS:
        raise not_supported(f"reply_parameters with {', '.join(sorted(strange))}")
    original = chat.messages.get(given.get("message_id", 0))
    elsewhere = str(given.get("chat_id", chat.person.id)) != str(chat.person.id)
    if original is None or elsewhere:
        if given.get("allow_sending_without_reply"):
            return None
        raise bad_request("message to be replied not found")
    return {key: value for key, value in original.items() if key != "reply_to_message"}

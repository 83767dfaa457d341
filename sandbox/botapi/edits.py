"""Edits: text, caption and buttons of the bot's own messages, at any age."""

from sandbox.botapi.markup import read_markup
from sandbox.botapi.message_text import read_caption, read_text
from sandbox.botapi.messages import link_preview
from sandbox.botapi.methods import method
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.world.chats import Chat, Json
from sandbox.world.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as "
    "a current content and reply markup of the message"
)
WHICH = ("chat_id", "message_id", "reply_markup")


def own_message(world: World, params: Params) -> tuple[Chat, Json]:
    """The message that a call edits; 400 where it is missing or not the bot's, 403 as for sending."""
    chat = world.chat_to_write(params.text("chat_id"))
    if not params.text("message_id"):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(params.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message["from"]["id"] != world.bot.id:
        raise bad_request("message can't be edited")
    return chat, message


def put(world: World, chat: Chat, old: Json, replaced: tuple[str, ...], new: Json) -> Json:
    """Replaces the named fields of a message by `new`; 400 where nothing would change."""
    edited = {key: value for key, value in old.items() if key not in replaced} | new
    if all(edited.get(key) == old.get(key) for key in replaced):
        raise bad_request(NOT_MODIFIED)
    world.limits.charge_edit()
    return world.change(chat, edited)


def markup_of(params: Params) -> Json:
    """`{"reply_markup": …}`; an edit without one takes the buttons away."""
    markup = read_markup(params, inline_only=True)
    return {} if markup is None else {"reply_markup": markup}


@method(
    "editMessageText",
    *WHICH,
    "text",
    "parse_mode",
    "entities",
    "link_preview_options",
    "disable_web_page_preview",
)
async def edit_message_text(world: World, params: Params) -> Json:
    """Replaces text and buttons."""
    chat, message = own_message(world, params)
    new = {**read_text(params), **link_preview(params), **markup_of(params)}
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return put(world, chat, message, ("text", "entities", "link_preview_options", "reply_markup"), new)


@method("editMessageCaption", *WHICH, "caption", "parse_mode", "caption_entities")
async def edit_message_caption(world: World, params: Params) -> Json:
    """Replaces caption and buttons of a picture or file."""
    chat, message = own_message(world, params)
    caption = read_caption(params.text("caption"), params.text("parse_mode"), params.json("caption_entities"))
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    return put(
        world,
        chat,
        message,
        ("caption", "caption_entities", "reply_markup"),
        {**caption, **markup_of(params)},
    )


@method("editMessageReplyMarkup", *WHICH)
async def edit_message_reply_markup(world: World, params: Params) -> Json:
    """Replaces the buttons alone."""
    chat, message = own_message(world, params)
    return put(world, chat, message, ("reply_markup",), markup_of(params))

"""sendMessage and sendChatAction."""

from sandbox.botapi.message_text import read_text
from sandbox.botapi.methods import method
from sandbox.botapi.sending import TO, send
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.world.chats import Json
from sandbox.world.world import World

ACTIONS = (
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note"
).split()


def link_preview(params: Params) -> Json:
    """`{"link_preview_options": …}` where the call gives some."""
    options = params.json("link_preview_options")
    if options is None and params.flag("disable_web_page_preview"):
        options = {"is_disabled": True}
    if options is None:
        return {}
    if not isinstance(options, dict):
        raise bad_request("object expected as link preview options")
    return {"link_preview_options": options}


@method(
    "sendMessage", *TO, "text", "parse_mode", "entities", "link_preview_options", "disable_web_page_preview"
)
async def send_message(world: World, params: Params) -> Json:
    """Sends a text."""
    world.chat_to_write(params.text("chat_id"))
    return send(world, params, [{**read_text(params), **link_preview(params)}])[0]


@method("sendChatAction", "chat_id", "action")
async def send_chat_action(world: World, params: Params) -> bool:
    """Shows "typing…" on the person's phone."""
    chat = world.chat_to_write(params.text("chat_id"))
    if params.text("action").lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.events.emit("typing", person_id=chat.person.id)
    return True

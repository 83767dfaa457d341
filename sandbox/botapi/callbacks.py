"""answerCallbackQuery."""

from sandbox.botapi.methods import method
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.world.world import World


@method("answerCallbackQuery", "callback_query_id", "text", "show_alert", "cache_time")
async def answer_callback_query(world: World, params: Params) -> bool:
    """Ends the person's wait, with a toast or an alert where there is text (at most 200 characters)."""
    text = params.text("text")
    if len(text) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    alert = params.flag("show_alert")
    tap = world.taps.answer(params.text("callback_query_id"), text, alert)
    if text:
        world.events.emit("toast", person_id=tap.person_id, text=text, show_alert=alert)
    return True

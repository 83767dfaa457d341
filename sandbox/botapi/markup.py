"""reply_markup: checked as Telegram checks it. Inline keyboards stay with the message, the others with the chat."""

from typing import Any

from sandbox.entities.links import normal_url
from sandbox.errors import bad_request, not_supported
from sandbox.params import Params
from sandbox.world.chats import Json

MOST_BUTTONS = 100
STYLES = ("danger", "success", "primary")
UNSUPPORTED = (
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "callback_game",
    "pay",
    "icon_custom_emoji_id",
    "request_users",
    "request_chat",
    "request_contact",
    "request_location",
    "request_poll",
)


def read_markup(params: Params, inline_only: bool = False) -> Json | None:
    """The call's reply_markup, checked and stripped of what Telegram ignores; None where there is none."""
    raw = params.json("reply_markup")
    if raw is None or raw == {}:
        return None
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in raw:
        return _inline(raw["inline_keyboard"])
    if inline_only:
        raise bad_request("inline keyboard expected")
    if "keyboard" in raw:
        return _keyboard(raw)
    if any(raw.get(kind) is True for kind in ("remove_keyboard", "force_reply")):
        return {
            key: raw[key]
            for key in ("remove_keyboard", "force_reply", "input_field_placeholder")
            if key in raw
        }
    raise bad_request("can't parse reply keyboard markup JSON object")


def is_inline(markup: Json | None) -> bool:
    """Whether the markup is one that stays on the message."""
    return markup is not None and "inline_keyboard" in markup


def _inline(rows: Any) -> Json | None:
    keyboard = [[_inline_button(button) for button in row] for row in _rows(rows, "inline_keyboard")]
    keyboard = [row for row in keyboard if row]
    if sum(len(row) for row in keyboard) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return {"inline_keyboard": keyboard} if keyboard else None


def _rows(rows: Any, name: str) -> list[list[Any]]:
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    return rows


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse InlineKeyboardButton: expected an Object")
    shown: Json = {"text": _label(button, "InlineKeyboardButton"), **_style(button)}
    _refuse_unsupported(button)
    if button.get("url"):
        return {**shown, "url": _url(str(button["url"]))}
    if button.get("copy_text"):
        return {**shown, "copy_text": _copy_text(button["copy_text"])}
    data = button.get("callback_data")
    if data is None or data == "":
        raise bad_request(
            "can't parse InlineKeyboardButton: Text buttons are not allowed in the inline keyboard"
        )
    if not isinstance(data, str) or len(data.encode()) > 64:
        raise bad_request("BUTTON_DATA_INVALID")
    return {**shown, "callback_data": data}


def _label(button: Json, kind: str) -> str:
    text = button.get("text")
    if not isinstance(text, str):
        raise bad_request(f'can\'t parse {kind}: Field "text" must be of type String')
    if not text.strip():
        raise bad_request(f"can't parse {kind}: button text must be non-empty")
    return text


def _style(button: Json) -> Json:
    style = button.get("style")
    if style is None:
        return {}
    if style not in STYLES:
        raise bad_request("invalid button style specified")
    return {"style": style}


def _refuse_unsupported(button: Json) -> None:
    for name in UNSUPPORTED:
        if button.get(name) not in (None, False):
            raise not_supported(f"a button with {name}")


def _url(address: str) -> str:
    url = normal_url(address)
    if url is None:
        raise bad_request(f"inline keyboard button URL '{address}' is invalid: Wrong HTTP URL")
    return url


def _copy_text(value: Any) -> Json:
    text = value.get("text") if isinstance(value, dict) else None
    if not isinstance(text, str) or not 1 <= len(text) <= 256:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    return {"text": text}


def _keyboard(raw: Json) -> Json:
    rows = []
    for row in _rows(raw["keyboard"], "keyboard"):
        buttons = [{"text": button} if isinstance(button, str) else button for button in row]
        for button in buttons:
            if not isinstance(button, dict):
                raise bad_request("can't parse KeyboardButton: expected an Object")
            _refuse_unsupported(button)
        rows.append([{"text": _label(button, "KeyboardButton"), **_style(button)} for button in buttons])
    if not any(rows):
        raise bad_request("reply keyboard must have at least one button")
    options = ("is_persistent", "resize_keyboard", "one_time_keyboard", "input_field_placeholder")
    return {"keyboard": rows, **{key: raw[key] for key in options if key in raw}}

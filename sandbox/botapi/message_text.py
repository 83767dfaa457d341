"""Texts and captions of calls: parse mode, entities, lengths, with Telegram's refusals."""

from typing import Any

from sandbox.entities.entity_rules import Entity, clean, settle, units
from sandbox.entities.html import ParseError, parse_html
from sandbox.entities.links import find_entities
from sandbox.errors import bad_request, not_supported
from sandbox.params import Params
from sandbox.world.chats import Json

RAW_LIMIT = 32 << 10  # bytes before parsing
TEXT_LIMIT = 4096  # characters after parsing
CAPTION_LIMIT = 1024
PLAIN_KINDS = (
    "bold italic underline strikethrough spoiler code pre blockquote expandable_blockquote "
    "text_link text_mention mention hashtag cashtag bot_command url email phone_number"
).split()


def read_text(params: Params) -> Json:
    """`{"text": …, "entities"?: […]}` of a call."""
    raw = params.text("text")
    if not raw:
        raise bad_request("message text is empty")
    text, entities = _formatted(raw, params.text("parse_mode"), params.json("entities"))
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def read_caption(raw: str, parse_mode: str, explicit: Any) -> Json:
    """`{"caption"?: …, "caption_entities"?: […]}`."""
    text, entities = _formatted(raw, parse_mode, explicit)
    if len(text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, **({"caption_entities": entities} if entities else {})}


def _formatted(raw: str, parse_mode: str, explicit: Any) -> tuple[str, list[Json]]:
    if len(raw.encode()) > RAW_LIMIT:
        raise bad_request("text is too long")
    mode = parse_mode.lower()
    if mode in ("markdown", "markdownv2"):
        raise bad_request(f"can't parse entities: the sandbox reads HTML only, not {parse_mode}")
    if mode not in ("", "html"):
        raise bad_request("unsupported parse_mode")
    if mode == "html":
        try:
            text, entities = parse_html(raw)
        except ParseError as error:
            raise bad_request(f"can't parse entities: {error}") from error
    else:
        marked = _explicit(raw, explicit)
        text, entities = settle(raw if marked else clean(raw), marked)
    return text, find_entities(text, entities)


def _explicit(raw: str, given: Any) -> list[Entity]:
    """The entities that the call names itself; they must lie within the text."""
    if given is None:
        return []
    if not isinstance(given, list):
        raise bad_request("can't parse entities JSON object: expected an Array")
    return [_entity(item, units(raw)) for item in given]


def _entity(item: Any, total: int) -> Entity:
    if not isinstance(item, dict) or not isinstance(item.get("type"), str):
        raise bad_request("can't parse MessageEntity: expected an Object with a type")
    if item["type"] not in PLAIN_KINDS:
        raise not_supported(f"an entity of type {item['type']}")
    offset, length = item.get("offset"), item.get("length")
    if not isinstance(offset, int) or not isinstance(length, int) or offset < 0 or length <= 0:
        raise bad_request("can't parse MessageEntity: wrong offset or length")
    if offset + length > total:
        where = f"offset {offset} ends after the end of the text at UTF-16 offset {total}"
        raise bad_request(f"entity beginning at UTF-16 {where}")
    extra = {key: item[key] for key in ("url", "user", "language") if key in item}
    return Entity(offset, length, item["type"], extra)

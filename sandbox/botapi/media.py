"""sendPhoto, sendDocument, sendMediaGroup."""

from typing import Any

from sandbox.botapi.message_text import read_caption
from sandbox.botapi.methods import method
from sandbox.botapi.sending import TO, send
from sandbox.errors import bad_request, not_supported
from sandbox.params import Params
from sandbox.world.chats import Json
from sandbox.world.world import World

PHOTO_LIMIT = 10 << 20  # bytes
CAPTION = ("caption", "parse_mode", "caption_entities")
ITEM_FIELDS = {"type", "media", *CAPTION, "disable_content_type_detection"}


def media_of(world: World, params: Params, kind: str, reference: str) -> Json:
    """The file that a field names: uploaded in it, uploaded elsewhere (`attach://`), or known by its file_id."""
    upload = params.files.get(
        reference.removeprefix("attach://") if reference.startswith("attach://") else kind
    )
    if reference and not reference.startswith("attach://"):
        return _known(world, kind, reference)
    if upload is None:
        raise bad_request(f"there is no {kind} in the request")
    if not upload.data:
        raise bad_request("file must be non-empty")
    if kind == "photo":
        if len(upload.data) > PHOTO_LIMIT:
            raise bad_request("file is too big")
        return world.files.add_photo(upload.data, upload.name)
    return world.files.add_document(upload.data, upload.name or "file", upload.mime)


def _known(world: World, kind: str, reference: str) -> Json:
    if "://" in reference:
        raise bad_request("failed to get HTTP URL content")  # the sandbox never goes out
    media = world.files.media(reference)
    if media is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if kind not in media:
        there = next(iter(media)).capitalize()
        raise bad_request(f"can't use file of type {there} as {kind.capitalize()}")
    return media


def _send_one(world: World, params: Params, kind: str) -> Json:
    world.chat_to_write(params.text("chat_id"))
    caption = read_caption(params.text("caption"), params.text("parse_mode"), params.json("caption_entities"))
    media = media_of(world, params, kind, params.text(kind))
    return send(world, params, [{**media, **caption}])[0]


@method("sendPhoto", *TO, *CAPTION, "photo")
async def send_photo(world: World, params: Params) -> Json:
    """Sends a picture of at most 10 MB."""
    return _send_one(world, params, "photo")


@method("sendDocument", *TO, *CAPTION, "document", "disable_content_type_detection")
async def send_document(world: World, params: Params) -> Json:
    """Sends a file of at most 50 MB."""
    return _send_one(world, params, "document")


@method("sendMediaGroup", *(name for name in TO if name != "reply_markup"), "media")
async def send_media_group(world: World, params: Params) -> list[Json]:
    """Sends 2 to 10 pictures, or 2 to 10 files, as one album."""
    world.chat_to_write(params.text("chat_id"))
    items = params.json("media")
    if not isinstance(items, list):
        raise bad_request("expected an Array of InputMedia")
    if not 2 <= len(items) <= 10:
        raise bad_request(f"too {'few' if len(items) < 2 else 'many'} messages to send as an album")
    contents = [_album_item(world, params, item) for item in items]
    if len({"photo" in content for content in contents}) > 1:
        raise bad_request("document can't be mixed with other media types")
    group = {"media_group_id": world.album_id()}
    return send(world, params, [{**group, **content} for content in contents])


def _album_item(world: World, params: Params, item: Any) -> Json:
    if not isinstance(item, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    kind = item.get("type")
    if kind not in ("photo", "document"):
        raise not_supported(f"media of type {kind}")
    if strange := item.keys() - ITEM_FIELDS:
        raise not_supported(f"media with {', '.join(sorted(strange))}")
    caption = read_caption(
        str(item.get("caption") or ""), str(item.get("parse_mode") or ""), item.get("caption_entities")
    )
    return {**media_of(world, params, kind, str(item.get("media") or "")), **caption}

"""What people do in their chats: write, send pictures and files, tap buttons, block the bot."""

import asyncio
import random
import re
from collections.abc import Iterable
from typing import Any

from sandbox.entities.links import find_entities
from sandbox.params import Upload
from sandbox.world.callbacks import Tap
from sandbox.world.chats import Chat, Json
from sandbox.world.files import SOUND_OR_FILM
from sandbox.world.world import World

TEXT_PIECE = 4096  # a phone sends a longer text as several messages
CAPTION_LIMIT = 1024
ALONE = ("voice", "video_note")
_PAYLOAD = re.compile(r"^[A-Za-z0-9_-]{1,64}$")


class Impossible(Exception):
    """What a phone would not let its person do; `status` is the HTTP answer."""

    def __init__(self, words: str, status: int = 409) -> None:
        super().__init__(words)
        self.status = status


def must_be_able(chat: Chat) -> None:
    """Someone who blocked the bot, or whose account is gone, writes nothing."""
    if chat.person.deactivated:
        raise Impossible("this account is deleted")
    if chat.person.blocked:
        raise Impossible("this person has blocked the bot")


def write(world: World, chat: Chat, text: str, reply_to: int | None = None) -> list[Json]:
    """A text message; a long one goes in several pieces."""
    must_be_able(chat)
    text = text.strip()
    if not text:
        raise Impossible("an empty message cannot be sent", 400)
    pieces = [text[i : i + TEXT_PIECE] for i in range(0, len(text), TEXT_PIECE)]
    messages = [with_entities("text", "entities", piece) for piece in pieces]
    if reply_to is not None:
        original = chat.messages.get(reply_to)
        if original is None:
            raise Impossible(f"there is no message {reply_to} to reply to")
        messages[0]["reply_to_message"] = {k: v for k, v in original.items() if k != "reply_to_message"}
    if chat.keyboard is not None and chat.keyboard.get("one_time_keyboard"):
        chat.keyboard = None
    return world.say(chat, messages)


def with_entities(text_field: str, entities_field: str, text: str) -> Json:
    """The text and what Telegram marks in it."""
    entities = find_entities(text, [])
    return {text_field: text, **({entities_field: entities} if entities else {})}


def send_files(
    world: World, chat: Chat, kind: str, caption: str, uploads: Iterable[Upload], album: str = ""
) -> list[Json]:
    """Pictures, files, sounds or films, several of them as an album; the caption goes on the first.

    `album` names one that was sent before: these are pages of it that the network held back.
    """
    must_be_able(chat)
    uploads = list(uploads)
    if kind not in ("photo", "document", *SOUND_OR_FILM) or not uploads:
        raise Impossible(
            f"kind must be photo, document, {', '.join(SOUND_OR_FILM)}, with at least one file", 400
        )
    if kind in ALONE and len(uploads) > 1:
        raise Impossible(f"{kind} is sent one at a time", 400)
    if album and not any(m.get("media_group_id") == album for m in chat.messages.values()):
        raise Impossible("there is no such album in this chat")
    if kind == "video_note" and caption.strip():
        raise Impossible("a video note has no caption", 400)
    if len(caption) > CAPTION_LIMIT:
        raise Impossible("the caption is too long", 400)
    messages: list[Json] = []
    for upload in uploads:
        if kind == "photo":
            messages.append(dict(world.files.add_photo(upload.data, upload.name)))
        elif kind == "document":
            messages.append(dict(world.files.add_document(upload.data, upload.name, upload.mime)))
        else:
            messages.append(dict(world.files.add_sound_or_film(kind, upload.data, upload.name, upload.mime)))
    if caption.strip():
        messages[0].update(with_entities("caption", "caption_entities", caption.strip()))
    sent: list[Json] = []
    for first in range(0, len(messages), 10):
        together = messages[first : first + 10]
        group = {"media_group_id": album or world.album_id()} if album or len(together) > 1 else {}
        sent += world.say(chat, [{**group, **message} for message in together])
    return sent


def send_place(world: World, chat: Chat, latitude: float, longitude: float) -> list[Json]:
    """Where the person is, or where they point to."""
    must_be_able(chat)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise Impossible("there is no such place on earth", 400)
    return world.say(chat, [{"location": {"latitude": latitude, "longitude": longitude}}])


def start(world: World, chat: Chat, payload: str) -> list[Json]:
    """Opens the bot by a link; who had blocked it unblocks it so."""
    if payload and not _PAYLOAD.match(payload):
        raise Impossible("a start payload is 1 to 64 characters of A-Z a-z 0-9 _ -", 400)
    if chat.person.blocked and not chat.person.deactivated:
        change(world, chat, {"blocked": False})
    return write(world, chat, f"/start {payload}".strip())


def change(world: World, chat: Chat, fields: dict[str, Any]) -> None:
    """Renames the person, changes the phone's language, blocks or unblocks the bot, deletes the account."""
    was_blocked = chat.person.blocked
    for name, value in fields.items():
        setattr(chat.person, name, value)
    if chat.person.blocked != was_blocked and chat.opened:
        world.updates.push("my_chat_member", membership(world, chat))
    chat.touch()
    world.events.emit("person", person=chat.person.as_json())
    if "language" in fields:
        world.events.emit("commands", person_id=chat.person.id)


def membership(world: World, chat: Chat) -> Json:
    """The `my_chat_member` update of a person who has just blocked or unblocked the bot."""
    bot = world.bot.as_user()
    member = {"user": bot, "status": "member"}
    kicked = {"user": bot, "status": "kicked", "until_date": 0}
    old, new = (member, kicked) if chat.person.blocked else (kicked, member)
    return {
        "chat": chat.person.as_chat(),
        "from": chat.person.as_user(),
        "date": world.clock.unix(),
        "old_chat_member": old,
        "new_chat_member": new,
    }


def find_button(message: Json, want: Json) -> Json:
    """The button that a tap means: by its data, by its text, or by row and column."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    if "row" in want:
        row, column = int(want["row"]), int(want.get("column", 0))
        if 0 <= row < len(rows) and 0 <= column < len(rows[row]):
            return dict(rows[row][column])
        raise Impossible("the message has no button there")
    key, value = ("callback_data", want.get("data")) if "data" in want else ("text", want.get("text"))
    for button in (button for row in rows for button in row):
        if value is not None and button.get(key) == value:
            return dict(button)
    raise Impossible(f"the message has no such button: {value}")


def press(world: World, chat: Chat, want: Json) -> tuple[Tap | None, Json]:
    """A tap; → the tap (None for a link or a text to copy, which the bot never hears of) and the button."""
    must_be_able(chat)
    message = chat.messages.get(int(want.get("message_id") or 0))
    if message is None:
        raise Impossible("there is no such message")
    if want.get("forge"):
        button: Json = {"callback_data": str(want.get("data", ""))}
    else:
        button = find_button(message, want)
    if "callback_data" not in button:
        return None, button
    tap = world.taps.open(chat.person.id)
    world.updates.push(
        "callback_query",
        {
            "id": tap.id,
            "from": chat.person.as_user(),
            "message": message,
            "chat_instance": str(random.Random(chat.person.id).randint(10**17, 9 * 10**17)),
            "data": button["callback_data"],
        },
    )
    return tap, button


async def answer_to(tap: Tap, seconds: float) -> Json | None:
    """The bot's answer, if it comes within that time."""
    try:
        return await asyncio.wait_for(asyncio.shield(tap.answer), seconds)
    except TimeoutError:
        return None


def find_chat(world: World, raw_id: str) -> Chat:
    """The chat of a person; 404 where there is none."""
    chat = world.chats.get(int(raw_id)) if raw_id.isdigit() else None
    if chat is None:
        raise Impossible("there is no such person", 404)
    return chat

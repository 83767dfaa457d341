"""Which feature an update is for: by the button's action, the command, or what the card waits for.

The card decides what a typed text means, and the card is a row of the database; so the choice is made here, inside
the transaction, not by filters on the update alone.
"""

from __future__ import annotations

from telegram import Message, Update
from telegram.constants import ChatType

from core.kernel.errors import UnreadableFile, UnreadableInput
from core.model.people import Role
from handlers.entry.edits import says_something_else
from handlers.entry.features import enter_all
from handlers.frame.registry import EVERYONE, LATE_PAGE, PLAN_FILE, Entry, registry
from handlers.frame.turn import Turn

enter_all()


def choose(turn: Turn) -> Entry | None:
    """The entry for this turn; None where a button's action is not known (any more)."""
    if turn.tap is not None:
        return registry.taps.get(turn.tap.action)
    if turn.edited:
        return _EDITED
    message = turn.message
    if message is None:
        return None
    if message.text and message.text.startswith("/"):
        name = message.text[1:].split()[0].partition("@")[0].lower() if len(message.text) > 1 else ""
        return registry.commands.get(name, _LOST)
    if message.document or message.photo:
        return _for_file(turn)
    if message.voice or message.video or message.video_note or message.audio:
        return _or_late_page(turn, _for_card(turn, registry.files, _NO_CARD))
    if message.location:
        return _for_card(turn, registry.places, _NO_CARD)
    if message.text:
        return _for_card(turn, registry.typed)
    return _NOT_KEPT


def _for_card(turn: Turn, table: dict[str, Entry], otherwise: Entry | None = None) -> Entry:
    view = turn.card.view
    return table.get(view.asks or view.name, otherwise or _LOST)


def _for_file(turn: Turn) -> Entry:
    """What a photo or document is for; a coordinator's that no card takes is a plan."""
    may_load = turn.person is not None and turn.person.may(Role.COORDINATOR)
    found = _or_late_page(turn, _for_card(turn, registry.files, _NO_CARD))
    if found is _NO_CARD and may_load:
        return registry.files[PLAN_FILE]
    return found


def _or_late_page(turn: Turn, found: Entry) -> Entry:
    """A page of an album may come when its card was answered already."""
    is_page = turn.message is not None and turn.message.media_group_id is not None
    return registry.files[LATE_PAGE] if is_page and found is _NO_CARD else found


async def _not_understood(turn: Turn) -> None:
    raise UnreadableInput("not-understood")


async def _no_card(turn: Turn) -> None:
    """Evidence on a card that takes none: who reports is told which does; who does not, that it is not kept."""
    if turn.me.may(Role.OFFICER):
        raise UnreadableFile("evidence-no-card")
    raise UnreadableFile("file-kind-not-kept") if _is_of_no_kind(turn) else UnreadableInput("not-understood")


def _is_of_no_kind(turn: Turn) -> bool:
    return turn.message is not None and not (turn.message.photo or turn.message.document)


async def _edited(turn: Turn) -> None:
    """A message that was edited after it was read: what it says now is not taken in silence.

    Telegram sends an edit too where it added a preview of a link: that is left alone.
    """
    if not await says_something_else(turn.work.inbox, turn.person_id, turn.update_id):
        return
    raise UnreadableInput("edited-not-read")


async def _not_kept(turn: Turn) -> None:
    raise UnreadableFile("file-kind-not-kept")


_LOST = Entry(_not_understood, EVERYONE)
_NOT_KEPT = Entry(_not_kept, EVERYONE)
_NO_CARD = Entry(_no_card, EVERYONE)
_EDITED = Entry(_edited, EVERYONE)


def is_for_us(update: Update) -> bool:
    """Whether a person says something in a private chat; the bot does not answer elsewhere.

    Word that a message was pinned or a timer set comes as a message too, and is nothing that a person said.
    """
    chat = update.effective_chat
    if update.effective_user is None or chat is None or chat.type != ChatType.PRIVATE:
        return False
    if update.edited_message is not None:  # a place that is shared live "edits" itself every few seconds
        return bool(update.edited_message.text or update.edited_message.caption)
    return update.message is None or _is_said(update.message)


def _is_said(message: Message) -> bool:
    """Whether a message has a text or an attachment: a photo, a file, a sound, a sticker, a place, a contact…"""
    return bool(message.text or message.effective_attachment)

"""The file of a message as Telegram tells of it, before its bytes are fetched."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time

from telegram import Message

from core.kernel.errors import UnreadableFile
from core.plan.reports import Evidence, EvidenceKind
from handlers.frame.turn import Turn

LARGEST_FILE = 20 * 1024 * 1024
"""Telegram lets a bot fetch no more (Bot API, getFile)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What is known of a file at once. `size` is None where Telegram does not tell it."""

    kind: EvidenceKind
    file_id: str
    unique_id: str
    size: int | None
    name: str | None
    mime_type: str | None
    album: str | None


def sent_in(turn: Turn) -> Sent:
    """The photo or document of a message. Raises UnreadableFile where it is too large to be fetched or another kind."""
    found = _photo_or_document(turn.message) if turn.message is not None else None
    return _fetchable(found)


async def evidence_in(turn: Turn, obligation_id: int) -> Evidence:
    """The same as evidence of a report, sounds and films too: whatever shows that a thing was done is kept.

    Raises NotAllowed too, where the person's files have come to as much as one person may send.
    """
    message = turn.message
    file = _fetchable(None if message is None else _photo_or_document(message) or _sound_or_film(message))
    midnight = datetime.combine(turn.deps.today(), time.min, turn.deps.zone)
    today, ever = await turn.work.evidence.sent_by(turn.person_id, midnight)
    turn.deps.quota.check(today, ever, file.size or 0)
    return Evidence(
        id=0,
        obligation_id=obligation_id,
        kind=file.kind,
        file_id=file.file_id,
        unique_id=file.unique_id,
        size=file.size,
        file_name=file.name,
        mime_type=file.mime_type,
        album=file.album,
        added_by=turn.person_id,
        added_at=turn.now,
    )


def place_in(turn: Turn, obligation_id: int) -> Evidence:
    """The place that a message tells, as evidence of a report."""
    where = turn.message.location if turn.message is not None else None
    link = None if where is None else f"geo:{where.latitude:.6f},{where.longitude:.6f}"
    return Evidence(
        id=0,
        obligation_id=obligation_id,
        kind="location",
        link=link,
        added_by=turn.person_id,
        added_at=turn.now,
    )


def _photo_or_document(message: Message) -> Sent | None:
    album = message.media_group_id
    if message.photo:
        largest = message.photo[-1]
        size = largest.file_size
        return Sent("photo", largest.file_id, largest.file_unique_id, size, None, "image/jpeg", album)
    if message.document:
        d = message.document
        return Sent("document", d.file_id, d.file_unique_id, d.file_size, d.file_name, d.mime_type, album)
    return None


def _sound_or_film(message: Message) -> Sent | None:
    album = message.media_group_id
    if (voice := message.voice) is not None:
        mime = voice.mime_type or "audio/ogg"
        return Sent("voice", voice.file_id, voice.file_unique_id, voice.file_size, None, mime, None)
    if (note := message.video_note) is not None:
        return Sent("video", note.file_id, note.file_unique_id, note.file_size, None, "video/mp4", None)
    if (film := message.video) is not None:
        mime = film.mime_type or "video/mp4"
        return Sent("video", film.file_id, film.file_unique_id, film.file_size, film.file_name, mime, album)
    if (sound := message.audio) is not None:
        mime = sound.mime_type or "audio/mpeg"
        unique_id, name = sound.file_unique_id, sound.file_name
        return Sent("voice", sound.file_id, unique_id, sound.file_size, name, mime, album)
    return None


def _fetchable(found: Sent | None) -> Sent:
    if found is None:
        raise UnreadableFile("file-kind-not-kept")
    if (found.size or 0) > LARGEST_FILE:
        raise UnreadableFile("file-over-limit", megabytes=LARGEST_FILE // 1024 // 1024)
    return found

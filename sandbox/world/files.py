"""Files kept in memory. A picture has several sizes; the smaller ones are drawn when somebody fetches them."""

import hashlib
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from PIL import Image, UnidentifiedImageError

from sandbox.errors import bad_request
from sandbox.world.clock import monotonic

DOWNLOAD_LIMIT = 20 << 20  # bytes, getFile
LINK_SECONDS = 3600.0  # a path from getFile holds for at least an hour
SOUND_OR_FILM = {"voice": "audio/", "audio": "audio/", "video": "video/", "video_note": "video/"}
"""What a person can send besides pictures and files, and how the type of each begins."""
DEFAULT_MIME = {"voice": "audio/ogg", "audio": "audio/mpeg", "video": "video/mp4", "video_note": "video/mp4"}
SIDES = (90, 320, 800, 1280)  # longest sides of the smaller sizes, in pixels


@dataclass
class StoredFile:
    """One file: its ids, its name and type, and its bytes (made on demand for a smaller picture)."""

    id: str
    unique_id: str
    name: str
    mime: str
    kind: str  # "photo", "document", "voice", "video", "video_note" or "audio"
    size: int
    read: Callable[[], bytes]

    def as_json(self) -> dict[str, Any]:
        """The part that every file object of Telegram has."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": self.size}


class FileStore:
    """Every file that was sent, by file_id; and the paths that getFile gave out."""

    def __init__(self, bot_id: int) -> None:
        self._bot_id = bot_id
        self._files: dict[str, StoredFile] = {}
        self._media: dict[str, dict[str, Any]] = {}
        self._paths: dict[str, tuple[StoredFile, float]] = {}

    def find(self, file_id: str) -> StoredFile | None:
        """The file of an id, if there is one."""
        return self._files.get(file_id)

    def media(self, file_id: str) -> dict[str, Any] | None:
        """What a message shows for this file: `{"photo": […]}` or `{"document": {…}}`."""
        return self._media.get(file_id)

    def add_document(self, data: bytes, name: str, mime: str) -> dict[str, Any]:
        """Keeps a file; → `{"document": Document}`."""
        mime = mime or mimetypes.guess_type(name)[0] or "application/octet-stream"
        stored = self._keep("document", name, mime, data)
        media = {"document": {"file_name": name, "mime_type": mime, **stored.as_json()}}
        self._media[stored.id] = media
        return media

    def add_sound_or_film(self, kind: str, data: bytes, name: str, mime: str) -> dict[str, Any]:
        """Keeps a voice message, an audio file, a video or a round video note; → `{kind: …}` as Telegram has it.

        How long it lasts and how large its picture is nobody measures here: a second, and a small square.
        """
        mime = mime if mime.startswith(SOUND_OR_FILM[kind]) else DEFAULT_MIME[kind]
        stored = self._keep(kind, name, mime, data)
        shape: dict[str, Any] = {"duration": 1}
        if kind == "video":
            shape |= {"width": 320, "height": 320, "file_name": name}
        elif kind == "audio":
            shape |= {"file_name": name}
        elif kind == "video_note":
            shape |= {"length": 320}
        if kind != "video_note":
            shape["mime_type"] = mime
        media = {kind: {**shape, **stored.as_json()}}
        self._media[stored.id] = media
        return media

    def add_photo(self, data: bytes, name: str) -> dict[str, Any]:
        """Keeps a picture; → `{"photo": [PhotoSize…]}`, the largest last. Raises Telegram's errors for what is none.

        The largest size holds the bytes as they were sent: unlike Telegram, nothing is compressed again.
        """
        width, height, mime = measure(data)
        sizes = []
        for side in SIDES:
            if max(width, height) > side:
                scale = side / max(width, height)
                small = max(1, round(width * scale)), max(1, round(height * scale))
                sizes.append(self._smaller(data, small))
        full = self._keep("photo", name, mime, data)
        sizes.append({**full.as_json(), "width": width, "height": height})
        media = {"photo": sizes}
        for size in sizes:
            self._media[size["file_id"]] = media
        return media

    def _smaller(self, data: bytes, size: tuple[int, int]) -> dict[str, Any]:
        stored = self._keep("photo", "photo.jpg", "image/jpeg", data, size)
        stored.read = lambda: shrink(data, size)
        stored.size = size[0] * size[1] // 8 + 600  # a guess at a JPEG's size: it is drawn only when fetched
        return {**stored.as_json(), "width": size[0], "height": size[1]}

    def _keep(
        self, kind: str, name: str, mime: str, data: bytes, of_size: tuple[int, int] | None = None
    ) -> StoredFile:
        """A new file_id; the same bytes sent as the same kind have one file_unique_id, as in Telegram when passed on."""
        number = len(self._files) + 1
        seal = hashlib.sha256(f"{self._bot_id}:{number}".encode()).hexdigest()
        same = hashlib.sha256(f"{kind}:{of_size}:".encode() + data).hexdigest()
        stored = StoredFile(f"AgAC{seal[:48]}", f"AQAD{same[:12]}", name, mime, kind, len(data), lambda: data)
        self._files[stored.id] = stored
        return stored

    def open_path(self, stored: StoredFile) -> str:
        """A path for the file door, good for an hour of real time."""
        number = int(stored.id[-6:], 16)
        suffix = PurePosixPath(stored.name).suffix or mimetypes.guess_extension(stored.mime) or ""
        path = f"{stored.kind}s/file_{number}{suffix}"
        self._paths[path] = (stored, monotonic() + LINK_SECONDS)
        return path

    def at_path(self, path: str) -> StoredFile | None:
        """The file behind a path that getFile gave out and that still holds."""
        stored, until = self._paths.get(path, (None, 0.0))
        return stored if until > monotonic() else None


def measure(data: bytes) -> tuple[int, int, str]:
    """Width, height and type of a picture; raises what Telegram says of one it can't take."""
    try:
        with Image.open(BytesIO(data)) as image:
            width, height = image.size
            mime = Image.MIME.get(image.format or "", "image/jpeg")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise bad_request("IMAGE_PROCESS_FAILED") from error
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height, mime


def shrink(data: bytes, size: tuple[int, int]) -> bytes:
    """A JPEG of that size."""
    out = BytesIO()
    with Image.open(BytesIO(data)) as image:
        image.convert("RGB").resize(size).save(out, "JPEG")
    return out.getvalue()

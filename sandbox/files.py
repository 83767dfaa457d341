"""Files kept in memory. A picture has several sizes; the smaller ones are drawn when somebody fetches them."""

import hashlib
import mimetypes
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from PIL import Image, UnidentifiedImageError

from sandbox.clock import monotonic
from sandbox.errors import bad_request

DOWNLOAD_LIMIT = 20 << 20  # bytes, getFile
LINK_SECONDS = 3600.0  # a path from getFile holds for at least an hour
SIDES = (90, 320, 800, 1280)  # longest sides of the smaller sizes, in pixels


@dataclass
class StoredFile:
    """One file: its ids, its name and type, and its bytes (made on demand for a smaller picture)."""

    id: str
    unique_id: str
    name: str
    mime: str
    kind: str  # "photo" or "document"
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
        stored = self._keep("document", name, mime, len(data), lambda: data)
        media = {"document": {"file_name": name, "mime_type": mime, **stored.as_json()}}
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
        full = self._keep("photo", name, mime, len(data), lambda: data)
        sizes.append({**full.as_json(), "width": width, "height": height})
        media = {"photo": sizes}
        for size in sizes:
            self._media[size["file_id"]] = media
        return media

    def _smaller(self, data: bytes, size: tuple[int, int]) -> dict[str, Any]:
        stored = self._keep("photo", "photo.jpg", "image/jpeg", 0, lambda: shrink(data, size))
        stored.size = size[0] * size[1] // 8 + 600  # a guess at a JPEG's size: it is drawn only when fetched
        return {**stored.as_json(), "width": size[0], "height": size[1]}

    def _keep(self, kind: str, name: str, mime: str, size: int, read: Callable[[], bytes]) -> StoredFile:
        number = len(self._files) + 1
        seal = hashlib.sha256(f"{self._bot_id}:{number}".encode()).hexdigest()
        stored = StoredFile(f"AgAC{seal[:48]}", f"AQAD{seal[-12:]}", name, mime, kind, size, read)
        self._files[stored.id] = stored
        return stored

    def open_path(self, stored: StoredFile) -> str:
        """A path for the file door, good for an hour of real time."""
        number = int(stored.unique_id[-6:], 16)
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

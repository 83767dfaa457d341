"""A folder of files that lie ready on every phone, for who has none at hand."""

from pathlib import Path

from sandbox.params import Upload
from sandbox.phones.people import Impossible
from sandbox.world.chats import Json


class Samples:
    """The files of one folder, looked up anew each time; without a folder there are none."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def listed(self) -> list[Json]:
        """`[{name, size}]` by name, sizes in bytes."""
        return [{"name": path.name, "size": path.stat().st_size} for path in self._paths()]

    def read(self, name: str) -> Upload:
        """The file of that name, whole; 404 for a name that is not listed (so no path leads out)."""
        for path in self._paths():
            if path.name == name:
                return Upload(path.name, "", path.read_bytes())
        raise Impossible(f"there is no sample {name}", 404)

    def _paths(self) -> list[Path]:
        if self._folder is None:
            return []
        return sorted(p for p in self._folder.iterdir() if p.is_file() and not p.name.startswith("."))

"""getFile."""

from sandbox.botapi.methods import method
from sandbox.errors import bad_request
from sandbox.params import Params
from sandbox.world.chats import Json
from sandbox.world.files import DOWNLOAD_LIMIT
from sandbox.world.world import World


@method("getFile", "file_id")
async def get_file(world: World, params: Params) -> Json:
    """A path to download the file by, for an hour; 400 over 20 MiB."""
    file_id = params.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    stored = world.files.find(file_id)
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if stored.size > DOWNLOAD_LIMIT:
        raise bad_request("file is too big")
    return {**stored.as_json(), "file_path": world.files.open_path(stored)}

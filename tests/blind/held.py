"""What officials typed who had not seen the bot: nothing is wrong in silence, and what was read stays read.

Each set came from another hand. Its first run, before anything was mended for it, stands in bench/RESULTS.md. Each has a
file of tests of its own, so that several are judged at once.
"""

from __future__ import annotations

from pathlib import Path

from tests.blind.__main__ import judged, read_set

HERE = Path(__file__).parent


async def hold(name: str, least: int, folder: Path, *, over_http: bool = False) -> None:
    """Fails where an item of the set is wrong in silence, or fewer than `least` are read right.

    That is how many were when the set was last looked through. One set goes over HTTP, as all the talks do.
    """
    found = await judged(read_set(HERE / name), folder, over_http=over_http)
    wrong = [
        f"{item['id']} {item['text']!r} → {recorded}" for item, what, recorded in found if what == "wrong"
    ]
    assert not wrong, "\n".join(wrong)
    assert sum(what == "right" for _, what, _ in found) >= least

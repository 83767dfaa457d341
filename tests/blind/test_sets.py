"""What officials typed who had not seen the bot: nothing is wrong in silence, and what was read stays read.

Each set came from another hand. Its first run, before anything was mended for it, stands in bench/RESULTS.md.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.blind.__main__ import judged, read_set

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("name", "least"), [("set-1.jsonl", 401), ("set-2.jsonl", 414), ("set-3.jsonl", 217)]
)
async def test_nothing_is_wrong_in_silence(name: str, least: int, tmp_path: Path) -> None:
    """`least` is how many were read right when the set was last looked through."""
    found = await judged(read_set(HERE / name), tmp_path)
    wrong = [
        f"{item['id']} {item['text']!r} → {recorded}" for item, what, recorded in found if what == "wrong"
    ]
    assert not wrong, "\n".join(wrong)
    assert sum(what == "right" for _, what, _ in found) >= least

"""What an older program wrote opens in this one, and every button of every card that was open works as it did."""

from __future__ import annotations

import pytest
from structlog.testing import capture_logs

from tests.upgrade.comparing import both, broken


async def test_every_button_of_every_card_is_answered() -> None:
    """To the letter: `python -m tests.upgrade`."""
    with capture_logs():
        expected, found = await both()
    if told := broken(expected, found):
        pytest.fail(f"{len(told)} are broken:\n" + "\n".join(told[:10]))

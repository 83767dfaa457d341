"""The demo as a command: it serves its page soon, takes another port where its own is taken, and ends cleanly."""

import socket
import urllib.request
from urllib.parse import urlsplit

import pytest

from tests.browser.running_demo import SECONDS_TO_PAGE, RunningDemo

pytestmark = pytest.mark.browser


def test_it_starts_where_the_port_is_taken_and_ends_on_ctrl_c() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        demo = RunningDemo(taken)
        try:
            assert urlsplit(demo.address).port not in (None, taken)
            with urllib.request.urlopen(demo.address) as page:
                assert page.status == 200
            assert demo.seconds_to_page < SECONDS_TO_PAGE
        finally:
            status = demo.stop()
    assert status == 0
    assert "Traceback" not in demo.said
    assert 3 <= len(demo.said.splitlines()) <= 5
    assert not demo.left_behind()

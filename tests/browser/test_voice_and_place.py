"""A voice message and a place are sent from the page as a phone sends them, and shown in the chat."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.onpage import PhoneOnPage

pytestmark = pytest.mark.browser


def test_a_voice_message_and_a_place_are_sent_from_the_composer(handheld: Page) -> None:
    officer = PhoneOnPage(handheld, "Данияр")
    officer.tab.click()
    clip = officer.root.get_by_test_id("attach-button")
    clip.click()
    expect(officer.root.get_by_test_id("own-voice")).to_be_visible()
    officer.root.get_by_test_id("own-place").click()
    handheld.get_by_test_id("place-latitude").fill("43.238949")
    handheld.get_by_test_id("place-longitude").fill("76.889709")
    handheld.get_by_test_id("dialog-submit").click()
    place = officer.root.get_by_test_id("place")
    expect(place).to_contain_text("43.238949, 76.889709")
    assert "mlat=43.238949" in (place.get_attribute("href") or "")
    spoken = {"name": "word.ogg", "mimeType": "audio/ogg", "buffer": b"OggS"}
    officer.root.get_by_test_id("voice-input").set_input_files(spoken)  # type: ignore[arg-type]
    expect(officer.root.get_by_test_id("sound")).to_be_visible()

"""The README's pictures: written where ORYNDA_PICTURES names a folder, so that they never differ from the bot."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page, ViewportSize

COLOURS = 256
EDGE = 11  # pixels around a phone: its frame is drawn outside of it
TALL = {"width": 1440, "height": 900}


def picture_of_phone(name: str, phone: Locator) -> None:
    """Keeps one phone as <name>.png, in a taller window so that it shows more; nothing without the variable."""
    page = phone.page
    with _taller(page):
        box = phone.bounding_box()
        assert box is not None
        left, top = max(0.0, box["x"] - EDGE), max(0.0, box["y"] - EDGE)
        right, bottom = box["x"] + box["width"] + EDGE, min(TALL["height"], box["y"] + box["height"] + EDGE)
        picture(name, page, 720, {"x": left, "y": top, "width": right - left, "height": bottom - top})


def picture_of_table(name: str, page: Page) -> None:
    """Keeps the whole page of a laptop as <name>.png; nothing without the variable."""
    with _taller(page):
        picture(name, page, TALL["width"])


def picture(name: str, page: Page, width: int, clip: FloatRect | None = None) -> None:
    """Keeps what is shown, or a part of it, that many pixels wide; nothing without the environment variable."""
    folder = os.environ.get("ORYNDA_PICTURES")
    if not folder:
        return
    shown = Image.open(BytesIO(page.screenshot(clip=clip))).convert("RGB")
    height = round(shown.height * width / shown.width)
    small = shown.resize((width, height), Image.Resampling.LANCZOS)
    target = Path(folder) / f"{name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    # The octree keeps the rare colours (a green tick), which a palette of the most frequent ones loses.
    small.quantize(COLOURS, method=Image.Quantize.FASTOCTREE).save(target, optimize=True)


@contextmanager
def _taller(page: Page) -> Iterator[None]:
    before = page.viewport_size
    assert before is not None
    page.set_viewport_size(ViewportSize(width=TALL["width"], height=TALL["height"]))
    page.wait_for_function("height => document.body.clientHeight === height", arg=TALL["height"])
    page.mouse.move(0, 0)  # nothing is hovered over
    page.wait_for_timeout(300)  # chats scroll to their ends
    yield
    page.set_viewport_size(before)

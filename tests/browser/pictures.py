"""The README's pictures: written where ORYNDA_PICTURES names a folder, so that they never differ from the bot."""

import os
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page

COLOURS = 200


def picture(name: str, of: Page | Locator, width: int) -> None:
    """Keeps what is shown now as <name>.png, that many pixels wide; nothing without the environment variable."""
    folder = os.environ.get("ORYNDA_PICTURES")
    if not folder:
        return
    shown = Image.open(BytesIO(of.screenshot())).convert("RGB")
    height = round(shown.height * width / shown.width)
    small = shown.resize((width, height), Image.Resampling.LANCZOS)
    target = Path(folder) / f"{name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    small.quantize(COLOURS, dither=Image.Dither.FLOYDSTEINBERG).save(target, optimize=True)

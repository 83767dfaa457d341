"""What an older program wrote opens in this one, and every button of every card that was open is answered as it was."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from tests.upgrade.make import ANSWERS, DATABASE
from tests.upgrade.pressing import press_everything

HERE = Path(__file__).parent


def differences(expected: dict[str, Any], found: dict[str, Any]) -> list[str]:
    """Card by card and press by press, in words."""
    told = [
        f"{place}, at the start:\n- {wanted}\n+ {found['started'].get(place)}"
        for place, wanted in expected["started"].items()
        if found["started"].get(place) != wanted
    ]
    for old, new in zip(expected["cards"], found["cards"], strict=True):
        if (old["place"], old["view"]) != (new["place"], new["view"]):
            told.append(f"{old['place']} stands on {old['view']}, now {new['place']} on {new['view']}")
        for wanted, got in zip(old["presses"], new["presses"], strict=False):
            if wanted != got:
                told.append(f"{old['place']}, {old['view']}, {wanted['press']}:{_unlike(wanted, got)}")
        if len(old["presses"]) != len(new["presses"]):
            told.append(f"{old['place']}: {len(old['presses'])} buttons, now {len(new['presses'])}")
    return told


def _unlike(wanted: dict[str, Any], got: dict[str, Any]) -> str:
    """What of an answer is another, both sides of it."""
    names = [name for name in wanted if wanted[name] != got.get(name)]
    return "".join(f"\n- {name} {wanted[name]}\n+ {name} {got.get(name)}" for name in names)


async def test_every_button_of_every_card_is_answered_as_it_was() -> None:
    expected = json.loads(gzip.decompress((HERE / ANSWERS).read_bytes()))
    with capture_logs():
        found = await press_everything(gzip.decompress((HERE / DATABASE).read_bytes()))
    if told := differences(expected, found):
        pytest.fail(f"{len(told)} differ:\n" + "\n".join(told[:10]))

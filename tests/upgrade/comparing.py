"""Holds what this program answers to what the older one did: to the letter, or in what must stay for good."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from core.kernel.languages import LANGUAGES
from locales import texts
from tests.upgrade.make import ANSWERS, DATABASE
from tests.upgrade.pressing import press_everything

HERE = Path(__file__).parent
Json = dict[str, Any]


async def both() -> tuple[Json, Json]:
    """What the older program answered, and what this one does."""
    expected = json.loads(gzip.decompress((HERE / ANSWERS).read_bytes()))
    return expected, await press_everything(gzip.decompress((HERE / DATABASE).read_bytes()))


def broken(expected: Json, found: Json) -> list[str]:
    """Cards that stand on another view, buttons that are gone, lead elsewhere or are out of date; in words.

    What a card says may have changed since, and there may be more buttons: those have to be answered too.
    """
    outdated = {texts()(language, "card-outdated") for language in LANGUAGES}
    told = []
    for old, new in zip(expected["cards"], found["cards"], strict=True):
        if (old["place"], old["view"]) != (new["place"], new["view"]):
            told.append(f"{old['place']} stands on {old['view']}, now {new['place']} on {new['view']}")
        now = {_action(press): press for press in new["presses"]}
        for wanted in old["presses"]:
            got = now.pop(_action(wanted), None)
            if got is None:
                told.append(f"{old['place']}, {old['view']}: no button {wanted['press']} any more")
            elif (wanted["view"], bool(wanted["toast"])) != (got["view"], bool(got["toast"])):
                told.append(f"{old['place']}, {old['view']}, {wanted['press']}:{_unlike(wanted, got)}")
        told += [
            f"{old['place']}, {old['view']}: {action} is out of date"
            for action, press in now.items()
            if press["toast"] in outdated
        ]
    return told


def _action(press: Json) -> str:
    """A button's action and arguments, without the version of the card."""
    return str(press["press"]).partition(".")[2]


def differences(expected: Json, found: Json) -> list[str]:
    """Card by card and press by press, to the letter; in words."""
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


def _unlike(wanted: Json, got: Json) -> str:
    """What of an answer is another, both sides of it."""
    names = [name for name in wanted if wanted[name] != got.get(name)]
    return "".join(f"\n- {name} {wanted[name]}\n+ {name} {got.get(name)}" for name in names)

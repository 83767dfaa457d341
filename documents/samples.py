"""The sample plans that ship, by name."""

from __future__ import annotations

from pathlib import Path

from core.kernel.errors import Missing

PLANS = Path(__file__).parent / "plans"


def sample_names() -> tuple[str, ...]:
    """The names of the samples ("covid-2020"), in order."""
    return tuple(sorted(path.stem for path in PLANS.iterdir() if path.is_file()))


def sample(name: str) -> Path:
    """A sample plan's file by its name. Raises Missing where there is none of that name."""
    found = {path.stem: path for path in PLANS.iterdir() if path.is_file()}
    if name not in found:
        raise Missing("sample-missing", name=name, names=", ".join(sample_names()))
    return found[name]

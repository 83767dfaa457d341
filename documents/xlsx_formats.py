"""What a spreadsheet shows for a number: percent signs, fixed decimals and dates are in the format, not the value."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

# Built-in formats (ECMA-376, part 1, 18.8.30) that are not "General".
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd.mm.yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 22: "dd.mm.yyyy hh:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 49: "@",
}  # fmt: skip
_IGNORED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - dates of sheets have no zone
_MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()


class Shape(NamedTuple):
    """How numbers of a format look. `decimals` is None where the value decides."""

    kind: Literal["number", "percent", "date", "month", "text"] = "number"
    decimals: int | None = None


@lru_cache(maxsize=1_000)
def shape_of(code: str) -> Shape:
    """The shape of a number format's first section."""
    plain = _IGNORED.sub("", code.split(";")[0]).strip()
    lower = plain.lower()
    if lower in {"", "general", "@", "основной"}:
        return Shape("text" if lower == "@" else "number")
    if re.search(r"[dy]|mmm|д|г", lower) and not re.search(r"[0#]", lower):
        return Shape("date" if "d" in lower or "д" in lower else "month")
    fraction = re.search(r"[.,]([0#?]+)(?![0#?,])", plain.replace("#,##", ""))
    decimals = len(fraction[1]) if fraction and "." in plain else 0
    return Shape("percent" if "%" in plain else "number", decimals if re.search(r"[0#?]", plain) else None)


def shown(value: float, shape: Shape, since_1904: bool = False) -> str:
    """A number as its cell shows it, with a point for decimals and no marks between thousands."""
    if shape.kind in {"date", "month"}:
        day = _day(value, since_1904)
        if day is not None:
            return f"{day:%d.%m.%Y}" if shape.kind == "date" else f"{_MONTHS[day.month - 1]} {day.year} года"
    if shape.kind == "percent":
        return f"{value * 100:.{shape.decimals or 0}f}%"
    if shape.decimals is not None and abs(value) < 1e15:
        return f"{value:.{shape.decimals}f}"
    return plain(value)


def plain(value: float) -> str:
    """The shortest usual writing of a number, without the noise of binary fractions."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.10g}"
    return text if "e" not in text else f"{value:.10f}".rstrip("0").rstrip(".")


def _day(value: float, since_1904: bool) -> datetime | None:
    if not 1 <= value < 2_958_466:  # 31 December 9999
        return None
    return (_EPOCH_1904 if since_1904 else _EPOCH) + timedelta(days=value)

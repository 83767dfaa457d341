"""What a spreadsheet shows for a number: percent signs, fixed decimals and dates are in the format, not the value."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

from core.kernel.month_names import MONTHS

# Built-in formats (ECMA-376, part 1, 18.8.30) that are not "General".
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd.mm.yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 22: "dd.mm.yyyy hh:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 49: "@",
}  # fmt: skip
_IGNORED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_SECTIONS = re.compile(r';(?=(?:[^"]*"[^"]*")*[^"]*$)')
_LITERAL = re.compile(r'"[^"]*"|\\.|-')
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_CURRENCY = re.compile(r"(?:тг|тенге|теңге|kzt|р|руб|₸)\.?", re.IGNORECASE)
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - dates of sheets have no zone
_MONTHS = tuple(m.russian[0] for m in MONTHS)


class Shape(NamedTuple):
    """How numbers of a format look. `decimals` is None where the value decides, `zero` what a zero is shown as where
    the format says so, `after` the words behind the figure, `scale` what it is divided by."""

    kind: Literal["number", "percent", "date", "month", "year", "text"] = "number"
    decimals: int | None = None
    zero: str | None = None
    after: str = ""
    scale: int = 1


@lru_cache(maxsize=1_000)
def shape_of(code: str) -> Shape:
    """The shape of a number format: its first section, and what its third shows for a zero."""
    first, *others = _SECTIONS.split(code)
    plain = _IGNORED.sub("", first).strip()
    lower = plain.lower()
    if lower in {"", "general", "@", "основной"} or "e+" in lower:
        return Shape("text" if lower == "@" else "number")
    if re.search(r"[dy]|mmm|д|г", lower) and not re.search(r"[0#]", lower):
        if "d" in lower or "д" in lower:
            return Shape("date")
        return Shape("month" if "m" in lower or "м" in lower else "year")
    fraction = re.search(r"[.,]([0#?]+)(?![0#?])", re.sub(r",+$", "", plain).replace("#,##", ""))
    decimals = len(fraction[1]) if fraction and "." in plain else 0
    return Shape(
        "percent" if "%" in plain else "number",
        decimals if re.search(r"[0#?]", plain) else None,
        _zero(others[1]) if len(others) > 1 else None,
        _words_after(first),
        1000 ** len(scaled[0]) if (scaled := re.search(r"(?<=[0#?]),+(?![0#?,])", plain)) else 1,
    )


def _zero(section: str) -> str | None:
    """What a zero is shown as by a section that has no place for a figure: a dash, nothing, a word."""
    if re.search(r"[0#]|general", _IGNORED.sub("", section), re.IGNORECASE):
        return None
    return "".join(_LITERAL.findall(re.sub(r"_.|\*.|\[[^\]]*\]", "", section))).strip('"\\ ')


def _words_after(section: str) -> str:
    """Words that the format sets behind the figure ('0" мест"'); signs of currency are left to the header."""
    tail = re.sub(r"_.|\*.|\[[^\]]*\]", "", re.split(r"[0#?](?!.*[0#?])", section)[-1])
    words = "".join(quoted or escaped for quoted, escaped in _QUOTED.findall(tail))
    meant = any(c.isalpha() or c == "%" for c in words)
    return words if meant and not _CURRENCY.fullmatch(words.strip()) else ""


def shown(value: float, shape: Shape, since_1904: bool = False) -> str:
    """A number as its cell shows it, with a point for decimals and no marks between thousands."""
    if shape.kind in {"date", "month", "year"}:
        day = _day(value, since_1904)
        if day is not None:
            month = f"{_MONTHS[day.month - 1]} " if shape.kind == "month" else ""
            return f"{day:%d.%m.%Y}" if shape.kind == "date" else f"{month}{day.year} года"
    if value == 0 and shape.zero is not None:
        return shape.zero
    if shape.kind == "percent":
        return f"{value * 100:.{shape.decimals or 0}f}%"
    if shape.decimals is not None and abs(value) < 1e15:
        return f"{value / shape.scale:.{shape.decimals}f}{shape.after}"
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

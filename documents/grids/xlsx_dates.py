"""What a spreadsheet shows for a day or a time. Days are written one way whatever their format, with the year that the
cell holds: "15.мар" of a column of deadlines is a day of its year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import takewhile

from core.kernel.month_names import MONTHS
from core.kernel.text import fold

_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - dates of sheets have no zone
_MONTHS = tuple(m.russian[0] for m in MONTHS)
_WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
_YEAR_WORDS = {"г", "год", "года", "гг", "ж", "жыл", "жылы", "жылгы", "year"}
_LAST = 2_958_466  # 1 January 10000
_LEAP_THAT_WAS_NOT = 60  # 29 February 1900, which spreadsheets count


@dataclass(frozen=True, slots=True)
class DateShape:
    """What of a moment a format shows: letters as formats have them (d month: M, minute: m), `elapsed` for hours that
    count on past the day; `before` and `after` are words set around it."""

    letters: frozenset[str]
    weekday: bool = False  # by name alone
    elapsed: bool = False
    before: str = ""
    after: str = ""


def date_shape(tokens: list[tuple[str, str]]) -> DateShape:
    """The shape of a section's tokens: ("date", "yyyy"), ("elapsed", "h"), ("literal", " г.")."""
    runs = [(kind, text[0]) for kind, text in tokens if kind in {"date", "elapsed"}]
    letters = {_meant(runs, at) for at in range(len(runs))}
    days = [text for kind, text in tokens if kind == "date" and text[0] == "d"]
    weekday = bool(days) and all(len(day) > 2 for day in days)
    return DateShape(
        frozenset(letters - {"d"} if weekday and letters != {"d"} else letters),
        weekday and letters == {"d"},
        any(kind == "elapsed" for kind, _ in tokens),
        _words(list(takewhile(lambda token: token[0] == "literal", tokens))),
        _words(list(takewhile(lambda token: token[0] == "literal", reversed(tokens)))[::-1]),
    )


def _meant(runs: list[tuple[str, str]], at: int) -> str:
    """An "m" is the minute behind an hour or before a second, else the month."""
    letter = runs[at][1]
    if letter != "m":
        return letter
    before, after = runs[at - 1][1] if at else "", runs[at + 1][1] if at + 1 < len(runs) else ""
    return "m" if before == "h" or after == "s" or runs[at][0] == "elapsed" else "M"


def _words(literals: list[tuple[str, str]]) -> str:
    """Words that mean something: not the "г." behind a year."""
    text = "".join(text for _, text in literals).strip()
    return text if any(map(str.isalpha, text)) and fold(text) not in _YEAR_WORDS else ""


def shown_date(value: float, shape: DateShape, since_1904: bool) -> str | None:
    """A serial day as its format shows it; None for what is no day (a spreadsheet shows ##### then)."""
    if not 0 <= value < _LAST:
        return None
    if shape.elapsed or not shape.letters & set("dMyq"):
        text = _clock(value, shape)
    elif value < 1 and not since_1904:
        text = "00.01.1900"  # a formula that points to a blank cell
    else:
        text = _day(moment_of(value, since_1904), shape)
    return " ".join(part for part in (shape.before, text, shape.after) if part)


def moment_of(value: float, since_1904: bool) -> datetime:
    """The moment that a serial number counts, to the second."""
    start = _EPOCH_1904 if since_1904 else _EPOCH + timedelta(days=value < _LEAP_THAT_WAS_NOT)
    return start + timedelta(seconds=round(value * 86_400))


def serial_of(printed: str, since_1904: bool) -> float:
    """The serial number of a moment written out ("2024-03-15T09:30:00"), as the strict format stores it.

    Raises ValueError.
    """
    moment = datetime.fromisoformat(printed.strip()).replace(tzinfo=None)
    return (moment - (_EPOCH_1904 if since_1904 else _EPOCH)) / timedelta(days=1)


def _day(moment: datetime, shape: DateShape) -> str:
    if shape.weekday:
        return _WEEKDAYS[moment.weekday()]
    if "d" in shape.letters:
        timed = "h" in shape.letters and (moment.hour or moment.minute)
        return f"{moment:%d.%m.%Y %H:%M}" if timed else f"{moment:%d.%m.%Y}"
    if "q" in shape.letters:
        return f"{(moment.month + 2) // 3} квартал {moment.year} года"
    return (
        f"{_MONTHS[moment.month - 1]} {moment.year} года" if "M" in shape.letters else f"{moment.year} года"
    )


def _clock(value: float, shape: DateShape) -> str:
    seconds = round(value * 86_400)
    hours, minutes = seconds // 3_600, seconds // 60 % 60
    if shape.elapsed and "h" not in shape.letters:
        return f"{seconds // 60}:{seconds % 60:02}" if "s" in shape.letters else str(seconds // 60)
    if "h" not in shape.letters:
        return f"{minutes:02}:{seconds % 60:02}"
    clock = f"{hours if shape.elapsed else hours % 24:02}:{minutes:02}"
    return f"{clock}:{seconds % 60:02}" if "s" in shape.letters and seconds % 60 else clock

"""Counting as lists do: 1, 01, IV, c, в, ①."""

from __future__ import annotations

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
    (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LETTERS = {
    "lowerLetter": "abcdefghijklmnopqrstuvwxyz",
    "russianLower": "абвгдежзиклмнопрстуфхцчшщыэюя",  # without ё, й, ъ, ь (ECMA-376, 17.18.59)
}
_LONGEST = 20  # letters: the same one is repeated when the alphabet is through


def figure(kind: str, count: int, sample: str = "") -> str:
    """A number as a list of this kind prints it; `sample` is how a kind of one's own begins ("001, 002, 003, ...").

    Kinds that are not known (Chinese, in words) are given in figures; "none" and "bullet" print no number.
    """
    if kind in {"none", "bullet"}:
        return ""
    if kind == "decimalZero":
        return f"{count:02}"
    if kind == "custom":
        return str(count).zfill(len(sample.split(",")[0].strip()))
    if kind == "numberInDash":
        return f"- {count} -"
    if kind == "decimalEnclosedParen":
        return f"({count})"
    if kind == "decimalEnclosedCircle" and 1 <= count <= 20:
        return chr(ord("①") + count - 1)
    if kind in {"upperRoman", "lowerRoman"}:
        return roman(count) if kind == "upperRoman" else roman(count).lower()
    upper = kind in {"upperLetter", "russianUpper"}
    letters = _LETTERS.get(kind.replace("upper", "lower").replace("Upper", "Lower"))
    if letters is None or count < 1:
        return str(count)
    printed = letters[(count - 1) % len(letters)] * min((count - 1) // len(letters) + 1, _LONGEST)
    return printed.upper() if upper else printed


def roman(count: int) -> str:
    """A number in Roman figures; in Arabic ones where there are none for it."""
    if not 0 < count < 5000:
        return str(count)
    printed = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        printed += letters * times
    return printed

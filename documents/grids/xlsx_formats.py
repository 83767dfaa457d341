"""What a spreadsheet shows for a number: percent signs, fixed decimals and words are in the format, not the value
(ECMA-376, part 1, 18.8.30 and 18.8.31)."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from itertools import takewhile

from documents.grids.xlsx_dates import DateShape, date_shape, shown_date
from documents.grids.xlsx_tokens import Token, literal_of, sections_of

# Built-in formats that are not "General"; 27 to 36 and 50 to 58 are days in the programs of East Asia.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
    14: "dd.mm.yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "dd.mm.yyyy hh:mm", **dict.fromkeys((*range(27, 37), *range(50, 59)), "dd.mm.yyyy"), 37: "#,##0;-#,##0",
    38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss",
    48: "##0.0E+0", 49: "@", 5: "#,##0;-#,##0", 6: "#,##0;-#,##0", 7: "#,##0.00;-#,##0.00", 8: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"', 42: '#,##0;-#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"', 44: '#,##0.00;-#,##0.00;"-"',
}  # fmt: skip
_CURRENCY = re.compile(r"(?:тг|тенге|теңге|kzt|р|руб|₸)\.?", re.IGNORECASE)
_RED = re.compile(r"(?:red|красный|қызыл|color ?3|цвет ?3)", re.IGNORECASE)
_CONDITION = re.compile(r"(<=|>=|<>|=|<|>)\s*(-?\d+(?:\.\d+)?)")
_COMPARED: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_APART = " \u00a0\u202f'"  # between thousands
_MOST_PLACES = 10  # with the fifteen digits of a number, what decimals reckon with
_GENERAL_WIDTH = 11  # characters, the point among them


@dataclass(frozen=True, slots=True)
class Section:
    """How one section of a format shows a number. `whole` are the places before the point with what is set between
    them, `places` how many decimals at least and at most, None where the value decides; `scale` is what the figure is
    multiplied by, `bare` what is shown where the figure itself is blank."""

    when: tuple[str, float] | None = None
    whole: str = "0"
    places: tuple[int, int] | None = None
    scale: Decimal = Decimal(1)
    percent: bool = False
    exponent: bool = False
    signed: bool = True  # whether it tells a negative number from its opposite
    before: str = ""
    after: str = ""
    bare: str = ""
    figure: bool = True
    date: DateShape | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """How numbers of a format look: its sections for numbers, and what it sets around words (None: it leaves them
    alone). `words_hidden` is set where it shows what is around alone."""

    sections: tuple[Section, ...]
    around: tuple[str, str] | None = None
    words_hidden: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether numbers look as they are."""
        return self.sections == (Section(),)


@lru_cache(maxsize=1_000)
def shape_of(code: str) -> Shape:
    """The shape of a number format."""
    printed = sections_of(code)[:4]
    of_words = next((tokens for tokens in printed if any(t.kind == "text" for t in tokens)), None)
    if len(printed) == 4:
        of_words = printed[3]
    numbers = [tokens for tokens in printed[:3] if tokens is not of_words]
    if not code or not numbers:
        numbers = [[Token("general", "")]]
    sections = tuple(_section(tokens, later=at > 0) for at, tokens in enumerate(numbers))
    if of_words is None:
        return Shape(sections)
    at = next((i for i, token in enumerate(of_words) if token.kind == "text"), None)
    around = literal_of(of_words[:at]), literal_of(of_words[at:]) if at is not None else ""
    return Shape(sections, around, words_hidden=at is None)


def _section(tokens: list[Token], *, later: bool) -> Section:
    marks = [token.text for token in tokens if token.kind == "mark"]
    when = next(((m[1], float(m[2])) for mark in marks if (m := _CONDITION.fullmatch(mark))), None)
    literal = literal_of(tokens)
    if any(token.kind in {"date", "elapsed"} for token in tokens):
        return Section(when, date=date_shape([(t.kind, t.text) for t in tokens if t.kind != "mark"]))
    places = [at for at, token in enumerate(tokens) if token.kind in {"digit", "general", "text"}]
    if not places:
        return Section(when, figure=False, bare=literal.strip())
    return _of_figure(tokens, places[0], places[-1] + 1, Section(
        when, signed=not later or "-" in literal or "(" in literal or any(map(_RED.fullmatch, marks)),
        percent=any(token.kind == "percent" for token in tokens), bare=literal.strip(),
    ))  # fmt: skip


def _of_figure(tokens: list[Token], first: int, last: int, section: Section) -> Section:
    """The section with its places for digits, which are the tokens from `first` to `last`."""
    section = replace(section, before=_meant(tokens[:first]), after=_meant(tokens[last:]))
    figure = tokens[first:last]
    if figure[0].kind != "digit" or any(t.kind == "literal" and t.text == "/" for t in figure):
        return section
    point = next((at for at, token in enumerate(figure) if token.kind == "point"), len(figure))
    exponent = next((at for at, token in enumerate(figure) if token.kind == "exponent"), None)
    whole, decimals = figure[:point][:exponent], figure[point + 1 : exponent]
    places = "".join(token.text for token in decimals if token.kind == "digit")
    scaled = _commas(whole[::-1]) + _commas(tokens[last:])
    return replace(
        section,
        whole="".join(
            t.text for t in whole if t.kind == "digit" or (t.kind == "literal" and t.text not in _APART)
        ),
        places=(min(places.rfind("0") + 1, _MOST_PLACES), min(len(places), _MOST_PLACES)),
        scale=Decimal(100 if section.percent else 1).scaleb(-3 * scaled),
        exponent=exponent is not None,
    )


def _commas(tokens: list[Token]) -> int:
    return len(list(takewhile(lambda token: token.kind == "comma", tokens)))


def _meant(tokens: list[Token]) -> str:
    """Words that the format sets beside the figure ('0" мест"'); signs of currency are left to the header."""
    words = literal_of(tokens)
    meant = any(c.isalpha() or c in "%№" for c in words)
    return words if meant and not _CURRENCY.fullmatch(words.strip()) else ""


def shown(value: float, shape: Shape, since_1904: bool = False) -> str:
    """A number as its cell shows it, with a point for decimals and no marks between thousands."""
    section, opposite = _chosen(value, shape)
    if section is None:
        return plain(value)
    if section.date is not None:
        day = shown_date(value, section.date, since_1904)
        return day if day is not None else plain(value)
    if not section.figure:
        return section.bare
    figure = _figure(-value if opposite and not section.signed else value, section)
    if not figure:
        return section.bare
    return f"{section.before}{figure}{'%' * section.percent}{section.after}".strip()


def shown_words(text: str, shape: Shape) -> str:
    """Words as their cell shows them."""
    if shape.around is None:
        return text
    before, after = shape.around
    return before + ("" if shape.words_hidden else text) + after


def _chosen(value: float, shape: Shape) -> tuple[Section | None, bool]:
    """The section that shows a value, and whether it was chosen for being of negative numbers."""
    sections = shape.sections
    if any(section.when for section in sections):
        for section in sections:
            if section.when is None or _COMPARED[section.when[0]](value, section.when[1]):
                return section, False
        return None, False
    if len(sections) > 2 and value == 0:
        return sections[2], False
    return (sections[1], True) if len(sections) > 1 and value < 0 else (sections[0], False)


def _figure(value: float, section: Section) -> str:
    """The digits of a number; "" where its section leaves a zero blank."""
    if section.places is None or abs(value) >= 1e15:
        return plain(value * 100 if section.percent else value)
    least, most = section.places
    number = Decimal(f"{value:.15g}") * section.scale
    if section.exponent:
        return _scientific(number, most)
    number = number.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP)
    whole, _, decimals = f"{abs(number):f}".partition(".")
    decimals = decimals[:least] + decimals[least:].rstrip("0")
    if not number and not decimals and "0" not in section.whole:
        return ""
    whole = _placed(whole, section.whole)
    return ("-" if number < 0 else "") + (f"{whole}.{decimals}" if decimals else whole)


def _scientific(number: Decimal, most: int) -> str:
    """A number that its exponent is written beside, rounded as there and written out."""
    if not number:
        return "0"
    rounded = number.quantize(Decimal(1).scaleb(number.adjusted() - most), ROUND_HALF_UP)
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _placed(digits: str, whole: str) -> str:
    """Digits in their places, from the right: zeros in front, and what the format sets between them ("00-00")."""
    digits = digits.rjust(whole.count("0"), "0")
    if not whole.strip("0#?"):
        return digits
    left, placed = list(digits), ""
    for place in reversed(whole.lstrip("#")):
        if place not in "0#?":
            placed = place + placed
        elif left:
            placed = left.pop() + placed
    return "".join(left) + placed


def plain(value: float) -> str:
    """A number as the general format shows it: eleven characters, without the noise of binary fractions. Whole
    numbers keep all their digits, and nothing is written with an exponent."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    places = _GENERAL_WIDTH - 1 - len(str(int(abs(value))))
    text = f"{value:.{max(places, 0)}f}"
    if not text.strip("-0."):
        text = f"{value:.20f}"[:30]
    return text.rstrip("0").rstrip(".") if "." in text else text

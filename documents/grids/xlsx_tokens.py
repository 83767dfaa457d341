"""The words of a number format: `#,##0.00" мест"` → digits, a point, a literal (ECMA-376, part 1, 18.8.31)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, cast

Kind = Literal[
    "literal", "mark", "elapsed", "general", "exponent", "date", "digit", "point", "comma", "percent", "text"
]
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|(?P<nothing>_.|\*.|am/pm|a/p)|\[(?P<elapsed>[hmsчмс])+\]|'
    r"\[(?P<mark>[^\]]*)\]|(?P<general>general|основной|стандарт|standard)|(?P<exponent>e[+-])|"
    r"(?P<date>y+|m+|d+|h+|s+|q+)|(?P<local>г+|д+|м+|ч+|с+)|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|"
    r"(?P<percent>%)|(?P<text>@)|(?P<end>;)|(?P<other>.)",
    re.IGNORECASE | re.DOTALL,
)
_IN_LATIN = str.maketrans("гдмчс", "ydmhs")
_LITERALS = {"quoted": "literal", "escaped": "literal", "other": "literal"}


class Token(NamedTuple):
    """One word of a format: a place for a digit, "yyyy", what brackets hold (a "mark"), a literal text."""

    kind: Kind
    text: str


def sections_of(code: str) -> list[list[Token]]:
    """The tokens of each section of a format: positive numbers, negative ones, zero, text."""
    sections: list[list[tuple[str, str]]] = [[]]
    for found in _TOKEN.finditer(code):
        kind = found.lastgroup or "other"
        if kind == "end":
            sections.append([])
        elif kind != "nothing":
            sections[-1].append((kind, found[kind]))
    return [_settled(section) for section in sections]


def literal_of(tokens: Iterable[Token]) -> str:
    """What the literals among the tokens say."""
    return "".join(token.text for token in tokens if token.kind == "literal")


def _settled(section: Sequence[tuple[str, str]]) -> list[Token]:
    """Letters that can be days or words, settled: days stand beside no digits but those of a second."""
    dated = {text[0].lower() for kind, text in section if kind == "date"}
    digits = any(kind == "digit" for kind, _ in section)
    plain = any(kind == "other" and text.isalpha() for kind, text in section)
    days = bool(dated) and (not digits or "s" in dated)
    localised = not dated and not digits and not plain
    return [_token(kind, text, days, localised) for kind, text in section]


def _token(kind: str, text: str, days: bool, localised: bool) -> Token:
    if kind == "local":
        return Token("date", text.lower().translate(_IN_LATIN)) if localised else Token("literal", text)
    if kind == "elapsed":
        return Token("elapsed", text.lower().translate(_IN_LATIN))
    if kind == "date":
        return Token("date", text.lower()) if days else Token("literal", text)
    return Token(cast(Kind, _LITERALS.get(kind, kind)), text)

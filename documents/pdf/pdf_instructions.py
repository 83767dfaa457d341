"""The drawing instructions of a page, one by one: each operator with what stands before it.

pdfminer's own reading of them takes most of the time of a page, a character at a time; here a pattern finds each token.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pdfminer.psparser import LIT, PSLiteral

_END = rb"\0\t\n\f\r \[\]<>(){}/%"
_TOKEN = re.compile(
    rb"([+-]?(?:\d+\.?\d*|\.\d+)(?=[%s]|\Z))" % _END  # 1: a number
    + rb"|([A-Za-z'\"][A-Za-z0-9*'\"]*)"  # 2: an operator
    + rb"|/([^%s]*)" % _END  # 3: a name
    + rb"|\(([^()\\\r]*)\)"  # 4: a string without marks in it
    + rb"|<([0-9A-Fa-f\s]*)>"  # 5: a string of figures
    + rb"|(\[|<<)|(\]|>>)|(\()"  # 6, 7: a list or a dictionary; 8: a string with marks in it
    + rb"|%[^\r\n]*|[\0\t\n\f\r ]+|."
    , re.DOTALL,
)  # fmt: skip
# Most instructions by far: a few numbers and an operator. What begins or ends a picture within the page is none of them.
_FEW_NUMBERS = re.compile(
    rb"[\0\t\n\f\r ]*((?:[+-]?(?:\d{1,18}(?:\.\d{0,18})?|\.\d{1,18})[\t\n\r ]+){0,6})"
    rb"(?!ID\b|true\b|false\b|null\b)([A-Za-z][A-Za-z0-9*]{0,3})(?=[\0\t\n\f\r \[/(<]|\Z)"
)
_NUMBER, _OPERATOR, _NAME, _PLAIN, _FIGURES, _OPENS, _CLOSES, _MARKED = range(1, 9)
_MARK = re.compile(rb"\\.|[()]", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))|\r\n?", re.DOTALL)
_ESCAPED = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
_PICTURE_ENDS = re.compile(rb"\sEI(?=\s|\Z)")
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
_CONSTANTS = {b"true": True, b"false": False, b"null": None}
_MOST = 64  # things before an operator; more are no operator's
_DEEP = 40  # lists in lists


def instructions(data: bytes) -> Iterator[tuple[str, list[Any]]]:
    """Operators with their operands, as pdfminer's interpreter takes them. Pictures within the page are left out, and so
    is what is no instruction."""
    stack: list[list[Any]] = [[]]
    at, end = 0, len(data)
    while at < end:
        if len(stack) == 1 and not stack[0] and (plain := _FEW_NUMBERS.match(data, at)):
            at = plain.end()
            yield plain[2].decode(), [_number(n) for n in plain[1].split()]
            continue
        if not (token := _TOKEN.match(data, at)):
            return
        at, kind = token.end(), token.lastindex
        if kind == _OPERATOR:
            name = token[_OPERATOR]
            if name in _CONSTANTS:
                stack[-1].append(_CONSTANTS[name])
            elif name == b"ID":
                picture = _PICTURE_ENDS.search(data, at)
                at, stack = picture.end() if picture else end, [[]]
            elif len(stack) == 1:
                yield name.decode(), stack[0]
                stack = [[]]
        elif kind == _OPENS and len(stack) < _DEEP:
            stack.append([])
        elif kind == _CLOSES and len(stack) > 1:
            inner = stack.pop()
            stack[-1].append(inner if token[_CLOSES] == b"]" else _dictionary(inner))
        elif kind == _MARKED:
            text, at = _string(data, at)
            stack[-1].append(text)
        elif kind and kind < _OPENS:
            stack[-1].append(_value(kind, token[kind]))
            if len(stack) == 1 and len(stack[0]) > _MOST:
                del stack[0][0]


def _dictionary(inner: list[Any]) -> dict[str, Any]:
    pairs = zip(inner[::2], inner[1::2], strict=False)
    return {str(key.name): value for key, value in pairs if isinstance(key, PSLiteral)}


def _number(text: bytes) -> float | int:
    return float(text) if b"." in text else int(text[:18])


def _value(kind: int, text: bytes) -> Any:
    if kind == _NUMBER:
        return _number(text)
    if kind == _NAME:
        return LIT(_HEX.sub(lambda found: bytes([int(found[1], 16)]), text).decode("utf-8", "replace"))
    if kind == _FIGURES:
        figures = b"".join(text.split())
        return bytes.fromhex((figures + b"0" * (len(figures) % 2)).decode())
    return text


def _string(data: bytes, begin: int) -> tuple[bytes, int]:
    """A string from after its bracket, and where it ends."""
    depth, at = 1, begin
    while mark := _MARK.search(data, at):
        at = mark.end()
        depth += {b"(": 1, b")": -1}.get(mark[0], 0)
        if not depth:
            return _ESCAPE.sub(_plain, data[begin : at - 1]), at
    return b"", len(data)


def _plain(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 255])
    return _ESCAPED.get(found[2], found[2]) if found[2] else b"\n"

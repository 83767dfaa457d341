"""HTML as Telegram reads it: text and message entities, with Telegram's errors (byte offsets) and UTF-16 offsets."""

import re
from dataclasses import dataclass, field
from typing import Any

from sandbox.entities.entity_rules import Entity, clean, settle, units
from sandbox.entities.links import text_link

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "a": "text_link",
    "blockquote": "blockquote",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACES = " \t\r\n\0\x0b"

_SPECIAL = re.compile("[<&]")
_REFERENCE = re.compile(r"&(?:#x([0-9a-fA-F]*)|#([0-9]*)|([a-zA-Z]*));?")
_TOKEN = re.compile(r"[A-Za-z0-9.\-]*")


class ParseError(ValueError):
    """The text is not the HTML that Telegram takes; the message is Telegram's."""


@dataclass
class _Open:
    tag: str
    argument: str
    offset: int
    chunk: int


@dataclass
class _Parser:
    source: str
    pos: int = 0
    chunks: list[str] = field(default_factory=list)
    offset: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def fail(self, words: str, at: int) -> ParseError:
        return ParseError(f"{words} at byte offset {len(self.source[:at].encode())}")

    def emit(self, text: str) -> None:
        text = clean(text)
        self.chunks.append(text)
        self.offset += units(text)

    def run(self) -> None:
        while (found := _SPECIAL.search(self.source, self.pos)) is not None:
            self.emit(self.source[self.pos : found.start()])
            self.pos = found.start()
            if self.source[self.pos] == "&":
                character, self.pos = decode_reference(self.source, self.pos)
                self.emit(character)
            elif self.source.startswith("</", self.pos):
                self.end_tag()
            else:
                self.start_tag()
        self.emit(self.source[self.pos :])
        if self.stack:
            raise ParseError(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')

    def word(self, stops: str) -> str:
        start = self.pos
        while self.pos < len(self.source) and self.source[self.pos] not in stops:
            self.pos += 1
        return self.source[start : self.pos]

    def skip_spaces(self) -> None:
        while self.pos < len(self.source) and self.source[self.pos] in SPACES:
            self.pos += 1

    def peek(self) -> str:
        return self.source[self.pos : self.pos + 1]

    def start_tag(self) -> None:
        begin = self.pos
        self.pos += 1
        tag = self.word(SPACES + ">").lower()
        if not self.peek():
            raise self.fail("Unclosed start tag", begin)
        if tag not in TAGS:
            raise self.fail(f'Unsupported start tag "{tag}"', begin)
        argument = self.argument(tag, self.attributes(tag, begin))
        if tag == "span" and argument != "tg-spoiler":
            raise self.fail('Tag "span" must have class "tg-spoiler"', begin)
        self.pos += 1
        self.stack.append(_Open(tag, argument, self.offset, len(self.chunks)))

    def attributes(self, tag: str, begin: int) -> dict[str, str]:
        """Reads up to the closing `>`, which it leaves."""
        found: dict[str, str] = {}
        while True:
            self.skip_spaces()
            if not self.peek():
                raise self.fail("Unclosed start tag", begin)
            if self.peek() == ">":
                return found
            at = self.pos
            name = self.word(SPACES + "=>").lower()
            if not name:
                raise self.fail(f'Empty attribute name in the tag "{tag}"', at)
            self.skip_spaces()
            if self.peek() != "=":
                self.bare_attribute(tag, name, begin)
                found[name] = ""
                continue
            self.pos += 1
            found[name] = self.value(begin)

    def bare_attribute(self, tag: str, name: str, begin: int) -> None:
        """Only `<blockquote expandable>` has one."""
        if not self.peek():
            raise self.fail("Unclosed start tag", begin)
        if (tag, name) != ("blockquote", "expandable"):
            raise self.fail(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)

    def value(self, begin: int) -> str:
        self.skip_spaces()
        quote = self.peek()
        if not quote:
            raise self.fail("Unclosed start tag", begin)
        if quote not in "'\"":
            at = self.pos
            token = _TOKEN.match(self.source, self.pos)
            self.pos = token.end() if token else self.pos
            if self.peek() and self.peek() not in SPACES + ">":
                raise self.fail("Unexpected end of name token", at)
            return self.source[at : self.pos].lower()
        self.pos += 1
        parts = []
        while self.peek() and self.peek() != quote:
            if self.peek() == "&":
                character, self.pos = decode_reference(self.source, self.pos)
                parts.append(character)
            else:
                parts.append(self.word(quote + "&"))
        if not self.peek():
            raise self.fail("Unclosed start tag", begin)
        self.pos += 1
        return "".join(parts)

    @staticmethod
    def argument(tag: str, attributes: dict[str, str]) -> str:
        if tag == "a":
            return attributes.get("href", "")
        if tag in ("code", "span"):
            return attributes.get("class", "")
        return "expandable" if tag == "blockquote" and "expandable" in attributes else ""

    def end_tag(self) -> None:
        begin = self.pos
        if not self.stack:
            raise self.fail("Unexpected end tag", begin)
        self.pos += 2
        name = self.word(SPACES + ">").lower()
        self.skip_spaces()
        if self.peek() != ">":
            raise self.fail("Unclosed end tag", begin)
        self.pos += 1
        opened = self.stack.pop()
        if name and name != opened.tag:
            raise ParseError(
                f"Unmatched end tag at byte offset {len(self.source[:begin].encode())}, "
                f'expected "</{opened.tag}>", found "</{name}>"'
            )
        self.close(opened)

    def close(self, opened: _Open) -> None:
        length = self.offset - opened.offset
        if length <= 0:
            return
        made = self.make(opened, "".join(self.chunks[opened.chunk :]))
        if made is not None:
            kind, extra = made
            self.entities.append(Entity(opened.offset, length, kind, extra))

    def make(self, opened: _Open, text: str) -> tuple[str, dict[str, Any]] | None:
        kind = TAGS[opened.tag]
        if kind == "text_link":
            return text_link(opened.argument or text)
        if opened.argument == "expandable":
            return "expandable_blockquote", {}
        if opened.tag == "code" and opened.argument.startswith("language-") and self.in_pre():
            return "code", {"language": opened.argument.removeprefix("language-")}
        return kind, {}

    def in_pre(self) -> bool:
        return bool(self.stack) and self.stack[-1].tag == "pre"


def decode_reference(source: str, pos: int) -> tuple[str, int]:
    """The character that `&…;` at `pos` stands for, and where it ends; an unknown one stays as `&`."""
    found = _REFERENCE.match(source, pos)
    if found is None:
        return "&", pos + 1
    hexadecimal, decimal, name = found.groups()
    if name is not None:
        return (NAMED[name], found.end()) if name in NAMED else ("&", pos + 1)
    digits = hexadecimal if hexadecimal is not None else decimal
    code = int(digits, 16 if hexadecimal is not None else 10) if 0 < len(digits) < 8 else 0
    if code == 0 or code >= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        return "&", pos + 1
    return chr(code), found.end()


def parse_html(source: str) -> tuple[str, list[dict[str, Any]]]:
    """`source` → (text, entities as Telegram's JSON); raises ParseError with Telegram's words."""
    parser = _Parser(source)
    parser.run()
    return settle("".join(parser.chunks), parser.entities)

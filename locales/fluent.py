"""The texts of one language: Fluent, read by fluent.syntax, each text at its first use.

fluent.runtime, which would format them, loads Babel's data of every language to group digits and to choose plurals; that
and the parsed texts of three languages were an eighth of an idle bot. `core.kernel.languages` knows what is needed of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fluent.syntax import FluentParser, ast

from core.kernel.languages import Language

# An entry begins at the left edge; what goes on with it is set in, or closes a brace.
_ENTRY = re.compile(r"^(?=-?[a-zA-Z][\w-]* *=)", re.MULTILINE)
_DEEPEST = 20

Value = str | int
_Part = Callable[["_Saying"], Value]
_Pattern = tuple[str | _Part, ...]


class NotSaid(Exception):
    """The language has no such text, or it cannot be read."""


@dataclass(slots=True)
class _Saying:
    """One text being put together: its variables, how deep it is in texts that name others, and what was wrong.

    A term may be named without the variables that it knows, a message may not.
    """

    said_by: LanguageTexts
    args: Mapping[str, object]
    is_term: bool = False
    depth: int = 0
    errors: list[str] = field(default_factory=list)

    def value(self, name: str) -> Value:
        found = self.args.get(name)
        if isinstance(found, str | int):
            return found
        if not self.is_term:
            self.wrong(f"no ${name}" if found is None else f"${name} is a {type(found).__name__}")
        return f"{{${name}}}"

    def refer(self, entry: str, attribute: str | None, args: Mapping[str, object]) -> str:
        """What another text says. Where it is not there its name stands instead."""
        name = f"{entry}.{attribute}" if attribute else entry
        try:
            if self.depth >= _DEEPEST:
                raise NotSaid(f"{name} names itself")
            pattern = self.said_by.pattern(entry, attribute)
        except NotSaid as error:
            self.wrong(str(error))
            return f"{{{name}}}"
        is_term = entry.startswith("-")
        return _Saying(self.said_by, args, is_term, self.depth + 1, self.errors).put_together(pattern)

    def put_together(self, pattern: _Pattern) -> str:
        return "".join(part if isinstance(part, str) else self.shown(part(self)) for part in pattern)

    def shown(self, value: Value) -> str:
        """A value as it is read: digits of an integer in groups."""
        if isinstance(value, int):
            return f"{int(value):,}".replace(",", self.said_by.language.thousands)
        return value

    def wrong(self, what: str) -> None:
        self.errors.append(what)


class LanguageTexts:
    """Every text of one language under its id. A term's id begins with "-"."""

    def __init__(self, language: Language, folder: Path) -> None:
        self.language = language
        self._parser = FluentParser(with_spans=False)
        self._known: dict[str, str | dict[str | None, _Pattern]] = {}
        for file in sorted(folder.glob("*.ftl")):
            for entry in _ENTRY.split(file.read_text(encoding="utf-8"))[1:]:
                self._known.setdefault(entry.partition("=")[0].strip(), entry)

    def __contains__(self, message_id: str) -> bool:
        return message_id in self._known

    def say(self, message_id: str, args: Mapping[str, object]) -> tuple[str, list[str]]:
        """The text with its variables, and what was wrong with it. Raises NotSaid where there is none."""
        saying = _Saying(self, args)
        return saying.put_together(self.pattern(message_id, None)), saying.errors

    def pattern(self, entry: str, attribute: str | None) -> _Pattern:
        """A text or one of its attributes, ready to be put together. Raises NotSaid."""
        known = self._known.get(entry)
        if isinstance(known, str):
            known = self._known[entry] = _read(self._parser.parse_entry(known))
        if known is None or attribute not in known:
            raise NotSaid(f"no text {entry}" + (f".{attribute}" if attribute else ""))
        return known[attribute]


def _read(entry: ast.EntryType) -> dict[str | None, _Pattern]:
    """The text of an entry under None, its attributes under their names; nothing of what is no Fluent."""
    if not isinstance(entry, ast.Message | ast.Term):
        return {}
    found: dict[str | None, _Pattern] = {a.id.name: _pattern(a.value) for a in entry.attributes}
    return found if entry.value is None else {None: _pattern(entry.value), **found}


def _pattern(pattern: ast.Pattern) -> _Pattern:
    return tuple(
        e.value if isinstance(e, ast.TextElement) else _expression(e.expression) for e in pattern.elements
    )


def _expression(node: ast.InlineExpression | ast.Placeable | ast.SelectExpression) -> str | _Part:
    match node:
        case ast.StringLiteral():
            return str(node.parse()["value"])
        case ast.NumberLiteral(value=printed):
            return printed
        case ast.VariableReference(id=ast.Identifier(name=name)):
            return lambda saying: saying.value(name)
        case ast.MessageReference(id=ast.Identifier(name=name), attribute=attribute):
            part = attribute.name if attribute else None
            return lambda saying: saying.refer(name, part, saying.args)
        case ast.TermReference():
            return _term(node)
        case ast.Placeable(expression=inner):
            return _expression(inner)
        case ast.SelectExpression():
            return _choice(node)
        case _:
            return _unknown(type(node).__name__)


def _term(node: ast.TermReference) -> _Part:
    """A term sees only what is handed to it by name."""
    name, part = f"-{node.id.name}", node.attribute.name if node.attribute else None
    named = node.arguments.named if node.arguments else ()
    args: dict[str, object] = {a.name.name: _literal(a.value) for a in named}
    return lambda saying: saying.refer(name, part, args)


def _literal(node: ast.StringLiteral | ast.NumberLiteral) -> Value:
    if isinstance(node, ast.StringLiteral):
        return str(node.parse()["value"])
    return node.value if "." in node.value else int(node.value)


def _choice(node: ast.SelectExpression) -> _Part:
    """The first variant whose key is the value itself or, of an integer, its plural form."""
    chosen_by = _expression(node.selector)
    variants = [(_key(v.key), _pattern(v.value)) for v in node.variants]
    otherwise = next(_pattern(v.value) for v in node.variants if v.default)

    def choose(saying: _Saying) -> Value:
        value = chosen_by if isinstance(chosen_by, str) else chosen_by(saying)
        form = saying.said_by.language.plural_of(value) if isinstance(value, int) else value
        return saying.put_together(next((p for key, p in variants if key in (value, form)), otherwise))

    return choose


def _key(key: ast.Identifier | ast.NumberLiteral) -> Value:
    return key.name if isinstance(key, ast.Identifier) else _literal(key)


def _unknown(what: str) -> _Part:
    def say(saying: _Saying) -> Value:
        saying.wrong(f"{what} is not known here")
        return f"{{{what}}}"

    return say

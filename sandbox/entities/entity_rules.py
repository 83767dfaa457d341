"""What Telegram does to text and entities before they become a message: cleaning, trimming, nesting, order."""

import re
from dataclasses import dataclass, field, replace
from typing import Any

# Where two entities cover the same text, the outer comes first.
ORDER = (
    "expandable_blockquote",
    "blockquote",
    "pre",
    "text_link",
    "text_mention",
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "code",
)
STYLES = ("bold", "italic", "underline", "strikethrough", "spoiler")
_REMOVED = re.compile("[\r\u2028-\u202e]")
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f]")


@dataclass(frozen=True)
class Entity:
    """`offset` and `length` in UTF-16 units; `extra` holds url, language, user."""

    offset: int
    length: int
    kind: str
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def end(self) -> int:
        return self.offset + self.length

    def as_json(self) -> dict[str, Any]:
        """Telegram's `MessageEntity`."""
        return {"offset": self.offset, "length": self.length, "type": self.kind, **self.extra}


def units(text: str) -> int:
    """Length in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def clean(text: str) -> str:
    """Control characters become spaces; carriage returns and direction marks are dropped."""
    if text.isascii() and text.isprintable():
        return text
    return _CONTROL.sub(" ", _REMOVED.sub("", text))


def settle(text: str, entities: list[Entity]) -> tuple[str, list[dict[str, Any]]]:
    """The trimmed text and its entities in Telegram's order."""
    entities = _merge(_outside_code(_code_in_pre(entities)))
    text, entities = _trim(text, entities)
    entities.sort(key=_place)
    return text, [entity.as_json() for entity in entities]


def _place(entity: Entity) -> tuple[int, int, int]:
    rank = ORDER.index(entity.kind) if entity.kind in ORDER else len(ORDER)
    return entity.offset, -entity.length, rank


def _trim(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Spaces at the end go; those at the beginning go unless an entity begins there."""
    text = text.rstrip()
    first = min((entity.offset for entity in entities), default=len(text))
    head = 0
    while head < min(first, len(text)) and text[head] in " \n":
        head += 1
    text, total = text[head:], units(text[head:])
    kept = []
    for entity in entities:
        offset = entity.offset - head
        length = min(entity.length, total - offset)
        if length > 0:
            kept.append(replace(entity, offset=offset, length=length))
    return text, kept


def _code_in_pre(entities: list[Entity]) -> list[Entity]:
    """`<pre><code class="language-x">` is one `pre` with a language; other code inside `pre` is dropped."""
    result = []
    pres = [e for e in entities if e.kind == "pre"]
    for entity in entities:
        around = [p for p in pres if p is not entity and p.offset <= entity.offset and entity.end <= p.end]
        if entity.kind in ("code", "pre") and around:
            continue
        if entity.kind == "pre":
            inner = [e for e in entities if e.kind == "code" and e.extra and _same(e, entity)]
            if inner:
                entity = replace(entity, extra=inner[0].extra)
        result.append(replace(entity, extra={}) if entity.kind == "code" else entity)
    return result


def _same(one: Entity, other: Entity) -> bool:
    return (one.offset, one.length) == (other.offset, other.length)


def _outside_code(entities: list[Entity]) -> list[Entity]:
    """Code can hold no other entity and be part of no style: styles and links are cut around it."""
    codes = [e for e in entities if e.kind in ("code", "pre")]
    result = []
    for entity in entities:
        pieces = [entity]
        if entity.kind in (*STYLES, "text_link", "text_mention"):
            for code in codes:
                pieces = [part for piece in pieces for part in _subtract(piece, code)]
        result.extend(pieces)
    return result


def _subtract(entity: Entity, hole: Entity) -> list[Entity]:
    if hole.end <= entity.offset or entity.end <= hole.offset:
        return [entity]
    parts = []
    if entity.offset < hole.offset:
        parts.append(replace(entity, length=hole.offset - entity.offset))
    if hole.end < entity.end:
        parts.append(replace(entity, offset=hole.end, length=entity.end - hole.end))
    return parts


def _merge(entities: list[Entity]) -> list[Entity]:
    """Drops what lies inside its own kind, and joins styles of one kind that touch, unless that crosses others."""
    result: list[Entity] = []
    for entity in sorted(entities, key=_place):
        before = next((e for e in reversed(result) if _group(e) == _group(entity)), None)
        if before is not None and entity.end <= before.end:
            continue
        if before is not None and before.end == entity.offset and entity.kind in STYLES:
            joined = replace(before, length=entity.end - before.offset)
            if not any(_cross(joined, other) for other in (*entities, *result)):
                result[result.index(before)] = joined
                continue
        result.append(entity)
    return result


def _cross(one: Entity, other: Entity) -> bool:
    """Whether the two overlap with neither inside the other."""
    return one.offset < other.offset < one.end < other.end or other.offset < one.offset < other.end < one.end


def _group(entity: Entity) -> str:
    return "blockquote" if entity.kind == "expandable_blockquote" else entity.kind

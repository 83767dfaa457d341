"""What the parts of an office file are to each other: main part, relations, content types (ECMA-376, part 2).

Names of parts are what programs make of them: another case, backslashes, another folder. What a part is, its relation
or its content type says; both are told by their last word, which the strict format shares with the usual one.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import NamedTuple
from urllib.parse import unquote

from documents.grids.archive import found_part, parsed_part, plain_name

_MAIN = re.compile(r"(?:(xl)/workbook|(word)/document)\d*\.xml")
_RELATION, _OVERRIDE, _DEFAULT = "Relationship", "Override", "Default"


class Relation(NamedTuple):
    """A relation: its id, the last word of its type ("worksheet", "sharedStrings"), and the part that it leads to."""

    id: str
    kind: str
    target: str


def relations(archive: zipfile.ZipFile, source: str = "") -> list[Relation]:
    """The relations of a part that lead to parts which are there ("" is the file itself). Raises UnreadableFile."""
    folder, name = posixpath.split(plain_name(source))
    place = found_part(archive, posixpath.join(folder, "_rels", f"{name}.rels"))
    if place is None:
        return []
    found = []
    for element in parsed_part(archive, place).iter():
        if _local(element.tag) != _RELATION or element.get("TargetMode") == "External":
            continue
        target = _resolved(archive, folder, element.get("Target", ""))
        if target is not None:
            found.append(Relation(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target))
    return found


def _resolved(archive: zipfile.ZipFile, folder: str, printed: str) -> str | None:
    """The part that a target names: from the root or from its source's folder, whichever is there."""
    target = unquote(printed.replace("\\", "/"))
    absolute = target.startswith("/")
    tries = [
        posixpath.normpath(target.lstrip("/")),
        posixpath.normpath(posixpath.join(folder, target.lstrip("/"))),
    ]
    return next((p for t in (tries if absolute else tries[::-1]) if (p := found_part(archive, t))), None)


def main_part(archive: zipfile.ZipFile) -> tuple[str, str] | None:
    """The main part and its content type in short ("spreadsheetml.sheet.main+xml"); None where there is none.

    By the file's own relation; where that is lost, by content type and by the usual names.
    """
    types = _content_types(archive)
    for relation in relations(archive):
        if relation.kind == "officeDocument":
            return relation.target, types.of(relation.target) or _usual_type(relation.target)
    for name in types.overrides:
        place = found_part(archive, name)
        if place is not None and types.of(name).endswith("main+xml"):
            return place, types.of(name)
    usual = [n for n in archive.namelist() if _MAIN.fullmatch(plain_name(n))]
    return (usual[0], _usual_type(usual[0])) if usual else None


def _usual_type(name: str) -> str:
    """What a part of no content type is by its name."""
    folder = plain_name(name).partition("/")[0]
    return {"xl": "spreadsheetml.sheet.main+xml", "word": "wordprocessingml.document.main+xml"}.get(
        folder, ""
    )


class _Types(NamedTuple):
    overrides: dict[str, str]  # by plain name
    defaults: dict[str, str]  # by extension

    def of(self, name: str) -> str:
        """A part's content type without its vendor; "" where it has none."""
        plain = plain_name(name)
        return self.overrides.get(plain) or self.defaults.get(plain.rpartition(".")[2], "")


def _content_types(archive: zipfile.ZipFile) -> _Types:
    types = _Types({}, {})
    place = found_part(archive, "[Content_Types].xml")
    for element in parsed_part(archive, place).iter() if place else ():
        short = element.get("ContentType", "").rpartition("officedocument.")[2]
        if _local(element.tag) == _OVERRIDE:
            types.overrides[plain_name(element.get("PartName", ""))] = short
        elif _local(element.tag) == _DEFAULT and short != "application/xml":
            types.defaults[element.get("Extension", "").lower()] = short
    return types


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]

"""Evidence in words: papers by number and date, files by name, albums by pages, and buttons to take them off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.numbers import format_day
from core.reports import Evidence
from handlers.screens import Button, Html, button, shortened
from handlers.turn import Turn


def paper_line(turn: Turn, evidence: Evidence) -> Html:
    """📄 Приказ № 12-ө от 05.03.2024"""
    dated = format_day(evidence.dated, turn.deps.texts, turn.language, "short") if evidence.dated else ""
    key = "evidence-paper" if dated else "evidence-paper-undated"
    return turn.say(
        key,
        form=shortened(evidence.form or "", 40),
        number=evidence.number or turn.plain("paper-unnumbered"),
        dated=dated,
    )


def evidence_lines(turn: Turn, evidence: Sequence[Evidence]) -> list[Html]:
    """A line for each piece; an album is one, with its pages counted, at the end."""
    found: list[Html] = []
    for e in pieces(evidence):
        if e.album:
            continue
        if e.number or e.dated:
            found.append(paper_line(turn, e))
        if e.kind != "paper":
            found.append(turn.say("evidence-file", name=file_name(turn, e)))
    albums = [e.album for e in evidence if e.album]
    found.extend(turn.say("evidence-album", count=albums.count(album)) for album in dict.fromkeys(albums))
    return found


def pieces(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Each piece once: of an album its first page stands for all."""
    return list({e.album or f"#{e.id}": e for e in reversed(list(evidence))}.values())[::-1]


def removing_rows(turn: Turn, obligation_id: int, evidence: Sequence[Evidence]) -> list[list[Button]]:
    """A button for each piece, to take it off again."""
    return [
        [button(turn.plain("evidence-remove", name=_name(turn, e)), "unpin", obligation_id, e.id)]
        for e in pieces(evidence)[-6:]
    ]


def file_name(turn: Turn, evidence: Evidence) -> str:
    """What a file is called, «фото» where it has no name."""
    return shortened(evidence.file_name or turn.plain("evidence-photo"), 60)


def _name(turn: Turn, evidence: Evidence) -> str:
    if evidence.kind == "paper":
        return shortened(f"{evidence.form or ''} {evidence.number or ''}".strip(), 40)
    return turn.plain("evidence-pages") if evidence.album else file_name(turn, evidence)

"""Evidence in words: papers by number and date, files by name, albums by pages; what is pointed out; the buttons."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.owed.plan_cache import OpenPlan
from core.plan.reports import Evidence, Remark
from core.summary.formatting import format_day, format_period
from handlers.frame.paging import first_of
from handlers.frame.screens import Button, Html, button, html, shortened
from handlers.frame.voice import Voice

STAYS = "c"
"""Tells the button that takes a piece off to leave the card as it is."""

MOST_REMARKS = 3
MOST_REMARK_BUTTONS = 2


def paper_line(voice: Voice, evidence: Evidence) -> Html:
    """📄 Приказ № 12-ө от 05.03.2024"""
    dated = format_day(evidence.dated, voice.texts, voice.language, "short") if evidence.dated else ""
    key = "evidence-paper" if dated else "evidence-paper-undated"
    return voice.say(
        key,
        form=_form(voice, evidence),
        number=evidence.number or voice.plain("paper-unnumbered"),
        dated=dated,
    )


def evidence_lines(voice: Voice, evidence: Sequence[Evidence]) -> list[Html]:
    """A line for each piece; an album is one, with its pages counted, at the end."""
    found: list[Html] = []
    for e in pieces(evidence):
        if e.album:
            continue
        if e.number or e.dated:
            found.append(paper_line(voice, e))
        if e.kind == "location":
            found.append(place_line(voice, e))
        elif e.kind == "link":
            found.append(html(f"🔗 {shortened(e.link or '', 120)}"))
        elif e.kind != "paper":
            found.append(voice.say("evidence-file", name=file_name(voice, e)))
    found.extend(paper_line(voice, e) for e in evidence if e.album and (e.number or e.dated))
    albums = [e.album for e in evidence if e.album]
    found.extend(voice.say("evidence-album", count=albums.count(album)) for album in dict.fromkeys(albums))
    return found


def pieces(evidence: Iterable[Evidence]) -> list[Evidence]:
    """Each piece once: of an album its first page stands for all."""
    return list({e.album or f"#{e.id}": e for e in reversed(list(evidence))}.values())[::-1]


def removing_rows(voice: Voice, obligation_id: int, evidence: Sequence[Evidence]) -> list[list[Button]]:
    """A button for each piece, to take it off again."""
    return [
        [button(voice.plain("evidence-remove", name=piece_name(voice, e)), "unpin", obligation_id, e.id)]
        for e in pieces(evidence)[-6:]
    ]


def paper_words(voice: Voice, evidence: Evidence) -> str:
    """The same without a mark, for a sentence or a button: "Приказ № 12-ө от 05.03.2024"."""
    dated = format_day(evidence.dated, voice.texts, voice.language, "short") if evidence.dated else ""
    key = "evidence-paper-named" if dated else "evidence-paper-named-undated"
    number = evidence.number or voice.plain("paper-unnumbered")
    return voice.plain(key, form=_form(voice, evidence), number=number, dated=dated)


def _form(voice: Voice, evidence: Evidence) -> str:
    """What the paper is called; just a paper, where every form of the row has its own already."""
    form = shortened(evidence.form or "", 40)
    return form[:1].upper() + form[1:] if form else voice.plain("paper-any")


def place_line(voice: Voice, evidence: Evidence) -> Html:
    """📍 the coordinates, as a link to a map."""
    latitude, _, longitude = (evidence.link or "").removeprefix("geo:").partition(",")
    return voice.say("evidence-place", latitude=latitude, longitude=longitude)


def file_name(voice: Voice, evidence: Evidence) -> str:
    """What a file is called; «фото», «голосовое сообщение», «видео» where it has no name."""
    names = {"voice": "evidence-voice", "video": "evidence-video"}
    return shortened(evidence.file_name or voice.plain(names.get(evidence.kind, "evidence-photo")), 60)


def piece_words(voice: Voice, evidence: Evidence) -> str:
    """What a piece is, in a sentence: "📎 смета.pdf", "📍 51.128207, 71.430420"."""
    if evidence.kind == "location":
        return f"📍 {(evidence.link or '').removeprefix('geo:').replace(',', ', ')}"
    return f"📎 {file_name(voice, evidence)}"


def remark_lines(voice: Voice, plan: OpenPlan, evidence: Sequence[Evidence]) -> list[Html]:
    """⚠️ a line for each thing that is pointed out and was not confirmed; of an album once."""
    said = [(e, r) for e in pieces_pointed_out(evidence) for r in e.pointed_out]
    return first_of(voice, [remark_line(voice, plan, e, r) for e, r in said], MOST_REMARKS)


def remark_line(voice: Voice, plan: OpenPlan, evidence: Evidence, remark: Remark) -> Html:
    """⚠️ what is pointed out, with what it is about and where that was used already."""
    of_paper = remark.code not in ("empty", "unreadable", "file-used")
    name = paper_words(voice, evidence) if of_paper else piece_name(voice, evidence)
    if remark.activity_id is None or remark.period is None:
        return voice.say(f"remark-{remark.code}", name=name)
    live = plan.activities.get(remark.activity_id)
    return voice.say(
        f"remark-{remark.code}",
        name=name,
        title=shortened(live.row.title, 80) if live is not None else voice.plain("remark-row-gone"),
        period=format_period(remark.period, voice.texts, voice.language, "short"),
    )


def remark_rows(voice: Voice, obligation_id: int, evidence: Sequence[Evidence]) -> list[list[Button]]:
    """[Оставить] [Убрать] for what is pointed out; named where there are several."""
    named = pieces_pointed_out(evidence)[:MOST_REMARK_BUTTONS]
    of = {e.id: "" if len(named) == 1 else f": {shortened(piece_name(voice, e), 20)}" for e in named}
    return [
        [
            button(voice.plain("remark-keep", of=of[e.id]), "keepit", obligation_id, e.id),
            button(voice.plain("remark-remove", of=of[e.id]), "unpin", obligation_id, e.id, STAYS),
        ]
        for e in named
    ]


def pieces_pointed_out(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The pieces that something is pointed out about; of an album the first page that has something."""
    return pieces([e for e in evidence if e.pointed_out])


def pieces_remarked(evidence: Sequence[Evidence]) -> list[Evidence]:
    """The pieces that something was pointed out about, confirmed or not."""
    return pieces([e for e in evidence if e.remarks])


def piece_name(voice: Voice, evidence: Evidence) -> str:
    """What a piece is called in a line or on a button: the paper, the place, the album or the file."""
    if evidence.kind == "paper":
        return shortened(paper_words(voice, evidence), 40)
    if evidence.kind == "location":
        return voice.plain("evidence-place-name")
    if evidence.kind == "link":
        return shortened((evidence.link or "").partition("://")[2], 40)
    return voice.plain("evidence-pages") if evidence.album else file_name(voice, evidence)

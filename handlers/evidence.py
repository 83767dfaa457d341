"""Evidence on a card: a paper's number and date, photos, documents, albums; the caption can carry the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from core import walk
from core.errors import Outdated, UnreadableFile, UnreadableInput
from core.obligations import Obligation
from core.papers import Paper, next_form, read_paper
from core.reporting import attach, detach, record
from core.reports import Evidence, EvidenceKind
from handlers.desk import Desk
from handlers.registry import sent_file, tap, typed
from handlers.turn import Turn
from handlers.walk import OFFICERS, current, fitting, mine, open_on, read_typed

LARGEST_FILE = 20 * 1024 * 1024
"""Telegram lets a bot fetch no more (Bot API, getFile)."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A photo or document as Telegram tells of it, before its bytes are fetched."""

    kind: EvidenceKind
    file_id: str
    size: int
    name: str | None
    mime_type: str | None
    album: str | None


def sent_in(turn: Turn) -> Sent:
    """The file of a message. Raises UnreadableFile where it is too large to be fetched or of a kind we do not keep."""
    message = turn.message
    if message is not None and message.photo:
        largest = message.photo[-1]
        found = Sent(
            "photo", largest.file_id, largest.file_size or 0, None, "image/jpeg", message.media_group_id
        )
    elif message is not None and message.document:
        d = message.document
        found = Sent(
            "document", d.file_id, d.file_size or 0, d.file_name, d.mime_type, message.media_group_id
        )
    else:
        raise UnreadableFile("file-kind-not-kept")
    if found.size > LARGEST_FILE:
        raise UnreadableFile("file-over-limit", megabytes=LARGEST_FILE // 1024 // 1024)
    return found


@tap("paper", roles=OFFICERS)
async def ask_paper(turn: Turn) -> None:
    _, o = await mine(turn)
    open_on(turn, o, asks="paper")


@tap("unpin", roles=OFFICERS)
async def remove(turn: Turn) -> None:
    """Takes a piece off again, an album whole; the journal keeps that it was there, the disk its bytes."""
    desk, o = await mine(turn)
    attached = await turn.work.evidence.of_obligations([o.id])
    named = next((e for e in attached if e.id == turn.number(1)), None)
    if named is None:
        raise Outdated("card-outdated")
    gone = [e for e in attached if e.id == named.id or (named.album and e.album == named.album)]
    turn.memo = desk.with_changed(await detach(turn.work, turn.me, o, gone, turn.now))
    turn.toast = turn.plain("evidence-removed")
    open_on(turn, o, asks="paper")


@typed("paper", roles=OFFICERS)
async def take_paper(turn: Turn) -> None:
    """№ and date in one message; where the row names two papers, the second is asked next."""
    desk, o = await current(turn)
    paper = read_paper(turn.typed, turn.deps.today())
    form = await _next_form(turn, desk, o)
    await _keep(turn, desk, o, kind="paper", form=form, number=paper.number, dated=paper.dated)
    more = await _next_form(turn, desk, o)
    open_on(turn, o, asks="paper" if more else None)


@sent_file("walk", "past", "paper", "figure", "account", roles=OFFICERS)
async def take_file(turn: Turn) -> None:
    """A photo or document is evidence for this card; its caption may carry the figure and the account."""
    desk, o = await current(turn)
    file = sent_in(turn)
    paper = _paper_in(turn)
    o = await _keep(
        turn,
        desk,
        o,
        kind=file.kind,
        form=await _form_of_file(turn, desk, o, file),
        number=paper.number if paper else None,
        dated=paper.dated if paper else None,
        file_id=file.file_id,
        size=file.size,
        file_name=file.name,
        mime_type=file.mime_type,
        album=file.album,
    )
    turn.wakes = True
    told = bool(turn.typed) and paper is None
    if told:
        o = await _take_caption(turn, desk, o)
    if file.album is not None and turn.args.get("album") == file.album:
        turn.place_below = False  # the pages of an album arrive before the first answer does
    asked = await _still_asked(turn, desk, o, told)
    kept = {k: turn.args[k] for k in ("m", "last") if turn.args.get(k) and not o.draft.odd}
    turn.show("walk", asks=asked, o=o.id, album=file.album, **kept)


async def _still_asked(turn: Turn, desk: Desk, o: Obligation, told: bool) -> str | None:
    """What the card goes on asking after a file: a paper where another form is owed, else what no caption told."""
    asks = turn.card.view.asks
    if asks == "paper":
        return asks if await _next_form(turn, desk, o) is not None else None
    return None if told else asks


def _paper_in(turn: Turn) -> Paper | None:
    """The number and date that a caption gives, where the card asks for a paper; None where it tells something else."""
    if turn.card.view.asks != "paper" or not turn.typed:
        return None
    try:
        paper = read_paper(turn.typed, turn.deps.today())
    except UnreadableInput:
        return None
    return paper if paper.dated is not None else None


async def _form_of_file(turn: Turn, desk: Desk, o: Obligation, file: Sent) -> str | None:
    """The form that a file answers: an album's pages all the same one."""
    if file.album is not None:
        evidence = await turn.work.evidence.of_obligations([o.id])
        pages = [e.form for e in evidence if e.album == file.album]
        if pages:
            return pages[0]
    return await _next_form(turn, desk, o)


async def _take_caption(turn: Turn, desk: Desk, o: Obligation) -> Obligation:
    """A caption's figure is shown back before it counts; what it tells goes below what was written already."""
    try:
        measure, figure = read_typed(turn, desk, o, turn.typed)
    except UnreadableInput:
        draft = walk.with_account(o.draft, fitting(walk.added_account(o.draft, turn.typed)))
    else:
        more = walk.says_more(turn.typed, measure, turn.language)
        account = fitting(walk.added_account(o.draft, turn.typed)) if more else None
        draft = walk.understood(o.draft, desk.measures(o), figure, measure=measure, account=account)
    changed = await record(turn.work, turn.me, o, draft, turn.now)
    turn.memo = desk.with_changed(changed)
    return changed


async def _keep(turn: Turn, desk: Desk, o: Obligation, **parts: Any) -> Obligation:
    evidence = Evidence(id=0, obligation_id=o.id, added_by=turn.person_id, added_at=turn.now, **parts)
    changed = await attach(turn.work, turn.me, o, evidence)
    turn.memo = desk.with_changed(changed)
    return changed


async def _next_form(turn: Turn, desk: Desk, o: Obligation) -> str | None:
    evidence = await turn.work.evidence.of_obligations([o.id])
    return next_form(desk.row(o).completion_form, {e.form for e in evidence})

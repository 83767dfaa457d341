"""Evidence on a card: a paper's number and date, files, albums, sounds, places; the caption can carry the rest."""

from __future__ import annotations

from core.evidence.named_papers import paper_asked, refuse_lacking_day
from core.kernel.errors import UnreadableFile, UnreadableInput
from core.model.obligations import Obligation
from core.model.people import Role
from core.plan.reports import Evidence
from core.report.captions import Understood
from core.report.filling import (
    Filled,
    is_another_form_asked,
    keep,
    misread_papers,
    pieces_named,
    take_for_words,
    take_message,
    understood_in,
    with_bare_paper,
)
from core.report.record import detach, keep_in_spite
from core.report.worklist import Worklist
from handlers.card.walk import OFFICERS, current, mark_shown, mine, open_on
from handlers.frame.registry import (
    COORDINATORS,
    LATE_PAGE,
    PLAN_FILE,
    registry,
    sent_file,
    sent_place,
    tap,
    typed,
)
from handlers.frame.screens import shortened
from handlers.frame.sent_files import evidence_in, place_in
from handlers.frame.turn import Turn, worklist_of
from handlers.frame.views import Walk, Without
from handlers.words.evidence_words import STAYS, paper_words


@tap("paper", roles=OFFICERS)
async def ask_paper(turn: Turn) -> None:
    _, o = await mine(turn)
    open_on(turn, o, asks="paper")


@tap("unpin", roles=OFFICERS, style="danger")
async def remove(turn: Turn) -> None:
    """Takes a piece off again, an album whole; the journal keeps that it was there, the disk its bytes."""
    worklist, o = await mine(turn)
    gone = pieces_named(await _attached(turn, o), turn.number(1))
    turn.worklist = worklist.with_changed(await detach(turn.work, turn.me, o, gone, turn.now))
    turn.toast = turn.plain("evidence-removed")
    stays = turn.tap is not None and turn.tap.args[2:] == (STAYS,)
    open_on(turn, o, asks=None if stays else "paper")


@tap("keepit", roles=OFFICERS, style="success")
async def keep_it(turn: Turn) -> None:
    """What was pointed out about a piece is right as it is: kept, and not asked about again."""
    _, o = await mine(turn)
    pieces = pieces_named(await _attached(turn, o), turn.number(1))
    await keep_in_spite(turn.work, turn.me, o, pieces, turn.now)
    turn.toast = turn.plain("evidence-kept")
    open_on(turn, o)


@tap("unread", roles=OFFICERS)
async def unread(turn: Turn) -> None:
    """The number and date were read amiss: the file stays without them, the words go to the account."""
    worklist, o = await mine(turn)
    misread = misread_papers(o, await _attached(turn, o))
    words = "; ".join(paper_words(turn, e) for e in misread)
    changed = await take_for_words(turn.work, turn.me, o, misread, words, turn.now)
    turn.worklist = worklist.with_changed(changed)
    open_on(turn, o, asks="paper")


@typed("paper", roles=OFFICERS)
async def take_paper(turn: Turn) -> None:
    """№ and date in one message; where the row names two papers, the second is asked next."""
    worklist, o = await current(turn)
    refuse_lacking_day(turn.typed, of_paper=True)
    said = _understood(turn, worklist, o)
    answers = said.answers
    if not (said.links or (said.papers and (answers or said.account))):
        said = Understood(papers=said.papers or (paper_asked(turn.typed, turn.deps.today(), turn.language),))
    after = await _take(turn, worklist, o, said)
    more = not answers and is_another_form_asked(worklist, after, await _attached(turn, after))
    open_on(turn, o, asks="paper" if more else None)


@sent_file("walk", "past", "paper", "figure", "account", roles=OFFICERS)
async def take_file(turn: Turn) -> None:
    """A photo, film or sound is evidence for this card; its caption may carry all the rest."""
    sent = await _of_this_card(turn)
    if sent is None:
        return
    worklist, o, page = sent
    if not worklist.plans[o.plan_id].plan.rule.files_allowed:
        await _take_words(turn, worklist, o)
        turn.show(Walk(o=o.id, **mark_shown(turn, o)), notice=turn.say("files-not-allowed-words"))
        return
    after, said = await _keep_sent(turn, worklist, o, page)
    asked = await _still_asked(turn, worklist, after, said.answers or said.account is not None)
    album = turn.message.media_group_id if turn.message is not None else None
    card = Walk(o=o.id, seen=after.revision, album=album, **mark_shown(turn, after))
    kept = turn.shows(Walk)
    if kept is not None and not after.draft.waits:
        card = card.but(m=kept.m, last=kept.last)
    turn.show(card, asks=asked)


@sent_file("without", roles=OFFICERS)
async def take_file_beside(turn: Turn) -> None:
    """The same while the lead is asked whether to do without somebody: the answer that waits stays as it is.

    Where the caption answers anew, that is shown back in its stead.
    """
    sent = await _of_this_card(turn)
    if sent is None:
        return
    worklist, o, page = sent
    if not worklist.plans[o.plan_id].plan.rule.files_allowed:
        after, said = await _take_words(turn, worklist, o)
        notice = turn.say("files-not-allowed-words")
    else:
        after, said = await _keep_sent(turn, worklist, o, page)
        notice = turn.say("evidence-beside")
    if said.answers:
        open_on(turn, after)
    else:
        _ask_on(turn, after, notice)


@sent_place("without", roles=OFFICERS)
async def take_place_beside(turn: Turn) -> None:
    worklist, o = await current(turn)
    after = await _keep_place(turn, worklist, o)
    _ask_on(turn, after, turn.say("evidence-beside"))


def _ask_on(turn: Turn, o: Obligation, notice: str) -> None:
    """The question goes on, with what was attached and said meanwhile in the draft that waits for its answer."""
    asked = turn.on(Without)
    waits = asked.draft.model_copy(update={"evidence": o.draft.evidence, "account": o.draft.account})
    turn.show(asked.but(revision=o.revision, draft=waits), notice=notice)


@sent_file(LATE_PAGE, roles=OFFICERS | COORDINATORS)
async def take_late_page(turn: Turn) -> None:
    """A page that comes when the card is another already: it belongs where the album's first page went.

    Several plan files sent by a coordinator at once are an album to Telegram too.
    """
    page = await _first_page(turn)
    if page is not None:
        await _take_late_page(turn, page)
    elif turn.me.may(Role.COORDINATOR):
        await registry.files[PLAN_FILE].body(turn)
    else:
        raise UnreadableInput("not-understood")


@sent_place("walk", "past", "paper", "figure", "account", roles=OFFICERS)
async def take_place(turn: Turn) -> None:
    """Where it was done, as coordinates."""
    worklist, o = await current(turn)
    await _keep_place(turn, worklist, o)
    view, shown = turn.card.view, turn.shows(Walk)
    turn.show(shown.without("album", "refused_text") if shown is not None else Walk(o=o.id), asks=view.asks)


async def _keep_place(turn: Turn, worklist: Worklist, o: Obligation) -> Obligation:
    after = await keep(turn.work, turn.me, worklist, o, place_in(turn, o.id))
    turn.worklist = worklist.with_changed(after)
    return after


async def _keep_sent(
    turn: Turn, worklist: Worklist, o: Obligation, page: Evidence | None
) -> tuple[Obligation, Understood]:
    """Attaches what was sent, and takes in what its caption says."""
    file, said = await evidence_in(turn, o.id), _said(turn, worklist, o)
    after = await _take(turn, worklist, o, said, file, page)
    turn.place_below = page is None  # the pages of an album arrive before the first answer does
    return after, said


async def _take(
    turn: Turn,
    worklist: Worklist,
    o: Obligation,
    said: Understood,
    file: Evidence | None = None,
    page: Evidence | None = None,
) -> Obligation:
    """Keeps all that the message brings; a file's bytes are fetched after this turn."""
    taken: Filled = await take_message(turn.work, turn.me, worklist, o, said, turn.now, file=file, page=page)
    turn.worklist = taken.worklist
    turn.wakes = turn.wakes or file is not None
    return taken.obligation


def _understood(turn: Turn, worklist: Worklist, o: Obligation) -> Understood:
    """What the text or caption of the message says about that report."""
    shown = turn.shows(Walk)
    named = shown.m if shown is not None and shown.o == o.id else None
    return understood_in(turn.typed, worklist, o, named, turn.language)


def _said(turn: Turn, worklist: Worklist, o: Obligation) -> Understood:
    """What the caption says; where the card asks for a paper, also a number and date that nothing names as such."""
    if not turn.typed:
        return Understood()
    said = _understood(turn, worklist, o)
    return (
        with_bare_paper(said, turn.typed, worklist.today, turn.language)
        if turn.card.view.asks == "paper"
        else said
    )


async def _take_words(turn: Turn, worklist: Worklist, o: Obligation) -> tuple[Obligation, Understood]:
    """The plan lets no files be sent: what the caption says is kept all the same. Raises UnreadableFile without one."""
    said = _said(turn, worklist, o)
    if not (said.papers or said.links or said.answers or said.account):
        raise UnreadableFile("files-not-allowed")
    return await _take(turn, worklist, o, said), said


async def _first_page(turn: Turn) -> Evidence | None:
    """The page of the same album that came before, on whatever card; None for the first, and for a single file."""
    album = turn.message.media_group_id if turn.message is not None else None
    if album is None:
        return None
    return next(iter(await turn.work.evidence.of_album(album, turn.person_id)), None)


async def _of_this_card(turn: Turn) -> tuple[Worklist, Obligation, Evidence | None] | None:
    """The report that a file is for, with the first page of its album.

    None where it was a page of another report's album, and is taken by now.
    """
    worklist, o = await current(turn)
    page = await _first_page(turn)
    if page is not None and page.obligation_id != o.id:
        await _take_late_page(turn, page)
        return None
    return worklist, o, page


async def _take_late_page(turn: Turn, page: Evidence) -> None:
    """Joins a page to its album; the card stays where it is, and says so in a line."""
    worklist = await worklist_of(turn)
    o = worklist.obligation(page.obligation_id)
    said = _understood(turn, worklist, o) if turn.typed else Understood()
    await _take(turn, worklist, o, said, await evidence_in(turn, o.id), page)
    turn.place_below = False
    turn.show_again(notice=turn.say("evidence-late-page", title=shortened(worklist.row(o).title, 80)))


async def _still_asked(turn: Turn, worklist: Worklist, o: Obligation, told: bool) -> str | None:
    """What the card goes on asking after a file: a paper where another form is owed, else what no caption told."""
    asks = turn.card.view.asks
    if asks != "paper":
        return None if told else asks
    if o.draft.waits or not is_another_form_asked(worklist, o, await _attached(turn, o)):
        return None
    return asks


async def _attached(turn: Turn, o: Obligation) -> list[Evidence]:
    return await turn.work.evidence.of_obligations([o.id])

"""What is typed on a card without any button: a figure, several, a stage, a short answer, a reason, a day."""

from __future__ import annotations

from core.kernel.errors import Outdated, UnreadableInput
from core.report import draft_steps
from core.report.typed_text import CardShown, is_story_refused, take_text
from handlers.card.walk import OFFICERS, current, mine, note, show_taken
from handlers.frame.registry import tap, typed
from handlers.frame.turn import REFUSED_TEXT, Turn
from handlers.frame.views import Walk


@typed("walk", "figure", "past", "without", roles=OFFICERS)
async def take_typed(turn: Turn) -> None:
    """A text typed on a card answers what the card asks: a reason, a day, or else a figure.

    A story that is no figure waits on the card with the refusal, so that one tap keeps it as the account.
    """
    worklist, o = await current(turn)
    try:
        taken = await take_text(turn.work, turn.me, worklist, o, turn.typed, shown_on(turn), turn.now)
    except UnreadableInput as refusal:
        if turn.shows(Walk) is not None and is_story_refused(refusal, turn.typed):
            whole = draft_steps.added_account(o.draft, turn.typed)
            refusal.for_card = {REFUSED_TEXT: turn.typed} if len(whole) <= draft_steps.LONGEST_ACCOUNT else {}
        raise
    show_taken(turn, o, taken)


def shown_on(turn: Turn) -> CardShown:
    """What the card shows, for what is typed on it."""
    card, opened = turn.shows(Walk), turn.card.view.asks is not None
    if card is None:
        return CardShown(turn.language, turn.deps.today(), opened)
    return CardShown(turn.language, turn.deps.today(), opened, card.m, card.mark)


@tap("told", roles=OFFICERS)
async def keep_refused(turn: Turn) -> None:
    """💬 what was typed and is no figure, kept as the account: the very text. The card goes on asking."""
    worklist, o = await mine(turn)
    shown = turn.on(Walk)
    if shown.refused_text is None or shown.o != o.id:
        raise Outdated("card-outdated")
    turn.toast = turn.plain("walk-told-kept")
    await note(turn, worklist, o, draft_steps.telling(o.draft, shown.refused_text), last=shown.last)

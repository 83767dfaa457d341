"""What a message was understood to say, shown back as one proposal: figure, outcome, papers; one tap confirms it."""

from __future__ import annotations

from collections.abc import Sequence

from core import walk
from core.figures import oddities
from core.reports import Draft, Evidence, Measure
from handlers.evidence_words import paper_words
from handlers.screens import LONGEST_LABEL, Button, Html, bold, button, lines, shortened
from handlers.turn import Turn
from handlers.walk_words import waiting_words


def proposal_question(
    turn: Turn, draft: Draft, measures: Sequence[Measure], evidence: Sequence[Evidence]
) -> Html:
    """ "Понял так: 5 800,0 тыс. тг · Акт № 12 от 05.03.2024. Верно?", below what is odd about the figure."""
    odd = [m for m in measures if m.id in draft.odd]
    strange = dict.fromkeys(turn.say(f"odd-{code}") for m in odd for code in oddities(draft.odd[m.id], m))
    papers = [paper_words(turn, e) for e in _papers(draft, evidence)]
    value = " · ".join([_answer(turn, draft, measures), *papers])
    return lines("", *strange, bold(turn.say("ask-confirm", value=value)))


def proposal_rows(
    turn: Turn, obligation_id: int, draft: Draft, measures: Sequence[Measure], evidence: Sequence[Evidence]
) -> list[list[Button]]:
    """Yes to all of it; or what of it is to be corrected."""
    label = turn.plain("walk-confirm", value=_answer(turn, draft, measures))
    yes = button(shortened(label, LONGEST_LABEL), "sure", obligation_id)
    mend = [button(turn.plain("walk-mend"), "slip", obligation_id)]
    if _papers(draft, evidence):
        mend.append(button(turn.plain("walk-mend-paper"), "unread", obligation_id))
    return [[yes], mend]


def _answer(turn: Turn, draft: Draft, measures: Sequence[Measure]) -> str:
    """The figure; with an outcome that was said, what confirming it would record."""
    said = waiting_words(turn, measures, draft)
    if draft.proposal is None or draft.proposal.outcome is None:
        return said
    outcome = walk.confirmed(draft, measures).outcome
    word = turn.plain(f"outcome-{outcome.value.replace('_', '-')}") if outcome else ""
    return ", ".join(part for part in (said, word) if part)


def _papers(draft: Draft, evidence: Sequence[Evidence]) -> list[Evidence]:
    named = draft.proposal.papers if draft.proposal else ()
    return [e for e in evidence if e.id in named and (e.number or e.dated)]

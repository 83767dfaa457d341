"""What a message was understood to say, shown back as one proposal: figure, outcome, papers; one tap confirms it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from core.figures.typed_figures import oddities
from core.plan.reports import Draft, Evidence, Measure
from core.report import draft_steps
from core.report.consolidation import fingerprint
from core.report.likely_typos import mended, slip_of, slips_in
from core.summary.formatting import format_figure, format_sum
from handlers.frame.screens import LONGEST_LABEL, Button, Html, bold, button, lines, shortened
from handlers.frame.voice import Voice
from handlers.words.evidence_words import paper_words
from handlers.words.recorded_words import figure_words, outcome_word, waiting_words

LONGEST_VALUE = 36
"""Characters of a sum on a button, behind its mark."""


def proposal_question(
    voice: Voice, draft: Draft, measures: Sequence[Measure], evidence: Sequence[Evidence]
) -> Html:
    """ "Понял так: 5,8 млн тг · Акт № 12 от 05.03.2024. Верно?", below what is odd about the figure."""
    strange = dict.fromkeys(
        line for m in measures if m.id in draft.odd for line in _strange(voice, draft.odd[m.id], m)
    )
    papers = [paper_words(voice, e) for e in _papers(draft, evidence)]
    value = " · ".join([_answer(voice, draft, measures), *papers])
    return lines("", *strange, bold(voice.say("ask-confirm", value=value)))


def proposal_rows(
    voice: Voice, obligation_id: int, draft: Draft, measures: Sequence[Measure], evidence: Sequence[Evidence]
) -> list[list[Button]]:
    """Yes to all of it, beside it what was likely meant where it looks like a slip; or what is to be corrected."""
    slip = next(iter(slips_in(draft.odd, measures).values()), None)
    kind = f"walk-confirm-{slip.code}" if slip is not None else "walk-confirm"
    yes = button(_label(voice, kind, _answer(voice, draft, measures)), "sure", obligation_id)
    answers = [yes]
    if slip is not None:
        meant = _meant(voice, obligation_id, draft, measures)
        answers = [yes, meant] if slip.code == "below-running" else [meant, yes]
    answers[0] = answers[0].coloured("success")
    mend = [button(voice.plain("walk-mend"), "slip", obligation_id)]
    if _papers(draft, evidence):
        mend.append(button(voice.plain("walk-mend-paper"), "unread", obligation_id))
    return [*([b] for b in answers), mend]


def _strange(voice: Voice, value: Decimal, measure: Measure) -> list[Html]:
    """What is odd about one figure, in lines."""
    slip = slip_of(value, measure)
    there = format_figure(measure.already or Decimal(0), measure, voice.texts, voice.language)
    codes = [*oddities(value, measure), *(["bare-tenge"] if slip and slip.code == "bare-tenge" else [])]
    return [voice.say(f"odd-{code}", already=there) for code in codes]


def _meant(voice: Voice, obligation_id: int, draft: Draft, measures: Sequence[Measure]) -> Button:
    """The button that records what was likely meant: "12,5 млн тг", "8 + 4 = 12", "27 с начала года"."""
    figures = mended(draft.odd, measures) or {}
    value = figure_words(voice, measures, figures)
    slipped, slip = next(iter(slips_in(draft.odd, measures).items()))
    measure = next(m for m in measures if m.id == slipped)
    if slip.code == "below-others" and measure.already is not None and len(figures) == 1:
        terms = [measure.already, draft.odd[slipped]]
        whole, bare = format_sum(figures[slipped], terms, measure, voice.texts, voice.language)
        summed = f"{' + '.join(bare)} = {whole}"
        value = summed if len(summed) <= LONGEST_VALUE else value
    label = _label(voice, f"walk-meant-{slip.code}", value)
    return button(label, "meant", obligation_id, fingerprint(figures, None))


def _label(voice: Voice, text_id: str, value: str) -> str:
    """A button's label; where it is too long the value gives way, not the words that tell one button from another."""
    label = voice.plain(text_id, value=value)
    over = len(label) - LONGEST_LABEL
    return voice.plain(text_id, value=shortened(value, len(value) - over)) if over > 0 else label


def _answer(voice: Voice, draft: Draft, measures: Sequence[Measure]) -> str:
    """The figure; with an outcome that was said, what confirming it would record."""
    said = waiting_words(voice, measures, draft)
    if draft.proposal is None or draft.proposal.outcome is None:
        return said
    outcome = draft_steps.confirmed(draft, measures).outcome
    word = outcome_word(voice, outcome)
    return ", ".join(part for part in (said, word) if part)


def _papers(draft: Draft, evidence: Sequence[Evidence]) -> list[Evidence]:
    named = draft.proposal.papers if draft.proposal else ()
    return [e for e in evidence if e.id in named and (e.number or e.dated)]

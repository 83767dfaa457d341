"""Who has reported on a shared row and who has not, in words, and the lead's buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from core.model.obligations import Obligation, ReportState
from core.owed.status import is_overdue
from core.plan.model import Unit
from core.plan.reports import Draft, Measure
from core.report.consolidation import adds_up, content_of, fingerprint, left_out
from core.report.running_totals import others_sum
from core.report.shared_row import SharedRow
from core.summary.formatting import format_sum
from handlers.frame.screens import LONGEST_LABEL, Button, Html, button, html, lines, shortened
from handlers.frame.voice import Voice
from handlers.words.recorded_words import outcome_mark, outcome_word
from handlers.words.told_words import figures_listed

ON_CARD = 6
"""Posts that the card itself names; the rest are a tap away."""
MOST_TERMS = 4


def together_lines(voice: Voice, found: SharedRow, today: date) -> Html:
    """What the lead sees of the others, and the others of the lead."""
    return _for_lead(voice, found, today) if found.is_lead else _for_part(voice, found)


def _for_lead(voice: Voice, found: SharedRow, today: date) -> Html:
    there = len(found.parts) - len(found.missing)
    ordered = [*(o for o in found.parts if content_of(o)), *found.missing]
    more = len(ordered) - ON_CARD
    proposal = found.proposal
    without = [o for o in found.missing if o.id in left_out(found.mine.draft)]
    return lines(
        "",
        voice.say("svod-title", there=there, total=len(found.parts)),
        *(part_line(voice, found, o, 80, today) for o in ordered[:ON_CARD]),
        voice.say("svod-more", count=more) if more > 0 else None,
        voice.say("svod-unknown", count=proposal.unknown) if proposal and proposal.unknown else None,
        voice.say("svod-your-part") if found.is_open and others_sum(proposal, found.measures) else None,
        voice.say("svod-own-word") if there and (proposal is None or not proposal.complete) else None,
        voice.say("svod-without", names=names_of(found, without)) if without else None,
        voice.say("svod-changed", names=names_of(found, found.changed)) if found.changed else None,
    )


def _for_part(voice: Voice, found: SharedRow) -> Html:
    shared = any(adds_up(m) and m.plan is not None for m in found.measures)
    content = content_of(found.lead)
    said = voice.say("svod-not-yet", name=shortened(found.post(found.lead), 80))
    if content is not None:
        said = voice.say(
            "svod-is",
            name=shortened(found.post(found.lead), 80),
            what=_what(voice, content, found.measures),
        )
    left = content is not None and found.mine.id in left_out(content)
    return lines(
        voice.say("svod-share") if shared else None,
        said,
        voice.say("svod-without-you") if left else None,
    )


def part_line(voice: Voice, found: SharedRow, o: Obligation, most: int, today: date) -> Html:
    """✅ Акимат: 5 — «account, shortened»; ▫️ who has not reported."""
    content, name = content_of(o), shortened(found.post(o), 60)
    if content is None:
        key = "svod-returned" if o.state is ReportState.RETURNED else "svod-missing"
        if key == "svod-missing" and is_overdue(o, today):
            key = "svod-overdue"
        return voice.say(key, name=name)
    figures = figures_listed(voice, found.measures, content.figures)
    said = f"{outcome_mark(content.outcome)} {name}{': ' + figures if figures else ''}"
    account = f" — {shortened(content.account, most)}" if content.account else ""
    return html(said + account)


def _what(voice: Voice, content: Draft, measures: Sequence[Measure]) -> str:
    """✅ исполнено, 12"""
    outcome = outcome_word(voice, content.outcome)
    return f"{outcome_mark(content.outcome)} " + ", ".join(
        x for x in (outcome, figures_listed(voice, measures, content.figures)) if x
    )


def names_of(found: SharedRow, obligations: Sequence[Obligation]) -> str:
    return names_in([found.post(o) for o in obligations])


def names_in(names: Sequence[str], most: int = 6) -> str:
    """Names in a row, the first ones of many."""
    said = ", ".join(shortened(name, 60) for name in names[:most])
    return f"{said} +{len(names) - most}" if len(names) > most else said


def lead_rows(voice: Voice, found: SharedRow) -> list[list[Button]]:
    """✅ Свод: 12 = 5 + 7, and the way to the others' reports."""
    o = found.mine.id
    rows = []
    if found.is_open and found.proposal is not None:
        shown = fingerprint(found.proposal.figures, found.proposal.outcome)
        rows.append([button(gather_label(voice, found), "gather", o, shown)])
    there = len(found.parts) - len(found.missing)
    label = voice.plain("svod-open", there=there, total=len(found.parts))
    return [*rows, [button(label, "gparts", o, 0)]]


def with_lead_rows(voice: Voice, found: SharedRow, rows: Sequence[Sequence[Button]]) -> list[list[Button]]:
    """The answers of a card under the lead's own: what all say takes the place of "as planned"."""
    kept = [list(row) for row in rows]
    if found.proposal is not None and found.proposal.complete:
        kept = [[b for b in row if b.action != "plan"] for row in kept]
    return [*lead_rows(voice, found), *kept]


def gather_label(voice: Voice, found: SharedRow) -> str:
    """ "✅ Свод: 12 = 5 + 7" for one figure that adds up, else the figures, or what all say."""
    proposal = found.proposal
    if proposal is None:
        return ""
    if not proposal.figures:
        return voice.plain("svod-all-say", outcome=outcome_word(voice, proposal.outcome))
    value = figures_listed(voice, found.measures, proposal.figures)
    asked = [m for m in found.measures if m.id in proposal.figures and m.unit is not Unit.PRESENCE]
    if len(asked) == 1 and adds_up(asked[0]):
        id, terms = asked[0].id, proposal.terms[asked[0].id]
        whole, bare = format_sum(proposal.figures[id], terms, asked[0], voice.texts, voice.language)
        label = voice.plain("svod-sum", value=whole, terms=" + ".join(bare))
        if 1 < len(terms) <= MOST_TERMS and len(label) <= LONGEST_LABEL:
            return label
    label = voice.plain("svod-figures", value=value)
    return label if len(label) <= LONGEST_LABEL else shortened(label, LONGEST_LABEL)


def made_of(voice: Voice, plan_posts: Mapping[int, str], owed: Sequence[Obligation], content: Draft) -> Html:
    """What a submitted consolidated report was made of, for who reads it: how many, without whom, changed since."""
    of = {o.id: o for o in owed if o.id in content.gathered}
    without = [plan_posts[of[i].post_id] for i in left_out(content) if i in of]
    since = [
        plan_posts[o.post_id]
        for i, o in of.items()
        if content.gathered[i] != (o.version if content_of(o) is not None else 0)
    ]
    there = len(content.gathered) - len(left_out(content))
    return lines(
        voice.say("svod-made-of", there=there, total=len(content.gathered)),
        voice.say("svod-without", names=names_in(without)) if without else None,
        voice.say("svod-changed", names=names_in(since)) if since else None,
    )

"""What co-executors said of a row, with who said it."""

from __future__ import annotations

from collections.abc import Sequence

from core.owed.plan_cache import OpenPlan
from core.plan.reports import Contribution, Evidence
from handlers.frame.screens import Html, shortened
from handlers.frame.voice import Voice
from handlers.words.evidence_words import piece_words


def said_lines(
    voice: Voice, plan: OpenPlan, said: Sequence[Contribution], evidence: Sequence[Evidence], most: int
) -> list[Html]:
    """💬 Айша (Экономист): what she said 📎 her file; `most` characters of all texts together."""
    files = {e.id: e for e in evidence}
    found: list[Html] = []
    each = max(60, most // max(1, len(said)))
    for s in said:
        file = files.get(s.evidence) if s.evidence is not None else None
        parts = [shortened(s.text, each)] if s.text else []
        if file is not None:
            parts.append(piece_words(voice, file))
        if parts and s.post_id in plan.posts:
            post = shortened(plan.post(s.post_id), 50)
            found.append(voice.say("joint-said", who=shortened(s.name, 40), post=post, what=" ".join(parts)))
    return found

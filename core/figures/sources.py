"""Money by its source, and how people tell its parts: "МБ 300, РБ 150 млн" (domain, §1 and §4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from core.figures.typed_figures import has_scale, is_unit_word, read_figure
from core.kernel.text import clean, flat, fold
from core.plan.model import Activity
from core.plan.reports import Measure

_SHORT = re.compile(r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ]{2,6}")
_SPELT_OUT = (
    ("местн", "МБ"), ("жергілікті", "МБ"), ("жб", "МБ"), ("local", "МБ"),
    ("республик", "РБ"), ("republic", "РБ"),
    ("частн", "ЧИ"), ("жеке", "ЧИ"), ("private", "ЧИ"), ("жи", "ЧИ"),
)  # fmt: skip
_MOST = 6
"""A row with more sources than that has a list of something else."""
_AROUND = " \n\t,;:+-–—=."
_AND = re.compile(r"(?:^|\s)(?:и|және|and|из|from)\s*$|^\s*(?:и|және|and)\s", re.IGNORECASE)
_LEADS = frozenset("освоено освоили израсходовано потрачено из игерілді жұмсалды spent from".split())
_ANDS = frozenset("и және and".split())
_NOUGHT = frozenset("нет жоқ none".split())
_LONGEST = 300


def sources_of(row: Activity) -> tuple[str, ...]:
    """The sources of a row's money by their short names, as printed: "МБ, РБ, ЧИ" are three; sentences are none."""
    names = list(row.funding_sources) or re.split(r"\s*[,;/+\n]\s*", row.funding_source_text or "")
    found = tuple(dict.fromkeys(name.strip(" .") for name in names))
    return found if len(found) <= _MOST and all(_SHORT.fullmatch(name) for name in found) else ()


def read_parts(text: str, parts: Sequence[Measure], language: str | None) -> dict[str, Decimal]:
    """The money that a text tells by source, by the parts' ids; nothing where it names no source with a sum.

    A word of scale at the very end counts for all ("МБ 300, РБ 150 млн"). Raises UnreadableInput where a named source
    has no sum that can be read.
    """
    plain = clean(text)
    if not parts or len(plain) > _LONGEST:
        return {}
    named = _named(plain, parts)
    if not named or not any(c.isdigit() for c in plain):
        return {}
    said = _beside(plain, named)
    if said is None:
        return {}
    scales = [has_scale(words) for words in said]
    tail = _tail(said[-1]) if scales[-1] and not any(scales[:-1]) else ""
    found: dict[str, Decimal] = {}
    for (measure, _, _), words in zip(named, said, strict=True):
        value = read_figure(words if has_scale(words) else f"{words} {tail}".strip(), measure, language)
        found[measure.id] = found.get(measure.id, Decimal(0)) + value
    return found


def tells_more(text: str, parts: Sequence[Measure]) -> bool:
    """Whether a text that tells money by source has a story around it: words that name no source, sum or spending."""
    plain = clean(text)
    sources = {plain[start:end].lower() for _, start, end in _named(plain, parts)}
    words = re.findall(r"[^\W\d_]+", plain.lower())
    beside = [w for w in words if w not in sources | _LEADS | _ANDS and not is_unit_word(w)]
    return len([w for w in beside if not w.startswith(("бюджет", "budget"))]) > 1


def is_source_word(word: str, parts: Sequence[Measure]) -> bool:
    """Whether a word names a source of money, or leads up to one: "МБ", "республиканского", "бюджета", "из"."""
    leads = {flat(w) for w in _LEADS | _ANDS | _NOUGHT}
    return flat(word) in leads or word.startswith(("бюджет", "budget")) or bool(_named(word, parts))


def _named(text: str, parts: Sequence[Measure]) -> list[tuple[Measure, int, int]]:
    """Where sources stand in the text, in their order."""
    by_name = {fold(p.noun): p for p in parts}
    found = []
    for word in re.finditer(r"[^\W\d_]+", text):
        said = fold(word[0])
        stem = next((short for stem, short in _SPELT_OUT if said.startswith(fold(stem))), said)
        measure = by_name.get(said) or by_name.get(fold(stem))
        if measure is not None:
            found.append((measure, word.start(), word.end()))
    return found


def _beside(text: str, named: Sequence[tuple[Measure, int, int]]) -> list[str] | None:
    """What stands with each source: after it, or before it where the text begins with a sum; None for a story."""
    ends = [start for _, start, _ in named[1:]] + [len(text)]
    after = [text[end:until] for (_, _, end), until in zip(named, ends, strict=True)]
    begins = text[: named[0][1]]
    if any(c.isdigit() for c in begins):
        starts = [0] + [end for _, _, end in named[:-1]]
        after, rest = [text[a:s] for a, (_, s, _) in zip(starts, named, strict=True)], after[-1]
        if any(c.isalnum() for c in rest):
            return None
    elif not (
        set(re.findall(r"[^\W\d_]+", begins.lower())) <= _LEADS or begins.rstrip().endswith((",", ":", ";"))
    ):
        return None
    return [_AND.sub(" ", part).strip(_AROUND) for part in after]


def _tail(words: str) -> str:
    """The words behind the last digit: the scale, and the currency with it."""
    last = max(at for at, c in enumerate(words) if c.isdigit())
    return words[last + 1 :].strip()

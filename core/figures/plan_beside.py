"""The plan that is told beside the fact: "12 из 15", "план 6000, факт 5800", "15-тің 12-сі" (domain, §4)."""

from __future__ import annotations

import re

from core.figures.typed_figures import CURRENCY, LETTER_SCALE, LONGEST, PERCENT, SCALE, as_typed, find_figure
from core.figures.words_beside import denies
from core.kernel.scale_words import SCALES
from core.plan.model import Unit
from core.plan.reports import Measure

_PLANNED = r"(?:(?:запланирован|намечен|планов|общ|положен)\w*\s+|всех\s+|(?:the\s+|a\s+)?planned\s+|the\s+|жоспар\w*\s+|барл[ыі][қк]\w*\s+)?"
_DIGITS = r"(?<![0-9.,])(?P<plan>(?:[0-9]{1,3}(?:[ ][0-9]{3})+(?![0-9])|[0-9]{1,20})(?:[.,][0-9]{1,9}){0,6}"
_AMOUNT = rf"{_DIGITS}(?:\s?(?:{SCALE}|{LETTER_SCALE})\b\.?)?(?:\s?(?:{CURRENCY}|{PERCENT}))?)"
_STEMS = "|".join(
    word for s in SCALES for word in (s.short, s.full, *map(as_typed, s.kazakh), *s.short_english)
)
_DECLINED = rf"{_DIGITS}(?:\s?(?:{_STEMS})\.?)?(?:\s?(?:тенге|теңге|тг|₸|%|пайыз|процент))?)"
""" An amount whose last word may have an ending: "6 млн теңге-нің"."""
_OUT_OF = r"(?:[ндт][ае]н|[ндт][ыіи][ңн])"
""" The endings of "out of" and "of": -нан, -тен, -дің, also as they are typed without the letter ң."""
_BESIDE_PLAN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?<=[\w.%])(?<!\bout)(?:\s+(?:из|of|out\s+of)\s+{_PLANNED}|\s?/\s?){_AMOUNT}(?![0-9])(?:\s+(?:planned|запланированных|намеченных|по\s+плану))?",
        rf"^(?:из|of|out\s+of)\s+{_PLANNED}{_AMOUNT}(?![0-9])",
        rf"{_AMOUNT}\s+(?:по\s+плану|planned|жоспар\s+бойынша)\b",
        rf"{_PLANNED}{_DECLINED}\s?-?\s?{_OUT_OF}\b",
        rf"{_PLANNED}{_DECLINED}(?P<of>(?:\s+[^\W\d_]{{2,30}}){{0,2}}\s+[^\W\d_]{{2,30}}{_OUT_OF})\b",
        rf"(?:\s|^)(?:vs\.?|versus|against|(?:по\s+сравнению\s+)?с(?=\s+план)|против(?=\s+план))\s+(?:(?:the|a)\s+)?(?:план\w*\s+|plan(?:ned)?\s+(?:of\s+)?)?{_AMOUNT}(?![0-9])(?:\s+planned)?",
        rf"(?:(?:при|по)\s+)?\b(?:план\w*|жоспар\w*|(?:the\s+)?plan(?:ned)?)\s?(?:бойынша\s|(?:was|is|being)\s|(?:был|была|было|составлял)\s)?\s?[:=-]?\s?{_AMOUNT}(?![0-9])",
    )
)
"""Where the plan stands beside the fact: "12 из 15", "план 6000", "15-тен 12", "15-тің 12-сі", "15 мектептен 12"."""


def without_plan(text: str, measure: Measure, language: str | None = None) -> str:
    """The text without the plan that is told beside the fact: "12 из 15", "план 6000, факт 5800"; as it is otherwise.

    Only the very plan of the measure is left out: "12 из 20" where 15 are planned stays two numbers.
    """
    if measure.plan is None or measure.unit in (Unit.STAGE, Unit.PRESENCE) or len(text) > LONGEST:
        return text
    for pattern in _BESIDE_PLAN:
        for match in pattern.finditer(text):
            if any(denies(word) for word in (match.groupdict().get("of") or "").split()):
                continue
            rest = f"{text[: match.start()]} {text[match.end() :]}".strip(" ,;/:")
            told = find_figure(match["plan"], measure, language)
            if told == measure.plan and find_figure(rest, measure, language) is not None:
                return rest
    return text

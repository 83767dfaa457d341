"""How people say in a word that a thing is done, done in part or not done, in three languages.

A clause counts only where nothing else is in it: "исполнено полностью" says the outcome, "акт исполнен наполовину" is
a story for the account.
"""

from __future__ import annotations

import re

from core.reports import Outcome
from core.text import dashes

_WELL = r"исполнен\w?|сделан\w?|выполнен\w?|завершен\w?|закончен\w?|готов\w?|реализован\w?|проведен\w?|заключен\w?"
_DONE = (
    rf"{_WELL}|орындалды|орындалған|орындадық|жасалды|бітті|аяқталды|дайын|іске асты|іске асырылды|өткізілді|"
    r"done|completed?|finished|ready|executed|implemented|fulfilled|по плану|как в плане|согласно плану|"
    r"жоспар бойынша|жоспарға сай|as planned|✅|✔|☑"
)
_BESIDE = (
    r"все|полностью|уже|в полном объеме|в срок|по плану|успешно|своевременно|мероприятие|пункт|работ[аы]|задача|"
    r"толық|толығымен|жоспар бойынша|жоспарға сай|іс-шара|барлығы|бәрі|мерзімінде|уақытында|жұмыс|қазір|"
    r"all|fully|already|on time|in time|as planned|in full|it|is|was|been|has|everything|task|activity|"
    r"(?:на )?100 ?(?:%|процент\w*|пайыз\w*|per ?cent)(?:-?ға)?|✅|✔|☑"
)
_FULL = r"(?:на )?100 ?(?:%|процент\w*|пайыз\w*|per ?cent)(?:-?ға)?"
_NONE = (
    rf"(?:все |пока |еще )*не (?:был\w? )?(?:{_WELL})|"
    r"орындалмады|орындалған жоқ|орындалмаған|жасалмады|жасалған жоқ|бітпеді|біткен жоқ|аяқталмады|аяқталған жоқ|"
    r"өткізілмеді|әлі (?:дайын )?(?:емес|жоқ)|(?:әлі )?дайын емес|"
    r"(?:is |was )?not (?:yet )?(?:done|completed?|finished|ready|executed|implemented)(?: yet)?|undone|❌|✖"
)
_PART = (
    rf"(?:{_WELL}) (?:частично|не полностью|не до конца|наполовину)|"
    rf"(?:частично|не полностью|не до конца|наполовину)(?: (?:{_WELL}))?|"
    r"(?:ішінара|жартылай|жарым-жартылай|толық емес)(?: (?:орындалды|жасалды|бітті))?|толық орындалмады|"
    r"(?:partly|partially|in part|half)(?: (?:done|completed?|finished|implemented))?|"
    r"(?:done|completed?) (?:partly|partially|in part)|not fully(?: (?:done|completed?))?|🟡"
)
_YES = r"да|есть|имеется|иә|бар|yes|present|\+"
_NO = r"нет|нету|отсутствует|жоқ|no|none|-"
_PATTERNS = (
    (Outcome.PARTIAL, re.compile(_PART)),
    (Outcome.NOT_DONE, re.compile(_NONE)),
    (
        Outcome.DONE,
        re.compile(rf"(?:(?:{_BESIDE}) )*(?:(?:{_DONE}|{_FULL})(?: |$))+(?:(?:{_BESIDE})(?: |$))*"),
    ),
)
_TICKS = ((Outcome.DONE, re.compile(_YES)), (Outcome.NOT_DONE, re.compile(_NO)))
LONGEST_CLAUSE = 60
"""A longer clause tells more than an outcome."""

CLAUSES = re.compile(r"[;\n!]+|[,.:](?!\d)|\s-\s")
"""Where one clause ends and the next begins; a comma inside a figure ends none."""


def outcome_said(clause: str, *, ticked: bool = False) -> Outcome | None:
    """The outcome that a clause says and nothing besides. `ticked` rows take a plain yes or no as well."""
    plain = " ".join(dashes(clause).lower().replace("ё", "е").replace("\ufe0f", "").split()).strip(" .,;:!")
    if len(plain) > LONGEST_CLAUSE:
        return None
    patterns = _PATTERNS + _TICKS if ticked else _PATTERNS
    return next((outcome for outcome, pattern in patterns if pattern.fullmatch(plain)), None)

"""How people say in a word that a thing is done, done in part or not done, and yes or no, in three languages.

One table for all that is typed or sent: `short_answer` reads a whole text, `outcome_said` a clause of one. Either counts
only where nothing else is in it: "исполнено полностью" says the outcome, "акт исполнен наполовину" is a story for the
account. Kazakh is also read as it is typed on a keyboard without its letters ("толык орындалды").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from core.kernel.text import clean, dashes
from core.plan.reports import Outcome


class Said(StrEnum):
    """YES: as planned. NO: not so, a zero. NOT_DONE: nothing of it was done. PARTLY: in part."""

    YES = "yes"
    NO = "no"
    NOT_DONE = "not_done"
    PARTLY = "partly"


_FLAT = str.maketrans("ёәғқңөұүһі", "еагкноууhи") | {0xFE0F: None, **dict.fromkeys(range(0x1F3FB, 0x1F400))}
_WELL = (
    r"исполнен\w?|сделан\w?|выполнен\w?|завершен\w?|закончен\w?|готов\w?|реализован\w?|проведен\w?|заключен\w?|"
    r"(?:сдела|выполни|исполни|заверши|закончи|реализова|прове|заключи)ли"
)
_DONE = (
    rf"{_WELL}|орындалды|орындалған|орындадық|орындап қойдық|жасалды|жасадық|істелді|істедік|бітті|бітірдік|аяқталды|аяқтадық|"
    r"дайын|болды|іске асты|іске асырылды|өткізілді|өткіздік|"
    r"done|completed?|finished|ready|executed|implemented|fulfilled|accomplished|"
    r"(?:как )?(?:по|в) плану|как в плане|как (?:по )?план\w?|по план\w|согласно плану?а?|в соответствии с планом|"
    r"жоспар бойынша|жоспарға сай|жоспардағыдай|жоспардай|as (?:per (?:the )?)?plan(?:ned)?|according to (?:the )?plan|"
    r"on plan|per plan|✅|✔|☑"
)
_FULL = r"(?:на )?100 ?(?:%|процент\w*|пайыз\w*|per ?cent)(?:-?ға)?"
_BESIDE = (
    r"все|полностью|уже|в полном объеме|в срок|по плану|успешно|своевременно|мероприятие|пункт|работ[аы]|задача|план|мы|нами|"
    r"это|у нас|толық|толығымен|жоспар бойынша|жоспарға сай|жоспар|іс-шара|барлығы|бәрі|мерзімінде|уақытында|жұмыс|қазір|біз|"
    r"all|fully|already|on time|in time|as planned|in full|it|is|was|been|has|have|we|everything|task|activity|plan|"
    rf"{_FULL}|✅|✔|☑|👍|👌|🙏"
)
_NONE = (
    rf"(?:все |пока |еще |мы |это )*не (?:был\w? )?(?:{_WELL})(?: пока| еще)?|"
    r"(?:пока |еще )*не (?:начат\w?|начали|начинали|приступали|приступили|начиналось|проводилось|было)|"
    r"(?:әлі )?(?:орындалмады|орындалған жоқ|орындалмаған|орындамадық|орындаған жоқпыз|жасалмады|жасалған жоқ|жасамадық|"
    r"істелмеді|істелген жоқ|бітпеді|біткен жоқ|аяқталмады|аяқталған жоқ|өткізілмеді|болмады|басталмады|басталған жоқ|"
    r"басталмаған)|әлі (?:дайын )?(?:емес|жоқ)|(?:пока|еще) нет(?: еще)?|нет (?:пока|еще)|(?:әлі )?дайын емес|"
    r"(?:it )?(?:is |was |have |has |we have )?not (?:yet )?(?:been )?"
    r"(?:done|completed?|finished|ready|executed|implemented|started|begun)(?: yet)?|not yet|undone|nothing (?:was )?done|❌|✖"
)
_PART = (
    rf"(?:{_WELL}) (?:частично|не полностью|не до конца|наполовину)|"
    rf"(?:частично|не полностью|не до конца|наполовину|не все)(?: (?:{_WELL}))?|"
    r"(?:ішінара|жартылай|жарым-жартылай|толық емес|жартысы)(?: (?:орындалды|жасалды|бітті))?|толық орындалмады|"
    r"(?:partly|partially|partial|in part|half)(?: (?:done|completed?|finished|implemented))?|"
    r"(?:done|completed?) (?:partly|partially|in part)|not fully(?: (?:done|completed?))?|🟡"
)
_UNDER_WAY = (
    r"(?:пока |еще )?(?:в процессе|в работе|выполняется|исполняется|на исполнении)|орындалуда|орындалып жатыр|жүргізілуде|"
    r"in progress|ongoing|under ?way"
)
_YES = r"да|есть|имеется|иә|ия|бар|yes|yeah|yep|present|\+"
_NO = r"нет|нету|отсутствует|жоқ|no|nope|none"
_AGREED = r"ага|угу|ок|окей|ok|okay|верно|правильно|точно|так|дұрыс|жарайды|жақсы|right|correct|sure|👍|👌"
_WRONG = r"неверно|неправильно|не так|не то|дұрыс емес|бұрыс|wrong|not right|incorrect"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.translate(_FLAT))


_PATTERNS = (
    (Outcome.PARTIAL, _pattern(rf"{_PART}|{_UNDER_WAY}")),
    (Outcome.NOT_DONE, _pattern(_NONE)),
    (
        Outcome.DONE,
        _pattern(rf"(?:(?:{_BESIDE}) )*(?:(?:{_DONE}|{_FULL})(?: |$))+(?:(?:{_BESIDE})(?: |$))*"),
    ),
)
_TICKS = ((Outcome.DONE, _pattern(_YES)), (Outcome.NOT_DONE, _pattern(rf"{_NO}|-")))
_AGREEMENT = ((Said.YES, _pattern(rf"{_YES}|{_AGREED}")), (Said.NO, _pattern(rf"{_NO}|{_WRONG}")))
_GOING = _pattern(_UNDER_WAY)
_OF = {Outcome.DONE: Said.YES, Outcome.NOT_DONE: Said.NOT_DONE, Outcome.PARTIAL: Said.PARTLY}
_LONGEST_AGREEMENT = 4
LONGEST_CLAUSE = 60
"""A longer clause tells more than an outcome."""

CLAUSES = re.compile(r"[;\n!]+|[,.:](?!\d)|\s-\s")
"""Where one clause ends and the next begins; a comma inside a figure ends none."""


def outcome_said(clause: str, *, ticked: bool = False) -> Outcome | None:
    """The outcome that a clause says and nothing besides. `ticked` rows take a plain yes or no as well."""
    plain = _plain(clause)
    if len(plain) > LONGEST_CLAUSE:
        return None
    patterns = _PATTERNS + _TICKS if ticked else _PATTERNS
    return next((outcome for outcome, pattern in patterns if pattern.fullmatch(plain)), None)


def short_answer(text: str) -> Said | None:
    """What a text says that is nothing but a short answer; None for anything else.

    "нет, не сделано" says one thing: a yes or no before an outcome that bears it out only leads up to it.
    """
    if len(text) > LONGEST_CLAUSE:
        return None
    clauses = [c for c in CLAUSES.split(clean(text)) if _plain(c)]
    return _together([_said(c) for c in clauses])


def is_bare(text: str) -> bool:
    """Whether a text only agrees or disagrees ("да", "нет", "ок"), and says of nothing what became of it."""
    return short_answer(text) in (Said.YES, Said.NO) and outcome_said(text) is None


def is_under_way(text: str) -> bool:
    """Whether a text says that the work goes on ("в работе", "орындалуда"): done in part, and a reason of a kind."""
    return _GOING.fullmatch(_plain(text)) is not None


def _together(said: Sequence[Said | None]) -> Said | None:
    """What several short answers in a row come to; None where one of them is none, or contradicts the first."""
    if not said or None in said:
        return None
    alike = {said[0], Said.NOT_DONE, Said.PARTLY} if said[0] is Said.NO else {said[0]}
    return said[-1] if set(said) <= alike else None


def _said(clause: str) -> Said | None:
    plain = _plain(clause)
    agreed = next((said for said, pattern in _AGREEMENT if pattern.fullmatch(plain)), None)
    outcome = outcome_said(clause)
    if agreed or outcome:
        return agreed or (_OF[outcome] if outcome else None)
    first, _, rest = plain.partition(" ")  # "да есть", "нет не сделано"
    return _together([_said(first), _said(rest)]) if rest and len(first) <= _LONGEST_AGREEMENT else None


def _plain(clause: str) -> str:
    return " ".join(dashes(clause).lower().translate(_FLAT).split()).strip(" .,;:!")

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
    r"осуществлен\w?|организован\w?|обеспечен\w?|достигнут\w?|отработан\w?|"
    r"(?:сдела|выполни|исполни|заверши|закончи|реализова|прове|заключи|осуществи|организова|обеспечи|отработа)ли"
)
_KAZAKH_DONE = (
    r"орындалды|орындалған|орындадық|орындап (?:қойдық|болдық|бітірдік)|орындалып (?:бітті|болды)|жасалды|жасадық|"
    r"істелді|істедік|бітті|бітірдік|аяқталды|аяқтадық|дайын|болды|іске (?:асты|асырылды|асырдық)|"
    r"жүзеге (?:асты|асырылды|асырдық|асқан)|өткізілді|өткіздік|атқарылды|атқарылған|атқардық|қамтамасыз етілді|"
    r"ұйымдастырылды|ұйымдастырдық|жүргізілді"
)
_ENGLISH_DONE = r"done|completed?|finished|ready|executed|implemented|fulfilled|accomplished|carried out|performed|delivered|achieved"
_DONE = (
    rf"{_WELL}|{_KAZAKH_DONE}|{_ENGLISH_DONE}|"
    r"(?:как )?(?:по|в) плану|как в плане|как (?:по )?план\w?|по план\w|согласно плану?а?|в соответствии с планом|"
    r"жоспар бойынша|жоспарға сай|жоспардағыдай|жоспардай|as (?:per (?:the )?)?plan(?:ned)?|according to (?:the )?plan|"
    r"on plan|per plan|✅|✔|☑"
)
_FULL = r"(?:на )?100 ?(?:%|процент\w*|пайыз\w*|per ?cent)(?:-?ға)?"
_BESIDE = (
    r"все|полностью|уже|в полном объеме|в срок|по плану|успешно|своевременно|мероприятие|мероприятия|пункт|работ[аы]|задача|"
    r"план|мы|нами|это|у нас|толық|толығымен|толық көлемде|жоспар бойынша|жоспарға сай|жоспар|іс-шара|іс-шаралар|барлығы|бәрі|"
    r"мерзімінде|уақытында|уақтылы|сәтті|жұмыс|жұмыстар|тапсырма|іс шара|қазір|біз|"
    r"all|fully|already|on time|in time|as planned|in full|successfully|it|is|was|were|been|has|have|we|everything|task|"
    rf"activity|activities|work|plan|{_FULL}|✅|✔|☑|👍|👌|🙏"
)
_WORK = r"мероприятие|мероприятия|работ[аы]|задача|пункт|план|это|все|мы|пока|еще|к сожалению"
_KAZAKH_NONE = (
    r"орындалмады|орындалған жоқ|орындалмаған|орындамадық|орындаған жоқпыз|орындай алмадық|жасалмады|жасалған жоқ|жасамадық|"
    r"жасай алмадық|істелмеді|істелген жоқ|істемедік|істей алмадық|бітпеді|біткен жоқ|бітіре алмадық|аяқталмады|"
    r"аяқталған жоқ|өткізілмеді|өткізілген жоқ|өткізбедік|өткізе алмадық|болмады|болған жоқ|басталмады|басталған жоқ|"
    r"басталмаған|бастамадық|бастаған жоқпыз|атқарылмады|атқарылған жоқ|атқармадық|атқара алмадық|"
    r"(?:жүзеге|іске) (?:аспады|асырылмады|асқан жоқ|асырылған жоқ|асыра алмадық)|"
    r"үлгермедік|үлгермеді|үлгермедім|үлгере алмадық|үлгерген жоқпыз|қолға алынбады|қамтамасыз етілмеді|"
    r"ұйымдастырылмады|жүргізілмеді|(?:орындалмай|жасалмай|атқарылмай|аяқталмай|өткізілмей|істелмей|іске аспай|жүзеге аспай) қалды|"
    r"(?:орындау|жасау|атқару|аяқтау|өткізу|іске асыру|жүзеге асыру) мүмкін болмады"
)
_ENGLISH_NONE = (
    r"done|completed?|finished|ready|executed|implemented|started|begun|carried out|performed|delivered|achieved|fulfilled|"
    r"accomplished"
)
_TO_DO = r"(?:сделать|выполнить|исполнить|завершить|провести|реализовать|закончить|осуществить|организовать)"
_NONE = (
    rf"(?:(?:{_WORK}) )*не (?:был\w? )?(?:{_WELL})(?: пока| еще)?|"
    rf"(?:(?:{_WORK}) )*не (?:начат\w?|начали|начинали|приступали|приступили|начиналось|начиналась|проводилось|проводилась|"
    r"проводили|было|успели|успел|успела|успеваем|смогли|получилось|удалось|выполняли|делали|исполняли)"
    rf"(?: {_TO_DO})?(?: пока| еще| в срок)?|"
    rf"(?:(?:{_WORK}) )*{_TO_DO} (?:(?:это|пока|еще|в срок) )*не (?:успели|успел|успела|смогли|смог|смогла|получилось|удалось)(?: пока| еще| в срок)?|"
    rf"(?:(?:әлі|біз|жұмыс|іс-шара|өкінішке орай) )*(?:{_KAZAKH_NONE})|"
    r"әлі (?:дайын )?(?:емес|жоқ)|жоқ әлі|(?:пока|еще) нет(?: еще)?|нет (?:пока|еще)|(?:әлі )?дайын емес|"
    rf"(?:(?:it|this|work|task|activity|unfortunately) )*(?:is |was |were |have |has |we have |been )*not (?:yet )?(?:been )?(?:{_ENGLISH_NONE})"
    rf"(?: yet| on time)?|(?:it )?(?:has|was|is|have)n[’'`]?t (?:yet )?(?:been )?(?:{_ENGLISH_NONE})(?: yet)?|"
    r"(?:we )?(?:did not|didn[’'`]?t|could not|couldn[’'`]?t|failed to|were unable to|have not managed to|did not manage to|"
    rf"didn[’'`]?t manage to) (?:manage|make it|do it|do|finish|finish it|complete|complete it|start|carry it out|carry out|"
    r"implement|implement it|manage it)(?: (?:on|in) time| yet)?|"
    rf"(?:(?:it|this|work|task|activity|unfortunately) )*(?:could|can) ?(?:not|n[’'`]?t) be (?:{_ENGLISH_NONE})(?: (?:on|in) time| yet)?|"
    r"not yet|undone|unfulfilled|nothing (?:was |has been )?done|❌|✖"
)
_PART = (
    rf"(?:{_WELL}) (?:частично|не полностью|не до конца|наполовину|не в полном объеме)|"
    rf"(?:частично|не полностью|не до конца|наполовину|не все|не в полном объеме)(?: (?:{_WELL}))?|"
    r"(?:ішінара|жартылай|жарым-жартылай|толық емес|жартысы|біраз бөлігі|бір бөлігі)"
    r"(?: (?:орындалды|жасалды|бітті|атқарылды|(?:жүзеге|іске) (?:асты|асырылды)))?|"
    r"толық (?:орындалмады|атқарылмады|аяқталмады|жүзеге аспады|іске аспады|орындалған жоқ)|"
    r"(?:partly|partially|partial|in part|half)(?: (?:done|completed?|finished|implemented|executed|fulfilled|carried out))?|"
    r"(?:done|completed?|implemented|carried out) (?:partly|partially|in part)|"
    r"not (?:fully|completely|entirely)(?: (?:done|completed?|implemented|finished|carried out))?|🟡"
)
_GOES_ON = (
    r"(?:ведется|ведутся|идет|идут|проводится|проводятся|продолжается|продолжаются|выполняется|выполняются)"
)
_UNDER_WAY = (
    rf"(?:(?:пока|еще|сейчас|все|мы|это) )*(?:"
    r"в процессе(?: (?:исполнения|выполнения|реализации))?|в работе|(?:находится )?(?:на|в) (?:исполнении|стадии|процессе|работе)"
    r"(?: (?:исполнения|выполнения|реализации|завершения))?|выполняется|выполняются|исполняется|исполняются|реализуется|реализуются|"
    r"осуществляется|осуществляются|проводится|проводятся|продолжается|продолжаются|работаем|делаем|выполняем|исполняем|"
    r"проводим|реализуем|делается|ведется|ведутся|"
    rf"{_GOES_ON} (?:работ[аы]|исполнение|выполнение|реализация|процесс)|(?:работ[аы]|исполнение|выполнение|реализация|процесс) "
    rf"{_GOES_ON}|ведем работ[уы]|работ[уы] ведем|(?:начали|начато|начата|приступили|начались|началась|приступили к работе)"
    r"(?: работ[аыу]| исполнение| выполнение)?)|"
    r"(?:(?:әлі|қазір|қазіргі уақытта|біз) )*(?:"
    r"(?:жұмыс(?:тар)?(?:ы)? )?(?:орындалуда|атқарылуда|жүргізілуде|жүруде|жалғасуда|жасалуда|басталды|бастадық|"
    r"(?:орындалып|атқарылып|жүргізіліп|жүріп|жасалып|істеліп|жалғасып) (?:жатыр|келеді)|"
    r"(?:орындап|атқарып|жүргізіп|жасап|істеп|жұмыс істеп) жатырмыз)|жұмыс үстінде|орындау үстінде|орындалу үстінде|процесте|"
    r"(?:жүзеге|іске) (?:асырылуда|асуда|асырылып жатыр|асып жатыр|асырып жатырмыз))|"
    r"(?:(?:it|this|we|work|works|activity|task|still|is|are|the) )*(?:in progress|in the process|ongoing|under ?way|in process|on-?going|"
    r"in the works|working on it|being (?:done|implemented|carried out|executed|completed|prepared)|continues|continuing|"
    r"has (?:started|begun)|have started|started|wip)"
)
_YES = r"да|есть|имеется|иә|ия|бар|yes|yeah|yep|present|\+"
_NO = r"нет|нету|отсутствует|жоқ|no|nope|none"
_AGREED = r"ага|угу|ок|окей|ok|okay|верно|правильно|точно|так|дұрыс|жарайды|жақсы|right|correct|sure|👍|👌"
_WRONG = r"неверно|неправильно|не так|не то|дұрыс емес|бұрыс|wrong|not right|incorrect"

_QUESTION = r"(?:is|are|was|were|has|have) (?:it|we|everything|all) "


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text.translate(_FLAT))


_PATTERNS = (
    (Outcome.PARTIAL, _pattern(rf"{_PART}|{_UNDER_WAY}")),
    (Outcome.NOT_DONE, _pattern(_NONE)),
    (
        Outcome.DONE,
        _pattern(
            rf"(?!{_QUESTION})(?:(?:{_BESIDE}) )*(?:(?:{_DONE}|{_FULL})(?: |$))+(?:(?:{_BESIDE})(?: |$))*"
        ),
    ),
)
_WHOLE = _pattern(rf"(?:(?:{_BESIDE}) )*(?:{_FULL})(?: (?:{_BESIDE}))*")
_TICKS = ((Outcome.DONE, _pattern(_YES)), (Outcome.NOT_DONE, _pattern(rf"{_NO}|-")))
_AGREEMENT = ((Said.YES, _pattern(rf"{_YES}|{_AGREED}")), (Said.NO, _pattern(rf"{_NO}|{_WRONG}")))
_NOTED = _pattern(rf"(?:(?:{_AGREED})(?: |$))+")
_GOING = _pattern(_UNDER_WAY)
_OF = {Outcome.DONE: Said.YES, Outcome.NOT_DONE: Said.NOT_DONE, Outcome.PARTIAL: Said.PARTLY}
_EMOJI = re.compile(r"[👍👌🙏✅✔☑❌✖🟡]")
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


def is_acknowledgement(text: str) -> bool:
    """Whether a text only takes note ("ок", 👍): it agrees to what was asked, and reports nothing by itself."""
    return _NOTED.fullmatch(_plain(text)) is not None


def is_hundred_percent(text: str) -> bool:
    """Whether a text says "100 %" and not of what: all that is planned, or a share."""
    return _WHOLE.fullmatch(_plain(text)) is not None


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
    if first == "no" and _GOING.fullmatch(rest):  # "no work in progress"
        return None
    return _together([_said(first), _said(rest)]) if rest and len(first) <= _LONGEST_AGREEMENT else None


def _plain(clause: str) -> str:
    return " ".join(_EMOJI.sub(r" \g<0> ", dashes(clause)).lower().translate(_FLAT).split()).strip(" .,;:!")

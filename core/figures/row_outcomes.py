"""An outcome told by the row's own words: "утверждён" on "Утвердить график", "поверка не проведена" on "Поверка манометров".

The row's words are read as the work and its own verb as done, and the rest as any other outcome (`outcomes`, domain, §4).
"""

from __future__ import annotations

import re
from functools import cache

from core.figures.doings import is_of_doing
from core.figures.outcomes import outcome_said
from core.figures.row_words import is_of
from core.kernel.text import clean, flat
from core.plan.reports import Outcome

_VERBS = (
    (r"утвер(?:д|жд)", r"утвержд[её]н[аоы]?|утвердил[аи]?", r"бекіт", r"approved"),
    (r"подпис", r"подписан[аоы]?|подписал[аи]?", r"қол қой", r"signed"),
    (r"разработ", r"разработан[аоы]?|разработал[аи]?", r"әзірле", r"developed"),
    (r"провед|провест", r"провед[её]н[аоы]?|пров[её]л|провел[аи]?", r"өткіз", r"held|conducted"),
    (r"заключ", r"заключ[её]н[аоы]?|заключил[аи]?", r"жаса", r"concluded"),
    (r"откры|открыт", r"открыт[аоы]?|открыл[аи]?", r"аш", r"opened"),
    (r"созда", r"создан[аоы]?|создал[аи]?", r"құр", r"created"),
    (r"внедр", r"внедр[её]н[аоы]?|внедрил[аи]?", r"енгіз", r"introduced"),
    (r"установ|монтаж", r"установлен[аоы]?|установил[аи]?", r"орнат", r"installed"),
    (
        r"закуп|приобре",
        r"закуплен[аоы]?|закупил[аи]?|приобретен[аоы]?|приобрел[аи]?",
        r"сатып ал",
        r"purchased|bought|procured",
    ),
    (r"построит|строител", r"построен[аоы]?|построил[аи]?", r"сал", r"built"),
    (r"отремонт|ремонт", r"отремонтирован[аоы]?|отремонтировал[аи]?", r"жөнде", r"repaired|renovated"),
)
"""Of each verb: how a row prints it, that it was done in Russian, its stem in Kazakh, that it was done in English."""
_DONE_KK = r"(?:[ыі]?л)?(?:ді|ды|ті|ты|дік|дық|тік|тық|ген|ған|кен|қан)"
_HAVE_KK = r"(?:[ыі]?л)?(?:ген|ған|кен|қан)"
_NOT_KK = r"(?:[ыі]?л)?(?:ме|ма|пе|па)(?:ді|ды|дік|дық|ген|ған)"
_SIDE = re.compile(
    flat(
        r"(?<!\w)(?:к сожалению|өкінішке орай|unfortunately|the|it|нами|мы|біз|we|has|have|been|was|were|is|are|"
        r"пока|ещё|еще|әлі|still|yet)(?!\w)"
    ),
    re.IGNORECASE,
)
_YES = re.compile(
    flat(
        r"(?<!\w)(?:да|иә|ия|иа|yes|уже|already|все|бәрі|рахмет|спасибо|thanks|полностью|толық|fully)(?!\w)(?: ,)?"
    )
)
_NOT_YET = re.compile(flat(r"(?<!\w)(?:пока|ещё|еще|әлі|still|yet)(?!\w)"), re.IGNORECASE)
_NOT = re.compile(r"(?<!\w)(?:не(?: был[аои]?)?|not)(?= )")
_SIGNS = re.compile(r"[^\w\s,]")
_MAY_BE_BEGUN = re.compile(flat(r"законч|заверш|готов|окончен|finish|complet|ready|аяқта|біт|дайын"))
""" "Ремонт не закончен" says of a number only that it is not all."""
_LISTS = re.compile(r"[,;]|(?<!\w)(?:и|және|мен|and)(?!\w)", re.IGNORECASE)
_MOST_WORDS = 8


def outcome_of_row(text: str, row: str, *, ticked: bool) -> Outcome | None:
    """The outcome that a clause says in the row's words; None where it says another thing, or less.

    Of a row that is asked for a number it is "not done" alone, since done is a number.
    """
    plain = clean(text)
    if len(plain.split()) > _MOST_WORDS or any(c.isdigit() for c in plain) or "?" in plain:
        return None
    said = _said(plain, row)
    if ticked:
        return said
    return said if said is Outcome.NOT_DONE and _MAY_BE_BEGUN.search(flat(plain)) is None else None


def _said(plain: str, row: str) -> Outcome | None:
    told = flat(plain).strip(" .!;")
    verbs = [patterns for patterns in _compiled() if patterns[0].search(flat(row))]
    with_verb = told
    if len(verbs) == 1:
        _, done, denied = verbs[0]
        with_verb = done.sub("орындалды", denied.sub("орындалмады", told))
    is_told = with_verb != told
    rest = " ".join(
        word for word in with_verb.split() if not _is_of_row(word.strip(".,;!"), row, is_told=is_told)
    )
    names_thing = rest != with_verb
    if (not is_told and not names_thing) or (names_thing and _LISTS.search(row)):
        return None  # "положение утверждено" where a schedule is to be approved as well
    return _outcome(rest, is_told=is_told)


def _outcome(rest: str, *, is_told: bool) -> Outcome | None:
    """What is left, with "done" in the place of the row's own verb."""
    if not is_told:
        return outcome_said(rest)
    words = " ".join(_SIDE.sub(" ", _SIGNS.sub(" ", rest).replace(",", " , ")).split()).strip(" ,")
    if words == "орындалмады" or _NOT.sub("", words, count=1).strip() == "орындалды" != words:
        return Outcome.NOT_DONE
    if _NOT_YET.search(rest):
        return None  # "пока утверждён": what is said is not plain
    return Outcome.DONE if _YES.sub("", words).strip(" ,") == "орындалды" else None


def _is_of_row(word: str, row: str, *, is_told: bool) -> bool:
    if word in ("орындалды", "орындалмады"):
        return False
    return is_of(word, row) or (not is_told and is_of_doing(word, row))


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """How a row prints a verb, that it was done, that it was not."""
    return tuple(
        (
            re.compile(rf"(?<!\w)(?:{flat(row)})"),
            re.compile(rf"(?<!\w)(?:{flat(done)}|{flat(kk)}{flat(_DONE_KK)}|{en})(?!\w)"),
            re.compile(rf"(?<!\w){flat(kk)}(?:{flat(_NOT_KK)}|{flat(_HAVE_KK)} жок(?:пыз)?)(?!\w)"),
        )
        for row, done, kk, en in _VERBS
    )

"""Words of doing, by what is done: "закуплено 12" is no fact of a row of checks, "поверено 12" is (domain, §4)."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache, lru_cache

from core.kernel.text import flat

_KINDS = (
    r"обуч|подготов|оқыт|оқу|оқыд|дайында|train|teach|prepar|курс|переподготов|повыш|квалификац|біліктілік|семинар|seminar|course",
    r"закуп|куп|приобрет|поставл|поставил|получ|оснащ|сатып|алынды|алдық|алу|жабдықта|жасақта|buy|bought|purchas|procur|acqui|equip|receiv|supply|"
    r"оборудован|прибор|жабдық",
    r"постро|строит|введен|ввели|ввод|сдан|сдали|реконструир|реконструкц|модерниз|салын|салдық|салу|құрылыс|buil|construct",
    r"отремонтир|ремонт|сдан|сдали|введен|ввели|жөнде|repair|renovat|реконструир|реконструкц|модерниз",
    r"установ|внедр|монтаж|орнат|енгіз|install|introduc",
    r"повер|провер|осмотр|обслед|тексер|диагностик|скрининг|аттест|check|examin|verif|inspect|screen",
    r"откр|созда|ввод|введен|ввели|запу|аш|құр|open|creat|launch",
    r"принят|приня|приме[мт](?!\w)|найм|нан[яи]|трудоустр|прием|привлеч|привлек|қабылда|жұмысқа|тартыл|тарту|hire|recruit|attract|job|employ",
    r"пролеч|лечен|емде|treat|вакцин|привит|прививк|екпе|vaccin",
    r"посаж|посад|озелен|отырғыз|көгал|plant",
    r"утвержд|утверд|подпис|подпиш|заключ|разработ|опублик|приня|бекіт|қабылда|әзірле|жарияла|sign|develop|publish|approv|adopt|договор|приказ|"
    r"шарт|contract|agreement|положен|стандарт|правил",
    r"выда|вручен|берілді|бердік|беру|issu|grant",
    r"обслуж|оказ|услуг|қызмет\s?көрсет|көрсет|serv|provid",
    r"зарегистр|регистр|тірке|regist",
)
"""Stems; a verb of one kind and the words of a row of the same kind begin alike. What is held or organised is of any kind."""


def is_done_elsewhere(word: str, row: str) -> bool:
    """Whether a word (`core.kernel.text.flat`) says that another thing was done than the row is of.

    Not where it is of no known kind, or the row is of none.
    """
    said = _kinds_of(word)
    of_row = frozenset().union(*(_kinds_of(w) for w in re.findall(r"[^\W\d_]+", flat(row))))
    return bool(said) and bool(of_row) and said.isdisjoint(of_row)


def is_of_doing(word: str, row: str) -> bool:
    """Whether a word tells of the very doing that the row is of: "оқыту" of "Обучение"."""
    kinds = _kinds_of(flat(word))
    return any(not kinds.isdisjoint(_kinds_of(w)) for w in re.findall(r"[^\W\d_]+", flat(row)))


def without_elsewhere(words: Collection[str], row: str) -> frozenset[str]:
    """Those of the words that may say what the row is of."""
    return frozenset(word for word in words if not is_done_elsewhere(word, row))


@lru_cache(maxsize=4096)
def _kinds_of(word: str) -> frozenset[int]:
    return frozenset(at for at, kind in enumerate(_compiled()) if kind.match(word))


@cache
def _compiled() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(flat(kind)) for kind in _KINDS)

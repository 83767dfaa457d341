"""Papers that a text names for another's sake: replaced, cancelled, amended or relied on. They prove nothing of this report.

"Взамен приказа № 10 … издан № 38": the one that is in force is kept alone, and none where it is open which that is
(domain, §4).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from core.dates.plain_text import flat
from core.evidence.papers import Paper

_REPLACES = (
    r"взамен|вместо|отменя\w+|отмен(?:ить|ой|а|е|у)|заменя\w+|замен(?:ить|а|е|у)|аннулир(?:у\w+|овать|овани\w+)|"
    r"(?:утративш\w+|утрату|утраты|утрачивает)\s+силу|отмен[её]н\w*|аннулирован\w*|замен[её]н\w*|"
    r"supersed(?:es|ing)|replac(?:es|ing)|repeal(?:s|ing)|revok(?:es|ing)|rescind(?:s|ing)|cancel(?:s|l?ing)|annul(?:s|ling)|"
    r"(?:superseded|replaced|repealed|revoked|rescinded|cancell?ed|annulled|withdrew)|instead\s+of|in\s+(?:place|lieu)\s+of"
)
_REPLACED = (
    r"утратил\w*\s+силу|утративш\w+|недействител\w+|не\s+действует|признан\w*\s+утратив\w+|отмен[её]н\w*|отменили|отменяется|аннулирован\w*|"
    r"замен[её]н\w*|заменили|"
    r"орнына|орнын\s+бас\w+|күш[іи]\w*\s+(?:жой|жоғал|тоқтат)\w+|күшін\w*|алмастыр\w+|ауыстыр\w+|жойылды|жойылған|жарамсыз|"
    r"superseded|replaced|repealed|revoked|rescinded|cancell?ed|annulled|withdrawn|void|no\s+longer"
)
_RELIES = (
    r"в\s+соответствии|согласно|на\s+основани[ие]|в[ои]?\s+исполнени[еи]|руководствуясь|со\s+ссылкой|ссыл\w+\s+на|в\s+ответ|"
    r"в\s+дополнение|изменени\w+|дополнени\w+|"
    r"pursuant\s+to|in\s+accordance\s+with|according\s+to|on\s+the\s+basis\s+of|based\s+on|in\s+line\s+with|as\s+per|further\s+to|"
    r"in\s+(?:response|reply|addition)\s+to|with\s+reference\s+to|refer(?:s|ring)\s+to|amend(?:s|ing|ments?)|by\s+virtue\s+of|issued\s+under|made\s+under|in\s+pursuance\s+of|"
    r"as\s+required\s+by|in\s+execution\s+of"
)
_RELIED = r"аясында|шеңберінде|бойынша|сәйкес|негізінде|негізге\s+ал\w+|орында(?:у|лу)\w*|сүйен\w+|өзгеріс\w*|өзгерту\w*|толықтыру\w*|жауап\w*|сілтеме\w*"
_OLD = (
    r"ране[ей]|прежн\w+|предыдущ\w+|стар(?:ый|ого|ая|ое)|бывш\w+|ваш\w*|previous(?:ly)?|former(?:ly)?|old|your|"
    r"ескі|бұрын|бұрынғы|алдыңғы|сіздің"
)
_OF = r"к|ко|по|на|был[аои]?|was|to|under|see"
"""Before a paper that stands beside another: "акт № 3 по договору № 5", "to contract No. 5"."""
_POINT = r"(?:пп?|ст|гл|пункт\w*|стать\w*|clause|para\w*|section|article)\.?\s?\d[\d.]*"
_ANOTHER = (
    r"(?:и|а|также|and|also|және|мен|(?:издан|принят|утвержд[её]н|подписан)[оаы]?|выш(?:ел|л[аои])|нов\w+|шық\w*|қабылдан\w*|бекіт\w*|жаңа\w*|"
    r"issued|signed|adopted|approved|by|new)"
)
"""Behind such a word stands the paper that replaces."""
_WORDS_BEFORE = rf"(?:[\s\"«»:]+(?!{_ANOTHER}(?!\w))(?:{_POINT}|[^\W\d_]+(?:['’]s)?)){{0,5}}[\s\"«»:]*"
_WORDS_AFTER = r"[\s\"«»)]*(?:(?!(?:жоспар|план|кесте)\w*)[^\W\d_]+\s+){0,3}"
_BY = re.compile(r"[^\W\d_]+(?:ом|ем|[мбп]ен)(?!\w)", re.IGNORECASE)
"""A paper by which something is done: "отменён приказом № 38", "№ 38 бұйрықпен"."""
_PASSIVE = re.compile(r"(?:отмен[её]н|аннулирован|замен[её]н|изменени|дополнени)", re.IGNORECASE)
_STOPS = re.compile(r"[;!?\n]|(?<=[^\W\d_]{3})[.](?=\s)")

Placed = tuple[tuple[int, int], Paper]


def in_force(text: str, papers: Sequence[Placed]) -> list[tuple[int, int]]:
    """Where the papers stand that the text tells for their own sake; `papers` are all that were found in it.

    None of a sentence that says that a paper is replaced and leaves open by which.
    """
    kept: list[tuple[int, int]] = []
    for own in _by_sentence(text, papers):
        referred = [p for p in own if _is_referred(text, p[0], beside_another=len(own) > 1)]
        left = [p for p in own if p not in referred]
        said = text[slice(*_sentence(text, own[0][0]))]
        if (_replaces().search(said) and not referred) or _is_older(left, referred):
            continue
        kept += [span for span, _ in left]
    return kept


def _by_sentence(text: str, papers: Sequence[Placed]) -> list[list[Placed]]:
    found: dict[tuple[int, int], list[Placed]] = {}
    for paper in papers:
        found.setdefault(_sentence(text, paper[0]), []).append(paper)
    return list(found.values())


def _is_referred(text: str, span: tuple[int, int], *, beside_another: bool) -> bool:
    start, end = _sentence(text, span)
    lead = text[start : span[0]]
    if beside_another and _of().search(lead) is not None:
        return True
    before, by = _before().search(lead), _BY.search(text[span[0] : span[1]]) is not None
    if before is not None and not (by and _PASSIVE.match(before["says"])):
        return True
    return not by and _after().match(text[span[1] : end]) is not None


def _is_older(left: Sequence[Placed], referred: Sequence[Placed]) -> bool:
    """Whether a paper that would be kept is older than one that it replaces or rests on."""
    days = [p.dated for _, p in referred if p.dated is not None]
    return any(p.dated is not None and p.dated < max(days) for _, p in left) if days else False


def _sentence(text: str, span: tuple[int, int]) -> tuple[int, int]:
    ends = [m.end() for m in _STOPS.finditer(text) if m.end() <= span[0]]
    after = _STOPS.search(text, span[1])
    return ends[-1] if ends else 0, after.start() if after else len(text)


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<says>{_REPLACES}|{_RELIES}|{_OLD})(?!\w){_WORDS_BEFORE}$", re.IGNORECASE)


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_OF})(?!\w){_WORDS_BEFORE}$", re.IGNORECASE)


@cache
def _after() -> re.Pattern[str]:
    said = f"{_REPLACED}|{_RELIED}"
    return re.compile(rf"{_WORDS_AFTER}(?:{said}|{flat(said)})(?!\w)", re.IGNORECASE)


@cache
def _replaces() -> re.Pattern[str]:
    """What says that some paper is replaced, of whichever."""
    said = f"{_REPLACES}|{_REPLACED}"
    return re.compile(rf"(?<!\w)(?:{said}|{flat(said)})(?!\w)", re.IGNORECASE)

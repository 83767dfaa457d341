"""Bodies and posts joined by words: "МЗ совместно с МФ", "MoH and UNDP", "ДСМ ҚМ-мен бірлесіп"; and names that have an "и"."""

from __future__ import annotations

import re

_UP, _LOW = "А-ЯЁӘҒҚҢӨҰҮҺІA-Z", "а-яёәғқңөұүһіa-z"
_INFLECTED = "\ue001"  # before a name in the case that "совместно с" asks for
_TOGETHER = re.compile(
    r"[\s,;(]*\b(?:совместно|вместе) со?\s+|"
    r"[\s,;(]*\b(?:jointly|together|in (?:cooperation|collaboration|partnership|coordination|consultation)) with\s+",
    re.IGNORECASE,
)
_INSTRUMENTAL = (
    ("ством", "ство"), ("лением", "ление"), ("центром", "центр"), ("комитетом", "комитет"), ("департаментом", "департамент"),
    ("акиматом", "акимат"), ("агентством", "агентство"), ("институтом", "институт"), ("отделом", "отдел"),
    ("фондом", "фонд"), ("службой", "служба"), ("комиссией", "комиссия"), ("инспекцией", "инспекция"),
)  # fmt: skip
_WITH_KK = re.compile(
    rf"(?P<names>[^,;\n]*?[{_UP}{_LOW}])-?(?:мен|пен|бен)\s+(?:бірлесіп|бірлескен|бірге)\b\.?", re.IGNORECASE
)
_TOGETHER_KK = re.compile(r"\s+(?:бірлесіп|бірге)\s+", re.IGNORECASE)
_BODY_KK = re.compile(rf"(?<=(?:лігі|масы|енті|теті|дігі|лығы|тігі))\s+(?=[{_UP}])")
_ABBREVIATIONS_KK = re.compile(rf"(?<=[{_UP}]{{2}})\s+(?=[{_UP}]{{2,}}$)")

_BODY_EN = re.compile(
    r"\b(?:ministry|department|committee|agency|cent(?:er|re)|university|institute|office|bureau|fund|council|commission|"
    r"administration|organi[sz]ation|association|division|unit|hospital|clinic|akimat|authority|service|bank|company|board)\b",
    re.IGNORECASE,
)
_POST_EN = re.compile(
    r"\b(?:nurses?|managers?|officers?|directors?|heads?|specialists?|doctors?|physicians?|accountants?|engineers?|lawyers?|"
    r"coordinators?|deput(?:y|ies)|chiefs?|secretar(?:y|ies)|economists?|inspectors?|pharmacists?|teachers?|principals?|"
    r"technicians?|analysts?|administrators?|leads?|teams?|experts?|staff)\b",
    re.IGNORECASE,
)
_AND_EN = re.compile(r"\s+(?:and|&)\s+(?:the\s+)?")
_POST_FIRST = re.compile(
    r"^(?:(?:главн|старш|ведущ)(?:ый|ая|ие|ий)\s+)?(?:завхоз|юрист|программист|бухгалтер|экономист|инженер|директор|заместител[ьи]|"
    r"начальники?|руководител[ьи]|заведующ(?:ий|ая|ие)|завуч|психолог|методист|медсестра|медсёстры|медсестры|врач|врачи|статистик?|"
    r"специалист|специалисты|учител[ья]|преподавател[ьи]|секретарь|менеджер|метролог|провизор|эпидемиолог|акимы?|классные)\b"
)
_POST_LAST_KK = re.compile(
    r"(?:дәрігер|бухгалтер|заңгер|басшысы|басшылары|орынбасары|орынбасарлары|мейіргер|мейіргері|маманы?|меңгерушісі|директоры|"
    r"инженері?|экономист|мұғалімі?|мұғалімдері?|әкімі|хатшысы|психолог|әдіскер)$"
)
_AND_KK = re.compile(r"\s+(?:және|мен|пен|бен)\s+")
_AND_RU = re.compile(r"\s+и\s+")


def parted(text: str) -> str:
    """The text of a cell with ";" between those who do the work together."""
    text = _TOGETHER.sub(_nominative_follows, text)
    if "бірл" in text.lower() or "бірге" in text.lower():
        text = _WITH_KK.sub(lambda m: _ABBREVIATIONS_KK.sub(";", _BODY_KK.sub(";", m["names"])), text)
        text = _TOGETHER_KK.sub(";", text)
    return re.sub(rf"{_INFLECTED}(\S+)", lambda m: _nominative(m[1]), text)


def _nominative_follows(match: re.Match[str]) -> str:
    return f";{_INFLECTED}" if "вместе" in (said := match.group().lower()) or "совместно" in said else ";"


def _nominative(word: str) -> str:
    for ending, usual in _INSTRUMENTAL:
        if word.lower().endswith(ending):
            own = usual.capitalize() if len(word) == len(ending) and word[0].isupper() else usual
            return word[: len(word) - len(ending)] + own
    return word


def at_conjunction(piece: str) -> list[str]:
    """A piece cut where a word joins two posts or two bodies; "Ministry of Labour and Social Protection" is one."""
    for joint, is_two in (
        (_AND_EN, _are_two_in_english),
        (_AND_KK, _are_two_in_kazakh),
        (_AND_RU, _are_two_in_russian),
    ):
        for match in joint.finditer(piece):
            left, right = piece[: match.start()], piece[match.end() :]
            if is_two(left, right):
                return [*at_conjunction(left), *at_conjunction(right)]
    return [piece]


def _are_two_in_english(left: str, right: str) -> bool:
    if not right.isascii():
        return False
    if _is_short(left.split()[-1]) and _is_short(right.split()[0]):
        return True
    if _BODY_EN.search(left) or _is_short(left):
        return bool(_BODY_EN.search(right)) or _is_short(right)
    return bool(_POST_EN.search(left) and _POST_EN.search(right))


def _are_two_in_kazakh(left: str, right: str) -> bool:
    return bool(_POST_LAST_KK.search(left.lower()) and _POST_LAST_KK.search(right.lower()))


def _are_two_in_russian(left: str, right: str) -> bool:
    return bool(_POST_FIRST.match(right.lower()))


def _is_short(word: str) -> bool:
    return 2 <= len(word) <= 10 and sum(map(str.isupper, word)) >= 2 and word.isalpha()

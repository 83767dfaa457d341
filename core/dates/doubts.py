"""What makes a time that a text names a doubt: a part that has no last day, one of two, a day that can be read in two ways.

Such a time is asked about, never turned into a day (domain, §4). The texts are as `core.dates.plain_text` makes them.
"""

from __future__ import annotations

import re
from functools import cache

from core.dates.day_patterns import MONTH
from core.dates.plain_text import Plain, flat
from core.kernel.text import whole_words

_SEASON = (
    r"весн\w+|лет(?:о|ом|у|а)|осен\w+|зим\w+|көктем\w*|жаз(?:да|ға|ы|дың|ында)|күз(?:і|де|ге|дің|інде)?|"
    r"қыс(?:та|қа|ы|тың|ында)|spring|summer|autumn|fall|winter"
)
_PART = (
    r"середин\w*|начал(?:о|а|е|у)|половин\w*|бас(?:ы\w*|талуы\w*)|орта(?:сы|сын)\w*|жартысы\w*|"
    r"mid|middle|beginning|start\s+of|half\s+of\s+(?:the\s+)?(?:month|quarter|{month})|"
    r"(?:early|late)r?\s+(?:in\s+|on\s+|the\s+|next\s+|this\s+)*(?:{month}|week|month|quarter|year|q[1-4]|20\d\d)"
)
_TILL_YEAR = (
    r"(?:до|к|by|before|until|till)\s+(?:the\s+)?(?:year\s+)?20\d\d(?:-?го|-?му)?(?:\s*(?:года|году|г|жылы?))?(?!\w|\s*[-./,]?\s*(?:\d|{month}))|"
    r"(?<![\d./-])20\d\d\s*(?:жылға|ж\.?)\s+(?:дейін|шейін|қарай)|"
    r"(?:до|к|by|before|until|till)\s+(?:the\s+)?(?:следующ\w+|будущ\w+|next)\s+(?:года?|году|year)|(?:келесі|келер)\s+жылға\s+(?:дейін|шейін|қарай)"
)
"""Till a year: whether its first day or its last is meant."""
_TILL = r"(?:^|\s)(?:до|ко?|by|before|until|till)(?:\s+the)?\s+$|^(?:до|ко?|by|before|until|till)\b|(?<!\w)(?:дейін|шейін|қарай)(?!\w)"
_WHOLE_SPAN = (
    r"(?:(?:20\d\d\s*(?:жыл\w*|ж\.?|года?|г\.?)?\s*)?{month}(?:\s+(?:айы\w*|месяц\w*))?|"
    r"(?:the\s+)?(?:следующ\w+|будущ\w+|келесі|келер|next)\s+(?:недел\w+|апта\w*|месяц\w*|ай\w*|квартал\w*|тоқсан\w*|week|month|quarter)|"
    r"(?:the\s+)?(?:i{1,3}|iv|[1-4])(?:\s*-?\s*(?:го|му|й|ші|нші|інші|st|nd|rd|th))?\s*-?\s*"
    r"(?:кв\.?|квартал\w*|тоқсан\w*|quarter|полугоди\w*|жартыжылды\w*|half)|[qh][1-4])"
    r"(?:,?\s*(?:of\s+)?20\d\d(?:\s*(?:года?|г\.?|жыл\w*|ж\.?))?)?"
)
"""A month, a quarter, a week that is named whole: "мая", "II квартала", "next week"; not its end or a day of it."""
_NEARER = r"ближе|ближайш\w+|closer|nearer|towards?|жақын\w*|таман"
_FEAST = r"наурыз(?:а|у|ом|е|[ғг]а\s+(?:дейін|шейін|қарай))"
"""The feast, in Russian cases or as that by which: with a day before it, it is the month."""
_SOME = r"несколько|пар[ау]|-друг\w+|бірнеше|several|(?:a\s+)?few|couple"
_TERM = r"(?<!\d[ -])(?<![ндт][иы]н )маусымы\w*"
"""The season of something ("жылыту маусымына дейін"), which is June only behind a day or of a year."""
_CHOICE = r"или|либо|иль|то\s+ли|не\s+то|немесе|әлде|болмаса|я\s+болмаса|яки|бәлкім|or|either|neither|whether|perhaps|и/или"
_CONDITION = (
    r"если|ежели|коли|при\s+(?:[^\W\d_]+\s+)?[^\W\d_]+(?:ии|ке|ье)|как\s+только|лишь\s+бы|в\s+случае|когда|в\s+зависимости|завис(?:ит|ят)|смотря|"
    r"егер|болған\s+жағдайда|(?:ған|ген|қан|кен)да\s+ғана|жағдайда|"
    r"if|once(?!\s+(?:a|an|per|or|more|again)\b)|provid(?:ed|ing)|unless|as\s+soon\s+as|subject\s+to|assuming|suppos(?:ed|ing)|"
    r"depend(?:s|ing|ent)|in\s+case|given\s+that|on\s+condition|conditional\w*|when|whenever|hinges"
)
_NOUN_ON_S = (
    r"вопрос|процес|час|курс|ресурс|клас|корпус|адрес|рейс|аванс|баланс|кризис|запрос|насос|спрос|офис|сервис|статус|автобус|"
    r"полюс|голос|интерес|прогрес|комплекс|индекс|кодекс|лес|вес|завес|касс|масс|трасс|прес|рас|взнос|перенос|износ|снос|"
    r"срез|транс|финанс|нюанс|бизнес|термос|совсем|всем|кенсе|асиресе|немесе|полис|эпидрас|кес|бас|сабас|бассе"
)
_CONDITION_KK = rf"(?!(?:{_NOUN_ON_S}))[^\W\d_a-z]{{2,}}с[ае](?:м|к|н[ыи]з(?:дар|дер)?)?"
"""A Kazakh verb of "if": "түссе", "бөлінсе", "алсақ"; not the Russian nouns that end alike."""
_NOT_KNOWN = (
    r"не\s*(?:знаю|знаем|знает|знают|известн\w+|поня(?:тно|л)|ясно|ясен|уверен\w*|решен\w*|решили|определ\w+|установлен\w*|назначен\w*)|"
    r"неизвест\w+|непонят\w+|неясн\w+|неопредел\w+|непредсказ\w+|без\s+понятия|понятия\s+не|"
    r"(?:сложно|трудно|невозможно|не\s+(?:могу|можем|могут|возьмусь))\s+(?:пока\s+)?(?:сказать|назвать|предсказать|спрогнозировать)|кто\s+(?:его\s+)?знает|"
    r"под\s+вопросом|вопрос\s+открыт\w*|как\s+получится|как\s+повезет|хз|"
    r"белгісіз|белгілі\s+емес|біл(?:мей|мес|е\s+алма|іп\s+болма)\w*|білсін|анық\s+емес|айқын\s+емес|нақты\s+емес|белгіленбе\w+|шешілме\w+|анықталма\w+|түсініксіз|"
    r"сенімді\s+емес\w*|айт(?:а\s+алма\w+|у\s+қиын)|хабарым\s+жоқ|хабарымыз\s+жоқ|"
    r"no\s+(?:idea|clue|date|telling|way\s+to\s+(?:say|tell|know))|(?:not|n['’]?t|dont|dunno)\s+(?:yet\s+|really\s+)?(?:know|knows|known|sure|certain|clear|decided|set|agreed)|"
    r"(?:do|does|did)n['’]?t\s+(?:yet\s+|really\s+)?know|dunno|unknown|unclear|unsure|uncertain|undecided|unpredictable|"
    r"who\s+knows|(?:hard|difficult|impossible|early)\s+to\s+(?:say|tell|know|predict)|(?:can['’]?t|cannot|can\s+not|could\s*n['’]?t)\s+(?:say|tell|predict|promise)|"
    r"tb[acd]|to\s+be\s+(?:decided|confirmed|determined|announced|agreed)|anyone['’]?s\s+guess|open\s+question|up\s+in\s+the\s+air"
)
_TWO_WAYS = re.compile(r"(?<![\w./-])(\d{1,2})([/-])(\d{1,2})(?:\2(20\d\d|\d\d))?(?![./-]?\d|[^\W\d_])")
_DATED = re.compile(r"\b(?:of|on|dated|from|signed|issued)\s$", re.IGNORECASE)
_MONTHS_OF_YEAR = 12


def is_vague(text: str) -> bool:
    """Whether a part of a plain text says a time without a last day: a season, a middle, a beginning, "ближе к маю"."""
    return _vague().search(text) is not None


def is_till_span(lead: str, words: str, trail: str) -> bool:
    """Whether a time is all that comes before a month, a quarter or a week, or all until its end: "до мая", "by Q3".

    `words` are those of the time, `lead` and `trail` what stands before and behind them. Which of the two is meant is
    not told; "до конца мая" tells it.
    """
    return (
        any(_till().search(part) for part in (lead, words, trail))
        and _whole_span().fullmatch(words) is not None
    )


def tells_choice(text: str) -> bool:
    """Whether a part of a plain text leaves open which of two is meant: "15 или 20 мая", "either April or May"."""
    return whole_words(_CHOICE).search(text) is not None


def is_conditional(text: str) -> bool:
    """Whether a plain text makes what it says hang on a condition ("если", "түссе", "once"), or says that it is not known."""
    return _conditional().search(text) is not None


def two_ways(text: Plain) -> str | None:
    """A day whose month and day could be exchanged ("04/05/2024", "4/5"), as typed; None where there is none.

    Whether they can be is a matter of the language: in Russian and Kazakh the day comes first.
    """
    said = (m for m in _TWO_WAYS.finditer(text.text) if m[4] is not None or m[2] == "/")
    return next((text.typed(*m.span()) for m in said if _may_be_exchanged(m)), None)


def two_ways_in(text: str) -> list[tuple[int, int]]:
    """Where such days stand that have their year or are said to be days: "12/3" alone may be the number of a paper."""
    said = (m for m in _TWO_WAYS.finditer(text) if m[4] is not None or _DATED.search(text, 0, m.start()))
    return [m.span() for m in said if _may_be_exchanged(m)]


def _may_be_exchanged(match: re.Match[str]) -> bool:
    first, second = int(match[1]), int(match[3])
    return first != second and 1 <= first <= _MONTHS_OF_YEAR and 1 <= second <= _MONTHS_OF_YEAR


@cache
def _vague() -> re.Pattern[str]:
    part = _PART.replace("{month}", MONTH)
    till = _TILL_YEAR.replace("{month}", MONTH)
    words = rf"(?<!\w)(?:{flat(f'{_SEASON}|{part}|{till}|{_NEARER}|{_SOME}')})(?!\w)|(?<!\w){_TERM}"
    return re.compile(rf"{words}|(?<![\w-])(?<!\d\s){flat(_FEAST)}(?!\w)", re.IGNORECASE)


@cache
def _conditional() -> re.Pattern[str]:
    words = flat(f"{_CONDITION}|{_CONDITION_KK}|{_NOT_KNOWN}")
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache
def _till() -> re.Pattern[str]:
    return re.compile(flat(_TILL), re.IGNORECASE)


@cache
def _whole_span() -> re.Pattern[str]:
    return re.compile(flat(_WHOLE_SPAN.replace("{month}", MONTH)), re.IGNORECASE)

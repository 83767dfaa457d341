"""Whether a text says of a paper that it is not of this report: another body's, of another row or of a time before (domain, §4).

"Это не наш приказ № 33, а минздрава", "№ 41 бұйрық көрші емхананікі", "order #41 belongs to the next clinic".
"""

from __future__ import annotations

import re
from functools import cache

from core.dates.plain_text import flat
from core.evidence.paper_kinds import STEMS

_BODY = (
    r"(?:организаци|больниц|поликлиник|клиник|учрежден|орган|отдел|управлен|ведомств|министерств|школ|сад|предприяти|област|регион|город|район|"
    r"акимат|филиал|кафедр|служб|департамент|центр|подраздел|сектор|комитет|комисси|лаборатор|цех|бригад|команд|участ|институт|колледж|университет|"
    r"диспансер|амбулатор|роддом|компани|фирм|коллег|зертхана|мекеме|аурухана|емхана|ұйым|бөлім|басқарма|министрлік|мектеп|облыс|аудан|қала|"
    r"hospital|clinic|polyclinic|department|ministry|school|office|organi[sz]ation|agency|body|branch|region|district|unit|centre|center|"
    r"ward|division|team|lab|committee|commission|company|firm|institut|college|universit|section|sector|facility|colleague)\w*"
)
_ROW = (
    r"(?:пункт|мероприяти|строк|план|отч[её]т|показател|задани|тармақ|іс-?\s?шара|жоспар|есеп|көрсеткіш|жол|"
    r"row|activity|item|plan|report|task|measure|indicator|line)\w*"
)
_KIND = r"(?:(?!of(?!\w))[^\W\d_]{4,}\s+)?"
"""Of which kind a body is: "другого медицинского отделения"."""
_NOT_OURS = (
    r"не\s+(?:(?:из|от|по)\s+)?(?:наш\w*|мой|моя|мо[её]|свой)|чуж\w+|соседн\w+|сосед(?:и|ей|ский|ская|ского|ям)|"
    rf"(?:друг(?:ой|ого|ое|ую|их|ая|ие|ому|им|ими)|ин(?:ой|ого|ое|ая|ые|ых|ым|ыми))\s+{_KIND}{_BODY}|"
    rf"(?:біздікі|біздің|менікі)(?:\s+\w+)?\s+емес|бөтен|өзге(?:нің)?|басқа(?:\s+{_KIND}{_BODY}|нікі|ныкі|ның)|көрші\w*|"
    rf"(?:not|(?:is|are|was|ai)n['’]?t)\s+(?:(?:from|of|by)\s+)?(?:ours|mine|our|my)|(?:another|the\s+(?:next|neighbou?ring|other)|other|a\s+different|some\s+other)\s+{_KIND}{_BODY}|"
    r"neighbou?r\w*|someone\s+else|somebody\s+else|belongs?\s+to(?!\s+(?:us|our|my)(?!\w))"
)
_OTHER_ROW = (
    rf"(?:по|к|для|от|из)\s+друг(?:ому|ой|им|ого|ого)\s+{_ROW}|не\s+(?:по|к|для|от)\s+эт\w+\s+{_ROW}|не\s+(?:сюда|отсюда|к\s+этому|по\s+этому|об\s+этом|оттуда)|"
    rf"басқа\s+{_ROW}|бұл\s+{_ROW}\s+емес|бұған\s+(?:қатысты|жатпайды)\w*(?:\s+емес)?|"
    r"(?:за|с|из)\s+(?:прошл|прошедш|предыдущ|минувш)\w+\s+(?:год|квартал|период|месяц)\w*|прошлогодн\w+|(?:былтырғы|өткен\s+(?:жыл|тоқсан|ай)\w*)|"
    r"(?:for|of|from)\s+last\s+(?:year|quarter|month)|last\s+(?:year|quarter|month)['’]s|"
    rf"(?:for|of|from|about)\s+(?:another|a\s+different|the\s+(?:other|next))\s+{_ROW}|not\s+(?:for|of|about)\s+this(?:\s+{_ROW})?|the\s+wrong\s+(?:one|paper|{_ROW})"
)
_THEIRS = r"(?!(?:б[иі]з|мен|өз[иі]м[иі]з)д?[иі]к[иі])[\w-]{2,}(?:н|д|т)[ыиі]к[иі](?!\w)"
"""A Kazakh predicate of whose it is: "емхананікі"; not "ours" and "mine"."""
_LIKE = (
    r"(?:это|он|она|оно|бұл|ол|is|it|it['’]s|this|that|that['’]s|was|actually|вообще|же|а|но|изда\w*|выпус\w*|выпущен\w*|принят\w*|подписа\w*|"
    rf"issued|signed|adopted|from|by|of|the|из|(?:{STEMS}|документ|бумаг|құжат|paper|document)\w*)"
)
_TURNS = r"а|но|же|не|зато|наш\w*|мой|моя|свой|нужн\w*|есть|у\s+нас|біздің|біздікі|менікі|ал|бірақ|емес|but|ours?|my|mine|not|while|and|и|және"
"""What leads from another's paper to one's own: "приказ другого отделения не нужен, наш № 45"."""
_WORDS = r"(?:[\s\"«»]+[^\W\d_]+(?:['’]s)?){0,4}[\s\"«»:]*"


def is_anothers(text: str, span: tuple[int, int]) -> bool:
    """Whether what stands beside the paper at `span` says that it is of another body or row."""
    plain = flat(text)
    before, inside, after = _patterns()
    if before.search(plain[: span[0]]) is not None or after.match(plain[span[1] :]) is not None:
        return True
    return inside.search(plain[slice(*span)]) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """What says it before a paper, in the part before it too, between what it is called and its number, and behind."""
    inside = rf"(?<!\w)(?:{_NOT_OURS}|{_OTHER_ROW})(?!\w)"
    before = rf"(?<!\w)(?:{_NOT_OURS}|{_OTHER_ROW}){_WORDS}$"
    word = rf"(?!(?:{_TURNS})(?!\w))[^\W\d_]+(?:['’]s)?"
    rather = rf"(?:,\s*(?:а|но|ал|but)\s+{word}(?:\s+{word})?)?"
    apart = rf"(?<!\w)(?<!not\s)(?:{_NOT_OURS}|{_OTHER_ROW})(?:['’]s?)?(?:[\s\"«»]+{word}){{0,4}}{rather}[\s\"«»]*[,;:.()\n-]+\s*(?:{word}[\s:]+){{0,3}}$"
    few = r"(?:[\s\"«»]+[^\W\d_]+){0,4}?[\s\"«»]+"
    after = (
        rf"[\W]*(?:{_LIKE}\W+)*(?:{_NOT_OURS}|{_OTHER_ROW})(?!\w)|{few}(?:{_OTHER_ROW}|{_THEIRS})(?!\w)|"
        rf"\W*(?:{_LIKE}\W+)*{_THEIRS}|[^;.!?\n]*?\W(?:не\s+наш\w?|біздікі\s+емес|not\s+ours)\s*(?:[,;.!]|$)"
    )
    return tuple(re.compile(flat(pattern), re.IGNORECASE) for pattern in (f"{before}|{apart}", inside, after))

"""Whether a text says of a paper that it is not of this report: another body's, of another row or of a time before (domain, §4).

"Это не наш приказ № 33, а минздрава", "№ 41 бұйрық көрші емхананікі", "order #41 belongs to the next clinic".
"""

from __future__ import annotations

import re
from functools import cache

from core.dates.plain_text import flat

_BODY = (
    r"(?:организаци|больниц|поликлиник|клиник|учрежден|орган|отдел|управлен|ведомств|министерств|школ|сад|предприяти|област|регион|город|район|"
    r"акимат|филиал|кафедр|служб|департамент|центр|мекеме|аурухана|емхана|ұйым|бөлім|басқарма|министрлік|мектеп|облыс|аудан|қала|"
    r"hospital|clinic|polyclinic|department|ministry|school|office|organi[sz]ation|agency|body|branch|region|district|unit|centre|center)\w*"
)
_ROW = (
    r"(?:пункт|мероприяти|строк|план|отч[её]т|показател|задани|тармақ|іс-?\s?шара|жоспар|есеп|көрсеткіш|жол|"
    r"row|activity|item|plan|report|task|measure|indicator|line)\w*"
)
_NOT_OURS = (
    r"не\s+(?:наш\w*|мой|моя|мо[её]|свой)|чуж\w+|соседн\w+|сосед(?:и|ей|ский|ская|ского|ям)|"
    rf"друг(?:ой|ого|их|ая|ому|им)\s+{_BODY}|ины[хм]\s+{_BODY}|иной\s+{_BODY}|"
    rf"(?:біздікі|біздің|менікі)(?:\s+\w+)?\s+емес|бөтен|өзге(?:нің)?|басқа(?:\s+{_BODY}|нікі|ныкі|ның)|көрші\w*|"
    rf"not\s+(?:ours|mine|our|my)|(?:another|the\s+(?:next|neighbou?ring|other)|other|a\s+different|some\s+other)\s+{_BODY}|"
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
    r"(?:это|он|она|оно|бұл|ол|is|it|it['’]s|this|that|was|actually|вообще|же|а|но|издан\w*|выпущен\w*|принят\w*|подписан\w*|issued|signed|adopted|"
    r"from|by|of)"
)
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
    """What says it before a paper, between what it is called and its number, and behind."""
    inside = rf"(?<!\w)(?:{_NOT_OURS}|{_OTHER_ROW})(?!\w)"
    before = rf"(?<!\w)(?:{_NOT_OURS}|{_OTHER_ROW}){_WORDS}$"
    few = r"(?:[\s\"«»]+[^\W\d_]+){0,4}?[\s\"«»]+"
    after = (
        rf"[\W]*(?:{_LIKE}\W+)*(?:{_NOT_OURS}|{_OTHER_ROW})(?!\w)|{few}(?:{_OTHER_ROW}|{_THEIRS})(?!\w)|"
        rf"\W*(?:{_LIKE}\W+)*{_THEIRS}|[^;.!?\n]*?\W(?:не\s+наш\w?|біздікі\s+емес|not\s+ours)\s*(?:[,;.!]|$)"
    )
    return tuple(re.compile(flat(pattern), re.IGNORECASE) for pattern in (before, inside, after))

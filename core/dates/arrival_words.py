"""Words of what others do and of what arrives: money, deliveries, a commission. Its day is not the end of the work.

A word of one's own doing beside them makes it that again: "привезут и установим 15 мая" (domain, §4).
"""

from __future__ import annotations

import re
from functools import cache

from core.dates.forecast_words import WE
from core.dates.plain_text import flat
from core.kernel.text import whole_words

_ARRIVES = (
    # In Russian: who comes, what is brought, sent, paid, allotted, given out or agreed by others
    r"при[ей]д[еу]\w*|приезж\w+|приезд\w*|прибуд\w+|прибыва\w+|прибыт\w+|прид[её]т|придут|приход(?:ит|ят|а|у)?|прилет\w+|подъед\w+|подойд\w+|"
    r"привез[еу]\w*|привоз\w*|завез[еу]\w*|завоз\w*|довез[еу]\w*|подвез[еу]\w*|достав\w+|постав(?:ит|ят|к\w+|ляет|ляют)|отгру\w+|отправ\w+|"
    r"получ\w+|поступ(?:ит|ят|ает|ают|лени\w+)|вернет\w*|вернут\w*|возвра\w+|выйд(?:ет|ут)|выход(?:ит|ят|а)?|выезд\w*|выезжа\w+|"
    r"выед(?:ет|ут)|заед(?:ет|ут)|зайд(?:ет|ут)|заход(?:ит|ят)|появ(?:ит|ят)\w*|пришл(?:ет|ют)|вышл(?:ет|ют)|"
    r"перечисл\w+|выдел(?:ит|ят|яет|яют|ени\w+)|рассмотр\w+|рассматрива\w+|соглас(?:ует|уют|овывает|овывают)|одобр(?:ит|ят|ени\w+)|утверд(?:ит|ят)|"
    r"выда(?:ст|дут|ет|ют|ч\w+)|подпи(?:шет|шут|сани\w+)|объяв\w+|повторный|включ(?:ат|ит)|отключ\w+|вскры\w+|ждать|жд[еу]\w*|дожд\w+|подожд\w+|"
    r"(?:ожида(?:ем|ю|ет|ют|ется|ются)|expect(?:s|ing)?)\s+(?!(?:to|by|on|at|in|к|ко|до|в|на|что|that|it|готов\w*|срок\w*|результат\w*|\w+ть)(?!\w)|\d)\w+|"
    # In Kazakh
    r"кел(?:еді|мек\w*|етін|ер|іп|у\w*)|жет(?:еді|кіз(?:еді|іледі|ілім\w*|бек\w*|у\w*))|жеткізіл\w*|әкел\w+|түс(?:еді|етін|у\w*|пек\w*)|бөл(?:еді|інеді|інбек\w*|іну\w*)|"
    r"аудар(?:ады|ылады|ылым\w*|ылмақ\w*|у\w*)|шығады|шықпақ\w*|қайт(?:ады|ып|пақ\w*)|орал(?:ады|мақ\w*)|бер(?:еді|іледі|ілмек\w*)|жібер\w+|жөнелт\w+|"
    r"қара(?:йды|лады|стыр\w+)|мақұлда\w+|бекіт(?:еді|іледі)|келіс(?:еді|іледі)|қол\s+қо[йя]\w+|конверт\w*|төле(?:йді|нед\w*)|жарияла(?:йды|нады|у\w*)|босайды|қосылады|күт\w+|"
    # In English
    r"arriv\w*|comes?|coming|deliver\w*|ship(?:s|ped|ping|ments?)?|bring\w*|brought|returns?|returning|back|gets?\s+here|here|lands?|landing|"
    r"turns?\s+up|shows?\s+up|dispatch\w*|sends?|sent|receiv\w*|releas\w*|transfer\w*|approve\w*|allocat\w*|grant(?:ed|s)?|pays?|paid|"
    r"on\s+site|visit\w*|opening\s+of\s+bids|envelopes?|review(?:ed|s)?|sign(?:s|ed|ing)?|issue[sd]|announce\w*|reopen\w*|await\w*"
)
_NOT_WORK = (
    # Money and its ways
    r"деньг\w+|денег|финанс\w+|средств\w*|аванс\w*|транш\w*|субсиди\w+|плат[её]ж\w*|оплат\w+|предоплат\w+|бюджет\w*|"
    r"ақша\w*|қаржы\w*|қаражат\w*|төлем\w*|аванс\w*|субсидия\w*|"
    r"money|fund(?:s|ing)?|financ\w+|advance|tranche|payments?|prepayment|instal?lment|subsid\w+|budget|"
    # Others, and what stands in the way
    r"комисси\w+|экспертиз\w*|маслихат\w*|инспектор\w*|ревизор\w*|заключени[ея]|"
    r"комиссия\w*|сараптама\w*|мәслихат\w*|қорытынды\w*|"
    r"commission|committee|inspector\w*|maslikhat|expert\s+review|"
    r"заня(?:т[аоы]?|ты)|мороз\w*|паводк?\w*|бол(?:еет|еют|ен)|"
    r"аяз\w*|тасқын\w*|бос\s+емес|ауыр(?:ады|ып)|away|busy|off|absent|sick|frosts?|floods?|flooding|snow"
)
_THING = (
    r"оборудовани[ея]|аппарат\w*|запчаст\w+|детал\w+|комплектующ\w+|материал\w*|товар\w*|груз\w*|реактив\w*|препарат\w*|техник[аи]|машин[аы]|"
    r"бригад[аы]|подрядчик\w*|поставщик\w*|тренер\w*|лектор\w*|поверител\w+|специалист\w*|врач\w*|документ\w*|ответ\w*|"
    r"жабдық\w*|бөлшек\w*|материалдар\w*|тауар\w*|жүк\w*|реактив\w*|техника\w*|бригада\w*|мердігер\w*|жеткізуші\w*|маман\w*|дәрігер\w*|құжат\w*|"
    r"equipment|parts?|materials?|goods|cargo|reagents?|machine|crew|contractor|supplier|trainer|instructor|specialist|doctor|documents?|papers?"
)
"""What is waited for: by itself, with no word of what is done to it."""
_COPULA = (
    r"будет|будут|нов(?:ый|ая|ое|ые)|запасн\w+|уже|точно|только|ожида[ею]тся|болады|болмақ|жаңа|қосалқы|тек|ғана|"
    r"will|be|is|are|should|due|new|spare|the|our|only|there|expected"
)
_DONE = (
    r"заверш\w+|законч\w+|оконч\w+|додела\w+|сдела\w+|выполн\w+|исполн\w+|реализ\w+|устран\w+|осво(?:ят|им|ит|ен\w*)|(?:об|до|пере|на)уч(?:ат|ит|им|ен\w*)(?:ся)?|"
    r"повер(?:ят|им|ит|ен\w*|ить)|отремонтир\w+|установ(?:ят|им|ит|лен\w*)|постро(?:ят|им|ит|ен\w*)|смонтир\w+|"
    r"(?:аяқта|аяқтал|біт|бітір|орында|орындал|жаса|жасал|игер|игеріл|оқыт|оқытыл|жөнде|жөнделе?|орнат|орнатыл|тексеріл|тапсырыл)(?:а|е|й|і|ы)?(?:ды|ді|п)|"
    r"(?:жүзеге|іске)\s+ас\w+|аяқтау|орындау|бітіру|"
    r"finish\w*|complet\w+|done|do\s+it|fulfil\w*|achieve\w*|fix(?:ed)?|repaired|trained|verified|installed|built|spent"
)
_OURS = (
    r"(?!(?:жд|ожид|подожд|дожд|надее|рассчит|получ|поступ|прим[еи])\w*)"
    rf"{WE}|"
    r"(?!(?:күт|ал)[еа]м)\w{2,}(?:а|е|й)м[ыі][зс]|"
    r"(?:we|i)(?:['’]ll|\s+(?:will|shall))\s+(?!(?:get|receive|have|expect|wait)\b)\w+"
)
"""What is done, by whomever, and what is one's own doing of any kind."""
_STATE = (
    r"отпуск\w*|больнич\w+|карантин\w*|закрыт[аоы]?|занят[аоы]?|запре\w+|приостанов\w+|командировк\w+|мороз\w*|паводк?\w*|бол(?:еет|еют|ен)|"
    r"отключ\w+|демалыс\w*|іссапар\w*|жабық|тоқта\w+|аяз\w*|тасқын\w*|бос\s+емес|ауыр(?:ып|ады|ды)\w*|"
    r"leave|vacation|quarantine|closed|busy|away|off|suspended|frosts?|flood\w*|sick|absent"
)
"""What lasts until a day."""
_BEGINS_AFTER = r"\s*(?:(?:но|и|только|лишь|but|and|only)\s+)?(?:после|following|after|once)(?!\w)|.*(?<!\w)(?:кейін|соң)\s*$"
_THEN = r"[\s,;.-]*(?:(?:и|and)\s+)?(?:тогда|then|сонда|сол\s+кезде)(?!\w)"


def tells_of_arrival(clause: str) -> bool:
    """Whether a part of a plain text says what others do or what arrives, and nothing of one's own doing."""
    if tells_of_doing(clause, also_ours=True):
        return False
    return whole_words(f"{_ARRIVES}|{_NOT_WORK}").search(clause) is not None or _is_thing(clause)


def tells_of_doing(clause: str, *, also_ours: bool = False) -> bool:
    """Whether a part of a plain text says that work is done, by whomever; `also_ours`: or that "we" do anything."""
    return whole_words(f"{_OURS}|{_DONE}" if also_ours else _DONE).search(clause) is not None


def follows_another(clause: str) -> bool:
    """Whether a part of a plain text only says after what something will be: "после получения денег"."""
    return _compiled(_BEGINS_AFTER).match(clause) is not None


def tells_of_state(clause: str) -> bool:
    """Whether a part of a plain text says what lasts for a time: an illness, a closed road."""
    return whole_words(_STATE).search(clause) is not None


def says_then(after: str) -> bool:
    """Whether what stands behind a part of a plain text ties the work to its day: ", тогда и закроем"."""
    return _compiled(_THEN).match(after) is not None


def _is_thing(clause: str) -> bool:
    return re.search(r"\w", clause) is not None and _things().fullmatch(clause) is not None


@cache
def _things() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:(?:{flat(_COPULA)})\W+)*(?:{flat(_THING)})(?:\W+(?:{flat(_COPULA)}))*\W*", re.IGNORECASE
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(flat(pattern), re.IGNORECASE)

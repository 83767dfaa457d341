"""Whether a text says of a paper that it is still to come: promised, being drafted, waited for, needed (domain, §4).

"Приказ № 50 будет завтра", "№ 55 бұйрық жұмада шығады", "order #55 coming on Friday". What is said of a paper stands in its
clause; in the next one only where that goes on about the paper.
"""

from __future__ import annotations

import re
from functools import cache

from core.dates.near_days import WEEKDAY
from core.dates.plain_text import flat

_WEEKDAY = rf"(?:{WEEKDAY})"
_SOON = (
    rf"(?:в[о]?\s+|к[о]?\s+|до\s+)?(?:эт\w+\s+|следующ\w+\s+)?{_WEEKDAY}|завтра|послезавтра|скоро|вскоре|на\s+днях|позже|позднее|"
    r"(?:на|до|к)\s+(?:конц\w\s+)?(?:эт\w+|следующ\w+|будущ\w+)\s+(?:недел\w+|месяц\w*|квартал\w*)|в\s+(?:следующем|будущем)\s+\w+|"
    r"ертең|бүрсігүні|жақында|кейін(?:ірек)?|(?:келесі|осы)\s+(?:апта|ай|тоқсан)\w*|"
    rf"tomorrow|soon|later|shortly|(?:on|by|this|next|until|till)\s+{_WEEKDAY}|next\s+(?:week|month|quarter)|"
    r"(?:later\s+)?this\s+(?:week|month)|in\s+(?:a\s+few|a\s+couple\s+of|\d{1,2})\s+(?:days|weeks)"
)
"""When a paper that is not there yet is to be: by itself this says it only right beside the paper."""
_MAKING = r"(?:подпис|соглас|утвержд|разработ|подготов|издан|регистрац|оформл)\w+"
_STAGE = (
    rf"(?:в\s+(?:работе|разработке|подготовке|процессе|проекте|ожидании|стадии)|на\s+(?:этапе|стадии))(?=\W*$|\s+(?:у|{_MAKING})(?!\w))|"
    r"на\s+(?:подписи|подписании|согласовании|рассмотрении|доработке|утверждении|регистрации|визировании|визе|проверке|экспертизе|исправлении)|"
    r"(?:отправ|направ|отда|переда|верну|возвра|сда|ушел|ушёл|пошел|пошёл|унес)\w*\s+(?:\w+\s+)?на\s+(?:подпис|соглас|рассмотр|доработ|утвержд|регистр|визир|провер|экспертиз|исправл)\w+|"
    r"(?:(?:лежит|находится|застрял)\s+)?у\s+(?:директор|глав|руковод|юрист|начальник|бухгалтер|замест|министр|шеф)\w*|"
    r"(?:это\s+)?(?:пока\s+|ещё\s+|еще\s+)?(?:только\s+)?(?:проект|черновик)|"
    r"(?:директор|бас\s+дәрігер|басшы|басшылық|заңгер|бухгалтер)(?:да|де)|"
    r"жоба(?:сы|лау\w*|да)?|(?:келісу|қол\s+қою|бекіту|әзірлеу|дайындау|тіркеу|қарау)(?:де|да|ге|ға|\s+үстінде|\s+сатысында)|келісімде|"
    r"in\s+(?:preparation|progress|drafts?|drafting|process|the\s+(?:works|pipeline|making))|still\s+(?:a\s+)?draft|(?:is\s+|only\s+|just\s+)?(?:a\s+)?draft|"
    r"under\s+(?:preparation|review|development|way|approval|consideration|consultation|revision)|underway|unsigned|"
    r"(?:on|at)\s+the\s+\w+['’]s\s+(?:desk|office)|with\s+(?:the\s+)?(?:director|chief|head|lawyers?|minister|accountant)|"
    r"(?:out\s+)?for\s+(?:signature|signing|approval|review|revision)|with\s+the\s+\w+\s+for\s+\w+|on\s+(?:its|the)\s+way|"
    r"(?:is\s+|are\s+|still\s+|currently\s+)*being\s+[a-z]+(?:ed|ten|awn|wn)|not\s+(?:here|out|there)(?:\s+yet)?"
)
"""On what stage a paper is that nobody has signed yet."""
_COMES = (
    r"(?:будет|будут)(?!\s+(?:отправ|прилож|выслан|направ|исполн|действ|исполня)\w*)|выйд(?:ет|ут)|выходит|появится|подпи(?:шут|шет|сывается|сывают)|изда(?:дут|ст|ётся|ется)|выпуст(?:ят|ит|ится)|"
    r"утверд(?:ят|ит|ится)|утверждается|готовится|готовят|подготов(?:ят|ит)|разрабатывается|разрабатывают|оформля(?:ется|ют)|оформ(?:ят|ит)|"
    r"согласовывается|согласовывают|согласу(?:ют|ется)|регистриру(?:ется|ют)|зарегистриру(?:ют|ется)|рассматривается|рассматривают|ожидается|"
    r"планируется|намечается|дорабатывается|дорабатывают|пишется|пишут|прид[её]т|поступит|принес(?:ут|ет|ёт)|пришл(?:ют|ет|ёт)|дадут|отдадут|"
    r"шығады|шықпақ\w*|шығарылады|болады|болмақ|дайындал(?:уда|ады|ып\s+(?:жатыр|келеді))|әзірлен(?:уде|еді|іп\s+жатыр)|"
    r"(?:жасал|жазыл|келісіл|қарал|тексеріл|рәсімдел|толықтырыл|түзетіл|тіркел)(?:уда|уде|ады|еді|[ыі]п\s+жатыр)|қол\s+қой(?:ылады|ылуда|ады|ылмақ|уда)|"
    r"бекіт(?:іледі|ілмек|ілуде|еді)|қабылдан(?:ады|уда|бақ)|күт(?:ілуде|іледі)|жоспарлан(?:уда|ған|ып\s+отыр)|келеді|келмек|беріледі|"
    r"(?:will|shall|should|is\s+(?:going|about|yet|still)|are\s+going|has\s+yet|remains)(?:\s+to)?\s+(?:be(?!\s+(?:sent|attached|scanned|uploaded))|come|follow|appear|arrive|get|go|sign\w*|issue\w*)|"
    r"['’]ll\s+(?:be|come|follow|have|get|sign|issue|send)|(?:is\s+|are\s+)?(?:coming|forthcoming|expected|awaited|planned|scheduled|pending|due(?!\s+to))|"
    r"comes?(?!\s+from)|follows?|to\s+(?:come|follow|be\s+[a-z]+)|(?:is|gets|goes|comes)\s+out|arriv(?:es|ing)|awaits|awaiting"
)
"""What is said of a paper alone, that it will be."""
_WE_SHALL = (
    r"подпи(?:шем|шу|сываем)|издадим|изда[её]м|выпустим|выпускаем|утвердим|утверждаем|готовим|подготовим|разрабатываем|разработаем|"
    r"оформим|оформляем|согласуем|согласовываем|зарегистрируем|ожида(?:ем|ю)|жд[её]м|жду|дорабатываем|доработаем|доделыва\w+|доделаем|пишем|напишем|"
    r"принес[её]м|донес[её]м|дошл[её]м|"
    r"шығарамыз|шығармақпыз|дайында(?:ймыз|п\s+жатырмыз)|әзірле(?:йміз|п\s+жатырмыз)|жазып\s+жатырмыз|жазамыз|қол\s+қоямыз|бекітеміз|қабылдаймыз|"
    r"күт(?:еміз|удеміз|іп\s+(?:отырмыз|жүрміз|жатырмыз))|әкелеміз|тіркейміз|келісіп\s+жатырмыз|"
    r"(?:we|i)(?:['’]ll|\s+will|\s+shall|['’](?:re|m)\s+going\s+to|\s+(?:are|am)\s+going\s+to|['’](?:re|m)|\s+(?:are|am))\s+"
    r"(?:sign|issue|adopt|approve|publish|prepare|draft|get|have|send|expect|await|write|finali[sz]e|wait|register|preparing|drafting|writing|"
    r"expecting|awaiting|waiting\s+for|finali[sz]ing|issuing|signing)|expecting|awaiting|waiting\s+for|drafting|preparing|working\s+on|finali[sz]ing"
)
"""What we shall do to a paper, or wait for."""
_TO_DO = (
    r"(?:план\w+|долж\w+|надо|нужно|осталось|предстоит|собира\w+|хот(?:им|ят|ел\w*)|буд(?:ем|ут|ет)|мож(?:ем|ет))\s+(?:ещё\s+|только\s+)?\w+(?:ть|ти)(?:ся)?|"
    r"\w+(?:у|ю)(?:ге|ға|ді|ды|і|ы)?\s+(?:керек|қажет|қалды|тиіс|жоспарлан\w+)"
)
_NEEDED = (
    r"нуж(?:ен|на|но|ны)|требу\w+|запро(?:сили|сил|сят|шен\w*|шу)|прос(?:ят|или|им|ит)|где|не\s+хватает|недостаёт|недостает|"
    r"керек|қажет|сұра(?:ды|йды|тып\w*|п\s+(?:жатыр|отыр)\w*)|қайда|жетіспе\w+|"
    r"needs?|needed|required|missing|asked\s+for|asks?\s+for|requested|requesting|where(?:\s+is|['’]s)?|looking\s+for"
)
_NOT_YET = (
    r"будущ\w+|предстоящ\w+|готовящ\w+|планируем\w+|ожидаем\w+|завтрашн\w+|неподписанн\w+|несогласованн\w+|неутвержд[её]нн\w+|"
    r"болашақ|ертеңгі|дайындалып\s+жатқан|әзірленіп\s+жатқан|шығатын|күтілетін|қол\s+қойылмаған|бекітілмеген|шықпаған|шығарылмаған|"
    r"upcoming|forthcoming|future|planned|unsigned|proposed|pending|expected|unissued|tomorrow['’]s"
)
"""What a paper that is not there yet is called."""
_LIKELY = (
    r"он|она|они|его|её|ее|нам|сам|сама|скорее\s+всего|наверное|наверно|видимо|возможно|обязательно|точно|должен|должна|должны|пока|ещё|еще|"
    r"уже|только|лишь|сейчас|всё|все|то|это|тоже|тогда|ол|бұл|олар|әлі|қазір|тек|ғана|мүмкін|шамасы|да|де|біз|мы|"
    r"it|that|this|they|is|are|was|has|probably|likely|only|still|just|yet|now|currently|hopefully|perhaps|maybe|should|which|already|also"
)
"""What may stand between a paper and what is said of it."""
_NOT_OF_IT = r"по|на|в|о|об|обо|про|с|со|из|к|ко|от|для|under|by|to|of|from|in|on|with|for|per|about"
_STOPS = re.compile(r"[;!\n()]|,(?!\d)|:(?=\s)|\s-\s|(?<=[^\W\d_]{3})[.](?=\s)")
_IS = (
    r"подпис(?:ан[аоы]?|ал[аи]?|али)|утвер(?:жд[её]н[аоы]?|дил[аи]?)|издан[аоы]?|издал[аи]?|вышел|вышл[аои]|готов[аоы]?|зарегистрирован[аоы]?|принят[аоы]?|"
    r"приняли|выпущен[аоы]?|выпустили|имеется|есть|действует|в\s+силе|шықты|шыққан|шығарылды|шығардық|бекітілді|бекіттік|қабылданды|қабылдадық|қойылды|қойдық|"
    r"қойылған|бар|күшінде|signed|issued|approved|adopted|came|published|in\s+force|made"
)
"""That it is there already: what comes behind is told of something else, or of when that was."""
_FEW = rf"(?:\W+(?!(?:{_IS})(?!\w))[\w'’]+){{0,6}}?\W+"


def is_to_come(text: str, span: tuple[int, int]) -> bool:
    """Whether what stands beside the paper at `span` says that there will be one; the text is `core.evidence.paper_text`'s."""
    plain = flat(text)
    before, own, after = plain[: span[0]], plain[slice(*span)], plain[span[1] :]
    behind = _STOPS.split(after, maxsplit=1)
    clause, rest = behind[0], after[len(behind[0]) :]
    patterns = _patterns()
    return (
        patterns["inside"].search(own) is not None
        or patterns["behind"].match(clause) is not None
        or patterns["right_behind"].match(clause) is not None
        or patterns["next"].match(rest) is not None
        or patterns["before"].search(_STOPS.split(before)[-1]) is not None
    )


def is_asked(text: str, span: tuple[int, int]) -> bool:
    """Whether the sentence of the paper is a question: "приказ № 12 подойдёт?"."""
    return _patterns()["question"].match(text[span[1] :]) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    said = f"{_COMES}|{_STAGE}|{_WE_SHALL}|{_TO_DO}|{_NEEDED}"
    gap = rf"\W*(?:(?:{_LIKELY})\W+)*"
    several = rf"(?:\W+(?!(?:{_NOT_OF_IT})(?!\w))[\w'’]+){{0,3}}\W*"
    patterns = {
        "inside": r"(?<!по\s)(?<!о\s)(?<!об\s)(?<!\w)(?:жоба(?:сы)?|проект|черновик|draft)(?!\w)",
        "behind": rf"{gap}(?:{said})(?!\w)|{_FEW}(?:{said})(?!\w)",
        "right_behind": rf"[\W]*(?:(?:{_LIKELY})\W+)*(?:{_SOON}|{_STAGE})(?!\w)",
        "next": rf"{gap}(?:(?:{_COMES}|{_STAGE})(?!\w)|(?:{_SOON})\W*$)",
        "before": rf"(?<!\w)(?:{_WE_SHALL}|{_COMES}|{_NEEDED}|{_NOT_YET}){several}$|(?<!\w)(?:{_SOON}){several}$",
        "question": r"[^;!.?\n]*\?",
    }
    return {name: re.compile(flat(pattern), re.IGNORECASE) for name, pattern in patterns.items()}

"""Words that make a day within a reason the day of another thing, of what was meant, or of what is only expected.

Those that make it the forecast of the work stand in `core.dates.own_work` (domain, §4).
"""

from __future__ import annotations

import re

from core.kernel.text import whole_words

WE = (
    r"(?!(?:(?:под|до)?жд|ожида|жеткізіл|төлем|шеш|біл|келіс|бөл|көлем|қызм|өкіл)\w*)"
    r"\w{2,}(?:аем|яем|уем|оем|еем|ыем|дем|жем|мем|нем|рем|сем|тем|зем|шем|щем|чем|пем|вем|лем|бем|им)(?:ся)?"
)
"""In Russian "we shall" of any verb but of waiting; not the Kazakh nouns that end alike."""
_OTHER = (
    r"письм\w*|хат(?:ты|тың|тар\w*|қа)?|letters?|рұқсат\w*|разрешени\w*|permission|догов\w+|контракт\w*|соглашен\w+|лиценз\w+|сертификат\w*|гаранти\w+|аренд\w+|отпуск\w*|больнич\w+|карантин\w*|"
    r"заседани\w+|совещани\w+|конкурс\w*|аукцион\w*|суд(?:а|ом|е)?|приказ\w*|постановлени\w+|приостанов\w+|заморож\w+|"
    r"тендер\w*|торг\w+|решени\w+|ответ\w*|согласован\w+|начн\w+|начин\w+|начат\w+|начал\w*|начать|начну|приступ\w+|старт\w*|сесси\w+|"
    r"возобнов\w+|найд[её]м\w*|пойдут|выйдем|выходим|возьмемся|беремся|браться|примемся|зайдем|заходим|полномочи\w+|командировк\w+|кредит\w*|страхов\w+|"
    r"запре\w+|закрыт[аоы]?|продл\w+|действу\w+|действит\w+|истека\w+|расторг\w+|отложен\w*|отлож\w+|"
    r"шарт\w*|келісім\w*|лицензия\w*|кепілдік\w*|демалыс\w*|мәжіліс\w*|отырыс\w*|байқау\w*|аукцион\w*|сот(?:та|тың|қа)?|"
    r"шешім\w*|жауап\w*|баста\w+|кіріс(?!ті\b)\w+|қолға\s+ал\w+|іссапар\w*|сақтандыр\w+|жалға?\s+алу\w*|жалдау\w*|өкілеттік\w*|сауда-сатты\w+|"
    r"күт\w+|сессия\w*|тендер\w*|"
    r"бұйрық\w*|қаулы\w*|жарамды|тоқтатыл\w+|жабық|мерзімі\s+(?:ұзарт|аяқтал|біт)\w*|"
    r"contract\w*|agreement\w*|licen[cs]e\w*|certificate\w*|warrant\w*|lease\w*|leave|vacation|quarantine|meeting|session|"
    r"auction|court|order|decree|suspend\w*|frozen|closed|valid|expire\w*|postponed|wait\w*|tender|decision|answer|"
    r"reply|approval|begin\w*|began|begun|start\w*|resum\w+|launch\w*|commenc\w+|kick\w*[ -]?off|get(?:ting)?\s+going|under\s*way|"
    r"set\s+about|groundbreaking|terms?|tenure|guarantee\w*|holiday|bid(?:s|ding)?|insurance|permit\w*|subscription"
)


_MEANT = (
    r"планировал\w*|хотел\w*|собирал\w*|намерева\w+|надеял\w*|думал\w*|рассчитывал\w*|предполагал\w*|обещал\w*|"
    r"долж(?:ен|на|но|ны)\s+был\w?|был[аои]?\s+(?:готов\w*|заверш\w+|законч\w+|запланирован\w*)|"
    r"деп\s+(?:еді\w*|ойла\w+|жоспарла\w+|уәде\w*|келіс\w+)|жоспарла(?:ған|ды)\w*|едік?|едің?із|болатын|уәде\w*|"
    r"(?:was|were|had)\s+(?:to|supposed|ready|done|due|expected|planned|going|meant|promised|scheduled|complet\w+|finish\w+|"
    r"deliver\w+)|(?:should|would|could)\s+have|hoped|planned|promised|intended|wanted|meant"
)
"""What was meant to be done by then, and may not have been."""


_EXPECTED = (
    r"ожида(?:ем|ю|ет|ют|ется|ются)|жд[её]м|жду|долж(?:ен|на|но|ны)|буд(?:ет|ут)|быть|обеща(?:ют|ли|л|ет|на|но|ны|н)|говорят|сказали|планиру(?:ется|ют)|прид[её]т|придут|"
    r"күт(?:еміз|удеміз|ілуде|іледі|іп)|отырмыз|болады|болмақ|уәде|берді|жоспарлан(?:уда|ған)|келеді|"
    r"expect(?:ed|ing)?|due|should|will|be|is|are|here|promised|planned|scheduled|awaited"
)
_LEADS = (
    r"он|она|оно|они|это|его|её|ее|их|только|уже|точно|примерно|ориентировочно|где-то|около|вероятно|наверное|скорее|всего|нам|вроде|по|плану|ол|олар|бұл|"
    r"тек|шамамен|мүмкін|деп|it|they|that|this|we|i|about|around|probably|likely|by|only|hopefully|to|us"
)


def only_expects(clause: str) -> bool:
    """Whether a part of a plain text says that something is expected, and not what: "ожидается", "should be here"."""
    words = re.findall(r"[\w-]+", clause)
    said = whole_words(f"{_EXPECTED}|{_LEADS}")
    return any(whole_words(_EXPECTED).fullmatch(w) for w in words) and all(said.fullmatch(w) for w in words)


def tells_of_other(clause: str) -> bool:
    """Whether a part of a plain text is about a contract, a leave, a beginning: its day is not the end of the work."""
    return whole_words(_OTHER).search(clause) is not None


def tells_what_was_meant(clause: str) -> bool:
    """Whether a part of a plain text tells what was planned or promised before: "планировали закончить к 15 мая"."""
    return whole_words(_MEANT).search(clause) is not None

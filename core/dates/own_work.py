"""Words of doing the work itself, and of one's own other acts: a post filled, an application handed in, a bill paid.

The day of such an act is not the day by which the work will be done, unless the row is of that very act (domain, §4).
"""

from __future__ import annotations

import re
from functools import cache

from core.dates.forecast_words import WE
from core.dates.plain_text import flat
from core.figures.doings import is_of_doing
from core.kernel.text import whole_words

_KK = (
    r"аяқта|аяқтал|біт|бітір|орында|орындал|жаса|өткіз|оқыт|жөнде|орнат|тексер|тапсыр|үлгер|игер|түзет|атқар|жап|жаб|"
    r"тындыр|толықтыр|(?:жүзеге|іске)\s+асыр|іске\s+қос"
)
_DONE_BY = (
    # In Russian: verbs of doing one's work and of ending it, nouns of an end
    r"закро[юе]\w*|закрыть|заверш\w+|законч\w+|кончим|оконч\w+|(?:до)?сдела[юет]\w*|додела\w+|выполн\w+|исполн(?!ител)\w+|реализ\w+|устран\w+|"
    r"достигн\w+|осво(?:им|ить)|(?:об|до|на|пере|дооб)уч(?:им|ить)|обучать|пров(?:ед[её]м|ести|едут)|установ(?:им|ить)|"
    r"смонтир(?:уем|овать)|(?:по|до)стро(?:им|ить)|(?:от|до)?ремонтир(?:уем|овать)|почин(?:им|ить)|(?:до)?повер(?:им|ить)|сдадим|"
    r"обслуж(?:им|ить)|исправ(?:им|ить)|ликвидир(?:уем|овать)|восстанов(?:им|ить)|наверст\w+|догоним|успе(?:ем|ть|ю)|управимся|"
    r"справимся|уложимся|довед[её]м|дойд[её]м|готов(?:а|о|ы|ность|ности)?|задерж\w+|перенос\w*|перенес(?:ем|ут)|"
    # In Kazakh
    rf"(?:{_KK})\w{{0,3}}м[ыі]з|(?:{_KK})[аей]?\s+аламыз|(?:{_KK})[ыі]?п\s+\w+м[ыі]з|(?:{_KK})у(?:ға|ге|ды|ді)\s+(?:тырыс|ойла|жоспарла|ниет|көзде)\w*|"
    r"(?:аяқтал|біт|орындал|жасал|өткізіл|ашыл|тапсырыл|түзетіл|жабыл|жүзеге\s+ас)\w*(?:ады|еді)|"
    r"бітеді|аяқтау|орындау|бітіру|дайын(?!да)\w*|кешік\w+|"
    # In English
    r"finish\w*|complet\w+|ready|close|catch\s+up|done|do\s+(?:it|the\s+(?:work|rest))|fix\w*|fulfil\w*|achieve\w*|delay\w*|late|"
    r"train(?:ed)?|install(?:ed)?|repair(?:ed)?|verif(?:y|ied)|hold\s+the\s+(?:training|course|seminar)|make\s+it"
)
_MEANS = r"(?:планиру|дума|рассчитыва|обязу|наде|постара|стара)(?:ем|емся|ю|юсь)"
_TO_DO = r"\w{2,}(?:ть|ти|чь)(?:ся)?"
"""A Russian infinitive: what is meant by "планируем" where one stands beside it."""
_VERB = (
    rf"{WE}|{_TO_DO}|сатып\s+аламыз|\w{{2,}}м[ыі]з|"
    r"(?<=will\s)\w+|(?<=shall\s)\w+|(?<='ll\s)\w+|(?<=’ll\s)\w+|(?<=to\s)\w+|(?<=be\s)\w+|(?<=and\s)\w+"
)

_WE_ACT = (
    r"прим(?:ем|у)|принимаем|привлеч[её]м|пригласим|(?:до)?найм(?:[её]м|у)|нанимаем|трудоустроим|подадим|подаем|объяв(?:им|ляем)|"
    r"размест(?:им|аем)|опубликуем|купим|закупим|докупим|приобрет[её]м|закаж(?:ем|у)|(?:о|за|у|до)?плат(?:им|ачу)|перечислим|"
    r"соглас(?:уем|овываем)|утвердим|направ(?:им|ляем)|отправ(?:им|ляем)|передадим|отдадим|заключ(?:им|аем)|(?:под|за|вы|на)пиш(?:ем|у)|"
    r"оформ(?:им|ляем)|подготовим|готовим|запрос(?:им|ю)|уточним|решим|обсудим|рассмотрим|выберем|подберем|найдем|возьм[её]м|определим(?:ся)?|"
    r"назначим|получим|привез[её]м|завез[её]м|доставим|вызовем|обратимся|сообщим|встретимся|отчитаемся|внес[её]м|выделим|"
    # In Kazakh
    r"қабылдаймыз|(?<!п\s)береміз|жариялаймыз|жібереміз|келісеміз|сатып\s+аламыз|(?<![аейп]\s)аламыз|жалдаймыз|шақырамыз|"
    r"төлейміз|аударамыз|қол\s+қоямыз|бекітеміз|ұсынамыз|жолдаймыз|жасасамыз|сұраймыз|әкелеміз|шешеміз|талқылаймыз|дайындаймыз|"
    r"іздейміз|табамыз|тағайындаймыз|рәсімдейміз|хабарласамыз|жазамыз|кездесеміз|"
    # In English
    r"(?:(?:will|shall|(?:we|i)['’]ll|we|i|and|then)\s+(?:\w+ly\s+|also\s+|only\s+|then\s+)?)(?:{acts})"
)
_ACTS = (
    r"(?:re-?)?(?:hire|recruit|apply|submit|file|sign|pay|order|announce|advertise|send|publish|appoint|request|purchase|buy|"
    r"procure|negotiate|conclude|choose|select|invite|agree|approve|discuss|decide|register|employ|take\s+on|ask|write|call|"
    r"meet|draft|prepare|hand\s+in)"
)
_TO_ACT = (
    r"принять|привлечь|пригласить|нанять|подать|объявить|разместить|опубликовать|(?:за|до)?купить|приобрести|заказать|"
    r"(?:о|за|у|до)?платить|перечислить|согласовать|утвердить|направить|отправить|передать|отдать|заключить|подписать|оформить|"
    r"подготовить|запросить|уточнить|обсудить|рассмотреть|выбрать|подобрать|назначить|получить|привезти|завезти|доставить|"
    r"(?:to|going\s+to)\s+(?:{acts})"
)
_OBJECT = (
    r"заяв(?:к|лени)\w+|документ\w*|смет(?:[аыуе]|ой)|техзадани\w+|тз|спецификаци\w+|ваканси\w+|собеседован\w+|переговор\w*|"
    r"подбор\w*|набор\w*|прием\w*|най(?:м|ма|му|мом)|закуп(?:а|у|ом|к\w+)?|покупк\w*|оплат[аыуе]|оформлени\w+|регистраци\w+|вопрос\w*|"
    r"причин[аыу]|"
    r"өтінім\w*|өтініш\w*|құжат\w*|смета\w+|вакансия\w*|төле(?:м|у)(?:ді|ін)?|рәсімдеу\w*|іріктеу\w*|сатып\s+алу\w*|қабылдау\w*|"
    r"келісу\w*|мәселе\w*|"
    r"applications?|documents?|estimates?|vacanc\w+|interviews?|paperwork|hiring|recruitment|recruiting|purchas(?:e|es|ing)|"
    r"procurement|payments?|selection|registration|negotiations?"
)
"""What is made or done for the work to be possible, and is not the work."""
_AND = r"и|а\s+также|затем|потом|сразу|да|және|сосын|содан\s+кейін|and|then"
_KIN = (
    r"подпи|заключ|қол\s|жасас|sign|conclud|договор|контракт|шарт",
    r"опублик|размещ|размест|объяв|жарияла|publish|announc|advertis",
    r"прим(?:ем|у)|прием|приня|приним|найм|наня|наним|трудоустр|қабылда|жалда|hir|recruit|employ|adopt",
    r"подготов|готовим|дайында|prepar|draft",
    r"купи|докупи|куплен|закуп|приобре|оснащ|сатып|жабдықта|buy|purchas|procur|acqui|equip|suppl",
    r"получ|receiv",
)
"""Acts that a row is of only where it says so: a contract signed is no order approved, though papers are both."""
_SHARED = 5
"""Letters in which a verb and the row's own noun agree: "оплатим" of "Оплата"."""


def does_the_work(clause: str, row: str = "") -> bool:
    """Whether a part of a plain text says that the work will be done: in a verb of doing it or in that of the row."""
    if whole_words(_DONE_BY).search(clause) or any(is_of_row(v[0], row) for v in _verbs().finditer(clause)):
        return True
    return whole_words(_MEANS).search(clause) is not None and whole_words(_TO_DO).search(clause) is None


def tells_of_act(clause: str, row: str = "") -> bool:
    """Whether a part of a plain text is about another act of one's own, and no doing of the work follows it.

    "Примем и обучим" is the work's; "обучим и примем на работу" and "завершим сбор заявок" may not be.
    """
    return _is_act(clause, row, f"{_WE_ACT}|{_TO_ACT}|{_OBJECT}")


def will_act(clause: str, row: str = "") -> bool:
    """The same of what is plainly promised alone: not of "некому подписать"."""
    return _is_act(clause, row, _WE_ACT)


def _is_act(clause: str, row: str, acts: str) -> bool:
    others = [
        m for m in whole_words(acts.replace("{acts}", _ACTS)).finditer(clause) if not is_of_row(m[0], row)
    ]
    if not others:
        return False
    _, *further = whole_words(_AND).split(clause[others[-1].end() :])
    return not any(does_the_work(part, row) for part in further)


def is_of_row(said: str, row: str) -> bool:
    """Whether the row is of what a verb says, as it was found: "will buy" on "Закуп оборудования"."""
    word = flat(said.strip()).lower()
    word = word if word.startswith(("сатып", "кол ")) else word.split()[-1]
    words = re.findall(r"[^\W\d_]+", flat(row).lower())
    for kin in _kin():
        if kin.match(word):
            return any(kin.match(w) for w in words)
    return is_of_doing(word, row) or any(len(w) >= _SHARED and word.startswith(w[:_SHARED]) for w in words)


@cache
def _verbs() -> re.Pattern[str]:
    return whole_words(_VERB)


@cache
def _kin() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(flat(kin)) for kin in _KIN)

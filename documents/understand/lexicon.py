"""Header words of plans in Russian, Kazakh and English, and how strongly each speaks for a role.

Russian and Kazakh patterns are searched in folded text (`core.kernel.text.fold`: "№" is "nо", Latin look-alikes are
Cyrillic), English ones in plain lower case; the best match counts wherever it stands. What stands first speaks a little louder, so that "Форма завершения (результат)" is a form and
"Результат (форма завершения)" a result.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from core.kernel.scale_words import PRINTED
from core.kernel.text import dashes, fold
from core.plan.columns import ColumnRole as R

STRONG, FAIR, WEAK = 1.0, 0.7, 0.45
_LATER = 0.06  # what each word before a match takes off it
_OUTER = 0.75  # a word over a group of columns beside one over the column itself
_LONGEST = 300  # characters of a header that are looked at

_OF_HOLDING = (
    r" (?:и (?:место|время|срок\w*) )?(?:обучени|проведени|заняти|участи|подготовки|организации обучени)"
)
"""What makes a form one of holding ("очно", "онлайн"), which completes nothing."""
_WORDS: tuple[tuple[R, float, str, str], ...] = (
    (R.NUMBER, STRONG, r"^(nо\b|n$|n п|номер|п/п|р/с|р/н|т/р|код$|код (мероприят|работ|задач|проект|аудита|проверки)|шифр\b|(?:аудит|іс-? ?шара|жұмыс|тәуекел|жоба|тапсырма)\w* коды$|реттік|рет саны|сдр$|порядок$|пункт$)|\bnо п ?[./]? ?п", r"^(no\b|nr\b|#|item no|item$|wbs|s/?n|ref|code|id)\b|^(?!(?:tele)?phone|postal|zip|budget|program|fund|country|tax)(?:\w+ ){1,2}(?:ref|id|code|no)\.?$|^(?:s|sl|sr)\.? ?no\b"),
    (R.FUNDING_SOURCE, STRONG, r"источник\w* (финанс|средств)|қаржыландыру(дың)? көз|источник\w*$|қаражат көз", r"(funding|budget|fund) source|sources? of (funds?|funding|finance|financing)|donor|funded by"),
    (R.FACT, STRONG, (
        r"отметка|(информаци|сведени)\w* об? (исполн|ход|выполн)|ход (исполн|реализ)|\bфакт(?!ор)|статус|^(выполнен|исполнен)|реализованн|"
        r"процент (выполн|исполн|готовн|заверш)|% (выполн|исполн|готовн|заверш)|орындалу (барысы|деңгейі|пайызы|белгісі)|орындалғаны|орындалуы? туралы|"
        r"нақты|вторичн|результаты? (исполнения|выполнения)|степень (выполн|исполн|готовн)|дата последн|последн\w+ (прохожд|аттестац|повыш|обуч|провер)"
    ), r"status|progress|\brag\b|\bupdates?\b|latest position|actual|achieved|% ?(complete|done)|percent complete|completed|complet\w* percent|\blast (?:done|checked|serviced|inspected|completed|reviewed|tested|calibrated)|^(?:pct|percent\w*|%) (?:of )?(?:\w+ )?(?:complet|done)"),
    (R.FACT, FAIR, r"\bбаз(а|ов)", r"baseline"),
    (R.RESPONSIBLE, STRONG, (
        r"ответств|исполнител[яьией]|жауап|орындаушы|соисполнител|бірлесіп|исполняющ|аудиторск\w+ групп|групп\w* (по )?(внутренн\w+ )?аудит|(аудит|тексеру|жұмыс)\w* то[пб]|рабоч\w+ групп|отвеча|\bкто\b(?! (привлека|участв))|\bкому\b|\bкем\b|поручено|кураторы?$|"
        r"^отв\b|^исп\b|^(организаци[яи]$|подразделени|мекеме|ұйым|служба$|орган$)|кім орында|руководитель (проекта|работ)$|владелец|иесі$|организатор|ұйымдастырушы"
    ), r"responsib|owner|\blead\b|assigned|accountable|implement\w* (agenc|partner|part|body|entit|unit|by)|\bwho\b|executor|in charge|person$|\b(?:audit|inspection|assessment|review) (?:team|leader)|\bauditors?\b|\binspectors?\b|carried out by|\bpic\b|organi[sz](?:er|ed by)"),
    (R.RESPONSIBLE, FAIR, r"\bаудиторы?$|\bчлен\w* (\w+ )?(групп|комисси)|\bсостав (\w+ )?(групп|комисси)|проверяющ|тексеруші|(топ|комиссия) мүшелері|участник|ресурс\w*$|партн[её]р|әріптес|подрядчик|докладчик|баяндамашы|мердігер", r"partner|department|contractor|presenter|rapporteur|agency|party|focal point|resource names?|trainer|technician|spokesperson|facilitator|instructor|^resources?$|assignee|performer|team members?|resourcing"),
    (R.START, STRONG, r"(дата|срок|день|время|месяц) (начал|старт)|\bначало|\bстарт\b|басталу|бастау|басы\b", r"\bstart|\bbegin|commenc|\bfrom$"),
    (R.DURATION, STRONG, r"длительн|продолжительн|ұзақтығы|ұзақтылығы|(кол\w*|число) (\w+ )?(дней|дн|недель|месяцев)|күндер саны|срок \(?в днях", r"duration|(?<!audit )(?<!person )(?<!staff )(?<!man )\bdays?\b|\bweeks$|length"),
    (R.DEADLINE, STRONG, (
        r"\bсроки?\b|\bсрока\b|мерзім|\bдата|период (реализ|исполн|выполн|провед)|окончание|завершить к|іске асыру кезең|когда|какому числу|"
        r"(дата|время|день) (окончан|заверш)|аяқталу (күні|мерзім|уақыт)|қашан|(плановая|контрольная) дата|финиш|өткізу күні|уақыты|\bконец\b|соңы$"
    ), r"deadline|due|time ?(line|frame|scale|table)|(end|finish|completion|target|planned|closing) date|(planned|target|expected) (completion|end|finish)|by when|\bwhen\b|schedule|\bdates?\b|period of|\bfinish|\bend$"),
    (R.DEADLINE, FAIR, r"\bвремя\b|\bмесяц\b|\bпериод\b|уақыт|кезең[і]?$|^тоқсан|^квартал|\bкүні?\b|периодичн|кратность|жиілігі|график", r"\bmonth\b|\bperiod\b|frequency|\btiming|\byear\b|\bquarter\b"),
    (R.FORM, STRONG, (
        rf"форма\b(?!{_OF_HOLDING})|аяқтау нысаны|аяқталу нысаны|аяқтау|аяқталу|подтвержд|отчетн\w+ (документ|форм)|(итогов|завершающ)\w+ документ|вид документа|документ|"
        r"завершени|(?<!оқу )(?<!оқыту )(?<!өткізу )(?<!қатысу )(?<!өтетін )\bнысаны|құжат|выходн\w+ (документ|форм)"
    ), r"means of verification|form of completion|completion form|(output|supporting|evidence|final) document|evidence|verification|\bmov\b|deliverable|document"),
    (R.FORM, FAIR, r"управленческое решение|басқару шешімі|басқарушылық шешім|чем (подтвержд|заканч)|вид отч[её]т|есеп беру (түрі|нысаны)|итоги?$|\bвыход\b|^отчетность", r"proof|reporting form|record"),
    (R.WEIGHT, STRONG, r"\bвес\b|\bвеса\b|удельн\w+ вес|үлес салма|салмағы|салмақ", r"weight"),
    (R.UNIT, STRONG, r"^ед\b|^единиц|единиц\w* измер|ед ?\.? ?изм|өлшем|өлш|изм", r"\bunits?\b|\buom\b|measurement"),
    (R.RESULT, STRONG, r"что (получим|будет)|ожидаем\w* \w*(результат|эффект|итог)|результат|эффект|күтілетін|нәтиже(?!\w* көрсеткіш)", r"expected|results?\b|outcomes?\b|outputs?\b|impact|effect|benefit|success|how (will )?we (will )?(know|measure)"),
    (R.RESULT, FAIR, r"критери", r"criteri"),
    (R.RESULT, WEAK, r"\bвех[аи]\b", r"milestone"),
    (R.KPI, STRONG, r"\bкрі|\bкпэ|\bкпі|\bкпд\b|достижение цел", r"\bkpi"),
    (R.TITLE, STRONG, (
        r"мероприят|іс-? ?шара|\bпроект|действи[яе]|содержание|виды? (работ|деятел)|наименование работ|инициатив|поручени|жоба|функционал|шаралар|"
        r"\bчто\b(?! (получ|буд))|не істе|(описание|перечень|состав|этапы?|название|суть) (\w+ )?работ|жұмыс\w* (мазмұны|атауы|түр)|тема контроля|бақылау тақырыбы|не орындалады"
    ), r"activit|\bactions?\b(?! (plan|by))|\btasks?\b|initiative|\bwhat\b|measures? to|(work|step|action) (description|item)|intervention|planned (work|measure)|commitment|pledge|to be done"),
    (R.TITLE, FAIR, r"\bвех[аи]\b|проверяем\w+(?! период)|аудируем|тексерілетін (?!кезең)", r"milestone|to be (?:audited|inspected|reviewed|checked|visited|assessed)"),
    (R.TITLE, WEAK, (
        r"наименован|названи|атауы|атау\b|задани|работ|систем|объект|сервис|модул|\bмер[аы]\b|\bшаг|услуг|жүйе|қызмет|интеграци|этап|\bтем[аы]\b|тематик|процесс|"
        r"вопрос|событи|кезең|жұмыс|тақырып|рәсім|тапсырма|рекомендац|ұсыным|задач|содержан|мазмұн|пункт|описани|сипаттама"
    ), r"description|\bname\b|title|\bsteps?\b|topic|subject|process|\bwork|event|project|item|measure|procedure|recommendation|question|deliverable|outputs?"),
    (R.INDICATOR, STRONG, r"индикатор|показател|көрсеткіш", r"indicator|metric|performance measure|^(key )?measures?$"),
    (R.SECTION, STRONG, r"^(раздел|глава|блок|тарау|модуль)\b(?! стандарта (?:[іi]s[оo]|исо|гост|ст)\b)", r"^(section|chapter|component|pillar|module|work ?packages?)\b|^wps?$"),
    (R.OBJECTIVE, STRONG, r"^(основн\w+ |стратегическ\w+ |ключев\w+ )?(задач|цел[ьи]\b|направлени)|міндет|мақсат|бағыт|проблем|недостат|кемшілік|замечани|нарушени|несоответстви", r"objectives?\b|\bgoals?\b|\baims?\b|direction|priorit|problem|issue|finding|\bgap\b|weakness|deficien|non-?conform|observation|exception|driver|strateg|category|theme|\barea\b|work ?stream|\bphase\b"),
    (R.NOTE, STRONG, (
        r"примечан|описани|коммент|ескерт|сипаттама|основани|обосновани|пояснени|түсіндірме|источник информ|ақпарат көз|место|өтетін орны|өткізу орны|проверяемый период|отчетный период|трудозатрат|трудоемк|человеко|чел ?- ?дн|адам-? ?күн|предшеств|привлека|қатысатын|"
        rf"форма{_OF_HOLDING}|(оқу|оқыту|өткізу|қатысу|өтетін) нысаны|"
        r"аудитори[яию]|группа|класс|\bметод|способ|(вид|объект|место) (контроля|аудита|проверки)|бақылау (объект|нысан|түр)|әдіс|(қарау|қаралатын|тыңдау|тыңдалатын) (орны|жер)|причин|себеп|себеб|вероятност|ықтимал|риск|тәуекел|пункт\w* (\w+ )?(стандарт|[іi]s[оo]\b|исо\b)|раздел\w* стандарта ([іi]s[оo]|исо|гост|ст)\b|стандарт\w* тармақ|охват|целевая группа|категори|құрал"
    ), r"note|remark|comment|likelihood|probability|root cause|\bcauses?\b|management response|assumption|\brisks?\b|source of (data|information)|location|venue|where|target group|beneficiar|method|\b(?:form|format|mode) of (?:training|delivery|study|learning|conduct|attendance|participation|education)|(?:delivery|training|study|learning) (?:mode|format|form)\b|audience|dependenc|depends? on|predecessor|pre-?requisite|\bclauses?\b|\bauditees?\b|inputs?\b|reference|effort|(?:man|audit|person|staff)[ -]?days|audit(ed)? period"),
    (R.TARGET, STRONG, (
        r"^план(овое|овый|овые)?( значени[ея]| показател[ьи])?$|^целев\w+ (значени|показател)[ея]\w*$|нысаналы мән|жоспарлы мән|^жоспар$|"
        r"^кол(ичество|-во)$|^объ?ем$|^саны$"
    ), r"^(planned |target )?(target|plan|value)s?$|^planned$|^quantity$|^qty$|^number$|^volume$"),
    (R.FUNDING_TOTAL, STRONG, r"финансир|ресурсн\w+ обеспечени|стоимост|бюджет|(?<!трудо)затрат|расход|сумма|объем\w* (средств|финанс)|всего|итого|қаржы|шығын|шығыс|барлығы|средства|теңге|тенге", r"budget|\bcosts?\b|amount|funding|financ|expenditure|\busd\b|\bkzt\b|\$|price|\btotal\b"),
)  # fmt: skip


_PATTERNS = tuple(
    (role, weight, re.compile(words), re.compile(english) if english else None)
    for role, weight, words, english in _WORDS
)
_MODIFIES = re.compile(r"\b(?:арналған|бағытталған|бойынша|жөніндегі) (?=\w)")
"""In Kazakh what a thing is for stands before it: "көрсеткіштерге қол жеткізуге арналған іс-шаралар" are measures."""
_MODIFIER = 0.6  # what such words speak beside the thing itself
_HYPHEN = re.compile(r"(?<=[а-яәіңғүұқөһ])- ?(?=[а-яәіңғүұқөһ])")  # "Меро-приятия", cut where its line ended
_PER_UNIT = re.compile(
    r"за (?:1 |одну |одного )?ед(?:иниц|\b)|цена|тариф|бағасы|\b(?:unit|per) (?:price|cost|rate|unit)|(?:price|cost|rate) per "
)
_END = re.compile(r"оконч|заверш|конец|аяқтал|\bend\b|finish")
SOURCES = {
    "мб": "МБ", "местный бюджет": "МБ", "местного бюджета": "МБ", "жб": "МБ", "жергілікті бюджет": "МБ",
    "рб": "РБ", "республиканский бюджет": "РБ", "республиканского бюджета": "РБ", "республикалық бюджет": "РБ",
    "чи": "ЧИ", "частные инвестиции": "ЧИ", "частные средства": "ЧИ", "жеке инвестициялар": "ЧИ",
    "local budget": "МБ", "republican budget": "РБ", "national budget": "РБ", "state budget": "РБ",
    "private investment": "ЧИ", "private investments": "ЧИ", "private funds": "ЧИ",
    "гчп": "ГЧП", "ви": "ВИ", "внебюджетные средства": "ВИ",
}  # fmt: skip
_BY_NAME = {fold(name): source for name, source in SOURCES.items()}
_SCALE = re.compile(rf"\(?\b({PRINTED})?\.? ?\b(тенге|теңге|тг)\b\.?\)?")
_ENGLISH_SCALE = re.compile(
    r"\(?\b(?:thousand|million|billion|mln|bln|th)?\.? ?(?:kzt|tenge)\b\)?", re.IGNORECASE
)


@lru_cache(maxsize=2_000)
def said_by(header: str) -> Mapping[R, float]:
    """How strongly one header cell's words speak for each role, from 0 to 1."""
    header = header.replace("_", " ")  # "Task_Name"
    text, plain = fold(header[:_LONGEST]), " ".join(dashes(header[:_LONGEST]).lower().split())
    found: dict[R, float] = {}
    head = max((m.end() for m in _MODIFIES.finditer(text)), default=0)
    for role, weight, words, english in _PATTERNS:
        for pattern, place in ((words, text), (words, _HYPHEN.sub("", text)), (english, plain)):
            match = (
                pattern.search(place, head if place is text else 0) or pattern.search(place)
                if pattern
                else None
            )
            if match:
                before = len(place[head * (match.start() >= head) : match.start()].split())
                modifies = _MODIFIER if match.start() < head else 1
                found[role] = max(found.get(role, 0.0), weight * max(1 - _LATER * before, 0.5) * modifies)
    if R.FUNDING_TOTAL in found and _PER_UNIT.search(f"{text} {plain}"):
        del found[R.FUNDING_TOTAL]  # a price is no sum
        found.pop(R.UNIT, None)
        found[R.NOTE] = STRONG
    if R.START in found and _END.search(f"{text} {plain}"):
        del found[R.START]  # "Срок (начало и завершение)" is both
    return found


def said_by_path(path: Sequence[str]) -> dict[R, float]:
    """The same for the header cells over a column, the outermost first: the innermost speaks loudest."""
    found: dict[R, float] = {}
    for depth, cell in enumerate(reversed(path)):
        for role, score in said_by(cell).items():
            found[role] = max(found.get(role, 0.0), score * _OUTER**depth)
    return found


def role_of(header: str) -> R | None:
    """The role that a header cell's words speak loudest for; None for words of no role."""
    found = said_by(header)
    return max(found, key=lambda role: found[role]) if found else None


@lru_cache(maxsize=2_000)
def source_of(header: str) -> str | None:
    """The source of money that a header names ("МБ млн тг." → "МБ"), if it is nothing but that."""
    text = " ".join(_SCALE.sub(" ", fold(_ENGLISH_SCALE.sub(" ", header).lower())).split()).strip(" ,.;()")
    return _BY_NAME.get(text)

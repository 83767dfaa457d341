"""The words that a leave is told in, beside its days: those of being away are known, any other may be of somebody else.

"Айгуль в отпуске с 1 по 10 апреля", "Daniyar is off 3-9 April, I'm working" are no leave of who writes (domain, §6). The
texts are as `core.dates.plain_text` makes them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache

from core.dates.day_patterns import MONTH, month_of
from core.dates.plain_text import flat
from core.kernel.text import whole_words

_AWAY_NO = (
    r"(?:меня|мен[яе])\s+(?:здесь\s+|тут\s+)?(?:нет|не\s+будет)(?:\s+на\s+(?:работе|месте|рабочем\s+месте))?|"
    r"(?:меня\s+)?(?:на\s+(?:работе|месте|рабочем\s+месте)\s+)(?:меня\s+)?не\s+буд(?:у|ет)|не\s+(?:буду|выйду|выхожу|смогу\s+быть)\s+на\s+(?:работ[еу]|месте)|"
    r"без\s+(?:содержания|сохранения(?:\s+\w+)?|оплаты)|"
    r"(?:жұмыс(?:та|қа)\s+|орнымда\s+)?(?:болмаймын|болмайм|келмеймін|келмейм|бармаймын|шықпаймын|бола\s+алмаймын|келе\s+алмаймын)|жоқпын|(?:ақысыз|жалақысыз)|"
    r"(?:i\s+)?(?:will\s+not|won['’]?t|am\s+not|['’]?m\s+not|not|cannot|can['’]?t)\s+(?:be\s+)?(?:in(?!\s+\w)|here|at\s+work|at\s+my\s+desk|available|coming(?:\s+in)?|come(?:\s+in)?|"
    r"in(?:\s+the)?\s+office|be\s+there)|(?:i\s+)?(?:will\s+not|won['’]?t)\s+be\s+in"
)
"""How being away is told by a "no"."""
_GREETS = r"добрый\s+(?:день|вечер)|доброе\s+утро|доброго\s+дня|қайырлы\s+(?:күн|таң|кеш)|good\s+(?:morning|day|afternoon|evening)"
_ON_HOLIDAY = r"on\s+(?:a\s+)?holidays?"
_GOES_OUT = r"(?:демалыс|іссапар|декрет)\w*\s+(?:шығ(?:амын|ам|ады|амыз)|кетемін|кетем)"
_DAYS_OF = re.compile(flat(rf"(?P<month>(?<!\w){MONTH})\s+күн(?:дері(?:нде)?|і)(?!\w)"), re.IGNORECASE)
_NAME = rf"(?:\s+(?!(?:с|со|по|до|от|в|во|на|from|to|until|till|on|for|мен|{MONTH})(?!\w))[^\W\d_]+){{1,3}}?"
_CLAUSE_START = r"(?:(?<=^)|(?<=[,;.!]\s))"
_NAMED = r"(?:[^\W\d_]+\s+){1,3}?"
_STANDS_IN = (
    rf"(?:меня|за\s+меня|вместо\s+меня)\s+(?:будет\s+|временно\s+)?(?:замен|замещ|подмен|останется|оста[её]тся|работает)\w*(?:{_NAME})?(?=\s*(?:$|[,;.!\d]|с\s|по\s|до\s|в\s))|"
    rf"{_CLAUSE_START}{_NAMED}(?:меня\s+)?(?:будет\s+)?(?:замен|замещ|подмен)\w*\s+меня|{_CLAUSE_START}{_NAMED}меня\s+(?:замен|замещ|подмен)\w*|"
    rf"вместо\s+меня{_NAME}(?=\s*(?:$|[,;.!\d]|с\s|по\s|до\s|в\s))|(?:мой\s+)?заместитель\s*-?{_NAME}(?=\s*(?:$|[,;.!\d]|с\s|по\s|до\s))|"
    rf"(?:менің\s+)?орным(?:а|да){_NAME}\s+(?:қалады|болады|істейді|отырады|жұмыс\s+істейді|есеп\s+береді)|{_CLAUSE_START}{_NAMED}орным(?:а|да)\s+(?:қалады|болады|істейді)|"
    rf"мені{_NAME}\s+(?:алмастыр|ауыстыр)\w+|{_CLAUSE_START}{_NAMED}мені\s+(?:алмастыр|ауыстыр)\w+|"
    rf"{_CLAUSE_START}{_NAMED}(?:will\s+|is\s+)?(?:cover\w*|replac\w*|stand\w*\s+in|fill\w*\s+in|substitut\w*|step\w*\s+in|act\w*)\s+(?:in\s+)?(?:for\s+)?me|"
    rf"my\s+(?:substitute|replacement|deputy|cover)\s+(?:is|will\s+be){_NAME}(?=\s*(?:$|[,;.!\d]|from\s|until\s|on\s))|"
    rf"(?:instead\s+of\s+me|in\s+my\s+place){_NAME}(?=\s*(?:$|[,;.!\d]|from\s|until\s|on\s))"
)
"""Who stands in is named beside, and is not who is away."""
_KNOWN = (
    # Russian: who, the leave, what for, greetings
    r"я|повышени\w+|квалификаци\w+|мне|меня|мой|мо[еий]|моего|моя|у|буду|будет|нахожусь|нахожу|ухожу|уйду|ушел|ушла|ушел|иду|пойду|еду|поеду|уезжаю|уеду|уехал[аи]?|лечу|полечу|улетаю|вылетаю|"
    r"отпуск\w*|больничн\w+|больниц\w+|боле(?:ю|ет|ть)|заболел[аи]?|приболел[аи]?|командиров\w+|трудов\w+|ежегодн\w+|очередн\w+|основн\w+|дополнительн\w+|"
    r"оплачиваем\w+|неоплачиваем\w+|административн\w+|учебн\w+|учеб\w+|курс\w*|обучени\w+|стажировк\w+|семинар\w*|конференци\w+|форум\w*|тренинг\w*|"
    r"декрет\w*|отгул\w*|выходн\w+|отды[хш]\w*|отсутств\w+|отъезд\w*|поездк\w+|служебн\w+|уход\w*|ребенк\w+|детьми|семейн\w+|обстоятельств\w*|причин\w+|"
    r"здоровь\w+|лечени\w+|лечусь|лежу|лягу|госпитализаци\w+|стационар\w*|операци\w+|санатори\w+|реабилитаци\w+|обследовани\w+|сесси\w+|отпрашиваюсь|беру|возьму|"
    r"взял[аи]?|оформил[аи]?|срок\w*|период\w*|включительно|вкл|числ[аоу]|дат[аыу]|начал[оа]|начиная|начинается|окончани\w+|календарн\w+|дн[яейию]\w*|день|сут\w+|недел\w+|"
    r"месяц\w*|весь|целый|только|ровно|один|здравствуйте|здравствуй|добрый|доброе|утро|вечер|привет|спасибо|пожалуйста|уважаемые|коллеги|город\w*|дом[ау]?|"
    r"выходит|вышел|вышла|выхожу|выйду|с|со|по|до|в|во|на|от|к|и|из|за|для|между|г|года|году|это|а|же|так|этого|этот|эти|текущего|под|"
    # Kazakh, without the letters of its own
    r"мен|менин|маган|демалыс\w*|енбек|жыл\w*|иссапар\w*|ис|сапар\w*|ауыр\w+|наукас\w*|аурухана\w*|емдел\w+|оку\w*|декрет\w*|бала|кутим\w*|кутуге|бойынша|"
    r"жок|боламын|болам|болады|болган|кетемин|кетем|кетти|кеттим|барамын|барам|шыгамын|шыгам|шыгады|шыкты|шыктым|журемин|журмин|жатырмын|жатыр|аламын|алам|алдым|аралыг\w*|арасында|бастап|"
    r"дейин|шейин|пен|бен|косканда|коса|алганда|куни|кун|кунге|кундер\w*|кундик\w*|куннен|апта\w*|ай(?:ы|ынын|га|лык|да|дын|дан)?|бойы|толык|гана|тек|салем\w*|курметти|ариптестер|рахмет|кайырлы|тан|отбасы\w*|жагдай\w*|себеп\w*|"
    r"себепти|денсаулык\w*|акылы|кезекти|сайынгы|косымша|жолда|отпуск\w*|отгул|да|де|та|те|нан|нен|дан|ден|тан|тен|га|ге|ка|ке|ында|инде|"
    r"(?:астана|алматы|шымкент|караганд\w|актобе|атырау|актау|павлодар|семей|оскемен|кокшетау|костанай|тараз|туркистан|кызылорда|орал|талдыкорган|шетел|"
    r"облыс|аудан|ауыл|кала)(?:га|ге|ка|ке|да|де|та|те|ына|ында|на|нда)?|"
    # English
    r"i|['’]?m|im|['’]?ll|ll|am|will|be|been|my|me|on|in|the|an?|off|away|out|of|office|leave|annual|sick|vacation|holidays?|absent|absence|maternity|parental|"
    r"paternity|childcare|unpaid|paid|study|medical|compassionate|business|trip|travel\w*|training|course|conference|seminar|workshop|hospital|surgery|treatment|taking|"
    r"take|going|go|have|having|days?|weeks?|months?|calendar|inclusive|incl|both|from|since|between|to|till|until|through|for|and|at|hello|hi|dear|colleagues|thanks|thank|you|"
    r"please|only|just|whole|all|entire|period|dates?|start\w*|ends?|ending|begin\w*|it|is|s|that|this|ill|unwell|sickness|leaving|gone|abroad|as|good|morning|afternoon|"
    r"back|return\w*|resum\w+|again|work|desk|post|duty|duties|after|day|home"
)
_RULES = r"в|во|на|из|под|около|in|at|to|near"
"""A preposition: the word or two behind it are where somebody is, and who only where they are people."""
_PEOPLE = r"нач\w+|директор\w*|глав\w+|зам\w*|коллег\w+|врач\w*|сестр\w+|boss|director|head|chief|colleague\w*|wife|husband|manager"
_WORD = re.compile(r"[^\W\d_]+|[,;.!?()]|\d+")
_MONTHS = re.compile(rf"(?<!\w){MONTH}(?!\w)", re.IGNORECASE)
_PAIR = re.compile(
    flat(
        rf"(?<![\d.])(?P<one>\d{{1,2}})\s*(?:,|и|and|мен|пен|бен|және)\s*(?P<two>\d{{1,2}})(?=\s*(?:{MONTH}|\W*$|\s+[^\W\d_]))"
    ),
    re.IGNORECASE,
)
_ALL_MONTH = re.compile(
    flat(
        rf"(?<!\w)(?:(?:весь|целый|the\s+whole\s+(?:of\s+)?|the\s+entire\s+|whole\s+of\s+|entire\s+|all\s+of\s+|all\s+)\s*(?P<month>{MONTH})(?:\s+месяц)?"
        rf"|(?P<month_kk>{MONTH})(?:\s+ай\w*)?\s+бойы)(?!\w)(?!\s*\d)"
    ),
    re.IGNORECASE,
)


def without_absence(text: str) -> tuple[str, bool]:
    """The text without greetings, who stands in, and what says by a "no" that somebody is away; and whether it says that."""
    rest = _stands_in().sub(" ", whole_words(_GREETS).sub(" ", text))
    rest = whole_words(_GOES_OUT).sub(flat(" демалыс "), whole_words(_ON_HOLIDAY).sub(" off ", rest))
    left = whole_words(_AWAY_NO).sub(" ", rest)
    return left, left != rest


def spelled_out(text: str, today: date) -> str:
    """The text with a whole month as its first and last day, and two days that follow each other as a span."""
    is_alone = len(_MONTHS.findall(text)) == 1  # "весь апрель и май" is two of them
    spelled = _ALL_MONTH.sub(lambda match: _span_of(match, today), text) if is_alone else text
    return _DAYS_OF.sub(r"\g<month>", _PAIR.sub(_as_span, spelled))


def tells_of_others(text: str, also: str = "") -> bool:
    """Whether a word is none of those that a leave of one's own is told in, so that it may be somebody else's.

    The text has numbers in the place of its days; `also` is a pattern of words that are known besides.
    """
    if "?" in text:
        return True
    known, rules, people = whole_words(f"{_KNOWN}|{also}"), whole_words(_RULES), whole_words(_PEOPLE)
    within = 0
    for word in _WORD.findall(text):
        if not word.isalpha() or known.fullmatch(word) and not rules.fullmatch(word):
            within = 0  # what a preposition governs ends with a known word: "в отпуске Айгуль"
        elif rules.fullmatch(word):
            within = 2
        elif within and not people.fullmatch(word):
            within -= 1
        else:
            return True
    return False


def _span_of(match: re.Match[str], today: date) -> str:
    name = match["month"] or match["month_kk"]
    month = month_of(name)
    year = today.year + (month < today.month)
    return f"1-{monthrange(year, month)[1]} {name}"


def _as_span(match: re.Match[str]) -> str:
    one, two = int(match["one"]), int(match["two"])
    return f"{one}-{two}" if two == one + 1 else match[0]


@cache
def _stands_in() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{flat(_STANDS_IN)})(?!\w)", re.IGNORECASE)

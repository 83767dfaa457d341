"""The words that may stand beside a figure and leave it as it is, and those that make it another thing (domain, §4).

Whole words, as they are typed: with the Kazakh letters or without. What is in none of these lists is not understood, so
that the figure is shown back: a word is added here only where a figure beside it is the fact, whatever the row is of.
"""

from __future__ import annotations

import re

from core.kernel.text import flat


def _words(*listed: str) -> frozenset[str]:
    return frozenset(flat(word) for words in listed for word in words.split())


def _participles(stems: str) -> str:
    """ "обучен" → обучен, обучено, обучена, обучены."""
    return " ".join(stem + ending for stem in stems.split() for ending in ("", "о", "а", "ы"))


ANY = _words(
    _participles("исполнен выполнен сделан реализован завершен достигнут"),
    "всего итого ровно уже факт фактически фактическое все составил составила составило составили исполнили выполнили",
    "сделали достигли реализовали завершили готово результат показатель значение",
    "барлығы барлық барлығын жалпы нақты нақтысы факт орындалды орындадық орындалған атқарылды атқардық жасалды жасадық",
    "істелді істедік құрады көрсеткіш нәтиже нәтижесі дайын аяқталды аяқтадық жетті жеттік жеткізілді жеткіздік болды",
    "total exactly actual actually fact all done completed achieved reached finished implemented executed result value",
)
"""Beside a figure of any unit."""

COMPLETION = _words(
    _participles("исполнен выполнен сделан реализован завершен"),
    "исполнили выполнили сделали реализовали завершили готово исполнение выполнение реализация",
    "орындалды орындадық орындалған атқарылды атқардық жасалды жасадық істелді істедік дайын аяқталды аяқтадық орындау орындалуы",
    "done complete completed finished implemented executed execution completion implementation",
)
""" "Выполнено на 100 %": beside nothing else it may be the execution of the plan, and not the share that the row is of."""

BOUGHT = _words(
    _participles(
        "закуплен куплен приобретен построен отремонтирован установлен оснащен поставлен реконструирован модернизирован"
    ),
    "закупили купили приобрели построили отремонтировали установили оснастили поставили",
    "салынды салдық жөнделді жөндедік орнатылды орнаттық жабдықталды жабдықтадық жасақталды",
    "built repaired renovated installed bought purchased procured acquired equipped",
    "сатыпалынды сатыпалдық",
)
"""What money is spent on: beside a number of things, and beside money or a percentage where its own unit is said
("закупили на 5,8 млн")."""

THINGS = BOUGHT | _words(
    _participles(
        "обучен проведен открыт принят заключен подготовлен охвачен создан введен выдан осмотрен проверен поверен организован "
        "оказан разработан утвержден подписан внедрен трудоустроен привлечен посажен пролечен сдан опубликован обследован "
        "вакцинирован привит зарегистрирован обслужен получен"
    ),
    "обучили провели открыли приняли заключили подготовили охватили создали ввели выдали осмотрели проверили поверили",
    "организовали оказали разработали обслужили утвердили подписали внедрили трудоустроили привлекли посадили пролечили сдали",
    "обследовали вакцинировали прошли прошел прошла прошло получили участвовали количество число кол-во",
    "оқытылды оқыттық өткізілді өткіздік өтті ашылды аштық алынды алдық құрылды құрдық енгізілді енгіздік тексерілді тексердік",
    "дайындалды дайындадық қамтылды қамтыдық берілді бердік әзірленді әзірледік қабылданды қабылдадық отырғызылды емделді",
    "қатысты тартылды бекітілді оқыды саны",
    "trained held opened conducted delivered created prepared examined checked verified organised organized provided developed",
    "signed introduced attended received treated vaccinated inspected hired launched serviced count number",
)
"""Beside a number of things, or a percentage with its sign. Money that was approved, signed for or received is not spent."""

MONEY = _words(
    _participles("освоен израсходован потрачен оплачен затрачен уплачен выплачен"),
    "заплатили уплатили выплатили освоили израсходовали потратили оплатили затратили сумма суммой освоение расход расходы",
    "игерілді игердік игерілген жұмсалды жұмсадық төленді төледік сома сомасы",
    "spent paid sum amount disbursed utilised utilized",
)
"""Beside money; a number of things is then no fact of its row."""

LEVELS = _words("охват охвачено доля уровень процент үлесі қамту деңгейі coverage share rate level")
"""Beside a percentage."""

PIECES = _words("шт штук штука штуки ед единиц единица единицы дана бірлік pcs pc unit units pieces")
PEOPLE = _words("чел человек человека люди людей ppl staff адам адамды адамдар кісі people persons person")
"""Beside a number of things: in what they are counted."""

AUXILIARY = _words("мы на нами біз біздің we have has been were was the в in")
""" "на", "were": they leave the figure as it is beside a word that says what was done."""
TOWARDS = _words("ға ге қа ке")
REACHED = _words("жетті жеттік жеткізілді жеткіздік")
""" "86%-ға жетті": reached 86 %."""
STAGE = _words(
    "этап этапа стадия стадии стадию кезең кезеңі кезеңде stage завершен завершили завершён аяқталды"
)

_PHRASES = re.compile(
    "|".join(
        flat(words)
        for words in (
            r"\bпо факту\b", r"\bв итоге\b", r"\bу нас\b", r"\bіс жүзінде\b", r"\b(?:жүзеге|іске) (?:асырылды|асты)\b",
            r"^[\s,.!]*(?:здравствуйте|добрый (?:день|вечер)|доброе утро|сәлеметсіз бе|қайырлы (?:күн|таң)|hi|hello|good (?:morning|afternoon|day))(?!\w)",
            r"(?<!\w)(?:большое |заранее )?(?:спасибо|рахмет|thanks|thank you)[\s.!]*$", r"[✅✔☑]\s*$",
            r"\bна (?:сегодня|данный момент)\b", r"\bcarried out\b", r"\bin (?:total|all|fact)\b", r"\bso far\b", r"\bкол-во\b",
        )
    )
)  # fmt: skip
""" Phrases that leave the figure as it is, though a word of them alone may not."""

_ONE_WORD = re.compile(flat(r"\b(сатып) (алынды|алдық)\b"))
""" "Сатып алынды" is what was bought; "алынды" alone may have been given."""

_DENIES = re.compile(
    "|".join(
        flat(words)
        for words in (
            # not, none, less, up to, almost
            r"[<≤]|не|нет|нету|ни|без|кроме|менее|меньше|меньш\w*|до|почти|максимум|минимум|недо\w+|не(?:осво|исполн|выполн)\w+",
            # what is left, lacks or was saved
            r"остал\w*|оста[её]тся|остат\w*|осталь\w*|нехват\w*|хвата\w*|хватил\w*|эконом\w*|сэконом\w*|отмен\w*|отказ\w*|возвра\w*",
            # what is to come
            r"план|плана|плане|планом|планир\w*|планов\w*|заплан\w*|должн\w*|нужно|надо|требу\w*|будет|будут|будем|жд[её]м|ожида\w*|"
            r"цель|лимит\w*",
            r"емес|жоқ|аз|азырақ|кем|кемінде|кемі|дейін|қалды|қалған\w*|қалдық\w*|қалып|қалуда|қалмақ|жет(?:пе|кізілме)\w+|жетіспе\w+|"
            r"үнем\w*|жоспар\w*|тиіс\w*|керек|қажет\w*|болады|болмақ|бас тартты|\w{2,}[мбп][ае](?:д[ыі]\w*|ған\w*|ген\w*|й\w+|с)",
            r"not?|never|none|nor|under|below|less|fewer|up|nearly|almost|left|remain\w*|short|sav(?:ed|ing|ings|e)|plan\w*|"
            r"target\w*|need\w*|required|to|will|without|cancel\w*|refus\w*|lack\w*|missing|yet|max|min|maximum|minimum|"
            r"un(?:spent|used|done|finished|met|executed|disbursed)|(?:did|is|was|were|are|have|has|do|does|could)n|out|except",
        )
    )
)  # fmt: skip
_OTHER_UNIT = re.compile(
    "|".join(
        flat(words)
        for words in (
            r"руб\w*|рубл\w*|долл\w*|евро\w*|юан\w*|фунт\w*|сум|сом|сомов|йен\w*|лир\w*|мрп|аек|тиын\w*|цент\w*|промилле|пп|бп",
            r"usd|eur|euros?|dollars?|bucks|yuans?|cny|rmb|pounds?|gbp|rub|rur|roubles?|rubles?|som|uzs|kgs|yen|jpy|permille|bps",
        )
    )
)  # fmt: skip
_OTHER_SIGNS = frozenset("$€£¥₽‰‱₺₴₹¢")
_HARMLESS_SIGNS = frozenset(".,:;!-«»\"'()")


def without_phrases(text: str) -> str:
    """The text, in lower case, without the phrases that leave a figure as it is; "сатып алынды" becomes one word."""
    return _ONE_WORD.sub(r"\1\2", _PHRASES.sub(" ", text))


def denies(word: str) -> bool:
    """Whether a figure beside that word is not the fact: a negation, a limit, what is left, saved or planned."""
    return _DENIES.fullmatch(flat(word)) is not None


def is_other_unit(word: str) -> bool:
    """Whether a word or a sign says another currency or "of a thousand"."""
    return word in _OTHER_SIGNS or _OTHER_UNIT.fullmatch(flat(word)) is not None


def is_harmless_sign(sign: str) -> bool:
    return sign in _HARMLESS_SIGNS

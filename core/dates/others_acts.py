"""Words of what others do or promise on a day: a ministry meets, a supplier has promised, lawyers look at it.

The day of such an act is not the day by which the work will be done, unless a word of doing the work stands beside it:
"обещали закончить 15 мая" (domain, §4).
"""

from __future__ import annotations

from core.dates.arrival_words import tells_of_doing
from core.dates.forecast_words import only_expects
from core.dates.own_work import does_the_work, is_of_row
from core.kernel.text import whole_words

_NOT_WE = r"(?<!мы\s)(?<!я\s)(?<!уже\s)(?<!біз\s)(?<!мен\s)(?<!we\s)(?<!i\s)(?<!we['’]ve\s)(?<!i['’]ve\s)(?<!have\s)"
_PROMISES = (
    rf"{_NOT_WE}(?:(?:по)?обещал[аио]?|обещают|обещает|обещан[аоы]?|заверил[аио]?|заверя[ею]т|уверя[ею]т|говор(?:ит|ят)|"
    r"сказал[аио]?|сообщил[аио]?|написал[аио]?|ответил[аио]?|"
    r"promis(?:ed|es)|says|(?<=they\s)say|said|told|assur(?:ed|es)|pledge[sd]|guarantee[sd])|"
    r"обещани\w+|со\s+слов|по\s+словам|according\s+to(?!\s+(?:the\s+|our\s+)?(?:plan|schedule))|promise\s+of|their\s+promise|"
    r"уәде\s+(?:берді|беріп|береді|берген|етті|етіп|етеді)|уәде(?:сі\w*|леді)|айтты|айтады|айтып|деді|дейді|айтуынша|сөзінше|хабарлады"
)
"""Who has not said it themselves; "мы обещали" is one's own promise."""
_BODY = (
    r"министерство|мин(?:здрав|фин|труд|образ|просвещени[ея]|юст|экономики|нацэкономики)|министр|акимат|аким|правительство|казначейство|банк|"
    r"прокуратура|таможня|парламент|сенат|мажилис|вице-министр|бухгалтерия|бухгалтер(?:ы)?|юрист(?:ы)?|аудитор(?:ы)?|"
    r"госзакуп\w*|санэпид\w*|сэс|пожарн(?:ые|ики|ик)|мастер|поставщик(?:и)?|грузовик|фура|продавец|продавцы|завод|изготовитель|производитель|дилер|доставщик|курьер|перевозчик|почта|арендодатель|собственник|"
    r"министрлік|министр|әкімдік|әкім|үкімет|қазынашылық|прокуратура|кеден|парламент|бухгалтерия|бухгалтер|заңгер(?:лер)?|аудитор(?:лар)?|"
    r"жеткізуші(?:лер)?|сатушы(?:лар)?|зауыт|өндіруші|курьер|тасымалдаушы|пошта|"
    r"ministry|minister|akimat|akim|government|treasury|bank|prosecutors?|customs|parliament|board|council|accountants?|accounting|lawyers?|auditors?|"
    r"suppliers?|vendors?|sellers?|factory|manufacturer|producer|dealer|courier|carrier|landlord|truck|lorry|technicians?"
)
_TOWARDS = "".join(
    rf"(?<!(?<!\w){word}\s)"
    for said in ("to", "at", "for", "of", "in", "with", "from", "by", "on")
    for word in (said, rf"{said}\sthe", rf"{said}\sour")
) + "".join(rf"(?<!(?<!\w){word}\s)" for word in ("в", "на", "через"))
"""Not behind a word by which the body is where one goes: "в банк", "at the ministry"."""
_MEET = (
    r"собер[её]тся|соберутся|собира(?:ется|ются)|заседа(?:ет|ют)|реш(?:ит|ат|ает|ают)(?:ся)?|обсуд(?:ит|ят)|обсужда(?:ет|ют)|"
    r"посмотр(?:ит|ят)|подвед(?:ет|ут)|подводит|голосу[ею]т|проголосу[ею]т|разбер(?:ет|ут)ся|рассуд(?:ит|ят)|"
    r"жинал(?:ады|мақ\w*)|отыр(?:ады|мақ\w*)|шеш(?:еді|іледі)|талқыла(?:йды|нады)|дауыс\s+бер\w+|қорытындыла(?:йды|нады)|"
    rf"meets|sits|{_NOT_WE}(?:convenes?|decides?|votes?|discuss(?:es)?|considers?|gathers?|looks?\s+at|hears?)|"
    r"(?<=will\s)(?:meet|sit|decide|vote|discuss|consider|convene|gather|look\s+at)"
)
_MEETING = (
    r"встреча|собрани[ея]|коллегия|план[её]рка|летучка|(?:тех|пед|мед|хоз)?совет|слушани[ея]|консилиум|аудит|ревизия|подведени[ея]\s+итогов|подача\s+заяв\w+|лот|растамож\w+|таможн\w+|посылк\w+|"
    r"жиналыс(?:ы)?|кездесу(?:і)?|алқа(?:сы)?|кеңес(?:і)?|тыңдау(?:ы)?|тексеріс(?:і)?|қабылдауы|ревизия|лот|сәлемдеме\w*|кеден\w*|"
    r"hearings?|inspection|audits?|council|board|parcels?|customs|lots?"
)
"""What others hold, or what is on its way, by itself: unless the row is of it."""
_THEY = r"он|она|они|нам|мне|ол|олар|бізге|маған|he|she|they|us|me"


def tells_of_others(clause: str, row: str = "") -> bool:
    """Whether a part of a plain text tells what others do, hold or promise, and nothing of doing the work."""
    if does_the_work(clause, row):
        return False
    if whole_words(_PROMISES).search(clause) is not None:
        return not tells_of_doing(clause) and not _is_bare(clause)
    if tells_of_doing(clause, also_ours=True):
        return False
    said = whole_words(rf"{_TOWARDS}(?:{_BODY})|{_MEET}").search(clause) is not None
    return said or any(not is_of_row(m[0], row) for m in whole_words(_MEETING).finditer(clause))


def _is_bare(clause: str) -> bool:
    """Whether a part says that something is promised, and neither what nor by whom: it answers what was asked."""
    return only_expects(clause) and whole_words(_THEY).search(clause) is None

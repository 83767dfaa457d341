"""Units as they are printed, Russian, Kazakh and English, and the scales of money."""

from __future__ import annotations

import re
from functools import lru_cache

from core.kernel.scale_words import SCALES
from core.kernel.text import clean, fold
from core.plan.model import Unit

_MONEY = re.compile(r"\b(тенге|теңге|тг|kzt|tenge|₸)\b|₸", re.IGNORECASE)
_SCALES = tuple(
    (re.compile("|".join((rf"\b{s.short}", s.full, *(rf"\b{k}" for k in s.kazakh)))),
     re.compile(rf"\b(?:{s.english}s?|{'|'.join(s.short_english)})\b"), f"{s.english} KZT")
    for s in reversed(SCALES[:3])
)  # fmt: skip
_COUNTED_IN = "|".join(word for s in SCALES[:2] for word in (s.short, *s.kazakh))
_PRESENCE = re.compile(
    r"^(наличи|бар болу|бар/|болуы|бар-жоғы|да ?/ ?нет|иә ?/ ?жоқ|есть ?/ ?нет|факт|қол жеткізу фактісі|\+ ?/ ?-)"
)
_STAGE = re.compile(r"^(этап|стади|кезең|фаза)")
_PERCENT = re.compile(r"%|процент|пайыз|\bпроц|\bпп\b|п\.п|үлес")
_COUNT = re.compile(
    r"^(абс|ед(иниц\w*)?\b|шт(ук\w*)?\b|чел(овек\w*)?\b|кол(ичеств\w*|-во)?\b|число|числен|дана|сан(ы)?\b|адам|бірлік|случа|жағдай|"
    r"койк|төсек|мест|орын|объект|нысан|школ|мектеп|сад\w*\b|семь|семей|отбас|врач|дәрігер|организац|ұйым|учрежд|мекеме|"
    r"га\b|гектар|км\b|километр|шақырым|м\b|метр(а|ов|ы)?\b|кв\.? ?м|м2|м²|м3|м³|куб|шаршы|тонн|т\b|кг\b|грамм|литр|л\b|квт|мвт|гкал|"
    r"дн(ей|и|я)\b|день|күн|раз\b|рет\b|недел|апта|месяц|ай\b|квартал|"
    r"балл|ұпай|коэф|индекс|рейтинг|на \d[\d ]*( тыс)?|на (одного|душу|тысяч|тыс|сто)|\d+ на |\d+[\d ]*( мың)?( \w+)* \w+(ға|ге|қа|ке)\b|мың \w+(ға|ге|қа|ке)\b|"
    r"промилле|‰|лет\b|год(а|ы|ов)?\b|жас\b|жыл\b|час|сағат|минут|мин\b|секунд|сек\b|"
    r"проект|жоба|меропр|іс-шара|документ|құжат|договор|шарт|акт|отчет|есеп|приказ|бұйрық|протокол|хаттама|публикац|жариялан|статья|мақала|"
    r"компл(ект)?|раб(оч\w*)?\.? мест|жинақ|экземпл|экз\b|посещен|пациент|науқас|студент|слушател|тыңдаушы|обучающ|учащ|оқушы|ребен|дет(ей|и)?\b|бала|жител|тұрғын|"
    r"работник|сотрудник|қызметкер|специалист|маман|участник|қатысушы|курс|семинар|тренинг|заседан|отырыс|проверк|тексеру|обращен|өтініш|услуг|қызмет|"
    r"исследован|зерттеу|операц|процедур|вызов|заявк|автомоб|машин)"
)
_IN_ENGLISH = (
    (Unit.PRESENCE, re.compile(r"^(presence|yes ?/ ?no|availab)")),
    (Unit.STAGE, re.compile(r"^(stage|phase|milestone)")),
    (Unit.PERCENT, re.compile(r"\bper ?cent|\bpct\b")),
    (
        Unit.COUNT,
        re.compile(
            r"^((thousand|thous|ths|million|mln)\.? )?"
            r"(number|count|no\b|#|units?\b|pcs|pieces?|people|persons?|patients?|staff|beds?|schools?|facilit|cases?|visits?|"
            r"students?|children|deaths?|doctors?|nurses?|participants?|trainees?|births?|"
            r"days?|weeks?|months?|years?|hours?|minutes?|times?\b|points?|score|index|ratio|rate\b|coefficient|"
            r"per \d|per (capita|person|million|thousand|hundred)|"
            r"kg\b|km\b|ha\b|hectare|tons?\b|tonnes?|litres?|liters?|m2|sq|documents?|reports?|projects?|events?|trainings?|"
            r"sessions?|meetings?|places?|copies|sets?)"
        ),
    ),
)
"""Units in English, in small letters: folding puts Cyrillic for the letters that look alike."""


@lru_cache(maxsize=2_000)
def unit_of(printed: str) -> tuple[Unit | None, str | None]:
    """Unit and money scale of a printed unit ("Тыс.тенге" → money, "thousand KZT"); (None, None) if unknown."""
    text = fold(printed)
    scale = money_scale(printed)
    if scale:
        return Unit.MONEY, scale
    if _PRESENCE.search(text):
        return Unit.PRESENCE, None
    if _STAGE.search(text):
        return Unit.STAGE, None
    if _PERCENT.search(text):
        return Unit.PERCENT, None
    if _COUNT.search(re.sub(rf"^(?:{_COUNTED_IN})[. ]*", "", text)):
        return Unit.COUNT, None
    english = " ".join(clean(printed).lower().split()).strip(" .,;:()")
    return next((unit for unit, words in _IN_ENGLISH if words.search(english)), None), None


@lru_cache(maxsize=2_000)
def money_scale(printed: str) -> str | None:
    """The scale of a money unit: "KZT", "thousand KZT", "million KZT", "billion KZT"; None where it is not money."""
    text = fold(printed).replace(".", " ")
    english = clean(printed).lower()
    if not (_MONEY.search(text) or _MONEY.search(english)):
        return None
    known = ((pattern.search(text) or words.search(english), scale) for pattern, words, scale in _SCALES)
    return next((scale for found, scale in known if found), "KZT")

"""Header words of plans, Russian and Kazakh, and the roles they give a column.

Patterns are searched in folded text (`core.kernel.text.fold`, where "№" is "nо"); the role whose words stand first in the header wins,
so that "Форма завершения (результат)" is a form and "Результат (форма завершения)" a result.
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.kernel.scale_words import PRINTED
from core.kernel.text import fold
from core.plan.columns import ColumnRole

_WORDS: tuple[tuple[ColumnRole, str], ...] = (
    (ColumnRole.NUMBER, r"^(nо|n\b|номер|п/п|р/с|р/н|т/р|код\b|пункт$|реттік)"),
    (ColumnRole.FUNDING_SOURCE, r"источник\w* (финанс|средств)|қаржыландыру көз|источник\w*$|қаражат көз"),
    (ColumnRole.FACT, r"отметка|информаци\w* об? (исполн|ход)|ход (исполн|реализ)|\bфакт|\bбаз(а|ов)|статус|выполнен[оие]|орындалу барысы|орындалуы туралы"),
    (ColumnRole.RESPONSIBLE, r"ответствен|исполнител[яьией]|жауап|орындаушы|соисполнител|бірлесіп|исполняющ|отвеча|\bкто\b|кураторы?$|^(организаци[яи]$|подразделени|мекеме|ұйым|служба$|орган$)"),
    (ColumnRole.DEADLINE, r"\bсрок|мерзім|\bдата|период (реализ|исполн|выполн|провед)|начало|окончание|іске асыру кезең|когда"),
    (ColumnRole.FORM, (
        r"форма\b|аяқтау|аяқталу|подтвержда|отчетн\w+ (документ|форм)|(итогов|завершающ)\w+ документ|"
        r"вид документа|документ|завершени|\bнысаны|құжат"
    )),
    (ColumnRole.UNIT, r"^ед\b|^единиц|единиц\w* измер|ед ?\.? ?изм|өлшем|өлш|изм"),
    (ColumnRole.RESULT, r"ожидаем\w* \w*(результат|эффект)|результат|эффект|күтілетін|нәтиже"),
    (ColumnRole.KPI, r"\bкрі|\bкпэ|\bкпі|достижение цел"),
    (ColumnRole.TITLE, r"мероприят|іс-? ?шара|\bпроект|действи[яе]|содержание|виды? работ|наименование работ|инициатив|поручени|жоба|функционал|шаралар|\bчто\b"),
    (ColumnRole.INDICATOR, r"индикатор|показател|көрсеткіш"),
    (ColumnRole.OBJECTIVE, r"^(основн\w+ |стратегическ\w+ )?(задач|цел[ьи]\b|направлени)|міндет|мақсат|бағыт|раздел"),
    (ColumnRole.NOTE, r"примечан|описани|коммент|ескерт|сипаттама|основани|обосновани|пояснени|түсіндірме|источник информ|ақпарат көз"),
    (ColumnRole.FUNDING_TOTAL, r"финансир|стоимост|бюджет|затрат|расход|сумма|объем\w* (средств|финанс)|всего|итого|қаржы|шығын|шығыс|барлығы|средства|теңге|тенге"),
)  # fmt: skip
_WEAK_TITLE = re.compile(
    r"наименован|названи|атауы|атау\b|задани|работ|систем|объект|сервис|модул|\bмер[аы]\b|\bшаг|услуг|жүйе|қызмет|интеграци"
)
_HYPHEN = re.compile(r"(?<=[а-яәіңғүұқөһ])- ?(?=[а-яәіңғүұқөһ])")  # "Меро-приятия", cut where its line ended
_PATTERNS = tuple((role, re.compile(words)) for role, words in _WORDS)
SOURCES = {
    "мб": "МБ", "местный бюджет": "МБ", "местного бюджета": "МБ", "жб": "МБ", "жергілікті бюджет": "МБ",
    "рб": "РБ", "республиканский бюджет": "РБ", "республиканского бюджета": "РБ", "республикалық бюджет": "РБ",
    "чи": "ЧИ", "частные инвестиции": "ЧИ", "частные средства": "ЧИ", "жеке инвестициялар": "ЧИ",
    "гчп": "ГЧП", "ви": "ВИ", "внебюджетные средства": "ВИ",
}  # fmt: skip
_SCALE = re.compile(rf"\(?\b({PRINTED})?\.? ?\b(тенге|теңге|тг)\b\.?\)?")


@lru_cache(maxsize=2_000)
def role_of(header: str) -> tuple[ColumnRole, int] | None:
    """The role that a header's words give and where in it they stand; None for words of no role."""
    text = fold(header)
    return _role_in(text) or (_role_in(_HYPHEN.sub("", text)) if "-" in text else None)


def _role_in(text: str) -> tuple[ColumnRole, int] | None:
    found = [
        (match.start(), order, role)
        for order, (role, words) in enumerate(_PATTERNS)
        if (match := words.search(text))
    ]
    if found:
        start, _, role = min(found)
        return role, start
    weak = _WEAK_TITLE.search(text)
    return (ColumnRole.TITLE, weak.start() + 100) if weak else None


@lru_cache(maxsize=2_000)
def source_of(header: str) -> str | None:
    """The source of money that a header names ("МБ млн тг." → "МБ"), if it is nothing but that."""
    text = " ".join(_SCALE.sub(" ", fold(header)).split()).strip(" ,.;()")
    return SOURCES.get(text)

"""Text between tables that heads no rows: a table's own title, a note, a scale, the key to its letters."""

from __future__ import annotations

import re

from core.kernel.scale_words import PRINTED
from core.kernel.text import fold

_TABLE_TITLE = re.compile(
    r"(\w+ )?(план\b|дорожн\w+ карт|приложени|перечень|таблица|кесте\b|қосымша|целевые (индикаторы|показатели)|нысаналы (?:индикаторлар|көрсеткіштер))"
)
_CAPTION = re.compile(rf"(\*|примечани|ескерту|условные|шартты|сноска|где\b|\(|в? ?({PRINTED})\b|кпі$|крі$)")
_FILLER = re.compile(
    r"(?:основные |негізгі |план |перечень )?(?:мероприяти[яй]|іс-? ?шаралар\w*|действия|шаралар)(?: по (?:достижению|реализации) \w+)?|(?:key |main |planned )?activities|"
    r"(?:іс-? ?қимыл\w* |іс-? ?шаралар\w* |жұмыс )?жоспары?"
)
_ENGLISH_TITLE = re.compile(
    r"(?:[a-z0-9]{1,3}[.)]\s+)?(?:(?:annual |activity |work |implementation )*(?:plan|schedule|timetable)|log(?:ical )?\s?frame\w*(?: matrix)?|table \d+\b.*|(?:results|monitoring) (?:matrix|framework)|annex\b.*)"
)
_LEGEND = re.compile(r"(?:legend|легенда|шартты белгілер|условные обозначения|notes?|key)\b\W*$")
_CODES = re.compile(
    r"[^:]{8,}:\s*\d{2,}(?:\.\d+)*(?:\s*[,;]\s*\d{2,}(?:\.\d+)*)*\.?"
)  # "Коды программ: 239.020, 239.041"
_KEY = re.compile(r"\b[A-ZА-ЯЁ]{1,3}\s*[–—=-]\s*[а-яёәіңғүұқөһa-z]+")


def is_table_title(text: str) -> bool:
    """Whether a text is the title of a table of its own ("План действий по реализации …")."""
    return bool(_TABLE_TITLE.match(fold(text)) or _ENGLISH_TITLE.fullmatch(text.lower().strip(" .:")))


def is_caption(text: str) -> bool:
    """A table's own title, a note, a scale, or the key to its letters ("R – разработка; F – …"): no heading of rows."""
    folded = fold(text)
    if (
        _ENGLISH_TITLE.fullmatch(text.lower().strip(" .:"))
        or _FILLER.fullmatch(folded)
        or _FILLER.fullmatch(text.lower().strip(" .:"))
    ):
        return True
    if text.lstrip()[:1] in "•▪■" or _LEGEND.match(text.strip().lower()) or _CODES.fullmatch(text.strip()):
        return True
    return bool(_TABLE_TITLE.match(folded) or _CAPTION.match(folded)) or len(_KEY.findall(text)) >= 2

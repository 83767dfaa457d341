"""Whether a text says of a paper that there is none yet: it is a draft, not signed, not there (domain, §4).

"Договор № 5 не исполнен" denies what it asks for, not the paper.
"""

from __future__ import annotations

import re
from functools import cache

_IS_NOT = (
    r"\A(?:\W|нами|нам|его|мы|был[аои]?|ещё|еще|пока|так|и|әлі|до\sсих\sпор)*(?:нет|отсутству\w+|утерян\w*|потерян\w*|отоз\w+|отклон\w+|отказ\w+|"
    r"забракова\w+|возвращ[её]н\w*|вернули|"
    r"не\s(?:был[аои]?\s)?(?:подпис\w+|издан\w*|изда(?:ли|вал\w*)|утверд\w+|утвержд[её]н\w*|прин[яи]\w+|зарегистрир\w+|готов\w*|вышел|вышл[аои]|"
    r"выпу\w+|существу\w+|согласова\w+|получ\w+|наш[её]л|наш[лё]\w+|найден\w*)|"
    r"емес|жоқ|жоғал\w+|табылма\w+|қайтарыл\w+|шықпа(?:ды|ған)|шыққан\sжоқ|шығарыл(?:мады|ған\sжоқ)|шығарма\w+|бекіт(?:ілмеді|ілген\sжоқ|педі)|"
    r"қабылдан(?:бады|ған\sжоқ)|қабылдамады|келісілмеді|қол\sқой(?:ыл)?(?:мады|ған\sжоқ|маған)|бас\sтарт\w+|"
    r"(?:is\s|was\s|has\s|have\s)?(?:still\s|yet\s)?(?:not|never)\s(?:yet\s)?(?:been\s)?"
    r"(?:signed|issued|approved|adopted|registered|ready|published|accepted|received|found)|"
    r"(?:is\s|was\s|has\sbeen\s|got\s|were\s)?(?:unsigned|lost|missing|recalled|rejected|refused|declined|returned|sent\sback|turned\sdown))(?!\w)"
)
"""Behind the paper."""
_IS_DRAFT = (
    r"(?<!\w)(?:проект\w*|черновик\w*|не|нет|без|draft(?:\s+of)?|no|not|isn['’]t|without|"
    r"(?:отозва|отклон|забракова|потеря|верну|не\s+подпис|не\s+изда|не\s+утверд|не\s+выпу|не\s+приня)\w*|"
    r"(?:rejected|refused|returned|lost|declined|did\s+not\s+\w+|didn['’]t\s+\w+))(?:\s+(?:the|an?|наш|это|our))?\s*$"
)
"""Before it."""


def is_denied(text: str, span: tuple[int, int]) -> bool:
    """Whether what stands beside the paper at `span` says that there is none."""
    is_not, is_draft = _patterns()
    return is_not.search(text[span[1] :]) is not None or is_draft.search(text[: span[0]]) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_IS_NOT, re.IGNORECASE), re.compile(_IS_DRAFT, re.IGNORECASE)

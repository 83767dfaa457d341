"""Whether a text says of a paper that there is none yet: it is a draft, not signed, not there (domain, §4).

"Договор № 5 не исполнен" denies what it asks for, not the paper.
"""

from __future__ import annotations

import re
from functools import cache

_IS_NOT = (
    r"\A(?:\W|нами|ещё|еще|пока|так|әлі|до\sсих\sпор)*(?:нет|отсутству\w+|на\s(?:подписи|согласовании)|"
    r"не\s(?:был[аои]?\s)?(?:подписан\w*|издан\w*|утвержд[её]н\w*|принят\w*|зарегистрирован\w*|готов\w*|вышел|издавал\w*|существу\w+)|"
    r"жоқ|шықпады|шыққан\sжоқ|бекітілмеді|бекітілген\sжоқ|қабылданбады|қол\sқойыл(?:мады|ған\sжоқ|маған)|"
    r"(?:is\s|was\s|has\s)?(?:still\s|yet\s)?(?:not|never)\s(?:yet\s)?(?:been\s)?"
    r"(?:signed|issued|approved|adopted|registered|ready|published)|(?:is\s)?(?:unsigned|awaiting\s\w+|pending))(?!\w)"
)
"""Behind the paper."""
_IS_DRAFT = r"(?<!\w)(?:проект\w*|черновик\w*|нет|без|draft(?:\s+of)?|no|without)(?:\s+(?:the|an?))?\s*$"
"""Before it."""


def is_denied(text: str, span: tuple[int, int]) -> bool:
    """Whether what stands beside the paper at `span` says that there is none."""
    is_not, is_draft = _patterns()
    return is_not.search(text[span[1] :]) is not None or is_draft.search(text[: span[0]]) is not None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(_IS_NOT, re.IGNORECASE), re.compile(_IS_DRAFT, re.IGNORECASE)

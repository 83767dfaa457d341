"""Words that say a time, a number, a limit or "no": what they stand beside is no day by itself (domain, §4).

All of them are as `core.dates.plain_text` makes a text: without the letters that only Kazakh has, numbers in digits.
"""

from __future__ import annotations

import re
from functools import cache

from core.dates.day_patterns import MONTH
from core.dates.near_days import WEEKDAY
from core.dates.plain_text import flat
from core.kernel.text import whole_words

_CLOCK = (
    r"(?:\b(?:в|к|до|с|at|by|сағат)\s+)?\b\d{1,2}:\d{2}\b(?:-\w{1,4})?"
    r"|\b(?:в|к|до)\s+\d{1,2}(?:\.\d{2})?\s*(?:час\w*|ч\b)\.?|\bсағат\s+\d{1,2}(?:-\w{1,4})?|\b\d{1,2}\s*[ap]\.?m\b\.?"
)
_PERIODS = (
    r"д(?:ень|ня|ней|ню|нем|ни|нях)|сут(?:ки|ок)|недел\w*|нед|месяц\w*|мес|квартал\w*|кв|полугоди\w*|год(?:а|у|ом|е|ы|ов)?|лет|"
    r"час(?:а|ов|у)?|минут\w*|декад\w*|век\w*|числ[аоу]|"
    r"күн(?:і|ге|ді|нен|нің|де|дер\w*|інде|іне|ін)?|апта(?:дан|ға|да|ның|лар\w*|сы\w*)?|ай(?:да|дың|ға|дан|ы|ында|ына|дар\w*)?|"
    r"тоқсан\w*|жартыжылды\w*|жыл(?:да|дың|ға|дан|ы|ғы|ына|ында|дар\w*)?|сағат\w*|"
    r"days?|weeks?|fortnights?|weekend|months?|quarters?|years?|hours?|minutes?|q[1-4]|h[12]"
)
_PARTS = (
    r"начал[оеу]|середин\w+|кон(?:ец|ца|цу|це)|половин\w+|полтора|полторы|перв\w+|последн\w+|басында|басына|ортасы\w*|соңы\w*|аяғы\w*|жарты|жарым|"
    r"beginning|middle|mid|early|end|half"
)
_NEAR = (
    r"вчера|позавчера|сегодня|завтра|послезавтра|следующ\w+|прошл\w+|будущ\w+|текущ\w+|прошедш\w+|минувш\w+|"
    r"кеше|бүгін|ертең|бүрсігүні|келесі|келер|өткен|былтыр|биыл|"
    r"yesterday|today|tomorrow|next|last|previous|ago|"
    r"праздни\w+|каникул\w*|новогодн\w+|курбан|мейрам\w*|мереке\w*|құрбан|holidays?|festival|nauryz|"
    r"весн\w+|лет(?:о|ом|у|а)|осен\w+|зим\w+|көктем\w*|жаз(?:да|ға|ы|дың)|күз\w*|қыс(?:та|қа|ы|тың)|spring|summer|autumn|winter"
)
_LIMITS = (
    r"после|позже|позднее|раньше|ранее|рано|поздно|начиная|кроме|исключая|спустя|свыше|дольше|далее|дальше|потом|затем|между|"
    r"кейін\w*|соң|бұрын\w*|ерте\w*|кеш|бастап|тыс|"
    r"after|before|earlier|earliest|later|since|starting|beyond|except|between|than|past|onwards?|then|as\s+of"
)
_STARTS = re.compile(flat(r"(?:^|[\s,;(])(?:с|со|от|from|as|начиная\s+с)\s+(?:the\s+)?$"), re.IGNORECASE)
_NO = (
    r"не|нет|ни|никак|никогда|нельзя|невозможно|нереально|вряд|едва|без|сомневаюсь|сомнительно|"
    r"емес|жоқ|болмайды|мүмкін\s+емес|\w{2,}(?:май|мей|бай|бей|пай|пей)(?:мыз|міз|мын|мін|ды|ді|тын|тін)\w*|"
    r"\w{2,}(?:ма|ме|ба|бе|па|пе)(?:ды|ді|дық|дік|дым|дім|ған|ген)\w*|"
    r"not|no|never|cannot|unlikely|impossible|without|\w+n['’]t|wont|cant|fail\w*|miss(?:ed)?"
)


def tells_time(text: str) -> bool:
    """Whether a part of a plain text says a number, a time or a limit in any of its words."""
    return _times().search(_clock().sub(" ", text)) is not None


def tells_no(text: str) -> bool:
    """Whether a part of a plain text says that something is not so."""
    return whole_words(_NO).search(text) is not None


def begins_from(before: str) -> bool:
    """Whether what stands before a time makes it the beginning of one: "с 15 мая", "from 15 May"."""
    return _STARTS.search(before) is not None


@cache
def _times() -> re.Pattern[str]:
    words = "|".join((_PERIODS, _PARTS, _NEAR, _LIMITS, WEEKDAY))
    return re.compile(rf"\d|[½⅓¼¾]|(?<!\w)(?:{flat(words)}|{MONTH})(?!\w)", re.IGNORECASE)


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(flat(_CLOCK), re.IGNORECASE)

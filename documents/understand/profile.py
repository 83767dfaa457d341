"""What a column holds, told from its cells alone: dates, names of posts, figures, marks, running text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from core.kernel.text import fold
from core.plan.doubts import DoubtCode
from core.plan.model import DeadlineKind
from core.plan.values import as_number, plan_value, unit_of
from core.printed.amounts import is_amount, says_no_money
from core.printed.deadlines import parse_deadline
from core.printed.durations import is_duration
from core.printed.responsibles import is_abbreviation, split_responsibles

LOOKED_AT = 60
"""Rows of a table that tell what its columns hold."""

_POSTS = (
    "директор", "главн", "врач", "заместител", "руководител", "начальник", "специалист", "экономист", "бухгалтер",
    "юрист", "заведующ", "менеджер", "отдел", "управлени", "департамент", "министерств", "акимат", "комитет", "инженер", "аким ", "акимы ",
    "служба", "центр", "комисси", "координатор", "учител", "преподавател", "методист", "секретар",
    "бөлім", "басқарма", "министрліг", "дәрігер", "маман", "басшы", "орынбасар", "жетекші", "меңгеруші",
    "мұғалім", "әкім", "орталы", "комитет", "қызмет",
)  # fmt: skip
_ENGLISH_POSTS = re.compile(
    r"\b(director|manager|officer|head|deputy|chief|department|ministry|minister|committee|unit|team|nurse|engineer|"
    r"accountant|specialist|coordinator|secretar\w+|agency|centre|center|office|division|lead|analyst|undp|who|unicef|"
    r"moh|supervisor|administrator|lawyer|economist|doctor|physician|board|council|commission|mayors?|akims?|akimats?)\b"
)
# Words for people by what they do: методолог, юрист, сотрудник, программист, инженер, провизор, завхоз.
_PERSON = re.compile(r"(лог|ист|ник|тор|тель|нер|хоз|ор|арь|сестра|ант|ер|ши|ші)$")
_CAPITAL, _SMALL = "А-ЯӘІҢҒҮҰҚӨҺЁA-Z", "а-яәіңғүұқөһёa-z"
_NAMED = re.compile(
    rf"^(?:[{_CAPITAL}][{_SMALL}-]+ [{_CAPITAL}]\. ?(?:[{_CAPITAL}]\.)?|[{_CAPITAL}]\. ?(?:[{_CAPITAL}]\. ?)?[{_CAPITAL}][{_SMALL}-]+|"
    rf"[{_CAPITAL}][{_SMALL}-]+ [{_CAPITAL}][{_SMALL}]+(?: [{_CAPITAL}][{_SMALL}]*(?:вич|вна|ұлы|қызы|улы|кызы|ична)))$"
)
"""A surname with initials before or behind it, or with a name and a father's name."""
_FORMS = re.compile(
    r"\b(приказ|отчет|протокол|акт\b|акты\b|договор|справк|информаци|сертификат|журнал|график|план\b|аналитическ\w+ справк|письмо|"
    r"постановлен|распоряжен|положение\b|удостоверен|свидетельств|бұйрық|есеп|хаттама|шарт\b|анықтама|ақпарат|куәлік|"
    r"кесте\b|қаулы|материал)"
)
_ENGLISH_FORMS = re.compile(
    r"\b(order|report|minutes|contract|certificate|list|protocol|record|act|letter|memo|log)s?\b"
)
_SOURCES = re.compile(
    r"бюджет|\b(?:мб|рб|жб|ссп|осмс|гобмп|тмккк|мәмс)\b|собственн\w+ (?:средств|ресурс)|средства (?:работодат|предприят|инвест|фонд)|внебюдж|"
    r"спонсор|грант|инвестици|демеуш|өз қаражат|қаражаты|платн\w+ услуг"
)
_ENGLISH_SOURCES = re.compile(
    r"\b(?:budgets?|grants?|funds?|donors?|own resources|loans?|levy|sponsors?\w*|income|undp|unicef|who|eu)\b"
)
_HOURS = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[-–—]\s*\d{1,2}[:.]\d{2})?(?:\s*(?:ч|час\w*|сағ\w*)\.?)?")
_DAY = re.compile(r"(?<!\d)(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})(?!\d)")
_SERIAL = re.compile(
    r"(?:№\s*)?(?:\d{1,4}(?:[.\-]\d{1,3})*|[IVXІХ]{1,5}|[A-Za-zА-Яа-я]{1,3}[ .\-]?\d{1,4}(?:[.\-/]\d{1,3})*)[.)]?"
)
_DOES = re.compile(
    r"^(?:не )?\w+(?:ть|ти|чь|ться|тись|ние|ения|ации|ация|ция|ка|ов|овка|у|ю|уі|луы|еуі|ыру|ету)\b"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares, from 0 to 1, of a column's printed cells; `filled` is the share of rows that print anything.

    `length` is the average in characters; `unique` the share of different texts; `groups` the share of cells that
    are merged downwards or blank under another; `painted` counts blank cells with a fill.
    """

    filled: float = 0.0
    count: int = 0
    days: float = 0.0
    terms: float = 0.0
    durations: float = 0.0
    hours: float = 0.0
    posts: float = 0.0
    people: float = 0.0
    numbers: float = 0.0
    serials: float = 0.0
    rising: bool = False
    ticks: float = 0.0
    letters: float = 0.0
    units: float = 0.0
    sums: float = 0.0
    sources: float = 0.0
    forms: float = 0.0
    percents: float = 0.0
    worded: float = 0.0
    works: float = 0.0
    ratings: float = 0.0
    length: float = 0.0
    unique: float = 0.0
    groups: float = 0.0


def profile_of(texts: Sequence[str], *, groups: float = 0.0) -> Profile:
    """The profile of a column from its cells, "" for a blank one."""
    printed = [t.strip() for t in texts if t.strip()]
    if not printed:
        return Profile(groups=groups)

    seen = Counter(printed)
    shares = [0] * len(_LOOKS)
    for text, times in seen.items():
        for at in _looks_of(text):
            shares[at] += times
    return Profile(
        filled=len(printed) / len(texts),
        count=len(printed),
        rising=_rising(printed),
        **{name: share / len(printed) for name, share in zip(_LOOKS, shares, strict=True)},
        length=sum(map(len, printed)) / len(printed),
        unique=len(seen) / len(printed),
        groups=groups,
    )


@lru_cache(maxsize=5_000)
def _looks_of(text: str) -> tuple[int, ...]:
    """What a cell looks like, by places in `_LOOKS`; kept, because each row that may be a header is tried as one."""
    return tuple(at for at, looks in enumerate(_LOOKS.values()) if looks(text))


def is_day(text: str) -> bool:
    """A day of the calendar in figures."""
    return len(text) <= 60 and bool(_DAY.search(text))


@lru_cache(maxsize=5_000)
def is_term(text: str) -> bool:
    """Words or figures that say by when."""
    if (
        len(text) > 100
        or (text.isdigit() and len(text) != 4)
        or as_number(text) is not None
        and len(text) != 4
    ):
        return False
    deadline, codes = parse_deadline(text, 2024, None)
    whole = not set(codes) & {DoubtCode.DEADLINE_PARTLY_READ, DoubtCode.DEADLINE_UNREAD}
    return whole and deadline.kind not in {DeadlineKind.NONE, DeadlineKind.EVENT}


def is_responsible(text: str) -> bool:
    """Posts, bodies or persons, and nothing else."""
    if len(text) > 250 or is_term(text) or as_number(text) is not None or is_tick(text):
        return False
    names, _ = split_responsibles(text)
    return bool(names) and all(_is_post(name) for name in names)


def _is_post(name: str) -> bool:
    words = fold(name).split()
    if not words or len(words) > 9:
        return False
    if len(words) <= 2 and _PERSON.search(words[0]) and not _DOES.match(words[0]):
        return True
    if is_abbreviation(name.split()[0]) or _NAMED.match(name.strip()):
        return True
    if is_work(name):
        return False
    return any(p in fold(name) for p in _POSTS) or bool(_ENGLISH_POSTS.search(name.lower()))


def is_name(text: str) -> bool:
    """A person's name, with initials or a father's name."""
    return bool(_NAMED.match(text))


def is_number(text: str) -> bool:
    """A figure, a dash for none, or a figure with its percent sign."""
    value = plan_value(text)
    return value is not None and (value == "-" or as_number(value) is not None)


def is_tick(text: str) -> bool:
    """A mark for "planned"."""
    return plan_value(text) == "+"


def is_form(text: str) -> bool:
    """A paper that proves something: "приказ", "акт ввода"."""
    return len(text) <= 120 and bool(
        _FORMS.search(text.lower().replace("ё", "е")[:60]) or _ENGLISH_FORMS.search(text.lower()[:60])
    )


def is_work(text: str) -> bool:
    """Words that begin as works do: an infinitive, a noun of doing, a Kazakh verbal noun anywhere ("по качеству" is none)."""
    words = text.lower().lstrip("0123456789.)- •").split()
    if not words:
        return False
    ends = ("ть", "ти", "чь", "ться", "ние", "ние,", "ция", "ации", "ия", "пка", "рка", "нка", "вка", "тка")
    kazakh = ("у", "уі", "ыру", "ету", "уын", "луы", "леу", "лау")
    return (len(words[0]) > 4 and words[0].endswith(ends)) or (
        len(words) > 1
        and any(
            word.strip(".,;").endswith(kazakh) and len(word) > 3 and before not in {"по", "к", "ко"}
            for before, word in list(zip(["", *words], words, strict=False))[-2:]
        )
    )


_RATING = re.compile(
    r"(?:very |очень |өте )?(?:high|medium|moderate|low|critical|major|minor|urgent"
    r"|высок\w+|средн\w+|низк\w+|критич\w+|срочн\w+|жоғары|орта(?:ша)?|төмен|шұғыл)(?: (?:priority|risk|приоритет|риск|тәуекел))?",
    re.IGNORECASE,
)
"""A degree and nothing more, of what an importance or a risk is told by."""

_LOOKS: dict[str, Callable[[str], bool]] = {
    "days": is_day,
    "terms": is_term,
    "durations": is_duration,
    "hours": lambda t: bool(_HOURS.fullmatch(t)),
    "posts": is_responsible,
    "people": is_name,
    "numbers": is_number,
    "serials": lambda t: bool(_SERIAL.fullmatch(t)),
    "ticks": is_tick,
    "letters": lambda t: len(t) <= 2 and t.isalpha(),
    "units": lambda t: len(t) <= 30 and unit_of(t)[0] is not None and not is_amount(t),
    "sums": lambda t: is_amount(t) or says_no_money(t),
    "sources": lambda t: (
        len(t) <= 120 and bool(_SOURCES.search(fold(t)) or _ENGLISH_SOURCES.search(t.lower()))
    ),
    "forms": is_form,
    "percents": lambda t: t.endswith("%"),
    "worded": lambda t: sum(c.isalpha() for c in t[:200]) >= 4,
    "works": is_work,
    "ratings": lambda t: bool(_RATING.fullmatch(t)),
}
"""The shares of a profile, each with what a cell that counts looks like."""


def _rising(printed: Sequence[str]) -> bool:
    """Whether the cells count: 1, 2, 3 or 1.1, 1.2, 2.1, here and there anew."""
    serial = [t for t in printed if _SERIAL.fullmatch(t)]
    if len(serial) < 2:
        return False
    whole = [int(t.rstrip(".)")) for t in serial if t.rstrip(".)").isdigit()]
    if len(whole) < len(serial):
        return True
    steps = sum(b == a + 1 or b == 1 for a, b in zip(whole, whole[1:], strict=False))
    return steps * 3 >= (len(whole) - 1) * 2

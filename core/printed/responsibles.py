"""Who answers for a row: a cell of posts and bodies taken apart (domain, §1).

Separators are commas, semicolons, line breaks, full stops, spaces between abbreviations, or nothing.
Groups with their members printed are spelt out: "Акиматы областей, городов Астана, Алматы" is three
entries, "Заместители главного врача по ЭР и ОМР" two posts. A group without its members stays a group.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from core.kernel.text import clean, dashes, fold
from core.plan.doubts import DoubtCode
from core.printed.conjunctions import at_conjunction, parted
from core.printed.persons import HELD, hold_persons

_UP, _LOW = "А-ЯЁӘҒҚҢӨҰҮҺІA-Z", "а-яёәғқңөұүһіa-z"
_WORD = rf"[{_UP}{_LOW}][{_UP}{_LOW}-]*"
_ACRONYM = rf"[{_UP}]{{2,}}"
# Cities of the country's first rank and the regions' centres: what may stand in a list after "городов".
_CITIES = (
    "Нур-Султан|Нұр-Сұлтан|Астана|Алматы|Шымкент|Актау|Ақтау|Актобе|Ақтөбе|Атырау|Жезказган|Жезқазған|Караганда|"
    "Қарағанды|Кокшетау|Көкшетау|Костанай|Қостанай|Кызылорда|Қызылорда|Қонаев|Конаев|Павлодар|Петропавловск|"
    "Семей|Талдыкорган|Талдықорған|Тараз|Туркестан|Түркістан|Уральск|Орал|Усть-Каменогорск|Өскемен|Экибастуз"
)
# "Акиматы … гг. Астаны, Шымкента": each city is shown by its name.
_NOMINATIVE = {
    "Астаны": "Астана", "Шымкента": "Шымкент", "Атырау": "Атырау", "Жезказгана": "Жезказган", "Караганды": "Караганда",
    "Костаная": "Костанай", "Кызылорды": "Кызылорда", "Конаева": "Конаев", "Қонаева": "Қонаев", "Павлодара": "Павлодар",
    "Петропавловска": "Петропавловск", "Семея": "Семей", "Талдыкоргана": "Талдыкорган", "Тараза": "Тараз",
    "Туркестана": "Туркестан", "Уральска": "Уральск", "Усть-Каменогорска": "Усть-Каменогорск",
    "Экибастуза": "Экибастуз", "Нур-Султана": "Нур-Султан",
}  # fmt: skip
_CITIES = "|".join([*_NOMINATIVE, _CITIES])
_CLASS_CITIES = r"(?:городов|городах|г\.? ?г\.?|гг\.?|г\.)"
_REGIONS_AND_CITIES = re.compile(
    rf"(?P<head>[{_UP}{_LOW}][{_LOW}]+(?: [{_LOW}-]+)*?) (?P<regions>областей)(?:, и |, | и | )"
    rf"{_CLASS_CITIES} ?(?P<names>(?:{_CITIES}|[{_UP}][{_LOW}]{{3,}})(?:(?:, ?| и |,? и |,| )(?:{_CITIES})(?![{_LOW}]))*)"
)
_CITIES_ONLY = re.compile(
    rf"(?P<head>[{_UP}][{_LOW}]+(?: [{_LOW}-]+)*?) городов "
    rf"(?P<names>(?:{_CITIES})(?:(?:, ?| и |,? и )(?:{_CITIES})(?![{_LOW}]))*)"
)
_ADJECTIVE = rf"[{_UP}][{_LOW}-]+(?:ого|его|ой)"
_DISTRICTS = re.compile(
    rf"(?P<head>[{_UP}][{_LOW}]+(?: [{_LOW}-]+)*?) (?P<names>{_ADJECTIVE}(?:(?:, ?| и ){_ADJECTIVE})+) "
    r"(?P<class>районов|областей|городов)"
)
_KAZAKH_CITIES = re.compile(
    rf"(?P<regions>[Оо]блыстардың(?:, | және ))?(?P<names>(?:{_CITIES})(?:(?:, ?| және | мен )(?:{_CITIES}))+) "
    rf"қалаларының (?P<head>[{_LOW}]+)"
)
_POSTS = re.compile(
    rf"(?P<head>[{_UP}{_LOW}][{_LOW}]+(?: [{_LOW}]+)*?) по (?P<names>{_ACRONYM}(?:(?:, ?{_ACRONYM})* и (?:по )?{_ACRONYM})?)(?![{_UP}{_LOW}])"
)
# Heads of whom a field names one person.
_ONE_FIELD_EACH = ("заместител", "помощник", "советник", "менеджер", "директора", "проректор", "первые зам")
_FIELDS = re.compile(rf"\bпо {_ACRONYM}(?:, ?{_ACRONYM})* и {_ACRONYM}$")
_ONE_OF_CLASS = {"районов": "района", "областей": "области", "городов": "города"}
_ENDINGS = (
    ("тели", "тель"), ("ики", "ик"), ("исты", "ист"), ("еры", "ер"), ("оры", "ор"), ("енты", "ент"),
    ("аты", "ат"), ("имы", "им"), ("ления", "ление"), ("ерства", "ерство"), ("щие", "щий"), ("ные", "ный"),
    ("директора", "директор"), ("врачи", "врач"), ("тдели", "тдел"), ("ы", ""), ("іктері", "ігі"), ("ықтары", "ығы"),
    ("дері", "ді"), ("тері", "ті"), ("лері", "і"), ("лары", "ы"),
)  # fmt: skip
_AGREED = re.compile(
    r"\(?\s*(?:по согласованию|келісім бойынша|келісімі бойынша|келісу бойынша|по согл\.?|"
    r"\b(?:by|upon|on|subject to|under) (?:mutual )?(?:agreement|consent)|\bas agreed)\s*\)?",
    re.IGNORECASE,
)
_LEAD = re.compile(r"\(\s*(?:свод|созыв|жинақтау|жинақ|lead)\s*\)", re.IGNORECASE)
_GLUED = re.compile(
    rf"«[^»]*»|“[^”]*”|\"[^\"]*\"|(?P<at>(?<=[{_LOW}]{{4}})(?<!о)(?=[{_UP}][{_LOW}]{{3}})|(?<=тво|юро)(?=[{_UP}][{_LOW}]{{3}}))"
)
"""Two posts with nothing between them. A name in quotes is one, however it is written (ТОО «КлиматСервис»), and so is
one of two roots: ТехноСервис."""
_STOP = re.compile(
    rf"(?<=[{_LOW}{_UP}]{{2}})\.(?=\s*[{_UP}][{_LOW}{_UP}])|(?<=[{_LOW}{_UP}»\")]{{2}})\.\s*(?=\n|$)"
)
_SPACED = re.compile(
    r"(?<=[а-яё]{3})[^\S\n]+(?=(?:Главн(?:ый|ая)|Старш(?:ий|ая)|Заведующ(?:ий|ая)|Заместитель|Руководитель|Начальник|Директор|"
    r"Юрист|Экономист|Бухгалтер|Инженер|Метролог|Программист|Завхоз|Психолог|Методист|Статист|Провизор|Менеджер|Секретарь|Специалист)\b)"
    r"|(?<=[а-яёәғқңөұүһі]{3})(?<!\b[Бб]ас)(?<!\b[Аа]ға)[^\S\n]+(?=(?:Директор|Меңгеруші|Басшы|Жетекші|Әдіскер|Медбике|Мейірбике|Мейіргер|"
    r"Дәрігер|Тәрбиеші|Мұғалім|Психолог|Логопед|Қоймашы|Аспаз(?:шы)?|Есепші|Заңгер|Кітапханашы|Аудармашы|Маман)(?:дар|дер|лар|лер|тар|тер)?\b"
    r"|(?:Шаруашылық|Кадр(?:лар)?) \w)"
)
"""A new post after nothing but a space: "Главная медсестра Юрист". A post inside a name stands in another case."""
_SLASH = re.compile(
    rf"(?<=[{_LOW}{_UP}]{{3}})\s*/\s*(?=[{_UP}{_LOW}]{{3}})|(?<=[{_UP}]{{2}})\s*/\s*(?=[{_UP}]{{2}})"
)
_LISTED = re.compile(rf"\s*1(?P<mark>[.)])\s*[{_UP}{_LOW}]")
_NUMBERED = re.compile(
    r"(?P<head>(?:^|(?<=[,;\n]))[^,;\n№«\"(]*№ ?)(?P<numbers>\d{1,4}(?:(?:, ?| и | және )(?:№ ?)?\d{1,4}(?![.)\w]))+)"
)
_TRANSLATED = re.compile(r"(?P<one>[^,;\n/]{3,}?)\s*/\s*(?P<other>[^,;\n/]{3,})")
_BULLET = re.compile(r"(?:^|\n)\s*(?:[•·▪*]|-(?=\s))\s*")
_SHORTENED = re.compile(
    r"\b((?:зав|зам|ст|гл|нач|отд|мед|инж|спец|вед)\.)\n", re.IGNORECASE
)  # cut at a line's end
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_INITIALS = re.compile(rf"(?:^|[ .])[{_UP}]$")
_COUNTRY = {"рк", "кр", "қр", "рф"}  # what follows a body's abbreviation and belongs to it
# What a cell may say before it names them: "Ответственный исполнитель – УОЗ; соисполнители: УО, УФ".
_PREFIX = re.compile(
    r"^\s*(?:отв\.|ответственн\w+|соисп\.|соисполнител\w+|исполнител\w+|жауапты\w*|бірлесіп орындаушы\w*|"
    r"(?:lead|responsible|supporting|support|partners?|co-?executors?|executors?|implementing)(?:\s+(?:agency|agencies|party|parties|"
    r"person|persons|body|bodies|partners?|executors?|entity))?)"
    r"(?:\s+исп(?:\.|олнител\w+|олнение))?\s*(?::|\s-)\s*",
    re.IGNORECASE,
)
# Words at a line's end that an abbreviation on the next line belongs to: "Руководитель" / "СУП".
_OPEN = re.compile(
    r"\b(?:руководител|начальник|заведующ|директор|специалист|работник|сотрудник|отдел|управлени|департамент|"
    r"филиал|комитет|министерств)\w*\s*$",
    re.IGNORECASE,
)
# A line that ends so is only the beginning of a name.
_UNFINISHED = re.compile(
    r"(?:^|\s)(?:и|по|с|со|в|во|на|при|для|за|от|the|of|for|and|&|to|және|мен|жөніндегі|бойынша)\s*$|-\s*$|"
    r"(?:ның|нің|дың|дің|тың|тің)\s*$",
    re.IGNORECASE,
)
_LONGEST = 2_000


def singular(word: str) -> str:
    """The singular of a plural post or body ("Заместители" → "Заместитель"); the word itself if none is known."""
    for ending, one in _ENDINGS:
        if word.lower().endswith(ending) and len(word) > len(ending) + 2:
            return word[: len(word) - len(ending)] + one
    return word


def _of_one(head: str) -> str:
    first, _, rest = head.partition(" ")
    return f"{singular(first)} {rest}".strip()


def split_responsibles(
    printed: str, standing_alone: frozenset[str] = frozenset(), *, paired: bool = False
) -> tuple[list[str], list[DoubtCode]]:
    """Every post or body of a cell once, in the order printed, the one marked "(свод)" first.

    `standing_alone` holds the abbreviations (folded) that stand alone somewhere in the same document: with them
    "УОЗ УО" is taken apart and "ТД КККБТУ" is not. `paired`: the document names everything in two languages with a
    slash between, so that "ДЗ / ДСБ" is one.
    """
    names, doubts = _split(printed, standing_alone, paired)
    return list(names), list(doubts)


_TITLED = re.compile(r"\b(Mr|Mrs|Ms|Dr|Prof)\.\s+(?=[A-Z])")
_INITIALS_APART = re.compile(
    rf"(?<=[{_UP}]\. [{_UP}]\.) (?=[{_UP}][{_LOW}]+ [{_UP}]\.)|(?<=[{_UP}]\.[{_UP}]\.) (?=[{_UP}][{_LOW}]+ [{_UP}]\.)"
)
"""Between two persons with initials and nothing else."""


@lru_cache(maxsize=5_000)
def _split(
    printed: str, standing_alone: frozenset[str], paired: bool
) -> tuple[tuple[str, ...], tuple[DoubtCode, ...]]:
    if len(printed) > _LONGEST:
        return (" ".join(printed.split()),), (DoubtCode.RESPONSIBLE_UNCLEAR,)
    printed = _TITLED.sub(r"\1 ", _INITIALS_APART.sub("; ", printed))
    doubts: list[DoubtCode] = []
    found: list[str] = []
    whole = paired or is_translated(printed)
    for piece in pieces(printed, paired=whole):
        lead = bool(_LEAD.search(piece))
        names, unsure = _abbreviations(_bare(_LEAD.sub("", piece)), standing_alone)
        if unsure:
            doubts.append(DoubtCode.RESPONSIBLE_SPLIT)
        found = [*names, *found] if lead else [*found, *names]
    unsure_marks = (_SPACED,) if whole else (_SLASH, _SPACED)
    if _is_glued(printed) or any(pattern.search(printed) for pattern in unsure_marks):
        doubts.append(DoubtCode.RESPONSIBLE_SPLIT)
    shown = (name[0].upper() + name[1:] for name in found if any(c.isalpha() for c in name))
    once: dict[str, str] = {}
    for name in shown:
        once.setdefault(fold(name), name)
    return tuple(once.values()), tuple(dict.fromkeys(doubts))


def pieces(printed: str, *, paired: bool = False) -> list[str]:
    """A cell cut at its separators, with groups spelt out; runs of abbreviations are left together.

    `paired`: a slash stands between two languages and separates nothing.
    """
    text = _AGREED.sub(" ", dashes(clean(printed)))
    text = re.sub(r"[^\S\n]+", " ", text)
    text = _BULLET.sub(";", _SHORTENED.sub(r"\1 ", text))
    text = parted(hold_persons(_unnumbered(_numbers(text))))
    for pattern, spelt_out in _GROUPS:
        text = pattern.sub(spelt_out, text)
    text = _GLUED.sub(lambda m: m[0] or ";", text)
    text = _STOP.sub(";", _SPACED.sub(";", text if paired else _SLASH.sub(";", text)))
    whole = (p for cut in _cut(text) for p in _at_and(_PREFIX.sub("", _bare(cut))) if p)
    return [p.replace(f"{HELD} ", ", ").replace(HELD, ", ") for p in whole]


def _is_glued(printed: str) -> bool:
    return any(not m[0] for m in _GLUED.finditer(printed))


def _unnumbered(text: str) -> str:
    """A list inside a cell ("1) завхоз 2) программист") with ";" for its numbers."""
    first = _LISTED.match(text)
    if first is None:
        return text
    mark = re.escape(first["mark"])
    return re.sub(rf"(?:^|\s)\d{{1,2}}{mark}\s*(?=[{_UP}{_LOW}])", ";", text)


def _numbers(text: str) -> str:
    """ "ГП № 1, 2 и 3" names three."""
    return _NUMBERED.sub(
        lambda m: "; ".join(f"{m['head']}{number}" for number in re.findall(r"\d+", m["numbers"])), text
    )


def _bare(text: str) -> str:
    """A piece without the marks around it; the full stop of initials stays ("Петров В.Г.")."""
    bare = text.strip(" \n.,;:-").rstrip("*¹²³").rstrip()  # the mark of a note is no part of a name
    return f"{bare}." if _INITIALS.search(bare) and text.rstrip(" \n,;:-").endswith(".") else bare


def is_translated(text: str) -> bool:
    """ "Отдел кадров / Кадрлар бөлімі": one side of each slash is Kazakh and the other is not."""
    found = list(_TRANSLATED.finditer(dashes(clean(text)))) if "/" in text else []
    return bool(found) and all(
        bool(_KAZAKH.search(m["one"])) != bool(_KAZAKH.search(m["other"])) for m in found
    )


def _regions(match: re.Match[str]) -> str:
    head = match["head"]
    return ";".join(
        [f"{head} {match['regions']}", *(f"{_of_one(head)} г. {_city(n)}" for n in _names(match["names"]))]
    )


def _cities(match: re.Match[str]) -> str:
    return ";".join(f"{_of_one(match['head'])} г. {_city(name)}" for name in _names(match["names"]))


def _city(name: str) -> str:
    return _NOMINATIVE.get(name, name)


def _districts(match: re.Match[str]) -> str:
    kind = _ONE_OF_CLASS[match["class"]]
    return ";".join(f"{_of_one(match['head'])} {name} {kind}" for name in _names(match["names"]))


def _kazakh_cities(match: re.Match[str]) -> str:
    head = match["head"]
    regions = [f"Облыстардың {head}"] if match["regions"] else []
    return ";".join([*regions, *(f"{name} қаласының {singular(head)}" for name in _names(match["names"]))])


def _posts(match: re.Match[str]) -> str:
    head, names = match["head"], _names(match["names"].replace(" по ", " "))
    one = _of_one(head)
    if one == head or not head.lower().startswith(_ONE_FIELD_EACH):
        return match.group()  # "Специалист по ОТ и ТБ" is one; "работники отдела по ЧС" are a group
    return ";".join(f"{one} по {name}" for name in names)


def _names(printed: str) -> list[str]:
    return [
        n.strip()
        for n in re.split(r",| и | және | мен |(?<=[а-яё]) (?=[А-ЯЁ])", printed)
        if n.strip() not in {"", "и"}
    ]


_GROUPS: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = (
    (_REGIONS_AND_CITIES, _regions),
    (_CITIES_ONLY, _cities),
    (_DISTRICTS, _districts),
    (_KAZAKH_CITIES, _kazakh_cities),
    (_POSTS, _posts),
)


def _cut(text: str) -> Iterable[str]:
    """The text cut at separators that stand outside quotes and brackets."""
    depth, start, quoted = 0, 0, False
    for at, letter in enumerate(text):
        if letter in "(«“":
            depth += 1
        elif letter in ")»”" and depth:
            depth -= 1
        elif letter == '"':
            quoted = not quoted
        elif (
            letter in ",;"
            and not depth
            and not (quoted and '"' in text[at:])
            or (
                letter == "\n"
                and not depth
                and _begins(text[at + 1 :])
                and not _goes_on(text[start:at], text[at + 1 :])
            )
        ):
            yield text[start:at]
            start = at + 1
    yield text[start:]


def _goes_on(line: str, following: str) -> bool:
    """Whether a line is only the beginning of a name."""
    if _UNFINISHED.search(line):
        return True
    first = (following.split() or [""])[0].strip(",.;")
    return bool(_OPEN.search(line)) and is_abbreviation(first)


def _begins(text: str) -> bool:
    return bool(re.match(rf"\s*(?:[{_UP}]|\d+[.)])", text))


# What a department deals with, and no body of its own: "Отдел мобилизационной подготовки и ЧС".
_MATTERS = "ЧС|ТЖ|ГО|ОТ|ТБ|ПБ|ИБ|ИТ|ІТ|IT|ИКТ|АКТ|ЖКХ|ТКШ|МТС|МТО|HR|PR"


def _at_and(piece: str) -> list[str]:
    """ "Экономист и Статист", "МЗ и МФ" are two; "отдел кадров и спорта" is one."""
    piece = re.sub(r"^\d+[.)]\s*", "", " ".join(piece.split()))
    if _FIELDS.search(piece):
        return [piece]
    if "«" in piece or '"' in piece:
        return [piece]
    cut = (p for p in re.split(rf" (?:и|және|мен) (?=[{_UP}])(?!(?:{_MATTERS})\b)", piece) if p)
    return [one for p in cut for one in at_conjunction(p)]


def is_abbreviation(word: str) -> bool:
    """Whether a word is written as an abbreviation: short, with at least two capitals."""
    return len(word) <= 10 and sum(c.isupper() for c in word) >= 2 and word.isalpha()


def standing_alone(cells: Iterable[str]) -> frozenset[str]:
    """Abbreviations (folded) that stand alone between separators somewhere in these cells."""
    alone = {
        piece
        for cell in dict.fromkeys(cells)
        if len(cell) <= _LONGEST
        for piece in pieces(cell)
        if " " not in piece
    }
    return frozenset(fold(piece) for piece in alone if is_abbreviation(piece))


def _abbreviations(piece: str, alone: frozenset[str]) -> tuple[list[str], bool]:
    """A piece taken apart at the spaces between abbreviations, and whether that is unsure."""
    words = piece.split()
    short = [is_abbreviation(w) or fold(w) in alone for w in words]
    if len(words) < 2 or not any(short):
        return [piece] if piece else [], False
    runs: list[list[str]] = []
    for at, word in enumerate(words):
        starts_body = word.startswith(("Аким", "аким")) or (short[at] and not (at and short[at - 1]))
        joins = at > 0 and (fold(word) in _COUNTRY or not starts_body and not short[at])
        if (
            runs
            and (joins or (short[at] and short[at - 1] and not _apart(words, short, at, alone)))
            or runs
            and short[at]
            and not short[at - 1]
            and not runs[-1][0].startswith(("Аким", "аким"))
        ):
            runs[-1].append(word)
        else:
            runs.append([word])
    unsure = (
        any(len(r) == 1 and is_abbreviation(r[0]) and fold(r[0]) not in alone for r in runs) and len(runs) > 1
    )
    return [" ".join(run) for run in runs], unsure


def _apart(words: Sequence[str], short: Sequence[bool], at: int, alone: frozenset[str]) -> bool:
    """Whether two neighbouring abbreviations are two bodies rather than one ("ПС КНБ")."""
    start = at
    while start and short[start - 1]:
        start -= 1
    end = at
    while end + 1 < len(words) and short[end + 1]:
        end += 1
    run = [w for w in words[start : end + 1] if fold(w) not in _COUNTRY]
    known = sum(fold(w) in alone for w in run)
    bodies = any(w.startswith(("Аким", "аким")) for w in words)
    return known == len(run) or (fold(run[0]) in alone and known * 2 >= len(run)) or (bodies and known > 0)

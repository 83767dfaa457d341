"""People beside their posts in a cell: "Иванов И.И., заместитель директора" is one who answers, not two."""

from __future__ import annotations

import re

HELD = "\ue000"
"""Stands for a comma that is no separator, while a cell is taken apart."""

_UP, _LOW = "А-ЯЁӘҒҚҢӨҰҮҺІA-Z", "а-яёәғқңөұүһіa-z"
_SURNAME = rf"[{_UP}][{_LOW}'’]+(?:-[{_UP}][{_LOW}]+)?"
_INITIALS = rf"[{_UP}][{_LOW}]?\.\s?(?:[{_UP}]\.)?"
_PATRONYMIC = rf"[{_UP}][{_LOW}]+(?:вич|вна|ична|ұлы|қызы|улы|кызы)"
_PERSON = rf"(?:{_SURNAME}\s{_SURNAME}\s{_PATRONYMIC}|{_SURNAME}\s{_INITIALS}|{_INITIALS}\s?{_SURNAME})"
_ONLY_PERSON = re.compile(_PERSON)
_POST = (
    r"(?i:и\.? ?о\.?|врио|зам|первый зам|директор|проректор|ректор|глав|гл\.|старш|ст\.|начальник|руководител|зав|юрист|бухгалтер|экономист|"
    r"инженер|специалист|врач|медсестр|фельдшер|учител|педагог|преподавател|методист|секретар|программист|психолог|"
    r"председател|аким|министр|менеджер|координатор|техник|механик|провизор|библиотекар|воспитател|классн|"
    r"бас |басшы|директор|орынбасар|меңгеруші|бөлім|мұғалім|әдіскер|дәрігер|"
    r"head|director|deputy|chief|manager|officer|specialist|nurse|doctor|dr\b|teacher|accountant|engineer|coordinator)"
)
_NAME_THEN_POST = re.compile(
    rf"(?P<before>^|[,;\n]\s*|\d[.)]\s*)(?P<name>(?:[кдмКД]\.\s?[{_LOW}]{{1,4}}\.\s?н\.,?\s)?{_PERSON})\s*,\s*(?=(?:[{_LOW}]|{_POST})[^,;\n]*)(?![^,;\n]*{_PERSON})"
)
_SEPARATORS = re.compile(r"([,;\n])")


def hold_persons(text: str) -> str:
    """The text of a cell with the commas between a person and their post held (`HELD`): they separate nothing."""
    if not _ONLY_PERSON.search(text):
        return text
    held = _NAME_THEN_POST.sub(rf"\g<before>\g<name>{HELD} ", text)
    return held if HELD in held else _post_then_name(text)


def _post_then_name(text: str) -> str:
    """ "Завхоз, Петров П.П.; юрист, Ким А.А.": held where a post and a person take turns all through the cell."""
    parts = _SEPARATORS.split(text)
    said, marks = parts[::2], parts[1::2]
    people = [
        bool(_ONLY_PERSON.fullmatch(part.strip(" ."), 0) or _ONLY_PERSON.fullmatch(part.strip()))
        for part in said
    ]
    turns = len(said) % 2 == 0 and all(people[1::2]) and not any(people[::2])
    if not turns or any(_ONLY_PERSON.search(post) for post in said[::2]):
        return text
    held = [" " if mark == "\n" else HELD if at % 2 == 0 else mark for at, mark in enumerate(marks)]
    return "".join(one + other for one, other in zip(said, [*held, ""], strict=True))

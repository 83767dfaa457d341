"""What the people of the stories type, by language, and the files that they send."""

from __future__ import annotations

import struct
import zlib

SAID = {
    "ru": {
        "less": "11,9 млн",
        "reason": "Подрядчик задержал отделку",
        "paper": "12-ө от 05.03.2024",
        "certificate": "№ 7 от 11.03.2024",
        "sources": "МБ 80, ЧИ 40",
        "photo": "Сертификат № 44 от 10.03.2024, поверили 12 манометров",
        "joint": "Смета на отделку пересчитана 12 марта",
        "account": "Открыты в трёх школах",
        "down": "1,5 %",
        "return": "Приложите акт: без него закупку не подтвердить",
        "refuse": "Акт передачи ещё не подписан",
        "not_required": "Отопление передано городу",
        "corrected": "13",
        "why": "Поверили ещё один манометр",
        "leave": "с 1 по 14 апреля",
        "part": "мебель ещё не привезли, к 15 мая",
        "organisation": "Центр сердца",
        "in words": "двенадцать",
        "deadline": "до 15 марта",
    },
    "kk": {
        "less": "11,9 млн",
        "reason": "Мердігер өңдеу жұмыстарын кешіктірді",
        "paper": "12-ө 05.03.2024",
        "certificate": "№ 7 11.03.2024",
        "sources": "ЖБ 80, ЖИ 40",
        "photo": "Сертификат № 44 10.03.2024, 12 манометр тексерілді",
        "joint": "Өңдеу сметасы 12 наурызда қайта есептелді",
        "account": "Үш мектепте ашылды",
        "down": "1,5 %",
        "return": "Актіні қоса беріңіз: онсыз сатып алуды растай алмаймыз",
        "refuse": "Тапсыру актісіне әлі қол қойылған жоқ",
        "not_required": "Жылу жүйесі қалаға берілді",
        "corrected": "13",
        "why": "Тағы бір манометр тексерілді",
        "leave": "1 сәуірден 14 сәуірге дейін",
        "part": "жиһаз әлі жеткізілмеді, 15 мамырға дейін",
        "organisation": "Жүрек орталығы",
        "in words": "он екі",
        "deadline": "15 наурызға дейін",
    },
    "en": {
        "less": "11.9m",
        "reason": "The contractor was late with the finishing",
        "paper": "12-ө of 05.03.2024",
        "certificate": "No. 7 of 11.03.2024",
        "sources": "МБ 80, ЧИ 40",
        "photo": "Certificate No. 44 of 10.03.2024, 12 gauges verified",
        "joint": "The estimate was made anew on 12 March",
        "account": "Opened in three schools",
        "down": "1.5%",
        "return": "Attach the act: the purchase cannot be confirmed without it",
        "refuse": "The handover is not signed yet",
        "not_required": "The heating was handed over to the city",
        "corrected": "13",
        "why": "One more gauge was verified",
        "leave": "from 1 to 14 April",
        "part": "the furniture has not come yet, by 15 May",
        "organisation": "Heart Centre",
        "in words": "twelve",
        "deadline": "by 15 March",
    },
}

TYPED = {
    language: (
        "3",
        said["less"],
        said["reason"],
        "0",
        "30.04.2024",
        said["sources"],
        "97,5 %",
        said["paper"],
        "200 млрд",
        said["part"],
        said["in words"],
        "ъ",
        said["leave"],
        "120",
        said["account"],
    )
    for language, said in SAID.items()
}
"""Typed one after the other by who looks around, whatever the card asks."""

CAPTIONS = {language: ("", said["photo"], said["less"], said["account"]) for language, said in SAID.items()}

COMMANDS = {
    "officer": (
        "/report",
        "/tasks",
        "/history",
        "/joint",
        "/deadlines",
        "/settings",
        "/report",
        "/cancel",
        "/help",
    ),
    "manager": ("/summary", "/review", "/overdue", "/settings", "/tasks", "/summary"),
    "coordinator": (
        "/plans",
        "/people",
        "/rules",
        "/invite",
        "/summary",
        "/plans",
        "/people",
        "/tasks",
        "/help",
    ),
}
"""What who looks around goes back to, by role."""

HEAD = (
    "№;Мероприятие;Форма завершения;Срок исполнения;Ответственные исполнители;Единица измерения;"
    "1 квартал;2 квартал;3 квартал;4 квартал"
)
HOLTER = "1;Закуп аппарата Холтер;Акт ввода;в течение года;Метролог;тыс. тенге;6000;-;2000;-"
TRAINING = "2;Провести обучение среднего персонала;Приказ;в течение года;Экономист;человек;5;5;5;5"
ROOF = "3;Капитальный ремонт кровли здания;Акт;4 квартал 2024 года;Метролог, Экономист;усл. ед.;7;;;"
CHECKS = "4;Поверка приборов;Сертификат;в течение года;Метролог;%;100;100;100;100"
FIRST = (HOLTER, TRAINING, ROOF, CHECKS)
SECOND = (
    HOLTER.replace("6000", "5000"),
    TRAINING.replace("среднего персонала", "персонала приёмного отделения"),
    CHECKS.replace("Метролог", "Статист"),
    "5;Закуп дефибрилляторов;Акт ввода;до 1 июля 2024 года;Метролог;штук;-;4;-;-",
)
"""The same plan's next edition: a value, a title, an owner are others, one row went and one came."""


def plan_file(*rows: str) -> bytes:
    """A plan as a table of values."""
    title = "План мероприятий на 2024 год"
    return "\n".join([title, HEAD, "Раздел 1. Финансы;;;;;;;;;", *rows]).encode()


def picture(shade: int) -> bytes:
    """A PNG of one colour."""
    row = b"\0" + bytes([shade]) * 64
    head = struct.pack(">IIBBBBB", 64, 64, 8, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(row * 64)), (b"IEND", b"")]
    chunks = [struct.pack(">I", len(d)) + n + d + struct.pack(">I", zlib.crc32(n + d)) for n, d in parts]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)

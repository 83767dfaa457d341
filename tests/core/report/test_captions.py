"""Captions as people write them, in three languages: the paper, the figure, the outcome, and what is left."""

from __future__ import annotations

import time
from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.evidence.named_papers import NamedPaper
from core.evidence.paper_kinds import form_named
from core.evidence.papers import Paper
from core.kernel.text import clean
from core.plan.model import Unit
from core.plan.reports import Measure, Outcome
from core.report.captions import Understood, understand

TODAY = date(2024, 3, 26)
MAY = date(2024, 3, 5)
MONEY = (Measure(id="main", unit=Unit.MONEY, scale=3, plan=Decimal(6000)),)
PERCENT = (Measure(id="main", unit=Unit.PERCENT, plan=Decimal(90)),)
COUNT = (Measure(id="main", unit=Unit.COUNT, plan=Decimal(12)),)
TICK = (Measure(id="main", unit=Unit.TEXT),)
PRESENT = (Measure(id="main", unit=Unit.PRESENCE),)
THRESHOLD = (
    *PRESENT,
    Measure(id="threshold", unit=Unit.PERCENT, role="threshold", plan=Decimal(98)),
)
ZERO = (Measure(id="main", unit=Unit.MONEY, scale=3, plan=Decimal(0)),)
DONE, PART, NONE = Outcome.DONE, Outcome.PARTIAL, Outcome.NOT_DONE


def read(text: str, measures: tuple[Measure, ...] = MONEY, language: str = "ru") -> Understood:
    asked = next((m for m in measures if m.role == "threshold"), measures[0])
    return understand(text, measures, asked, language, TODAY)


def paper(form: str | None, number: str | None, dated: date | None = MAY) -> NamedPaper:
    return NamedPaper(form, Paper(number, dated))


PAPERS: list[tuple[str, list[NamedPaper]]] = [
    ("Акт №12 от 05.03.2024", [paper("Акт", "12")]),
    ("акт № 12 от 5 марта", [paper("Акт", "12")]),
    ("Акт 12 от 05.03.2024 г.", [paper("Акт", "12")]),
    ("Акт ввода в эксплуатацию № 3 от 5 марта 2024 года", [paper("Акт ввода в эксплуатацию", "3")]),
    ("12-ө от 05.03.2024", [paper(None, "12-ө")]),
    ("№ 12-ө/нқ 05.03.2024", [paper(None, "12-ө/нқ")]),
    ("Приказ №П-45 от 05.03.24", [paper("Приказ", "П-45")]),
    ("Приказ 45", [paper("Приказ", "45", None)]),
    ("Протокол № 7", [paper("Протокол", "7", None)]),
    ("акт б/н от 05.03.2024", [paper("Акт", None)]),
    ("Акт от 05.03.2024", [paper("Акт", None)]),
    (
        "Договор №45 от 01.02.2024, накладная №7 от 05.03.2024",
        [paper("Договор", "45", date(2024, 2, 1)), paper("Накладная", "7")],
    ),
    ("№12 бұйрық, 05.03.2024", [paper("Бұйрық", "12")]),
    ("05.03.2024 ж. №12 акт", [paper("Акт", "12")]),
    ("2024 жылғы 5 наурыздағы № 12 бұйрық", [paper("Бұйрық", "12")]),
    ("Хаттама № 4, 5 наурыз 2024 ж.", [paper("Хаттама", "4")]),
    ("Шарт №45, 05.03.2024", [paper("Шарт", "45")]),
    ("Order No. 45 dated March 5, 2024", [paper("Order", "45")]),
    ("Contract #A-7 of 5 March 2024", [paper("Contract", "A-7")]),
    ("Certificate № 9", [paper("Certificate", "9", None)]),
    ("Отремонтировали школу №5", []),
    ("Закупили 12 штук", []),
    ("Фото от 05.03.2024", []),
    ("Акт №12 от 45.13.2024", [paper("Акт", "12", None)]),
]


@pytest.mark.parametrize(("text", "papers"), PAPERS)
def test_papers_are_found(text: str, papers: list[NamedPaper]) -> None:
    assert list(read(text).papers) == papers


OUTCOMES: list[tuple[str, tuple[Measure, ...], Outcome | None]] = [
    ("сделано", MONEY, DONE),
    ("Исполнено!", MONEY, DONE),
    ("выполнено полностью", COUNT, DONE),
    ("Всё готово", MONEY, DONE),
    ("исполнено в срок", MONEY, DONE),
    ("по плану", MONEY, DONE),
    ("100 %", MONEY, DONE),
    ("на 100%", TICK, DONE),
    ("сделано 100 %", MONEY, DONE),
    ("✅", MONEY, DONE),
    ("есть", PRESENT, DONE),
    ("орындалды", MONEY, DONE),
    ("Толық орындалды", COUNT, DONE),
    ("жоспар бойынша орындалды", MONEY, DONE),
    ("дайын", TICK, DONE),
    ("бар", PRESENT, DONE),
    ("100 пайыз", MONEY, DONE),
    ("done", MONEY, DONE),
    ("Fully completed", COUNT, DONE),
    ("done as planned", MONEY, DONE),
    ("100 percent", TICK, DONE),
    ("не исполнено", MONEY, NONE),
    ("пока не сделано", COUNT, NONE),
    ("ещё не готово", TICK, NONE),
    ("нет", TICK, NONE),
    ("орындалмады", MONEY, NONE),
    ("орындалған жоқ", TICK, NONE),
    ("not done yet", MONEY, NONE),
    ("исполнено частично", TICK, PART),
    ("ішінара орындалды", TICK, PART),
    ("partly done", TICK, PART),
    ("частично", MONEY, None),  # how much of it is a figure
    ("не исполнено", ZERO, None),  # nothing was planned
    ("готовится", MONEY, None),
    ("не всё сделано вовремя", MONEY, None),
    ("сделано, не сделано", MONEY, None),
    ("есть", MONEY, None),
    ("doneness", MONEY, None),
]


@pytest.mark.parametrize(("text", "measures", "outcome"), OUTCOMES)
def test_an_outcome_is_a_clause_of_its_own(
    text: str, measures: tuple[Measure, ...], outcome: Outcome | None
) -> None:
    said = read(text, measures)
    assert said.outcome is outcome
    assert said.figure is None
    assert said.account == (None if outcome else text)  # what is not understood is the account


WHOLE: list[tuple[str, tuple[Measure, ...], int | None, Outcome | None, str | None, str | None]] = [
    ("Акт №12 от 05.03.2024, закупили на 5,8 млн", MONEY, 5800, None, "12", "закупили на 5,8 млн"),
    ("Акт №12 от 05.03.2024, 5,8 млн", MONEY, 5800, None, "12", None),
    ("Закупили на 5,8 млн. Акт №12 от 05.03.2024", MONEY, 5800, None, "12", "Закупили на 5,8 млн."),
    ("Закупили на 5,8 млн\nАкт №12 от 05.03.2024", MONEY, 5800, None, "12", "Закупили на 5,8 млн"),
    ("акт №12 от 05.03.2024, исполнено", MONEY, None, DONE, "12", None),
    ("исполнено; акт №12 от 05.03.2024", TICK, None, DONE, "12", None),
    (
        "Подписан акт №12 от 05.03.2024 и закуплен аппарат на 5,8 млн",
        MONEY,
        5800,
        None,
        "12",
        "Подписан акт №12 от 05.03.2024 и закуплен аппарат на 5,8 млн",
    ),
    ("Закупили аппарат. Исполнено", MONEY, None, DONE, None, "Закупили аппарат. Исполнено"),
    ("Закупили аппарат на 6 млн, исполнено", MONEY, 6000, DONE, None, "Закупили аппарат на 6 млн, исполнено"),
    ("6 млн", MONEY, 6000, None, None, None),
    ("исполнено 86 %", PERCENT, 86, None, None, None),
    ("100 %", PERCENT, 100, DONE, None, None),
    ("98%", THRESHOLD, 98, None, None, None),
    ("исполнено, 98%", THRESHOLD, 98, DONE, None, None),
    ("2024 жылғы 5 наурыздағы № 12 бұйрық, барлығы 5,8 млн игерілді", MONEY, 5800, None, "12",
     "барлығы 5,8 млн игерілді"),
    ("№12 акт, 05.03.2024, орындалды", MONEY, None, DONE, "12", None),
    ("Act No. 12 dated 05.03.2024, bought for 5.8 mln", MONEY, 5800, None, "12", "bought for 5.8 mln"),
    ("Order No. 12 of 5 March 2024, done", COUNT, None, DONE, "12", None),
    ("обучили 12 врачей из Астаны", COUNT, 12, None, None, "обучили 12 врачей из Астаны"),
    ("обучили 12 врачей и 7 сестёр", COUNT, None, None, None, "обучили 12 врачей и 7 сестёр"),
    ("исполнено, 5 млн тг", THRESHOLD, None, DONE, None, "исполнено, 5 млн тг"),
    ("Аппарат в кабинете", MONEY, None, None, None, "Аппарат в кабинете"),
    ("Отремонтировали школу №5 на 5,8 млн", MONEY, 5800, None, None, "Отремонтировали школу №5 на 5,8 млн"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measures", "figure", "outcome", "number", "account"), WHOLE)
def test_one_message_fills_the_card(
    text: str,
    measures: tuple[Measure, ...],
    figure: int | None,
    outcome: Outcome | None,
    number: str | None,
    account: str | None,
) -> None:
    said = read(text, measures)
    assert said.figure == (None if figure is None else Decimal(figure))
    assert said.outcome is outcome
    assert [p.paper.number for p in said.papers] == ([number] if number else [])
    assert said.account == account


CLINICS = (
    Measure(id="main", unit=Unit.COUNT, plan=Decimal(12), noun="поликлиник"),
    Measure(id="spent", unit=Unit.MONEY, role="spent", scale=6, plan=Decimal(500)),
)
SCHOOLS = (
    Measure(id="main", unit=Unit.COUNT, plan=Decimal(6), noun="школ"),
    Measure(id="goal2", unit=Unit.COUNT, role="goal", plan=Decimal(3150), noun="мест"),
    Measure(id="spent", unit=Unit.MONEY, role="spent", scale=6, plan=Decimal(500)),
)
SOURCES = (
    *(Measure(id="main", unit=Unit.MONEY, scale=6, plan=Decimal(450)),),
    *(
        Measure(id=f"main:{n}", unit=Unit.MONEY, scale=6, role="by_source", noun=n, part_of="main")
        for n in ("МБ", "РБ")
    ),
)
BY_SOURCE: Mapping[str, int | Decimal] = {"main": 450, "main:МБ": 300, "main:РБ": 150}

SEVERAL: list[tuple[str, tuple[Measure, ...], Mapping[str, int | Decimal], Outcome | None, str | None]] = [
    ("12 поликлиник, 480 млн тг", CLINICS, {"main": 12, "spent": 480}, None, None),
    ("12; 480", CLINICS, {"main": 12, "spent": 480}, None, None),
    ("480 млн тг, 12 поликлиник", CLINICS, {"main": 12, "spent": 480}, None, None),
    ("12 поликлиник и 480 млн", CLINICS, {"main": 12, "spent": 480}, None, None),
    ("12 поликлиник\n480 млн", CLINICS, {"main": 12, "spent": 480}, None, None),
    ("12 емхана, 480 млн теңге", CLINICS, {"main": 12, "spent": 480}, None, None),
    ("12 clinics and 480 mln", CLINICS, {"main": 12, "spent": 480}, None, None),
    ("Оснастили 12 поликлиник, освоили 480 млн тг", CLINICS, {"main": 12, "spent": 480}, None,
     "Оснастили 12 поликлиник, освоили 480 млн тг"),
    ("12 поликлиник, 480 млн тг, всё в срок", CLINICS, {"main": 12, "spent": 480}, None,
     "12 поликлиник, 480 млн тг, всё в срок"),
    ("исполнено, 12 поликлиник, 480 млн тг", CLINICS, {"main": 12, "spent": 480}, DONE, None),
    ("Акт №12 от 05.03.2024, 12 поликлиник, 480 млн тг", CLINICS, {"main": 12, "spent": 480}, None, None),
    ("480 млн тг", CLINICS, {"spent": 480}, None, None),
    ("480 млн", CLINICS, {"spent": 480}, None, None),  # no clinics are counted in millions
    ("12 поликлиник 480 млн тг", CLINICS, {"main": 12, "spent": 480}, None, None),
    ("Оснастили 12 поликлиник на 480 млн", CLINICS, {"main": 12, "spent": 480}, None,
     "Оснастили 12 поликлиник на 480 млн"),
    ("5 млн 800 тыс тг", CLINICS, {"spent": Decimal("5.8")}, None, None),
    ("480 млн и 12", CLINICS, {"main": 12, "spent": 480}, None, None),
    ("нет, только 10", CLINICS, {"main": 10}, None, "нет, только 10"),
    ("12 из 12, 480 млн", CLINICS, {"main": 12, "spent": 480}, None, None),
    ("10 из 12", COUNT, {"main": 10}, None, None),
    ("10/12", COUNT, {"main": 10}, None, None),
    ("10 из 12", CLINICS, {"main": 10}, None, None),  # twelve are the plan, no money
    ("оснастили 10 поликлиник из 12", CLINICS, {"main": 10}, None, "оснастили 10 поликлиник из 12"),
    ("11 из 12, одна в ремонте", COUNT, {"main": 11}, None, "11 из 12, одна в ремонте"),
    ("12 емханадан 10", CLINICS, {"main": 10}, None, None),
    ("10 из 15", CLINICS, {}, None, "10 из 15"),
    ("открыто 10 поликлиник (всего 24)", CLINICS, {}, None, "открыто 10 поликлиник (всего 24)"),
    ("4 школы из 9", SCHOOLS, {}, None, "4 школы из 9"),
    ("6 школ 3150 мест", SCHOOLS, {"main": 6, "goal2": 3150}, None, "6 школ 3150 мест"),
    ("12 поликлиник 480", CLINICS, {}, None, "12 поликлиник 480"),
    ("10 of 12", COUNT, {"main": 10}, None, None),
    ("12-ден 10", COUNT, {"main": 10}, None, None),
    ("план 12, факт 10", COUNT, {"main": 10}, None, None),
    ("факт 5800 при плане 6000", MONEY, {"main": 5800}, None, None),
    ("5,8 млн из 6 млн тг", MONEY, {"main": 5800}, None, None),
    ("10 из 15", COUNT, {}, None, "10 из 15"),  # fifteen are not planned
    ("Акт подписан 25.03", MONEY, {}, None, "Акт подписан 25.03"),
    ("12 врачей и 7 сестёр", (CLINICS[0],), {}, None, "12 врачей и 7 сестёр"),
    ("6 школ, 3150 мест, 480 млн", SCHOOLS, {"main": 6, "goal2": 3150, "spent": 480}, None, None),
    ("МБ 300, РБ 150 млн", SOURCES, BY_SOURCE, None, None),
    ("МБ - 300 млн; РБ - 150 млн", SOURCES, BY_SOURCE, None, None),
    ("300 из местного, 150 из республиканского", SOURCES, BY_SOURCE, None, None),
    ("исполнено, МБ 300, РБ 150", SOURCES, BY_SOURCE, DONE, None),
    ("Акт №12 от 05.03.2024, МБ 300, РБ 150 млн", SOURCES, BY_SOURCE, None, None),
    ("Закупили УЗИ аппарат: МБ 300, РБ 150 млн", SOURCES, BY_SOURCE, None, "Закупили УЗИ аппарат: МБ 300, РБ 150 млн"),
    ("Освоено МБ 300, РБ 150 млн", SOURCES, BY_SOURCE, None, None),
    ("есть, 98 %", THRESHOLD, {"threshold": 98}, DONE, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "measures", "figures", "outcome", "account"), SEVERAL)
def test_a_caption_gives_what_a_typed_text_gives(
    text: str,
    measures: tuple[Measure, ...],
    figures: Mapping[str, int | Decimal],
    outcome: Outcome | None,
    account: str | None,
) -> None:
    said = read(text, measures)
    assert said.figures == {id: Decimal(value) for id, value in figures.items()}
    assert (said.outcome, said.account) == (outcome, account)


@given(st.text(max_size=200))
def test_nothing_written_is_lost(text: str) -> None:
    said = read(text)
    told = any(c.isalnum() for c in clean(text))
    assert bool(said.papers or said.links or said.answers or said.account) or not told


HOSTILE = [
    "1 из 2 ",
    "план 1 ",
    "https://a.kz/1 ",
    "МБ 1, ",
    "акт слово ",
    "1",
    "а",
    "№1/",
    "1-",
    "сделано, ",
    "все уже ",
    "пока еще ",
    "05.03.2024 ",
    "2024 жыл ",
    "; ",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_no_caption_keeps_the_reader_busy(part: str) -> None:
    for length in (1024, 4096):
        text = (part * length)[: length - 1] + "x"
        began = time.perf_counter()
        read(text)
        assert time.perf_counter() - began < 1.0


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("Акт", "Акт ввода в эксплуатацию"),
        ("акту", "Акт ввода в эксплуатацию"),
        ("Бұйрық", "Приказ"),
        ("Order", "Приказ"),
        ("Накладная", None),
        ("Сертификаты", "Сертификат соответствия"),
    ],
)
def test_a_paper_answers_the_form_that_it_is(word: str, form: str | None) -> None:
    assert form_named(word, ("Акт ввода в эксплуатацию", "Приказ", "Сертификат соответствия")) == form

"""Papers told by a day from today, by marks before their number, two in a message; and what leaves open which is meant."""

from __future__ import annotations

from datetime import date

import pytest

from core.evidence.named_papers import numbers_left_open, paper_asked, papers_in
from core.evidence.paper_checks import dated_amiss
from core.kernel.errors import UnreadableInput
from core.model.obligations import Due, Obligation, ObligationKind

TODAY = date(2024, 3, 26)

READ: list[tuple[str, list[tuple[str | None, str | None]]]] = [
    # The day told from today
    ("приказ 61 от сегодня", [("61", "2024-03-26")]),
    ("приказ № 61 от сегодняшнего числа", [("61", "2024-03-26")]),
    ("вчерашний приказ № 60", [("60", "2024-03-25")]),
    ("приказ № 60, подписан вчера", [("60", "2024-03-25")]),
    ("61 от вчера", [("61", "2024-03-25")]),
    ("№ 7 от позавчера", [("7", "2024-03-24")]),
    ("12-ө, кеше", [("12-ө", "2024-03-25")]),
    ("бүгінгі № 61 бұйрық", [("61", "2024-03-26")]),
    ("кешегі № 60 бұйрық", [("60", "2024-03-25")]),
    ("бугинги № 61 буйрык", [("61", "2024-03-26")]),
    ("кешегі 60 нөмірлі бұйрық", [("60", "2024-03-25")]),
    ("order 61, signed today", [("61", "2024-03-26")]),
    ("yesterday's order no. 60", [("60", "2024-03-25")]),
    ("today’s order No. 61", [("61", "2024-03-26")]),
    ("order of today", [(None, "2024-03-26")]),
    ("61, today", [("61", "2024-03-26")]),
    # Marks before a number
    ("ref 01-05/127, 19 Feb 2024", [("01-05/127", "2024-02-19")]),
    ("Ref. No. 01-05/127 of 19 Feb 2024", [("01-05/127", "2024-02-19")]),
    ("исх. № 5-12/33 от 05.03.2024", [("5-12/33", "2024-03-05")]),
    ("исх 5-12/33, 05.03.2024", [("5-12/33", "2024-03-05")]),
    ("исходящий 5-12/33, 5 марта", [("5-12/33", "2024-03-05")]),
    ("вх. 345 от 05.03.2024", [("345", "2024-03-05")]),
    ("рег.№45 05.03.2024", [("45", "2024-03-05")]),
    ("шығыс № 45, 05.03.2024", [("45", "2024-03-05")]),
    ("тіркеу 45, 05.03.2024", [("45", "2024-03-05")]),
    # What it is for short
    ("пр. 33 11.03", [("33", "2024-03-11")]),
    ("пр 33 от 11.03", [("33", "2024-03-11")]),
    ("пр33 11.03", [("33", "2024-03-11")]),
    ("Прик33 11.03", [("33", "2024-03-11")]),
    ("пр. N33 11.03", [("33", "2024-03-11")]),
    ("ПР. 33 11.03", [("33", "2024-03-11")]),
    ("11.03 пр. 33", [("33", "2024-03-11")]),
    ("прик. 33-п 11.03", [("33-п", "2024-03-11")]),
    ("прик. № 33 от 11 марта", [("33", "2024-03-11")]),
    ("расп. 12-р, 5 марта", [("12-р", "2024-03-05")]),
    ("прот. 3 05.03.2024", [("3", "2024-03-05")]),
    ("прот 3 от 5 марта", [("3", "2024-03-05")]),
    ("серт. 8 05.03.2024", [("8", "2024-03-05")]),
    ("бұй. 33, 11.03", [("33", "2024-03-11")]),
    ("буй. 33 11.03", [("33", "2024-03-11")]),
    ("хат. 01-05/127, 19 ақпан", [("01-05/127", "2024-02-19")]),
    ("өк. 4, 5 наурыз", [("4", "2024-03-05")]),
    ("ord 33 11 mar", [("33", "2024-03-11")]),
    ("min. 3, 5 March", [("3", "2024-03-05")]),
    ("let. 45 5 March", [("45", "2024-03-05")]),
    ("пр-33 11.03", [("пр-33", "2024-03-11")]),
    ("ПР33 11.03", [("ПР33", "2024-03-11")]),
    ("ҚР ДСМ-45 05.03.2024", [("ҚР ДСМ-45", "2024-03-05")]),
    # Over several lines
    ("Приказ руководителя управления здравоохранения\nот «19» марта 2024 года\n№ 09-1-3/142", [("09-1-3/142", "2024-03-19")]),
    ("Приказ\nот 19 марта\n2024 года\n№ 12", [("12", "2024-03-19")]),
    ("Приказ главного врача\n№ 45", [("45", None)]),
    ("Исполнено\nПриказ № 45\nот 05.03.2024", [("45", "2024-03-05")]),
    ("№ 45\n05.03.2024\nг. Астана", [("45", "2024-03-05")]),
    ("БҰЙРЫҚ\n2024 жылғы «19» наурыз\n№ 09-1-3/142", [("09-1-3/142", "2024-03-19")]),
    ("Бұйрық\n№ 12-ө\n2024 жылғы\n5 наурыз", [("12-ө", "2024-03-05")]),
    ("Қала әкімінің\n2024 жылғы 19 наурыздағы\n№ 142\nқаулысы", [("142", "2024-03-19")]),
    ("ORDER\nof the head of the health department\nof 19 March 2024\nNo. 09-1-3/142", [("09-1-3/142", "2024-03-19")]),
    ("Акт №3 от 05.03.2024\nАкт №4 от 06.03.2024", [("3", "2024-03-05"), ("4", "2024-03-06")]),
    ("№ 09-1-3/142", [("09-1-3/142", None)]),
    # Two, each with its own day
    ("№ 4 акт 01.03.2024, № 5 акт 04.03.2024", [("4", "2024-03-01"), ("5", "2024-03-04")]),
    ("№ 4 акт, 01.03.2024, № 5 акт, 04.03.2024", [("4", "2024-03-01"), ("5", "2024-03-04")]),
    ("01.03.2024 № 4 акт, 04.03.2024 № 5 акт", [("4", "2024-03-01"), ("5", "2024-03-04")]),
    ("№ 4 акт 1 наурыз, № 5 акт 4 наурыз", [("4", "2024-03-01"), ("5", "2024-03-04")]),
    ("1 наурыздағы № 4 акт және 4 наурыздағы № 5 акт", [("4", "2024-03-01"), ("5", "2024-03-04")]),
    ("акт №4 от 01.03.2024 и акт №5 от 04.03.2024", [("4", "2024-03-01"), ("5", "2024-03-04")]),
    ("act 4 of 1 March and act 5 of 4 March", [("4", "2024-03-01"), ("5", "2024-03-04")]),
    # The number of a school or a hospital is none of a paper
    ("акт № 3 от 05.03.2024 по школе № 5", [("3", "2024-03-05")]),
    ("№ 5 мектеп, № 3 акт, 5 наурыз", [("3", "2024-03-05")]),
]  # fmt: skip

OPEN = [
    # One of two
    "то ли 14, то ли 41 от 5 марта", "№ 14 или № 41 от 5 марта", "приказ № 14 или 41 от 5 марта",
    "либо 14, либо 15 от 5 марта", "№ 12 от 5 марта или 6 марта", "приказ № 12 от 5 марта либо 6 апреля",
    "не № 45, а № 54 от 5 марта", "№ 5 немесе № 6 бұйрық, 4 наурыз", "№ 14 әлде 15, 5 наурыз",
    "№ 45 емес, № 54 бұйрық 5 наурыз", "either 14 or 41, dated 5 March", "No. 14 or No. 41 of 5 March",
    "No. 12 of 5 or 6 March", "order 14 or 15, 5 March",
    # Several numbers with one day
    "№ 45, 46 от 05.03.2024", "45, 46 от 05.03.2024", "№ 45 и № 46 от 05.03.2024", "приказы №№ 4, 5 от 05.03.2024",
    "№ 4 акт және № 5 акт 04.03.2024", "act 4 and act 5 of 4 March",
    # Numbers in words
    "приказ двенадцать от 5 марта", "приказ номер двенадцать дробь три", "номер двенадцать дробь три от пятого марта",
    "приказ № 12 дробь три от 5 марта", "№ 12/три от 5 марта", "№ он екі, 5 наурыз", "он екінші бұйрық, бесінші наурыз", "он екі бөлу үш бұйрық 5 наурыз",
    "order twelve of 5 March", "order twelve stroke three of the fifth of March", "number twelve slash three, 5 March",
    # Days that are not read
    "приказ № 61 от понедельника", "приказ № 61 от прошлой пятницы", "сегодня подписали приказ № 61",
    "бүгін шыққан № 61 бұйрық", "кеше шыкты буйрык 60", "order no. 5 was signed today", "акт № 3 от 5-7 марта",
    # A number and a day that other words part
    "Приказ главного врача\n№ 45\nг. Астана\n19 марта 2024 года", "Приказ № 45\nАкт от 05.03.2024",
    # Short words that are no mark of a paper
    "гл. 33 11.03", "п. 33 11.03",
    # Words that are no number
    "№ 12 на подписи", "№ 12 завтра", "45 приказ", "dated 45 or so", "№ 61 скоро", "order number is 45",
]  # fmt: skip


@pytest.mark.parametrize(("typed", "papers"), READ)
def test_number_and_day_are_read(typed: str, papers: list[tuple[str | None, str | None]]) -> None:
    found = [p.paper for _, p in papers_in(typed, TODAY)] or [paper_asked(typed, TODAY).paper]
    assert [(p.number, str(p.dated) if p.dated else None) for p in found] == papers


@pytest.mark.parametrize("typed", OPEN)
def test_what_leaves_open_which_paper_it_is_names_none(typed: str) -> None:
    assert not papers_in(typed, TODAY)
    with pytest.raises(UnreadableInput) as refusal:
        paper_asked(typed, TODAY)
    assert refusal.value.message_id == "paper-not-read"


@pytest.mark.parametrize(
    "typed",
    [
        "No. 33 of 02/03/2024",
        "order 33, 02/03/2024",
        "02/03/2024 No. 33",
        "33 02/03/2024",
        "02-03-2024",
        "No. 33 of 02/03",
    ],
)
def test_in_english_a_day_that_can_be_read_in_two_ways_is_asked_about(typed: str) -> None:
    assert not papers_in(typed, TODAY, "en")
    with pytest.raises(UnreadableInput, match="paper-not-read"):
        paper_asked(typed, TODAY, "en")
    found = [p for _, p in papers_in(typed, TODAY, "ru")] or [paper_asked(typed, TODAY, "ru")]
    assert [p.paper.dated for p in found] == [date(2024, 3, 2)]


@pytest.mark.parametrize("typed", ["No. 33 of 25/02/2024", "No. 33 of 02.03.2024", "No. 33 of 03/03/2024"])
def test_what_can_be_read_in_one_way_alone_is_read(typed: str) -> None:
    [(_, found)] = papers_in(typed, TODAY, "en")
    assert found.paper.number == "33"
    assert found.paper.dated is not None


AHEAD = [
    "№ 12 от 15 апреля",
    "приказ № 12 от 15.04",
    "12, 15 сәуір",
    "№ 12, 15 сәуір",
    "order 12 of 15 April",
    "12, April 15",
]
"""Days that are still to come this year, without a year."""


@pytest.mark.parametrize("text", AHEAD)
def test_a_paper_of_a_day_to_come_is_of_last_year_which_is_pointed_out(text: str) -> None:
    due = Due(deadline=TODAY, opens=TODAY, report_due=date(2024, 4, 5), closes=date(2024, 4, 19))
    owed = Obligation(
        id=1,
        plan_id=1,
        activity_id=5,
        post_id=1,
        kind=ObligationKind.TARGET,
        period="2024-Q1",
        target="1",
        due=due,
    )
    dated = paper_asked(text, TODAY).paper.dated
    assert dated == date(2023, 4, 15)
    assert dated_amiss(dated, owed, TODAY) == "date-early"


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("исполнено, приказ № 12 или № 14 от 05.03.2024", {"12", "14"}),
        ("40, приказ не то № 12, не то № 14 от 5 марта", {"12", "14"}),
        ("исполнено, приказ 12 или 14 от 5 марта", {"12", "14"}),
        ("40, протокол № 45, 46 от 5 марта", {"45", "46"}),
        ("акт № 3 от 1 марта или 2 марта", {"3"}),
        ("орындалды, № 12 немесе № 14 бұйрық", {"14"}),
        ("орындалды, бұйрық 12 немесе 14", {"12", "14"}),
        ("done, order No. 12 or No. 14 of 5 March", {"12", "14"}),
        ("done, order either 12 or 14", {"12", "14"}),
        ("исполнено, приказ № 12 от 05.03.2024", set()),
        ("открыли школы № 5 и № 7", set()),
        ("поставщик задержал, школы № 5 или № 6", set()),
        ("№ 12 бұйрық, 40 немесе 41 адам", {"12"}),
        ("trained 40 or 41 under order 12 of 5 March", {"12"}),
    ],
)
def test_the_numbers_between_which_a_text_leaves_it_open_are_told(text: str, numbers: set[str]) -> None:
    assert numbers_left_open(text, TODAY) == numbers

"""A day on which others meet, decide, deliver or have promised something answers no "by when will it be done?"."""

from __future__ import annotations

from datetime import date

import pytest

from core.dates.typed_days import forecast_beside, read_forecast
from core.kernel.errors import UnreadableInput

TODAY = date(2024, 3, 26)
TRAINING = "Обучение персонала"
OF_OTHERS = """
обещали поставить 12 апреля; обещали выдать 12 апреля; поставщик обещал к 12 апреля; нам пообещали 12 апреля; они обещали 12 апреля;
со слов поставщика 12 апреля; в минздраве обещали к 12 апреля; министерство соберётся 12 апреля; министерство 12 апреля;
техсовет 12 апреля; банк откроет счёт 12 апреля; казначейство проведёт 12 апреля; акимат решит 12 апреля; юристы посмотрят 12 апреля;
бухгалтерия проведёт 12 апреля; встреча с руководством 12 апреля; собрание 12 апреля; коллегия — 12 апреля; завод изготовит 12 апреля;
таможня выпустит 12 апреля; посылка будет 12 апреля; они соберутся 12 апреля; прокуратура проверит 12 апреля; подача заявок до 12 апреля;
лот опубликуют 12 апреля; мастер будет 12 апреля; подведение итогов 12 апреля; руководство решит 12 апреля; растаможка 12 апреля;
министрлік 12 сәуірде жиналады; министрлік 12 сәуірде шешеді; кеңес 12 сәуірде өтеді; 12 сәуірде жиналыс бар; алқа 12 сәуірде;
банк 12 сәуірде төлейді; қазынашылық 12 сәуірде өткізеді; 12 сәуірде жеткіземіз деп уәде берді; жеткізуші 12 сәуірге уәде берді;
жеткізушінің айтуынша 12 сәуірде; әкімдік 12 сәуірде шешеді; министр 12 сәуірде қол қояды; кеден 12 сәуірде өткізеді;
зауыт 12 сәуірде шығарады; аудит 12 сәуірде болады; конверттер 12 сәуірде ашылады; министирлик 12 сауирде жиналады;
the ministry meets on 12 April; the ministry decides on 12 April; the ministry will look at it on 12 April; the board meets on 12 April;
the council votes on 12 April; the supplier promised 12 April; supplier says by 12 April; they said it on 12 April; the vendor has it in stock on 12 April;
the bank processes it on 12 April; lawyers look at it on 12 April; the hearing is on 12 April; the akimat considers it on 12 April;
customs clear it on 12 April; the factory makes it by 12 April; the audit is on 12 April; the department promised it by 12 April;
management decides on 12 April; according to the supplier 12 April; they promised us 12 April; the truck leaves on 12 April
"""
OF_THE_WORK = """
обещали закончить 15 мая; обещали обучить 15 мая; обещали к 15 мая; мы обещали 15 мая; обещаем к 15 мая; решили 15 мая;
отдел закончит к 15 мая; подрядчик завершит монтаж 15 мая; обучение состоится 15 мая; обучение проведут 15 мая; обучение в министерстве до 15 мая;
бухгалтеры доучатся 15 мая; банк закончит обучение 15 мая; проведём собрание и закончим 15 мая; нам дали срок до 15 мая; семинар 15 мая;
оқу 15 мамырда өтеді; бөлім 15 мамырға дейін бітіреді; мердігер 15 мамырда аяқтайды; министрлікте оқу 15 мамырға дейін; 15 мамыр деп жаз;
15 мамыр деп шештік; 15 мамырда аяқтаймыз деп уәде берді;
we promise 15 May; we promised 15 May; we decided on 15 May; I'd say 15 May; the department will finish by 15 May; training at the ministry by 15 May;
all lawyers trained by 15 May; they promised to finish by 15 May; our department needs until 15 May
"""
OF_THE_ROW = [
    ("встреча 15 мая", "Встреча с населением"),
    ("собрание 15 мая", "Провести собрание коллектива"),
    ("педсовет 15 мая", "Педсовет по итогам года"),
    ("жиналыс 15 мамырда", "Жиналыс өткізу"),
    ("аудит 15 мая", "Аудит склада"),
]


def parts(table: str) -> list[str]:
    return [" ".join(text.split()) for text in table.split(";") if text.strip()]


@pytest.mark.parametrize("text", parts(OF_OTHERS))
def test_the_day_of_what_others_do_is_asked_about(text: str) -> None:
    assert forecast_beside(f"топ жиналмады, {text}", TODAY, row=TRAINING) is None
    with pytest.raises(UnreadableInput) as refusal:
        read_forecast(text, TODAY, row=TRAINING)
    assert refusal.value.message_id == "day-of-another"


@pytest.mark.parametrize("text", parts(OF_THE_WORK))
def test_the_day_of_the_work_is_taken_whoever_says_or_does_it(text: str) -> None:
    assert read_forecast(text, TODAY, row=TRAINING).day == date(2024, 5, 15)


@pytest.mark.parametrize(("text", "row"), OF_THE_ROW)
def test_a_meeting_that_the_row_is_of_is_the_work(text: str, row: str) -> None:
    assert read_forecast(text, TODAY, row=row).day == date(2024, 5, 15)

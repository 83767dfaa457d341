"""A day of one's own other act is no forecast; that of doing the work, or of what the row itself is, is one."""

from __future__ import annotations

from datetime import date

import pytest

from core.dates.typed_days import forecast_beside, read_forecast
from core.kernel.errors import UnreadableInput

TODAY = date(2024, 3, 26)
TRAINING = "Обучение персонала"

OTHER_ACTS = [
    "сотрудник уволился, нового примем в мае", "нет инженера, наймём к 15 мая", "портал не работал, подадим 27 апреля",
    "портал не работал, заявку подадим до 27 апреля", "тренера нет, пригласим в мае", "нет оборудования, купим до 15 мая",
    "счёт не пришёл, оплатим 5 апреля", "замечания юристов, согласуем к 5 апреля", "ждали письма, направим до 5 апреля",
    "планируем принять нового до 15 мая", "не с кем работать, обязуемся подать заявку к 15 мая", "нет людей, вакансию закроем в мае",
    "обучение сорвано, обучим и примем на работу в мае", "направим на обучение 15 мая", "документы сдадим до 15 мая",
    "нового примем, 15 мая", "нет врача, принимаем с биржи в мае", "подпишем до 15 мая", "готовим к 15 мая бумаги",
    "закончим подбор людей к 15 мая", "завершим приём на работу к 15 мая", "проведём оплату до 15 мая", "завершим закуп к 15 мая",
    "закроем вопрос с деньгами до 15 мая", "ищем исполнителя до 15 мая", "готового специалиста возьмём в мае",
    "төлемді 15 мамырда жасаймыз", "шот төлеуді 15 мамырға дейін бітіреміз", "сатып алуды 15 мамырға дейін аяқтаймыз",
    "will complete hiring by 15 May", "will complete the purchase by 15 May", "we'll close the vacancy by 15 May",
    "портал жұмыс істемеді, өтінімді 27 сәуірде береміз", "маман кетті, жаңасын мамырда қабылдаймыз",
    "маман жоқ, 15 мамырға дейін жалдаймыз", "конкурсқа кеш қалдық, мамырда жариялаймыз", "хатты 5 сәуірде жібереміз",
    "ескертулер болды, 5 сәуірге дейін келісеміз", "құжаттарды 15 мамырға дейін тапсырамыз", "жаңа маман 15 мамырда аламыз",
    "шот келмеді, 5 сәуірде төлейміз", "жұмысқа мамырда қабылдаймыз", "шартты 15 мамырда жасасамыз",
    "engineer quit, we'll hire a new one in May", "portal was down, we will apply by 15 May", "we'll submit the application by 15 May",
    "no invoice yet, we will pay on 15 May", "lawyers had remarks, will sign by 15 May", "out of stock, we'll order by 15 May",
    "nobody came, we will announce it again in May", "we plan to hire by 15 May", "we will submit the completed forms by 15 May",
]  # fmt: skip
"""On a row of training."""

THE_WORK = [
    ("сотрудник уволился, закроем к 15 мая", "2024-05-15"),
    ("не успели, проведём до 15 мая", "2024-05-15"),
    ("не было групп, обучим в мае", "2024-05-31"),
    ("тренер болел, доучим до 15 мая", "2024-05-15"),
    ("нет деталей, установим к 15 мая", "2024-05-15"),
    ("примем нового и обучим к 15 мая", "2024-05-15"),
    ("купим детали и всё установим к 15 мая", "2024-05-15"),
    ("поставщик задержал, планируем к 15 мая", "2024-05-15"),
    ("карантин, планируем обучать до 15 мая", "2024-05-15"),
    ("маман кетті, 15 мамырға дейін аяқтаймыз", "2024-05-15"),
    ("топ жиналмады, 15 мамырда өткіземіз", "2024-05-15"),
    ("карантин болды, мамырда оқытамыз", "2024-05-31"),
    ("бөлшек жоқ, 15 мамырға дейін жасап береміз", "2024-05-15"),
    ("маман қабылдаймыз және 15 мамырға дейін оқытамыз", "2024-05-15"),
    ("адам жоқ, 15 мамырға дейін бітіре аламыз", "2024-05-15"),
    ("trainer quit, we'll train the rest by 15 May", "2024-05-15"),
    ("no parts, we will install them by 15 May", "2024-05-15"),
    ("we will hire a trainer and train everyone by 15 May", "2024-05-15"),
    ("room was taken, to be done by 15 May", "2024-05-15"),
]

OF_THE_ROW = [
    ("не было денег, купим до 15 мая", "Закуп оборудования"),
    ("не было денег, закупим до 15 мая", "Закуп оборудования"),
    ("не было денег, завершим закуп до 15 мая", "Закуп оборудования"),
    ("не было кандидатов, завершим приём до 15 мая", "Приём молодых специалистов"),
    ("ақша кеш түсті, сатып алуды 15 мамырға дейін аяқтаймыз", "Жабдық сатып алу"),
    ("no money, will complete the purchase by 15 May", "Purchase of equipment"),
    ("ақша кеш түсті, 15 мамырға дейін сатып аламыз", "Жабдық сатып алу"),
    ("no money, we'll buy by 15 May", "Закуп оборудования"),
    ("no money, we will purchase it by 15 May", "Purchase of equipment"),
    ("график у главного врача, утвердим до 15 мая", "Утвердить график ППР"),
    ("бас дәрігер жоқ, 15 мамырға дейін бекітеміз", "Кестені бекіту"),
    ("не было кандидатов, примем до 15 мая", "Приём молодых специалистов"),
    ("үміткер болмады, 15 мамырға дейін қабылдаймыз", "Жас мамандарды жұмысқа қабылдау"),
    ("no candidates, we'll hire by 15 May", "Hire two engineers"),
    ("юристы задержали, заключим до 15 мая", "Заключение меморандумов"),
    ("счёт задержали, оплатим до 15 мая", "Оплата услуг связи"),
]

OF_ANOTHER_ROW = [
    ("нет деталей, закупим до 15 мая", "Доля обслуженного оборудования"),
    ("директор болеет, подпишем до 15 мая", "Закуп оборудования"),
    ("маман кетті, 15 мамырға дейін қабылдаймыз", "Утвердить график ППР"),
    ("нового примем до 15 мая", "Утвердить график ППР"),
    ("we'll buy parts by 15 May", "Поверка манометров"),
]


@pytest.mark.parametrize("text", OTHER_ACTS)
def test_the_day_of_another_act_is_asked_about(text: str) -> None:
    assert forecast_beside(text, TODAY, row=TRAINING) is None


@pytest.mark.parametrize(("text", "day"), THE_WORK)
def test_the_day_of_doing_the_work_is_the_forecast(text: str, day: str) -> None:
    found = forecast_beside(text, TODAY, row=TRAINING)
    assert found is not None
    assert found.day == date.fromisoformat(day)


@pytest.mark.parametrize(("text", "row"), OF_THE_ROW)
def test_what_the_row_is_of_is_the_work(text: str, row: str) -> None:
    found = forecast_beside(text, TODAY, row=row)
    assert found is not None
    assert found.day == date(2024, 5, 15)
    assert read_forecast(text.partition(", ")[2], TODAY, row=row).day == date(2024, 5, 15)


@pytest.mark.parametrize(("text", "row"), OF_ANOTHER_ROW)
def test_an_act_like_that_of_the_row_is_not_its_own(text: str, row: str) -> None:
    assert forecast_beside(text, TODAY, row=row) is None


@pytest.mark.parametrize(
    "text", ["примем нового 15 мая", "өтінімді 15 мамырда береміз", "we'll hire by 15 May", "оплатим 15 мая"]
)
def test_an_answer_to_by_when_that_names_another_act_is_asked_again(text: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        read_forecast(text, TODAY, row=TRAINING)
    assert refusal.value.message_id == "day-of-another"

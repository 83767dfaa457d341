"""A day on which a letter, goods or money are expected is no forecast of the work, whichever clause says what is awaited."""

from __future__ import annotations

from datetime import date

import pytest

from core.dates.typed_days import forecast_beside, read_forecast
from core.kernel.errors import UnreadableInput

TODAY = date(2024, 3, 26)
AWAITED = """
waiting for a letter from the health department, expected 1 April; waiting for the letter, expected by 1 April;
waiting for the letter, due 1 April; waiting for the letter, it should be here on 1 April; funds not released, promised by 5 April;
we are expecting a letter from the ministry on 1 April; a letter from the ministry is expected on 1 April;
ждём письмо из управления здравоохранения, ожидается 1 апреля; ждём письмо, ожидаем к 1 апреля; ждём ответ, будет 1 апреля;
ждём ответ минздрава, обещали 1 апреля; ожидаем письмо из минздрава 1 апреля; ожидаем оборудование к 1 апреля;
письмо от управления, обещают 5 апреля; согласование в минздраве, планируется 5 апреля; не пришёл тренер, ждём 1 апреля;
денсаулық басқармасынан хат күтудеміз, 1 сәуірде болады; хат күтіп отырмыз, 1 сәуірге дейін болады;
қаражат күтілуде, 1 сәуірде күтілуде; министрліктің жауабын 1 сәуірде күтеміз
"""
OWN = [
    ("поставщик задержал, ожидаем завершить к 15 мая", date(2024, 5, 15)),
    ("ждём поставку, к 15 мая", date(2024, 5, 15)),
    ("письмо пришло поздно, закончим к 15 мая", date(2024, 5, 15)),
    ("supplier was late, we expect to finish by 15 May", date(2024, 5, 15)),
    ("хат кеш келді, 15 мамырға дейін аяқтаймыз", date(2024, 5, 15)),
]


def parts(table: str) -> list[str]:
    return [" ".join(text.split()) for text in table.split(";") if text.strip()]


@pytest.mark.parametrize("text", parts(AWAITED))
def test_a_thing_awaited_has_no_forecast(text: str) -> None:
    assert forecast_beside(text, TODAY) is None
    with pytest.raises(UnreadableInput) as refusal:
        read_forecast(text, TODAY)
    assert refusal.value.message_id == "day-of-another"


@pytest.mark.parametrize(("text", "day"), OWN)
def test_ones_own_work_has_one(text: str, day: date) -> None:
    found = forecast_beside(text, TODAY)
    assert found is not None
    assert found.day == day


@pytest.mark.parametrize(
    "text", ["ожидаем к 15 мая", "ожидается 15 мая", "expected by 15 May", "expected completion 15 May"]
)
def test_expected_alone_is_the_day_that_was_asked_for(text: str) -> None:
    assert read_forecast(text, TODAY).day == date(2024, 5, 15)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("сәуірдің онына дейін үлгереміз", date(2024, 4, 10)),
        ("сәуірдің онында", date(2024, 4, 10)),
        ("сауирдин онынан кешиктирмей", date(2024, 4, 10)),
        ("сәуірдің он жұлдызына дейін", date(2024, 4, 10)),
        ("мамыр айының онына дейін", date(2024, 5, 10)),
        ("келесі айдың онына дейін", date(2024, 4, 10)),
        ("сәуірдің он бесіне дейін", date(2024, 4, 15)),
        ("сәуірдің отызына дейін", date(2024, 4, 30)),
        ("April, tenth", date(2024, 4, 10)),
        ("мамырдың ішінде", date(2024, 5, 31)),
        ("tmrw", date(2024, 3, 27)),
        ("in a fortnight", date(2024, 4, 9)),
        ("4 weeks from today", date(2024, 4, 23)),
    ],
)
def test_a_day_of_a_month_is_not_the_month(text: str, day: date) -> None:
    assert read_forecast(text, TODAY).day == day


@pytest.mark.parametrize(
    "text",
    [
        "мамырдың бас кезінде",
        "мамырдың орта тұсында",
        "келесі айдың бас кезінде",
        "мамырдың бірінші аптасына",
    ],
)
def test_a_part_of_a_month_that_is_not_read_is_asked_about(text: str) -> None:
    with pytest.raises(UnreadableInput):
        read_forecast(text, TODAY)

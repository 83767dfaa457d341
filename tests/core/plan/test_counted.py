"""Units that are the name of a thing, known by the whole numbers beside them."""

from __future__ import annotations

import pytest

from core.plan.counted import is_counted_thing

THINGS = "бас лекция выезд маршрут дәріс конкурс жалоба рейд центр здание ведомость сапар shareholder vehicle campaign"


@pytest.mark.parametrize(
    "unit", [*THINGS.split(), "медицинская организация", "тыс. голов", "мың бас", "пресс-тур", "health camp"]
)
def test_a_thing_beside_whole_numbers_is_counted(unit: str) -> None:
    assert is_counted_thing(unit, ["640", "-", "0", "1500"])


@pytest.mark.parametrize("values", [["4.5", "3"], ["+"], ["до 3 выездов"], ["-"], [], ["12%"]])
def test_other_values_say_nothing_of_a_count(values: list[str]) -> None:
    assert not is_counted_thing("выезд", values)


@pytest.mark.parametrize(
    "unit",
    [
        "усл. ед.", "Мбит/с", "охват", "уровень", "готовность", "исполнение", "доллар США", "USD", "МРП", "АЕК", "айлық есептік көрсеткіш",
        "қамту", "орындалуы", "деңгей", "тұрақтылық", "coverage", "readiness", "level of service", "млн", "мың", "помещ.", "°C", "x", "к-т",
        "ежеквартально", "да", "по мере необходимости, в том числе по заявкам", "степень готовности",
    ],
)  # fmt: skip
def test_a_unit_of_another_kind_or_cut_short_is_none(unit: str) -> None:
    assert not is_counted_thing(unit, ["90", "95"])

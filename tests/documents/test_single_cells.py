"""What single cells of a plan come to once a whole file is read: terms, values, units, indicators."""

from __future__ import annotations

import pytest

from core.plan.model import Deadline, ReadPlan
from core.printed.deadlines import parse_deadline
from documents.reading import read_plan
from tests.documents import sketch

HEAD = "№;Мероприятие;Срок исполнения;Ответственный исполнитель;Единица измерения;2026 год"


def read(*rows: str, title: str = "План мероприятий на 2026 год", head: str = HEAD) -> ReadPlan:
    return read_plan("\n".join([title, head, *rows]).encode(), "план.csv")


def codes(plan: ReadPlan) -> list[tuple[str | None, str]]:
    return [(d.activity, d.code) for d in plan.doubts]


@pytest.mark.parametrize(
    "term", ["до 31.12.2206", "1 кв. 2014 г.", "до 15 июля 2042 года", "1 июля 1926 года"]
)
def test_a_term_outside_the_plan_is_asked_about_once(term: str) -> None:
    plan = read(
        f"1;Закупить аппарат;{term};Метролог;ед.;5", "2;Обучить врачей;июль 2026 года;Кадровик;чел.;5"
    )
    assert codes(plan) == [("a1", "deadline-outside-plan")]


def test_a_term_far_from_all_others_is_asked_about_where_no_period_is_printed() -> None:
    rows = [f"{n};Работа {n};июль 2026 года;Метролог;ед.;5" for n in (1, 2, 3)]
    plan = read(
        *rows,
        "4;Ремонт кровли;июль 2062 года;Завхоз;ед.;5",
        title="План мероприятий",
        head=HEAD.replace("2026 год", "План"),
    )
    assert ("a4", "deadline-outside-plan") in codes(plan)


@pytest.mark.parametrize("value", ["1О0", "l00", "1,5E+06", "6 0 00", "12*"])
@pytest.mark.parametrize("unit", ["ед.", ""])
def test_a_value_that_is_nearly_a_number_is_asked_about(value: str, unit: str) -> None:
    plan = read(f"1;Закупить аппарат;июль 2026 года;Метролог;{unit};{value}")
    assert codes(plan) == [("a1", "value-unread")]
    assert plan.doubts[0].args == {"value": value, "period": "2026"}


@pytest.mark.parametrize(
    ("unit", "value", "asked"),
    [
        ("people", "12,500", True),
        ("чел.", "12.500", True),
        ("тыс. чел.", "12,500", False),
        ("чел.", "12 500", False),
        ("чел.", "12,5", False),
        ("балл", "4,125", False),
        ("%", "12,500", False),
    ],
)
def test_a_count_with_three_figures_behind_its_mark_is_asked_about(
    unit: str, value: str, asked: bool
) -> None:
    plan = read(f"1;Закупить аппарат;июль 2026 года;Метролог;{unit};{value}")
    assert codes(plan) == ([("a1", "value-unread")] if asked else [])


@pytest.mark.parametrize(
    ("unit", "value", "kept"),
    [
        ("чел.", "40 чел.", "40"),
        ("%", "85 %", "85"),
        ("%", "не менее 90%", "не менее 90%"),
        ("", "5 школ", "5 школ"),
    ],
)
def test_a_value_with_its_unit_is_no_doubt(unit: str, value: str, kept: str) -> None:
    plan = read(f"1;Закупить аппарат;июль 2026 года;Метролог;{unit};{value}")
    assert (codes(plan), plan.activities[0].targets) == ([], {"2026": kept})


def test_a_plan_of_a_school_year_has_each_month_once() -> None:
    plan = read(
        "1;Проверить журналы;сентябрь;Завуч;;",
        "2;Провести пробный экзамен;март;Завуч;;",
        title="План внутришкольного контроля на 2025–2026 учебный год",
        head="№;Мероприятие;Срок исполнения;Ответственный исполнитель;Примечание;Форма завершения",
    )
    assert [str(a.deadline.end) for a in plan.activities] == ["2025-09-30", "2026-03-31"]
    assert (str(plan.plan.period_start), str(plan.plan.period_end), codes(plan)) == (
        "2025-09-01",
        "2026-08-31",
        [],
    )


def test_an_indicator_over_its_rows_and_in_a_table_is_one() -> None:
    plan = sketch.read(
        "План мероприятий на 2026 год",
        sketch.table(
            "№ | Целевой индикатор | Единица измерения | 2025 год | 2026 год",
            "1 | Доля охвата профилактическими осмотрами взрослых, % | | 70 | 80",
            "2 | Снижение младенческой смертности до целевого уровня | на 1000 родившихся живыми | 7,5 | 7,1",
        ),
        sketch.table(
            "№ | Мероприятие | Форма завершения | Срок исполнения | Ответственный исполнитель",
            "Целевой индикатор 1. Доля охвата профилактическими осмотрами взрослых, % | > | > | > | >",
            "1.1 | Составить график | Приказ | март 2026 года | Терапевт",
            "Целевой индикатор 2. Снижение младенческой смертности до уровня | > | > | > | >",
            "2.1 | Обучить врачей | Приказ | май 2026 года | Неонатолог",
        ),
    )
    assert [(i.number, i.unit) for i in plan.indicators] == [("1", "%"), ("2", "на 1000 родившихся живыми")]
    assert [d.code for d in plan.doubts if d.field == "indicators"] == ["indicator-joined"]


@pytest.mark.parametrize(("other", "end"), [("31 March 2026", "2026-12-31"), ("31 March 2027", "None")])
def test_work_without_end_is_bounded_by_the_one_year_that_all_terms_print(other: str, end: str) -> None:
    plan = sketch.read(
        "Action plan for infection control",
        sketch.table(
            "No. | Activity | Deadline | Responsible",
            "1 | Update the protocol | by 30 June 2026 | Head nurse",
            f"2 | Train the staff | by {other} | Head nurse",
            "3 | Audit all departments | Quarterly | Quality manager",
        ),
    )
    assert str(plan.activities[2].deadline.end) == end


def test_a_start_and_a_duration_or_an_end_are_one_term() -> None:
    plan = sketch.read(
        "План работ на 2026 год",
        sketch.table(
            "№ | Мероприятие | Дата начала | Длительность | Ответственный исполнитель",
            "1 | Собрать заявки отделений | 02.02.2026 | 2 недели | Экономист",
            "2 | Согласовать бюджет | 16.02.2026 | 3 недели | Бухгалтер",
            "3 | Провести конкурс | 09.03.2026 | пока не состоится | Юрист",
        ),
    )
    assert [str(a.deadline.end) for a in plan.activities] == ["2026-02-15", "2026-03-08", "None"]
    assert [(a, code) for a, code in codes(plan) if code.startswith("deadline")] == [
        ("a3", "deadline-end-missing")
    ]
    again = parse_deadline(plan.activities[2].deadline_text or "", 2026, None)
    assert again == (Deadline(), ["deadline-end-missing"])


def test_bodies_named_in_two_languages_are_one_where_the_document_is() -> None:
    plan = read(
        "1;Закупить бельё / Киім-кешек сатып алу;до 1 марта 2026 года;ДЗ / ДСБ;;",
        "2;Обучить врачей / Дәрігерлерді оқыту;до 1 мая 2026 года;УО / ББ;;",
        head="№;Мероприятие / Іс-шара;Срок исполнения;Ответственный исполнитель;Примечание;Форма завершения",
    )
    assert [a.responsibles for a in plan.activities] == [("ДЗ / ДСБ",), ("УО / ББ",)]
    assert codes(plan) == []

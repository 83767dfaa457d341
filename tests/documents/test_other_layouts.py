"""Plans in other clothes: tables of our own making whose header words, order and shape no shipped plan has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from core.kernel.errors import UnreadableFile
from core.plan.doubts import DoubtCode
from core.plan.model import Unit
from documents.grids.grid import Document
from documents.reading import read_plan
from documents.understand.plan import understand
from tests.documents.sketch import column, document, headings, read, table, titles
from tests.documents.writers import as_csv, as_docx, as_pdf, as_xlsx

ACTION_PLAN = document(
    "План действий по реализации Концепции развития здравоохранения до 2026 года",
    table(
        "№ п/п | Наименование основных действий | Форма завершения | Срок завершения | Ответственные исполнители",
        "1 | 2 | 3 | 4 | 5",
        "Направление 1. Первичная помощь | > | > | > | >",
        "Целевой индикатор 1. Ожидаемая продолжительность жизни (2023 г. – 74,1, 2026 г. – 75) | > | > | > | >",
        "1. | Обновление стандартов | Приказ МЗ | апрель 2023 – 2026 годы | МЗ, Акиматы областей, городов Астана, Алматы",
        "2. | Развитие скрининга | Информация в Правительство РК | ежегодно, декабрь | МЗ",
        "Направление 2. Кадры | > | > | > | >",
        "3. | Обучение кадров | Сертификат | декабрь 2025 года | МЗ, МНВО",
    ),
    "Целевые индикаторы",
    table(
        "№ | Наименование целевого индикатора | Ед. изм. | 2022 год (факт) | 2023 год | 2024 год | 2025 год",
        "1 | Ожидаемая продолжительность жизни | лет | 73,7 | 74,1 | 74,5 | 74,8",
        "2 | Снижение материнской смертности | случаев | 17,2 | 16 | 15,5 | 15",
    ),
)


def test_an_action_plan_with_indicators_by_year() -> None:
    plan = understand(ACTION_PLAN)
    first, second, third = plan.activities
    assert (first.deadline.kind, first.deadline.every) == ("recurring", "year")
    assert (first.deadline.start, first.deadline.end) == (date(2023, 4, 1), date(2026, 4, 30))
    assert (second.deadline.start, second.deadline.end) == (date(2023, 12, 1), date(2026, 12, 31))
    assert first.responsibles == ("МЗ", "Акиматы областей", "Акимат г. Астана", "Акимат г. Алматы")
    assert headings(plan, third) == ["Кадры"]
    life, mortality = plan.indicators
    assert life.values == {"2022": "73.7", "2023": "74.1", "2024": "74.5", "2025": "74.8", "2026": "75"}
    assert (mortality.unit, mortality.better, mortality.values["2025"]) == ("случаев", "down", "15")
    assert [d.args["column"] for d in plan.doubts if d.code == DoubtCode.COLUMN_OF_FACTS] == [
        "2022 год (факт)"
    ]


@pytest.mark.parametrize("write", [as_docx, as_xlsx, as_csv, as_pdf])
def test_the_action_plan_in_every_format(write: Callable[[Document], bytes]) -> None:
    want, got = understand(ACTION_PLAN), read_plan(write(ACTION_PLAN))
    for field in ("number", "title", "completion_form", "deadline", "responsibles"):
        assert column(got, field) == column(want, field), field
    assert [headings(got, a) for a in got.activities] == [headings(want, a) for a in want.activities]
    assert [(i.title, i.values) for i in got.indicators] == [(i.title, i.values) for i in want.indicators]


def test_a_stage_plan_with_a_letter_per_quarter() -> None:
    plan = read(
        "Цифровая карта на 2025-2027 годы",
        table(
            "№ | Информационная система | Ответственный | 2025 | > | > | > | 2026 | > | > | >",
            "^ | ^ | ^ | 1 кв | 2 кв | 3 кв | 4 кв | 1 кв | 2 кв | 3 кв | 4 кв",
            "1 | Электронный паспорт | ДЦ | R | R | F | D | | | | ",
            "2 | Реестр пациентов | ДЦ, МЗ | | | R | R | F | D | - | -",
        ),
    )
    assert column(plan, "unit") == [Unit.STAGE, Unit.STAGE]
    assert plan.activities[0].targets == {"2025-Q1": "R", "2025-Q2": "R", "2025-Q3": "F", "2025-Q4": "D"}
    second = plan.activities[1]
    assert second.targets["2026-Q3"] == "-"
    assert (second.deadline.kind, second.deadline.start, second.deadline.end) == (
        "range",
        date(2025, 7, 1),
        date(2026, 6, 30),
    )


def test_a_kazakh_plan() -> None:
    plan = read(
        "2025 жылға арналған іс-шаралар жоспары",
        table(
            "Р/с № | Іс-шаралардың атауы | Аяқтау нысаны | Орындау мерзімі | Жауапты орындаушылар | "
            "Болжамды шығыстар (мың теңге) | Қаржыландыру көзі",
            "1-бағыт. Денсаулық сақтау | > | > | > | > | > | >",
            "1 | Медициналық жабдық сатып алу | Шарт | 2025 жылғы 2-тоқсан | Бас дәрігердің орынбасары, Экономист | 12 500,0 | ЖБ",
            "2 | Оқыту өткізу | Сертификат | жыл бойы | Кадр бөлімі | 500 | ЖБ",
            "3 | Есеп беру | Ақпарат | тоқсан сайын | Экономист | | ",
            " | Барлығы | | | | 13 000,0 | ",
        ),
    )
    first, second, third = plan.activities
    assert (first.deadline.start, first.deadline.end) == (date(2025, 4, 1), date(2025, 6, 30))
    assert (first.funding_total, first.funding_unit, first.funding_source_text) == (
        "12500.0",
        "thousand KZT",
        "ЖБ",
    )
    assert (second.deadline.kind, third.deadline.every) == ("year", "quarter")
    assert headings(plan, third) == ["Денсаулық сақтау"]
    assert [(t.title, t.total) for t in plan.totals] == [("Барлығы", "13000.0")]
    assert plan.doubts == ()


def test_columns_in_another_order_and_one_too_many() -> None:
    plan = read(
        "Дорожная карта на 2024 год",
        table(
            "Кто отвечает | Что делаем | Когда | Чем подтверждаем | Цвет папки",
            "Юрист | Разработка положения | до 1 марта | Приказ | синяя",
            "Главный врач, Юрист | Закупка томографа | 2 квартал | Договор | красная",
        ),
    )
    assert titles(plan) == ["Разработка положения", "Закупка томографа"]
    assert column(plan, "completion_form") == ["Приказ", "Договор"]
    assert plan.activities[1].responsibles == ("Главный врач", "Юрист")
    assert [(d.code, d.args) for d in plan.doubts] == [(DoubtCode.COLUMN_UNKNOWN, {"column": "Цвет папки"})]


def test_header_words_nobody_has_seen_are_guessed_by_contents_and_doubted() -> None:
    plan = read(
        "План на 2024 год",
        table(
            "№ | Шапка первая | Шапка вторая | Ответственный",
            "1 | Разработка положения о службе | до 1 марта 2024 года | Юрист",
            "2 | Закупка и установка томографа | 2 квартал 2024 года | Метролог",
        ),
    )
    assert titles(plan) == ["Разработка положения о службе", "Закупка и установка томографа"]
    assert [a.deadline.kind for a in plan.activities] == ["date", "quarter"]
    assert {d.args["role"] for d in plan.doubts if d.code == DoubtCode.COLUMN_GUESSED} == {
        "title",
        "deadline",
    }


@pytest.mark.parametrize(
    "header",
    [
        "№ | Мероприятие | Срок | Исполнители",
        "п/п | Наименование мероприятий | Сроки исполнения | Ответственные за исполнение",
        "№ п/п | Проводимые мероприятия | Срок реализации | Ответственное лицо",
        "N | Действия | Дата исполнения | Соисполнители",
        "Р/с | Іс-шара | Мерзімі | Жауаптылар",
        "№ | Наименование проекта | Сроки выполнения | Ответственный орган",
        "№ | Содержание работ | Период реализации | Исполнитель",
        "№ | Меро-приятия | Срок испол-нения | Ответствен-ные",
    ],
)
def test_header_words_vary(header: str) -> None:
    plan = read("План на 2024 год", table(header, "1 | Обучение персонала | май | Юрист"))
    row = plan.activities[0]
    assert (row.number, row.title, row.deadline.kind, row.responsibles) == (
        "1",
        "Обучение персонала",
        "month",
        ("Юрист",),
    )
    assert plan.doubts == ()


def test_months_beside_the_whole_year() -> None:
    plan = read(
        "План на 2024 год",
        table(
            "№ | Мероприятия | Ед. изм. | Исполнитель | План на год | в том числе | > | >",
            "^ | ^ | ^ | ^ | ^ | январь | февраль | март",
            "1 | Осмотры | чел. | Терапевт | 300 | 100 | 100 | 100",
        ),
    )
    assert plan.activities[0].targets == {
        "2024": "300",
        "2024-M01": "100",
        "2024-M02": "100",
        "2024-M03": "100",
    }


def test_half_years_and_roman_quarters() -> None:
    plan = read(
        "План на 2024 год",
        table("№ | Мероприятия | I полугодие | II полугодие", "1 | Осмотры | 5 | 6"),
        table(
            "№ | Мероприятия | 2025 год | > | > | >",
            "^ | ^ | I | II | III | IV",
            "1 | Лекции | 1 | 2 | 3 | 4",
        ),
    )
    assert plan.activities[0].targets == {"2024-H1": "5", "2024-H2": "6"}
    assert plan.activities[1].targets == {"2025-Q1": "1", "2025-Q2": "2", "2025-Q3": "3", "2025-Q4": "4"}


def test_goal_money_and_sources_by_year() -> None:
    plan = read(
        "Дорожная карта на 2025-2027 годы",
        table(
            "№ | Мероприятие | 2025 год | > | 2026 год | > | Всего, млн тенге | в том числе | >",
            "^ | ^ | Цель | Сумма, млн тенге | Цель | Сумма, млн тенге | ^ | МБ | РБ",
            "1 | Ремонт школ | 5 школ | 100,5 | 6 школ | - | 100,5 | 50,5 | 50",
        ),
    )
    row = plan.activities[0]
    assert row.targets == {"2025": "5 школ", "2026": "6 школ"}
    assert row.funding == {"2025": "100.5", "2026": "-"}
    assert (row.funding_total, row.funding_sources, row.funding_unit) == (
        "100.5",
        {"МБ": "50.5", "РБ": "50"},
        "million KZT",
    )
    assert [d.code for d in plan.doubts] == [DoubtCode.RESPONSIBLE_MISSING]


def test_two_columns_for_a_deadline_and_two_for_responsibles() -> None:
    plan = read(
        "План",
        table(
            "№ | Мероприятие | Срок | > | Ответственные | >",
            "^ | ^ | начало | окончание | исполнитель | соисполнители",
            "1 | Ремонт | 01.02.2024 | 30.06.2024 | Завхоз | Юрист, Экономист",
        ),
    )
    row = plan.activities[0]
    assert (row.deadline.start, row.deadline.end) == (date(2024, 2, 1), date(2024, 6, 30))
    assert row.responsibles == ("Завхоз", "Юрист", "Экономист")


def test_a_title_block_totals_and_a_signature_in_a_sheet() -> None:
    plan = read(
        "Утверждаю",
        table(
            "План основных мероприятий | | | | ",
            "на 2025 год | | | | ",
            "№ | Мероприятие | Сроки исполнения | Ответственный | Сумма, тыс. тенге",
            "1 | Ремонт** | | | ",
            "1.1 | Ремонт кровли | III квартал | Завхоз | 1 000,5",
            "1.2 | Ремонт фасада | 2 полугодие | Завхоз | 2 000",
            "2 | Закупки** | | | ",
            "2.1 | Закуп мебели | май | Завхоз | 500",
            "2.10 | Закуп книг | май-июнь | Библиотекарь | 100",
            " | Итого | | | 3 600,5",
            "Директор | | | Иванов | ",
        ),
    )
    assert plan.plan.title == "План основных мероприятий на 2025 год"
    assert column(plan, "number") == ["1.1", "1.2", "2.1", "2.10"]
    assert [headings(plan, a)[-1] for a in plan.activities] == ["Ремонт", "Ремонт", "Закупки", "Закупки"]
    assert plan.activities[3].responsibles == ("Библиотекарь",)
    assert [d.code for d in plan.doubts] == [DoubtCode.ROW_UNPLACED]


@pytest.mark.parametrize(("printed", "doubted"), [("3 600,5", False), ("3 601", True), ("3 500", True)])
def test_a_total_that_differs_is_reported_and_not_mended(printed: str, doubted: bool) -> None:
    plan = read(
        "План на 2025 год",
        table(
            "№ | Мероприятие | Срок | Ответственный | Сумма, тыс. тенге",
            "1 | Ремонт | май | Завхоз | 3 000,5",
            "2 | Закупки | май | Завхоз | 600",
            f" | Итого | | | {printed}",
        ),
    )
    assert [d.code for d in plan.doubts] == ([DoubtCode.TOTAL_DIFFERS] if doubted else [])
    assert column(plan, "funding_total") == ["3000.5", "600"]


def test_rows_that_go_on() -> None:
    plan = read(
        "План на 2024 год",
        table(
            "№ | Мероприятие | Срок | Ответственные",
            "1 | Проведение проверок | май | Юрист",
            " | | июнь | Экономист",
            "2 | Обучение | июль | Юрист",
            " | персонала и стажёров | | ",
            " | Инструктаж по технике | август | Инженер",
        ),
    )
    assert titles(plan) == ["Проведение проверок", "Обучение персонала и стажёров", "Инструктаж по технике"]
    first = plan.activities[0]
    assert first.responsibles == ("Юрист", "Экономист")
    assert (first.deadline.end, first.deadline.also) == (date(2024, 5, 31), (date(2024, 6, 30),))
    assert [d.code for d in plan.doubts] == [DoubtCode.ROW_CONTINUED] * 2


def test_a_header_repeated_over_pages_and_a_table_that_goes_on_without_one() -> None:
    header = "№ | Мероприятие | Срок | Ответственные"
    plan = read(
        "План на 2024 год",
        table(header, "1 | Ремонт | май | Завхоз", header, "2 | Закупки | июнь | Юрист"),
        table("3 | Обучение | июль | Кадровик"),
    )
    assert titles(plan) == ["Ремонт", "Закупки", "Обучение"]
    assert plan.doubts == ()


def test_parents_by_number_where_numbers_begin_anew() -> None:
    plan = read(
        "План на 2024 год",
        table(
            "№ | Мероприятие | Срок",
            "1 | Школы | 2024",
            "1.1 | Ремонт школ | 2024",
            "1.1.1 | Кровля | 2024",
            "1.10 | Спортзалы | 2024",
            "Раздел 2. Больницы | > | >",
            "1 | Больницы | 2024",
            "1.1 | Ремонт больниц | 2024",
        ),
    )
    by_id = {a.id: a.title for a in plan.activities}
    assert [by_id.get(a.parent or "") for a in plan.activities] == [
        None, "Школы", "Ремонт школ", "Школы", None, "Больницы",
    ]  # fmt: skip


def test_nested_headings_of_every_kind() -> None:
    header = "№ | Мероприятие | Срок"
    plan = read(
        "План на 2024 год",
        "I. Финансы",
        "1. Доходы",
        table(header, "1 | Тарифы | май"),
        "2. Расходы",
        table(header, "1 | Закупки | май"),
        "II. Кадры",
        table(header, "1 | Обучение | май"),
    )
    assert [headings(plan, a) for a in plan.activities] == [
        ["Финансы", "Доходы"],
        ["Финансы", "Расходы"],
        ["Кадры"],
    ]


def test_numbers_stand_in_front_of_titles() -> None:
    plan = read(
        "План на 2024 год",
        table(
            "Мероприятие | Срок", "1.1. Ремонт | май", "1.2) Закупки | май", "100 лекций для населения | май"
        ),
    )
    assert column(plan, "number") == ["1.1", "1.2", None]
    assert titles(plan) == ["Ремонт", "Закупки", "100 лекций для населения"]


def test_a_title_merged_over_rows_with_values_of_their_own() -> None:
    plan = read(
        "План на 2024 год",
        table(
            "№ | Мероприятие | Ед. изм. | 1 кв. | 2 кв.",
            "1 | Строительство | % | 30 | 60",
            "^ | ^ | тыс. тенге | 100 | 200",
        ),
    )
    assert titles(plan) == ["Строительство", "Строительство"]
    assert column(plan, "unit") == [Unit.PERCENT, Unit.MONEY]


def test_latin_letters_in_russian_words() -> None:
    plan = read("План на 2024 год", table("№ | Мepoпpиятиe | Cpoк", "1 | Oбучение | мaй"))
    assert plan.activities[0].deadline.kind == "month"


def test_a_year_that_only_deadlines_print() -> None:
    plan = read(
        "План мероприятий",
        table("№ | Мероприятие | Срок | 1 кв. | 2 кв.", "1 | Ремонт | 1 квартал 2024 года | 5 | "),
    )
    assert plan.activities[0].targets == {"2024-Q1": "5"}


@pytest.mark.parametrize(
    "rows",
    [
        ("Имя | Телефон", "Иван | 123"),
        ("Дата | Курс", "01.02.2024 | 450"),
        ("1 | 2", "3 | 4"),
    ],
)
def test_other_tables_are_no_plans(rows: tuple[str, ...]) -> None:
    with pytest.raises(UnreadableFile, match="file-table-(un)?known"):
        read("Список", table(*rows))


def test_a_plan_without_a_year_says_so() -> None:
    plan = read(
        "План мероприятий",
        table("№ | Мероприятие | Исполнитель | 1 кв. | 2 кв.", "1 | Ремонт | Завхоз | 5 | 6"),
    )
    assert plan.activities[0].targets == {"Q1": "5", "Q2": "6"}
    assert [d.code for d in plan.doubts] == [DoubtCode.YEAR_MISSING]


def test_a_table_without_a_header_is_guessed_and_said_aloud() -> None:
    plan = read(
        "План на 2024 год",
        table(
            "1 | Закупка аппарата Холтер | В течение года | Метролог | 6 000,0 | 0,0 | 0,0 | 0,0",
            "2 | Компьютерный томограф | 4 квартал 2024 года | Главный врач, Метролог | 0,0 | 0,0 | 0,0 | 550 000,0",
            "3 | Ремонт операционного блока | май | Инженер | + | - | | ",
        ),
    )
    assert titles(plan) == ["Закупка аппарата Холтер", "Компьютерный томограф", "Ремонт операционного блока"]
    assert plan.activities[1].targets["2024-Q4"] == "550000.0"
    assert plan.activities[2].responsibles == ("Инженер",)
    assert plan.doubts[0].code == DoubtCode.HEADER_MISSING


def test_a_stamp_in_a_table_is_no_plan_and_its_title_stands_below() -> None:
    plan = read(
        "",
        table("СОГЛАСОВАНО | УТВЕРЖДАЮ", "Директор департамента | Главный врач"),
        "План мероприятий больницы на 2024 год",
        table("№ | Мероприятие | Срок | Ответственный", "1 | Ремонт | май | Завхоз"),
    )
    assert plan.plan.title == "План мероприятий больницы на 2024 год"
    assert titles(plan) == ["Ремонт"]
    assert plan.activities[0].deadline.end == date(2024, 5, 31)


def test_rows_that_name_nobody_or_no_time_are_doubted() -> None:
    plan = read(
        "План на 2024 год",
        table(
            "№ | Мероприятие | Срок | Ответственный",
            "1 | Ремонт | май | Завхоз",
            "2 | Закупки | | Юрист",
            "3 | Обучение | июнь | ",
            "4 | Школы | | ",
            "4.1 | Кровля | июль | Завхоз",
        ),
    )
    assert {(d.code, d.activity) for d in plan.doubts} == {
        (DoubtCode.DEADLINE_MISSING, "a2"),
        (DoubtCode.RESPONSIBLE_MISSING, "a3"),
    }


def test_each_sheet_begins_anew() -> None:
    first = table("№ | Мероприятие | Срок", "Раздел 1. Финансы | > | >", "1 | Тарифы | май")
    second = table("Исполнитель | Мероприятие | Срок", "Юрист | Договоры | июнь")
    first.name, second.name = "Финансы", "Право"
    plan = read("План на 2024 год", first, second)
    assert [headings(plan, a) for a in plan.activities] == [["Финансы"], []]
    assert plan.activities[1].responsibles == ("Юрист",)


def test_several_columns_of_goals_are_headings_and_an_objective() -> None:
    plan = read(
        "Стратегический план на 2025 год",
        table(
            "Стратегическая цель | Задача | Мероприятие | Целевой индикатор | План 1 кв. | План 2 кв. | Ответственный",
            "Цель 1. Качество | Задача 1.1 Аудит | Провести аудит | Доля карт, % | 25 | 50 | Эксперт",
            "^ | ^ | Обучить | Число обученных | 10 | 10 | Кадровик",
            "Цель 2. Доступ | Задача 2.1 Отзывы | Опрос | Удовлетворённость | 90 | 90 | Эксперт",
        ),
    )
    assert [headings(plan, a) for a in plan.activities] == [["Качество"], ["Качество"], ["Доступ"]]
    assert column(plan, "objective") == ["Задача 1.1 Аудит", "Задача 1.1 Аудит", "Задача 2.1 Отзывы"]
    assert column(plan, "expected_result") == ["Доля карт, %", "Число обученных", "Удовлетворённость"]


def test_indicators_that_someone_answers_for_are_rows_where_there_are_no_others() -> None:
    indicators = table(
        "№ | Показатель | Ед.изм. | 2023 год | > | 2024 год | > | Ответственный",
        "^ | ^ | ^ | план | факт | план | факт | ^",
        "1 | Смертность | случаев | 150 | 148 | 145 | | Терапевт",
    )
    alone = read("План на 2024 год", indicators)
    assert titles(alone) == ["Смертность"]
    assert alone.activities[0].targets == {"2023": "150", "2024": "145"}
    beside = read(
        "План на 2024 год",
        table("№ | Мероприятие | Срок | Ответственный", "1 | Ремонт | май | Завхоз"),
        indicators,
    )
    assert titles(beside) == ["Ремонт"]
    assert [i.title for i in beside.indicators] == ["Смертность"]


def test_money_by_year_beside_plan_values_by_year() -> None:
    plan = read(
        "Комплексный план на 2024-2026 годы",
        table(
            "№ | Мероприятия | Единица измерения | Сроки исполнения | Ответственные | в том числе по годам | > | "
            "Предполагаемые расходы, млн. тенге | > | Источники финансирования",
            "^ | ^ | ^ | ^ | ^ | 2024 | 2025 | 2024 | 2025 | ^",
            "1. Развитие инфраструктуры | > | > | > | > | > | > | > | > | >",
            "1 | Строительство поликлиник | ед. | 2024-2026 гг. | УСт, УОЗ | 1 | 2 | 100 | 200,5 | МБ, РБ",
            " | ВСЕГО по разделу | | | | | | 100 | 200,5 | ",
        ),
    )
    row = plan.activities[0]
    assert (row.targets, row.funding) == ({"2024": "1", "2025": "2"}, {"2024": "100", "2025": "200.5"})
    assert (row.funding_unit, row.funding_source_text) == ("million KZT", "МБ, РБ")
    assert plan.doubts == ()


@pytest.mark.parametrize(
    ("title", "start", "end"),
    [
        ("План работы на I полугодие 2024 года", date(2024, 1, 1), date(2024, 6, 30)),
        ("План мероприятий на 3 квартал 2024 г.", date(2024, 7, 1), date(2024, 9, 30)),
        ("План мероприятий на май 2024 года", date(2024, 5, 1), date(2024, 5, 31)),
        ("Комплексный план на 2024 – 2026 годы", date(2024, 1, 1), date(2026, 12, 31)),
        ("2025 жылға арналған іс-шаралар жоспары", date(2025, 1, 1), date(2025, 12, 31)),
    ],
)
def test_the_period_in_a_title(title: str, start: date, end: date) -> None:
    plan = read(title, table("№ | Мероприятие | Срок", "1 | Ремонт | в течение года"))
    assert (plan.plan.period_start, plan.plan.period_end) == (start, end)


def test_a_digital_map_of_indicators_stages_by_unit_and_dated_rows() -> None:
    plan = read(
        "Цифровая карта здравоохранения на 2025–2027 годы",
        "KPI",
        table("№ | KPI | Ед. изм. | 2024 (база) | 2025 | 2026", "1 | Доля записей | % | 60 | 70,5% | 80"),
        "Этапы: R – разработка; F – опытная эксплуатация; D – внедрение",
        table(
            "№ | Система | Организация | 2025 | > | > | > | 2026 | >",
            "^ | ^ | ^ | I | II | III | IV | I | II",
            "1 | Реестр | РЦЭЗ | R | R | F | F | D | ",
            "^ | ^ | НЦОЗ | | R | R | F | F | D",
        ),
        "Интеграции",
        table("№ | Интеграция | Срок | Ответственный", "1 | Реестр – лицензии | 01.09.2025 | РЦЭЗ"),
    )
    assert plan.indicators[0].values == {"2024": "60", "2025": "70.5", "2026": "80"}
    first, second, third = plan.activities
    assert (first.title, first.responsibles, first.deadline.end) == ("Реестр", ("РЦЭЗ",), date(2026, 3, 31))
    assert (second.title, second.responsibles, second.deadline.start) == (
        "Реестр",
        ("НЦОЗ",),
        date(2025, 4, 1),
    )
    assert (third.deadline.end, headings(plan, third)) == (date(2025, 9, 1), ["Интеграции"])
    assert [d.code for d in plan.doubts] == [DoubtCode.COLUMN_OF_FACTS]


def test_headings_in_the_column_of_titles_and_footnotes() -> None:
    plan = read(
        "План на 2024 год",
        table(
            "№ п/п | Мероприятие | Срок | Ответственный",
            " | Общие вопросы | | ",
            "1 | Совещание | май | Юрист",
            " | Обучение кадров | | ",
            "2 | Семинар | июнь | Кадровик",
            " | Примечание: сроки уточняются | | ",
            merges=False,
        ),
    )
    assert [headings(plan, a) for a in plan.activities] == [["Общие вопросы"], ["Обучение кадров"]]
    assert [d.code for d in plan.doubts] == [DoubtCode.ROW_UNPLACED]


def test_the_title_of_another_table_is_no_heading() -> None:
    header = "№ | Мероприятие | Срок | Ответственный"
    plan = read(
        "Концепция на 2023-2026 годы",
        "Раздел 6. Показатели",
        table("№ | Целевые индикаторы | Ед. изм. | 2023 | 2024", "1 | Охват | % | 50 | 60"),
        "План действий по реализации Концепции",
        table(header, "Направление 1. Кадры | > | > | >", "1 | Гранты | апрель 2024 года | МЗ"),
    )
    assert headings(plan, plan.activities[0]) == ["Кадры"]


def test_a_table_that_is_none_of_the_plans_is_said_aloud() -> None:
    plan = read(
        "План на 2024 год",
        table("Курс | Дата | Место", "450 | 01.02.2024 | Астана", "460 | 02.02.2024 | Алматы"),
        table("№ | Мероприятие | Срок | Ответственный", "1 | Ремонт | май | Завхоз"),
    )
    assert titles(plan) == ["Ремонт"]
    assert [(d.code, d.args["value"]) for d in plan.doubts] == [
        (DoubtCode.ROW_UNPLACED, "Курс | Дата | Место")
    ]


def test_days_that_head_columns_are_terms_of_the_rows_they_mark() -> None:
    plan = read(
        "План работ",
        table(
            "Работа | Кто | 06.04.2026 | 13.04.2026 | 20.04.2026 | 27.04.2026",
            "Закупить датчики | Снабженец | x | x | | ",
            "Смонтировать датчики | Инженер | | | x | x",
        ),
    )
    spans = [(a.deadline.start, a.deadline.end) for a in plan.activities]
    assert spans == [(date(2026, 4, 6), date(2026, 4, 19)), (date(2026, 4, 20), date(2026, 5, 3))]
    assert plan.doubts == ()


def test_months_over_weeks_and_names_in_the_row_below_are_one_header() -> None:
    plan = read(
        "Дорожная карта на 2026 год",
        table(
            "Менеджер проекта | | Дата | 10.03.2026 | | ",
            " | | МАРТ | > | > | >",
            "№ | Название этапа | 1 нед. | 2 нед. | 3 нед. | 4 нед.",
            "1 | Анализ рынка | x | x | | ",
            "2 | Выбор поставщика | | | x | x",
        ),
    )
    assert titles(plan) == ["Анализ рынка", "Выбор поставщика"]
    assert plan.activities[1].deadline.end == date(2026, 3, 31)


def test_months_come_first_where_a_table_says_so_somewhere() -> None:
    plan = read(
        "Project plan 2026",
        table(
            "No | Activity | Due date | Owner",
            "1 | Train the staff | 07-14-2026 | Nurse",
            "2 | Audit the wards | 07-12-2026 | Manager",
        ),
    )
    assert [a.deadline.end for a in plan.activities] == [date(2026, 7, 14), date(2026, 7, 12)]


SHEET_OF_GOALS = (
    "1-мақсат. Мектеп қауіпсіздігі | > | > | > | > | >",
    "Бағдарламалар кодтары: 464.003, 464.067 | > | > | > | > | >",
    "№ | Нысаналы индикатор | Ақпарат көзі | Өлшем бірлігі | 2026 ж. | 2027 ж.",
    "1 | Бейнебақылаумен қамтылған мектептер | есеп | % | 80 | 95",
    "1.1-міндет. Ғимараттарды қорғау | > | > | > | > | >",
    "№ | Нәтиже көрсеткіштері | Ақпарат көзі | Өлшем бірлігі | 2026 ж. | 2027 ж.",
    "1 | Турникет орнатылған мектептер | есеп | бірлік | 12 | 20",
)


def test_measures_under_tables_of_indicators_have_a_header_of_their_own() -> None:
    """What a Kazakh header is for stands before its noun, and its title is drawn over columns that indicators have."""
    plan = read(
        "2026 – 2027 жылдарға арналған жоспар",
        table(
            *SHEET_OF_GOALS,
            "№ | Көрсеткіштерге қол жеткізуге арналған іс-шаралар | > | > | Іске асыру мерзімі | >",
            "^ | ^ | ^ | ^ | 2026 ж. | 2027 ж.",
            "1 | Турникет сатып алу | > | > | Х |",
            "2 | Күзетшілерді оқыту | > | > | Х | Х",
            "2-мақсат. Тамақтану | > | > | > | > | >",
            "Бағдарламалар кодтары: 464.003 | > | > | > | > | >",
            "№ | Нысаналы индикатор | Ақпарат көзі | Өлшем бірлігі | 2026 ж. | 2027 ж.",
            "1 | Ыстық тамақпен қамту | есеп | % | 90 | 100",
        ),
    )
    assert titles(plan) == ["Турникет сатып алу", "Күзетшілерді оқыту"]
    assert column(plan, "targets") == [{"2026": "+"}, {"2026": "+", "2027": "+"}]
    assert column(plan, "expected_result") == [None, None]
    assert headings(plan, plan.activities[0]) == ["Мектеп қауіпсіздігі", "Ғимараттарды қорғау"]
    assert [(i.title, i.values["2027"]) for i in plan.indicators] == [
        ("Бейнебақылаумен қамтылған мектептер", "95"),
        ("Турникет орнатылған мектептер", "20"),
        ("Ыстық тамақпен қамту", "100"),
    ]
    assert [s.title for s in plan.sections][-1] == "Тамақтану"


def test_rows_that_cannot_be_indicators_are_none_in_silence() -> None:
    """A header that is not known for one, and rows whose words are drawn over the columns of values."""
    plan = read(
        "2026 – 2027 жылдарға арналған жоспар",
        table(
            *SHEET_OF_GOALS,
            "Қ | Бұл туралы | > | > | 2026 ж. | 2027 ж.",
            "1 | Турникет сатып алу | > | > | > | Х",
        ),
        table("Іс-шара | Мерзімі | Жауапты", "Есеп беру | 2027 жылғы желтоқсан | Директор"),
    )
    assert titles(plan) == ["Есеп беру"]
    assert [i.title for i in plan.indicators] == [
        "Бейнебақылаумен қамтылған мектептер",
        "Турникет орнатылған мектептер",
    ]
    unplaced = [d.as_printed for d in plan.doubts if d.code == DoubtCode.ROW_UNPLACED]
    assert unplaced == ["Қ | Бұл туралы | 2026 ж. | 2027 ж.", "1 | Турникет сатып алу | Х"]


def test_a_place_that_a_wide_column_goes_on_over_is_not_lost_where_a_row_uses_it() -> None:
    plan = read(
        "План на 2026 год",
        table(
            "№ | Мероприятие | > | Срок | Ответственный",
            "1 | Ремонт ограды | > | 01.03.2026 | Завхоз",
            "2 | Замена окон | > | 01.04.2026 | Завхоз",
            *(f"{n} | Осмотр корпуса {n} | > | 01.05.2026 | Завхоз" for n in range(3, 70)),
            "70 | Покраска стен | по смете | 01.06.2026 | Завхоз",
        ),
    )
    assert len(plan.activities) == 70
    assert titles(plan)[-1] == "Покраска стен"
    lost = next(d for d in plan.doubts if d.code == DoubtCode.COLUMN_UNKNOWN)
    assert lost.kept is not None
    assert lost.kept.rows == {"a70": "по смете"}


def test_a_column_that_says_what_each_row_is_makes_sections_of_two_levels() -> None:
    """Rows that it calls outer ones and that print nothing else head those under them; "х" is no one and no day."""
    plan = read(
        "План реализации программы на 2026 год",
        table(
            "Статус | Наименование | Исполнитель | Срок | Фактический срок",
            "1 | 2 | 3 | 4 | 5",
            "Подпрограмма 1 | Чистая вода | х | х | х",
            "Основное мероприятие 1.1 | Строительство водозабора | - | | х",
            "Контрольное событие 1.1.1 | Получена экспертиза | Отдел строительства | 01.03.2026 | ",
            "Контрольное событие 1.1.2 | Подписан акт ввода | х | 01.11.2026 | ",
            "Основное мероприятие 1.2 | Ремонт сетей | Отдел ЖКХ | 01.12.2026 | ",
            "Контрольное событие 1.2.1 | Заменены трубы | Отдел ЖКХ | 01.10.2026 | ",
            "Основное мероприятие 1.3 | Содержание колонок | х | х | х",
            "Основное мероприятие 1.4 | Учёт воды | х | х | х",
            "Контрольное событие 1.4.1 | Установлены счётчики | Отдел ЖКХ | 01.09.2026 | ",
        ),
    )
    assert titles(plan) == [
        "Получена экспертиза",
        "Подписан акт ввода",
        "Ремонт сетей",
        "Заменены трубы",
        "Содержание колонок",
        "Установлены счётчики",
    ]
    assert column(plan, "number") == ["1.1.1", "1.1.2", "1.2", "1.2.1", "1.3", "1.4.1"]
    assert column(plan, "responsibles") == [
        ("Отдел строительства",),
        (),
        ("Отдел ЖКХ",),
        ("Отдел ЖКХ",),
        (),
        ("Отдел ЖКХ",),
    ]
    assert headings(plan, plan.activities[0]) == ["Чистая вода", "Строительство водозабора"]
    assert headings(plan, plan.activities[2]) == ["Чистая вода"]
    assert plan.activities[3].parent == plan.activities[2].id
    assert headings(plan, plan.activities[5]) == ["Чистая вода", "Учёт воды"]
    childless = {d.code for d in plan.doubts if d.activity == plan.activities[4].id}
    assert childless == {DoubtCode.RESPONSIBLE_MISSING, DoubtCode.DEADLINE_MISSING}


def test_a_status_that_says_how_far_work_is_says_no_level() -> None:
    plan = read(
        "План на 2026 год",
        table(
            "Мероприятие | Срок | Ответственный | Статус",
            "Ремонт крыши | 01.03.2026 | Завхоз | проект",
            "Закуп мебели | 01.04.2026 | Завхоз | выполнено",
            "Осмотр здания | 01.05.2026 | Завхоз | выполняется",
        ),
    )
    assert titles(plan) == ["Ремонт крыши", "Закуп мебели", "Осмотр здания"]
    assert plan.sections == ()


def test_a_cross_where_money_and_people_stand_is_neither() -> None:
    plan = read(
        "План на 2026 год",
        table(
            "№ | Мероприятие | Срок | Ответственный | Сумма, тыс. тенге | Источник финансирования",
            "1 | Ремонт крыши | 01.03.2026 | Завхоз | 500 | МБ",
            "2 | Собрание жильцов | 01.04.2026 | х | х | Х",
        ),
    )
    second = plan.activities[1]
    assert (second.responsibles, second.responsible_text) == ((), None)
    assert (second.funding_total, second.funding_source_text) == (None, None)
    assert DoubtCode.RESPONSIBLE_MISSING in {d.code for d in plan.doubts}


def test_indicators_among_measures_and_crosses_for_what_a_row_has_not() -> None:
    """A table of two kinds of row: measures with money by source, indicators with values; "х" fills what is not theirs."""
    plan = read(
        "План программы на 2026 – 2027 годы",
        table(
            "№ | Наименование | Исполнитель | Источник финансирования | Объём средств, тыс. тенге | > | > | Значение показателя | >",
            "^ | ^ | ^ | ^ | всего | 2026 год | 2027 год | 2026 год | 2027 год",
            "1. Дороги | > | > | > | > | > | > | > | >",
            " | Показатель: Доля дорог в хорошем состоянии, % | х | х | х | х | х | 70 | 75",
            " | Протяжённость отремонтированных дорог, км | х | х | х | х | х | 12 | 15",
            "1.1 | Ремонт улиц | Отдел дорог | всего | 300 | 100 | 200 | х | х",
            "^ | ^ | ^ | РБ | 200 | 50 | 150 | х | х",
            "^ | ^ | ^ | МБ | 100 | 50 | 50 | х | х",
            "1.2 | Разметка проспектов | Отдел дорог | МБ | 40 | 20 | 20 | х | х",
            " | Итого по разделу | | | 340 | 120 | 220 | |",
        ),
    )
    assert titles(plan) == ["Ремонт улиц", "Разметка проспектов"]
    assert column(plan, "targets") == [{}, {}]
    assert column(plan, "funding") == [{"2026": "100", "2027": "200"}, {"2026": "20", "2027": "20"}]
    assert plan.activities[0].funding_sources == {"РБ": "200", "МБ": "100"}
    assert [(i.title, i.unit, i.values) for i in plan.indicators] == [
        ("Доля дорог в хорошем состоянии", "%", {"2026": "70", "2027": "75"}),
        ("Протяжённость отремонтированных дорог", "км", {"2026": "12", "2027": "15"}),
    ]
    assert plan.doubts == ()


def test_a_cross_in_some_periods_is_planned_work_though_others_have_figures() -> None:
    plan = read(
        "План на 2026 год",
        table(
            "№ | Мероприятие | Ответственный | Сумма, тыс. тенге | 1 кв. | 2 кв. | 3 кв. | 4 кв.",
            "1 | Обучение врачей | Кадровик | 100 | 5 | 5 | 5 | 5",
            "2 | Отчёт о кадрах | Кадровик | х | | х | | х",
            "3 | Приём на работу | Кадровик | х | 1 | х | 2 | х",
        ),
    )
    assert plan.activities[1].targets == {"2026-Q2": "+", "2026-Q4": "+"}
    assert plan.activities[2].targets == {"2026-Q1": "1", "2026-Q3": "2"}


def test_a_sheet_of_weighed_indicators_by_quarter_has_the_year_beside_them() -> None:
    kpis = table(
        "№ | KPI атауы / Наименование KPI | Ед. изм. | Вес, % | План на 2026 год | > | > | > | >",
        "^ | ^ | ^ | ^ | I кв. | II кв. | III кв. | IV кв. | Жыл / Год",
        "1 | Доля цифровых услуг | % | 60 | 40 | 50 | 60 | 70 | 70",
        "2 | Число обращений | ед. | 40 | 5 | 4 | 4 | 3 | 16",
        " | Барлығы / Итого | | 100 | | | | |",
    )
    work = table("Мероприятие | Срок | Ответственный", "Открыть портал | 01.03.2026 | Отдел ИТ")
    plan = read("Карта KPI на 2026 год", kpis, work)
    assert titles(plan) == ["Открыть портал"]
    assert [(i.title, i.values["2026-Q4"], i.values["2026"]) for i in plan.indicators] == [
        ("Доля цифровых услуг", "70", "70"),
        ("Число обращений", "3", "16"),
    ]
    assert [t.title for t in plan.totals] == ["Барлығы / Итого"]
    assert plan.doubts == ()

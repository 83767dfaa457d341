"""What the columns of a table are taken for: by their words, by what they hold, by what a person says."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from core.kernel.errors import UnreadableFile
from core.plan.columns import ColumnRole as R
from core.plan.columns import ColumnSaid, ReadingMap, TableSaid
from core.plan.model import ReadPlan
from documents.understand.lexicon import role_of
from documents.understand.plan import understand
from documents.understand.profile import is_responsible, is_work
from tests.documents.sketch import column, document, read, table, titles

WORDS: tuple[tuple[R, str], ...] = (
    (R.NUMBER, "№ п/п | № | П/п | Р/с № | No. | Item No. | Ref. | S/N | Код мероприятия | Реттік нөмірі | Audit ref. | Risk ID | Action code | Шифр аудита | Аудит коды"),
    (R.TITLE, (
        "Мероприятие | Наименование мероприятий | Содержание работ | Описание работы | Перечень работ | Виды работ | Что делаем | Что сделать | "
        "Действия | Проводимые мероприятия | Название этапа | Этапы | Процесс | Тема контроля | Іс-шара | Іс-шаралардың атауы | Жұмыстың мазмұны | "
        "Жоба атауы | Шаралар | Activity | Action | Planned activities | Task name | Key actions | Work description | Initiative | Milestone | "
        "Меро-приятия | Действия по реализации | Не істеу керек | Commitment | Site to be inspected | Проверяемый процесс | Тексерілетін бөлімше"
    )),
    (R.RESPONSIBLE, (
        "Ответственный | Ответственные исполнители | Исполнитель | Исполнители | Соисполнители | Кто делает | Кто отвечает | Кому поручено | Куратор | "
        "Отв. | Ответств. за исполнение | Жауапты орындаушы | Жауаптылар | Орындаушылар | Responsible | Responsible party | Owner | Lead | "
        "Аудитор | Ведущий аудитор | Члены рабочей группы | Состав комиссии | Проверяющие | Докладчик | Баяндамашы | Contractor | Presenter | "
        "Assigned to | Implementing agency | Executive lead | Who | Кто отвечает за выполнение | Resource names | Audit team | Inspector | Technician | Аудиторская группа | Аудит тобы | Рабочая группа"
    )),
    (R.DEADLINE, (
        "Срок | Сроки исполнения | Срок выполнения | Сроки реализации | Дата | Дата окончания | Период реализации | К какому числу | Когда | "
        "Мерзімі | Орындау мерзімі | Өткізу мерзімі | Іске асыру кезеңі | Deadline | Due date | Timeline | Timeframe | By when | Target date | End date | "
        "Completion date | Плановый срок | Окончание | Финиш"
    )),
    (R.START, "Начало | Дата начала | Срок начала реализации | Басталу күні | Start | Start date | Begin"),
    (R.DURATION, "Длительность | Продолжительность, дн. | Ұзақтығы | Duration | Кол-во дней"),
    (R.FORM, (
        "Форма завершения | Аяқтау нысаны | Итоговый документ | Подтверждающий документ | Вид документа | Means of verification | Evidence | "
        "Deliverable | Отчетная форма | Басқарушылық шешім | Форма завершения мероприятия | Форма завершения/проведения"
    )),
    (R.UNIT, "Ед. изм. | Единица измерения | Өлшем бірлігі | Unit | Unit of measure | UoM"),
    (R.RESULT, (
        "Ожидаемый результат | Ожидаемый эффект | Результат | Күтілетін нәтиже | Expected output | Expected results | Outcome | Success criteria"
    )),
    (R.OBJECTIVE, "Задача | Цель | Проблема | Недостатки | Міндет | Мақсат | Objective | Goal | Finding"),
    (R.SECTION, "Раздел | Тарау | Блок | Section | Component"),
    (R.NOTE, ("Примечание | Комментарий | Место проведения | Ескерту | Remarks | Comments | Notes | Assumptions | Venue | Причина | Вероятность | "
    "Likelihood | Root cause | Management response | Бақылау түрі | Бақылау объектісі | Қарау орны | Цена за единицу, тенге | Unit cost, USD | Clauses | Auditee | Пункты стандарта | Раздел стандарта ISO 9001 | Стандарт тармақтары | Целевая группа | "
    "Форма обучения | Форма проведения | Форма участия | Оқыту нысаны | Өткізу нысаны | Mode of delivery | Form of training | Training format")),
    (R.FACT, "Отметка об исполнении | Факт | Статус | Ход исполнения | Процент выполнения | Status | Progress | % complete | Actual | Нақты | RAG | Latest update | Дата последней аттестации | Last done | Last inspected"),
    (R.WEIGHT, "Вес | Удельный вес | Салмағы | Weight"),
    (R.FUNDING_TOTAL, "Объем финансирования | Стоимость, тыс. тенге | Бюджет | Сумма | Қаржы көлемі | Budget | Cost (USD) | Total cost"),
    (R.FUNDING_SOURCE, "Источник финансирования | Қаржыландыру көзі | Funding source | Donor"),
    (R.INDICATOR, "Показатель | Целевой индикатор | Көрсеткіш | Indicator"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("role", "header"), [(role, word) for role, words in WORDS for word in words.split(" | ")]
)
def test_a_header_word_says_its_role(role: R, header: str) -> None:
    for written in (header, header.upper(), header.lower()):
        assert role_of(written) is role, written


ROWS = (
    "1 | Обучение персонала инфекционной безопасности | Кадровик, Юрист | до 1 марта 2026 года | Приказ",
    "2 | Закуп аппаратов ультразвуковой диагностики | Экономист | II квартал 2026 года | Договор",
    "3 | Ремонт кровли главного корпуса | Завхоз | 15.09.2026 | Акт",
)
HEADER = "№ | Мероприятие | Ответственный | Срок | Форма завершения"


@pytest.mark.parametrize("order", list(permutations(range(5)))[::7])
def test_the_order_of_columns_changes_nothing(order: tuple[int, ...]) -> None:
    plan = read("План на 2026 год", table(*(_ordered(row, order) for row in (HEADER, *ROWS))))
    same = read("План на 2026 год", table(HEADER, *ROWS))
    for field in ("number", "title", "deadline", "responsibles", "completion_form"):
        assert column(plan, field) == column(same, field), field


def _ordered(row: str, order: tuple[int, ...]) -> str:
    cells = row.split(" | ")
    return " | ".join(cells[at] for at in order)


@given(st.lists(st.sampled_from("абвгдежзиклмнопрст"), min_size=3, max_size=9).map("".join))
@example("мам")  # short for May in Kazakh
def test_words_that_nobody_knows_over_one_column_cost_a_doubt_at_most(word: str) -> None:
    assume(role_of(word) is None)
    header = HEADER.replace("Мероприятие", word.capitalize())
    plan = read("План на 2026 год", table(header, *ROWS))
    assert titles(plan) == titles(read("План на 2026 год", table(HEADER, *ROWS)))


@pytest.mark.parametrize(
    "above",
    [
        "Название проекта | Новый корпус | Дата | 12.01.2026 | ",
        "Менеджер проекта | Заместитель директора по развитию | Организация | Городская больница | ",
        "Срок | 2026 год | Ответственный | Главный врач | ",
        "УТВЕРЖДАЮ | Главный врач | от 12 января 2026 года | № 3 | ",
    ],
)
def test_keys_and_values_above_a_table_are_no_header(above: str) -> None:
    plan = read("План на 2026 год", table(above, HEADER, *ROWS))
    assert column(plan, "number") == ["1", "2", "3"]
    assert plan.tables[0].header == 1


@pytest.mark.parametrize(
    "rows",
    [
        ("№ | ФИО | Должность | Телефон", "1 | Иванов И.И. | Главный врач | 12-34-56", "2 | Ахметова А.К. | Юрист | 12-34-57"),
        ("№ | Name | Position | Phone", "1 | Smith J. | Director | 555-01", "2 | Brown A. | Lawyer | 555-02"),
    ],
)  # fmt: skip
def test_a_list_of_people_is_no_plan(rows: tuple[str, ...]) -> None:
    plan = read("Рабочая группа", table(*rows, rows[-1].replace("2 |", "3 |")))
    assert plan.activities == ()
    assert not plan.tables[0].read


def test_a_start_is_never_the_deadline() -> None:
    plan = read(
        "План на 2026 год", table("№ | Работа | Начало | Кто", "1 | Ремонт кровли | 01.02.2026 | Завхоз")
    )
    row = plan.activities[0]
    assert row.deadline.end is None
    assert [d.activity for d in plan.doubts if d.field == "deadline"] == [row.id]


@pytest.mark.parametrize("word", ["Срок", "Ответственный"])
def test_what_a_loud_word_cannot_hold_is_not_passed_over_in_silence(word: str) -> None:
    rows = (
        f"№ | Мероприятие | {word}",
        "1 | Ремонт кровли | 350",
        "2 | Закуп мебели | 1 200",
        "3 | Обучение | 75",
    )
    plan = read("План на 2026 год", table(*rows))
    assert not any(a.responsibles or a.deadline.end for a in plan.activities)
    assert plan.doubts


def test_a_file_without_a_plan_shows_its_tables() -> None:
    plan = read(
        "Цены", table("Товар | Страна | Сорт", "Рис | Индия | 1", "Соль | Казахстан | 2", "Чай | Кения | 1")
    )
    assert plan.activities == ()
    assert [c.header for c in plan.tables[0].columns] == ["Товар", "Страна", "Сорт"]


def test_a_table_too_small_to_be_asked_about_is_refused_with_what_was_seen_of_it() -> None:
    with pytest.raises(UnreadableFile, match="file-table-unknown") as refused:
        read("Цены", table("Товар | Страна", "Рис | Индия"))
    seen = {"table": "1", "rows": 1, "columns": 2, "headings": "Товар; Страна"}
    assert refused.value.args_for_text == seen
    with pytest.raises(UnreadableFile, match="file-table-known") as refused:
        read("Цены", table("Ответственный | Страна", "Рис | Индия"))
    assert refused.value.args_for_text == {
        **seen,
        "headings": "Ответственный; Страна",
        "known": "Ответственный",
    }


def test_of_several_tables_the_largest_is_named_and_long_headings_are_cut() -> None:
    long = "слово " * 40
    with pytest.raises(UnreadableFile, match="file-table-unknown") as refused:
        read("Цены", table("А | Б", "1 | 2"), "Ещё", table(f"{long}| Б", "1 | 2", "3 | 4"))
    found = refused.value.args_for_text
    assert (found["table"], found["rows"]) == ("2", 2)
    assert len(str(found["headings"])) < 60


def test_a_file_without_any_table_is_refused_as_before() -> None:
    with pytest.raises(UnreadableFile, match="file-not-a-plan"):
        read("Письмо", "И всё.")


class TestSaid:
    """A person's word goes before the reader's."""

    GRID = (
        "Гамма | Дельта | Эпсилон | Зета",
        *(f"{r} | {w}" for r, w in zip("абв", ("икс | 5 | ю", "игрек | 6 | я", "зет | 7 | ь"), strict=True)),
    )

    def _read(self, *columns: ColumnSaid, header: int | None = None, out: bool = False) -> ReadPlan:
        said = TableSaid(header=header, out=out, columns=columns)
        return understand(document("План на 2026 год", table(*self.GRID)), ReadingMap(tables={0: said}))

    def test_any_table_gets_in_with_a_word_a_column(self) -> None:
        plan = self._read(
            ColumnSaid(at=1, role=R.TITLE),
            ColumnSaid(at=2, role=R.TARGET, period="2026"),
            ColumnSaid(at=3, role=R.RESPONSIBLE),
            header=0,
        )
        assert titles(plan) == ["икс", "игрек", "зет"]
        assert column(plan, "targets") == [{"2026": "5"}, {"2026": "6"}, {"2026": "7"}]
        assert all(plan.tables[0].columns[at].sure for at in (1, 2, 3))

    def test_the_header_row_moves(self) -> None:
        plan = self._read(ColumnSaid(at=1, role=R.TITLE), header=1)
        assert titles(plan) == ["игрек", "зет"]
        assert plan.tables[0].header == 1

    def test_a_table_can_be_left_out(self) -> None:
        said = ReadingMap(tables={0: TableSaid(out=True)})
        plan = understand(document("План на 2026 год", table(HEADER, *ROWS), table(HEADER, ROWS[0])), said)
        assert titles(plan) == ["Обучение персонала инфекционной безопасности"]
        assert [t.read for t in plan.tables] == [False, True]

    def test_what_was_said_of_a_form_is_kept_for_next_year(self) -> None:
        first = read(
            "План на 2026 год",
            table("Гамма 2026 | Дельта | Срок", *(f"x{i} | Купить мебель {i} | май" for i in range(3))),
        )
        layout = first.tables[0].layout
        said = ReadingMap(layouts={layout: TableSaid(columns=(ColumnSaid(at=0, role=R.RESPONSIBLE),))})
        again = document(
            "План на 2027 год",
            table("Гамма 2027 | Дельта | Срок", *(f"Юрист | Купить стол {i} | июнь" for i in range(3))),
        )
        assert column(understand(again, said), "responsibles") == [("Юрист",)] * 3

    def test_a_column_that_is_not_needed_is_not_asked_about(self) -> None:
        header, rows = f"{HEADER} | Цвет папки", [f"{row} | синяя {i}" for i, row in enumerate(ROWS)]
        asked = read("План на 2026 год", table(header, *rows))
        said = ReadingMap(tables={0: TableSaid(columns=(ColumnSaid(at=5, role=R.OUT),))})
        plan = understand(document("План на 2026 год", table(header, *rows)), said)
        assert len(asked.doubts) == 1
        assert plan.doubts == ()


def test_two_columns_of_people_are_both_responsible() -> None:
    """Neither says "ответственный"; posts that end in a Russian dative are no Kazakh work."""
    plan = read(
        "План проверок на 2026 год",
        table(
            "№ | Мероприятие | Срок | Главный проверяющий | Состав группы",
            "1 | Проверка складов | 01.03.2026 | Инженер по качеству | Технолог",
            "2 | Проверка архива | 01.04.2026 | Специалист по труду | Юрист, Бухгалтер",
            "3 | Проверка столовой | 01.05.2026 | Инженер по качеству |",
        ),
    )
    assert column(plan, "responsibles") == [
        ("Инженер по качеству", "Технолог"),
        ("Специалист по труду", "Юрист", "Бухгалтер"),
        ("Инженер по качеству",),
    ]


def test_posts_that_end_as_kazakh_works_do_are_posts() -> None:
    for post in ("Ведущий инженер по качеству", "Инженер по учету", "Специалист по производству"):
        assert is_responsible(post), post
    assert is_work("Электрондық кезекті енгізу")
    assert is_work("Оқыту жоспары")


@pytest.mark.parametrize("printed", ["Субботник | | Иванов И.И.", "Главный врач | | Иванов И.И."])
def test_a_name_beside_a_post_or_a_short_work_is_never_left_out_in_silence(printed: str) -> None:
    rows = ("Мероприятие | Срок | Ответственный", "Обучение персонала | май 2026 года | Юрист",
            "Закуп оборудования | июнь 2026 года | Экономист", printed)  # fmt: skip
    plan = read("План на 2026 год", table(*rows))
    shown = printed.split(" | ")[0]
    doubted = [d for d in plan.doubts if d.code == "row-unplaced" and shown in str(d.args["value"])]
    assert shown in titles(plan) or doubted


@pytest.mark.parametrize(
    ("header", "mark"),
    [
        ("Задача | Описание | Ответственный | Срок", "З-"),
        ("Міндет | Сипаттамасы | Жауапты | Мерзімі", "М-"),
        ("Objective | Activity | Responsible | Deadline", "O1."),
        ("Task | Description | Lead | Due date", "T1."),
    ],
)
def test_a_column_of_codes_numbers_the_works(header: str, mark: str) -> None:
    plan = read(
        "План на 2026 год",
        table(
            header,
            f"{mark}1 | Создать проектный офис | Директор | 01.03.2026",
            f"{mark}2 | Набрать команду | Кадровик | 01.05.2026",
            f"{mark}3 | Провести опрос | Аналитик | 01.06.2026",
        ),
    )
    assert column(plan, "number") == [f"{mark}{n}" for n in (1, 2, 3)]
    assert titles(plan) == ["Создать проектный офис", "Набрать команду", "Провести опрос"]
    assert column(plan, "objective") == [None] * 3


def test_codes_of_work_packages_are_sections() -> None:
    plan = read(
        "Work plan 2026",
        table(
            "WP | Task | Description | Lead | Due",
            "WP1 | T1.1 | Set up the project office | Project Manager | March 2026",
            "WP1 | T1.2 | Hire the team | HR Manager | May 2026",
            "WP2 | T2.1 | Run the survey | Analyst | June 2026",
        ),
    )
    assert column(plan, "number") == ["T1.1", "T1.2", "T2.1"]
    assert [[s.title for s in plan.path(a)] for a in plan.activities] == [["WP1"], ["WP1"], ["WP2"]]


@pytest.mark.parametrize("header", ["Форма обучения", "Форма проведения", "Оқыту нысаны", "Mode of delivery"])
@pytest.mark.parametrize("papers", [False, True])
def test_how_a_work_is_held_completes_nothing(header: str, papers: bool) -> None:
    more = (" | Форма завершения", " | Сертификат") if papers else ("", "")
    rows = (
        f"1 | Обучение пожарному минимуму | Очно | до 1 марта 2026 года | Инженер{more[1]}",
        f"2 | Обучение деловому казахскому языку | Онлайн | май 2026 года | Отдел кадров{more[1]}",
        f"3 | Обучение первой помощи | Смешанно | 15.09.2026 | Медпункт{more[1]}",
    )
    plan = read(
        "План на 2026 год", table(f"№ | Мероприятие | {header} | Срок | Ответственный{more[0]}", *rows)
    )
    assert column(plan, "completion_form") == ["Сертификат" if papers else None] * 3
    assert titles(plan) == [row.split(" | ")[1] for row in rows]
    assert not plan.doubts

"""The shapes that Word gives to tables: merged, skipped, nested, deleted and hidden."""

from __future__ import annotations

from core.plan.doubts import DoubtCode
from documents.grids.grid import Paragraph, Table
from documents.reading import read_grid, read_plan
from tests.documents.word_xml import cell, file, par, printed, printed_table, row, run, table, tables

STRUCK = "<w:strike/>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_cells_merged_along_and_down() -> None:
    down, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell("Цель", properties=down), cell("2024 год", properties=span(2))),
        row(cell("не видно", properties=more), "I", "II"),
        row(cell(properties=more), cell("всего", properties=span(2))),
    )
    (found,) = tables(body)
    assert printed(found) == [
        ["Цель", "2024 год", "2024 год"],
        ["Цель", "I", "II"],
        ["Цель", "всего", "всего"],
    ]
    first = found.rows[0][0]
    assert first is not None
    assert (first.rows, first.columns) == (3, 1)
    assert all(line[0] is first for line in found.rows)  # one cell, told by identity


def test_cells_merged_down_and_along_at_once_are_one_cell() -> None:
    both = span(2)
    body = table(
        row(cell("шире и выше", properties=both + '<w:vMerge w:val="restart"/>'), "а"),
        row(cell(properties=both + "<w:vMerge/>"), "б"),
    )
    (found,) = tables(body)
    assert len({id(line[at]) for line in found.rows for at in (0, 1)}) == 1


def test_cells_merged_along_in_the_old_way() -> None:
    body = table(
        row(cell("2024", properties='<w:hMerge w:val="restart"/>'), cell(properties="<w:hMerge/>"), "х"),
        row("I", "II", "III"),
    )
    (found,) = tables(body)
    assert printed(found) == [["2024", "2024", "х"], ["I", "II", "III"]]
    assert found.rows[0][0] is found.rows[0][1]


def test_columns_skipped_before_and_after() -> None:
    body = table(
        row("а", "б", "в"),
        row("б2", properties='<w:gridBefore w:val="1"/><w:gridAfter w:val="1"/>'),
    )
    assert printed_table(body) == [["а", "б", "в"], ["", "б2", ""]]


def test_a_table_in_a_cell_is_lines_of_it() -> None:
    inner = table(row("Закуп", "МЗ"), row("Ремонт", "МФ"))
    body = table(row("1", cell("Работы:", inner, "<w:p/>"), "май"))
    assert printed_table(body) == [["1", "Работы:\nЗакуп МЗ\nРемонт МФ", "май"]]


def test_a_table_that_another_only_frames_is_a_table() -> None:
    inner = table(row("№", "Мероприятие", "Срок"), row("1", "Закуп", "май"))
    frame = table(row("Шапка"), row(cell("над таблицей", inner, "под таблицей")), row("Подпись"))
    blocks = read_grid(file(frame)).blocks
    assert [b.text if isinstance(b, Paragraph) else printed(b) for b in blocks] == [
        [["Шапка"]],
        "над таблицей",
        [["№", "Мероприятие", "Срок"], ["1", "Закуп", "май"]],
        "под таблицей",
        [["Подпись"]],
    ]


def test_a_frame_of_two_columns() -> None:
    inner = table(row("№", "Мероприятие", "Срок"), row("1", "Закуп", "май"))
    blocks = read_grid(file(table(row("Приложение 1", cell(inner, "<w:p/>"))))).blocks
    assert [b.text if isinstance(b, Paragraph) else printed(b) for b in blocks] == [
        "Приложение 1",
        [["№", "Мероприятие", "Срок"], ["1", "Закуп", "май"]],
    ]


def _document(*rows: str) -> str:
    head = row("№", "Мероприятие", "Срок исполнения", "Ответственный исполнитель")
    return par("План мероприятий на 2024 год") + table(head, *rows)


def plan_of(*rows: str) -> bytes:
    return file(_document(*rows))


BEFORE = row("1", "Закуп аппарата", "май 2024 года", "Метролог")
AFTER = row("3", "Ремонт кровли", "июль 2024 года", "Завхоз")
WORDS = ("Обучение медсестер", "июнь 2024 года", "Главная медсестра")


def struck_row() -> str:
    return row("2", *(cell(run(words, STRUCK)) for words in WORDS))


def deleted_row() -> str:
    cells = [cell(f"<w:del><w:r><w:delText>{words}</w:delText></w:r></w:del>") for words in ("2", *WORDS)]
    return row(*cells, properties='<w:del w:id="5" w:author="Юрист"/>')


def hidden_row() -> str:
    return row("2", *WORDS, properties="<w:hidden/>")


def vanished_row() -> str:
    return row(*(cell(run(words, "<w:vanish/>")) for words in ("2", *WORDS)))


def test_a_row_that_is_not_in_force_is_left_out_with_a_doubt() -> None:
    for gone in (struck_row(), deleted_row(), hidden_row(), vanished_row()):
        plan = read_plan(plan_of(BEFORE, gone, AFTER))
        assert [a.title for a in plan.activities] == ["Закуп аппарата", "Ремонт кровли"]
        (doubt,) = [d for d in plan.doubts if d.code == DoubtCode.ROW_NOT_IN_FORCE]
        assert doubt.args == {"value": " | ".join(WORDS)}
        assert doubt.kept is not None
        assert doubt.kept.cells["title"] == "Обучение медсестер"
        assert doubt.kept.above == "a1"


def test_a_table_of_which_no_row_is_in_force_is_said_row_by_row() -> None:
    head = ("№", "Мероприятие", "Срок исполнения", "Ответственный исполнитель", "I кв.")
    rows = [row(*words, properties="<w:del/>") for words in (head, ("2", *WORDS, "+"))]
    plan = read_plan(file(_document(BEFORE, AFTER) + "<w:p/>" + table(*rows)))
    assert [a.title for a in plan.activities] == ["Закуп аппарата", "Ремонт кровли"]
    (doubt,) = plan.doubts
    assert doubt.code == DoubtCode.ROW_NOT_IN_FORCE
    assert doubt.kept is not None
    assert doubt.kept.cells["target:2024-Q1"] == "+"


def test_an_added_row_is_in_force() -> None:
    added = row(
        "2", *(cell(f"<w:ins>{run(words)}</w:ins>") for words in WORDS), properties='<w:ins w:id="1"/>'
    )
    plan = read_plan(plan_of(BEFORE, added, AFTER))
    assert [a.title for a in plan.activities] == ["Закуп аппарата", "Обучение медсестер", "Ремонт кровли"]
    assert plan.doubts == ()


def test_struck_words_in_a_row_that_stays_are_no_doubt() -> None:
    changed = row(
        "2", "Обучение медсестер", cell(par(run("май ", STRUCK), "июнь 2024 года")), "Главная медсестра"
    )
    plan = read_plan(plan_of(BEFORE, changed, AFTER))
    assert [a.deadline_text for a in plan.activities] == ["май 2024 года", "июнь 2024 года", "июль 2024 года"]
    assert plan.doubts == ()


def test_a_group_over_rows_of_which_the_first_is_struck() -> None:
    group, more = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    body = table(
        row(cell("Цель 1", properties=group), cell(run("старое", STRUCK))),
        row(cell(properties=more), "новое"),
        row(cell(properties=more), "второе"),
    )
    (found,) = tables(body)
    assert printed(found) == [["Цель 1", "новое"], ["Цель 1", "второе"]]
    cell_of_group = found.rows[0][0]
    assert cell_of_group is not None
    assert (cell_of_group.row, cell_of_group.rows) == (0, 2)
    assert [(at, [c.text if c else "" for c in line]) for at, line in found.left_out] == [
        (0, ["Цель 1", "старое"])
    ]


def test_a_column_that_a_tracked_change_takes_away() -> None:
    gone = '<w:cellDel w:id="1"/>'
    assert printed_table(table(row("а", cell("лишнее", properties=gone), "б"))) == [["а", "б"]]


def test_rows_inside_text_boxes_are_counted_too() -> None:
    grid = read_grid(plan_of(BEFORE, AFTER))
    assert [len(b.rows) for b in grid.blocks if isinstance(b, Table)] == [3]

"""What stands in the cells of a ruled PDF, however it is drawn: turned, twice, wider than its cell, broken over lines."""

from __future__ import annotations

import pytest

from core.kernel.errors import UnreadableFile
from core.plan.model import ReadPlan
from documents.grids.grid import Table
from documents.pdf.pdf_hyphens import Words
from documents.reading import read_grid, read_plan
from tests.documents.pdf_writer import HEIGHT, MARGIN, SIZE, WIDTH, PdfPages
from tests.documents.sketch import titles
from tests.documents.writers import one_table

HEADER = ["№", "Мероприятие", "Срок исполнения", "Ответственный"]
ROWS = [
    ["1", "Промыть систему отопления", "до 15 августа 2026 года", "Главный инженер"],
    ["2", "Утеплить окна", "до 1 октября 2026 года", "Завхоз"],
    ["3", "Завезти песок", "до 15 октября 2026 года", "Завхоз"],
]
COLUMNS = (40.0, 240.0, 200.0, 120.0)  # points


def whole_table(pages: PdfPages, *rows: list[str]) -> bytes:
    for block in one_table(list(rows)).blocks:
        assert isinstance(block, Table)
        pages.table(block)
    return pages.save()


def as_read(plan: ReadPlan) -> list[list[str | None]]:
    return [[a.number, a.title, a.deadline_text, a.responsible_text] for a in plan.activities]


def show(x: float, y: float, text: str, turn: int = 0) -> str:
    """Instructions that draw text from its lower left corner, in points from the page's."""
    matrix = {0: "1 0 0 1", 1: "0 1 -1 0", 3: "0 -1 1 0"}[turn]
    return f"BT /F {SIZE} Tf {matrix} {x:.1f} {y:.1f} Tm <{text.encode('utf-16-be').hex()}> Tj ET"


def edges() -> list[float]:
    return [MARGIN + sum(COLUMNS[:n]) for n in range(len(COLUMNS) + 1)]


def grid(
    pages: PdfPages,
    rows: list[list[str]],
    *,
    level: bool = True,
    upright: bool = True,
    sides: bool = True,
    high: float = 30.0,
) -> bytes:
    """A table of cells whose texts are set where their lines begin, "\\n" in them as lines, however wide they are."""
    xs, top = edges(), HEIGHT - 100.0
    for at in range(len(rows) + 1):
        if level or at < 2 or at == len(rows):
            pages.line(xs[0], top - at * high, xs[-1], top - at * high)
    for x in xs if sides else xs[1:-1]:
        if upright:
            pages.line(x, top, x, top - len(rows) * high)
    for at, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            for n, line in enumerate(text.split("\n")):
                pages.draw(show(x + 3, top - at * high - 10 - n * 10, line))
    return pages.save()


@pytest.mark.parametrize("turn", [0, 1, 2, 3])
@pytest.mark.parametrize("rotate", [True, False])
@pytest.mark.parametrize("ruled", [True, False])
def test_a_turned_page(turn: int, rotate: bool, ruled: bool) -> None:
    data = whole_table(PdfPages(turn=turn, rotate=rotate, ruled=ruled), HEADER, *ROWS)
    assert as_read(read_plan(data)) == ROWS


@pytest.mark.parametrize("style", ["line", "thin", "dots", "dashes"])
def test_lines_drawn_as(style: str) -> None:
    assert as_read(read_plan(whole_table(PdfPages(style=style), HEADER, *ROWS))) == ROWS


def test_a_table_without_outer_sides() -> None:
    assert as_read(read_plan(grid(PdfPages(), [HEADER, *ROWS], sides=False))) == ROWS


def test_rows_parted_by_level_lines_alone() -> None:
    rows = [[a, b.replace(" ", "\n"), c, d] for a, b, c, d in ROWS]
    plan = read_plan(grid(PdfPages(), [HEADER, *rows], upright=False))
    assert as_read(plan) == ROWS
    assert "row-unsure" not in {d.code for d in plan.doubts}


def test_columns_parted_by_upright_lines_alone() -> None:
    assert as_read(read_plan(grid(PdfPages(), [HEADER, *ROWS], level=False))) == ROWS


@pytest.mark.parametrize("each", [False, True])
def test_bands_of_colour_without_lines(each: bool) -> None:
    pages = PdfPages()
    xs, top = edges(), HEIGHT - 100.0
    for at in range(0, len(ROWS) + 1, 2):
        for left, right in zip(xs[:-1], xs[1:], strict=True) if each else [(xs[0], xs[-1])]:
            pages.draw(f"0.8 0.9 1 rg {left:.1f} {top - (at + 1) * 30:.1f} {right - left:.1f} 30 re f 0 g")
    data = grid(pages, [HEADER, *ROWS], level=False, upright=False)
    assert as_read(read_plan(data)) == ROWS


@pytest.mark.parametrize("dx", [0.0, 0.2, 0.4])
@pytest.mark.parametrize("letters", [False, True])
def test_bold_made_by_drawing_twice(dx: float, letters: bool) -> None:
    pages = PdfPages()
    data = grid(pages, [HEADER, *ROWS])
    assert as_read(read_plan(data)) == ROWS
    for at, text in enumerate([*HEADER, "Промыть систему отопления"]):
        x, y = (edges()[at] + 3, HEIGHT - 110.0) if at < 4 else (edges()[1] + 3, HEIGHT - 140.0)
        parts = list(enumerate(text)) if letters else [(0, text)]
        for n, part in parts:
            pages.draw(show(x + n * SIZE * 0.5 + dx, y, part))
    assert as_read(read_plan(pages.save())) == ROWS


def test_letters_that_a_word_doubles_stay() -> None:
    rows = [[*ROWS[0][:1], "Ввести класс «ОО» и программу", *ROWS[0][2:]], *ROWS[1:]]
    assert titles(read_plan(grid(PdfPages(), [HEADER, *rows])))[0] == "Ввести класс «ОО» и программу"


@pytest.mark.parametrize("shift", range(0, 60, 4))
def test_text_wider_than_its_cell_keeps_its_letters(shift: int) -> None:
    rows = [
        ["1", "Открыть класс", "май 2026 года", "Юрист"],
        [
            "2",
            f"{'о' * (shift % 7 + 1)}" * (shift // 7) + " Совместно с акиматом г. Нур-Султан и областей " * 2,
            "июнь 2026 года",
            "Акимат г. Нур-Султан, Управление",
        ],
        ["3", "Осмотр", "июль 2026 года", "Акимат г. Нур-Султан"],
    ]
    plan = read_plan(grid(PdfPages(), [HEADER, *rows]))
    assert as_read(plan) == [[" ".join(text.split()) for text in row] for row in rows]


def test_a_space_drawn_behind_a_number_does_not_join_it_to_the_next_cell() -> None:
    pages = PdfPages()
    grid_of = [["", *row[1:]] for row in ROWS]
    xs, top = edges(), HEIGHT - 100.0
    for at, row in enumerate(ROWS, 1):
        pages.draw(
            show(xs[1] - 15, top - at * 30.0 - 10, f"1{row[0]} ")
        )  # ends a space's width before the side
        pages.draw(show(xs[1] + 3, top - at * 30.0 - 10, row[1]))
    data = grid(pages, [HEADER, *([*r[:1], "", *r[2:]] for r in grid_of)])
    assert as_read(read_plan(data)) == [[f"1{row[0]}", *row[1:]] for row in ROWS]


def test_text_in_the_middle_of_a_narrower_cell() -> None:
    pages = PdfPages()
    xs = edges()
    text = "до пятнадцатого октября две тысячи двадцать шестого"
    x = (xs[2] + xs[3] - len(text) * SIZE * 0.5) / 2
    pages.draw(show(x, HEIGHT - 140.0, text))
    plan = read_plan(grid(pages, [HEADER, ["1", "Осмотр", "", "Юрист"], *ROWS[1:]]))
    assert (plan.activities[0].title, plan.activities[0].deadline_text) == ("Осмотр", text)


def test_a_header_turned_in_its_cell() -> None:
    for turn in (1, 3):
        pages = PdfPages()
        x = edges()[3] + (20 if turn == 1 else 10)
        pages.draw(show(x, HEIGHT - (100 + 95 if turn == 1 else 105), "Ответственный", turn))
        pages.draw(
            show(x + (10 if turn == 1 else -8), HEIGHT - (195 if turn == 1 else 105), "исполнитель", turn)
        )
        document = read_grid(grid(pages, [[*HEADER[:3], ""], *ROWS], high=100.0))
        [table] = [block for block in document.blocks if isinstance(block, Table)]
        assert [cell.text if cell else None for cell in table.rows[0]] == [
            *HEADER[:3],
            "Ответственный исполнитель",
        ]


def test_a_stamp_aslant_over_the_page_is_no_text() -> None:
    pages = PdfPages()
    pages.draw(
        f"BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 {HEIGHT - 400} Tm <{'КОПИЯ'.encode('utf-16-be').hex()}> Tj ET"
    )
    assert as_read(read_plan(grid(pages, [HEADER, *ROWS]))) == ROWS


def test_what_no_row_parts_is_one_column_on_every_page() -> None:
    pages = PdfPages()
    xs, top = edges(), HEIGHT - 100.0
    for at in (
        60.0,
        110.0,
        160.0,
    ):  # the paper's colour behind a space parts nothing, and is on the first page alone
        pages.draw(f"1 g {xs[1] + at:.1f} {top - 44:.1f} 2.2 12 re f 0 g")
    grid(pages, [HEADER, *ROWS[:2]])
    pages.new_page()
    data = grid(pages, [ROWS[2], ["4", "Проверить огнетушители", "до 1 ноября 2026 года", "Завхоз"]])
    assert [t.width for t in read_grid(data).blocks if isinstance(t, Table)] == [4, 4]
    assert as_read(read_plan(data)) == [
        *ROWS,
        ["4", "Проверить огнетушители", "до 1 ноября 2026 года", "Завхоз"],
    ]


@pytest.mark.parametrize("again", [True, False])
def test_rows_over_pages(again: bool) -> None:
    rows = [
        [
            str(i),
            f"Осмотр {i}: " + "подробное описание работы, " * 30 + f"конец {i}",
            "май 2024 года",
            "Экономист, Юрист",
        ]
        for i in range(1, 60)
    ]
    plan = read_plan(whole_table(PdfPages("План", again=again), HEADER, *rows))
    assert titles(plan) == [row[1] for row in rows]
    assert {a.responsibles for a in plan.activities} == {("Экономист", "Юрист")}


MARKS = ["-", "\u2010", "\u2011", "\u00ad"]


@pytest.mark.parametrize("mark", MARKS)
def test_a_word_broken_in_its_cell_is_one_word(mark: str) -> None:
    rows = [
        [
            "1",
            f"Закупить медицин{mark}\nские аппа{mark}\nраты",
            f"де{mark}\nкабрь 2026 года",
            f"Метро{mark}\nлог",
        ],
        *ROWS[1:],
    ]
    plan = read_plan(grid(PdfPages(), [HEADER, *rows], high=40.0))
    assert as_read(plan)[0] == ["1", "Закупить медицинские аппараты", "декабрь 2026 года", "Метролог"]


@pytest.mark.parametrize("mark", MARKS)
def test_a_word_broken_by_the_end_of_a_page(mark: str) -> None:
    pages = PdfPages()
    pages.draw("")
    first = [
        ["1", "Открыть клас", "май 2026 года", "Юрист"],
        ["2", f"Провести обуче{mark}", "май 2026 года", f"Глав{mark}"],
    ]
    grid(pages, [HEADER, *first])
    pages.new_page()
    plan = read_plan(
        grid(pages, [["", "ние медсестер", "", "ный врач"], ["3", "Осмотр", "июль 2026 года", "Завхоз"]])
    )
    assert titles(plan) == ["Открыть клас", "Провести обучение медсестер", "Осмотр"]
    assert plan.activities[1].responsibles == ("Главный врач",)


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("меро-\nприятие", "мероприятие"),
        ("научно-\nпрактический", "научно-практический"),
        ("социально-\nэкономического", "социально-экономического"),
        ("медико-\nсоциальной", "медико-социальной"),
        ("Северо-\nКазахстанская", "Северо-Казахстанская"),
        ("Нур-\nСултан", "Нур-Султан"),
        ("ИТ-\nинфраструктура", "ИТ-инфраструктура"),
        ("какой-\nлибо", "какой-либо"),
        ("2024-\n2026", "2024-2026"),
        ("COVID-\n19", "COVID-19"),
        ("эконо-\nмический", "экономический"),
        ("обосно-\nванный", "обоснованный"),
        ("одно-\nвременного", "одновременного"),
        ("эффективно-\nсти", "эффективности"),
        ("ежеквартально-\nго", "ежеквартального"),
        ("здраво-\nохранения", "здравоохранения"),
        ("про-\nведение", "проведение"),
        ("іс-\nшаралар", "іс-шаралар"),
        ("әлеуметтік-\nэкономикалық", "әлеуметтік-экономикалық"),
        ("медицина-\nлық", "медициналық"),
        ("жауаптылық-\nтары", "жауаптылықтары"),
        ("ӨТКІ-\nЗУ", "ӨТКІЗУ"),
        ("imple-\nmentation", "implementation"),
        ("ме-\nди-\nцинский", "медицинский"),
    ],
)  # fmt: skip
def test_whether_a_hyphen_belongs_to_its_word(printed: str, wanted: str) -> None:
    assert Words(iter([])).one_text(printed) == wanted


@pytest.mark.parametrize(
    ("evidence", "printed", "wanted"),
    [
        ("Закуп-продажа", "закупа-\nпродажи", "закупапродажи"),
        ("пресс-релиза", "пресс-\nрелиз", "пресс-релиз"),
        ("приемка-передача", "приемки-\nпередачи", "приемки-передачи"),
        ("приемка и передачи, приемки", "приемки-\nпередачи", "приемки-передачи"),
        ("научнопрактический", "научно-\nпрактический", "научнопрактический"),
        ("блок-схемы", "блок-\nсхема", "блок-схема"),
        ("ведение, про", "про-\nведение", "проведение"),
    ],
)
def test_the_rest_of_the_document_tells(evidence: str, printed: str, wanted: str) -> None:
    assert Words(iter([evidence])).one_text(printed) == wanted


def test_page_numbers_are_no_rows() -> None:
    for ruled in (True, False):
        pages = PdfPages(ruled=ruled)
        for part in range(3):
            if part:
                pages.new_page()
            rows = [[str(part * 3 + n), f"{ROWS[0][1]} {part * 3 + n}", *ROWS[0][2:]] for n in range(1, 4)]
            for block in one_table([HEADER, *rows]).blocks:
                assert isinstance(block, Table)
                pages.table(block)
            pages.draw(show(WIDTH / 2, 20, f"Страница {part + 1} из 3"))
        plan = read_plan(pages.save())
        assert [a.number for a in plan.activities] == [str(n) for n in range(1, 10)]
        assert plan.sections == ()


def test_a_font_that_does_not_say_its_letters_is_refused() -> None:
    data = whole_table(PdfPages(), HEADER, *ROWS).replace(b"/ToUnicode 5 0 R", b"")
    with pytest.raises(UnreadableFile, match="file-no-text"):
        read_plan(data)


@pytest.mark.parametrize(("font", "code"), [("Ticks", "fc"), ("Dingbats", "33"), ("Dingbats", "34")])
def test_ticks_of_symbol_fonts(font: str, code: str) -> None:
    pages = PdfPages()
    header = ["№", "Мероприятие", "Ответственный", "1 кв. 2026 года", "2 кв. 2026 года"]
    rows = [header, ["1", "Осмотр", "Завхоз", "", "+"], ["2", "Анализ", "Юрист", "+", "+"]]
    xs = [MARGIN + 100 * n for n in range(6)]
    for at in range(4):
        pages.line(xs[0], 900 - 30 * at, xs[-1], 900 - 30 * at)
    for x in xs:
        pages.line(x, 900, x, 810)
    for at, row in enumerate(rows):
        for x, text in zip(xs, row, strict=False):
            mark = text == "+"
            drawn = (
                f"BT /{font} 9 Tf {x + 3} {890 - 30 * at} Td <{code}> Tj ET"
                if mark
                else show(x + 3, 890 - 30 * at, text)
            )
            pages.draw(drawn)
    plan = read_plan(pages.save())
    assert [a.targets for a in plan.activities] == [{"2026-Q2": "+"}, {"2026-Q1": "+", "2026-Q2": "+"}]


def test_a_row_with_letters_that_nothing_tells_is_asked_about() -> None:
    pages = PdfPages()
    pages.draw(f"BT /Blind {SIZE} Tf {edges()[1] + 3} {HEIGHT - 140} Td <00410042> Tj ET")
    plan = read_plan(grid(pages, [HEADER, ["1", "", *ROWS[0][2:]], *ROWS[1:]]))
    assert [(d.code, d.activity) for d in plan.doubts] == [("letters-unread", plan.activities[0].id)]
    assert titles(plan) == ["\ufffd\ufffd", *(row[1] for row in ROWS[1:])]

"""Text files of rows: any line end, any delimiter, any encoding that programs here write."""

from __future__ import annotations

import pytest

from core.kernel.errors import UnreadableFile
from core.plan.model import ReadPlan
from documents.grids.grid import Table
from documents.reading import read_grid, read_plan
from tests.documents.word_xml import printed

LINES = [
    "План мероприятий на 2024 год",
    "№;Мероприятие;Срок исполнения;Ответственный исполнитель;План на 2024 год",
    "1;Қазақ тілі курстары: үлгі, өңір, ғылым;IV квартал 2024 года;Метролог;6 000",
    "2;Ремонт кровли;до 15 июля 2024 года;Завхоз;12",
    "3;Объезд участков;май 2024 года;Завхоз;",
]
RUSSIAN = [LINES[0], LINES[1], "1;Закуп аппарата;IV квартал 2024 года;Метролог;6 000", *LINES[3:]]
TITLES = ["Қазақ тілі курстары: үлгі, өңір, ғылым", "Ремонт кровли", "Объезд участков"]


def titles(plan: ReadPlan) -> list[str]:
    return [a.title for a in plan.activities]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\r"])
def test_any_line_end(end: str) -> None:
    assert titles(read_plan(end.join([*LINES, ""]).encode())) == TITLES


def test_line_ends_of_every_kind_in_one_file() -> None:
    text = LINES[0] + "\r" + LINES[1] + "\n" + LINES[2] + "\r\n" + LINES[3] + "\r" + LINES[4]
    assert titles(read_plan(text.encode())) == TITLES


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r"])
def test_any_delimiter(mark: str, end: str) -> None:
    lines = [line.replace(", ", " ").replace(";", mark) for line in LINES]
    assert titles(read_plan(end.join(lines).encode())) == [t.replace(", ", " ") for t in TITLES]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "kz1048"])
def test_kazakh_letters_in_any_encoding(encoding: str) -> None:
    assert titles(read_plan("\r\n".join(LINES).encode(encoding))) == TITLES


def test_utf_16_with_its_mark_the_other_way_round() -> None:
    assert titles(read_plan(b"\xfe\xff" + "\n".join(LINES).encode("utf-16-be"))) == TITLES


@pytest.mark.parametrize("encoding", ["cp1251", "kz1048", "cp866", "koi8-r", "mac_cyrillic"])
def test_russian_in_any_encoding(encoding: str) -> None:
    plan = read_plan("\n".join(RUSSIAN).encode(encoding, "replace"))
    assert titles(plan) == ["Закуп аппарата", *TITLES[1:]]


def test_a_letter_that_is_cut_in_two_at_the_end() -> None:
    assert titles(read_plan("\n".join(LINES).encode() + "ж".encode()[:1])) == TITLES
    assert titles(read_plan("\n".join(LINES).encode("utf-16") + b"\x00")) == TITLES


@pytest.mark.parametrize("first", ["sep=;", "SEP=;", '"sep=;"', "sep=;\r"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_line_that_names_the_delimiter(first: str, encoding: str) -> None:
    # More commas than semicolons: the line is to be believed.
    lines = [*LINES[:2], *(f"{at};Закуп, ремонт, поверка, обучение;май 2024 года;Завхоз;5" for at in (1, 2))]
    plan = read_plan("\r\n".join([first, *lines]).encode(encoding))
    assert titles(plan) == ["Закуп, ремонт, поверка, обучение"] * 2
    assert plan.plan.title == LINES[0]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_inside_quotes(end: str) -> None:
    lines = [*LINES[:2], f'1;"Закуп ""Холтер"";{end}и поверка";май 2024 года;"Метролог{end}Завхоз";5']
    plan = read_plan(end.join(lines).encode())
    assert titles(plan) == ['Закуп "Холтер"; и поверка']
    assert plan.activities[0].responsibles == ("Метролог", "Завхоз")


def test_a_quote_that_is_never_closed_swallows_no_rows() -> None:
    lines = [*LINES[:2], '1;"Закуп аппарата;май 2024 года;Метролог;5', *LINES[3:]]
    assert titles(read_plan("\n".join(lines).encode())) == ['"Закуп аппарата', *TITLES[1:]]


def test_quotes_inside_a_cell_are_its_text() -> None:
    lines = [*LINES[:2], '1;Закуп "Холтер";май 2024 года;ТОО "Ромашка", юрист;5']
    (row,) = read_plan("\n".join(lines).encode()).activities
    assert row.title == 'Закуп "Холтер"'


def test_ticks_in_the_private_use_area() -> None:
    lines = [
        "№;Мероприятие;Ответственный исполнитель;I кв. 2024;II кв. 2024",
        "1;Закуп;Метролог;\uf0fc;",
        "2;Ремонт;Завхоз;;\uf0fc",
    ]
    plan = read_plan("\n".join(["План мероприятий на 2024 год", *lines]).encode())
    assert [a.targets for a in plan.activities] == [{"2024-Q1": "+"}, {"2024-Q2": "+"}]


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 50, bytes(range(256)) * 4])
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_grid(data)
    assert refused.value.message_id == "file-kind-unknown"


def test_rows_of_different_lengths_are_made_one_width() -> None:
    (found,) = read_grid("а;б;в\nг;д\nе;ж;з\n".encode()).blocks
    assert isinstance(found, Table)
    assert printed(found) == [["а", "б", "в"], ["г", "д", ""], ["е", "ж", "з"]]


@pytest.mark.parametrize("first", ["BMI;Рост", "MZ;МЗ"])
def test_text_that_begins_like_a_picture_or_a_program(first: str) -> None:
    (found,) = read_grid(f"{first}\n1;2\n".encode()).blocks
    assert isinstance(found, Table)
    assert printed(found)[0] == first.split(";")

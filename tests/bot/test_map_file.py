"""The map of a file's columns as TOML: written, read back, and refused in one clear sentence."""

from __future__ import annotations

import pytest

from bot.commands.error_words import in_words
from bot.commands.map_file import map_lines, map_toml, read_map, refuse_unfit
from core.kernel.errors import UnreadableInput
from core.lifecycle.said_columns import columns_as_said
from core.plan.columns import ColumnRole, ColumnSaid, ReadingMap, TableSaid
from tests.core.lifecycle.tables import STAGES, WIDE, column


def test_what_is_written_is_read_back_as_the_file_was_read() -> None:
    odd = WIDE.model_copy(
        update={
            "columns": (
                *WIDE.columns,
                column(14, "МБ\nтыс. \u2028 «тг»", ColumnRole.BY_SOURCE, source='М"Б\\'),
            )
        }
    )
    said = read_map(map_toml((STAGES, odd), "план\n.xlsx").encode())
    assert set(said.tables) == {0, 1}
    for table in (STAGES, odd):
        as_said = columns_as_said(table, said.tables[table.place])
        assert [(c.role, c.period, c.source) for c in as_said] == [
            (c.role, c.period, c.source) for c in table.columns
        ]
        assert said.tables[table.place].header == table.header
    refuse_unfit(said, (STAGES, odd))


def test_a_map_says_what_it_says_and_no_more() -> None:
    said = read_map(
        b"""\xef\xbb\xbf
        [[table]]
        place = 2
        out = true
        [[table]]
        place = 1
        header = 5
        [[table.column]]
        at = 3
        role = "target"
        period = "2025-Q1"
        [[table.column]]
        at = 2
        role = "by_source"
        source = "\xd0\x9c\xd0\x91"
        """
    )
    columns = (
        ColumnSaid(at=1, role=ColumnRole.BY_SOURCE, source="МБ"),
        ColumnSaid(at=2, role=ColumnRole.TARGET, period="2025-Q1"),
    )
    assert said == ReadingMap(tables={1: TableSaid(out=True), 0: TableSaid(header=4, columns=columns)})


COLUMN = "[[table]]\nplace = 1\n[[table.column]]\n"


@pytest.mark.parametrize(
    ("text", "where", "what"),
    [
        ("a = 1", "the file", "'a' is none of table"),
        ("table = 3", "the file", "[[table]]"),
        ("[table]\nplace = 1", "the file", "[[table]]"),
        ("[[table]]", "table 1", "place is a whole number"),
        ("[[table]]\nplace = true", "table 1", "place is a whole number"),
        ("[[table]]\nplace = 0", "table 1", "place is a whole number"),
        ("[[table]]\nplace = 2\nheader = 0", "table 2", "header is a whole number"),
        ("[[table]]\nplace = 2\nout = 'yes'", "table 2", "true or false"),
        ("[[table]]\nplace = 2\nname = 'x'", "table 2", "'name' is none of"),
        ("[[table]]\nplace = 1\n[[table]]\nplace = 1", "table 1", "twice"),
        (COLUMN, "table 1, a column", "at is a whole number"),
        (COLUMN + "at = 2", "table 1, column 2", "role is one of"),
        (COLUMN + "at = 2\nrole = 'unknown'", "table 1, column 2", "role is one of"),
        (COLUMN + "at = 2\nrole = 'title'\nwidth = 3", "table 1, column 2", "'width' is none of"),
        (COLUMN + "at = 2\nrole = 'target'\nperiod = 'spring'", "table 1, column 2", "not 'spring'"),
        (COLUMN + "at = 2\nrole = 'target'\nperiod = 2025", "table 1, column 2", "in quotes"),
        (COLUMN + "at = 2\nrole = 'title'\n[[table.column]]\nat = 2\nrole = 'note'", "table 1", "twice"),
    ],
)
def test_a_bad_map_is_refused_with_the_place_and_what_is_wrong(text: str, where: str, what: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_map(text.encode())
    words = in_words(refused.value)
    assert f"In the map of columns, {where}: " in words
    assert what in words


@pytest.mark.parametrize("content", [b"a=", b"\xff\xfe\x00"])
def test_what_is_no_toml_is_said_so(content: bytes) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_map(content)
    assert "is not TOML" in in_words(refused.value)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (ReadingMap(tables={4: TableSaid()}), "table 5: the file has 1"),
        (
            ReadingMap(tables={0: TableSaid(columns=(ColumnSaid(at=9, role=ColumnRole.NOTE),))}),
            "table 1, column 10: the table has 5",
        ),
    ],
)
def test_a_map_of_another_file_is_refused(said: ReadingMap, words: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        refuse_unfit(said, (STAGES,))
    assert words in in_words(refused.value)


def test_a_file_without_a_table_has_no_map() -> None:
    with pytest.raises(UnreadableInput, match="map-no-tables"):
        map_toml((), "x.csv")


def test_the_columns_are_told_in_lines() -> None:
    unread = STAGES.model_copy(update={"read": False})
    lines = map_lines((unread, WIDE))
    assert lines[0] == "table 1: header in row 4, 14 rows, not read"
    assert lines[2] == "  2. Этапы работы = title ?  “Разработка ТЗ”, “Закуп”"
    assert lines[5] == "  5. Кто делает = unknown ?  “Отдел закупа”, “Юрист”"
    assert lines[6] == "table 2 “По месяцам”: header in row 1, 40 rows"
    assert lines[8] == "  2. месяц 1 = target 2025-M01  “10”"

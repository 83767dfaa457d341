"""Files that nobody should send: each is read right or answered with a sentence, never with another error."""

from __future__ import annotations

import asyncio
import io
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core.kernel.errors import UnreadableFile
from core.plan.model import ReadPlan
from documents.reading import MAX_BYTES, read_plan
from tests.documents.compare import PLANS
from tests.documents.hostile import CASES, MEGABYTES, MOST_TIMES, Case, answers
from tests.documents.writers import as_pdf, one_table

W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
M = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = (
    b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;">]>'
)
HEADER = ["№", "Мероприятие", "Срок исполнения", "Ответственные"]
FILES = {
    "docx": (PLANS / "hospital-2024.docx").read_bytes(),
    "xlsx": (PLANS / "almaty-2030.xlsx").read_bytes(),
    "pdf": as_pdf(one_table([HEADER, ["1", "Обучение", "май 2024 года", "Юрист"]], "План на 2024 год")),
    "csv": "№;Мероприятие;Срок;Ответственный\n1;Обучение;май 2024 года;Юрист\n".encode(),
}


def with_part(kind: str, name: str, body: bytes) -> bytes:
    """A real file with one part exchanged or added."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(FILES[kind])) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, body)
    return out.getvalue()


def document(body: bytes) -> bytes:
    return with_part(
        "docx", "word/document.xml", b"<w:document %s><w:body>%s</w:body></w:document>" % (W, body)
    )


def sheet(rows: bytes) -> bytes:
    return with_part(
        "xlsx", "xl/worksheets/sheet1.xml", b"<worksheet %s><sheetData>%s</sheetData></worksheet>" % (M, rows)
    )


def refused(data: bytes) -> str | ReadPlan:
    """The id of the sentence that the file is answered with, or the plan."""
    try:
        return read_plan(data, "plan.docx")
    except UnreadableFile as error:
        return error.message_id


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (b"", "file-unreadable"),
        (b"\0" * 1000, "file-unreadable"),
        (b"x" * (MAX_BYTES + 1), "file-too-large"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "file-kind-unknown"),
        (b"\xff\xd8\xff\xe0" + bytes(2000), "file-kind-unknown"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "file-kind-unknown"),
        (OLE + bytes(3000), "file-old-format"),
        (b"{\\rtf1\\ansi}", "file-old-format"),
        (OLE + bytes(99) + "EncryptedPackage".encode("utf-16-le"), "file-protected"),
        (b"PK\x03\x04" + bytes(50), "file-unreadable"),
        (b"%PDF-1.7\n" + bytes(100), "file-unreadable"),
        ("Просто письмо, в котором нет таблицы.\nИ всё.".encode(), "file-not-a-plan"),
        ("Просто письмо в старой кодировке".encode("cp1251"), "file-not-a-plan"),
        (document(b"<w:p/>"), "file-not-a-plan"),
        (document(ENTITIES + b"<w:p/>"), "file-bomb"),
        (with_part("docx", "word/document.xml", ENTITIES + b"<a>&c;</a>"), "file-bomb"),
        (with_part("docx", "word/styles.xml", ENTITIES + b"<a>&c;</a>"), "file-bomb"),
        (with_part("xlsx", "xl/worksheets/sheet1.xml", ENTITIES + b"<a>&c;</a>"), "file-bomb"),
        (with_part("docx", "word/document.xml", (ENTITIES + b"<a/>").decode().encode("utf-16")), "file-bomb"),
        (document(b"<w:p/>" * 3_000_000), "file-bomb"),
        (document(b"<w:p><w:r>" * 20_000), "file-unreadable"),
        (sheet(b"<row><c t='s'><v>999999</v></c></row>"), "file-unreadable"),
        (sheet(b"<row r='1'><c r='ZZZZZZ1'><v>1</v></c></row>"), "file-unreadable"),
    ],
)  # fmt: skip
def test_answered_with_a_sentence(data: bytes, answer: str) -> None:
    assert refused(data) == answer


def test_very_deep_nesting_is_survived() -> None:
    deep = b"<w:p>" + b"<w:r>" * 50_000 + b"</w:r>" * 50_000 + b"</w:p>"
    assert refused(document(deep)) in {"file-unreadable", "file-not-a-plan"}


def test_a_file_with_macros_is_read_and_they_are_not_run() -> None:
    plan = refused(with_part("docx", "word/vbaProject.bin", OLE + bytes(500)))
    assert isinstance(plan, ReadPlan)
    assert len(plan.activities) == 68


def test_a_password_in_a_pdf() -> None:
    body = FILES["pdf"].replace(
        b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/O<00>/U<00>/P 0>>/ID[<00><00>]"
    )
    assert refused(body) in {"file-protected", "file-unreadable"}


def test_formulas_show_their_results_or_a_doubt() -> None:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.append(["№", "Мероприятие", "Срок исполнения", "Сумма, тыс. тенге"])
    page.append([1, "Ремонт", "май 2024 года", "=SUM(A1:A2)"])
    out = io.BytesIO()
    book.save(out)
    plan = read_plan(out.getvalue())
    assert plan.activities[0].funding_total is None
    assert "value-not-computed" in {d.code for d in plan.doubts}


def test_direction_marks_and_soft_hyphens_are_not_read() -> None:
    rows = [HEADER, ["1", "\u202eРемонт\u202c кров\u00adли", "июль\u200f 2024 года", "\ufeffЗавхоз"]]
    plan = read_plan("\n".join(";".join(row) for row in rows).encode())
    assert plan.activities[0].title == "Ремонт кровли"
    assert plan.activities[0].deadline.kind == "month"
    assert plan.activities[0].responsibles == ("Завхоз",)


@pytest.mark.parametrize("quote", ["", '"'])
@pytest.mark.parametrize("mark", [",", "|", "\t", ", "])
def test_a_cell_of_a_megabyte_of_another_delimiter(mark: str, quote: str) -> None:
    long = "слово" + f"{mark}и" * (1_000_000 // (len(mark) + 1))
    rows = [HEADER, ["1", f"{quote}Ремонт {long}{quote}", "май 2024 года", "Юрист"]]
    plan = read_plan("\n".join(";".join(row) for row in rows).encode())
    assert len(plan.activities) == 1
    assert plan.activities[0].deadline.kind == "month"
    assert plan.activities[0].responsibles == ("Юрист",)


def test_every_real_file_cut_short() -> None:
    for data in FILES.values():
        for share in range(1, 20):
            refused(data[: len(data) * share // 20])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(sorted(FILES)),
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=20),
)
def test_every_real_file_with_bytes_changed(kind: str, changes: list[tuple[int, int]]) -> None:
    data = bytearray(FILES[kind])
    for place, byte in changes:
        data[place % len(data)] = byte
    refused(bytes(data))


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=2000))
@example(b"PK\x05\x06" + bytes(18))
@example("№;Мероприятие\n".encode("utf-16"))
def test_any_bytes(data: bytes) -> None:
    refused(data)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.lists(
            st.sampled_from(
                [*HEADER, "2024", "1 кв.", "план", "+", "-", "5", "Итого", "1.1", "Цель 1.", "\n", ""]
            ),
            max_size=7,
        ),
        max_size=9,
    )
)
def test_any_table_of_known_words(rows: list[list[str]]) -> None:
    refused("\n".join("\t".join(row) for row in rows).encode())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.words)
def test_in_a_worker_as_the_bot_reads_it(case: Case) -> None:
    [(_, found, _)] = asyncio.run(answers([case]))
    assert found.answer in case.answers
    assert found.times < MOST_TIMES
    assert found.megabytes < MEGABYTES

"""The empty template: its headings are read by our own reader, and what is filled in comes back as it was typed."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import product

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from core.kernel.errors import UnreadableFile
from core.kernel.languages import LANGUAGES
from core.plan.model import Activity, DeadlineKind, ReadPlan, Unit
from core.plan.rhythms import Rhythm
from core.plan.values import plan_value
from core.printed.deadlines import parse_deadline
from documents.reading import read_plan
from documents.understand.headings import read_heading
from documents.written.template import make_template
from documents.written.template_columns import INDICATOR_COLUMNS, Column, plan_columns
from documents.written.template_words import help_lines, template_words
from locales import texts

YEAR = 2024
EACH = list(product(LANGUAGES, Rhythm))
Typed = str | float | None
Filled = Mapping[str, Typed]
"""What is typed in a row, by the key of its column; "section" is a heading."""


def words_of(language: str, rhythm: Rhythm) -> dict[str, str]:
    return template_words(texts(), language, YEAR, rhythm)


def template(language: str, rhythm: Rhythm) -> bytes:
    return make_template(words_of(language, rhythm), rhythm)


@dataclass
class Filling:
    """What a person does with the template: rows typed in, columns deleted."""

    language: str
    rhythm: Rhythm = Rhythm.QUARTERS
    rows: Sequence[Filled] = ()
    indicators: Sequence[Filled] = ()
    without: set[str] = field(default_factory=set)

    def book(self) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(template(self.language, self.rhythm)))
        plan, _, indicators = book.worksheets
        self._fill(plan, plan_columns(self.rhythm), self.rows)
        self._fill(indicators, INDICATOR_COLUMNS, self.indicators)
        out = io.BytesIO()
        book.save(out)
        return out.getvalue()

    def read(self) -> ReadPlan:
        return read_plan(self.book(), "план.xlsx")

    def _fill(self, sheet: Worksheet, columns: Sequence[Column], rows: Sequence[Filled]) -> None:
        words = words_of(self.language, self.rhythm)
        header = next(row for row in sheet.iter_rows() if row[1].value)
        top = header[0].row or 0
        placed = {str(cell.value): at for at, cell in enumerate(header, 1)}
        assert list(placed) == [words[column.key] for column in columns]
        for at, typed in enumerate(rows, top + 1):
            for column in columns:
                sheet.cell(at, placed[words[column.key]], typed.get(column.key))
            if "section" in typed:
                sheet.cell(at, 1, typed["section"])
        for at in sorted((placed[words[c.key]] for c in columns if c.key in self.without), reverse=True):
            sheet.delete_cols(at)


ROWS: dict[str, list[Filled]] = {
    "ru": [
        {"section": "Раздел 1. Финансы"},
        {
            "number": "1", "activity": "Закупить аппарат Холтер", "form": "Акт ввода", "deadline": "2 квартал 2024 года",
            "responsible": "Метролог, Экономист", "unit": "тыс. тенге", "quarter-2": 6050.5, "total": 6050.5, "local": 4000,
            "republican": 2050.5, "private": 0, "result": "Обследовано не менее 98% пациентов",
        },
        {"number": "1.1", "activity": "Подписать договор", "form": "Договор", "deadline": "до 15 мая 2024 года", "responsible": "Юрист", "unit": "наличие", "quarter-2": "+", "quarter-3": "-"},
        {"section": "Раздел 2. Персонал"},
        {
            "number": "1", "activity": "Обучить медсестёр", "form": "Сертификат", "deadline": "ежемесячно",
            "responsible": "Главная медсестра", "unit": "человек", "quarter-1": 5, "quarter-2": 5, "quarter-3": 5, "quarter-4": 6,
            "comment": "по графику",
        },
        {"number": "1.10", "activity": "Провести опрос", "form": "Протокол", "deadline": "до 1 октября 2024 года", "responsible": "Экономист", "unit": "%", "quarter-3": 80},
    ],
    "kk": [
        {"section": "1-бөлім. Қаржы"},
        {
            "number": "1", "activity": "Аппарат сатып алу", "form": "Акт", "deadline": "2024 жылғы 2-тоқсан",
            "responsible": "Метролог, Экономист", "unit": "мың теңге", "quarter-2": 6050.5, "total": 6050.5, "local": 4000,
            "republican": 2050.5, "private": 0,
        },
        {"number": "2", "activity": "Шарт жасасу", "form": "Шарт", "deadline": "15.05.2024", "responsible": "Заңгер", "unit": "бар болуы", "quarter-2": "+", "quarter-3": "-"},
    ],
    "en": [
        {"section": "Section 1. Finance"},
        {
            "number": "1", "activity": "Buy a Holter monitor", "form": "Certificate of acceptance", "deadline": "Q2 2024",
            "responsible": "Metrologist, Economist", "unit": "thousand tenge", "quarter-2": 6050.5, "total": 6050500,
            "local": 4000000, "republican": 2050500, "private": 0,
        },
        {"number": "2", "activity": "Sign the contract", "form": "Contract", "deadline": "by 15 May 2024", "responsible": "Lawyer", "unit": "presence", "quarter-2": "+", "quarter-3": "-"},
    ],
}  # fmt: skip


def printed(value: Typed) -> str | None:
    """What a plan value is read as."""
    return None if value is None else plan_value(str(value))


def period_of(column: Column) -> str | None:
    """The period that a column of plan values or money is for."""
    if column.name == "month":
        return f"{YEAR}-M{column.turn:02}"
    if column.name in {"quarter", "stage"}:
        return f"{YEAR}-Q{column.turn}"
    return str(YEAR + (column.turn or 0)) if column.name in {"year", "year-money"} else None


def by_period(rhythm: Rhythm, row: Filled, money: bool = False) -> dict[str, str]:
    found = {
        period: printed(row.get(column.key))
        for column in plan_columns(rhythm)
        if (period := period_of(column)) and (column.name == "year-money") is money
    }
    return {period: value for period, value in found.items() if value is not None}


def check_same(activity: Activity, row: Filled, rhythm: Rhythm) -> None:
    """Every field of the row that was read is what was typed."""
    own = activity
    assert [own.number, own.title, own.completion_form, own.deadline_text] == [
        row.get(key) for key in ("number", "activity", "form", "deadline")
    ]
    assert ", ".join(own.responsibles) == row.get("responsible")
    assert [own.unit_text, own.expected_result, own.note] == [
        row.get(key) for key in ("unit", "result", "comment")
    ]
    assert own.targets == by_period(rhythm, row)
    assert own.funding == by_period(rhythm, row, money=True)
    assert own.funding_total == printed(row.get("total"))
    sources = {
        "МБ": row.get("local"),
        "РБ": row.get("republican"),
        "ЧИ": row.get("private"),
    }
    assert own.funding_sources == {name: printed(v) for name, v in sources.items() if v is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_filled_in_template_is_read_back_as_it_was_typed(language: str) -> None:
    read = Filling(language, rows=ROWS[language]).read()
    typed = [row for row in ROWS[language] if "section" not in row]
    assert list(read.doubts) == []
    assert (read.plan.period_start, read.plan.period_end) == (date(2024, 1, 1), date(2024, 12, 31))
    headings = [str(row["section"]) for row in ROWS[language] if "section" in row]
    assert [s.title for s in read.sections] == [text.partition(". ")[2] for text in headings]
    assert len(read.activities) == len(typed)
    for activity, row in zip(read.activities, typed, strict=True):
        check_same(activity, row, Rhythm.QUARTERS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_money_has_the_scale_that_the_heading_prints(language: str) -> None:
    row = next(a for a in Filling(language, rows=ROWS[language]).read().activities if a.funding_total)
    assert row.funding_unit == ("KZT" if language == "en" else "thousand KZT")
    assert (row.unit, row.money_scale) == (Unit.MONEY, "thousand KZT")


def test_units_deadlines_and_parents_are_understood() -> None:
    rows = Filling("ru", rows=ROWS["ru"]).read().activities
    assert [a.unit for a in rows] == [Unit.MONEY, Unit.PRESENCE, Unit.COUNT, Unit.PERCENT]
    assert [a.deadline.kind for a in rows] == [
        DeadlineKind.QUARTER,
        DeadlineKind.DATE,
        DeadlineKind.RECURRING,
        DeadlineKind.DATE,
    ]
    assert rows[1].parent == rows[0].id


def test_the_organisation_is_what_was_written_behind_its_label() -> None:
    book = openpyxl.load_workbook(io.BytesIO(Filling("kk", rows=ROWS["kk"]).book()))
    cell = book.worksheets[0]["A2"]
    cell.value = f"{cell.value}№ 1 қалалық аурухана"
    out = io.BytesIO()
    book.save(out)
    assert read_plan(out.getvalue()).plan.organisation == "№ 1 қалалық аурухана"
    assert Filling("kk", rows=ROWS["kk"]).read().plan.organisation is None


STAGED: dict[str, Filled] = {
    "ru": {"number": "1", "activity": "Создать реестр пациентов", "responsible": "Отдел цифровизации", "stage-1": "R", "stage-2": "F", "stage-3": "F", "stage-4": "D"},
    "kk": {"number": "1", "activity": "Пациенттер тізілімін құру", "responsible": "Цифрландыру бөлімі", "stage-1": "R", "stage-2": "F", "stage-3": "F", "stage-4": "D"},
    "en": {"number": "1", "activity": "Build the register of patients", "responsible": "IT department", "stage-1": "R", "stage-2": "F", "stage-3": "F", "stage-4": "D"},
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_stages_need_no_deadline_and_are_spelt_out_over_the_table(language: str) -> None:
    read = Filling(language, Rhythm.STAGES, [STAGED[language], {**STAGED[language], "number": "2"}]).read()
    row = read.activities[0]
    assert (row.unit, row.deadline.kind, row.deadline.end) == (
        Unit.STAGE,
        DeadlineKind.RANGE,
        date(2024, 12, 31),
    )
    assert row.targets == {"2024-Q1": "R", "2024-Q2": "F", "2024-Q3": "F", "2024-Q4": "D"}
    assert set(read.abbreviations) >= {"R", "F", "D"}
    assert all(len(read.abbreviations[letter]) > 5 for letter in "RFD")


INDICATORS: dict[str, list[Filled]] = {
    "ru": [
        {"number": "1", "indicator": "Доля пациентов, удовлетворённых качеством помощи", "unit": "%", "year-0": 80, "year-1": 82.5},
        {"number": "2", "indicator": "Обеспеченность врачами", "unit": "на 10 тыс. населения", "year-0": 34.1, "year-4": 36},
    ],
    "kk": [
        {"number": "1", "indicator": "Көмек сапасына қанағаттанған пациенттердің үлесі", "unit": "%", "year-0": 80, "year-1": 82.5},
        {"number": "2", "indicator": "Дәрігерлермен қамтамасыз етілу", "unit": "бірлік", "year-0": 34.1, "year-4": 36},
    ],
    "en": [
        {"number": "1", "indicator": "Share of patients satisfied with the quality of care", "unit": "%", "year-0": 80, "year-1": 82.5},
        {"number": "2", "indicator": "Doctors for 10 000 people", "unit": "units", "year-0": 34.1, "year-4": 36},
    ],
}  # fmt: skip


@pytest.mark.parametrize("without", [set(), {"number", "year-3"}], ids=["whole", "columns deleted"])
@pytest.mark.parametrize(("language", "rhythm"), EACH)
def test_indicators_by_year_come_from_their_own_sheet(
    language: str, rhythm: Rhythm, without: set[str]
) -> None:
    row = STAGED[language] if rhythm is Rhythm.STAGES else {**ROWS[language][1], "quarter-2": None}
    filling = Filling(language, rhythm, [row], INDICATORS[language], without)
    read = filling.read()
    assert len(read.activities) == 1
    for indicator, typed in zip(read.indicators, INDICATORS[language], strict=True):
        assert indicator.number == (None if "number" in without else typed["number"])
        assert (indicator.title, indicator.unit) == (typed["indicator"], typed["unit"])
        values = {str(YEAR + n): printed(typed.get(f"year-{n}")) for n in range(5)}
        assert indicator.values == {year: value for year, value in values.items() if value}


_WORKS = {
    "ru": ("ремонт закуп обучение «Центра» COVID-19 кровли 24/7 анализ", "Проведение: "),
    "kk": ("жөндеу сатып алу оқыту «Орталық» COVID-19 24/7 талдау", "Ұйымдастыру: "),
    "en": ("repair purchase training “Centre” COVID-19 roof 24/7 review", "Carry out "),
}
_DEADLINES = {
    "ru": ["еженедельно", "ежемесячно", "до 15 июля 2024 года", "2 квартал 2024 года", "в течение года", "постоянно"],
    "kk": ["апта сайын", "ай сайын", "15.07.2024", "2024 жылғы 2-тоқсан", "2024 жыл ішінде", "тұрақты"],
    "en": ["weekly", "monthly", "by 15 July 2024", "Q2 2024", "during the year", "ongoing"],
}  # fmt: skip
_POSTS = {
    "ru": ["Экономист", "Юрист", "МЗ", "Главная медсестра"],
    "kk": ["Экономист", "Заңгер", "ДСМ", "Бас мейіргер"],
    "en": ["Economist", "Lawyer", "MoH", "Chief nurse"],
}
_FORMS = {"ru": ["Приказ", "Акт ввода"], "kk": ["Бұйрық", "Акт"], "en": ["Order", "Minutes"]}
_RESULTS = {"ru": "Охвачено не менее 98% пациентов", "kk": "Пациенттердің кемінде 98%-ы қамтылды", "en": "At least 98% of patients covered"}  # fmt: skip
_COMMENTS = {"ru": "по графику", "kk": "кестеге сәйкес", "en": "by schedule"}
_SECTIONS = {"ru": "Раздел {}. Финансы", "kk": "{}-бөлім. Қаржы", "en": "Section {}. Finance"}
_FIGURES: list[Typed] = [None, None, "+", "-", "0,0", 5, 12.5, "6 050 000,0"]


def _values(columns: Sequence[Column], language: str) -> st.SearchStrategy[dict[str, Typed]]:
    """What a person may type in the columns of figures, letters and units."""
    kinds: dict[str, list[Typed]] = {
        "figure": _FIGURES, "stage": [None, "R", "F", "D"],
        "unit": list(words_of(language, Rhythm.QUARTERS)["units"].split("|")[:4]),
    }  # fmt: skip
    money = [None, 0, 5, 12.5]
    names = {"total", "local", "republican", "private", "year-money"}
    return st.fixed_dictionaries({
        c.key: st.sampled_from(money if c.name in names else kinds[c.holds]) for c in columns if c.holds in kinds
    })  # fmt: skip


@st.composite
def fillings(draw: st.DrawFn) -> Filling:
    """Any plan in any template, some of its columns that hold nothing deleted."""
    language, rhythm = draw(st.sampled_from(EACH))
    columns = plan_columns(rhythm)
    vocabulary, start = _WORKS[language]
    rows: list[Filled] = []
    for at in range(1, draw(st.integers(1, 8)) + 1):
        if draw(st.booleans()) and draw(st.booleans()):
            rows.append({"section": _SECTIONS[language].format(at)})
        works = draw(st.lists(st.sampled_from(vocabulary.split()), min_size=2, max_size=6))
        rows.append({
            **draw(_values(columns, language)),
            "number": str(at),
            "activity": start + " ".join(works),
            "form": draw(st.sampled_from([None, *_FORMS[language]])),
            "deadline": draw(st.sampled_from(_DEADLINES[language])),
            "responsible": ", ".join(draw(st.lists(st.sampled_from(_POSTS[language]), min_size=1, unique=True))),
            "result": draw(st.sampled_from([None, _RESULTS[language]])),
            "comment": draw(st.sampled_from([None, _COMMENTS[language]])),
        })  # fmt: skip
    empty = draw(st.sets(st.sampled_from([c.key for c in columns if not c.needed and c.key != "number"])))
    rows = [{key: value for key, value in row.items() if key not in empty} for row in rows]
    return Filling(
        language, rhythm, rows, without=draw(st.sets(st.sampled_from(sorted(empty)))) if empty else set()
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(filling=fillings())
def test_any_plan_in_the_template_is_read_back_the_same(filling: Filling) -> None:
    read = filling.read()
    typed = [row for row in filling.rows if "section" not in row]
    assert len(read.activities) == len(typed)
    sections = [str(row["section"]) for row in filling.rows if "section" in row]
    assert len(read.sections) == len(sections)
    known = {key for row in typed for key in row} | {c.key for c in plan_columns(filling.rhythm)}
    for activity, row in zip(read.activities, typed, strict=True):
        check_same(activity, {key: row.get(key) for key in known if key in row}, filling.rhythm)


@pytest.mark.parametrize(("language", "rhythm"), EACH)
def test_an_untouched_template_is_refused_as_one_that_has_no_rows(language: str, rhythm: Rhythm) -> None:
    with pytest.raises(UnreadableFile, match="file-no-rows"):
        read_plan(template(language, rhythm))


@pytest.mark.parametrize(("language", "rhythm"), EACH)
def test_no_line_of_the_explanations_is_read_as_a_part_of_the_plan(language: str, rhythm: Rhythm) -> None:
    lines = [text for _, text in help_lines(words_of(language, rhythm), rhythm)]
    assert [text for text in lines if read_heading(text).named] == []
    row = STAGED[language] if rhythm is Rhythm.STAGES else {**ROWS[language][1], "quarter-2": None}
    only = {c.key for c in plan_columns(rhythm)} - {"activity", "responsible", "deadline"}
    read = Filling(
        language, rhythm, [row], without=only - set(row) if rhythm is Rhythm.STAGES else only
    ).read()
    assert [a.title for a in read.activities] == [row["activity"]]
    assert (read.sections, read.indicators, read.totals) == ((), (), ())


@pytest.mark.parametrize(("language", "rhythm"), EACH)
def test_every_column_is_explained_with_an_example(language: str, rhythm: Rhythm) -> None:
    words = words_of(language, rhythm)
    lines = list(help_lines(words, rhythm))
    names = [at for at, (kind, _) in enumerate(lines) if kind == "name"]
    explained = {column.name for column in (*plan_columns(rhythm), INDICATOR_COLUMNS[1])}
    assert len(names) == len(explained)
    for at in names:
        assert [kind for kind, _ in lines[at + 1 : at + 3]] == ["text", "example"]
        assert len(lines[at + 1][1]) > 10
    needed = {words[c.key] for c in (*plan_columns(rhythm), INDICATOR_COLUMNS[1]) if c.needed}
    marked = {
        text.removesuffix(f" ({words['needed']})")
        for kind, text in lines
        if kind == "name" and text.endswith(")")
    }
    assert needed <= marked


@pytest.mark.parametrize(("language", "rhythm"), EACH)
def test_every_deadline_that_is_offered_or_explained_is_understood(language: str, rhythm: Rhythm) -> None:
    offered = words_of(language, rhythm)["terms-weeks" if rhythm is Rhythm.WEEKS else "terms"].split("|")
    row = {**ROWS[language][1], "quarter-2": None, "stage-1": "R"}
    read = Filling(
        language, rhythm, [{**row, "number": str(n), "deadline": term} for n, term in enumerate(offered, 1)]
    ).read()
    assert [a.deadline_text for a in read.activities] == offered
    assert all(a.deadline.kind not in {DeadlineKind.NONE, DeadlineKind.EVENT} for a in read.activities)
    assert [d for d in read.doubts if d.code.startswith("deadline")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_deadline_that_the_explanations_quote_is_understood(language: str) -> None:
    words = words_of(language, Rhythm.QUARTERS)
    lines = [words[key] for key in words if key.startswith(("say-when-", "say-often-"))]
    quoted = [term for line in lines for term in re.findall(r"[«“](.+?)[»”]", line)]
    assert len(quoted) >= len(lines) >= 13
    read = {term: parse_deadline(term, YEAR, (date(YEAR, 1, 1), date(YEAR, 12, 31))) for term in quoted}
    assert {t: found for t, found in read.items() if found[0].kind is DeadlineKind.NONE or found[1]} == {}
    events = [t for t, found in read.items() if found[0].kind is DeadlineKind.EVENT]
    assert len(events) == 1


@pytest.mark.parametrize(("language", "rhythm"), EACH)
def test_it_is_made_for_a_desk_and_for_paper(language: str, rhythm: Rhythm) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(language, rhythm)))
    assert len(book.worksheets) == 3
    for sheet, columns in (
        (book.worksheets[0], plan_columns(rhythm)),
        (book.worksheets[2], INDICATOR_COLUMNS),
    ):
        header = next(row[0].row or 0 for row in sheet.iter_rows() if row[1].value)
        assert sheet.freeze_panes == f"C{header + 1}"
        assert str(sheet.auto_filter.ref).startswith(f"A{header}:")
        assert sheet.print_title_rows == f"${header}:${header}"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        fits = sheet.sheet_properties.pageSetUpPr
        assert fits
        assert fits.fitToPage
        assert sheet.cell(header + 1, 1).number_format == "@"
        hints = list(sheet.data_validations.dataValidation)
        assert len(hints) == len(columns)
        assert all(hint.prompt and len(hint.prompt) <= 255 for hint in hints)
        assert all(not hint.showErrorMessage for hint in hints if hint.type == "list")
        lists = [hint for hint in hints if hint.type == "list"]
        assert len(lists) == sum(c.holds in {"unit", "term", "stage"} for c in columns)
    explained = book.worksheets[1]
    assert explained.max_column == 1
    assert explained.page_setup.orientation == "portrait"

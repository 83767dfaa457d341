"""What is pointed out about evidence: used already, unreadable, dated amiss."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from core.evidence.paper_checks import Use, dated_amiss, is_unreadable, on_arrival, once_fetched
from core.model.obligations import Due, Extension, Obligation, ObligationKind, ReportingRule
from core.plan.model import Activity, Unit
from core.plan.reports import Draft, Evidence, Outcome, Remark
from core.report.demands import ANY_PAPER, asked_next, held_back, lacking

NOW = datetime(2024, 4, 3, 6, 0, tzinfo=UTC)
TODAY = date(2024, 4, 3)
DAY = date(2024, 3, 5)


def derived(kind: str = "target", period: str = "2024-Q1", deadline: date | None = None) -> Obligation:
    due = Due(
        deadline=deadline or date(2024, 3, 31),
        opens=DAY,
        report_due=date(2024, 4, 5),
        closes=date(2024, 4, 19),
    )
    return Obligation(
        id=1,
        plan_id=1,
        activity_id=5,
        post_id=1,
        kind=ObligationKind(kind),
        period=period,
        target="1",
        due=due,
    )


def piece(**parts: object) -> Evidence:
    made = {"id": 1, "obligation_id": 1, "kind": "document", "added_by": 7, "added_at": NOW} | parts
    return Evidence.model_validate(made)


DATES = [
    ("target", None, date(2024, 3, 5), None),
    ("target", None, date(2024, 1, 1), None),
    ("target", None, date(2024, 3, 31), None),
    ("target", None, date(2023, 12, 31), "date-early"),
    ("target", None, date(2024, 4, 1), "date-after"),
    ("target", None, date(2024, 4, 4), "date-later"),
    ("target", None, date(2042, 3, 5), "date-later"),
    ("target", date(2024, 2, 15), date(2024, 3, 5), None),  # its period decides
    ("cycle", None, date(2023, 12, 31), "date-early"),
    ("turn", date(2024, 2, 15), date(2024, 2, 15), None),
    ("turn", date(2024, 2, 15), date(2024, 2, 16), "date-after"),
    ("turn", date(2024, 2, 15), date(2023, 12, 31), "date-early"),
    ("stage", None, date(2024, 1, 9), None),  # done ahead
]


@pytest.mark.parametrize(("kind", "deadline", "dated", "code"), DATES)
def test_a_paper_belongs_to_its_period(
    kind: str, deadline: date | None, dated: date, code: str | None
) -> None:
    assert dated_amiss(dated, derived(kind, deadline=deadline), TODAY) == code


def test_a_paper_of_a_granted_extension_is_no_later_than_its_work() -> None:
    late = date(2024, 3, 20)
    turn = derived("turn", deadline=date(2024, 2, 15))
    assert dated_amiss(late, turn, TODAY) == "date-after"
    granted = turn.model_copy(update={"extension": Extension(deadline=date(2024, 3, 25))})
    assert dated_amiss(late, granted, TODAY) is None


USES = [
    # what is sent, what is elsewhere, where, what is said
    ({"number": "12-ө", "dated": DAY}, {"number": "12-ө", "dated": DAY}, (6, "2024-Q1"), ["paper-used"]),
    ({"number": "12-Ө", "dated": DAY}, {"number": "12 - ө", "dated": DAY}, (6, "2024-Q1"), ["paper-used"]),
    ({"number": "12C", "dated": DAY}, {"number": "12С", "dated": DAY}, (6, "2024-Q1"), ["paper-used"]),
    ({"number": "12-ө", "dated": DAY}, {"number": "12-ө", "dated": DAY}, (5, "2023-Q4"), ["paper-used"]),
    ({"number": "12-ө", "dated": DAY}, {"number": "12-ө", "dated": DAY}, (5, "2024-Q1"), []),
    ({"number": "12-ө", "dated": DAY}, {"number": "13-ө", "dated": DAY}, (6, "2024-Q1"), []),
    ({"number": "12-ө", "dated": DAY}, {"number": "12-ө", "dated": date(2024, 3, 6)}, (6, "2024-Q1"), []),
    ({"number": "12-ө"}, {"number": "12-ө"}, (6, "2024-Q1"), []),
    ({"unique_id": "A"}, {"unique_id": "A"}, (6, "2024-Q1"), ["file-used"]),
    ({"unique_id": "A"}, {"unique_id": "B"}, (6, "2024-Q1"), []),
    ({}, {}, (6, "2024-Q1"), []),
    ({"size": 0}, {}, (6, "2024-Q1"), ["empty"]),
    ({"size": 0, "kind": "paper"}, {}, (6, "2024-Q1"), []),
]


@pytest.mark.parametrize(("sent", "other", "where", "codes"), USES)
def test_what_was_used_already_is_said_on_arrival(
    sent: dict[str, object], other: dict[str, object], where: tuple[int, str], codes: list[str]
) -> None:
    found = on_arrival(piece(**sent), derived(), [Use(piece(id=2, **other), *where)], TODAY)
    assert [r.code for r in found] == codes
    assert all((r.activity_id, r.period) == where for r in found if r.code.endswith("used"))


JPEG = b"\xff\xd8\xff\xe0" + b"x" * 400 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 400 + b"\0\0\0\0IEND\xaeB`\x82"
PDF = b"%PDF-1.4\n" + b"x" * 400 + b"\n%%EOF\n"
ZIP = b"PK\x03\x04" + b"x" * 400 + b"PK\x05\x06" + b"\0" * 18
BYTES = [
    (JPEG, "photo.jpg", None, False),
    (JPEG, None, "image/jpeg", False),
    (JPEG + b"film" * 20, "photo.jpg", None, False),
    (JPEG[:-2], "photo.jpg", None, True),
    (b"\xff\xd8\xff" + b"\xff\xd9" + b"x" * 400, "photo.jpg", None, True),  # the thumbnail ends, the picture does not
    (PNG, "scan.JPG", None, False),
    (PNG[:100], "scan.png", None, True),
    (b"GIF89a" + b"x" * 20 + b";", "a.gif", None, False),
    (b"RIFF" + (404).to_bytes(4, "little") + b"WEBP" + b"x" * 400, "a.webp", None, False),
    (b"RIFF" + (999).to_bytes(4, "little") + b"WEBP" + b"x" * 400, "a.webp", None, True),
    (b"not a picture", "photo.png", None, True),
    (PDF, "акт.pdf", None, False),
    (PDF, None, "application/pdf", False),
    (b"junk" + PDF, "акт.pdf", None, False),
    (PDF[:200], "акт.pdf", None, True),
    (JPEG, "акт.pdf", None, True),
    (ZIP, "акт.docx", None, False),
    (ZIP[:200], "акт.xlsx", None, True),
    (b"\xd0\xcf\x11\xe0" + b"x" * 400, "акт.docx", None, False),
    (b"anything", "акт.txt", None, False),
    (b"OggS", None, "audio/ogg", False),
]  # fmt: skip


@pytest.mark.parametrize(("content", "name", "mime", "unreadable"), BYTES)
def test_files_that_cannot_be_opened_are_known_by_their_ends(
    content: bytes, name: str | None, mime: str | None, unreadable: bool
) -> None:
    sent = piece(file_name=name, mime_type=mime)
    assert is_unreadable(content, sent) is unreadable
    said = [r.code for r in once_fetched(sent, derived(), content, [])]
    assert said == (["unreadable"] if unreadable else [])


def test_what_was_said_on_arrival_is_not_said_again() -> None:
    other = Use(piece(id=2, sha256="a", unique_id="B"), 6, "2024-Q1")
    kept = Remark(code="file-used", activity_id=6, period="2024-Q1", kept=True)
    assert once_fetched(piece(sha256="a", remarks=(kept,)), derived(), PDF, [other]) == ()
    [said] = once_fetched(piece(sha256="a"), derived(), PDF, [other])
    assert said == Remark(code="file-used", activity_id=6, period="2024-Q1")
    assert [r.code for r in once_fetched(piece(), derived(), b"", [])] == ["empty"]


DEMANDED = ReportingRule(file_demanded=True)
FORMS = "Договор; Накладная"
ROW = Activity(id="1", title="Закупить", completion_form=FORMS)
BARE = Activity(id="2", title="Обучить")
PAPER = piece(kind="paper", form="Договор", number="1")
FILE = piece(form="Договор")
DEMANDS = [
    (ReportingRule(), [], "Договор", ()),
    (ReportingRule(), [PAPER], "Накладная", ()),
    (DEMANDED, [], "Договор", ("Договор", "Накладная")),
    (DEMANDED, [PAPER], "Договор", ("Договор", "Накладная")),
    (DEMANDED, [FILE], "Накладная", ("Накладная",)),
    (DEMANDED, [FILE, piece(kind="voice", form="Накладная")], None, ()),
    (ReportingRule(file_demanded=True, files_allowed=False), [PAPER], "Накладная", ()),
]


@pytest.mark.parametrize(("rule", "evidence", "asked", "lacks"), DEMANDS)
def test_a_form_is_answered_by_what_the_plan_demands(
    rule: ReportingRule, evidence: list[Evidence], asked: str | None, lacks: tuple[str, ...]
) -> None:
    assert asked_next(FORMS, evidence, rule) == asked
    assert lacking(ROW, evidence, rule) == lacks
    done = derived().model_copy(update={"draft": Draft(outcome=Outcome.DONE)})
    partly = done.model_copy(update={"draft": Draft(outcome=Outcome.PARTIAL)})
    assert held_back(done, ROW, evidence, rule) is bool(lacks)
    assert held_back(partly, ROW, evidence, rule) is False
    zero = done.model_copy(update={"draft": Draft(outcome=Outcome.DONE, figures={"main": Decimal(0)})})
    assert held_back(zero, ROW, evidence, rule) is False, "a planned zero has nothing to show"


def test_a_row_without_a_form_of_completion_is_proved_by_any_file() -> None:
    done = derived().model_copy(update={"draft": Draft(outcome=Outcome.DONE)})
    for evidence, lacks in (([], (ANY_PAPER,)), ([PAPER], (ANY_PAPER,)), ([FILE], ()), ([piece()], ())):
        assert lacking(BARE, evidence, DEMANDED) == lacks
        assert held_back(done, BARE, evidence, DEMANDED) is bool(lacks)
        assert lacking(BARE, evidence, ReportingRule()) == ()


def test_an_indicator_is_a_figure_and_needs_no_file() -> None:
    row = Activity(id="3", title="Охват", indicator="i1", unit=Unit.PERCENT)
    done = derived().model_copy(update={"draft": Draft(outcome=Outcome.DONE, figures={"main": Decimal(80)})})
    assert lacking(row, [], DEMANDED) == ()
    assert held_back(done, row, [], DEMANDED) is False

"""Doubts settled: what each answer makes of the reading, what is refused, what is remembered under which key."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kernel.errors import UnreadableInput
from core.plan.doubts import DoubtCode as D
from core.plan.model import Activity, Deadline, DeadlineKind, Doubt, PlanInfo, ReadPlan, Section, Unit
from core.resolution.doubt_choices import Answer
from core.resolution.settling import aliases, answers, key_of, settle, settled, typed_answer
from documents.reading import read_plan
from handlers.plans.doubts import label_id
from locales import texts

PLANS = Path(__file__).parents[3] / "documents" / "plans"
Q1, Q4 = "2024-Q1", "2024-Q4"
YEAR_END = Deadline(kind=DeadlineKind.QUARTER, start=date(2024, 10, 1), end=date(2024, 12, 31))


def reading(doubt: Doubt, *others: Activity, **row: object) -> ReadPlan:
    """A plan of 2024 whose first row is in doubt."""
    kept = {"id": "a1", "title": "Закуп аппарата", "section": "s1", **row}
    return ReadPlan(
        plan=PlanInfo(title="План", period_start=date(2024, 1, 1), period_end=date(2024, 12, 31)),
        sections=(Section(id="s1", title="Финансы"),),
        activities=(Activity.model_validate(kept), *others),
        doubts=(doubt,),
    )


def doubt(code: D, printed: str | None = None, field: str | None = None, /, **args: str) -> Doubt:
    return Doubt(code=code, activity="a1", field=field, as_printed=printed, args=args)


OUTSIDE = doubt(
    D.TARGET_OUTSIDE_DEADLINE, "4 квартал 2024 года", "deadline", deadline="4 квартал", periods=Q1
)
VARIANT = doubt(D.RESPONSIBLE_VARIANT, "Метролок", "responsibles", printed="Метролок", name="Метролог")
SPLIT = doubt(D.RESPONSIBLE_SPLIT, "УОЗ УС", "responsibles", printed="УОЗ УС", names="УОЗ, УС")
BEFORE = doubt(D.DEADLINE_BEFORE_PERIOD, "до июля 2024 года", "deadline", deadline="до июля 2024 года")


@pytest.mark.parametrize(
    ("found", "row", "answer", "expected"),
    [
        (OUTSIDE, {"targets": {Q1: "5"}, "deadline": YEAR_END}, "kept", {"targets": {Q1: "5"}, "deadline": YEAR_END}),
        (OUTSIDE, {"targets": {Q1: "5"}, "deadline": YEAR_END}, "values", {
            "targets": {Q1: "5"},
            "deadline": Deadline(kind=DeadlineKind.QUARTER, start=date(2024, 1, 1), end=date(2024, 3, 31)),
        }),
        (OUTSIDE, {"targets": {Q1: "5", Q4: "-"}, "deadline": YEAR_END}, "deadline", {
            "targets": {Q4: "5"}, "deadline": YEAR_END,
        }),
        (OUTSIDE, {"targets": {Q1: "5", "2024-Q2": "6"}, "deadline": YEAR_END}, "values", {
            "deadline": Deadline(kind=DeadlineKind.RANGE, start=date(2024, 1, 1), end=date(2024, 6, 30)),
        }),
        (OUTSIDE, {"targets": {Q1: "5"}, "deadline": YEAR_END}, "type:до 15 февраля", {
            "deadline": Deadline(kind=DeadlineKind.DATE, end=date(2024, 2, 15)), "targets": {Q1: "5"},
        }),
        (doubt(D.TARGETS_MISSING_TURNS, "Ежеквартально"), {"unit": "presence", "targets": {Q1: "+"}}, "turns", {
            "targets": {Q1: "+", "2024-Q2": "+", "2024-Q3": "+", Q4: "+"},
        }),
        (doubt(D.TARGETS_BLANK), {"deadline": YEAR_END}, "nothing", {"deadline": Deadline()}),
        (doubt(D.VALUE_UNREAD, "много", "targets", value="много", period=Q1), {"targets": {Q1: "много"}},
         "type:1 200,5", {"targets": {Q1: "1200.5"}}),
        (doubt(D.VALUE_UNREAD, "много", "targets", value="много", period=Q1), {"targets": {Q1: "много"}},
         "nothing", {"targets": {Q1: "-"}}),
        (doubt(D.UNIT_UNKNOWN, "усл. ед.", "unit", unit="усл. ед."), {}, "unit:percent", {"unit": Unit.PERCENT}),
        (doubt(D.DEADLINE_UNREAD, "когда-нибудь", "deadline", deadline="когда-нибудь"), {}, "type:II квартал 2024", {
            "deadline": Deadline(kind=DeadlineKind.QUARTER, start=date(2024, 4, 1), end=date(2024, 6, 30)),
        }),
        (doubt(D.DEADLINE_YEAR_ASSUMED, "Сентябрь", "deadline", deadline="Сентябрь", year="2024"),
         {"deadline_text": "Сентябрь"}, "type:2023", {
            "deadline": Deadline(kind=DeadlineKind.MONTH, start=date(2023, 9, 1), end=date(2023, 9, 30)),
            "deadline_text": "Сентябрь",
        }),
        (BEFORE, {"deadline": Deadline(kind=DeadlineKind.MONTH, start=date(2024, 7, 1), end=date(2024, 7, 31))},
         "before", {"deadline": Deadline(kind=DeadlineKind.DATE, end=date(2024, 6, 30))}),
        (SPLIT, {"responsible_text": "УОЗ УС", "responsibles": ["УОЗ", "УС"]}, "one", {"responsibles": ("УОЗ УС",)}),
        (SPLIT, {"responsible_text": "УОЗ УС", "responsibles": ["УОЗ", "УС"]}, "type:Управление здравоохранения, Метролог",
         {"responsibles": ("Управление здравоохранения", "Метролог")}),
        (doubt(D.RESPONSIBLE_MISSING), {}, "type:Метролог", {"responsibles": ("Метролог",)}),
        (VARIANT, {"responsible_text": "Метролок", "responsibles": ["Метролог"]}, "same", {"responsibles": ("Метролог",)}),
        (VARIANT, {"responsible_text": "Метролок", "responsibles": ["Метролог"]}, "two", {"responsibles": ("Метролок",)}),
        (doubt(D.MONEY_IN_WORDS, "за счёт МО", "funding", value="за счёт МО"), {"funding_text": {"total": "за счёт МО"}},
         "type:150", {"funding_total": "150", "funding_text": {"total": "за счёт МО"}}),
        (doubt(D.POST_NEARLY_KNOWN, "Метролок", "responsibles", printed="Метролок", name="Метролог"),
         {"responsibles": ["Метролок", "Экономист"]}, "same", {"responsibles": ("Метролог", "Экономист")}),
        (doubt(D.TOTAL_DIFFERS, "10", "funding_total", printed="10", sum="9"), {"funding_total": "10"}, "kept",
         {"funding_total": "10"}),
    ],
)  # fmt: skip
def test_an_answer_changes_what_it_is_about(
    found: Doubt, row: dict[str, object], answer: str, expected: dict[str, object]
) -> None:
    read = reading(found, **row)
    now = settle(read, 0, answer)
    assert {name: getattr(now.activities[0], name) for name in expected} == expected
    assert now.doubts == read.doubts
    assert read == reading(found, **row)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("15 July 2024", date(2024, 7, 15)),
        ("July 15, 2024", date(2024, 7, 15)),
        ("by 15 July", date(2024, 7, 15)),
        ("not later than 15 May 2024", date(2024, 5, 15)),
        ("by the end of June", date(2024, 6, 30)),
        ("15.07.2024 at the latest", date(2024, 7, 15)),
    ],
)
def test_a_day_in_english_is_never_the_whole_year(typed: str, day: date) -> None:
    now = settle(reading(OUTSIDE), 0, f"type:{typed}")
    assert now.activities[0].deadline == Deadline(kind=DeadlineKind.DATE, end=day)


@pytest.mark.parametrize(
    ("typed", "kind", "end"),
    [
        ("March 2025", DeadlineKind.MONTH, date(2025, 3, 31)),
        ("second quarter of 2024", DeadlineKind.QUARTER, date(2024, 6, 30)),
        ("March 2024 - 15.07.2024", DeadlineKind.RANGE, date(2024, 7, 15)),
        ("from 1 March 2024", DeadlineKind.CONTINUOUS, None),
    ],
)
def test_other_times_in_english_are_what_they_are_in_the_other_languages(
    typed: str, kind: DeadlineKind, end: date | None
) -> None:
    deadline = settle(reading(OUTSIDE), 0, f"type:{typed}").activities[0].deadline
    assert (deadline.kind, deadline.end) == (kind, end)


@pytest.mark.parametrize(
    ("found", "answer", "message_id"),
    [
        (OUTSIDE, "type:как получится", "settle-deadline-not-read"),
        (OUTSIDE, "type:sometime in 2024", "settle-deadline-not-read"),
        (OUTSIDE, "type:30 February 2024", "settle-deadline-not-read"),
        (OUTSIDE, "type:in two weeks", "settle-deadline-not-read"),
        (doubt(D.VALUE_UNREAD, "x", "targets", value="x", period=Q1), "type:много", "settle-value-not-read"),
        (doubt(D.MONEY_IN_WORDS, "x", "funding", value="x"), "type:+", "settle-value-not-read"),
        (SPLIT, "type:...", "settle-names-not-read"),
        (SPLIT, "values", "settle-not-an-answer"),
        (VARIANT, "type:что-то", "settle-not-an-answer"),
        (doubt(D.UNIT_UNKNOWN, "y", "unit", unit="y"), "unit:nonsense", "settle-not-an-answer"),
        (OUTSIDE, "", "settle-not-an-answer"),
    ],
)  # fmt: skip
def test_what_is_no_answer_is_refused_in_words(found: Doubt, answer: str, message_id: str) -> None:
    read = reading(found, targets={Q1: "5"}, deadline=YEAR_END)
    with pytest.raises(UnreadableInput) as refused:
        settle(read, 0, answer)
    assert refused.value.message_id == message_id
    assert all(texts().has(language, message_id) for language in ("ru", "kk", "en"))


def test_several_values_are_not_moved_to_one_deadline() -> None:
    assert Answer.DEADLINE not in answers(reading(OUTSIDE, targets={Q1: "5", "2024-Q2": "6"}), OUTSIDE)


def test_a_spelling_asked_once_is_settled_in_every_row_that_prints_it() -> None:
    other = Activity(
        id="a2",
        title="Ремонт",
        responsible_text="Метролок, Экономист",
        responsibles=("Метролог", "Экономист"),
    )
    third = Activity(id="a3", title="Учёт", responsible_text="Метролог", responsibles=("Метролог",))
    read = reading(VARIANT, other, third, responsible_text="Метролок", responsibles=["Метролог"])
    now = settle(read, 0, "two")
    assert [a.responsibles for a in now.activities] == [
        ("Метролок",),
        ("Метролок", "Экономист"),
        ("Метролог",),
    ]


def test_answers_apply_one_after_the_other_and_name_the_aliases() -> None:
    read = reading(VARIANT, responsible_text="Метролок", responsibles=["Метролог"], unit_text="усл. ед.")
    read = read.model_copy(
        update={"doubts": (VARIANT, doubt(D.UNIT_UNKNOWN, "усл. ед.", "unit", unit="усл. ед."))}
    )
    now = settled(read, {"0": "same", "1": "unit:count"})
    assert (now.activities[0].responsibles, now.activities[0].unit) == (("Метролог",), Unit.COUNT)
    assert aliases(read, {"0": "same", "1": "unit:count"}) == {"Метролок": "Метролог"}
    assert aliases(read, {"0": "two"}) == {}


def test_the_key_of_a_doubt_is_that_of_its_words_not_of_its_place() -> None:
    first = reading(OUTSIDE, targets={Q1: "5"})
    moved = first.model_copy(
        update={
            "activities": (
                Activity(id="a1", title="Новая строка"),
                first.activities[0].model_copy(
                    update={"id": "a2", "number": "7", "title": "«Закуп  аппарата»."}
                ),
            ),
            "doubts": (OUTSIDE.model_copy(update={"activity": "a2"}),),
        }
    )
    assert key_of(first, first.doubts[0]) == key_of(moved, moved.doubts[0])


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Другое дело"},
        {"section": None},
    ],
)  # fmt: skip
def test_another_row_asks_again(change: dict[str, object]) -> None:
    read = reading(OUTSIDE)
    assert key_of(read, OUTSIDE) != key_of(reading(OUTSIDE, **change), OUTSIDE)


def test_other_printed_words_ask_again() -> None:
    read = reading(OUTSIDE)
    keys = {
        key_of(read, OUTSIDE),
        key_of(read, OUTSIDE.model_copy(update={"as_printed": "3 квартал"})),
        key_of(read, OUTSIDE.model_copy(update={"args": {"deadline": "4 квартал", "periods": "2024-Q2"}})),
        key_of(read, OUTSIDE.model_copy(update={"code": D.DEADLINE_UNREAD})),
    }
    assert len(keys) == 4


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("code", list(D))
def test_every_doubt_has_buttons_with_words(code: D, language: str) -> None:
    args = dict.fromkeys(("printed", "name", "period"), Q1)
    found = doubt(code, "x", None, **args)
    offered = answers(reading(found, unit="presence", targets={Q1: "5"}, deadline=YEAR_END), found)
    assert offered
    assert [a for a in offered if not texts().has(language, label_id(code, a))] == []
    asked = typed_answer(found)
    assert asked is None or texts().has(language, f"doubt-type-{asked.value}")


@pytest.mark.parametrize("name", ["hospital-2024.docx", "covid-2020.docx", "almaty-2030.xlsx"])
def test_every_button_of_the_real_plans_is_an_answer(name: str) -> None:
    read = read_plan(PLANS / name)
    for at, found in enumerate(read.doubts):
        for answer in answers(read, found):
            now = settle(read, at, answer)
            assert [a.id for a in now.activities] == [a.id for a in read.activities]
            assert now.doubts == read.doubts


@given(st.text(max_size=80), st.sampled_from(list(D)))
def test_whatever_is_typed_is_read_or_refused(text: str, code: D) -> None:
    found = doubt(code, "x", None, printed="Метролок", name="Метролог", period=Q1)
    read = reading(found, targets={Q1: "5"}, deadline=YEAR_END, responsible_text="x")
    try:
        now = settle(read, 0, f"type:{text}")
    except UnreadableInput:
        return
    assert ReadPlan.model_validate_json(now.model_dump_json()) == now

"""A new edition against the old one: untouched rows keep their ids whatever happens around them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kernel.languages import LANGUAGES
from core.lifecycle.edition_apply import kept_ownership
from core.lifecycle.edition_diff import DERIVED, TEXTS, VALUES, FieldChange, compare, likely_plans, rows_of
from core.model.editions import LiveActivity, Ownership, PlanEdition
from core.plan.model import Activity, PlanInfo, ReadPlan, Section
from documents.reading import read_plan
from locales import texts
from tests.core.samples import plan_of

PLANS = Path(__file__).parents[3] / "documents" / "plans"
REAL = ("hospital-2024.docx", "covid-2020.docx", "almaty-2030.xlsx")
SECTIONS = (Section(id="s1", title="Финансы"), Section(id="s2", title="Персонал"))
TITLES = (
    "Закуп аппарата Холтер",
    "Провести обучение среднего персонала",
    "Внедрить электронный журнал регистрации",
    "Капитальный ремонт кровли здания",
    "Разработать алгоритм приёма пациентов",
    "Заключить договоры с поставщиками",
    "Анкетирование пациентов стационара",
    "Создать резерв лекарственных средств",
)


def plan(*rows: Activity) -> ReadPlan:
    """A reading with rows numbered as they stand."""
    placed = (row.model_copy(update={"id": f"a{at}"}) for at, row in enumerate(rows, 1))
    return ReadPlan(plan=PlanInfo(title="План"), sections=SECTIONS, activities=tuple(placed))


def row(title: str, section: str = "s1", **more: object) -> Activity:
    return Activity.model_validate({"id": "a", "title": title, "section": section, **more})


def _live(read: ReadPlan) -> list:  # type: ignore[type-arg]
    return rows_of(read, [100 + at for at in range(len(read.activities))])


a_row = st.builds(
    row,
    title=st.sampled_from(TITLES),
    section=st.sampled_from(["s1", "s2"]),
    number=st.sampled_from([None, "1", "1.1", "2"]),
    completion_form=st.sampled_from([None, "Приказ", "Договор"]),
    targets=st.sampled_from([{}, {"2024-Q1": "5"}, {"2024-Q1": "+", "2024-Q2": "+"}]),
)
some_rows = st.lists(a_row, max_size=14)


@given(some_rows)
def test_a_plan_against_itself_changes_nothing(rows: list[Activity]) -> None:
    read = plan(*rows)
    found = compare(_live(read), rows_of(read))
    assert found.is_empty
    assert not found.unsure
    assert sorted(p.old.key for p in found.pairs) == [100 + at for at in range(len(rows))]


@given(st.lists(a_row, min_size=1, max_size=14), st.randoms(use_true_random=False), st.data())
def test_untouched_rows_keep_their_ids_when_others_are_moved_added_or_dropped(
    rows: list[Activity], chance: random.Random, data: st.DataObject
) -> None:
    """A row that says the same in every cell is the same row; of equal ones any is."""
    kept = data.draw(st.lists(st.sampled_from(range(len(rows))), unique=True))
    added = data.draw(st.lists(a_row, max_size=4))
    entries = [(at, rows[at]) for at in kept] + [(None, r) for r in added]
    chance.shuffle(entries)
    new = plan(*(r for _, r in entries))
    found = compare(_live(plan(*rows)), rows_of(new))
    before = Counter(r.content() for r in _live(plan(*rows)))
    after = Counter(r.content() for r in rows_of(new))
    same = Counter(p.new.content() for p in found.pairs if p.old.content() == p.new.content())
    assert same == before & after
    assert all(p.certain for p in found.pairs if p.old.content() == p.new.content())


@given(some_rows, some_rows)
def test_nothing_is_lost_and_nothing_is_taken_twice(old: list[Activity], new: list[Activity]) -> None:
    before, after = plan(*old), plan(*new)
    found = compare(_live(before), rows_of(after))
    assert len(found.pairs) + len(found.added) == len(new)
    assert len(found.pairs) + len(found.dropped) == len(old)
    assert {r.key for r in found.dropped} | {p.old.key for p in found.pairs} == {r.key for r in _live(before)}
    assert [p.new.place for p in found.pairs] == sorted(p.new.place for p in found.pairs)


@given(some_rows, some_rows)
def test_once_every_uncertain_pair_is_told_nothing_is_uncertain(
    old: list[Activity], new: list[Activity]
) -> None:
    before, after = _live(plan(*old)), rows_of(plan(*new))
    told: dict[str, int | None] = {}
    for at in range(len(new) + 1):
        unsure = compare(before, after, told).unsure
        if not unsure:
            break
        told[str(unsure[0].new.key)] = unsure[0].old.key if at % 2 else None
    found = compare(before, after, told)
    assert not found.unsure
    assert all(p.old.key == told[str(p.new.key)] for p in found.pairs if str(p.new.key) in told)


@pytest.mark.parametrize("name", REAL)
def test_a_real_plan_read_again_is_the_same_plan(name: str) -> None:
    read = read_plan(PLANS / name)
    found = compare(_live(read), rows_of(read))
    assert found.is_empty
    assert [p.old.key - 100 for p in found.pairs] == [p.new.place for p in found.pairs]


@pytest.mark.parametrize("name", REAL)
def test_a_real_plan_with_a_row_more_and_a_row_less_keeps_the_others(name: str) -> None:
    read = read_plan(PLANS / name)
    rows = list(read.activities)
    gone = next(at for at, r in enumerate(rows) if at > 10 and not any(o.parent == r.id for o in rows))
    new = [
        *rows[:3],
        row("Совсем новое дело, которого не было", rows[3].section or "s1"),
        *rows[3:gone],
        *rows[gone + 1 :],
    ]
    found = compare(_live(read), rows_of(read.model_copy(update={"activities": tuple(new)})))
    assert [r.row.title for r in found.added] == ["Совсем новое дело, которого не было"]
    assert [r.place for r in found.dropped] == [gone]
    assert not found.unsure


OLD = plan(
    row("Закуп аппарата Холтер", number="1", targets={"2024-Q1": "6000"}, responsibles=("Метролог",)),
    row("Провести обучение среднего персонала", number="2"),
    row("Капитальный ремонт кровли здания", number="3", completion_form="Акт"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("new", "keys", "unsure", "changes"),
    [
        # A figure was changed: the same row.
        ([row("Закуп аппарата Холтер", number="1", targets={"2024-Q1": "5000"}, responsibles=("Метролог",))],
         {0: 100}, 0, [FieldChange("targets:2024-Q1", "6000", "5000")]),
        # Renumbered and moved to another section: the same row.
        ([row("Капитальный ремонт кровли здания", "s2", number="9", completion_form="Акт")], {0: 102}, 0,
         [FieldChange("section", "финансы", "персонал"), FieldChange("number", "3", "9")]),
        # A slip in the title was mended: the same row.
        ([row("Капитальный ремонт кровли зданий", number="3", completion_form="Акт")], {0: 102}, 0,
         [FieldChange("title", "Капитальный ремонт кровли здания", "Капитальный ремонт кровли зданий")]),
        # The same words in another section with other cells: asked.
        ([row("Капитальный ремонт кровли здания", "s2", number="1", completion_form="Приказ")], {0: 102}, 1, None),
        # Half of the words are others: asked.
        ([row("Провести обучение врачей и персонала", number="2")], {0: 101}, 1, None),
        # Other words: a new row.
        ([row("Заключить договоры с поставщиками", number="1")], {}, 0, None),
    ],
)  # fmt: skip
def test_which_row_is_which(
    new: Sequence[Activity], keys: dict[int, int], unsure: int, changes: list[FieldChange] | None
) -> None:
    found = compare(_live(OLD), rows_of(plan(*new)))
    assert {p.new.place: p.old.key for p in found.pairs} == keys
    assert len(found.unsure) == unsure
    if changes is not None:
        assert list(found.pairs[0].changes) == changes


def test_a_pair_that_the_coordinator_refused_is_a_new_row_and_a_dropped_one() -> None:
    new = plan(row("Провести обучение врачей и персонала", number="2"))
    found = compare(_live(OLD), rows_of(new), {"0": None})
    assert [r.place for r in found.added] == [0]
    assert [r.key for r in found.dropped] == [100, 101, 102]
    told = compare(_live(OLD), rows_of(new), {"0": 102})
    assert [(p.old.key, p.certain) for p in told.pairs] == [(102, True)]


def test_a_letter_of_another_alphabet_or_another_dash_is_no_change() -> None:
    new = plan(*(r.model_copy(update={"title": r.title.replace("а", "a")}) for r in OLD.activities))
    assert compare(_live(OLD), rows_of(new)).is_empty


@pytest.mark.parametrize(
    ("title", "other", "years", "expected"),
    [
        ("План мероприятий на 2024 год", "План мероприятий на 2024 год (с изменениями)", (2024, 2024), True),
        ("План мероприятий на 2024 год", "План мероприятий на 2025 год", (2024, 2025), False),
        ("План мероприятий на 2024 год", "План мероприятий на 2025 год", (2024, 2024), False),
        ("План мероприятий", "Дорожная карта города", (2024, 2024), False),
    ],
)
def test_a_file_is_taken_for_a_new_edition_by_its_title_and_time(
    title: str, other: str, years: tuple[int, int], expected: bool
) -> None:
    live = plan_of(years[0]).model_copy(update={"title": title})
    new = _waiting(plan_of(years[1]), other, plan(row("Новое")))
    assert bool(likely_plans(new, [live], {1: ()})) is expected


def test_a_file_without_a_title_is_known_by_its_rows() -> None:
    live = plan_of(2024)
    titles = {live.id: [a.title for a in OLD.activities]}
    assert likely_plans(_waiting(plan_of(2024), None, OLD), [live], titles) == [live]
    assert likely_plans(_waiting(plan_of(2024), None, plan(row("Новое"))), [live], titles) == []


def _waiting(edition: PlanEdition, title: str | None, read: ReadPlan) -> PlanEdition:
    return edition.model_copy(update={"id": 2, "title": title, "read": read})


POSTS = {"метролог": 1, "экономист": 2, "замы": 3, "инженер": 4}
HELD = Ownership(owner=1, supervisor=3, contributors=(2,), confirmed=True)


@pytest.mark.parametrize(
    ("before", "ownership", "after", "expected"),
    [
        # The same names, in whatever order: as it was.
        (("Замы", "Метролог", "Экономист"), HELD, ("Экономист", "Метролог", "Замы"), HELD),
        # The row names one more: the owner stays, the other contributes.
        (("Метролог",), Ownership(owner=1, confirmed=True), ("Инженер", "Метролог"),
         Ownership(owner=1, contributors=(4,), confirmed=True)),
        # The owner is named no more: proposed anew, to be confirmed.
        (("Метролог",), Ownership(owner=1, confirmed=True), ("Инженер",), Ownership(owner=4)),
        (("Метролог", "Экономист"), Ownership(owner=1, contributors=(2,), confirmed=True), ("Экономист",),
         Ownership(owner=2)),
        # An owner whom the coordinator chose, whom the row never named, stays while the row names the same.
        (("Экономист",), Ownership(owner=4, contributors=(2,), confirmed=True), ("Экономист",),
         Ownership(owner=4, contributors=(2,), confirmed=True)),
        # Nobody owned it: proposed.
        ((), Ownership(), ("Метролог",), Ownership(owner=1)),
    ],
)  # fmt: skip
def test_owners_are_kept_where_the_row_still_names_them(
    before: tuple[str, ...], ownership: Ownership, after: tuple[str, ...], expected: Ownership
) -> None:
    old = LiveActivity(
        id=7, plan_id=1, position=0, row=row("Закуп", responsibles=before), ownership=ownership
    )
    assert kept_ownership(old, row("Закуп", responsibles=after), POSTS) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_that_can_change_has_a_name(language: str) -> None:
    names = ["section", "responsibles", *TEXTS, *(n for n in (*VALUES, *DERIVED) if n != "money_scale")]
    missing = [n for n in names if not texts().has(language, f"field-{n.replace('_', '-')}")]
    assert missing == []


def _pairs_of(
    old: Sequence[Activity], gone: Sequence[Activity], new: Sequence[Activity]
) -> tuple[dict[str, int], list[int], list[str], list[int]]:
    """→ what the live rows became, what came back, what is new, what must be asked. Dropped rows have keys from 900."""
    dropped = rows_of(plan(*gone), [900 + at for at in range(len(gone))])
    found = compare(_live(plan(*old)), rows_of(plan(*new)), None, dropped)
    return (
        {p.new.row.title: p.old.key for p in found.pairs},
        [p.old.key for p in found.returned],
        [r.row.title for r in found.added],
        [p.old.key for p in found.unsure],
    )


HOLTER, ROOF, STAFF = row(TITLES[0]), row(TITLES[3]), row(TITLES[1])


@pytest.mark.parametrize(
    ("old", "gone", "new", "expected"),
    [
        ([HOLTER], [ROOF], [HOLTER, ROOF], ({HOLTER.title: 100}, [900], [], [])),
        ([HOLTER], [ROOF], [HOLTER, row(ROOF.title, number="7")], ({HOLTER.title: 100}, [900], [], [])),
        ([HOLTER], [ROOF], [HOLTER, row(ROOF.title, "s2", number="7")], ({HOLTER.title: 100}, [900], [], [])),
        ([HOLTER], [ROOF], [HOLTER, row(ROOF.title, "s2", note="x")], ({HOLTER.title: 100}, [900], [], [900])),
        ([HOLTER], [ROOF], [HOLTER, row("Капитальный ремонт крыши нового здания")], ({HOLTER.title: 100}, [900], [], [900])),
        ([HOLTER], [ROOF], [HOLTER, STAFF], ({HOLTER.title: 100}, [], [STAFF.title], [])),
        # The live plan's own row comes before one that was dropped.
        ([HOLTER], [HOLTER], [HOLTER], ({HOLTER.title: 100}, [], [], [])),
        # Of two that were dropped the same, the last one; both printed the same.
        ([STAFF], [ROOF, ROOF], [STAFF, ROOF], ({STAFF.title: 100}, [900], [], [])),
        # A dropped row that says exactly this comes before a live one that is only like it.
        ([row(ROOF.title + " школы")], [ROOF], [ROOF], ({}, [900], [], [])),
    ],
)  # fmt: skip
def test_a_dropped_row_comes_back(
    old: list[Activity], gone: list[Activity], new: list[Activity], expected: object
) -> None:
    assert _pairs_of(old, gone, new) == expected


def test_what_the_coordinator_says_of_a_dropped_row_stands() -> None:
    new = rows_of(plan(row("Капитальный ремонт крыши нового здания")))
    dropped = rows_of(plan(ROOF), [900])
    yes, no = (compare([], new, {"0": told}, dropped) for told in (900, None))
    assert ([p.old.key for p in yes.returned], yes.unsure) == ([900], ())
    assert (no.returned, [r.key for r in no.added], no.unsure) == ((), [0], ())

"""Doubts about more than one cell, from the file to what each answer makes of the rows; every button leads somewhere."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.kernel.errors import UnreadableFile, UnreadableInput
from core.kernel.languages import LANGUAGES
from core.plan.doubts import DoubtCode as D
from core.plan.model import Doubt, Indicator, Kept, ReadPlan
from core.resolution.settling import answers, key_of, moot, settle, settled, typed_answer, unfit
from documents.reading import read_plan
from handlers.plans.doubts import label_id
from locales import texts

HEAD = "№;Мероприятие;Форма завершения;Срок исполнения;Ответственные исполнители;Единица измерения;1 квартал;2 квартал"
ONE = "1;Закуп аппарата Холтер;Акт ввода;в течение года;Метролог;тыс. тенге;6000;-"
TWO = "2;Ремонт кровли здания;Акт;2 квартал 2024 года;Экономист;%;;100"
MONEY = "№;Мероприятие;Срок исполнения;Ответственные исполнители;Финансирование всего, тыс. тенге;Финансирование 2024;Финансирование 2025"


def read(*rows: str, head: str = HEAD) -> ReadPlan:
    return read_plan("\n".join(["План мероприятий на 2024 год", head, *rows]).encode(), "план.csv")


def doubt_of(plan: ReadPlan, code: D) -> tuple[int, Doubt]:
    return next((at, d) for at, d in enumerate(plan.doubts) if d.code == code)


def rows(plan: ReadPlan, *fields: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(a, f) for f in ("title", *fields)) for a in plan.activities]


CONTINUED = (ONE, ";;Протокол;;Экономист;;;5", TWO)
TITLE_CUT = (ONE, ";и его поверка;;;;;;", TWO)
UNPLACED = ("Подпись: Иванов;;Справка;;;;;", ONE, TWO)


@pytest.mark.parametrize(
    ("lines", "code", "answer", "expected"),
    [
        (CONTINUED, D.ROW_CONTINUED, "kept", [
            ("Закуп аппарата Холтер", "Акт ввода Протокол", ("Метролог", "Экономист"), {"2024-Q1": "6000", "2024-Q2": "- 5"}),
            ("Ремонт кровли здания", "Акт", ("Экономист",), {"2024-Q2": "100"}),
        ]),
        (CONTINUED, D.ROW_CONTINUED, "own", [
            ("Закуп аппарата Холтер", "Акт ввода", ("Метролог",), {"2024-Q1": "6000", "2024-Q2": "-"}),
            ("Закуп аппарата Холтер", "Протокол", ("Экономист",), {"2024-Q2": "5"}),
            ("Ремонт кровли здания", "Акт", ("Экономист",), {"2024-Q2": "100"}),
        ]),
        (TITLE_CUT, D.ROW_CONTINUED, "own", [
            ("Закуп аппарата Холтер", "Акт ввода", ("Метролог",), {"2024-Q1": "6000", "2024-Q2": "-"}),
            ("и его поверка", None, (), {}),
            ("Ремонт кровли здания", "Акт", ("Экономист",), {"2024-Q2": "100"}),
        ]),
        (UNPLACED, D.ROW_UNPLACED, "kept", [
            ("Закуп аппарата Холтер", "Акт ввода", ("Метролог",), {"2024-Q1": "6000", "2024-Q2": "-"}),
            ("Ремонт кровли здания", "Акт", ("Экономист",), {"2024-Q2": "100"}),
        ]),
        (UNPLACED, D.ROW_UNPLACED, "below", [
            ("Закуп аппарата Холтер", "Акт ввода Справка", ("Метролог",), {"2024-Q1": "6000", "2024-Q2": "-"}),
            ("Ремонт кровли здания", "Акт", ("Экономист",), {"2024-Q2": "100"}),
        ]),
        ((ONE, *UNPLACED[:1], TWO), D.ROW_UNPLACED, "above", [
            ("Закуп аппарата Холтер", "Акт ввода Справка", ("Метролог",), {"2024-Q1": "6000", "2024-Q2": "-"}),
            ("Ремонт кровли здания", "Акт", ("Экономист",), {"2024-Q2": "100"}),
        ]),
        ((ONE, *UNPLACED[:1], TWO), D.ROW_UNPLACED, "own", [
            ("Закуп аппарата Холтер", "Акт ввода", ("Метролог",), {"2024-Q1": "6000", "2024-Q2": "-"}),
            ("Закуп аппарата Холтер", "Справка", (), {}),
            ("Ремонт кровли здания", "Акт", ("Экономист",), {"2024-Q2": "100"}),
        ]),
    ],
)  # fmt: skip
def test_a_loose_row_goes_where_the_coordinator_says(
    lines: tuple[str, ...], code: D, answer: str, expected: list[tuple[object, ...]]
) -> None:
    plan = read(*lines)
    at, _ = doubt_of(plan, code)
    now = settle(plan, at, answer)
    assert rows(now, "completion_form", "responsibles", "targets") == expected
    assert len({a.id for a in now.activities}) == len(now.activities)
    assert now.doubts == plan.doubts


def test_a_row_of_its_own_stands_under_the_same_heading() -> None:
    plan = read("Раздел 1. Финансы;;;;;;;", *CONTINUED)
    at, _ = doubt_of(plan, D.ROW_CONTINUED)
    assert {a.section for a in settle(plan, at, "own").activities} == {"s1"}


COLOUR = HEAD + ";Цвет папки"
COLOURED = (ONE + ";красная", TWO + ";")


@pytest.mark.parametrize(
    ("cells", "answer", "field", "expected"),
    [
        (("красная", ""), "kept", "note", [None, None]),
        (("красная", ""), "role:note", "note", ["красная", None]),
        (("красная", ""), "role:completion_form", "completion_form", ["Акт ввода красная", "Акт"]),
        (("Юрист", "Экономист"), "role:responsible", "responsibles", [("Метролог", "Юрист"), ("Экономист",)]),
        (("7", "8"), "type:2025", "targets", [{"2024-Q1": "6000", "2024-Q2": "-", "2025": "7"}, {"2024-Q2": "100", "2025": "8"}]),
        (("7", ""), "type:III квартал 2024", "targets",
         [{"2024-Q1": "6000", "2024-Q2": "-", "2024-Q3": "7"}, {"2024-Q2": "100"}]),
    ],
)  # fmt: skip
def test_an_unknown_column_becomes_what_it_is_said_to_be(
    cells: tuple[str, str], answer: str, field: str, expected: list[object]
) -> None:
    plan = read(f"{ONE};{cells[0]}", f"{TWO};{cells[1]}", head=COLOUR)
    at, _ = doubt_of(plan, D.COLUMN_UNKNOWN)
    assert [getattr(a, field) for a in settle(plan, at, answer).activities] == expected


def test_a_column_is_not_offered_as_what_its_cells_are_not() -> None:
    plan = read(*COLOURED, head=COLOUR)
    at, found = doubt_of(plan, D.COLUMN_UNKNOWN)
    assert {"role:note", "role:objective"} <= set(answers(plan, found))
    assert not {"role:deadline", "role:unit"} & set(answers(plan, found))
    for text, why in (("III кв 2024", "settle-column-not-values"), ("красный", "settle-period-not-read")):
        with pytest.raises(UnreadableInput) as refused:
            settle(plan, at, f"type:{text}")
        assert refused.value.message_id == why


def test_a_deadline_typed_for_one_row_leaves_the_others_to_be_asked() -> None:
    head = "№;Мероприятие;Форма завершения;Готовность;Ответственные исполнители"
    bare = [f"{n};Провести проверку склада {n};Справка;;Метролог" for n in range(1, 4)]
    plan = read(*bare, head=head)
    lacking = [at for at, d in enumerate(plan.doubts) if d.code == D.DEADLINE_MISSING]
    assert len(lacking) == 3
    typed = {str(lacking[0]): "type:2 квартал 2024 года"}
    assert moot(plan, {}) == moot(plan, typed) == frozenset()
    assert [a.deadline.end is None for a in settled(plan, typed).activities] == [False, True, True]


def test_a_row_joined_to_one_that_lacked_something_leaves_nothing_to_ask() -> None:
    plan = read("Подпись: Иванов;;;до 1 марта 2024 года;Юрист;;;", "1;Учёт запасов;;;;;;", head=HEAD)
    at, _ = doubt_of(plan, D.ROW_UNPLACED)
    left = {d.code for i, d in enumerate(plan.doubts) if i not in moot(plan, {str(at): "below"})}
    assert {D.DEADLINE_MISSING, D.RESPONSIBLE_MISSING} & {d.code for d in plan.doubts}
    assert not {D.DEADLINE_MISSING, D.RESPONSIBLE_MISSING} & left


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("kept", [{"responsibles": ("Главный врач",), "note": None}, {"responsibles": ("Метролог",), "note": None}]),
        ("role:note", [{"responsibles": (), "note": "Главный врач"}, {"responsibles": (), "note": "Метролог"}]),
        ("out", [{"responsibles": (), "note": None}, {"responsibles": (), "note": None}]),
    ],
)  # fmt: skip
def test_a_column_guessed_wrong_is_put_right(answer: str, expected: list[dict[str, object]]) -> None:
    head = "№;Мероприятие;Форма завершения;Срок исполнения;Ведёт"
    plan = read("1;Закуп;Акт;март 2024;Главный врач", "2;Ремонт;Акт;май 2024;Метролог", head=head)
    at, found = doubt_of(plan, D.COLUMN_GUESSED)
    assert found.args["role"] == "responsible"
    now = settle(plan, at, answer)
    assert [
        {name: getattr(a, name) for name in e} for a, e in zip(now.activities, expected, strict=True)
    ] == (expected)


def test_facts_may_be_plan_values_after_all() -> None:
    head = HEAD + ";Факт 2023"
    plan = read(ONE + ";4000", TWO + ";90", head=head)
    at, found = doubt_of(plan, D.COLUMN_OF_FACTS)
    assert answers(plan, found) == ("planned", "out")
    assert [a.targets.get("2023") for a in settle(plan, at, "planned").activities] == ["4000", "90"]
    assert settle(plan, at, "out").activities == plan.activities


def test_facts_of_indicators_are_left_out() -> None:
    plan = read(
        "1;Доля обученных;%;70;80", "2;Жалобы;ед.;9;5", head="№;Целевой индикатор;Ед. изм.;Факт 2023;2024"
    )
    at, _ = doubt_of(plan, D.COLUMN_OF_FACTS)
    assert [i.values for i in plan.indicators] == [{"2023": "70", "2024": "80"}, {"2023": "9", "2024": "5"}]
    assert settle(plan, at, "planned").indicators == plan.indicators
    assert [i.values for i in settle(plan, at, "out").indicators] == [{"2024": "80"}, {"2024": "5"}]


def test_a_blank_cell_says_nothing_where_the_coordinator_says_so() -> None:
    head = "№;Задача;Мероприятие;Срок исполнения;Ответственные исполнители"
    plan = read("1;Обновить парк;Закуп;март 2024;Метролог", "2;;Ремонт;май 2024;Экономист", head=head)
    at, _ = doubt_of(plan, D.CARRIED_DOWN)
    assert rows(plan, "objective") == [("Закуп", "Обновить парк"), ("Ремонт", "Обновить парк")]
    assert settle(plan, at, "kept").activities == plan.activities
    assert rows(settle(plan, at, "blank"), "objective") == [("Закуп", "Обновить парк"), ("Ремонт", None)]


@pytest.mark.parametrize(
    ("answer", "total", "funding"),
    [
        ("kept", "1000", {"2024": "500", "2025": "250"}),
        ("sum", "750", {"2024": "500", "2025": "250"}),
        ("type:800", "800", {"2024": "500", "2025": "250"}),
        ("type:2025: 500", "1000", {"2024": "500", "2025": "500"}),
        ("type: 2026 : 250,0", "1000", {"2024": "500", "2025": "250", "2026": "250.0"}),
    ],
)
def test_a_total_that_differs_is_told_right(answer: str, total: str, funding: dict[str, str]) -> None:
    plan = read("1;Закуп;март 2024;Метролог;1000;500;250", head=MONEY)
    at, _ = doubt_of(plan, D.TOTAL_DIFFERS)
    row = settle(plan, at, answer).activities[0]
    assert (row.funding_total, row.funding) == (total, funding)


def test_a_parents_sum_and_a_total_kept_apart_are_told_right() -> None:
    plan = read(
        "1;Закуп;март 2024;Метролог;;900;",
        "1.1;Закуп шкафов;март 2024;Метролог;;500;",
        "1.2;Закуп столов;март 2024;Метролог;;300;",
        "2;Ремонт;май 2024;Метролог;;100;",
        "Итого;;;;;1100;",
        head=MONEY,
    )
    of_row, of_total = (at for at, d in enumerate(plan.doubts) if d.code == D.TOTAL_DIFFERS)
    assert settle(plan, of_row, "sum").activities[0].funding == {"2024": "800"}
    assert settle(plan, of_total, "sum").totals[0].values == {"2024": "1000"}
    assert settle(plan, of_total, "type:1150").totals[0].values == {"2024": "1150"}


@pytest.mark.parametrize("text", ["много", "2026: много", "когда-то: 5", ""])
def test_what_is_no_sum_is_refused(text: str) -> None:
    plan = read("1;Закуп;март 2024;Метролог;1000;500;250", head=MONEY)
    at, _ = doubt_of(plan, D.TOTAL_DIFFERS)
    with pytest.raises(UnreadableInput) as refused:
        settle(plan, at, f"type:{text}")
    assert refused.value.message_id in {"settle-total-not-read", "settle-period-not-read"}


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        (CONTINUED, HEAD),
        (UNPLACED, HEAD),
        (COLOURED, COLOUR),
        (("1;Закуп;март 2024;Метролог;1000;500;250",), MONEY),
    ],
)
def test_a_corrected_file_does_not_ask_again_and_every_button_has_words(
    lines: tuple[str, ...], head: str
) -> None:
    plan, corrected = read(*lines, head=head), read(*lines, "9;Новая строка;;;;;;", head=head)
    for at, found in enumerate(plan.doubts):
        same = next(d for d in corrected.doubts if (d.code, d.as_printed) == (found.code, found.as_printed))
        if found.code == D.ROW_UNPLACED and found.kept and found.kept.above is None:
            assert answers(plan, found)[1] == "below"
        assert key_of(plan, found) == key_of(corrected, same)
        for answer in answers(plan, found):
            settle(plan, at, answer)
            assert all(texts().has(language, label_id(found.code, answer)) for language in LANGUAGES)
        asked = typed_answer(found)
        assert asked is None or texts().has("kk", f"doubt-type-{asked.value}")


def test_an_answer_that_another_one_makes_void_is_asked_again() -> None:
    lines = ("1;Ремонт;Акт;2 квартал 2024 года;Экономист;%;;", ";;;;;;5;")
    plan = read(*lines)
    joined, _ = doubt_of(plan, D.ROW_CONTINUED)
    outside, _ = doubt_of(plan, D.TARGET_OUTSIDE_DEADLINE)
    moves = {str(outside): "deadline"}
    assert unfit(plan, moves) == frozenset()
    assert settled(plan, moves).activities[0].targets == {"2024-Q2": "5"}
    both = {**moves, str(joined): "own"}
    assert unfit(plan, both) == {outside}
    assert [a.targets for a in settled(plan, both).activities] == [{}, {"2024-Q1": "5"}]


def test_a_loose_row_under_another_row_asks_again() -> None:
    one, other = read(ONE, UNPLACED[0], TWO), read(TWO, UNPLACED[0], ONE)
    assert key_of(one, doubt_of(one, D.ROW_UNPLACED)[1]) != key_of(other, doubt_of(other, D.ROW_UNPLACED)[1])


def test_a_reading_kept_before_its_cells_were_is_taken_as_it_is() -> None:
    plan = read(*CONTINUED)
    at, found = doubt_of(plan, D.ROW_CONTINUED)
    old = plan.model_copy(update={"doubts": (found.model_copy(update={"kept": None}),)})
    assert answers(old, old.doubts[0]) == ("kept",)
    assert settle(old, 0, "kept") == old
    assert "kept" not in plan.as_json()["doubts"][at]


A_LINE = st.sampled_from(
    [
        ONE + ";красная",
        TWO + ";2025",
        ";;Протокол;;Экономист;;;5;",
        ";и его поверка;;;;;;;",
        "Подпись: Иванов;;Справка;;;;;;",
        "Раздел 1. Финансы;;;;;;;;",
        "3;Учёт;;;;усл. ед.;много;;да",
        "Итого;;;;;;6000;;",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(A_LINE, min_size=3, max_size=8), st.randoms(use_true_random=False))
def test_whatever_is_answered_the_rows_stay_whole(lines: list[str], random: Random) -> None:
    try:
        plan = read(ONE + ";x", TWO + ";y", *lines, head=COLOUR)
    except UnreadableFile:
        return
    told = {str(at): random.choice(answers(plan, found)) for at, found in enumerate(plan.doubts)}
    now = settled(plan, told)
    assert len({a.id for a in now.activities}) == len(now.activities)
    assert {a.id for a in plan.activities} <= {a.id for a in now.activities}
    assert all(a.title for a in now.activities)
    assert ReadPlan.model_validate_json(now.model_dump_json()) == now
    open_still = {at for at in range(len(plan.doubts)) if at in unfit(plan, told)}
    assert settled(plan, {at: a for at, a in told.items() if int(at) not in open_still}) == now


def test_an_indicator_read_out_of_two_places_can_be_parted_again() -> None:
    known = Indicator(
        code="i1", number="1", title="Охват взрослых", unit="%", values={"2025": "70", "2026": "80"}
    )
    kept = Kept(
        cells={"title": "Охват взрослого населения", "number": "1", "target:2026": "80"},
        joined=("target:2026",),
        above="i1",
        section="s1",
    )
    found = Doubt(code=D.INDICATOR_JOINED, field="indicators", args={"printed": "…", "name": "…"}, kept=kept)
    read = ReadPlan(indicators=(known,), doubts=(found,))
    assert answers(read, found) == ("kept", "two")
    assert settle(read, 0, "kept").indicators == (known,)
    first, second = settle(read, 0, "two").indicators
    assert (first.code, first.values) == ("i1", {"2025": "70"})
    assert (second.section, second.title, second.number) == ("s1", "Охват взрослого населения", "1")
    assert second.values == {"2026": "80"}
    assert second.code != "i1"

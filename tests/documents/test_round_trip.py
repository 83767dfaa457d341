"""Any plan that our writers write is read back the same, from every format."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.plan.values import plan_value
from documents.grids.grid import Document
from documents.reading import read_plan
from tests.documents.writers import as_csv, as_docx, as_pdf, as_xlsx, one_table

HEADER = [
    "№",
    "Мероприятие",
    "Форма завершения",
    "Срок исполнения",
    "Ответственные",
    "Ед. изм.",
    "1 кв.",
    "2 кв.",
    "3 кв.",
    "4 кв.",
]
words = st.sampled_from(
    "закупка ремонт обучение специалистов оборудования больницы COVID-19 «Центра» анализ сұраныс 24/7".split()
)
titles = st.lists(words, min_size=2, max_size=9).map(lambda w: "Проведение: " + " ".join(w))
deadlines = st.sampled_from(
    [
        "В течение года",
        "1 квартал 2024 года",
        "Ежемесячно",
        "до 15 июля 2024 года",
        "Июль-август 2024 года",
        "Постоянно",
    ]
)
posts = st.lists(
    st.sampled_from(["Экономист", "Метролог", "Главная медсестра", "Заместитель директора по ЭР", "МЗ"]), min_size=1, max_size=3, unique=True
)  # fmt: skip
values = st.sampled_from(["", "-", "+", "0,0", "1", "12,5", "6 050 000,0", "86,0%"])
rows = st.tuples(
    titles,
    st.sampled_from(["Приказ", "Акт ввода", ""]),
    deadlines,
    posts,
    st.lists(values, min_size=4, max_size=4),
)
Row = tuple[str, str, str, list[str], list[str]]


def document(plan: list[Row]) -> Document:
    body = [
        [str(at), title, form, deadline, ", ".join(names), "Абс.", *printed]
        for at, (title, form, deadline, names, printed) in enumerate(plan, 1)
    ]
    return one_table([HEADER, *body], "План мероприятий на 2024 год")


@pytest.mark.parametrize("write", [as_docx, as_xlsx, as_csv, as_pdf])
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(plan=st.lists(rows, min_size=1, max_size=15))
def test_read_back_the_same(write: Callable[[Document], bytes], plan: list[Row]) -> None:
    got = read_plan(write(document(plan))).activities
    assert [a.title for a in got] == [row[0] for row in plan]
    for at, (activity, (_, form, deadline, names, printed)) in enumerate(zip(got, plan, strict=True), 1):
        assert activity.number == str(at)
        assert (activity.completion_form or "") == form
        assert activity.deadline_text == deadline
        assert list(activity.responsibles) == names
        wanted = {f"2024-Q{q}": value for q, text in enumerate(printed, 1) if (value := plan_value(text))}
        assert activity.targets == wanted

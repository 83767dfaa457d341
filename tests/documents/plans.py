"""Any plan, as hypothesis draws it: what a reading could have given, so that a file of it can give it again."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from core.plan.model import Activity, Indicator, PlanInfo, ReadPlan, Section, SectionKind, Total, Unit
from core.plan.values import unit_of
from core.printed.deadlines import parse_deadline
from documents.understand.indicators import better

Draw = st.DrawFn
WORDS = (
    "закуп ремонт обучение специалистов оборудования «Центра» анализ сұраныс кровли 24/7 COVID-19 мектеп жөндеу (этап 2) "
    "=1+1 №7 «Ақ жол»; и/или"
).split()
NAMES = (
    "Экономист",
    "Метролог",
    "Главная медсестра",
    "Заместитель директора по ЭР",
    "УОЗ",
    "Акимат города",
    "Заңгер",
)
UNITS = (None, "%", "человек", "наличие", "тыс. тенге", "млн тг", "объектов", "мың теңге", "бар болуы")
NUMBERS = ("0.0", "0", "5", "12.5", "6050000.0", "100", "-3.25", "0.50")
PROSE = (
    "Открытие 8 кабинетов (всего 24 кабинета)", "не менее 150 чел.", "6 школ на 3 150 мест", "Строительство 30%",
    "Сдача объекта в 4 кв. 2026 г.",
)  # fmt: skip
DEADLINES = (
    "В течение года", "1 квартал {y} года", "Ежемесячно", "до 15 июля {y} года", "Июль-август {y} года", "Постоянно",
    "1 полугодие {y} года", "До 15 июля {y} года, До 1 октября {y} года", "{y} жылғы 2-тоқсан", "Ежеквартально",
    "В течение дня после издания", "декабрь {y} года",
)  # fmt: skip
GRIDS = {
    "quarters": lambda y: [f"{y}-Q{n}" for n in range(1, 5)],
    "half-years": lambda y: [f"{y}-H1", f"{y}-H2"],
    "months": lambda y: [f"{y}-M{n:02}" for n in (1, 5, 12)],
    "years": lambda y: [*map(str, range(y, y + 3)), f"{y + 3}-{y + 7}"],
    "quarters and the year": lambda y: [*(f"{y}-Q{n}" for n in range(1, 5)), str(y)],
}
phrases = st.lists(st.sampled_from(WORDS), min_size=2, max_size=7).map(lambda w: "Проведение " + " ".join(w))
maybe = st.one_of(st.none(), phrases)


@st.composite
def infos(draw: Draw, year: int) -> PlanInfo:
    """A title that prints its year, its years, or neither."""
    last = year + 7
    title, start, end = draw(
        st.sampled_from(
            [
                (f"План мероприятий на {year} год", date(year, 1, 1), date(year, 12, 31)),
                (f"Дорожная карта на {year}–{last} годы", date(year, 1, 1), date(last, 12, 31)),
                ("План развития больницы", date(year, 2, 1), date(year, 11, 30)),
                (f"{year} жылға арналған іс-шаралар жоспары", date(year, 1, 1), date(year, 12, 31)),
            ]
        )
    )
    owner = draw(st.sampled_from([None, "Городская больница № 7", "Алматы қаласының әкімдігі"]))
    return PlanInfo(title=title, organisation=owner, period_start=start, period_end=end)


class _Tree:
    """Sections as they are drawn."""

    def __init__(self) -> None:
        self.sections: list[Section] = []

    def add(self, kind: SectionKind, number: str | None, title: str, parent: str | None = None) -> str:
        id = f"s{len(self.sections) + 1}"
        self.sections.append(Section(id=id, parent=parent, kind=kind, number=number, title=title))
        return id


@st.composite
def trees(draw: Draw) -> list[Section]:
    """Directions over goals over tasks or indicators; numbers three deep; plain headings; or none."""
    tree = _Tree()
    shape = draw(st.sampled_from(["named", "bare", "numbered", "plain", "none"]))
    bare = shape == "bare"
    for a in range(1, draw(st.integers(1, 3)) + 1) if shape in {"named", "bare"} else ():
        top = tree.add("direction", None if bare else str(a), draw(phrases))
        for b in range(1, draw(st.integers(0, 2)) + 1):
            goal = tree.add("goal", None if bare else f"{a}.{b}", draw(phrases), top)
            kind: SectionKind = draw(st.sampled_from(["indicator", "section"]))
            for c in range(1, draw(st.integers(0, 2)) + 1):
                number = None if bare else draw(st.sampled_from([str(c), f"{a}.{b}.{c}"]))
                tree.add(kind, number, f"{draw(phrases)} {a}{b}{c}", goal)
    for a in range(1, draw(st.integers(1, 3)) + 1) if shape == "numbered" else ():
        top = tree.add("section", str(a), draw(phrases))
        for b in range(1, draw(st.integers(0, 2)) + 1):
            inner = tree.add("section", f"{a}.{b}", draw(phrases), top)
            if draw(st.booleans()):
                tree.add("section", f"{a}.{b}.1", draw(phrases), inner)
    for _ in range(draw(st.integers(1, 3)) if shape == "plain" else 0):
        tree.add("section", None, draw(phrases))
    return tree.sections


@st.composite
def numbers(draw: Draw) -> list[str | None]:
    """The numbers of a section's rows, three levels deep; or none of them has one."""
    tops = draw(st.integers(0, 3))
    if draw(st.integers(0, 4)) == 0:
        return [None] * tops
    found: list[str | None] = []
    for a in range(1, tops + 1):
        found.append(str(a))
        for b in range(1, draw(st.integers(0, 2)) + 1):
            found += [f"{a}.{b}", *(f"{a}.{b}.{c}" for c in range(1, draw(st.integers(0, 2)) + 1))]
        if draw(st.integers(0, 9)) == 0:
            found.append(f"{a}.10")
    return found


@st.composite
def plans(draw: Draw) -> ReadPlan:
    """A whole plan."""
    year = draw(st.sampled_from([2024, 2026]))
    info = draw(infos(year))
    sections = draw(trees())
    codes = GRIDS[draw(st.sampled_from(sorted(GRIDS)))](year)
    kinds = draw(st.sampled_from([{"goal"}, {"goal", "money"}, {"money"}, set(), {"goal", "kpi"}]))
    wide = draw(st.booleans())  # objective, result, note and sources of money too
    rows: list[Activity] = []
    for place in [None, *(s.id for s in sections)]:
        above: dict[str, str] = {}
        for number in draw(numbers()):
            id = f"a{len(rows) + 1}"
            parent = above.get(number.rpartition(".")[0]) if number else None
            rows.append(draw(_row(id, number, parent, place, info, codes, frozenset(kinds), wide, year)))
            above.update({number: id} if number else {})
    if not rows:
        place = sections[-1].id if sections else None
        rows = [draw(_row("a1", "1", None, place, info, codes, frozenset(kinds), wide, year))]
    return ReadPlan(
        plan=info,
        sections=tuple(sections),
        indicators=tuple(draw(_indicators(sections, year))),
        activities=tuple(rows),
        totals=tuple(draw(_totals(sections, codes if kinds & {"goal", "money"} else []))),
    )


@st.composite
def _row(
    draw: Draw, id: str, number: str | None, parent: str | None, section: str | None, info: PlanInfo,
    codes: list[str], kinds: frozenset[str], wide: bool, year: int,
) -> Activity:  # fmt: skip
    assert info.period_start is not None
    assert info.period_end is not None
    one_year = info.period_start.year == info.period_end.year
    deadline_text = draw(st.sampled_from(DEADLINES)).replace("{y}", str(year))
    deadline, _ = parse_deadline(
        deadline_text, info.period_start.year if one_year else None, (info.period_start, info.period_end)
    )
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True))
    unit_text = draw(st.sampled_from(UNITS))
    values = st.sampled_from([*NUMBERS, "+", "-", *PROSE, *([] if unit_text else ["86%", "12.5%"])])
    targets = draw(_some(codes, values)) if "goal" in kinds else {}
    unit, scale = unit_of(unit_text) if unit_text else (None, None)
    if unit_text is None and set(targets.values()) - {"-"} == {"+"}:
        unit = Unit.PRESENCE
    money: dict[str, Any] = draw(_money(codes, wide)) if "money" in kinds else {}
    return Activity(
        id=id, number=number, parent=parent, section=section, title=draw(phrases), deadline_text=deadline_text,
        deadline=deadline, completion_form=draw(st.sampled_from([None, "Приказ", "Акт ввода; договор"])),
        responsible_text=", ".join(names), responsibles=tuple(names), unit_text=unit_text, unit=unit, money_scale=scale,
        targets=targets, kpi=dict.fromkeys([f"{year}", f"{year + 1}"], "80") if "kpi" in kinds and draw(st.booleans()) else {},
        objective=draw(maybe) if wide else None, expected_result=draw(maybe) if wide else None,
        note=draw(maybe) if wide else None, **money,
    )  # fmt: skip


def _some(codes: list[str], values: st.SearchStrategy[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.dictionaries(st.sampled_from(codes), values) if codes else st.just({})


@st.composite
def _money(draw: Draw, codes: list[str], wide: bool) -> dict[str, Any]:
    """Money by period, in words here and there, with its total and its sources; the scale may change from row to row."""
    figures = st.sampled_from([*NUMBERS, "-"])
    funding = draw(_some(codes, figures))
    words = draw(_some([c for c in codes if c not in funding], st.just("в рамках финансирования самих МО")))
    total = draw(st.sampled_from([None, *NUMBERS])) if wide else None
    sources = dict(sorted(draw(_some(["МБ", "РБ", "ЧИ"] if wide else [], figures)).items()))
    scale = draw(st.sampled_from(["thousand KZT", "thousand KZT", "million KZT", None]))
    return {
        "funding": funding,
        "funding_text": words,
        "funding_total": total,
        "funding_sources": sources,
        "funding_source_text": ", ".join(sources) or None,
        "funding_unit": scale if funding or total else None,
    }


@st.composite
def _indicators(draw: Draw, sections: list[Section], year: int) -> list[Indicator]:
    """One for each heading that is an indicator, and those of a table."""
    found: list[Indicator] = []
    values = _some([str(year), str(year + 1)], st.sampled_from([*NUMBERS, "-"]))
    headed = [s for s in sections if s.kind == "indicator"]
    for at, section in enumerate([*headed, *[None] * draw(st.integers(0, 3))], 1):
        title = section.title if section else f"Доля {draw(phrases)} {at}"
        number = section.number if section else draw(st.sampled_from([None, "1", "2.1"]))
        unit = None if section else draw(st.sampled_from([None, "%", "человек"]))
        found.append(
            Indicator(
                code=f"i{at}", section=section.id if section else None, number=number, title=title, unit=unit,
                better=better(title), values=draw(values),
            )
        )  # fmt: skip
    return found if any(i.values for i in found) else found[: len(headed)]


@st.composite
def _totals(draw: Draw, sections: list[Section], codes: list[str]) -> list[Total]:
    """Totals of some sections, in their order."""
    places = [s.id for s in sections] if sections else [None]
    figures = st.dictionaries(st.sampled_from(codes), st.sampled_from(NUMBERS), min_size=1) if codes else None
    if figures is None:
        return []
    chosen = draw(st.lists(st.sampled_from(places), unique=True))
    titles = st.sampled_from(["Итого", "Всего по разделу"])
    return [
        Total(section=place, title=draw(titles), values=draw(figures)) for place in places if place in chosen
    ]

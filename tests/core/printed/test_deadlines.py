"""Deadlines as printed (domain, §2): each row of its table, in Russian and Kazakh, and properties of the grammar."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.plan.doubts import DoubtCode
from core.plan.model import Deadline, DeadlineKind, Every
from core.printed.deadlines import parse_deadline

YEAR = (date(2024, 1, 1), date(2024, 12, 31))
MONTHS = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()
ҚАЗАҚША = "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split()


def due(text: str, kind: str) -> Deadline:
    deadline, doubts = parse_deadline(text, 2024, YEAR)
    assert doubts == []
    assert deadline.kind == kind
    return deadline


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("До 15 июля 2020 года", date(2020, 7, 15)),
        ("К 20 июля", date(2024, 7, 20)),
        ("9 июля 2020 года", date(2020, 7, 9)),
        ("не позднее 1-го марта 2024 г.", date(2024, 3, 1)),
        ("до 15.07.2024", date(2024, 7, 15)),
        ("15.07.24 г.", date(2024, 7, 15)),
        ("до конца 2025 года", date(2025, 12, 31)),
        ("до конца года", date(2024, 12, 31)),
        ("2024 жылғы 15 шілдеге дейін", date(2024, 7, 15)),
        ("шілденің 15-іне дейін", date(2024, 7, 15)),
    ],
)
def test_a_day_is_due_that_day(text: str, end: date) -> None:
    assert due(text, "date").end == end


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("Июль 2020 года", "month", date(2020, 7, 1), date(2020, 7, 31)),
        ("декабрь 2024 года", "month", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024 жылғы ақпан", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("07.2024", "month", date(2024, 7, 1), date(2024, 7, 31)),
        ("4 квартал 2024 года", "quarter", date(2024, 10, 1), date(2024, 12, 31)),
        ("в 3 кв. 2023 г.", "quarter", date(2023, 7, 1), date(2023, 9, 30)),
        ("II квартал", "quarter", date(2024, 4, 1), date(2024, 6, 30)),
        ("2024 жылдың 4-тоқсаны", "quarter", date(2024, 10, 1), date(2024, 12, 31)),
        ("1 полугодие 2023 года", "half_year", date(2023, 1, 1), date(2023, 6, 30)),
        ("Второе полугодие 2024 года", "half_year", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024 жылғы 1-жартыжылдық", "half_year", date(2024, 1, 1), date(2024, 6, 30)),
        ("В течение года", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("В течение 2020 года", "year", date(2020, 1, 1), date(2020, 12, 31)),
        ("2023", "year", date(2023, 1, 1), date(2023, 12, 31)),
        ("жыл бойы", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("Июль-октябрь 2020 года", "range", date(2020, 7, 1), date(2020, 10, 31)),
        ("2023-2025", "range", date(2023, 1, 1), date(2025, 12, 31)),
        ("2023 – 2025 жылдар", "range", date(2023, 1, 1), date(2025, 12, 31)),
        ("с июля по октябрь 2020 года", "range", date(2020, 7, 1), date(2020, 10, 31)),
        ("1-15 июля 2024 года", "range", date(2024, 7, 1), date(2024, 7, 15)),
        ("с 10 по 20 мая", "range", date(2024, 5, 10), date(2024, 5, 20)),
        ("I-III кварталы 2024 года", "range", date(2024, 1, 1), date(2024, 9, 30)),
        ("2 квартал 2024 г. – 1 квартал 2025 г.", "range", date(2024, 4, 1), date(2025, 3, 31)),
        ("сәуір–маусым /\nапрель–июнь", "range", date(2024, 4, 1), date(2024, 6, 30)),
        ("2026 ж. 1-жартыжылдық / 1 полугодие 2026 г.", "half_year", date(2026, 1, 1), date(2026, 6, 30)),
        ("II-III тоқсан / II-III квартал 2024 г.", "range", date(2024, 4, 1), date(2024, 9, 30)),
        ("2024 жылғы 1 шілдеден 1 қазанға дейін", "range", date(2024, 7, 1), date(2024, 10, 1)),
    ],
)
def test_a_span_is_due_on_its_last_day(text: str, kind: str, start: date, end: date) -> None:
    deadline = due(text, kind)
    assert (deadline.start, deadline.end, deadline.also) == (start, end, ())


@pytest.mark.parametrize(
    ("text", "kind", "end", "also"),
    [
        ("До 15 июля, До 1 октября", "date", date(2024, 7, 15), (date(2024, 10, 1),)),
        ("Июль-август, декабрь 2020 года", "range", date(2020, 8, 31), (date(2020, 12, 31),)),
        ("июнь, декабрь 2024 года", "month", date(2024, 6, 30), (date(2024, 12, 31),)),
        ("I, III квартал 2024 г.", "quarter", date(2024, 3, 31), (date(2024, 9, 30),)),
        (
            "декабрь 2023, 2024, 2025 годов",
            "month",
            date(2023, 12, 31),
            (date(2024, 12, 31), date(2025, 12, 31)),
        ),
    ],
)
def test_several_dates_are_each_due(text: str, kind: str, end: date, also: tuple[date, ...]) -> None:
    deadline = due(text, kind)
    assert (deadline.end, deadline.also) == (end, also)


@pytest.mark.parametrize(
    ("text", "every"),
    [
        ("Еженедельно", "week"),
        ("Ежемесячно", "month"),
        ("Ежемесячно, до 10 числа", "month"),
        ("5 числа каждого месяца", "month"),
        ("Ежеквартально", "quarter"),
        ("1 раз в квартал", "quarter"),
        ("2 раза в год", "half_year"),
        ("Ежегодно", "year"),
        ("апта сайын", "week"),
        ("ай сайын", "month"),
        ("тоқсан сайын", "quarter"),
        ("жыл сайын", "year"),
        ("жылына бір рет", "year"),
        ("жылына 2 рет", "half_year"),
        ("жарты жылда бір рет", "half_year"),
        ("жартыжылдықта 1 рет", "half_year"),
        ("тоқсанына 1 рет", "quarter"),
        ("айына бір рет", "month"),
        ("ай сайын 5-күніне дейін", "month"),
        ("аптасына 1 рет", "week"),
        ("один раз в год", "year"),
        ("два раза в год", "half_year"),
        ("ежекварт.", "quarter"),
        ("каждую пятницу", "week"),
        ("еженедельно по понедельникам", "week"),
        ("әр жұма", "week"),
        ("раз в полугодие", "half_year"),
        ("раз в 3 месяца", "quarter"),
        ("не реже 1 раза в квартал", "quarter"),
        ("әр тоқсанның соңында", "quarter"),
        ("до 5 числа месяца, следующего за отчетным", "month"),
        ("есепті айдан кейінгі айдың 5-күніне дейін", "month"),
    ],
)
def test_recurring_work_is_bounded_by_the_plan(text: str, every: Every) -> None:
    deadline = due(text, "recurring")
    assert (deadline.every, deadline.start, deadline.end) == (every, *YEAR)


@pytest.mark.parametrize(
    ("text", "kind", "end"),
    [
        ("жыл соңына дейін", "date", date(2024, 12, 31)),
        ("2024 жылғы қарашаның соңына дейін", "date", date(2024, 11, 30)),
        ("ІІІ тоқсанның соңына дейін", "date", date(2024, 9, 30)),
        ("2024 жылдың III тоқсаны", "quarter", date(2024, 9, 30)),
        ("Q3 2024", "quarter", date(2024, 9, 30)),
        ("3 кв-л 2024 г.", "quarter", date(2024, 9, 30)),
        ("6 месяцев 2024 года", "half_year", date(2024, 6, 30)),
        ("9 месяцев 2024 года", "range", date(2024, 9, 30)),
        ("июнь т.г.", "month", date(2024, 6, 30)),
        ("ағымдағы жылғы 15 шілдеге дейін", "date", date(2024, 7, 15)),
        ("до 30.06", "date", date(2024, 6, 30)),
        ("с 01.03 по 31.05", "range", date(2024, 5, 31)),
        ("2024.06.30", "date", date(2024, 6, 30)),
    ],
)
def test_other_ways_of_writing_a_time(text: str, kind: str, end: date) -> None:
    assert due(text, kind).end == end


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("19.01.2024 9:00", "date", None, date(2024, 1, 19)),
        ("21.01.24 14:30", "date", None, date(2024, 1, 21)),
        ("19.01.2024 10.00-12.00 часов", "date", None, date(2024, 1, 19)),
        ("31.03.2024 г. в 15-00", "date", None, date(2024, 3, 31)),
        ("19 января, сағат 10.00-де", "date", None, date(2024, 1, 19)),
        ("2024-03-31 00:00:00", "date", None, date(2024, 3, 31)),
        ("31-03-2024", "date", None, date(2024, 3, 31)),
        ("31/03/24", "date", None, date(2024, 3, 31)),
        ("2024/03/31", "date", None, date(2024, 3, 31)),
        ("31. 03. 2024", "date", None, date(2024, 3, 31)),
        ("пятница, 19 января", "date", None, date(2024, 1, 19)),
        ("2024 жылдың 1 қыркүйегіне дейін", "date", None, date(2024, 9, 1)),
        ("желтоқсанның 6-сына дейін", "date", None, date(2024, 12, 6)),
        ("10-12.03.2024", "range", date(2024, 3, 10), date(2024, 3, 12)),
        ("26.01-28.01.2024", "range", date(2024, 1, 26), date(2024, 1, 28)),
        ("26.01.2024−28.01.2024", "range", date(2024, 1, 26), date(2024, 1, 28)),
        ("1 неделя октября", "range", date(2024, 10, 1), date(2024, 10, 7)),
        ("1-2 неделя октября", "range", date(2024, 10, 1), date(2024, 10, 14)),
        ("последняя неделя мая", "range", date(2024, 5, 25), date(2024, 5, 31)),
        ("первая декада мая", "range", date(2024, 5, 1), date(2024, 5, 10)),
        ("2-я половина июня", "range", date(2024, 6, 16), date(2024, 6, 30)),
        ("қазан айының 1-аптасы", "range", date(2024, 10, 1), date(2024, 10, 7)),
        ("маусымның екінші жартысы", "range", date(2024, 6, 16), date(2024, 6, 30)),
        ("мамырдың соңғы аптасы", "range", date(2024, 5, 25), date(2024, 5, 31)),
        ("вторая половина 2024 года", "half_year", date(2024, 7, 1), date(2024, 12, 31)),
        ("наурыз айында", "month", date(2024, 3, 1), date(2024, 3, 31)),
        ("20 января в 15 ч. 30 мин.", "date", None, date(2024, 1, 20)),
        ("20.01.2024 15-30", "date", None, date(2024, 1, 20)),
        ("10.01.2024 сағ. 10:00", "date", None, date(2024, 1, 10)),
        ("мамырдың 1-інен 10-ына дейін", "range", date(2024, 5, 1), date(2024, 5, 10)),
        ("ақпан-наурыз айлары", "range", date(2024, 2, 1), date(2024, 3, 31)),
        ("круглый год", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("март'24", "month", date(2024, 3, 1), date(2024, 3, 31)),
        ("янв.24", "month", date(2024, 1, 1), date(2024, 1, 31)),
        ("2024-03", "month", date(2024, 3, 1), date(2024, 3, 31)),
        ("Ш квартал", "quarter", date(2024, 7, 1), date(2024, 9, 30)),
        ("1 кв. 24 г.", "quarter", date(2024, 1, 1), date(2024, 3, 31)),
    ],
)
def test_days_and_spans_in_every_notation(text: str, kind: str, start: date | None, end: date) -> None:
    deadline = due(text, kind)
    assert (deadline.start, deadline.end, deadline.also) == (start, end, ())


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("сентябрь", "month", date(2025, 9, 1), date(2025, 9, 30)),
        ("1 неделя октября", "range", date(2025, 10, 1), date(2025, 10, 7)),
        ("до 10 сентября", "date", None, date(2025, 9, 10)),
        ("қаңтар", "month", date(2026, 1, 1), date(2026, 1, 31)),
        ("сентябрь-май", "range", date(2025, 9, 1), date(2026, 5, 31)),
        ("1 полугодие", "range", date(2025, 9, 1), date(2025, 12, 31)),
        ("в течение учебного года", "range", date(2025, 9, 1), date(2026, 8, 31)),
        ("оқу жылы бойы", "range", date(2025, 9, 1), date(2026, 8, 31)),
        ("throughout the school year", "range", date(2025, 9, 1), date(2026, 8, 31)),
    ],
)
def test_a_month_of_a_school_year_is_of_the_year_that_has_it(
    text: str, kind: str, start: date | None, end: date
) -> None:
    deadline, doubts = parse_deadline(text, None, (date(2025, 9, 1), date(2026, 8, 31)))
    assert (deadline.kind, deadline.start, deadline.end, doubts) == (kind, start, end, [])


@pytest.mark.parametrize("text", ["апрель 2023 – 2026 годы", "апрель 2023-2026 годов"])
def test_each_april_of_several_years(text: str) -> None:
    deadline = due(text, "recurring")
    assert (deadline.every, deadline.start, deadline.end) == ("year", date(2023, 4, 1), date(2026, 4, 30))


@pytest.mark.parametrize(
    ("text", "start", "also"),
    [
        ("Постоянно", None, ()),
        ("тұрақты", None, ()),
        ("С 1 августа и постоянно", date(2024, 8, 1), ()),
        ("С июля 2020 года", date(2020, 7, 1), ()),
        ("2024 жылғы шілдеден бастап", date(2024, 7, 1), ()),
        ("Июль 2020 года и постоянно", date(2020, 7, 1), (date(2020, 7, 31),)),
    ],
)
def test_continuous_work(text: str, start: date | None, also: tuple[date, ...]) -> None:
    deadline = due(text, "continuous")
    assert (deadline.start, deadline.end, deadline.also) == (start, None, also)


@pytest.mark.parametrize(
    "text",
    [
        "В течение дня после издания",
        "В течение последующего дня после издания",
        "В период действия карантина",
        "В течении года со дня утверждения данного плана",
        "В течение эпид. неблагополучия по COVID-19",
        "по мере необходимости",
        "бекітілген күннен бастап 10 күн ішінде",
        "қолайсыз метеожағдай жарияланған кезде",
        "ескерту жарияланғанда",
        "тұрғындардың өтініші бойынша",
        "шақыру бойынша",
        "согласно графику",
        "по плану",
    ],
)
def test_what_waits_for_an_event(text: str) -> None:
    assert due(text, "event") == Deadline(kind=DeadlineKind.EVENT)


@pytest.mark.parametrize(
    ("text", "year", "period", "doubt"),
    [
        ("Сентябрь", 2020, None, DoubtCode.DEADLINE_YEAR_ASSUMED),
        ("Сентябрь", None, (date(2023, 1, 1), date(2025, 12, 31)), DoubtCode.DEADLINE_YEAR_MISSING),
        ("31 июня 2024 года", 2024, YEAR, DoubtCode.DEADLINE_UNREAD),
        ("как получится", 2024, YEAR, DoubtCode.DEADLINE_UNREAD),
        ("до 2025 года", 2024, YEAR, DoubtCode.DEADLINE_BEFORE_PERIOD),
        ("октябрь – март 2024 года", 2024, YEAR, DoubtCode.DEADLINE_BACKWARDS),
        ("Декабрь 2020 года В течение эпид. неблагополучия", 2020, None, DoubtCode.DEADLINE_PARTLY_READ),
        ("Май, ноябрь ежегодно", 2024, YEAR, DoubtCode.DEADLINE_PARTLY_READ),
        ("3 раза в год", 2024, YEAR, DoubtCode.DEADLINE_PARTLY_READ),
        ("2 раза в месяц", 2024, YEAR, DoubtCode.DEADLINE_PARTLY_READ),
        ("Ежемесячно, каждый понедельник", 2024, YEAR, DoubtCode.DEADLINE_PARTLY_READ),
        ("июль 2024 года по решению комиссии", 2024, YEAR, DoubtCode.DEADLINE_PARTLY_READ),
        ("до 1 марта 2024 г. (далее ежегодно)", 2024, YEAR, DoubtCode.DEADLINE_PARTLY_READ),
        ("начало мая", 2024, YEAR, DoubtCode.DEADLINE_PARTLY_READ),
        ("в начале мая", 2024, YEAR, DoubtCode.DEADLINE_PARTLY_READ),
        ("наурыздың ортасына дейін", 2024, YEAR, DoubtCode.DEADLINE_PARTLY_READ),
        ("1 раз в 2 недели", 2024, YEAR, DoubtCode.DEADLINE_UNREAD),
        ("последняя неделя", 2024, YEAR, DoubtCode.DEADLINE_UNREAD),
        ("до 10 января, далее ежеквартально", 2024, YEAR, DoubtCode.DEADLINE_PARTLY_READ),
        ("я" * 5000, 2024, YEAR, DoubtCode.DEADLINE_UNREAD),
    ],
)
def test_what_is_not_certain_is_a_doubt(
    text: str, year: int | None, period: tuple[date, date] | None, doubt: DoubtCode
) -> None:
    assert doubt in parse_deadline(text, year, period)[1]


def test_a_blank_deadline_is_none_without_a_doubt() -> None:
    assert parse_deadline(" ", 2024, YEAR) == (Deadline(), [])


@given(st.integers(1, 12), st.integers(2015, 2035), st.booleans())
def test_every_month_in_both_languages(month: int, year: int, kazakh: bool) -> None:
    text = f"{year} жылғы {ҚАЗАҚША[month - 1]}" if kazakh else f"{MONTHS[month - 1]} {year} года"
    deadline = due(text, "month")
    assert deadline.start == date(year, month, 1)
    assert deadline.end is not None
    assert deadline.end.month == month


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_date_in_figures(day: date) -> None:
    assert due(f"до {day:%d.%m.%Y}", "date").end == day


@given(st.text(max_size=80))
def test_any_text_is_read_or_doubted(text: str) -> None:
    deadline, doubts = parse_deadline(text, 2024, YEAR)
    if deadline.kind is DeadlineKind.NONE and text.strip():
        assert DoubtCode.DEADLINE_UNREAD in doubts


@given(
    st.lists(
        st.sampled_from("до с по в течение года 15 июля квартал 2024 - , ; и ежегодно III дейін".split()),
        max_size=9,
    )
)
def test_any_order_of_its_words_is_survived(words: list[str]) -> None:
    deadline, _ = parse_deadline(" ".join(words), 2024, YEAR)
    if deadline.kind is DeadlineKind.RANGE and deadline.start and deadline.end:
        assert deadline.start <= deadline.end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("30-6.11.2024", date(2024, 10, 30), date(2024, 11, 6)),
        ("с 25 по 2 марта 2024 года", date(2024, 2, 25), date(2024, 3, 2)),
        ("28–3 января 2024 года", date(2023, 12, 28), date(2024, 1, 3)),
    ],
)
def test_days_that_go_over_a_month_whose_name_stands_once_begin_in_the_month_before(
    text: str, start: date, end: date
) -> None:
    deadline, doubts = parse_deadline(text, 2024, YEAR)
    assert (deadline.kind, deadline.start, deadline.end) == (DeadlineKind.RANGE, start, end)
    assert DoubtCode.DEADLINE_BACKWARDS in doubts


def test_what_is_called_current_in_kazakh_goes_on_all_the_time() -> None:
    assert due("Ағымды", "continuous").end is None

"""The time of a leave as people type it, in three languages; on Tuesday, 26 March 2024."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.kernel.errors import UnreadableInput
from core.people.leave_dates import LONGEST, checked, read_leave

TODAY = date(2024, 3, 26)
APRIL = (date(2024, 4, 1), date(2024, 4, 14))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("с 1 по 14 апреля", APRIL),
        ("С 1 по 14 апреля 2024 года", APRIL),
        ("1-14 апреля", APRIL),
        ("1–14 апреля", APRIL),
        ("1 - 14 апр.", APRIL),
        ("с 1 апреля по 14 апреля", APRIL),
        ("с 1 апреля до 14 апреля включительно", APRIL),
        ("отпуск с 1 по 14 апреля", APRIL),
        ("1-14 сәуір", APRIL),
        ("1 сәуірден 14 сәуірге дейін", APRIL),
        ("сәуірдің 1-і мен 14-і аралығында", APRIL),
        ("2024 жылғы 1-14 сәуір", APRIL),
        ("1-14 April", APRIL),
        ("April 1-14", APRIL),
        ("from 1 to 14 April", APRIL),
        ("from April 1 to April 14, 2024", APRIL),
        ("01.04-14.04", APRIL),
        ("01.04.2024 - 14.04.2024", APRIL),
        ("01.04 по 14.04.24", APRIL),
        ("2024-04-01 2024-04-14", APRIL),
        ("с 28 марта по 5 апреля", (date(2024, 3, 28), date(2024, 4, 5))),
        ("28 наурыз - 5 сәуір", (date(2024, 3, 28), date(2024, 4, 5))),
        ("с 28 декабря по 9 января", (date(2024, 12, 28), date(2025, 1, 9))),
        ("28.12-09.01.2025", (date(2024, 12, 28), date(2025, 1, 9))),
        ("с 1 по 14 февраля", (date(2025, 2, 1), date(2025, 2, 14))),
        ("с 20 по 29 марта", (date(2024, 3, 20), date(2024, 3, 29))),
        ("до 14 апреля", (TODAY, date(2024, 4, 14))),
        ("14 сәуірге дейін", (TODAY, date(2024, 4, 14))),
        ("until 14 April", (TODAY, date(2024, 4, 14))),
    ],
)
def test_read(typed: str, read: tuple[date, date]) -> None:
    assert read_leave(typed, TODAY) == read


@pytest.mark.parametrize(
    ("typed", "refused"),
    [
        ("", "leave-not-read"),
        ("с 1 по 14", "leave-not-read"),
        ("апрель", "leave-not-read"),
        *(
            (typed, "leave-not-read")
            for typed in (
                # working days, numbers of something else, a last day and a length
                "1 сәуірден бастап 10 жұмыс күні",
                "1 сәуірден бастап он жұмыс күні",
                "с 1 апреля на 10 рабочих дней",
                "10 working days from 1 April",
                "с 10 апреля 14 смен",
                "14 смен с 10 апреля",
                "с 10 апреля, 14",
                "10 сәуірден бастап 14 тәулік",
                "from 10 April 14 shifts",
                "two weeks ending 14 April",
                "две недели, последний день 14 апреля",
                "екі апта, соңғы күні 14 сәуір",
            )
        ),
        ("с 1 по 31 апреля", "leave-no-such-day"),
        ("с 1 по 14 апреля и с 1 по 5 мая", "leave-not-read"),
        ("99-14 апреля", "leave-not-read"),
        ("01.13-14.13", "leave-not-read"),
        ("5,8 млн", "leave-not-read"),
        ("с 14 по 1 апреля", "leave-backwards"),
        ("14.04.2024 - 01.04.2024", "leave-backwards"),
        ("с 1 по 14 февраля 2024", "leave-past"),
        ("01.04.2024 - 03.04.2025", "leave-too-long"),
        ("01.04.2030 - 14.04.2030", "leave-too-long"),
    ],
)
def test_refused(typed: str, refused: str) -> None:
    with pytest.raises(UnreadableInput) as error:
        read_leave(typed, TODAY)
    assert error.value.message_id == refused


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("с 1 апреля на две недели", ("2024-04-01", "2024-04-14")),
        ("с 1 апреля на 2 недели", ("2024-04-01", "2024-04-14")),
        ("с 1 апреля, две недели", ("2024-04-01", "2024-04-14")),
        ("на две недели с 1 апреля", ("2024-04-01", "2024-04-14")),
        ("2 недели с 1 апреля", ("2024-04-01", "2024-04-14")),
        ("с 1 апреля на 10 дней", ("2024-04-01", "2024-04-10")),
        ("с 01.04 на 14 дней", ("2024-04-01", "2024-04-14")),
        ("с 01.04.2024 на неделю", ("2024-04-01", "2024-04-07")),
        ("с 1 апреля на месяц", ("2024-04-01", "2024-04-30")),
        ("с первого апреля на две недели", ("2024-04-01", "2024-04-14")),
        ("с 20 марта на две недели", ("2024-03-20", "2024-04-02")),
        ("с 2024/04/01 на 14 календарных дней", ("2024-04-01", "2024-04-14")),
        ("2024.04.01 - 2024.04.14", ("2024-04-01", "2024-04-14")),
        ("2024/04/01–2024/04/14", ("2024-04-01", "2024-04-14")),
        ("с первого по четырнадцатое апреля", ("2024-04-01", "2024-04-14")),
        ("с 1-го по 14-е апреля", ("2024-04-01", "2024-04-14")),
        ("на две недели", ("2024-03-26", "2024-04-08")),
        ("две недели", ("2024-03-26", "2024-04-08")),
        ("на неделю", ("2024-03-26", "2024-04-01")),
        ("на 10 дней", ("2024-03-26", "2024-04-04")),
        ("на месяц", ("2024-03-26", "2024-04-25")),
        ("отпуск на 10 дней", ("2024-03-26", "2024-04-04")),
        ("с завтрашнего дня на неделю", ("2024-03-27", "2024-04-02")),
        ("завтра и послезавтра", ("2024-03-27", "2024-03-28")),
        ("с сегодняшнего дня до 14 апреля", ("2024-03-26", "2024-04-14")),
        ("до 14 апреля включительно", ("2024-03-26", "2024-04-14")),
        ("по 14 апреля", ("2024-03-26", "2024-04-14")),
        ("1 сәуірден бастап екі апта", ("2024-04-01", "2024-04-14")),
        ("1 сәуірден бастап екі аптаға", ("2024-04-01", "2024-04-14")),
        ("1 сәуірден екі аптаға", ("2024-04-01", "2024-04-14")),
        ("1 сәуірден бастап 10 күнге", ("2024-04-01", "2024-04-10")),
        ("1 сауирден бастап еки апта", ("2024-04-01", "2024-04-14")),
        ("екі апта", ("2024-03-26", "2024-04-08")),
        ("10 күнге", ("2024-03-26", "2024-04-04")),
        ("10 кунге", ("2024-03-26", "2024-04-04")),
        ("бір айға", ("2024-03-26", "2024-04-25")),
        ("бір апта", ("2024-03-26", "2024-04-01")),
        ("сәуірдің 1-інен 14-іне дейін", ("2024-04-01", "2024-04-14")),
        ("1 сәуірден бастап 14 сәуірге дейін", ("2024-04-01", "2024-04-14")),
        ("2024 жылғы 1 сәуірден 14 сәуірге дейін", ("2024-04-01", "2024-04-14")),
        ("бірінші сәуірден он төртінші сәуірге дейін", ("2024-04-01", "2024-04-14")),
        ("ертеңнен бастап бір аптаға", ("2024-03-27", "2024-04-02")),
        ("14 сауирге дейин", ("2024-03-26", "2024-04-14")),
        ("from 1 April for two weeks", ("2024-04-01", "2024-04-14")),
        ("for two weeks from 1 April", ("2024-04-01", "2024-04-14")),
        ("from April 1 for 10 days", ("2024-04-01", "2024-04-10")),
        ("for two weeks", ("2024-03-26", "2024-04-08")),
        ("two weeks", ("2024-03-26", "2024-04-08")),
        ("for a week", ("2024-03-26", "2024-04-01")),
        ("for 10 days", ("2024-03-26", "2024-04-04")),
        ("for a month starting 1 April", ("2024-04-01", "2024-04-30")),
        ("from tomorrow for a week", ("2024-03-27", "2024-04-02")),
        ("from the first to the fourteenth of April", ("2024-04-01", "2024-04-14")),
        ("1 April to 14 April", ("2024-04-01", "2024-04-14")),
        ("till 14 April", ("2024-03-26", "2024-04-14")),
        ("a fortnight from 1 April", ("2024-04-01", "2024-04-14")),
        ("between 1 and 14 April", ("2024-04-01", "2024-04-14")),
        ("1-14.04", ("2024-04-01", "2024-04-14")),
        ("01-14.04.2024", ("2024-04-01", "2024-04-14")),
        ("с 10 апреля 14 дн.", ("2024-04-10", "2024-04-23")),
        ("1 сәуірден 14 сәуірге", ("2024-04-01", "2024-04-14")),
        ("отпуск 1 апреля, две недели", ("2024-04-01", "2024-04-14")),
        ("c 1 по 14 aпреля", ("2024-04-01", "2024-04-14")),  # Latin letters in both words
        ("до 14 апреля с 1 апреля", ("2024-04-01", "2024-04-14")),
    ],
)
def test_the_words_say_where_it_begins_and_how_long_it_is(typed: str, read: tuple[str, str]) -> None:
    assert tuple(map(str, read_leave(typed, TODAY))) == read


RETURNS = [
    ("с 1 апреля, выхожу 15 апреля", "2024-04-01", "2024-04-14"),
    ("отпуск с 29 апреля, на месте буду 20 мая", "2024-04-29", "2024-05-19"),
    ("отпуск с 29 апреля, выйду на работу 20 мая", "2024-04-29", "2024-05-19"),
    ("с 29 апреля - на работе буду с отпуска 20 мая", None, None),
    ("с 29.04, вернусь 20.05", "2024-04-29", "2024-05-19"),
    ("с 1 апреля, 15-го выхожу на работу", "2024-04-01", "2024-04-14"),
    ("ухожу 1 апреля, вернусь 15 апреля", "2024-04-01", "2024-04-14"),
    ("вернусь 20 мая, отпуск с 29 апреля", "2024-04-29", "2024-05-19"),
    ("выхожу на работу 15 апреля", "2024-03-26", "2024-04-14"),
    ("1 сәуірден бастап, 15 сәуірде шығамын", "2024-04-01", "2024-04-14"),
    ("3 сәуірден демалыс, 17-сінде орнымда боламын", "2024-04-03", "2024-04-16"),
    ("3 сәуірден бастап, 17 сәуірде қайта ораламын", "2024-04-03", "2024-04-16"),
    ("29 сәуірден демалыстамын, 20 мамырда жұмысқа шығамын", "2024-04-29", "2024-05-19"),
    ("1 сәуірде кетемін, 15-інде жұмысқа шығамын", "2024-04-01", "2024-04-14"),
    ("3 сауирден демалыс, 17 сауирде жумыска шыгамын", "2024-04-03", "2024-04-16"),
    ("from 1 April, back on 15 April", "2024-04-01", "2024-04-14"),
    ("on leave from 29 April, in the office again on 20 May", "2024-04-29", "2024-05-19"),
    ("from 29 April, returning to work 20 May", "2024-04-29", "2024-05-19"),
    ("from 29 April, back to work 20 May", "2024-04-29", "2024-05-19"),
    ("leaving April 1, back at work on the 15th", "2024-04-01", "2024-04-14"),
    ("back at work on 15 April", "2024-03-26", "2024-04-14"),
    # Another thing, or nothing told of the second day
    ("с 29 апреля, отчёт сдам 20 мая", None, None),
    ("с 29 апреля, приказ будет 20 мая", None, None),
    ("отпуск с 29 апреля, 20 мая", None, None),
    ("с 29 апреля, 20 мая выйдет Айгүл", None, None),
    ("отпуск с 29 апреля - совещание 20 мая", None, None),
    ("отчёт 1 апреля, выйду 15 апреля", None, None),
    ("с 29 апреля, вернусь и сдам отчёт 20 мая", None, None),
    ("с 29 апреля, выйду 20-го", None, None),
    ("29 сәуірден демалыс, есепті 20 мамырда тапсырамын", None, None),
    ("29 сәуірден демалыс, 20 мамыр", None, None),
    ("29 сәуірден демалыс, 20 мамырда Айгүл шығады", None, None),
    ("from 29 April, report due 20 May", None, None),
    ("from 29 April, 20 May", None, None),
    ("from 29 April, the minister returns 20 May", None, None),
    ("from 29 April to 20 May, back at work then", None, None),
]


@pytest.mark.parametrize(("typed", "first", "last"), RETURNS)
def test_a_second_day_is_the_end_where_it_is_joined_and_a_day_of_return_ends_the_leave_before_it(
    typed: str, first: str | None, last: str | None
) -> None:
    if first is None:
        with pytest.raises(UnreadableInput):
            read_leave(typed, TODAY)
    else:
        assert tuple(map(str, read_leave(typed, TODAY))) == (first, last)


def test_a_day_of_return_ends_what_was_begun() -> None:
    assert read_leave("вернусь 15 апреля", TODAY, APRIL[0]) == APRIL
    assert read_leave("15 сәуірде шығамын", TODAY, APRIL[0]) == APRIL
    assert read_leave("back on 15 April", TODAY, APRIL[0]) == APRIL


@pytest.mark.parametrize(
    ("typed", "starts"),
    [
        ("с 1 апреля", "2024-04-01"),
        ("начиная с 1 апреля", "2024-04-01"),
        ("с 01.04.2024", "2024-04-01"),
        ("с первого апреля", "2024-04-01"),
        ("с 20 марта", "2024-03-20"),
        ("с завтрашнего дня", "2024-03-27"),
        ("1 сәуірден бастап", "2024-04-01"),
        ("1 сәуірден", "2024-04-01"),
        ("1 сауирден бастап", "2024-04-01"),
        ("сәуірдің 1-інен бастап", "2024-04-01"),
        ("ертеңнен бастап", "2024-03-27"),
        ("from 1 April", "2024-04-01"),
        ("from April 1", "2024-04-01"),
        ("starting 1 April", "2024-04-01"),
        ("since 20 March", "2024-03-20"),
        ("from tomorrow", "2024-03-27"),
        ("с 2024/04/01", "2024-04-01"),
        ("с 1 февраля", "2024-02-01"),
    ],
)
def test_without_an_end_it_is_asked_for(typed: str, starts: str) -> None:
    with pytest.raises(UnreadableInput) as asked:
        read_leave(typed, TODAY)
    assert (asked.value.message_id, asked.value.for_card) == ("leave-end-not-said", {"starts": starts})


@pytest.mark.parametrize(
    ("typed", "ends"),
    [
        ("14 апреля", "2024-04-14"),
        ("по 14 апреля", "2024-04-14"),
        ("на две недели", "2024-04-14"),
        ("14 сәуірге дейін", "2024-04-14"),
        ("екі апта", "2024-04-14"),
        ("until 14 April", "2024-04-14"),
        ("for two weeks", "2024-04-14"),
    ],
)
def test_what_is_said_next_ends_what_was_begun(typed: str, ends: str) -> None:
    assert read_leave(typed, TODAY, APRIL[0]) == (APRIL[0], date.fromisoformat(ends))


@pytest.mark.parametrize(
    "typed",
    [
        "14 апреля",
        "1 апреля",
        "14 сәуір",
        "14 April",
        "после 1 апреля",
        "не с 1 апреля",
        "с 1 по 14 апреля кроме 5 апреля",
        "с 1 по 14 апреля, кроме выходных 6 и 7",
        "с 1 апреля или с 5 апреля",
        "с 1 по 14 апреля и 20 апреля",
        "на 10 рабочих дней",
        "с 1 апреля на 2-3 недели",
        "с 5 на 10 дней",
        "на лето",
        "в апреле",
        "весь апрель",
        "с 1 по 14 апреля на неделю",
        "две недели после 1 апреля",
        "не раньше 1 апреля",
        "на следующей неделе",
        "половину апреля",
        "с 1 по 14 апреля не буду",
        "1 сәуірден кейін",
        "1 сәуірде емес",
        "1 сәуірден ерте емес",
        "келесі аптада",
        "after 1 April",
        "not from 1 April",
        "next week",
        "two weeks after 1 April",
        "in April",
        "from 1 April except Fridays",
        "10 working days from 1 April",
        "с 1 по 14 апреля 3 корпус",
        "1-31.04",
        "1 и 14 апреля",
        "с 1 по 14 апреля и далее",
        "1 and 14 April",
    ],
)
def test_what_says_more_or_less_than_a_leave_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableInput) as error:
        read_leave(typed, TODAY)
    assert error.value.message_id == "leave-not-read"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("с 31 апреля", "31 апреля"),
        ("с 1 по 31 апреля", "31 апреля"),
        ("31 сәуірден бастап", "31 сәуірден"),
        ("until 31 April", "31 April"),
        ("до 30.02.2025", "30.02.2025"),
        ("с 2024/04/31 на неделю", "2024/04/31"),
    ],
)
def test_a_day_that_the_calendar_lacks_is_pointed_out(typed: str, shown: str) -> None:
    with pytest.raises(UnreadableInput) as error:
        read_leave(typed, TODAY)
    assert (error.value.message_id, error.value.args_for_text) == ("leave-no-such-day", {"typed": shown})


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused_in_words(typed: str) -> None:
    try:
        starts, ends = read_leave(typed, TODAY)
    except UnreadableInput:
        return
    assert checked(starts, ends, TODAY) == (starts, ends)


@given(
    st.integers(0, 300).map(lambda n: TODAY + timedelta(n)), st.integers(0, 65).map(lambda n: timedelta(n))
)
def test_what_is_written_in_full_is_read_back(starts: date, length: timedelta) -> None:
    ends = starts + length
    assert length < LONGEST
    for form in ("{:%d.%m.%Y} - {:%d.%m.%Y}", "{:%Y-%m-%d} {:%Y-%m-%d}", "{:%d.%m}-{:%d.%m.%Y}"):
        assert read_leave(form.format(starts, ends), TODAY) == (starts, ends)


def test_in_english_a_day_that_can_be_read_in_two_ways_is_asked_about() -> None:
    typed = "from 04/05/2024 to 10/05/2024"
    with pytest.raises(UnreadableInput, match="day-two-ways"):
        read_leave(typed, TODAY, None, "en")
    assert read_leave(typed, TODAY, None, "ru") == (date(2024, 5, 4), date(2024, 5, 10))

"""The table of ways to type a figure: three languages, every unit, with its plan and scale → the value or the refusal."""

from __future__ import annotations

from decimal import Decimal

import pytest

from core.figures.answer_parser import is_understood
from core.figures.typed_figures import read_figure
from core.kernel.errors import UnreadableInput
from core.kernel.languages import LANGUAGES
from core.plan.model import Unit
from core.plan.reports import Measure, Stage
from locales import texts

D = Decimal


def asked(unit: Unit, plan: str | None = None, scale: int = 0, **fields: object) -> Measure:
    return Measure.model_validate(
        {"id": "main", "unit": unit, "scale": scale, "plan": D(plan) if plan else None, **fields}
    )


THOUSANDS = asked(Unit.MONEY, "6000", 3)
MILLIONS = asked(Unit.MONEY, "500", 6)
TENGE = asked(Unit.MONEY, "6000000")
OPEN = asked(Unit.MONEY, None, 3)
COUNT = asked(Unit.COUNT, "12")
CROWD = asked(Unit.COUNT, "3150")
PERCENT = asked(Unit.PERCENT, "86")
TICK = asked(Unit.PRESENCE)
GOAL = asked(Unit.TEXT, "8")
STAGE = asked(
    Unit.STAGE,
    "2",
    stages=(
        Stage(code="R", place=D(1), words="разработка требований"),
        Stage(code="F", place=D(2), words="опытная эксплуатация"),
        Stage(code="D", place=D(3), words="внедрение"),
    ),
)
KAZAKH_STAGE = asked(
    Unit.STAGE,
    "1",
    stages=(
        Stage(code="R", place=D(1), words="талаптар"),
        Stage(code="F", place=D(2), words="әзірлеу"),
        Stage(code="D", place=D(3), words="енгізу"),
    ),
)

# what is typed | in which row | the value in the row's scale, or the refusal
TABLE: list[tuple[str, Measure, str]] = [
    # Money in a row of thousands, Russian
    ("6000", THOUSANDS, "6000"),
    ("6 000", THOUSANDS, "6000"),
    ("6 000,0", THOUSANDS, "6000"),
    ("6000.0", THOUSANDS, "6000"),
    ("6\u00a0000,50", THOUSANDS, "6000.5"),
    ("6 000 тыс", THOUSANDS, "6000"),
    ("6 000 тыс.", THOUSANDS, "6000"),
    ("6000 тыс.тг", THOUSANDS, "6000"),
    ("6000 тыс. тенге", THOUSANDS, "6000"),
    ("6 тысяч", THOUSANDS, "6"),
    ("6 млн", THOUSANDS, "6000"),
    ("6млн", THOUSANDS, "6000"),
    ("6,05 млн", THOUSANDS, "6050"),
    ("6.05 млн.", THOUSANDS, "6050"),
    ("6,05 млн тг", THOUSANDS, "6050"),
    ("6,05 млн. тенге", THOUSANDS, "6050"),
    ("6,05 миллиона тенге", THOUSANDS, "6050"),
    ("6 миллионов", THOUSANDS, "6000"),
    ("6 млн 50 тыс", THOUSANDS, "6050"),
    ("6 млн. 50 тыс. тенге", THOUSANDS, "6050"),
    ("6 млн и 50 тыс", THOUSANDS, "6050"),
    ("0,006 млрд", THOUSANDS, "6000"),
    ("1,2 млрд.", THOUSANDS, "1200000"),
    ("1 миллиард", THOUSANDS, "1000000"),
    ("2 трлн", THOUSANDS, "2000000000"),
    ("6 050 000 тг", THOUSANDS, "6050"),
    ("6050000 тенге", THOUSANDS, "6050"),
    ("6 050 000,00 ₸", THOUSANDS, "6050"),
    ("6000 тг", THOUSANDS, "6000"),
    ("6к", THOUSANDS, "6"),
    ("6 м", THOUSANDS, "6000"),
    ("сумма 6000", THOUSANDS, "6000"),
    ("освоено 5 800", THOUSANDS, "5800"),
    ("Освоено: 5,8 млн тг", THOUSANDS, "5800"),
    ("~5,8 млн", THOUSANDS, "5800"),
    ("около 5,8 млн", THOUSANDS, "5800"),
    ("ровно 6 млн", THOUSANDS, "6000"),
    ("5,8 млн (96,7%)", THOUSANDS, "5800"),
    ("5,8 млн по договору № 12", THOUSANDS, "5800"),
    ("5,8 млн на 26.03.2024", THOUSANDS, "5800"),
    ("в I квартале 2024 года 5,8 млн", THOUSANDS, "5800"),
    ("6.050.000 тг", THOUSANDS, "6050"),
    ("6'050'000 тг", THOUSANDS, "6050"),
    ("5.800", THOUSANDS, "5800"),
    ("0", THOUSANDS, "0"),
    ("0,0", THOUSANDS, "0"),
    ("0 тг", THOUSANDS, "0"),
    ("ноль", THOUSANDS, "0"),
    ("Нет", THOUSANDS, "0"),
    ("нету", THOUSANDS, "0"),
    ("ничего", THOUSANDS, "0"),
    ("-", THOUSANDS, "0"),
    ("—", THOUSANDS, "0"),
    # Kazakh
    ("6000 мың", THOUSANDS, "6000"),
    ("6 000 мың теңге", THOUSANDS, "6000"),
    ("6,05 млн теңге", THOUSANDS, "6050"),
    ("6,05 миллион теңге", THOUSANDS, "6050"),
    ("6 миллион 50 мың", THOUSANDS, "6050"),
    ("1,2 миллиард теңге", THOUSANDS, "1200000"),
    ("6 050 000 теңге", THOUSANDS, "6050"),
    ("5,8 млн теңге игерілді", THOUSANDS, "5800"),
    ("жоқ", THOUSANDS, "0"),
    ("нөл", THOUSANDS, "0"),
    # English
    ("6,000", THOUSANDS, "6000"),
    ("6,050.5", THOUSANDS, "6050.5"),
    ("6.05 million", THOUSANDS, "6050"),
    ("6.05 mln KZT", THOUSANDS, "6050"),
    ("6.05M", THOUSANDS, "6050"),
    ("6.05m tenge", THOUSANDS, "6050"),
    ("6050 thousand", THOUSANDS, "6050"),
    ("1.2 billion", THOUSANDS, "1200000"),
    ("1.2bn", THOUSANDS, "1200000"),
    ("6,050,000 KZT", THOUSANDS, "6050"),
    ("KZT 6,050,000", THOUSANDS, "6050"),
    ("₸6,05 млн", THOUSANDS, "6050"),
    ("nothing", THOUSANDS, "0"),
    ("none", THOUSANDS, "0"),
    # Money in a row of millions, and in whole tenge
    ("480", MILLIONS, "480"),
    ("480,5", MILLIONS, "480.5"),
    ("480 млн", MILLIONS, "480"),
    ("0,48 млрд", MILLIONS, "480"),
    ("480 000 тыс", MILLIONS, "480"),
    ("480 000 000 тг", MILLIONS, "480"),
    ("480 тг", MILLIONS, "480"),
    ("480 мың теңге", MILLIONS, "0.48"),
    ("6 000 000", TENGE, "6000000"),
    ("6 млн", TENGE, "6000000"),
    ("5 800 тыс", TENGE, "5800000"),
    ("5800000,50 тг", TENGE, "5800000.5"),
    ("5.8 mln", TENGE, "5800000"),
    # A row of money without a plan
    ("5 800", OPEN, "5800"),
    ("5,8 млн", OPEN, "5800"),
    ("12 500 тг", OPEN, "12.5"),
    ("0,5", OPEN, "0.5"),
    # Counts
    ("12", COUNT, "12"),
    ("12 ", COUNT, "12"),
    (" 12.", COUNT, "12"),
    ("12 шт", COUNT, "12"),
    ("12шт.", COUNT, "12"),
    ("12 ед.", COUNT, "12"),
    ("12 человек", COUNT, "12"),
    ("12 чел.", COUNT, "12"),
    ("12,0", COUNT, "12"),
    ("+12", COUNT, "12"),
    ("провели 12", COUNT, "12"),
    ("всего 12 совещаний", COUNT, "12"),
    ("12 (двенадцать)", COUNT, "12"),
    ("№ 3: провели 12", COUNT, "12"),
    ("за март 2024 года — 12", COUNT, "12"),
    ("12 дана", COUNT, "12"),
    ("12 адам", COUNT, "12"),
    ("12 бірлік", COUNT, "12"),
    ("барлығы 12", COUNT, "12"),
    ("12 жиналыс өткізілді", COUNT, "12"),
    ("2024 жылы 12 жиналыс", COUNT, "12"),
    ("12 pcs", COUNT, "12"),
    ("12 people", COUNT, "12"),
    ("12 meetings held in March", COUNT, "12"),
    ("3 150", CROWD, "3150"),
    ("3150 мест", CROWD, "3150"),
    ("3,150", CROWD, "3150"),
    ("3.150", CROWD, "3150"),
    ("3,1 тыс.", CROWD, "3100"),
    ("3,1 мың адам", CROWD, "3100"),
    ("3.1k", CROWD, "3100"),
    ("0 шт", COUNT, "0"),
    ("ни одного", COUNT, "0"),
    ("бірде-бірі жоқ", COUNT, "0"),
    ("zero", COUNT, "0"),
    # Percentages
    ("86", PERCENT, "86"),
    ("86%", PERCENT, "86"),
    ("86 %", PERCENT, "86"),
    ("86,5", PERCENT, "86.5"),
    ("86.5%", PERCENT, "86.5"),
    ("86,50 %", PERCENT, "86.5"),
    ("86 процентов", PERCENT, "86"),
    ("86 проц.", PERCENT, "86"),
    ("на 86%", PERCENT, "86"),
    ("достигнуто 86,5%", PERCENT, "86.5"),
    ("86 пайыз", PERCENT, "86"),
    ("86,5 пайызға жетті", PERCENT, "86.5"),
    ("86%-ға", PERCENT, "86"),
    ("86 percent", PERCENT, "86"),
    ("86.5 per cent", PERCENT, "86.5"),
    ("86 pct", PERCENT, "86"),
    ("100", PERCENT, "100"),
    ("0%", PERCENT, "0"),
    # Goals with a figure
    ("8 кабинетов", GOAL, "8"),
    ("открыли 8", GOAL, "8"),
    ("8 кабинет ашылды", GOAL, "8"),
    ("opened 8 rooms", GOAL, "8"),
    ("30%", GOAL, "30"),
    # Ticks
    ("да", TICK, "1"),
    ("Есть.", TICK, "1"),
    ("+", TICK, "1"),
    ("иә", TICK, "1"),
    ("бар", TICK, "1"),
    ("yes", TICK, "1"),
    ("нет", TICK, "0"),
    ("жоқ", TICK, "0"),
    ("no", TICK, "0"),
    # Stages
    ("R", STAGE, "1"),
    ("r", STAGE, "1"),
    ("F.", STAGE, "2"),
    ("ф", STAGE, "2"),
    ("р", STAGE, "1"),
    ("Д", STAGE, "3"),
    ("внедрение", STAGE, "3"),
    ("Внедрили", STAGE, "3"),
    ("F — опытная эксплуатация", STAGE, "2"),
    ("опытная эксплуатация", STAGE, "2"),
    ("этап D", STAGE, "3"),
    ("Завершили этап R, договор подписан", STAGE, "1"),
    ("не начато", STAGE, "0"),
    ("нет", STAGE, "0"),
    ("not begun", STAGE, "0"),
    ("енгізу", KAZAKH_STAGE, "3"),
    ("D – енгізу", KAZAKH_STAGE, "3"),
    ("F кезеңі", KAZAKH_STAGE, "2"),
    ("басталған жоқ", KAZAKH_STAGE, "0"),
    # What is refused, and in which words
    ("сто", COUNT, "figure-not-read"),
    ("пять миллионов", THOUSANDS, "figure-not-read"),
    ("много", COUNT, "figure-not-read"),
    ("көп", COUNT, "figure-not-read"),
    ("нет данных", COUNT, "figure-not-read"),
    ("?", COUNT, "figure-not-read"),
    ("26.03.2024", COUNT, "figure-not-read"),
    ("до 15 мая", COUNT, "figure-not-read"),
    ("приказ № 12-ө", COUNT, "figure-not-read"),
    ("во 2 квартале", COUNT, "figure-not-read"),
    ("1e5", COUNT, "figure-not-read"),
    ("12abc34", COUNT, "figure-not-read"),
    ("١٢", COUNT, "figure-not-read"),
    ("-5", COUNT, "figure-negative"),
    ("минус 5", COUNT, "figure-negative"),
    ("−5,8 млн", THOUSANDS, "figure-negative"),
    ("5 и 6", COUNT, "figure-many"),
    ("от 5 до 6", COUNT, "figure-many"),
    ("5-6", COUNT, "figure-many"),
    ("11 из 12", COUNT, "figure-many"),
    ("5 или 6 млн", THOUSANDS, "figure-many"),
    ("1/2", COUNT, "figure-many"),
    ("86%", THOUSANDS, "figure-other-unit"),
    ("86 пайыз", COUNT, "figure-other-unit"),
    ("5 млн", PERCENT, "figure-other-unit"),
    ("500 тг", COUNT, "figure-other-unit"),
    ("1,234", OPEN, "figure-two-ways"),
    ("12345678901234567890", THOUSANDS, "figure-too-large"),
    ("5", TICK, "figure-not-read"),
    ("X", STAGE, "stage-not-read"),
    ("2", STAGE, "stage-not-read"),
    ("R или F", STAGE, "stage-not-read"),
    ("почти готово", STAGE, "stage-not-read"),
]


def test_the_table_is_long_enough_and_names_each_way_once() -> None:
    ways = [(typed, id(measure)) for typed, measure, _ in TABLE]
    assert len(set(ways)) == len(ways) >= 150


@pytest.mark.parametrize(("typed", "measure", "read"), [row for row in TABLE if "-" not in row[2]])
def test_it_is_read(typed: str, measure: Measure, read: str) -> None:
    assert read_figure(typed, measure) == D(read)


@pytest.mark.parametrize(("typed", "measure", "refusal"), [row for row in TABLE if "-" in row[2]])
def test_it_is_refused_in_words(typed: str, measure: Measure, refusal: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        read_figure(typed, measure)
    assert refused.value.message_id == refusal
    for language in LANGUAGES:
        assert "{" not in texts()(language, refusal, **refused.value.args_for_text)


OTHERS_THAN_COUNTED = [
    ("12 человек", "Поверка манометров шт."), ("поверено 12 чел.", "Поверка манометров шт."),
    ("12 адам", "Манометрлерді тексеру дана"), ("12 people", "Gauges verified pcs"), ("12 staff", "Поверка манометров ед."),
    ("12 кісі", "Открыть кабинеты"), ("38 шт", "Обучение персонала чел."), ("38 дана", "Персоналды оқыту адам"),
    ("38 pcs", "Staff training people"), ("38 единиц", "Обучение персонала чел."),
]  # fmt: skip
WHAT_IS_COUNTED = [
    ("12 шт", "Поверка манометров шт."), ("12 единиц", "Поверка манометров шт."), ("12 дана", "Манометрлерді тексеру дана"),
    ("38 человек", "Обучение персонала чел."), ("38 адам", "Персоналды оқыту адам"), ("38 people", "Staff training"),
    ("38 чел", "Принять врачей ед."), ("38 шт", "Принять врачей ед."), ("12 шт", "Открыть кабинеты"), ("12 чел", ""),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "row"), OTHERS_THAN_COUNTED)
def test_people_of_a_row_of_things_and_things_of_a_row_of_people_are_asked_about(
    typed: str, row: str
) -> None:
    assert not is_understood(typed, {"main": read_figure(typed, COUNT)}, (COUNT,), "ru", row)


@pytest.mark.parametrize(("typed", "row"), WHAT_IS_COUNTED)
def test_the_unit_that_the_row_prints_is_understood(typed: str, row: str) -> None:
    assert is_understood(typed, {"main": read_figure(typed, COUNT)}, (COUNT,), "ru", row)

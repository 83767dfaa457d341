"""Figures as people type them on a card, and those that are asked about once (domain, §4)."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from core.plan.reports import Draft, Outcome
from core.ports.repositories import Submission
from handlers.frame.screens import LONGEST_LABEL
from sandbox.client.client import Phone
from tests.talk.test_editions import accept
from tests.talk.test_editions import send as load
from tests.talk.test_evidence import picture
from tests.talk.worlds import METROLOGIST, QUALITY, World, at_row, card_of, eventually


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "thousands"),
    [
        ("6050000 тг", "6050"),
        ("6 050 000,0 тенге", "6050"),
        ("6,05 млн", "6050"),
        ("6050", "6050"),
        ("6 050,5", "6050.5"),
        ("7 200 тыс", "7200"),
        ("6 млн 50 тыс", "6050"),
    ],
)
async def test_money_in_a_row_of_thousands(world: World, officer: Phone, typed: str, thousands: str) -> None:
    await officer.send("/report")
    await officer.send(typed)
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.figures == {"main": Decimal(thousands)}


@pytest.mark.parametrize("typed", ["нет", "-", "0", "жоқ"])
async def test_words_for_nothing_are_zero(world: World, officer: Phone, typed: str) -> None:
    await officer.send("/report")
    await officer.send(typed)
    await officer.expect("Почему?")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.outcome, kept.figures) == (Outcome.NOT_DONE, {"main": Decimal(0)})


@pytest.mark.parametrize(("typed", "percent"), [("86%", "86"), ("86,5", "86.5"), ("90 процентов", "90")])
async def test_percents(world: World, typed: str, percent: str) -> None:
    phone = await world.join("Алия", QUALITY)
    await at_row(phone, "Анализ удовлетворенности пациентов")
    await phone.send(typed)
    await phone.expect("✅ Записано")
    assert (await world.report(QUALITY, 17)).draft.figures == {"main": Decimal(percent)}


@pytest.mark.parametrize("typed", ["100%", "100 %", "100 процентов"])
async def test_a_hundred_percent_is_a_figure_where_another_share_is_planned(world: World, typed: str) -> None:
    phone = await world.join("Алия", QUALITY)
    await at_row(phone, "Анализ удовлетворенности пациентов")
    await phone.send(typed)
    await phone.expect("✅ Записано")
    assert (await world.report(QUALITY, 17)).draft.figures == {"main": Decimal(100)}


async def test_an_odd_figure_is_asked_about_once_and_can_be_confirmed(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("600000")
    card = await officer.expect("Верно?")
    assert "Превышает план более чем в десять раз" in card.text
    assert "Понял так: 600 млн тг. Верно?" in card.text
    assert (await world.report(METROLOGIST, 5)).draft.outcome is None
    await officer.press("Да, 600")
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.figures == {"main": Decimal(600000)}


async def test_an_odd_figure_can_be_mended(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("60")
    await officer.expect("Меньше десятой части плана")
    await officer.press("Нет, исправить")
    await officer.expect("Напишите сумму")
    await officer.send("6000")
    await officer.expect("2 из 5")
    assert (await world.report(METROLOGIST, 5)).draft.figures == {"main": Decimal(6000)}


async def test_an_odd_figure_can_be_mended_by_typing_another(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("60")
    await officer.expect("Верно?")
    await officer.send("6000")
    await officer.expect("2 из 5")


async def test_more_than_all_is_asked_about(world: World) -> None:
    phone = await world.join("Алия", QUALITY)
    await at_row(phone, "Анализ удовлетворенности пациентов")
    await phone.send("150 %")
    assert "Больше 100" in (await phone.expect("Верно?")).text


async def test_half_a_meeting_is_asked_about(world: World) -> None:
    phone = await world.join("Алия", QUALITY)
    await at_row(phone, "междисциплинарные совещания")
    await phone.send("3,5")
    assert "целое число" in (await phone.expect("Верно?")).text


async def test_a_figure_within_a_sentence_is_shown_back_before_it_counts(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.send("Закупили в феврале аппарат на 6,2 млн")
    card = await officer.expect("Верно?")
    assert "6,2 млн тг" in card.text.replace("\u00a0", " ")
    assert "Закупили в феврале аппарат" in card.text
    await officer.press("Да, 6")
    await officer.expect("2 из 5")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert kept.figures == {"main": Decimal(6200)}
    assert kept.account == "Закупили в феврале аппарат на 6,2 млн"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("много", "«много» — не число"),
        ("5 и 6", "не одно число"),
        ("-5", "меньше нуля"),
        ("86 %", "в другой единице"),
    ],
)
async def test_what_cannot_be_read_is_said_in_a_line_and_the_card_stays(
    world: World, officer: Phone, typed: str, answer: str
) -> None:
    await officer.send("/report")
    await officer.send(typed)
    card = await officer.expect(answer)
    assert "1 из 5" in card.text
    assert card.buttons[0][0].startswith("✅ Исполнено")
    assert (await world.report(METROLOGIST, 5)).draft.is_empty


async def test_bare_tenge_in_a_row_of_thousands_is_offered_as_such(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("6 000 000")
    card = await officer.expect("Верно?")
    assert "Похоже, сумма написана в тенге" in card.text
    assert [[plain(label) for label in row] for row in card.buttons[:3]] == [
        ["✅ 6 млн тг"],
        ["Да, 6 млрд тг — так и есть"],
        ["✏️ Нет, исправить"],
    ]
    await officer.press("✅ 6")
    await officer.expect("2 из 5")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.outcome, kept.figures) == (Outcome.DONE, {"main": Decimal(6000)})


async def test_bare_tenge_in_a_caption_is_offered_with_its_paper(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.photo(picture(9), "Акт №12 от 05.03.2024, закупили на 6 050 000")
    card = await officer.expect("Верно?")
    assert [plain(label) for row in card.buttons[:2] for label in row] == [
        "✅ 6,05 млн тг",
        "Да, 6,05 млрд тг — так и есть",
    ]
    await officer.press("✅ 6")
    await officer.expect("2 из 5")
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.figures, kept.account) == ({"main": Decimal(6050)}, "закупили на 6 050 000")
    assert len(kept.evidence) == 1


CLINIC = "1;Построить поликлинику;Акт;в течение года;Метролог;млн тенге;12,5;;;"


async def live(world: World, row: str) -> None:
    """A plan of one row, in force."""
    chief = await world.coordinator()
    await load(chief, row)
    await accept(chief)


async def recorded(world: World, figure: str, period: str = "2024-Q1") -> None:
    """Waits until the figure of the plan's one row is recorded."""

    async def found() -> bool:
        return (await world.report(METROLOGIST, 1, period)).draft.figures == {"main": Decimal(figure)}

    await eventually(found, figure)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("ru", ["✅ 12,5 млн тг", "Да, 12,5 трлн тг — так и есть"]),
        ("kk", ["✅ 12,5 млн тг", "Иә, 12,5 трлн тг — дәл солай"]),
        ("en", ["✅ KZT 12.5 million", "Yes, KZT 12.5 trillion — as typed"]),
    ],
)
async def test_bare_tenge_in_a_row_of_millions_in_each_language(
    empty: World, language: str, labels: list[str], calm: list[object]
) -> None:
    await live(empty, CLINIC)
    phone = await empty.join("Sara", METROLOGIST, language=language)
    await phone.send("/report")
    await phone.send("12 500 000")
    await phone.settled()
    card = await card_of(phone)
    assert [plain(label) for row in card.buttons[:2] for label in row] == labels
    assert all(len(label) <= LONGEST_LABEL for row in card.buttons for label in row)
    assert (await empty.report(METROLOGIST, 1)).draft.outcome is None
    await phone.press(card.buttons[0][0])
    await recorded(empty, "12.5")


async def test_what_looks_like_tenge_may_be_as_it_was_typed(empty: World, calm: list[object]) -> None:
    await live(empty, CLINIC)
    phone = await empty.join("Сара", METROLOGIST)
    await phone.send("/report")
    await phone.send("12 500 000")
    await phone.expect("Похоже, сумма написана в тенге")
    await phone.press("так и есть")
    await recorded(empty, "12500000")


async def test_of_a_long_figure_the_value_gives_way_on_a_button(empty: World, calm: list[object]) -> None:
    await live(empty, "1;Построить поликлинику;Акт;в течение года;Метролог;тыс. тенге;1250000,5;;;")
    phone = await empty.join("Sara", METROLOGIST, language="en")
    await phone.send("/report")
    await phone.send("1250000500.25")
    card = await phone.expect("This looks like whole tenge")
    assert [plain(label) for row in card.buttons[:2] for label in row] == [
        "✅ KZT 1,250,000.50025 thousand",
        "Yes, KZT 1,250,000,500.25… — as typed",
    ]


RUNNING = "1;Оцифровано паспортов (нарастающим итогом);Отчёт;в течение года;Метролог;единиц;15;30;45;60"


async def in_the_second_quarter(world: World, row: str, language: str = "ru") -> Phone:
    """The officer on the row's card of the second quarter; in the first one 15 was submitted."""
    await live(world, row)
    first = await world.report(METROLOGIST, 1)
    async with world.app.storage.begin() as work:
        content = Draft(outcome=Outcome.DONE, figures={"main": Decimal(15)})
        when = world.app.clock.now()
        sent = Submission(
            obligation_id=first.id, version=1, content=content, submitted_by=1, submitted_at=when
        )
        await work.obligations.submit(sent, when.date())
    await world.sandbox.move_clock(to=datetime(2024, 6, 25, 5, 0, tzinfo=UTC))
    phone = await world.join("Sara", METROLOGIST, language=language)
    await phone.send("/report")
    await phone.settled()
    return phone


@pytest.mark.parametrize(
    ("language", "said", "labels"),
    [
        ("ru", "С начала года было уже 15", ["✅ 12 — верно", "➕ 27 с начала года"]),
        ("kk", "Жыл басынан бері 15", ["✅ 12 — дұрыс", "➕ Жыл басынан бері 27"]),
        ("en", "The year-to-date figure was already 15", ["✅ 12 is right", "➕ 27 this year so far"]),
    ],
)
async def test_a_running_total_below_the_last_one_is_asked_about(
    empty: World, language: str, said: str, labels: list[str], calm: list[object]
) -> None:
    phone = await in_the_second_quarter(empty, RUNNING, language)
    await phone.send("12")
    card = await phone.expect(said)
    assert [label for row in card.buttons[:2] for label in row] == labels
    assert (await empty.report(METROLOGIST, 1, "2024-Q2")).draft.outcome is None
    await phone.press(labels[1])
    await recorded(empty, "27", "2024-Q2")


async def test_a_running_total_that_fell_can_be_confirmed(empty: World, calm: list[object]) -> None:
    phone = await in_the_second_quarter(empty, RUNNING)
    await phone.photo(picture(9), "Оцифровали за квартал 12")
    card = await phone.expect("С начала года было уже 15")
    assert card.place("➕ 27 с начала года") is not None
    await phone.press("12 — верно")
    await recorded(empty, "12", "2024-Q2")


async def test_a_running_total_at_the_last_one_or_above_is_recorded_at_once(
    empty: World, calm: list[object]
) -> None:
    phone = await in_the_second_quarter(empty, RUNNING)
    await phone.send("15")
    await recorded(empty, "15", "2024-Q2")


@pytest.mark.parametrize(
    "row",
    [
        RUNNING.replace("единиц", "%"),
        RUNNING.replace("Оцифровано паспортов", "Снижение числа жалоб до планового уровня"),
        RUNNING.replace(" (нарастающим итогом)", ""),
    ],
)
async def test_what_may_fall_is_not_asked_about(empty: World, row: str, calm: list[object]) -> None:
    phone = await in_the_second_quarter(empty, row)
    await phone.send("12")
    await recorded(empty, "12", "2024-Q2")


@pytest.mark.parametrize(
    ("language", "story", "keep", "said"),
    [
        ("ru", "Поставщик задержал поставку", "Сохранить как пояснение", "не число"),
        ("kk", "сынып ашылды", "Түсініктеме ретінде сақтау", "сан емес"),
        ("en", "The supplier is late", "Keep it as a note", "is not a number"),
    ],
)
async def test_a_story_that_is_no_figure_is_kept_as_the_account_in_one_tap(
    world: World, language: str, story: str, keep: str, said: str
) -> None:
    phone = await world.join("Данияр", METROLOGIST, language=language)
    await phone.send("/report")
    await phone.send(story)
    card = await phone.expect(said)
    assert len([b for row in card.buttons for b in row if "💬" in b]) == 2
    assert (await world.report(METROLOGIST, 5)).draft.is_empty
    await phone.press(keep)
    card = await phone.expect(story)
    assert card.place(keep) is None
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.account, kept.outcome, kept.figures) == (story, None, {})


async def test_what_waits_to_be_kept_is_forgotten_by_any_other_answer(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.send("Поставщик задержал поставку")
    await officer.expect("не число")
    await officer.send("много")
    card = await officer.expect("«много» — не число")
    assert card.place("Сохранить как пояснение") is None
    await officer.send("Поставщик задержал поставку")
    await officer.expect("«Поставщик")
    await officer.send("5800")
    card = await officer.expect("Почему?")
    assert card.place("Сохранить как пояснение") is None
    assert (await world.report(METROLOGIST, 5)).draft.account is None


async def test_a_story_beside_an_account_is_added_to_it_while_both_fit(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("💬 Пояснение")
    await officer.send("я" * 1400)
    await officer.expect("1 из 5")
    await officer.send("Поставщик задержал поставку")
    await officer.expect("не число")
    await officer.press("Сохранить как пояснение")
    await officer.settled()
    account = (await world.report(METROLOGIST, 5)).draft.account
    assert account == "я" * 1400 + "\nПоставщик задержал поставку"
    await officer.send("Поставщик задержал " + "поставку " * 10)
    card = await officer.expect("не число")
    assert card.place("Сохранить как пояснение") is None


@pytest.mark.parametrize(
    ("language", "typed", "asked", "yes"),
    [
        ("ru", "Шесть миллионов тенге", "Понял так: 6 млн тг", "✅ Да"),
        ("kk", "алты миллион", "Былай түсіндім: 6 млн тг", "✅ Иә"),
        ("en", "six million", "I read this as KZT 6 million", "✅ Yes"),
    ],
)
async def test_a_number_in_words_is_shown_back_before_it_counts(
    world: World, language: str, typed: str, asked: str, yes: str
) -> None:
    phone = await world.join("Данияр", METROLOGIST, language=language)
    await phone.send("/report")
    await phone.send(typed)
    await phone.expect(asked)
    assert (await world.report(METROLOGIST, 5)).draft.figures == {}
    await phone.press(yes)
    await phone.settled()
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.outcome, kept.figures) == (Outcome.DONE, {"main": Decimal(6000)})


@pytest.mark.parametrize("typed", ["восемь", "восемь совещаний", "сегіз", "8-і өткізілді"])
async def test_a_count_in_words_is_shown_back_too(world: World, typed: str) -> None:
    phone = await world.join("Алия", QUALITY)
    await at_row(phone, "междисциплинарные совещания")
    await phone.send(typed)
    await phone.expect("Понял так: 8")


async def test_a_number_in_words_of_another_unit_is_refused_as_it_was_typed(
    world: World, officer: Phone
) -> None:
    await officer.send("/report")
    await officer.send("шесть процентов")
    await officer.expect("«шесть процентов» — в другой единице измерения")
    assert (await world.report(METROLOGIST, 5)).draft.is_empty

"""No figure is recorded that its author did not mean (domain, §4): every word and sign beside a number counts."""

from __future__ import annotations

import unicodedata
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from core.figures import words_beside
from core.figures.number_words import is_number_word
from core.figures.row_words import is_of
from core.figures.typed_figures import is_unit_word
from core.kernel.errors import UnreadableInput
from core.kernel.languages import LANGUAGES
from core.kernel.text import flat
from core.plan.model import Unit
from core.plan.reports import Draft, Measure, Outcome, Stage
from core.report.reasons import mended_figures
from core.report.typed_text import CardShown, Step, read_typed
from tests.core.report.cards import owed

D = Decimal
TODAY = date(2024, 3, 26)
ROW = "Обучение специалистов по безопасности пациентов"


def measure(unit: Unit, plan: str | None, scale: int = 0, **parts: object) -> Measure:
    shape = {"id": "main", "unit": unit, "plan": D(plan) if plan else None, "scale": scale}
    return Measure.model_validate({**shape, **parts})


COUNT = measure(Unit.COUNT, "40")
ROOMS = measure(Unit.COUNT, "40", noun="кабинетов")
MONEY = measure(Unit.MONEY, "6000", 3)
PERCENT = measure(Unit.PERCENT, "86")
HUNDRED = measure(Unit.PERCENT, "100")
GOAL = measure(Unit.TEXT, "40")
STAGE = measure(
    Unit.STAGE,
    "2",
    stages=(
        Stage(code="R", place=D(1), words="разработка требований"),
        Stage(code="F", place=D(2), words="опытная эксплуатация"),
        Stage(code="D", place=D(3), words="внедрение"),
    ),
)
STAGE_WORDS = " ".join(s.words for s in STAGE.stages)
CLINICS = (
    measure(Unit.COUNT, "12", noun="поликлиник"),
    Measure(id="spent", unit=Unit.MONEY, role="spent", scale=6, plan=D(500)),
)
Read = dict[str, str] | str | None


def told(text: str, *measures: Measure, language: str = "ru", row: str = ROW) -> tuple[Read, Read]:
    """What a text typed on the card of a row records, and what it shows back: figures, or the outcome of a tick; the
    refusal stands for what is recorded."""
    card = CardShown(language, TODAY, row=row)
    try:
        reading = read_typed(text, owed(), measures, card)
    except UnreadableInput as refusal:
        return refusal.message_id, None
    draft = reading.draft if isinstance(reading, Step) else Draft()
    recorded = {id: f"{value:f}" for id, value in draft.figures.items()}
    shown = {id: f"{value:f}" for id, value in draft.odd.items()}
    return recorded or draft.outcome, shown or None


# What is recorded at once: (text, the row's measure, the figure).
TAKEN = [
    *[(t, COUNT, "38") for t in (
        "38", "38 чел", "38 чел.", "38чел.", "38 человек", "обучили 38 человек", "Обучено 38 специалистов", "обучено 38",
        "мы обучили 38 человек", "всего 38", "факт 38", "факт: 38", "по факту 38", "38 шт", "38 специалистов", "ровно 38", "у нас 38",
        "итого: 38 чел.", "38 адам", "38 адам оқытылды", "барлығы 38", "38 адамды оқыттық", "38 дана", "нақты 38",
        "барлыгы 38 адам окытылды", "38 people", "trained 38 people", "38 people were trained", "we trained 38 people",
        "total 38", "38 in total", "exactly 38", "38 done", "38 employees", "38, спасибо", "Здравствуйте! 38", "38 ✅", "hi, 38 people",
        "38 рахмет", "на сегодня 38",
    )],
    *[(t, COUNT, "35") for t in (
        "35 из 40", "35/40", "35 человек из 40", "35 из 40 человек", "35 из 40 запланированных", "из 40 обучено 35",
        "из 40 человек обучено 35", "при плане 40 обучено 35 человек", "план 40, факт 35", "план 40 факт 35", "факт 35, план 40",
        "план: 40, факт: 35", "35 (план 40)", "35 (40 по плану)", "35 при плане 40",
        "40-тың 35-і", "40-тың 35-і оқытылды", "40-тан 35", "40-тан 35-і", "40 адамның 35-і", "40 адамнан 35 адам оқытылды",
        "40 адамның 35-і оқытылды", "жоспарланған 40-тың 35-і", "жоспардағы 40 адамның 35-і", "жоспар 40, факт 35",
        "40-тын 35-и", "40 маманның 35-і",
        "35 of 40", "35 out of 40", "35 out of 40 people", "35 of the 40 planned", "plan 40, actual 35", "35 vs plan 40", "35 against planned 40", "35 of the planned 40",
        "35, plan was 40", "35 trained out of a planned 40", "out of 40, 35 trained",
    )],
    *[(t, ROOMS, "12") for t in ("12 кабинетов", "открыли 12 кабинетов", "12 кабинета", "открыто 12", "12 кабинет ашылды")],
    *[(t, MONEY, "5800") for t in (
        "5800", "5 800", "5,8 млн", "5,8 млн тг", "5,8 млн тенге", "освоено 5,8 млн", "освоили 5,8 млн тенге", "сумма 5 800 тыс. тенге",
        "закупили на 5,8 млн", "5,8 млн из 6 млн", "5,8 млн тг из 6 млн тг", "освоено 5,8 млн при плане 6 млн",
        "5,8 млн теңге", "5,8 млн теңге игерілді", "5 800 мың теңге жұмсалды", "6 млн теңгенің 5,8 млн теңгесі игерілді",
        "6 млн-ның 5,8 млн-ы", "6 миллионнан 5,8 миллион игерілді",
        "5.8m", "5.8 mil", "5.8 mn", "5.8 million tenge", "5,800k", "spent 5.8m", "5.8m of 6m", "5.8m out of 6m", "5.8m spent",
    )],
    *[(t, PERCENT, "80") for t in (
        "80", "80%", "80 %", "80 процентов", "исполнено на 80%", "охват 80%", "достигли 80%", "80 пайыз", "80%-ға жетті",
        "80% орындалды", "80 пайызға жетті", "80 percent", "80% done", "reached 80%", "80 per cent completed",
    )],
    *[(t, PERCENT, "100") for t in (
        "100", "100%", "100 процентов", "охват 100%", "обслужено 100%", "достигли 100%", "доля 100%, исполнено", "100 пайыз",
        "қамту 100%", "100%-ға жетті", "100 percent", "coverage 100%", "serviced 100%", "reached 100%",
    )],
    *[(t, HUNDRED, "100") for t in ("выполнено на 100%", "100 пайыз орындалды", "100% done")],
    *[(t, STAGE, "3") for t in ("D", "этап D", "D кезеңі", "stage D", "внедрение", "внедрили", "D - внедрение")],
]  # fmt: skip


@pytest.mark.parametrize(("text", "asked", "figure"), TAKEN)
def test_what_is_plain_is_taken_at_once(text: str, asked: Measure, figure: str) -> None:
    row = "Открытие кабинетов" if asked is ROOMS else ROW
    assert told(text, asked, row=row) == ({"main": figure}, None)


@pytest.mark.parametrize(
    "text", ["100%", "100 %", "на 100%", "все 100%", "100 процентов", "100 пайыз", "100 percent"]
)
@pytest.mark.parametrize("asked", [COUNT, GOAL, MONEY])
def test_a_hundred_percent_of_a_number_is_shown_back(text: str, asked: Measure) -> None:
    assert told(text, asked) == (None, {"main": f"{asked.plan:f}"})


GAUGES, BUYING = "Поверка манометров", "Закуп манометров"
OF_DOING = [
    *(
        (text, GAUGES, False)
        for text in (
            "закуплено 12",
            "получено 12 шт",
            "12 манометр сатып алынды",
            "12 purchased",
            "bought 12",
        )
    ),
    *(
        (text, GAUGES, True)
        for text in (
            "поверено 12",
            "проверили 12",
            "12 тексерілді",
            "12 verified",
            "проведено 12",
            "всего 12",
        )
    ),
    *(
        (text, BUYING, True)
        for text in ("закуплено 12", "12 манометр сатып алынды", "12 purchased", "получено 12")
    ),
]


@pytest.mark.parametrize(("text", "row", "is_taken"), OF_DOING)
def test_what_was_done_is_what_the_row_is_of(text: str, row: str, is_taken: bool) -> None:
    read = {"main": "12"}
    assert told(text, COUNT, row=row) == ((read, None) if is_taken else (None, read))


# What is refused: (the row's measure, texts, the refusal).
REFUSED = [
    (COUNT, "figure-not-fact", (
        # negations
        "не 40", "40 не обучили", "не обучили 40", "не обучено 40 человек", "нет 40", "40 емес", "40 оқытылмады", "40 адам оқытылған жоқ",
        "40 отказались", "not 40", "40 not trained", "did not train 40", "without 40",
        # limits
        "менее 40", "меньше 40", "не более 40", "не менее 40", "до 40", "почти 40", "максимум 40", "<40", "≤ 40", "40-тан аз", "40-тан кем",
        "40-қа дейін", "кемінде 40", "under 40", "below 40", "less than 40", "fewer than 40", "up to 40", "almost 40", "nearly 40",
        # what is left or lacks
        "осталось 40", "осталось: 40", "остаток 40", "40 осталось", "остаётся 40", "не хватает 40", "недостаёт 40", "недовыполнено 40",
        "40 қалды", "40 адам қалды", "қалғаны 40", "40-қа жетпеді", "40 жетіспейді", "40-қа жеткізілмеді", "40 left", "40 remaining",
        "remaining: 40", "40 to go", "short of 40", "40 калды", "40-ка жетпеди",
        # a plan, and what is to come
        "план 40", "план: 40", "запланировано 40", "планируем 40", "40 в плане", "нужно 40", "будет 40", "должно быть 40",
        "жоспар 40", "40 жоспарланған", "40 керек", "40 болады", "planned 40", "40 planned", "target 40", "will train 40", "need 40",
    )),
    (MONEY, "figure-not-fact", (
        "остаток 200 тыс", "остаток 5,8 млн тг", "экономия 5,8 млн", "сэкономили 5,8 млн", "экономия составила 5,8 млн", "недоосвоено 5,8 млн",
        "неосвоено 5,8 млн", "не освоено 5,8 млн", "5,8 млн не освоено", "освоено не 5,8 млн", "освоено менее 5,8 млн", "план 6 млн",
        "5,8 млн игерілмеді", "5,8 млн теңге игерілмеген", "5,8 млн үнемделді", "үнем 5,8 млн", "5,8 млн қалды", "қалдық 5,8 млн",
        "5,8 млн жұмсалмады", "5,8 млн игерилмеди", "5.8m unspent", "unspent 5.8m", "saved 2m", "savings of 5.8m", "5.8m left", "remaining 5.8m",
        "5.8m not spent",
    )),
    (PERCENT, "figure-not-fact", (
        "не 86%", "менее 86%", "86% осталось", "86%-ға жетпеді", "86%-дан кем", "86 пайыздан аз", "14% not done", "under 86%", "до 86%",
    )),
    (COUNT, "figure-other-unit", (
        "40 руб", "40 тыс. руб.", "$40", "40$", "40 €", "40 долларов", "40‰", "40 промилле", "40 тг", "40%", "освоено 40", "40 игерілді", "spent 40",
    )),
    (MONEY, "figure-other-unit", (
        "5,8 млн руб", "5,8 млн руб.", "5,8 млн рублей", "5,8 млн долларов", "$5.8m", "$ 5.8m", "€5.8m", "5.8m €", "5,8 млн $", "5,8 млн евро",
        "5.8m usd", "USD 5.8m", "5.8m dollars", "5,8 млн ₽", "5,8 млн юаней", "5,8 млн доллар", "сумма 5,8 млн евро", "освоено 5,8 млн рублей",
        "5800 шт", "5800 чел", "5800 дана", "5800 people", "86%", "5800 МРП", "5800 АЕК", "руб 5800", "доллар 5,8 млн",
    )),
    (PERCENT, "figure-other-unit", ("86‰", "86 промилле", "86 чел", "86 шт", "86 адам", "86 people", "86 тг", "5 млн", "86 руб", "потрачено 86")),
    (COUNT, "figure-not-read", (
        "94½", "94 ½", "12₂", "12²", "9О", "9o", "3З", "１２", "４０", "٤٠", "4٠", "4０", "①", "40Ⅱ", "3-й", "5-ші", "5-шi", "2nd", "3-я", "1-й этап",
    )),
    (COUNT, "figure-many", ("40 сорок пять", "40 с половиной пять", "45-тің 35-і", "40 қалған адамның 35-і", "35 из 45", "40-45", "40 или 45", "план 45, факт 35")),
    (STAGE, "stage-not-read", ("не внедрили", "внедрим", "енгіземіз", "R или F")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("asked", "refusal", "text"), [(asked, refusal, t) for asked, refusal, texts in REFUSED for t in texts]
)
def test_what_is_no_fact_is_refused_in_words(asked: Measure, refusal: str, text: str) -> None:
    assert told(text, asked) == (refusal, None)


# What is shown back before it counts: (text, the row's measure, the figure).
ASKED = [
    *[(t, COUNT, "40") for t in (
        "около 40", "примерно 40", "~40", "≈40", "40+", "40?", "(40)", "свыше 40", "более чем… 40", "по 40", "ещё 40", "обучим 40", "40 откроем",
        "40 тонн", "отчислены 40", "40 в мае", "шамамен 40", "40-тан артық", "40-тан көп", "тағы 40", "40 адамнан", "40-тың",
        "40-қа", "40-ке", "about 40", "over 40", "more than 40", "another 40", "40 each", "3-й 40", "40й", "40x", "40, не считая практикантов",
        "обучим 40 специалистов", "40 адамсыз", "40-і", "40-ы оқытылды", "заявлено 40", "выделено 40", "👍 40", "40 👍",
    )],
    *[(t, COUNT, "38") for t in (
        "38 (тридцать восемь)", "обучили 38 врачей из Астаны", "в 2024 году 38", "38 детей", "обучили 38 студентов", "38 бала", "38 children",
    )],
    *[(t, ROOMS, "12") for t in ("12 школ", "12 врачей", "12 чел", "12 мектеп", "12 rooms", "откроем 12 кабинетов", "12 кабинеттен")],
    *[(t, MONEY, "5800") for t in (
        "5,8 млн тонн", "выделено 5,8 млн", "5,8 млн бөлінді", "5800 манометров", "закупили 5800", "перечислено 5,8 млн", "allocated 5.8m",
        "5,8 млн теңгеден", "5,8 млн теңгеге", "подписали на 5,8 млн", "утверждено 5,8 млн", "получено 5,8 млн", "количество 5,8 млн",
        "5,8 млн теңге бекітілді", "5,8 млн теңге алынды", "5,8 млн теңгеге сатып алынды", "5.8m received",
    )],
    *[(t, GOAL, "50") for t in ("50%", "сделано на 50%", "50 пайыз орындалды", "50% done")],
    *[(t, PERCENT, "86") for t in ("рост 86%", "на 86% больше", "86 п.п.", "обучили 86", "86 процентных пунктов", "86 пайыздан", "снизили на 86%")],
    # of the plan, or the share itself
    *[(t, PERCENT, "100") for t in (
        "выполнено на 100%", "исполнено 100 процентов", "100% сделано", "готово на 100%", "всё выполнено на 100 %", "завершили на 100%",
        "исполнение 100%", "100 пайыз орындалды", "100%-ға орындадық", "барлығы 100% орындалды", "100 пайыз жасалды", "100% аяқталды",
        "100 пайыз орындалған", "100% done", "100% complete", "all done 100%", "we have completed 100%", "100 percent implemented",
    )],
    *[(t, PERCENT, n) for t, n in (("выполнено на 104%", "104"), ("110 пайыз орындалды", "110"), ("executed 105%", "105"))],
    *[(t, STAGE, "3") for t in ("не D", "D жоспарда", "D пока нет", "скоро D", "внедрение не завершено")],
    *[(t, COUNT, n) for t, n in (
        ("двести", "200"), ("сорок", "40"), ("тридцать восемь человек", "38"), ("сто двадцать", "120"), ("тысяча двести", "1200"),
        ("отыз сегіз", "38"), ("отыз сегиз адам", "38"), ("жүз жиырма", "120"), ("мың екі жүз", "1200"), ("екі жүз елу", "250"),
        ("thirty-eight", "38"), ("two hundred", "200"), ("two hundred and fifty", "250"), ("one thousand two hundred", "1200"),
    )],
    *[(t, MONEY, n) for t, n in (
        ("пять миллионов восемьсот тысяч", "5800"), ("пять миллионов восемьсот тысяч тенге", "5800"), ("5 миллионов восемьсот тысяч", "5800"),
        ("полтора миллиона", "1500"), ("полмиллиона", "500"), ("пять с половиной миллионов", "5500"), ("5 с половиной миллионов", "5500"),
        ("миллион двести тысяч", "1200"), ("двести пятьдесят тысяч", "250"), ("один миллиард двести миллионов", "1200000"),
        ("екі жарым миллион", "2500"), ("екі жүз елу мың", "250"), ("екі жуз елу мын", "250"), ("бес миллион сегіз жүз мың теңге", "5800"),
        ("жарты миллион", "500"), ("бір жарым миллион теңге", "1500"),
        ("half a million", "500"), ("two and a half million", "2500"), ("five million eight hundred thousand", "5800"),
        ("a million and a half", "1500"), ("two hundred fifty thousand tenge", "250"),
    )],
    *[(t, PERCENT, "86.5") for t in (
        "сексен алты жарым пайыз", "восемьдесят шесть с половиной процентов", "восемьдесят шесть целых пять десятых процента",
        "сексен алты бүтін оннан бес пайыз", "eighty-six and a half percent", "eighty-six point five percent", "86 жарым пайыз",
    )],
]  # fmt: skip


@pytest.mark.parametrize(("text", "asked", "figure"), ASKED)
def test_what_is_not_understood_whole_is_shown_back(text: str, asked: Measure, figure: str) -> None:
    assert told(text, asked) == (None, {"main": figure})


@pytest.mark.parametrize(
    "text",
    ["шесть семь", "двадцать сто", "сто пять десять", "миллион тысяч", "три четверти", "полтора десятка", "ноль целых пять десятых", "two dozen", "бес алты", "жүз мың миллион",
     "тридцать восьмой", "восемь десятых", "две тысячи двадцать четвёртый", "отыз сегізінші", "отыз сегізге", "thirty-eighth", "three fourths",
     "a hundred odd", "half of forty", "one of forty", "треть от 40", "половина из 40", "half the 40",
     "five six", "двадцати пяти", "шесть или семь", "не двести", "двести осталось", "екі жүз қалды"],
)  # fmt: skip
def test_a_number_in_words_is_read_whole_or_not_at_all(text: str) -> None:
    recorded, shown = told(text, COUNT)
    assert isinstance(recorded, str)
    assert recorded.startswith("figure-")
    assert shown is None


@pytest.mark.parametrize(
    ("text", "recorded", "shown"),
    [
        ("12 поликлиник, 480 млн тг", {"main": "12", "spent": "480"}, None),
        ("оснастили 12 поликлиник и освоили 480 млн тенге", {"main": "12", "spent": "480"}, None),
        ("12 из 12, 480 млн", {"main": "12", "spent": "480"}, None),
        ("12 поликлиник, осталось 480 млн", "figure-not-fact", None),
        ("не 12 поликлиник, 480 млн тг", "figure-not-fact", None),
        ("12 поликлиник, экономия 480 млн тг", "figure-not-fact", None),
        ("12 поликлиник, 480 млн руб", "figure-other-unit", None),
        ("12 поликлиник, выделено 480 млн", None, {"main": "12", "spent": "480"}),
        ("12 clinics, 480m", None, {"main": "12", "spent": "480"}),
        ("12 поликлиник, 480 поликлиник", None, {"main": "12", "spent": "480"}),
        ("12 поликлиник, 480 млн тг, всё отменено", None, {"main": "12", "spent": "480"}),
        ("освоили 10", "figure-other-unit", None),
    ],
)
def test_several_figures_in_one_message(text: str, recorded: Read, shown: Read) -> None:
    assert told(text, *CLINICS, row="Оснащение поликлиник") == (recorded, shown)


@pytest.mark.parametrize(
    "text", ["нет, исполнено", "no, done", "жоқ, орындалды", "no work in progress", "no work started"]
)
def test_a_no_before_another_answer_is_neither(text: str) -> None:
    for asked in (COUNT, GOAL, measure(Unit.TEXT, None)):
        refusal, shown = told(text, asked)
        assert (str(refusal)[-9:], shown) == ("-not-read", None)


def test_money_and_percent_that_the_row_speaks_of_are_its_fact() -> None:
    assert told("привлечено 5,8 млн", MONEY, row="Привлечение инвестиций") == ({"main": "5800"}, None)
    assert told("50%", GOAL, row="Охват населения, %") == ({"main": "50"}, None)


def test_a_word_of_the_row_is_no_denial_there() -> None:
    assert told("экономия 40", COUNT, row="Экономия электроэнергии") == (None, {"main": "40"})
    assert told("экономия 40", COUNT) == ("figure-not-fact", None)


@pytest.mark.parametrize("text", ["👍", "👌", "👍🏽", "ок", "ok", "жарайды", "ага", "верно"])
def test_taking_note_is_no_report(text: str) -> None:
    for asked in (COUNT, MONEY, measure(Unit.TEXT, None), measure(Unit.PRESENCE, None)):
        refusal, shown = told(text, asked)
        assert str(refusal).endswith("-not-read")
        assert shown is None
    waits = owed(draft=Draft(odd={"main": D(38)}))
    reading = read_typed(text, waits, (COUNT,), CardShown("ru", TODAY))
    assert isinstance(reading, Step)
    assert reading.draft.figures == {"main": D(38)}, "it agrees to what was asked"


@pytest.mark.parametrize(
    "text", ["не 40", "40-қа жетпеді", "осталось 40", "40 left", "40?", "около 40", "40 руб", "40-тың", "94½"]
)
def test_while_it_asks_why_such_a_text_mends_no_figure(text: str) -> None:
    assert mended_figures(text, (COUNT,), "ru", TODAY) is None


@pytest.mark.parametrize("text", ["5 человек", "5 чел.", "5 адам", "5 people"])
def test_what_lacks_to_the_plan_is_no_other_fact(text: str) -> None:
    told_why = owed(draft=Draft(outcome=Outcome.PARTIAL, figures={"main": D(35)}))
    reading = read_typed(text, told_why, (COUNT,), CardShown("ru", TODAY, row=ROW))
    assert isinstance(reading, Step)
    assert (reading.draft.figures, reading.draft.reason) == ({"main": D(35)}, text)
    with pytest.raises(UnreadableInput, match="reason-not-said"):
        read_typed("5", told_why, (COUNT,), CardShown("ru", TODAY, row=ROW))


LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіabcdefghijklmnopqrstuvwxyz"
FRAMES = ("{w} {n}", "{n} {w}", "{n}{w}", "{w}{n}", "{w}: {n}", "{w} - {n}", "{n}, {w}", "{n}-{w}", "{w}\n{n}", "({w}) {n}",
          "{n} {w}!", "{w}, {n}", "обучили {n} {w}", "{w} обучили {n} человек", "{n} адам {w}", "{n} {w} адам оқытылды",
          "{w} trained {n} people", "всего {n} {w}", "факт {n}, {w}")  # fmt: skip
MONEY_FRAMES = (
    *FRAMES[:8],
    "{w} {n} млн",
    "{n} млн {w}",
    "{n} {w} тг",
    "освоено {n} млн {w}",
    "{w} игерілді {n} млн теңге",
)
PERCENT_FRAMES = (
    *FRAMES[:8],
    "{w} {n}%",
    "{n}% {w}",
    "исполнено на {n}% {w}",
    "{n} пайыз {w}",
    "{w} {n} percent",
)
ROWS = [
    *[(COUNT, frame) for frame in FRAMES],
    *[(ROOMS, frame) for frame in FRAMES],
    *[(GOAL, frame) for frame in FRAMES],
    *[(MONEY, frame) for frame in MONEY_FRAMES],
    *[(PERCENT, frame) for frame in PERCENT_FRAMES],
]
KNOWN = (
    words_beside.ANY | words_beside.THINGS | words_beside.MONEY | words_beside.LEVELS | words_beside.PIECES
    | words_beside.PEOPLE | words_beside.AUXILIARY | words_beside.TOWARDS | {flat(c) for c in "kкmмbиі"}
    | {flat(w) for w in ("из", "of", "сы", "сі", "ын", "ін", "си", "ин", "м2")}
)  # fmt: skip


def is_recorded(recorded: Read) -> bool:
    """Whether something counts, and not a refusal."""
    return isinstance(recorded, dict | Outcome)


def is_known(word: str) -> bool:
    """Whether the readers know a word: a unit, a number, a word of the row, one that leaves a figure as it is."""
    listed = flat(word) in KNOWN or is_unit_word(word) or is_number_word(word)
    return listed or is_of(word, f"{ROW} кабинетов")


unknown_words = st.text(LETTERS, min_size=1, max_size=14).filter(lambda w: not is_known(w))


@given(
    unknown_words, st.integers(0, 20_000), st.sampled_from(ROWS), st.sampled_from(LANGUAGES), st.booleans()
)
@example("не", 40, (COUNT, "{w} {n}"), "ru", False)
@example("ы", 40, (COUNT, "{n}-{w}"), "kk", False)
@example("тоннаға", 40, (COUNT, "{n} {w}"), "kk", False)
@example("обучим", 40, (COUNT, "{w} {n}"), "ru", True)
def test_beside_a_word_that_is_not_known_nothing_is_recorded_unasked(
    word: str, number: int, row: tuple[Measure, str], language: str, capital: bool
) -> None:
    asked, frame = row
    text = frame.format(w=word.capitalize() if capital else word, n=number)
    recorded, _ = told(text, asked, language=language)
    assert not is_recorded(recorded), (text, recorded)


signs = st.characters(
    exclude_categories=("L", "N", "Z", "C", "M"), exclude_characters=".,:;!-«»\"'()+%₸№–—‐‑‒―−’‘`„“”‟"
).filter(lambda sign: unicodedata.is_normalized("NFKC", sign))


@given(
    signs, st.integers(0, 20_000), st.sampled_from((COUNT, MONEY, PERCENT, GOAL)), st.sampled_from(LANGUAGES)
)
@example("½", 94, COUNT, "ru")
@example("₂", 12, COUNT, "en")
@example("‰", 40, PERCENT, "kk")
@example("💵", 40, MONEY, "kk")
def test_beside_a_sign_that_is_not_known_nothing_is_recorded_unasked(
    sign: str, number: int, asked: Measure, language: str
) -> None:
    for text in (
        f"{sign}{number}",
        f"{number}{sign}",
        f"{sign} {number}",
        f"{number} {sign}",
        f"{number}, {sign}",
    ):
        recorded, _ = told(text, asked, language=language)
        assert not is_recorded(recorded), (text, recorded)


@given(
    unknown_words, st.sampled_from(("D {w}", "{w} D", "{w} внедрение", "внедрили {w}", "{w}, D", "D: {w}"))
)
@example("не", "{w} D")
def test_beside_a_stage_too(word: str, frame: str) -> None:
    assume(flat(word) not in words_beside.STAGE | {"r", "f", "d", "д"} and not is_of(word, STAGE_WORDS))
    recorded, _ = told(frame.format(w=word), STAGE)
    assert not is_recorded(recorded)

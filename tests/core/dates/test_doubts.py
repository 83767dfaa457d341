"""Times that leave open which day or which year is meant: asked about, never turned into a day."""

from __future__ import annotations

from datetime import date

import pytest

from core.dates.typed_days import forecast_beside, read_day_of_year, read_forecast
from core.kernel.errors import UnreadableInput

TODAY = date(2024, 3, 26)

VAGUE = [
    # Seasons
    "осенью", "летом", "весной", "зимой", "к осени", "до лета", "в конце лета", "летом 2025", "осенью 2024 года",
    "весной следующего года", "к зиме", "в начале осени",
    "күзде", "жазда", "көктемде", "қыста", "күзге дейін", "жаздың соңында", "2025 жылдың жазында", "келесі көктемде",
    "in the autumn", "in summer", "by spring", "this summer", "summer 2025", "in the summer of 2025", "next fall",
    "by the end of the summer",
    # Beginnings, middles and halves
    "в середине мая", "середина июня", "до середины мая", "в начале июня", "в начале мая 2025", "в первой половине мая",
    "во второй половине мая", "в первой половине", "в начале следующего месяца", "в середине следующего месяца",
    "в начале 2 квартала", "в середине года", "в начале недели", "начало июня",
    "мамырдың ортасында", "мамырдың ортасына дейін", "мамыр айының ортасы", "мамырдың басында", "маусымның басы",
    "мамырдың бірінші жартысында", "келесі айдың басында", "шилденин ортасында", "жылдың ортасында",
    "late May", "early June", "mid May", "mid-May", "by mid-May", "in the middle of May", "beginning of June",
    "at the start of June", "early next month", "late in May", "the first half of May", "late April", "early in 2025",
    # Near something
    "ближе к маю", "ближе к 15 мая", "ближе к концу мая", "мамырға жақын", "closer to May", "nearer to the end of May",
    "towards the end of May",
    # Some
    "через несколько недель", "через пару месяцев", "через месяц-другой", "бірнеше аптадан кейін", "in a few weeks",
    "in a couple of weeks",
    # Feasts and seasons of something
    "жылыту маусымына дейін",
    # Till a year
    "до 2025 года", "к 2025 году", "до 2025", "до следующего года", "2025 жылға дейін", "2025 жылға қарай", "келесі жылға дейін",
    "by 2025", "before 2025", "before next year",
    # Till a month, a quarter, a week: before it, or until its end
    "к июню", "до мая", "до мая месяца", "до июня 2025 года", "к маю закончим", "до II квартала", "к третьему кварталу",
    "до следующей недели", "к следующему кварталу", "до второго полугодия", "мамырға дейін", "мамыр айына дейін", "мамырға қарай",
    "мамырга дейин", "2025 жылғы мамырға дейін", "екінші тоқсанға дейін", "2-тоқсанға қарай", "келесі аптаға дейін", "келесі айға шейін",
    "by May", "before May", "until June 2025", "by Q3", "by the third quarter of 2025", "before the next month", "by next week",
    # Or later
    "10 мая +", "10 May+", "10 мамыр+",
    "до Наурыза", "к Наурызу", "наурызға дейін", "Наурыз мейрамына дейін", "мамыр мерекелеріне дейін",
    "by the May holidays", "до конца майских праздников",
]  # fmt: skip

CHOICES = [
    "15 апреля или 15 мая", "5 или 7 мая", "15 или 20 мая", "июнь или июль", "в апреле или в мае", "либо в мае, либо в июне",
    "то ли 15, то ли 20 мая", "то ли в мае, то ли в июне", "2 или 3 квартал", "через 2 или 3 недели", "15 мая либо раньше",
    "15 сәуірде немесе 15 мамырда", "сәуірде немесе мамырда", "15 немесе 20 мамыр", "сәуірде әлде мамырда",
    "2 немесе 3 аптадан кейін", "15 мамыр болмаса 20 мамыр", "сауирде немесе мамырда",
    "April or May", "15 or 20 May", "either April or May", "in two or three weeks", "either 15 May or 15 June",
    "15 April or maybe 15 May", "Q2 or Q3", "15 May or so",
]  # fmt: skip

OF_ANOTHER = [
    # A beginning
    "начнём 8 апреля", "приступим 8 апреля", "начало работ 8 апреля", "стартуем 8 апреля", "работы начнутся 8 апреля",
    "с 8 апреля приступаем", "работы пойдут 8 апреля", "выйдем на объект 8 апреля", "groundbreaking on 8 April", "работы возобновятся 15 мая",
    "5 сәуірде бастаймыз", "5 сәуірде жұмысқа кірісеміз", "жұмыс 5 сәуірде басталады", "5 сауирде кирисемиз",
    "work starts 8 April", "we will begin on 8 April", "the works commence 8 April", "kick-off on 8 April",
    # The end of another thing
    "договор до 31 мая", "контракт заканчивается 31 мая", "отпуск до 20 апреля", "тендер 20 апреля",
    "гарантия истекает 31 мая", "лицензия действует до 31 мая",
    "шарт 30 мамырда аяқталады", "шарттың мерзімі 30 мамырда бітеді", "тендер 20 сәуірде өтеді", "демалысым 20 сәуірге дейін",
    "contract runs to 31 May", "my leave is until 20 April", "the tender is on 20 April", "term ends 31 May",
    "the guarantee expires on 31 May",
]  # fmt: skip
"""Of another thing than the end of the work, or of its beginning."""

ARRIVES = [
    "мердігер 8 сәуірде келеді", "жеткізуші 10 сәуірде әкеледі", "жабдық 10 сәуірде келеді",
    "жабдықты 10 сәуірге дейін жеткізеді", "ақша 10 сәуірде түседі", "ақша 10 сәуірге дейін түседі",
    "қаржы 10 сәуірде бөлінеді", "тендер 10 сәуірде", "тендер 10 сәуірде өтеді", "монтаж 8 сәуірде басталады",
    "монтаждың басталуы — 8 сәуір", "жұмыстың басы 8 сәуір", "комиссия 8 сәуірде келеді", "жеткізу 8 сәуірде",
    "жеткізілім 8 сәуір", "тауар 8 сәуірге дейін жетеді", "дәрігер 8 сәуірде шығады",
    "мердігер 8 сәуірде жұмысқа кіріседі", "ақша түскеннен кейін, 15 мамыр", "тендерден кейін, 15 мамыр",
    "тауар келген соң, 15 мамыр", "келісімшартқа 8 сәуірде қол қойылады", "аванс 8 сәуірде аударылады",
    "жабдық жолда, 8 сәуірде әкелінеді", "маман іссапардан 8 сәуірде оралады", "мәслихат 8 сәуірде қарайды",
    "қосалқы бөлшектер 8 сәуірге дейін болады", "маман 8 сәуірге дейін демалыста", "жол 8 сәуірге дейін жабық",
    "техника 8 сәуірге дейін бос емес",
    "после получения денег, 15 мая", "начало монтажа — 8 апреля", "поставщик привезёт 10 апреля",
    "ждём оборудование, доставка 12 апреля", "тендер 15 апреля", "нет денег, деньги придут 20 апреля",
    "финансирование откроют 1 мая", "деньги поступят до 10 апреля", "поставка 15 мая",
    "поставка оборудования до 15 мая", "оборудование привезут 15 мая", "оборудование поступит к 15 мая",
    "завезут материалы к 20 апреля", "подрядчик выйдет 8 апреля", "подрядчик зайдёт на объект 8 апреля",
    "комиссия приедет 8 апреля", "тренер приезжает 8 апреля", "тренер приедет к 8 апреля", "монтаж начнётся 8 апреля",
    "монтаж с 8 апреля", "выезд бригады — 8 апреля", "отгрузка 8 апреля", "заказали, отгрузят до 8 апреля",
    "сдвинули начало, 8 апреля", "трактор вернут 8 апреля", "аванс перечислят до 8 апреля", "аванс, 8 апреля",
    "оплата 8 апреля", "ждём поставку, приход 8 апреля", "нет врача, новый врач с 8 апреля", "врач выходит 8 апреля",
    "врач выйдет из отпуска 8 апреля", "врач возвращается 8 апреля", "вскрытие конвертов 8 апреля",
    "итоги торгов 8 апреля", "подписание договора 8 апреля", "подпишут договор до 8 апреля",
    "акимат выделит деньги до 8 апреля", "маслихат рассмотрит 8 апреля", "уточнение бюджета 8 апреля",
    "экспертиза будет готова 8 апреля", "экспертиза выдаст заключение до 8 апреля", "документы вернут к 8 апреля",
    "минфин согласует до 8 апреля", "нет света, включат 8 апреля", "после праздников, 15 мая",
    "после тендера, к 15 мая", "после поставки, до 15 мая", "нет сертификата, выдадут 8 апреля",
    "бригада будет 8 апреля", "запчасти будут 8 апреля", "запчасти будут к 8 апреля", "деньги будут к 8 апреля",
    "техника занята до 8 апреля", "специалист на больничном до 8 апреля", "специалист в отпуске до 8 апреля",
    "дорога закрыта до 8 апреля", "морозы до 8 апреля", "паводок до 8 апреля",
    "the contractor arrives on 8 April", "the supplier delivers on 8 April", "supplier will deliver by 8 April",
    "delivery on 8 April", "delivery by 8 April", "the equipment arrives by 8 April", "the equipment is due on 8 April",
    "money comes in on 8 April", "funding by 8 April", "funds expected by 8 April", "funds will be released by 8 April",
    "the tender is on 8 April", "after the tender, 15 May", "after the money arrives, 15 May",
    "start of installation - 8 April", "installation starts 8 April", "the crew comes on 8 April",
    "the trainer returns by 8 April", "the parts ship on 8 April", "payment on 8 April",
    "waiting for delivery, 8 April", "the ministry will approve by 8 April", "they will bring it by 8 April",
    "the doctor is back on 8 April", "parts come back by 8 April", "expert review ready by 8 April",
    "goods shipped by 8 April", "contractor expected by 8 April", "contractor on site by 8 April",
    "spare parts by 8 April", "staff away until 8 April", "the road is closed until 8 April",
    "the excavator is busy until 8 April", "power is off until 8 April", "frost until 8 April",
]  # fmt: skip
"""Of what arrives, is paid, decided or begun by others, of what has to come before, of what lasts until then."""

ONE_S_OWN = [
    ("поставка до 30 апреля, тогда и закроем", "2024-04-30"),
    ("привезут и установим к 15 мая", "2024-05-15"),
    ("средства освоим до 15 мая", "2024-05-15"),
    ("подрядчик закончит к 15 мая", "2024-05-15"),
    ("завершим поставку к 15 мая", "2024-05-15"),
    ("поставщик задержал, к 15 мая", "2024-05-15"),
    ("нет денег, 15 мая", "2024-05-15"),
    ("30 сәуірге дейін жеткізіп орындаймыз", "2024-04-30"),
    ("қаражатты 15 мамырға дейін игереміз", "2024-05-15"),
    ("жабдық келеді, 15 мамырда бітіреміз", "2024-05-15"),
    ("мердігер кешікті, 15 мамырға дейін", "2024-05-15"),
    ("delivery and completion by 30 April", "2024-04-30"),
    ("the parts arrive and we finish by 15 May", "2024-05-15"),
    ("funding is late, we will finish by 15 May", "2024-05-15"),
]

CONDITIONAL = [
    "если дадут деньги, 15 мая", "15 мая, если поставят", "при условии финансирования до 15 мая", "15 мая при поставке оборудования",
    "как только придут деньги, 15 мая", "15 мая, но всё зависит от поставщика", "в случае поставки 15 мая",
    "ақша түссе, сәуірде", "қаржы бөлінсе, 15 мамырда", "жабдық келсе 15 мамырға дейін", "егер берсе, 15 мамыр",
    "ақшасын алсақ, 15 мамырда бітіреміз", "15 мамырда, ауа райы жақсы болса", "акша тусе 15 мамырда", "каржы болинсе 15 мамырда",
    "if money comes, 15 May", "15 May if they deliver", "once funded, by 15 May", "provided it is funded, 15 May",
    "15 May, unless it rains", "as soon as the money comes, 15 May", "15 May, subject to funding",
    # Not known
    "не знаю, может 15 мая", "15 мая, но неизвестно", "неизвестно, обещают 15 мая", "трудно сказать, 15 мая",
    "комиссия 15 мая, когда закончим, не знаю", "15 мая под вопросом",
    "15 мамырда шығар, білмеймін", "белгісіз, 15 мамырда дейді", "нақты емес, 15 мамыр", "15 мамыр деп еді, белгисиз",
    "no idea, 15 May maybe", "don't know, say 15 May", "15 May but it is unclear", "not sure, 15 May", "15 May, hard to say",
]  # fmt: skip

BARE = [
    # Of the month that is told before it
    ("inspector arrives on 22 April, we'll be done on the 26th", "2024-04-26"),
    ("they come on 22 April, we finish by the 26th", "2024-04-26"),
    ("комиссия приедет 22 апреля, закончим 26-го", "2024-04-26"),
    ("комиссия 22 апреля, закроем к 26-му", "2024-04-26"),
    ("комиссия 22 мая, сделаем до 26 числа", "2024-05-26"),
    ("комиссия 22 сәуірде келеді, 26-сында бітіреміз", "2024-04-26"),
    ("комиссия 22 мамырда келеді, 26-сына дейін аяқтаймыз", "2024-05-26"),
    # The next such day, never today
    ("we'll be done on the 26th", "2024-04-26"),
    ("ready by the 28th", "2024-03-28"),
    ("закончим 26-го", "2024-04-26"),
    ("закроем к 28-му", "2024-03-28"),
    ("закончим 5-го", "2024-04-05"),
    ("26-сында бітіреміз", "2024-04-26"),
    ("28-іне дейін аяқтаймыз", "2024-03-28"),
    ("5-інде бітіреміз", "2024-04-05"),
]

BARE_OPEN = [
    "inspector arrives on 22 April, we'll be done on the 5th", "inspector arrives on 22 April and 3 May, we finish on the 26th",
    "комиссия приедет 22 апреля, закончим 5-го", "комиссия 22 апреля и 3 мая, закончим 26-го",
    "договор подписан 12 марта, закончим 20-го", "приедут 22 апреля, закончим 31-го",
    "комиссия 22 сәуірде келеді, 5-інде бітіреміз", "the order of 12 February came, we finish on the 20th",
]  # fmt: skip

NO_BARE = ["до 26-го кабинета", "12 бөлменің 11-інде жөндеу бітеді", "the 5th floor", "12-ден 10-ы дайын"]

EITHER_WEEK = [
    "в следующую пятницу", "к следующей пятнице", "до следующей среды", "в следующее воскресенье", "в будущую субботу",
    "келесі жұма", "келесі жұмаға дейін", "келесі бейсенбіде", "келер жұма күні", "келеси сәрсенбі",
    "next Friday", "by next Wednesday", "next Sunday", "the following Friday",
]  # fmt: skip

PASSED = [
    ("15 марта", "15.03.2025"),
    ("к 15 марта", "15.03.2025"),
    ("15.03", "15.03.2025"),
    ("25 марта", "25.03.2025"),
    ("в феврале", "28.02.2025"),
    ("до конца января", "31.01.2025"),
    ("15 января", "15.01.2025"),
    ("с 5 по 7 марта", "07.03.2025"),
    ("первая декада марта", "10.03.2025"),
    ("двадцатого марта", "20.03.2025"),
    ("10 наурыз", "10.03.2025"),
    ("10 наурызға дейін", "10.03.2025"),
    ("ақпанда", "28.02.2025"),
    ("наурыздың 10-ына дейін", "10.03.2025"),
    ("оныншы наурыз", "10.03.2025"),
    ("10 March", "10.03.2025"),
    ("by March 10", "10.03.2025"),
    ("the tenth of March", "10.03.2025"),
    ("in February", "28.02.2025"),
    ("by the end of January", "31.01.2025"),
]

DEFINITE = [
    ("конец мая", "2024-05-31"),
    ("в конце мая", "2024-05-31"),
    ("к концу года", "2024-12-31"),
    ("ближе к делу, 15 мая", "2024-05-15"),
    ("мамырдың соңы", "2024-05-31"),
    ("жылдың соңына дейін", "2024-12-31"),
    ("end of May", "2024-05-31"),
    ("the delivery is late but we will finish by 15 May", "2024-05-15"),
    ("15 марта 2025", "2025-03-15"),
    ("наурызда", "2024-03-31"),
    ("28 наурызға дейін", "2024-03-28"),
    ("через полгода", "2024-09-26"),
    ("2024 жылдың маусымында", "2024-06-30"),
    ("1 маусымына дейін", "2024-06-01"),
    ("in half a year", "2024-09-26"),
    ("во втором полугодии", "2024-12-31"),
    ("second half of the year", "2024-12-31"),
    ("первая декада мая", "2024-05-10"),
    ("в следующем году", "2025-12-31"),
    ("до 15 мая, вопрос поставки решён", "2024-05-15"),
    ("15 мамырға дейін, кеңседе бітеді", "2024-05-15"),
    ("договор подписан, закончим 15 мая", "2024-05-15"),
    ("шарт жасалды, 15 мамырда бітіреміз", "2024-05-15"),
    ("the contract is signed, we finish on 15 May", "2024-05-15"),
    # A weekday of next week, and one that is over in this
    ("в пятницу на следующей неделе", "2024-04-05"),
    ("до пятницы следующей недели", "2024-04-05"),
    ("на следующей неделе, в пятницу", "2024-04-05"),
    ("на следующей неделе к четвергу", "2024-04-04"),
    ("келесі аптаның жұмасы", "2024-04-05"),
    ("келесі аптаның жұмасына дейін", "2024-04-05"),
    ("келесі аптада сәрсенбі күні", "2024-04-03"),
    ("келеси аптанын бейсенбисине дейин", "2024-04-04"),
    ("Friday next week", "2024-04-05"),
    ("by Friday of next week", "2024-04-05"),
    ("next week on Wednesday", "2024-04-03"),
    ("в следующий понедельник", "2024-04-01"),
    ("в следующий вторник", "2024-04-02"),
    ("келесі дүйсенбі", "2024-04-01"),
    ("next Tuesday", "2024-04-02"),
    ("this Friday", "2024-03-29"),
    ("в эту пятницу", "2024-03-29"),
]

EXCHANGED = [
    "04/05/2024",
    "by 04/05/2024",
    "should be ready 04/05/2024",
    "4/5",
    "04/05/24",
    "5/4/2024",
    "04-05-2024",
]


@pytest.mark.parametrize("typed", VAGUE)
def test_a_vague_time_is_no_day(typed: str) -> None:
    assert refused(typed) in ("day-not-alone", "day-not-read")
    assert forecast_beside(f"Поставщик задержал, закроем {typed}", TODAY) is None


@pytest.mark.parametrize("typed", CHOICES)
def test_one_of_two_is_asked_about(typed: str) -> None:
    assert refused(typed) in ("day-not-alone", "day-not-read")
    assert forecast_beside(f"Нет денег, {typed}", TODAY) is None


@pytest.mark.parametrize("typed", OF_ANOTHER)
def test_the_day_of_another_thing_or_of_a_beginning_is_asked_about(typed: str) -> None:
    assert refused(typed) in ("day-of-another", "day-not-alone", "day-not-read")
    assert forecast_beside(f"Нет денег, {typed}", TODAY) is None


@pytest.mark.parametrize("typed", ARRIVES)
def test_the_day_on_which_something_arrives_is_asked_about(typed: str) -> None:
    assert refused(typed) in ("day-of-another", "day-not-alone", "day-not-read")
    assert forecast_beside(typed, TODAY) is None
    assert forecast_beside(f"Не успели; {typed}", TODAY) is None


@pytest.mark.parametrize(("typed", "meant"), ONE_S_OWN)
def test_the_day_of_ones_own_work_is_taken_beside_what_arrives(typed: str, meant: str) -> None:
    found = forecast_beside(typed, TODAY)
    assert found is not None
    assert found.day == date.fromisoformat(meant)


@pytest.mark.parametrize("typed", CONDITIONAL)
def test_what_hangs_on_a_condition_or_is_not_known_is_asked_about(typed: str) -> None:
    assert refused(typed) in ("day-not-alone", "day-not-read")
    assert forecast_beside(f"Нет денег, {typed}", TODAY) is None


@pytest.mark.parametrize(("typed", "meant"), BARE)
def test_a_bare_day_is_of_the_month_before_it_or_the_next_such_day(typed: str, meant: str) -> None:
    found = forecast_beside(typed, TODAY)
    assert found is not None
    assert found.day == date.fromisoformat(meant)


@pytest.mark.parametrize("typed", BARE_OPEN)
def test_a_bare_day_that_may_be_of_two_months_is_asked_about(typed: str) -> None:
    assert refused(typed) in ("day-not-alone", "day-not-in-calendar")
    assert forecast_beside(typed, TODAY) is None


@pytest.mark.parametrize("typed", NO_BARE)
def test_an_ordinal_of_another_thing_is_no_day(typed: str) -> None:
    assert refused(typed) in ("day-not-alone", "day-not-read")


def test_a_bare_day_is_never_today_nor_of_a_month_that_lacks_it() -> None:
    assert read_forecast("the 31st", date(2024, 3, 31)).day == date(2024, 5, 31)
    assert read_forecast("к 30-му", date(2024, 1, 30)).day == date(2024, 3, 30)


@pytest.mark.parametrize("typed", EITHER_WEEK)
def test_the_next_weekday_while_this_weeks_is_to_come_is_asked_about(typed: str) -> None:
    assert refused(typed) == "day-not-alone"
    assert forecast_beside(f"Нет денег, закроем {typed}", TODAY) is None


@pytest.mark.parametrize(("typed", "example"), PASSED)
def test_of_a_day_that_has_just_passed_the_year_is_asked(typed: str, example: str) -> None:
    with pytest.raises(UnreadableInput) as refusal:
        read_forecast(typed, TODAY)
    assert refusal.value.message_id == "day-of-which-year"
    assert refusal.value.args_for_text == {"typed": typed, "example": example}
    assert forecast_beside(f"Нет денег, {typed}", TODAY) is None


@pytest.mark.parametrize("typed", ["15 марта", "15 наурызға дейін", "by 15 March", "15.03"])
def test_what_passed_more_than_half_a_year_ago_is_next_years(typed: str) -> None:
    assert read_forecast(typed, date(2024, 11, 20)).day == date(2025, 3, 15)
    assert read_day_of_year(typed, TODAY) == date(2025, 3, 15)


@pytest.mark.parametrize(("typed", "meant"), DEFINITE)
def test_what_has_a_last_day_is_read(typed: str, meant: str) -> None:
    assert read_forecast(typed, TODAY).day == date.fromisoformat(meant)


@pytest.mark.parametrize("typed", EXCHANGED)
def test_in_english_a_day_that_can_be_read_in_two_ways_is_asked_about(typed: str) -> None:
    assert refused(typed, "en") == "day-two-ways"
    assert forecast_beside(f"No money, {typed}", TODAY, "en") is None
    assert refused(typed, "ru") is None


@pytest.mark.parametrize("typed", ["04.05.2024", "05/05/2024", "25/05/2024", "2024/05/04", "4.5"])
def test_what_can_be_read_in_one_way_alone_is_read_in_english_too(typed: str) -> None:
    assert refused(typed, "en") is None


def refused(typed: str, language: str | None = None) -> str | None:
    """The id of the refusal; None where the text is read."""
    try:
        read_forecast(typed, TODAY, language)
    except UnreadableInput as refusal:
        return refusal.message_id
    return None

"""Who stands on which card when the older program ends: one person a card, each with a fixed way there."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

from tests.transcript.phones import Phone, Scene
from tests.transcript.running import PLANS
from tests.transcript.stories import (
    ECONOMIST,
    ENGINEER,
    SCHOOLS,
    SHARED,
    Step,
    arguments,
    do,
    document,
    each,
    labelled,
    link_on,
    photo,
    plan,
    row,
)
from tests.transcript.words import FIRST, SAID, SECOND, plan_file

LANGUAGES = ("ru", "kk", "en")
"""Of the people, one after the other."""

OWN, HOSPITAL = "по развитию", "стратегическим"
"""Words of two plans' titles that no other has."""


EXTRA = "5;Учёт показателей;Отчёт;ежеквартально;Статист;штук;2;2;2;2"


def post(name: str) -> Callable[[Phone], object]:
    """Opens the card of a post, whichever page of the list it is on."""

    def go(phone: Phone) -> None:
        phone.type("/people")
        for _ in range(8):
            if (button := phone.labelled(name) or phone.labelled("▶️")) is None:
                return
            phone.press(button)
            if name in button[2]:
                return

    return go


def maybe(action: str) -> Callable[[Phone], object]:
    """A tap, where the card has it."""
    return each(action, at_most=1)


def ask(phone: Phone) -> None:
    """On to the reason of a request."""
    phone.tap(*arguments(phone, "rqset", "why"))


def rule(title: str, part: str) -> Callable[[Phone], object]:
    """Opens one part of a plan's rules."""

    def go(phone: Phone) -> None:
        do(phone, "/rules", labelled(title), lambda p: p.tap(*arguments(p, "rset", part)))

    return go


ENGINEERS: dict[str, tuple[Step, ...]] = {
    "request": (row("Исправность"), ("rq",)),
    "request of work": (row("Исправность"), ("rq",), ("rqfor",)),
    "request why": (row("Снижение доли прост"), ("rq",), ("rqset",), ask),
    "not required": (row("Жалобы"), ("rq",), ("rqnot",)),
    "waits": (row("Жалобы"), ("rq",), ("rqnot",), "Передано городу", ("rq",)),
    "asked another day": (row("Поверка манометров"), ("rq",), "30.04.2024", ask),
    "several plans": ("/tasks",),
    "home": (plan(OWN),),
    "list": (plan(OWN), ("list",), ("lpage", 1)),
    "list as it ends": (plan(OWN), ("list",), labelled("▶️"), labelled("▶️")),
    "sweep": (plan(OWN), ("bulk",), ("tick",)),
    "first row": ("/report",),
    "odd figure": (row("Обучение медсестёр"), "4000"),
    "why": (row("Исправность"), "70"),
    "when": (row("Снижение доли прост"), "5", ("why",)),
    "sources": (row("Закуп аппарата гемо"), ("plan",), "4"),
    "meant": (row("Закуп аппарата Холтер"), "5800000"),
    "paper": (row("Текущий ремонт"), ("paper",)),
    "told": (row("Поверка манометров"), "всё поверили"),
    "read off a photo": (row("Утверждение графика"), photo(3, "Сертификат № 44 от 10.03.2024")),
    "why in part": (row("Открытие учебного класса"), ("part",)),
    "figures of a goal": (row("Замена лифтов"), "3"),
    "goal of two": (row("Строительство"), "2"),
    "stage": (row("Модуль"),),
    "stage behind": (row("Интеграция"), ("stage",)),
    "since the year began": (row("Оцифровка"), "90"),
    "threshold": (row("Исполнение договоров"), ("figure",)),
    "planned zero": (row("Жалобы"), "3"),
    "indicator": (row("Снижение доли оборуд"),),
    "recorded": (row("Текущий ремонт"), ("plan",)),
    "not done": (row("Поверка манометров"), ("none",)),
    "deadlines": ("/deadlines",),
    "settings": ("/settings",),
    "whose substitute": ("/settings", ("sub",)),
    "substitute when": ("/settings", ("sub",), ("subwho",)),
    "help": ("/help",),
    "lead": (row("Открыть кабинеты", SHARED),),
    "parts": (row("Открыть кабинеты", SHARED), ("gparts",)),
    "a part": (row("Открыть кабинеты", SHARED), ("gparts",), ("gpart",)),
    "without": (row("Открыть кабинеты", SHARED), ("gather",)),
    "lead by hand": (row("Охват скринингом", SHARED), "70"),
    "receipt": (row("Закуп аппарата Холтер"), ("plan",), plan(OWN), ("submit",), ("handin",)),
    "taking out": (plan(OWN), ("bulk",), ("bpage", 1)),
    "submit": (row("Обучение медсестёр"), "40", plan(OWN), ("submit",)),
    "history": ("/history",),
    "handed in": ("/history", ("hlist",)),
    "a version": ("/history", ("hlist",), ("past",)),
    "correcting": ("/history", ("hlist",), ("past",), ("card",), "5900"),
    "an old card": ("/report", "ъ"),
}

COLLEAGUES: dict[str, tuple[Step, ...]] = {
    "part": (
        row("Открыть кабинеты", SHARED),
        ("note",),
        "В трёх школах",
        "5",
        plan(SHARED),
        ("submit",),
        ("handin",),
    ),
    "taking part": ("/joint",),
    "row of others": ("/joint", ("jrow",)),
    "said of others": ("/joint", ("jrow",), "Смета пересчитана"),
    "account": (row("Провести дни", SHARED), ("note",)),
    "own home": ("/tasks",),
}

MANAGERS: dict[str, tuple[Step, ...]] = {
    "plans": ("/summary",),
    "summary": ("/summary", labelled(OWN)),
    "shared summary": ("/summary", labelled(SHARED)),
    "whole plan": ("/summary", labelled(OWN), ("sum", 1, "all")),
    "section": ("/summary", labelled(OWN), ("ssec",)),
    "activity": ("/summary", labelled(OWN), ("ssec",), ("sact",)),
    "report": ("/summary", labelled(OWN), ("ssec",), ("sact",), ("srep",)),
    "by post": ("/summary", labelled(OWN), ("sumby", 1, "2024-Q1", "p")),
    "post": ("/summary", labelled(OWN), ("sumby", 1, "2024-Q1", "p"), ("spost",)),
    "overdue": ("/overdue",),
    "review": ("/review",),
    "reviewing": ("/review", ("srep",)),
    "returning": ("/review", ("srep",), ("rvback",)),
    "request": ("/review", ("rqsee",)),
    "refusing": ("/review", ("rqsee",), ("rqno",)),
    "nothing to report": ("/tasks",),
}

COORDINATORS: dict[str, tuple[Step, ...]] = {
    "home": ("/tasks",),
    "plans": ("/plans",),
    "samples": ("/plans", ("samples",)),
    "owners": ("/plans", labelled(OWN)),
    "owners to confirm": ("/plans", labelled(HOSPITAL)),
    "a group": ("/plans", labelled(HOSPITAL), ("group",)),
    "rows and owners": ("/plans", labelled(HOSPITAL), ("orows",), labelled("▶️")),
    "a row's owner": ("/plans", labelled(OWN), ("orows",), ("orow",)),
    "members": (
        "/plans",
        labelled(HOSPITAL),
        ("orows",),
        labelled("▶️"),
        labelled("11. "),
        ("mrow",),
        ("mtick",),
    ),
    "indicators": ("/plans", labelled(HOSPITAL), ("inds",)),
    "indicator": ("/plans", labelled(HOSPITAL), ("inds",), ("ind",)),
    "editions": ("/plans", labelled(OWN), ("eds",)),
    "rows of an edition": ("/plans", labelled(OWN), ("rows",)),
    "reading": (lambda p: _waiting(p, 0),),
    "doubt": (lambda p: _waiting(p, 0), ("doubt",)),
    "rows that were read": (lambda p: _waiting(p, 0), ("rows",)),
    "goal to settle": (lambda p: _with(p, "goal"), ("goal",)),
    "goals of a row": (lambda p: _waiting(p, 2), ("rows",), ("goals",)),
    "one goal": (lambda p: _waiting(p, 2), ("rows",), ("goals",), ("goal",)),
    "edition": (lambda p: _with(p, "pair"),),
    "a pair": (lambda p: _with(p, "pair"), ("pair",)),
    "rows of the new edition": (lambda p: _with(p, "pair"), ("edrows",)),
    "which plan": (lambda p: _waiting(p, 0), ("edpick",)),
    "an organisation is missing": (lambda p: _waiting(p, 0), ("accept",)),
    "people": ("/people",),
    "post": (post(ECONOMIST),),
    "free post": (post("Управление спорта"),),
    "hand over": (post(ECONOMIST), ("give",)),
    "hand over to": (post(ECONOMIST), ("give",), ("giveto",)),
    "invite": ("/invite",),
    "invited": ("/invite", ("invite", "manager")),
    "who is absent": (post(ECONOMIST), ("subfor",)),
    "absent when": (post(ECONOMIST), ("subfor",), ("subwho",)),
    "rules of which plan": ("/rules",),
    "rules": ("/rules", labelled(OWN)),
    **{f"rule {part}": (rule(OWN, part),) for part in ("cycle", "due", "off", "opens", "closes", "who")},
    "rule tried": (rule(OWN, "due"), ("rtry",)),
    "reasons": ("/rules", labelled(OWN), ("rwhy",)),
    "summary": ("/summary",),
    "settings": ("/settings",),
    "help": ("/help",),
    "on behalf": (post(ECONOMIST), ("behalf",)),
    "row on behalf": (post(ECONOMIST), ("behalf",), maybe("heap"), ("go",)),
    "request on behalf": (post(ECONOMIST), ("behalf",), maybe("heap"), ("go",), ("rq",)),
    "deadlines on behalf": (post(ECONOMIST), ("behalf",), ("due",)),
}


def _waiting(phone: Phone, number: int) -> None:
    """Opens one of the plans that wait to be accepted."""
    phone.type("/plans")
    waiting = [b for b in phone.card() if "🕓" in b[2]]
    if number < len(waiting):
        phone.press(waiting[number])


def _with(phone: Phone, action: str) -> None:
    """Opens the first waiting plan whose card has that button."""
    for number in range(8):
        _waiting(phone, number)
        if phone.found(action) is not None:
            return


class Office:
    """Brings people in, one phone after the other: only who acts is looked at."""

    def __init__(self, scene: Scene, first: str) -> None:
        self.scene = scene
        self.people: list[tuple[str, Phone]] = []
        self.posts: dict[str, str] = {}
        self.chief = self._phone("chief")
        self.chief.start(first)
        do(self.chief, ("join",))

    def _phone(self, name: str) -> Phone:
        language = LANGUAGES[len(self.people) % len(LANGUAGES)]
        phone = self.scene.phone(f"Имя{len(self.people)}", language=language)
        self.people.append((name, phone))
        self.scene.phones = [phone]
        return phone

    def stands(self, name: str, *steps: Step) -> Phone:
        """Somebody who has not joined."""
        phone = self._phone(name)
        do(phone, *steps)
        return phone

    def link(self, *taps: Step) -> str:
        """The newest invitation of the chief's."""
        self.scene.phones = [self.chief]
        do(self.chief, *taps)
        return link_on(self.chief)

    def joins(self, name: str, links: list[str], *steps: Step) -> Phone:
        """Somebody who joins by links, and goes on to where they stand."""
        phone = self._phone(name)
        for link in links:
            phone.start(link)
            do(phone, ("join",))
        do(phone, *steps)
        return phone

    def to_post(self, name: str) -> str:
        """A link to a post. So many hold one here that its card would be longer than Telegram takes: the button of the
        link is pressed without it."""
        number = self.posts.setdefault(name, self._number(name))

        def invite(phone: Phone) -> None:
            phone.type("/people")
            message, data, _ = phone.card()[0]
            phone.old(message, f"{data.partition('.')[0]}.invite.officer.{number}")

        return self.link(invite)

    def _number(self, name: str) -> str:
        if name in self.posts:
            return self.posts[name]
        with closing(self.scene.machine.database()) as connection:
            found = connection.execute("SELECT id FROM post WHERE name = ?", (name,)).fetchone()
        return str(found[0])

    def role(self, name: str) -> str:
        return self.link("/invite", ("invite", name))


def stand(scene: Scene, first: str) -> list[tuple[str, Phone]]:
    """Brings everybody where they stand; `first` is the first coordinator's link. → (where, phone) in order of joining."""
    office = Office(scene, first)
    _plans(office.chief)
    former = office.joins("gave a post up", [office.to_post("Статист")], "/report", photo(5, ""), ("plan",))
    do(former, "/tasks", ("submit",), ("handin",))
    for name, steps in COLLEAGUES.items():
        office.joins(f"colleague: {name}", [office.to_post(ECONOMIST), office.to_post(SCHOOLS)], *steps)
    for name, steps in ENGINEERS.items():
        office.joins(f"engineer: {name}", [office.to_post(ENGINEER)], *steps)
    for name, steps in MANAGERS.items():
        office.joins(f"manager: {name}", [office.role("manager")], *steps)
    scene.phones = [office.chief]
    do(office.chief, post("Статист"), ("off",), "/plans")
    scene.phones = [former]
    do(former, "/history", ("given",), ("gave",))
    for name, steps in COORDINATORS.items():
        office.joins(f"coordinator: {name}", [office.role("coordinator")], *steps)
    office.stands("stranger", "/start")
    office.stands("invited", lambda p: p.start(office.to_post(ENGINEER)))
    office.stands("invited to manage", lambda p: p.start(office.role("manager")))
    return office.people


def _plans(chief: Phone) -> None:
    """Two live plans with a row of each kind, one to be confirmed, and four that wait: doubts, goals, an edition."""
    name = SAID["ru"]["organisation"]
    hospital = (PLANS / "hospital-2024.docx").read_bytes()
    city = (PLANS / "almaty-2030.xlsx").read_bytes()
    kinds = (PLANS / "every-kind-2024.xlsx").read_bytes()
    binary = "application/octet-stream"
    do(
        chief,
        "/plans",
        labelled(OWN),
        ("inds",),
        ("ind",),
        labelled(ENGINEER),
        rule(SHARED, "who"),
        lambda p: p.tap(*arguments(p, "rtry", "each")),
        ("ruleok",),
        document("План больницы.docx", hospital, binary),
        maybe("edno"),
        ("doubt",),
        each("answer", at_most=8),
        ("accept",),
        name,
        rule(HOSPITAL, "who"),
        lambda p: p.tap(*arguments(p, "rtry", "each")),
        ("ruleok",),
        document("план.csv", plan_file(*FIRST, EXTRA), "text/csv"),
        maybe("edno"),
        maybe("doubt"),
        each("answer", at_most=4),
        ("accept",),
        name,
        ("ownok",),
        document("Виды.xlsx", kinds, binary),
        maybe("edno"),
        document("Город.xlsx", city, binary),
        maybe("edno"),
        document("план.csv", plan_file(*SECOND), "text/csv"),
        maybe("edof"),
        document("больница.docx", hospital, binary),
        maybe("edno"),
        "/plans",
    )

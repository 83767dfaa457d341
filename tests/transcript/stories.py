"""The stories: a quarter of those who report and those who read it, and how a coordinator sets everything up."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.transcript.looking import Looker
from tests.transcript.phones import Phone, Scene
from tests.transcript.running import PLANS, Machine
from tests.transcript.words import FIRST, SAID, SECOND, picture, plan_file

BEGINS = datetime(2024, 3, 26, 4, 20, tzinfo=UTC)
"""Twenty past nine in the morning in Almaty, a Tuesday: the first quarter's reports are open."""

DAYS = tuple(
    datetime(2024, month, day, 4, 20, tzinfo=UTC)
    for month, day in ((4, 2), (4, 4), (4, 5), (4, 8), (4, 9), (4, 10), (4, 15))
)
"""Before the reports are due, the day itself, and the days on which who is late is told."""

CLOSED = datetime(2024, 4, 22, 4, 20, tzinfo=UTC)
NEXT_QUARTER = datetime(2024, 6, 27, 4, 20, tzinfo=UTC)

OWN, SHARED = "План мероприятий", "Межведомственный"
ENGINEER, ECONOMIST, SCHOOLS = "Главный инженер", "Экономист", "Управление образования"
LINKS = "links.txt"

Step = str | tuple[object, ...] | Callable[[Phone], object]
"""What is typed, a tap (action and first arguments), or anything else that is done with the phone."""


def make_template(machine: Machine) -> None:
    """The two plans of a row of each kind are live, and links lie ready for everybody, in `links.txt`."""
    for name in ("every-kind-2024.xlsx", "shared-2024.xlsx"):
        _ok(machine, "plan", "load", str(PLANS / name), "--accept", "--organisation", "Центр сердца")
    posts = [("officer", post) for post in (ENGINEER, ECONOMIST, SCHOOLS, ENGINEER)]
    links = [_ok(machine, "invite", "--role", role, "--post", post) for role, post in posts]
    links += [_ok(machine, "invite", "--role", role) for role in ("manager", "coordinator")]
    (machine.folder / LINKS).write_text("\n".join(link.strip() for link in links))


def _ok(machine: Machine, *words: str) -> str:
    status, said = machine.command(*words)
    if status:
        raise ValueError(f"{words}: {said}")
    return said


def without_logs(folder: Path, target: Path) -> None:
    """A copy of a machine's data, to begin others with."""
    shutil.copytree(folder, target, ignore=shutil.ignore_patterns("*.log"))


def do(phone: Phone, *steps: Step) -> None:
    """One step after the other; what is not there is passed over, and that is written down."""
    for step in steps:
        if isinstance(step, str):
            phone.type(step)
        elif isinstance(step, tuple):
            phone.tap(str(step[0]), *step[1:])
        else:
            step(phone)


def photo(shade: int, caption: str) -> Callable[[Phone], object]:
    """A picture is sent."""
    return lambda phone: phone.send(
        "photo", (f"photo{shade}.png", "image/png", picture(shade)), caption=caption
    )


def document(name: str, content: bytes, mime: str, caption: str = "") -> Callable[[Phone], object]:
    """A file is sent."""
    return lambda phone: phone.send("document", (name, mime, content), caption=caption)


def labelled(words: str) -> Callable[[Phone], object]:
    """A tap on the button with these words."""

    def press(phone: Phone) -> None:
        button = phone.labelled(words)
        if button is None:
            phone.scene.book.write(phone.name, {"looks for label": words}, {})
        else:
            phone.press(button)

    return press


def plan(title: str) -> Callable[[Phone], object]:
    """Opens the home card of a plan, by how its title begins."""

    def go(phone: Phone) -> None:
        phone.type("/tasks")
        if phone.found("heap") is not None:
            labelled(title)(phone)

    return go


def row(title: str, of: str = OWN) -> Callable[[Phone], object]:
    """Opens a row's card from the list of its plan."""

    def go(phone: Phone) -> None:
        plan(of)(phone)
        phone.tap("list")
        for page in range(1, 9):
            button = phone.labelled(title)
            if button is not None:
                phone.press(button)
                return
            further = next(
                (b for b in phone.card() if b[1].split(".")[1] == "lpage" and b[1].endswith(f".{page}")), None
            )
            if further is None:
                return
            phone.press(further)

    return go


def each(action: str, *, at_most: int = 12) -> Callable[[Phone], object]:
    """Taps the action for as long as the card has it."""

    def go(phone: Phone) -> None:
        for _ in range(at_most):
            button = phone.found(action)
            if button is None:
                return
            phone.press(button)

    return go


def every(action: str, *back: Step) -> Callable[[Phone], object]:
    """Taps each button of the card with this action, and goes back after each."""

    def go(phone: Phone) -> None:
        wanted = [b[1].split(".")[1:] for b in phone.card() if b[1].split(".")[1] == action]
        for words in wanted:
            phone.tap(*words)
            do(phone, *back)

    return go


def notice(action: str) -> Callable[[Phone], object]:
    """A tap on what came by itself."""
    return lambda phone: phone.notice(action)


@dataclass
class Cast:
    """Who plays."""

    scene: Scene
    links: list[str]
    officer: Phone
    colleague: Phone
    manager: Phone
    coordinator: Phone
    stranger: Phone

    @property
    def said(self) -> dict[str, str]:
        return SAID[self.scene.book.language]


# The quarter


def quarter(scene: Scene) -> None:
    """Everybody's quarter on two plans."""
    cast = _everybody(scene)
    _joining(cast)
    _set_up(cast)
    _colleague(cast)
    _requests(cast)
    _slips(cast)
    _files(cast)
    _rows(cast)
    _sweep_and_submit(cast)
    _consolidation(cast)
    _manager(cast)
    _leave(cast)
    _behalf(cast)
    _rules(cast)
    _days(cast)
    _after_closing(cast)
    _look_around(cast, 70)
    scene.clock(NEXT_QUARTER)
    _whole_quarter(cast)
    _look_around(cast, 60)
    _commands(scene)


def _everybody(scene: Scene) -> Cast:
    links = (scene.machine.folder / LINKS).read_text().split("\n")
    people = (
        ("Данияр", "Оспанов"),
        ("Айша", "Каримова"),
        ("Гүлнар", "Серікова"),
        ("Сауле", "Ахметова"),
        ("Ержан", None),
    )
    phones = [scene.phone(first, last) for first, last in people]
    return Cast(scene, links, *phones)


def _joining(cast: Cast) -> None:
    engineer, economist, schools, spare, manager, coordinator = cast.links
    stranger, language = cast.stranger, cast.scene.book.language
    do(stranger, "/start", "hello", "/tasks", "/help", ("askin",), photo(1, ""))
    stranger.start("start=" + "x" * 22)
    stranger.start(spare)
    for other in ("kk", "ru", "en", language):
        do(stranger, ("invlang", other))
    do(stranger, ("notme",))
    for phone, link in (
        (cast.coordinator, coordinator),
        (cast.officer, engineer),
        (cast.colleague, economist),
        (cast.colleague, schools),
        (cast.manager, manager),
    ):
        phone.start(link)
        do(phone, ("join",))
    stranger.start(manager)
    for phone in (cast.officer, cast.manager, cast.coordinator):
        do(phone, "/help", "/cancel", "/nothing", "ъ", "/settings", ("hour",), ("lang", language))


def _set_up(cast: Cast) -> None:
    """The engineer gives the indicator's fact; each body of the shared plan reports."""
    do(
        cast.coordinator,
        "/plans",
        labelled(OWN),
        ("inds",),
        ("ind",),
        labelled(ENGINEER),
        "/plans",
        labelled(OWN),
        ("orows",),
        ("orow",),
        ("rrow",),
        ("rrow",),
        "/rules",
        labelled(SHARED),
        lambda p: p.tap(*arguments(p, "rset", "who")),
        lambda p: p.tap(*arguments(p, "rtry", "each")),
        ("ruleok",),
    )
    do(cast.officer, plan(OWN), ("bulk",), ("bpage",), ("tick",), ("bpage",))


def arguments(phone: Phone, action: str, *has: str) -> tuple[str, ...]:
    """The first button of an action that has these words among its arguments."""
    found = [b[1].split(".")[1:] for b in phone.card() if b[1].split(".")[1] == action]
    words = next((w for w in found if set(has) <= set(w)), [action, *has])
    return tuple(words)


def _colleague(cast: Cast) -> None:
    w = cast.said
    do(
        cast.colleague,
        "/joint",
        ("jrow",),
        w["joint"],
        photo(2, ""),
        ("jback",),
        "/joint",
        ("jrow",),
        w["joint"],
        row("Открыть кабинеты", SHARED),
        ("note",),
        w["account"],
        photo(4, ""),
        "5",
        plan(SHARED),
        ("submit",),
        ("handin",),
    )


def _rows(cast: Cast) -> None:
    """Each row as its kind wants."""
    w = cast.said
    do(
        cast.officer,
        "/tasks",
        ("due",),
        each("duepage", at_most=3),
        plan(OWN),
        ("go",),
        ("plan",),
        ("undo",),
        ("plan",),
        row("Текущий ремонт"),
        ("jtake",),
        w["less"],
        w["reason"],
        ("when",),
        row("Текущий ремонт"),
        ("paper",),
        w["paper"],
        ("paper",),
        ("none",),
        row("Закуп аппарата гемо"),
        ("plan",),
        "4",
        w["sources"],
        ("undo",),
        ("asplan",),
        row("Снижение доли прост"),
        w["down"],
        ("paper",),
        w["paper"],
        w["certificate"],
        ("plan",),
        ("next",),
        ("figure",),
        ("card",),
        row("Поверка манометров"),
        photo(3, w["photo"]),
        ("sure",),
        row("Открытие учебного класса"),
        ("part",),
        w["part"],
        row("Модуль"),
        ("next",),
        ("stage",),
        ("why",),
        ("when",),
        ("prev",),
        row("Оцифровка паспортов"),
        w["in words"],
        row("Снижение доли оборуд"),
        "4,5",
        ("why",),
        "30.04.2024",
        "/report",
        "ъ",
        ("told",),
        ("keepit",),
    )


def _slips(cast: Cast) -> None:
    """Figures that look like slips; what was meant, and what was kept all the same; words instead of a figure."""
    officer, w = cast.officer, cast.said
    do(
        officer,
        row("Обучение медсестёр"),
        w["account"],
        ("told",),
        "4000",
        ("slip",),
        "4000",
        ("sure",),
        ("undo",),
    )
    do(
        officer,
        row("Закуп аппарата Холтер"),
        "5800000",
        ("meant",),
        ("undo",),
        "5800000",
        ("sure",),
        ("undo",),
    )
    do(officer, row("Текущий ремонт"), "950", ("slip",), "11 900 000", ("meant",), ("why",), ("when",))
    do(officer, row("Оцифровка паспортов"), ("none",), ("why",), ("when",), ("undo",), ("undo",), ("undo",))
    do(officer, row("Закуп аппарата гемо"), "5,8 5,9", w["in words"], ("sure",), "-4", "0", ("asplan",))


def _files(cast: Cast) -> None:
    """Every kind of file where it is asked for and where it is not."""
    w = cast.said
    officer = cast.officer
    do(
        officer,
        row("Исправность"),
        document("акт.pdf", b"%PDF-1.4 an act", "application/pdf"),
        document("акт.pdf", b"%PDF-1.4 an act", "application/pdf", caption=w["paper"]),
        document("torn.png", b"torn", "image/png"),
        lambda p: p.send("voice", ("v.ogg", "audio/ogg", b"OggS")),
        lambda p: p.send("video", ("v.mp4", "video/mp4", b"mp4")),
        lambda p: p.send(
            "photo", *((f"a{n}.png", "image/png", picture(40 + n)) for n in range(3)), caption="5"
        ),
        lambda p: p.place(),
        ("unpin",),
        row("Исполнение договоров"),
        document("акт.pdf", b"%PDF-1.4 an act", "application/pdf", caption=w["paper"]),
        ("unread",),
        ("keepit",),
        ("unpin",),
        document("акт.pdf", b"%PDF-1.4 an act", "application/pdf"),
        ("keepit",),
        row("Утверждение графика"),
        photo(3, w["photo"]),
        ("unread",),
        ("sure",),
        ("keepit",),
        "/tasks",
        photo(9, ""),
        lambda p: p.place(),
        lambda p: p.send("voice", ("v.ogg", "audio/ogg", b"OggS")),
    )
    cast.manager.send("photo", ("p.png", "image/png", picture(8)))


def _requests(cast: Cast) -> None:
    """Another day is granted; not required is refused, asked again and granted, and required again."""
    w, officer, manager = cast.said, cast.officer, cast.manager

    def ask(phone: Phone) -> None:
        phone.tap(*arguments(phone, "rqset", "why"))

    do(
        officer,
        row("Исправность"),
        ("rq",),
        "30.04.2024",
        ask,
        ("rq",),
        ("rqback",),
        ("rq",),
        "ъ",
        ("rqfor",),
        ("rqset",),
        ask,
    )
    do(manager, "/review", ("rqsee",), ("rqno",), ("rqsee",), notice("rqyes"), notice("srep"))
    do(officer, notice("tocard"), row("Жалобы на отопление"))
    owed = _row_of(officer)
    do(officer, ("rq",), ("rqnot",), w["not_required"], ("rq",))
    do(manager, notice("rqno"), w["refuse"])
    do(officer, notice("tocard"), row("Жалобы на отопление"), ("rq",), ("rqnot",), ask)
    do(manager, notice("rqyes"), "/review")
    do(officer, row("Жалобы на отопление"), "/deadlines", each("duepage", at_most=3), "/report")
    manager.old(min(manager.messages), f"0.srep.{owed}.0")
    do(manager, ("require",), "/review")
    manager.old(min(manager.messages), f"0.srep.{owed}.1")
    manager.old(min(manager.messages), "1.rvok.1")
    do(officer, "/tasks")


def _row_of(phone: Phone) -> str:
    """The number of the report whose card the phone shows."""
    found = phone.found("prev") or phone.found("rq")
    return found[1].split(".")[2] if found else "0"


def _sweep_and_submit(cast: Cast) -> None:
    do(
        cast.officer,
        plan(OWN),
        ("bulk",),
        ("tick",),
        ("tick",),
        ("bpage",),
        ("bulkok",),
        plan(OWN),
        ("list",),
        each("lpage", at_most=3),
        plan(OWN),
        ("submit",),
        ("look",),
        plan(OWN),
        ("submit",),
        ("list",),
        plan(OWN),
        ("submit",),
        ("handin",),
        "/history",
        ("hlist",),
        ("past",),
        ("list",),
        ("history",),
        "/report",
    )


def _consolidation(cast: Cast) -> None:
    """The lead of a shared row, with one report of two there."""
    officer = cast.officer
    do(
        officer,
        row("Открыть кабинеты", SHARED),
        ("gparts",),
        ("gpart",),
        ("gfile",),
        row("Открыть кабинеты", SHARED),
        ("gather",),
        ("gsure",),
        ("why",),
        ("when",),
        row("Открыть кабинеты", SHARED),
        ("gsay",),
        cast.said["account"],
        row("Охват скринингом", SHARED),
        ("gather",),
        "70",
        row("Провести дни", SHARED),
        "2",
        plan(SHARED),
        ("submit",),
        ("handin",),
    )
    do(cast.colleague, row("Открыть кабинеты", SHARED), ("gpart",))


def _manager(cast: Cast) -> None:
    """All of the summary, and the review."""
    w, manager, officer = cast.said, cast.manager, cast.officer
    for title in (OWN, SHARED):
        do(manager, "/summary", labelled(title))
        for by in [b[1].split(".")[1:] for b in manager.card() if b[1].split(".")[1] == "sumby"] or [
            ["sumby"]
        ]:
            do(
                manager,
                "/summary",
                labelled(title),
                tuple(by),
                ("spost",),
                ("rows",),
                ("srowp",),
                ("sback",),
                ("sback",),
            )
        do(manager, "/summary", labelled(title), ("ssec",), ("sact",), ("srep",), ("sfile",), ("sback",))
        do(manager, "/summary", labelled(title), ("xlsx",))
        do(manager, "/summary", labelled(title), ("over",), ("overp",), ("srep",), ("sback",), "/overdue")
    do(
        manager,
        "/review",
        labelled("Поверка манометров"),
        ("sfile",),
        ("srep",),
        "/review",
        ("srep",),
        ("rvnext",),
        ("rvok",),
        "/review",
        labelled("Холтер"),
        ("rvback",),
        w["return"],
    )
    do(manager, "/review", ("rv",), ("srep",), ("rvback",), ("rv",))
    do(
        officer,
        notice("tocard"),
        "/tasks",
        ("go",),
        row("Холтер"),
        ("past",),
        "6",
        ("plan",),
        plan(OWN),
        ("submit",),
        ("handin",),
    )
    do(manager, "/review", ("srep",), each("rvok", at_most=20))
    do(officer, "/history", ("hlist",), ("past",), ("card",))


def _leave(cast: Cast) -> None:
    """The officer goes on leave; the colleague stands in; it is ended early and named again by the coordinator."""
    w, officer = cast.said, cast.officer
    do(
        officer,
        "/settings",
        ("sub",),
        ("subwho",),
        "ъ",
        w["leave"],
        "/settings",
        ("subend",),
        "/settings",
        ("sub",),
        ("subwho",),
    )
    do(officer, ("subset",), "/settings", ("sub",), ("subpage",), ("subwho",), "с 26 марта по 1 апреля")
    do(cast.colleague, notice("home"), "/tasks", ("go",), ("plan",), "/settings")
    do(
        cast.coordinator,
        notice("unsub"),
        "/people",
        labelled(ENGINEER),
        ("subfor",),
        ("subwho",),
        w["leave"],
        "/people",
    )


def _behalf(cast: Cast) -> None:
    coordinator = cast.coordinator
    do(
        coordinator,
        "/people",
        labelled(ENGINEER),
        ("behalf",),
        ("due",),
        ("home",),
        ("go",),
        ("plan",),
        ("undo",),
    )
    do(coordinator, ("figure",), "7", ("rq",), "/tasks", ("submit",), ("handin",), "/tasks", ("behalfend",))
    do(
        coordinator,
        "/people",
        labelled(ENGINEER),
        ("give",),
        ("givepage",),
        ("giveto",),
        ("giveok",),
        "/people",
    )
    do(coordinator, "/people", ("people",), labelled(ENGINEER), ("give",), ("giveinv",), ("uninvite",))
    do(cast.officer, "/tasks", "/history", ("given",), ("gave",), ("given",))
    do(cast.officer, ("history",), ("given", 1), labelled("Поверка манометров"), ("gavefile",), ("given",))
    do(cast.officer, ("history",), "/history", "/report", "/deadlines", "/joint")
    do(coordinator, "/people", labelled(ENGINEER), ("give",), labelled("Данияр"), ("giveok",))


def _rules(cast: Cast) -> None:
    coordinator = cast.coordinator
    for title in (OWN, SHARED):
        do(coordinator, "/rules", labelled(title))
        parts = [b[1].split(".")[1:] for b in coordinator.card() if b[1].split(".")[1] == "rset"]
        for part in parts:
            do(coordinator, "/rules", labelled(title), tuple(part), ("rtry",), ("rules",), tuple(part), "12")
        do(coordinator, "/rules", labelled(title), ("rwhy",), ("rflip",), "Болезнь", ("rdel",), ("rstd",))
        do(coordinator, "/rules", labelled(title), ("rrow",), ("rulesp",), ("rrow",), ("rtry",), ("ruleok",))
        do(
            coordinator,
            "/rules",
            labelled(title),
            ("rkinds",),
            ("rtime",),
            ("rtval",),
            ("rules",),
            ("rkinds",),
            ("rtime",),
            "7",
        )
        do(
            coordinator,
            "/rules",
            labelled(title),
            ("starts",),
            "1 июля 2024",
            ("rules",),
            ("starts",),
            "март",
        )


def _days(cast: Cast) -> None:
    """The clock goes on over the end of the quarter, and people are reminded."""
    for at, day in enumerate(DAYS):
        cast.scene.clock(day)
        if at == 0:
            do(cast.officer, notice("snooze"), notice("rqpick"), notice("begin"), notice("home"))
        if at == 1:
            do(cast.colleague, notice("snooze"), notice("begin"))
            do(cast.manager, notice("over"), notice("sum"), "/overdue")
        do(cast.officer, "/deadlines", "/tasks")
        do(cast.manager, "/summary", "/overdue", notice("over"))


def _after_closing(cast: Cast) -> None:
    """The period is closed: a report is corrected with a reason."""
    w, officer = cast.said, cast.officer
    cast.scene.clock(CLOSED)
    for phone in (officer, cast.colleague):
        do(
            phone,
            notice("rqpick"),
            "/deadlines",
            row("Поверка манометров"),
            w["corrected"],
            "/tasks",
            plan(OWN),
        )
        do(phone, ("submit",), ("handin",), w["why"], row("Поверка манометров"), ("past",))


def _whole_quarter(cast: Cast) -> None:
    """The next quarter, all as planned."""
    for phone in (cast.officer, cast.colleague):
        for title in (OWN, SHARED):
            do(phone, plan(title), ("bulk",), ("bulkok",), ("handin",), plan(title), ("submit",), ("handin",))
    do(cast.manager, "/review", ("srep",), each("rvok", at_most=10), "/summary", labelled(OWN), ("sum",))


def _look_around(cast: Cast, steps: int) -> None:
    lookers = (
        Looker(cast.officer, "officer"),
        Looker(cast.colleague, "officer"),
        Looker(cast.manager, "manager"),
        Looker(cast.coordinator, "coordinator"),
    )
    for looker in lookers:
        looker.look(steps)


def _commands(scene: Scene) -> None:
    """What the administrator's commands say; the other languages' would be the same but for two."""
    language = scene.book.language
    for format in ("text", "json"):
        scene.command("summary", "1", "--format", format, "--language", language, "--period", "2024-Q1")
    if language == "ru":
        scene.command("plan", "list")
        scene.command("journal", "verify")
        scene.command("remind", "--dry-run", "--at", "2024-07-02T10:20:00")


# The coordinator's


def setting_up(scene: Scene) -> None:
    """A coordinator begins with nothing: plans, doubts, owners, people, a new edition."""
    status, link = scene.machine.command("invite", "--role", "coordinator")
    coordinator, officer, manager = scene.phone("Сауле"), scene.phone("Болат"), scene.phone("Гүлнар")
    coordinator.start(link.strip())
    do(
        coordinator,
        ("join",),
        "/plans",
        "/people",
        "/rules",
        "/invite",
        "/summary",
        "/review",
        "/overdue",
        "/tasks",
    )
    _templates(coordinator)
    _first_plan(coordinator)
    _people(coordinator, officer, manager)
    do(officer, "/report", ("plan",), "/tasks", ("submit",), ("handin",))
    _second_edition(coordinator)
    do(officer, "/tasks", "/history", "/report", "/deadlines")
    _other_files(coordinator)
    looker = Looker(coordinator, "coordinator")
    looker.look(200)
    Looker(officer, "officer").look(40)
    Looker(manager, "manager").look(40)
    scene.clock(DAYS[0])
    scene.clock(DAYS[3])
    looker.look(60)


def _templates(coordinator: Phone) -> None:
    do(
        coordinator,
        "/plans",
        ("template",),
        ("emptyplan",),
        ("plans",),
        ("samples",),
        ("sample",),
        ("plans",),
        "/cancel",
    )


def _send_plan(*rows: str) -> Callable[[Phone], object]:
    return document("план.csv", plan_file(*rows), "text/csv")


def _first_plan(coordinator: Phone) -> None:
    said = SAID[coordinator.scene.book.language]
    do(
        coordinator,
        _send_plan(*FIRST),
        ("rows",),
        ("pl",),
        ("doubt",),
        "ъ",
        said["deadline"],
        each("answer", at_most=4),
        ("doubt",),
        ("answer",),
        ("drop",),
        "/plans",
        _send_plan(*FIRST),
        ("doubt",),
        each("answer", at_most=4),
        ("accept",),
        "Я",
        said["organisation"],
        ("startson",),
        ("orows",),
        ("orow",),
        ("own",),
        ("orow",),
        "Статист",
        "/plans",
        ("pl",),
        ("ownok",),
        "/plans",
        ("pl",),
    )


def _people(coordinator: Phone, officer: Phone, manager: Phone) -> None:
    do(coordinator, "/people", ("post",), ("invite",), ("qr",))
    officer.start(link_on(coordinator))
    do(officer, ("invlang",), ("join",))
    do(coordinator, notice("unjoin"), "/people", labelled("Метролог"), ("invite",))
    officer.start(link_on(coordinator))
    do(officer, ("invlang", coordinator.scene.book.language), ("join",))
    do(coordinator, "/invite", ("invite", "coordinator"), ("uninvite",), "/invite", ("invite", "manager"))
    manager.start(link_on(coordinator))
    do(manager, ("join",), "/summary", "/review", "/overdue", "/tasks")
    do(coordinator, "/people", labelled("Экономист"), ("invite",))
    manager.start(link_on(coordinator))
    do(manager, ("join",), "/report", "/tasks")
    do(coordinator, "/people", labelled("Экономист"), ("off",), "/people", labelled("Метролог"))
    for number in range(9):
        do(coordinator, "/invite", ("invite", "manager"))
        other = coordinator.scene.phone(f"Имя{number}")
        other.start(link_on(coordinator))
        do(other, ("join",))
        coordinator.scene.phones.remove(other)


def link_on(coordinator: Phone) -> str:
    """The newest link on the coordinator's phone, as who is invited opens it."""
    for number in sorted(coordinator.messages, reverse=True):
        text = str(coordinator.messages[number])
        if "?start=" in text:
            return "start=" + re.match(r"[A-Za-z0-9_-]*", text.partition("?start=")[2])[0]  # type: ignore[index]
    return "start=none"


def _second_edition(coordinator: Phone) -> None:
    organisation = SAID[coordinator.scene.book.language]["organisation"]
    do(
        coordinator,
        _send_plan(*SECOND),
        ("edpick",),
        ("edof",),
        ("edrows",),
        ("pl",),
        ("pair",),
        ("same",),
        each("same", at_most=4),
        ("accept",),
        organisation,
        ("ownok",),
        "/plans",
        ("pl",),
        ("eds",),
        "/plans",
        _send_plan("без номера"),
        _send_plan(*FIRST),
        ("edno",),
        ("edpick",),
        ("edno",),
        ("drop",),
    )


def _other_files(coordinator: Phone) -> None:
    """The samples: a hospital's plan with groups and doubts, a plan with goals and indicators; and no plan at all."""
    name = SAID[coordinator.scene.book.language]["organisation"]
    hospital = (PLANS / "hospital-2024.docx").read_bytes()
    kinds = (PLANS / "every-kind-2024.xlsx").read_bytes()
    do(
        coordinator,
        document("нет.docx", b"no plan", "application/octet-stream"),
        document("План больницы.docx", hospital, "application/octet-stream"),
        ("edno",),
        ("doubt",),
        each("answer", at_most=8),
        ("doubt",),
        ("rows",),
        each("rows", at_most=2),
        ("pl",),
        ("accept",),
        name,
        ("startson",),
        ("group",),
        ("grpage",),
        ("answers",),
        ("group",),
        "Заместитель главного врача по общим вопросам",
        "/rules",
        labelled("стратегическим"),
        lambda p: p.tap(*arguments(p, "rset", "who")),
        lambda p: p.tap(*arguments(p, "rtry", "each")),
        ("ruleok",),
        "/plans",
        labelled("стратегическим"),
        ("orows",),
        labelled("▶️"),
        labelled("11. "),
        ("mrow",),
        ("mpage",),
        ("mtick",),
        ("mtick",),
        ("mok",),
        "/plans",
        labelled("стратегическим"),
        ("ownok",),
        "/plans",
        labelled("стратегическим"),
        ("inds",),
        every("ind", ("iunit",), ("iown",), ("inds",)),
        document("Виды.xlsx", kinds, "application/octet-stream"),
        ("edno",),
        ("rows",),
        ("goals",),
        ("goal",),
        "12 штук",
        ("goals",),
        ("goal",),
        each("goal", at_most=4),
        "/plans",
        labelled("технической"),
        ("accept",),
        name,
        ("startson",),
        ("ownok",),
        "/people",
        ("subpost",),
        ("subpage",),
        ("subwho",),
        "с 27 марта по 3 апреля",
        "/people",
        labelled("Метролог"),
        ("give",),
        ("givepage",),
    )


STORIES: dict[str, Callable[[Scene], None]] = {"quarter": quarter, "setting-up": setting_up}

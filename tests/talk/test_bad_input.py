"""What people send that cannot be taken: a line in their language, and nothing lost."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest

from core.model.people import Role
from sandbox.client.client import Phone
from tests.talk.test_evidence import picture
from tests.talk.worlds import ECONOMIST, METROLOGIST, World, card_of, eventually, home

PHOTO: list[dict[str, Any]] = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
MIB = 1024 * 1024


def bomb() -> bytes:
    """A small file that unpacks into 300 MB."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(bytes(MIB))
    return packed.getvalue()


@pytest.mark.parametrize(
    ("language", "name", "words"),
    [
        ("ru", "план.docx", "не открывается"),
        ("kk", "жоспар.xlsx", "ашылмайды"),
        ("en", "plan.docx", "does not open"),
    ],
)
async def test_an_unreadable_plan_file(empty: World, language: str, name: str, words: str) -> None:
    phone = await empty.coordinator(language=language)
    await phone.document(b"PK\x03\x04 this is no office file at all", name)
    card = await phone.expect(words, timeout=15)
    assert len(card.text.split("\n\n")[0].splitlines()) == 1


async def test_a_picture_named_docx(empty: World) -> None:
    phone = await empty.coordinator()
    await phone.document(picture(1), "план.docx")
    card = await phone.expect("Такой файл я читать не умею", timeout=15)
    assert len(card.text.split("\n\n")[0].splitlines()) == 1


async def test_a_zip_bomb(empty: World) -> None:
    phone = await empty.coordinator()
    packed = bomb()
    assert len(packed) < MIB
    await phone.document(packed, "план.docx")
    await phone.expect("слишком большим", timeout=15)
    await phone.send("/plans")
    await phone.expect("Планов пока нет")


async def test_a_plan_of_thirty_megabytes(empty: World) -> None:
    phone = await empty.coordinator()
    await phone.document(bytes(30 * MIB), "план.docx")
    await phone.expect("больше 20 МБ")


async def test_evidence_of_thirty_megabytes(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.expect("1 из 5")
    await officer.document(bytes(30 * MIB), "скан.pdf")
    card = await officer.expect("больше 20 МБ")
    assert "1 из 5" in card.text
    assert await world.evidence(await world.report(METROLOGIST, 5)) == []


async def test_a_button_of_last_months_card(world: World, officer: Phone) -> None:
    await officer.send("/report")
    old = await officer.expect("1 из 5")
    data = old.data("Исполнено")
    await officer.press("Позже")
    await officer.expect("2 из 5")
    await officer.send("/tasks")
    await officer.expect("0 из 5")
    told = await officer.press_data(old, data, forge=True)
    assert told.toast == "Это сообщение устарело"
    current = await officer.expect("0 из 5")
    assert current.id > old.id  # the current card is shown again, below
    assert (await world.report(METROLOGIST, 5)).draft.is_empty


async def test_another_persons_button(world: World, officer: Phone) -> None:
    other = await world.join("Айдос", ECONOMIST)
    theirs = (await world.report(ECONOMIST, 1)).id
    await officer.send("/report")
    card = await officer.expect("1 из 5")
    version = card.data("Исполнено").partition(".")[0]
    for action in ("plan", "card", "undo"):
        data = f"{version}.{action}.{theirs}"
        told = await officer.press_data(await card_of(officer), data, forge=True)
        assert told.toast == "Это не ваш отчёт", data
    assert (await world.report(ECONOMIST, 1)).draft.is_empty
    assert await other.settled()


FORGED = (
    "",
    "0",
    "zz",
    ".",
    "0.",
    "0.nothing",
    "0.plan",
    "0.plan.x",
    "0.plan.99999999999999999999999999999",
    "0.card.-1",
    "0.go.1.2024-Q9",
    "0.go.1.никогда",
    "0.list.1.2024-Q1.x",
    "0.lpage.1.2024-Q1.999999999999999999999",
    "0.tick.1",
    "0.bulkok",
    "0.bpage.1",
    "0.when.1.2024-99-99",
    "0.why.1.nonsense",
    "0.join",
    "0.invlang.xx",
    "0.lang.xx",
    "0.hour.3",
    "0.pl.1",
    "0.accept.1",
    "0.unjoin.1",
    "0.sum",
    "ffffffffffffffffffff.home",
    "🙂.home",
    "٣.home",
)


async def test_forged_data_is_answered_and_changes_nothing(
    world: World, officer: Phone, calm: list[Any]
) -> None:
    await officer.send("/report")
    card = await officer.expect("1 из 5")
    for data in FORGED:
        told = await officer.press_data(card, data, forge=True)
        assert told.answered, data
        assert told.toast or "устарело" in (await officer.last()).text, data
    assert (await world.report(METROLOGIST, 5)).draft.is_empty
    async with world.app.storage.read() as work:
        person = await work.people.get(officer.id)
    assert person is not None
    assert (person.roles, person.language) == (frozenset({Role.OFFICER}), "ru")


async def test_forged_data_of_a_coordinator_breaks_nothing(world: World, calm: list[Any]) -> None:
    phone = await world.coordinator()
    card = await home_of_coordinator(phone)
    for data in (
        "0.pl.999",
        "0.doubt.1.7",
        "0.keep.1.0",
        "0.rows.1.-5",
        "0.rows.1.9999",
        "0.group.1.999",
        "0.group.999.1",
        "0.answers.1.999.999",
        "0.orow.1.999.0",
        "0.own.1.999.999",
        "0.post.999",
        "0.off.1.999",
        "0.invite.king",
        "0.invite.officer.999",
        "0.qr",
        "0.uninvite.999",
        "0.grpage.0",
        "0.people.999999999999999999999",
    ):
        assert (await phone.press_data(card, data, forge=True)).answered, data


async def home_of_coordinator(phone: Phone) -> Any:
    await phone.send("/tasks")
    return await phone.expect("Планы работ")


async def test_a_garbled_name_is_shown_as_it_is(world: World) -> None:
    coordinator = await world.coordinator()
    name = "<b>Боб</b> & <script>alert(1)</script>"
    phone = await world.join(name, METROLOGIST)
    assert name in (await phone.expect("Добро пожаловать", ever=True)).text
    assert name in (await coordinator.expect("Исполнитель: Метролог")).text
    await coordinator.send("/people")
    await coordinator.expect("Люди и должности")


async def test_markup_in_what_is_typed_is_text(world: World, officer: Phone) -> None:
    nasty = "<b>жирно</b> & <script> </code> &lt; <a href='x'>"
    await officer.send("/report")
    await officer.press("Пояснение")
    await officer.expect("Напишите, что сделано")
    await officer.send(nasty)
    assert nasty in (await officer.expect("жирно")).text
    await officer.document(b"%PDF-1.4\n%%EOF", "<i>акт</i> & копия.pdf")
    assert "📎 <i>акт</i> & копия.pdf" in (await officer.expect("копия.pdf")).text
    await officer.press("Документ")
    await officer.expect("пришлите № и дату")
    await officer.send("<b>1</b>&2 от 05.03.2024")
    assert "Не понял «<b>1</b>&2 от 05.03.2024»" in (await officer.expect("05.03.2024")).text
    await officer.press("К карточке")
    await officer.press("Не исполнено")
    await officer.expect("Почему?")
    await officer.send("<u>потому</u> & всё")
    assert "Причина: <u>потому</u> & всё" in (await officer.expect("Когда")).text
    await officer.send("<когда-нибудь>")
    await officer.expect("Не понял дату «<когда-нибудь>»")


async def test_markup_in_the_name_of_a_post(world: World) -> None:
    coordinator = await world.coordinator()
    await coordinator.send("/plans")
    await coordinator.press("План мероприятий")
    await coordinator.expect("Кто отчитывается")
    await coordinator.press("Заместители главного врача (9)")
    await coordinator.expect("напишите должность")
    await coordinator.send("<b>Зам</b> & Ко")
    await coordinator.expect("9 — <b>Зам</b> & Ко")
    phone = await world.sandbox.person("Данияр")
    await phone.start(await world.link(Role.OFFICER, "<b>Зам</b> & Ко"))
    assert "<b>Зам</b> & Ко" in (await phone.expect("Вас приглашают")).text
    await phone.press("Да, это я")
    await phone.expect("0 из 9")


@pytest.mark.parametrize("mode", ["figure", "account", "reason", "paper", "home"])
async def test_very_long_texts(world: World, officer: Phone, mode: str, calm: list[Any]) -> None:
    if mode == "home":
        await home(officer)
    else:
        await officer.send("/report")
        await officer.expect("1 из 5")
    if mode in ("account", "paper"):
        await officer.press({"account": "Пояснение", "paper": "Документ"}[mode])
    if mode == "reason":
        await officer.press("Не исполнено")
    await officer.settled(0.1)
    sent = await officer.send("слово & <b> " * 500)
    assert len(sent) == 2
    await officer.settled()
    kept = (await world.report(METROLOGIST, 5)).draft
    assert (kept.account, kept.reason) == (None, None)
    assert (await officer.last()).id > sent[-1].id
    assert len((await officer.last()).text) < 2000


async def test_the_longest_account_fits_into_the_card(world: World, officer: Phone) -> None:
    await officer.send("/report")
    await officer.press("Пояснение")
    await officer.expect("Напишите, что сделано")
    text = "<&> " * 374
    await officer.send(text)
    await officer.expect("<&> <&>")
    assert (await world.report(METROLOGIST, 5)).draft.account == text.strip()


@pytest.mark.parametrize(
    ("language", "words"), [("ru", "Не понял"), ("kk", "Түсінбедім"), ("en", "I did not understand")]
)
async def test_an_unknown_command_and_chatter(world: World, language: str, words: str) -> None:
    phone = await world.join("Данияр", METROLOGIST, language=language)
    for said in ("/nonsense", "как дела?", "/"):
        await phone.send(said)
        card = await phone.expect(words)
        assert card.buttons


@pytest.mark.parametrize("kind", ["sticker", "contact", "dice"])
async def test_a_kind_of_message_that_is_not_kept(
    world: World, officer: Phone, kind: str, calm: list[Any]
) -> None:
    """The sandbox's phones cannot send these: the update is given to the bot as Telegram would."""
    await officer.send("/report")
    await officer.expect("1 из 5")
    parts: dict[str, Any] = {
        "sticker": {
            "file_id": "s",
            "file_unique_id": "s",
            "type": "regular",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
        },
        "contact": {"phone_number": "+7", "first_name": "А"},
        "dice": {"emoji": "🎲", "value": 3},
    }
    who = {"id": officer.id, "first_name": officer.name, "is_bot": False, "language_code": "ru"}
    chat = {"id": officer.id, "type": "private", "first_name": officer.name}
    message = {"message_id": 900, "date": 1711425600, "chat": chat, "from": who, kind: parts[kind]}
    await officer.settled(0.1)
    await world.app.intake.accept([{"update_id": 999_000, "message": message}])
    card = await officer.expect("Пришлите фото или файл", ever=True)
    assert "1 из 5" in card.text


async def test_who_blocked_the_bot_is_shown_as_unreached_and_heard_again(
    world: World, officer: Phone
) -> None:
    coordinator = await world.coordinator()
    async with world.app.storage.begin() as work:
        person = await work.people.get(officer.id)
        assert person is not None
        await work.people.save(person.model_copy(update={"unreached_since": world.app.clock.now()}))
    await coordinator.send("/people")
    await coordinator.expect("Не доходит (бот заблокирован): Данияр")
    await officer.send("/tasks")
    await officer.expect("0 из 5")
    await coordinator.send("/people")
    assert "Не доходит" not in (await coordinator.expect("Люди и должности")).text


async def test_blocking_is_noticed(world: World, officer: Phone) -> None:
    coordinator = await world.coordinator()
    await officer.change(blocked=True)

    async def unreached() -> bool:
        async with world.app.storage.read() as work:
            person = await work.people.get(officer.id)
        return person is not None and person.unreached_since is not None

    await eventually(unreached, "unreached")
    await coordinator.send("/people")
    await coordinator.expect("Не доходит (бот заблокирован): Данияр")
    await officer.start()
    await officer.expect("0 из 5")
    assert not await unreached()


@pytest.mark.parametrize(
    ("language", "words"),
    [("ru", "новым сообщением"), ("kk", "жаңа хабарламамен"), ("en", "as a new message")],
)
async def test_a_message_that_was_edited_is_asked_for_anew(
    world: World, language: str, words: str, calm: list[Any]
) -> None:
    """The sandbox's phones cannot edit: the update is given to the bot as Telegram would."""
    phone = await world.join("Данияр", METROLOGIST, language=language)
    await phone.send("/report")
    await phone.send("5,8 млн")
    await phone.settled()
    before = await world.report(METROLOGIST, 5)
    who = {"id": phone.id, "first_name": phone.name, "is_bot": False, "language_code": language}
    chat = {"id": phone.id, "type": "private", "first_name": phone.name}
    message = {
        "message_id": 900, "date": 1711425600, "edit_date": 1711425700, "chat": chat, "from": who, "text": "5,9 млн"
    }  # fmt: skip
    await world.app.intake.accept([{"update_id": 999_001, "edited_message": message}])
    card = await phone.expect(words)
    assert card.buttons
    assert (await world.report(METROLOGIST, 5)).draft == before.draft


@pytest.mark.parametrize(
    ("said", "edited", "is_told"),
    [
        (
            {"text": "https://e.kz"},
            {"text": "https://e.kz", "link_preview_options": {"url": "https://e.kz"}},
            False,
        ),
        ({"text": "5,8 млн"}, {"text": "5,8 млн", "entities": []}, False),
        ({"caption": "акт", "photo": PHOTO}, {"caption": "акт", "photo": PHOTO}, False),
        ({"text": "5,8 млн"}, {"text": "5,9 млн"}, True),
        ({"caption": "акт", "photo": PHOTO}, {"caption": "акт № 2", "photo": PHOTO}, True),
        (
            {"caption": "акт", "photo": PHOTO},
            {"caption": "акт", "photo": [{**PHOTO[0], "file_unique_id": "v"}]},
            True,
        ),
        (None, {"text": "5,8 млн"}, True),
    ],
)
async def test_an_edit_that_changed_nothing_is_left_alone(
    world: World, officer: Phone, said: dict[str, Any] | None, edited: dict[str, Any], is_told: bool
) -> None:
    """Telegram sends one too where it adds a preview of a link. The sandbox's phones cannot edit."""
    await home(officer)
    who = {"id": officer.id, "first_name": officer.name, "is_bot": False, "language_code": "ru"}
    chat = {"id": officer.id, "type": "private", "first_name": officer.name}
    whole = {"message_id": 900, "date": 1711425600, "chat": chat, "from": who}
    if said is not None:
        await world.app.intake.accept([{"update_id": 999_001, "message": {**whole, **said}}])
    await officer.settled()
    before = len(await officer.messages())
    edit = {**whole, "edit_date": 1711425700, **edited}
    await world.app.intake.accept([{"update_id": 999_002, "edited_message": edit}])
    await officer.settled()
    told = [m for m in (await officer.messages())[before:] if "новым сообщением" in m.text]
    assert bool(told) == is_told
    assert is_told or len(await officer.messages()) == before

"""Language, the hour of reminders, help, cancelling."""

from __future__ import annotations

from core.kernel.languages import LANGUAGES
from core.model.people import Role
from core.people import preferences
from core.people.names import named_posts
from handlers.frame.menu import queue_menu
from handlers.frame.messages import Poison
from handlers.frame.registry import ANYBODY, command, message, tap, view
from handlers.frame.screens import Screen, button, html, lines
from handlers.frame.turn import Turn
from handlers.frame.views import Help, Home, SettingsCard
from handlers.people.join import meet
from handlers.people.substitutes import settings_part


@command("settings")
@tap("set")
async def open_settings(turn: Turn) -> None:
    turn.show(SettingsCard())


@view(SettingsCard)
async def show_settings(turn: Turn, args: SettingsCard) -> Screen:
    me = turn.me
    held = await turn.work.people.posts_of(me.id)
    posts = await named_posts(turn.work, held)
    leaves, leave_rows = await settings_part(turn, held)
    text = lines(
        turn.say("settings-title"),
        turn.say("settings-language"),
        turn.say("settings-hour", hour=str(me.reminder_hour)),
        turn.say("settings-posts", posts=", ".join(posts)) if posts else None,
        *leaves,
    )
    languages = [
        button(
            ("● " if code == me.language else "") + turn.deps.texts(code, "language-own-name"), "lang", code
        )
        for code in LANGUAGES
    ]
    hours = [
        button(("● " if hour == me.reminder_hour else "") + f"{hour}:00", "hour", hour)
        for hour in preferences.HOURS
    ]
    return Screen(text, [languages, hours, *leave_rows, [button(turn.plain("back"), "home")]])


@tap("lang")
async def choose_language(turn: Turn) -> None:
    """Every text, the card first, is in that language from now on; the menu follows."""
    turn.person = await preferences.choose_language(turn.work, turn.me, turn.word())
    await queue_menu(turn, turn.person)
    turn.toast = turn.plain("settings-saved")
    turn.show(SettingsCard())


@tap("hour")
async def choose_hour(turn: Turn) -> None:
    turn.person = await preferences.choose_hour(turn.work, turn.me, turn.number())
    turn.toast = turn.plain("settings-saved")
    turn.show(SettingsCard())


@command("help", roles=ANYBODY)
async def open_help(turn: Turn) -> None:
    if not turn.is_member:
        meet(turn)
        return
    turn.show(Help(language=turn.user.language_code if turn.user else None))


@view(Help)
async def show_help(turn: Turn, args: Help) -> Screen:
    """What the person's roles can do, and no more."""
    parts = [turn.say(f"help-{role.value}") for role in Role if role in turn.me.roles]
    text = lines(*(part for p in parts for part in (p, "")), html(turn.say("help-everyone")))
    return Screen(text, [[button(turn.plain("home-button"), "home")]])


@command("cancel")
async def cancel(turn: Turn) -> None:
    """Stops what was started; nothing recorded is lost."""
    busy = turn.card.view.name != "home" or turn.card.view.asks is not None
    turn.show(Home(), notice=turn.say("cancelled" if busy else "nothing-to-cancel"))


@message(Poison, roles=ANYBODY)
async def show_poison(turn: Turn, args: Poison) -> Screen:
    """Something of ours failed for good: the code is in the log, nothing else is."""
    return Screen(turn.say("error-unexpected", code=args.code))

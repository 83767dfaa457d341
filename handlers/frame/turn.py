"""One turn of a conversation: what came in, who sent it, their card, the open transaction, and what to show.

What the person has to report on is read once a turn, and kept on it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from telegram import Message, Update, User

from core.kernel.errors import Missing, Outdated
from core.kernel.languages import language_of
from core.model.cards import Card, View
from core.model.people import Person, Role
from core.ports.queues import OutgoingArgs
from core.ports.unit_of_work import Texts, Work
from core.report.worklist import Worklist, read_worklist, with_pieces
from core.summary.book import Book
from handlers.frame.deps import Deps
from handlers.frame.screens import Html
from handlers.frame.views import OfReport, Spoken, Submit, SubWhen, ViewArgs, Walk, args_on
from handlers.frame.voice import Speech

A = TypeVar("A", bound=ViewArgs)

NO_VERSION = 0
"""Buttons of messages that are not cards (reminders, notices) carry this version."""

LONGEST_NUMBER = 16
"""Digits: people's ids have up to 16, and more would not fit into the database."""

FORGED = -1
"""The version of no card: data that no button of ours carries, such as figures of another alphabet."""

_OURS = re.compile(r"[0-9a-f]{1,8}\.[a-z]+(\.(?![+-][0-9]|[0-9]{17,}(\.|$))[!-\-/-~]*)*", re.ASCII)

REFUSED_TEXT = "told"
"""The argument of a card's view that keeps a text which was refused as a figure, until the next answer."""


@dataclass(frozen=True, slots=True)
class Tap:
    """A press of a button: its data taken apart, not trusted."""

    query_id: str
    version: int
    action: str
    args: tuple[str, ...]
    message_id: int | None

    def meaning(self, *, is_step: bool) -> str:
        """What two taps share that count as one double tap: the step, whatever it is now about, or the very button.

        Ticks and pages are tapped one after the other, faster than a double tap, and each is meant.
        """
        return self.action if is_step else ".".join([self.action, *self.args])

    @classmethod
    def of(cls, update: Update) -> Tap | None:
        query = update.callback_query
        if query is None:
            return None
        message_id = query.message.message_id if query.message else None
        if not _OURS.fullmatch(query.data or ""):
            return cls(query.id, FORGED, "", (), message_id)
        version, action, *args = (query.data or "").split(".")
        return cls(query.id, int(version, 16), action, tuple(args), message_id)


@dataclass(slots=True)
class Turn:
    """Handlers read it, call a use case with `work`, and say what to show with `show` and `toast`."""

    deps: Deps
    work: Work
    person_id: int
    person: Person | None
    card: Card
    now: datetime
    user: User | None = None
    update_id: int | None = None
    tap: Tap | None = None
    message: Message | None = None
    edited: bool = False
    """Whether what came in is a message that the person changed after sending it."""
    toast: str | None = None
    alert: bool = False
    place_below: bool = False
    wants_show: bool = False
    wakes: bool = False
    plans_changed: bool = False
    former: Card | None = None
    """The card as it was before the turn."""
    left: dict[int, Html] = field(default_factory=dict)
    """Messages that were the card of a report, by id, with the one line that they keep."""
    gave_up: int | None = None
    """The message that was the card until another took over."""
    worklist: Worklist | None = None
    """What the person has to report on, once it was read; None again where that changed."""
    books: dict[int, Book] = field(default_factory=dict)
    """The plans that were read for summaries, by id, with what is owed on them."""

    @classmethod
    async def open(cls, deps: Deps, work: Work, update: Update) -> Turn:
        """The turn of an update that a person sent."""
        user = update.effective_user
        if user is None:
            raise Missing("unknown")
        person, card = await work.people.session(user.id)
        if person is not None and person.unreached_since is not None:
            person = person.model_copy(update={"unreached_since": None})  # who writes can be reached
            await work.people.save(person)
        tap = Tap.of(update)
        return cls(
            deps,
            work,
            user.id,
            person,
            deps.shown.known(card),
            deps.now(),
            user=user,
            update_id=update.update_id,
            tap=tap,
            message=update.message,
            edited=update.edited_message is not None,
            place_below=tap is None,
            former=deps.shown.known(card),
        )

    @property
    def me(self) -> Person:
        """The person, who has joined (handlers for members are never reached by others)."""
        if self.person is None:
            raise Missing("unknown")
        return self.person

    @property
    def is_member(self) -> bool:
        """Whether the person has joined and was not taken out since."""
        return self.person is not None and self.person.left_at is None

    def may_see(self, roles: frozenset[Role]) -> bool:
        """Whether what is for these roles may be shown: to who takes part where it is for every role, else to who has one."""
        if roles == frozenset(Role):
            return self.is_member
        return self.person is not None and self.person.may(*roles)

    @property
    def language(self) -> str:
        """What the person reads: as chosen, or as their phone says."""
        if self.person is not None:
            return self.person.language
        if self.user is not None:
            return language_of(self.user.language_code)
        shown = args_on(self.card)
        return language_of(shown.language if isinstance(shown, Spoken) else None)

    @property
    def texts(self) -> Texts:
        """Every text, of all languages."""
        return self.deps.texts

    @property
    def voice(self) -> Speech:
        """What the person is spoken to with, for what is drawn without a turn."""
        return Speech(self.deps.texts, self.language)

    @property
    def typed(self) -> str:
        """What was typed, or the caption of what was sent."""
        if self.message is None:
            return ""
        return (self.message.text or self.message.caption or "").strip()

    @property
    def report_shown(self) -> int | None:
        """The report that the card is about, on whichever view of it."""
        shown = args_on(self.card)
        return shown.o if isinstance(shown, OfReport) else None

    def the_report(self) -> int:
        """The same. Raises Outdated where the card is about none: the tap was forged."""
        if self.report_shown is None:
            raise Outdated("card-outdated")
        return self.report_shown

    def number(self, at: int = 0) -> int:
        """A number among the tap's arguments. Raises Outdated where the data was forged or is of another make."""
        word = self.word(at)
        if not (word.isascii() and word.isdigit() and len(word) <= LONGEST_NUMBER):
            raise Outdated("card-outdated")
        return int(word)

    def word(self, at: int = 0) -> str:
        """A word among the tap's arguments. Raises Outdated where it is not there."""
        if self.tap is None or at >= len(self.tap.args):
            raise Outdated("card-outdated")
        return self.tap.args[at]

    def say(self, message_id: str, /, **args: object) -> Html:
        """A text in the person's language, as HTML; what goes into it is escaped."""
        return self.voice.say(message_id, **args)

    def plain(self, message_id: str, /, **args: object) -> str:
        """A text for a button or a toast, where nothing is markup."""
        return self.voice.plain(message_id, **args)

    def show(self, args: ViewArgs, *, asks: str | None = None, notice: str | None = None) -> None:
        """Makes the card show that view next; `asks` names what a typed text answers, `notice` is a line above it."""
        self.show_view(args.shown(asks=asks, notice=notice))

    def show_view(self, view: View) -> None:
        """The same, of a view that was kept."""
        self.card = self.card.model_copy(update={"view": view})
        self.wants_show = True

    def show_again(self, notice: str | None = None, **changed: str) -> None:
        """Makes the card show what it shows, below anything that was sent; `changed` arguments of a report's card, or of a
        leave's, replace those that there are. What was told before, and waited on it, is forgotten."""
        match args_on(self.card):
            case Walk() as shown:
                self._alter(shown.without("refused_text", "above").but(**changed))
            case SubWhen() as leave if changed:
                self._alter(leave.but(**changed))
        self.show_view(self.card.view.model_copy(update={"notice": notice}))

    def show_short(self, notice: str, **changed: str) -> None:
        """The same for what was not understood: a report's card stays whole where it is, and below follows what it asks."""
        shown = args_on(self.card)
        above = shown.above or self.card.message_id if isinstance(shown, Walk) else None
        self.show_again(notice, **changed)
        if isinstance(shown, Walk) and above is not None:
            self._alter(shown.without("refused_text").but(**changed, above=above))

    def _alter(self, args: ViewArgs) -> None:
        """Other arguments of the view that the card shows; what it asks and says above stays."""
        view = self.card.view.model_copy(update={"args": args.shown().args})
        self.card = self.card.model_copy(update={"view": view})

    def on(self, args: type[A]) -> A:
        """The arguments of the view that the card shows. Raises Outdated where it shows another: the tap was forged."""
        return args.of(self.card.view)

    def shows(self, args: type[A]) -> A | None:
        """The same; None where the card shows another view."""
        return args.of(self.card.view) if self.card.view.name == args.view else None

    def saw(self, obligation_id: int, revision: int) -> None:
        """The card shows the obligation's draft as somebody else left it: that is what its buttons answer now."""
        match args_on(self.card):
            case Walk(o=o) as shown if o == obligation_id:
                self._alter(shown.but(seen=revision))
            case Walk(last=last) | Submit(last=last) as shown if last == obligation_id:
                # What the person recorded there is not the last thing any more.
                self._alter(shown.but(last=None))
            case _:
                return

    def take_over(self) -> None:
        """Makes the tapped message the card: a reminder turns into what it reminded of."""
        if self.tap is not None and self.tap.message_id not in (None, self.card.message_id):
            self.gave_up = self.card.message_id
            self.card = self.card.model_copy(update={"message_id": self.tap.message_id})

    def tell(self, message_id: str, /, **args: object) -> None:
        """A toast on the tap, or a line above the card where there was no tap."""
        if self.tap is not None:
            self.toast = self.plain(message_id, **args)
        else:
            self.card = self.card.model_copy(
                update={"view": self.card.view.model_copy(update={"notice": self.say(message_id, **args)})}
            )
            self.wants_show = True

    def read_anew(self) -> None:
        """What was read for this turn was changed: whoever needs it reads it again."""
        self.worklist = None
        self.books.clear()

    def change_plans(self) -> None:
        """Something about a plan, its owners or its posts was changed: what is kept of it in memory is void."""
        self.plans_changed = True
        self.read_anew()
        self.deps.library.forget(by=self.work)

    async def queue(self, key: str, what: OutgoingArgs, *, to: int, at: datetime | None = None) -> None:
        """Queues a message or a job, once for its key: for after this turn, or not before that moment."""
        if await self.work.outbox.put(key, what.kind, to, what.kept(), at or self.now):
            self.wakes = True

    async def close(self) -> None:
        """Writes what belongs to the turn itself: card, update done. The transaction commits after it."""
        if self.wants_show:
            self.card = self.card.showing(self.card.view, "below" if self.place_below else "edit")
            await self.work.cards.save(self.card)
        if self.update_id is not None:
            await self.work.inbox.done(self.update_id)


async def worklist_of(turn: Turn, *, own: bool = False) -> Worklist:
    """The worklist of the person whose turn it is, kept on the turn.

    That of the post which a coordinator reports for, unless `own`.
    """
    post_id = turn.person.reports_for if turn.person is not None and not own else None
    known = turn.worklist
    if known is not None and known.post_id == post_id:
        turn.worklist = await with_pieces(turn.work, known)
    else:
        turn.worklist = await read_worklist(
            turn.work, turn.deps.library, turn.person_id, post_id, turn.deps.today()
        )
    return turn.worklist

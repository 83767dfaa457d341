"""What a view is shown with: one small model a view, kept in the database with the person's card."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SerializeAsAny,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from core.kernel.errors import Outdated
from core.model.cards import Card, View
from core.model.obligations import RequestKind, RuleChange
from core.plan.columns import ColumnRole
from core.plan.reports import Draft


class ViewArgs(BaseModel):
    """The arguments of the view that is named in `class Bulk(ViewArgs, view="bulk")`.

    Cards are kept for years: a field that comes later has a default, one that goes is passed over.
    """

    model_config = ConfigDict(frozen=True, extra="ignore", defer_build=True, populate_by_name=True)

    view: ClassVar[str] = ""
    named: ClassVar[dict[str, type[ViewArgs]]] = {}
    """Every view's arguments, by the view's name."""

    def __init_subclass__(cls, *, view: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if view:
            cls.view = view
            cls.named[view] = cls

    @classmethod
    def of(cls, view: View) -> Self:
        """The arguments of a card that shows this view. Raises Outdated where it shows another, or lacks what is needed."""
        if view.name != cls.view:
            raise Outdated("card-outdated")
        return cls.kept(view.args)

    @classmethod
    def kept(cls, args: dict[str, Any]) -> Self:
        """From the database, where an older program may have written them. Raises Outdated."""
        try:
            return cls.model_validate(args)
        except ValidationError as error:
            raise Outdated("card-outdated") from error

    def but(self, **changes: Any) -> Self:
        """The same view with other arguments."""
        return self.model_validate({**self.model_dump(exclude_unset=True, by_alias=True), **changes})

    def without(self, *names: str) -> Self:
        """The same view as if these arguments were never given."""
        return self.model_validate(self.model_dump(exclude_unset=True, exclude=set(names), by_alias=True))

    def shown(self, *, asks: str | None = None, notice: str | None = None) -> View:
        """The view with these arguments, as a card keeps it."""
        args = self.model_dump(mode="json", exclude_unset=True, by_alias=True)
        return View(name=self.view, args=args, asks=asks, notice=notice)


def args_on(card: Card) -> ViewArgs | None:
    """The arguments of whichever view a card shows; None where there is no such view, or what it needs is lacking."""
    args = ViewArgs.named.get(card.view.name)
    try:
        return args.kept(card.view.args) if args is not None else None
    except Outdated:
        return None


class OfReport(ViewArgs):
    """Any view that is about one report."""

    o: int


class Spoken(ViewArgs):
    """Any view that is shown to somebody whose language is not known yet."""

    language: str | None = None


# The officer's: home, the walk, what is handed in


class Home(ViewArgs, view="home"):
    """The living card of everything that a person has to do."""


class HeapCard(ViewArgs, view="heap"):
    """One plan and period of an officer who has several."""

    plan: int
    period: str


class Walk(OfReport, view="walk"):
    """The card of one report."""

    last: int | None = None
    """What was recorded just before on another card, so that it can be undone here."""
    seen: int | None = None
    """The draft's revision that the card shows."""
    m: str | None = None
    """The measure whose figure a button asked for."""
    mark: str | None = None
    """What the card shows as planned (`core.figures.required.plan_mark`): a typed "yes" is an answer to that."""
    album: str | None = None
    refused_text: str | None = Field(default=None, alias="told")
    """A text that was refused as a figure, kept until the next answer."""
    above: int | None = None
    """The message that shows the card whole, where this one stands below it with what was not understood."""


class Bulk(ViewArgs, view="bulk"):
    """All as planned: `off` are the reports whose tick was taken off."""

    plan: int
    period: str
    off: tuple[int, ...] = ()
    page: int = 0


class Without(OfReport, view="without"):
    """The lead of a shared row is asked whether to do without those who have not reported."""

    revision: int
    draft: Draft
    """The step that waits, without the one before it."""
    summed: bool = False


class Parts(OfReport, view="parts"):
    """Who owes a part of a shared row."""

    page: int = 0


class PartReport(OfReport, view="part-report"):
    """What another body reported on the lead's row."""

    part: int
    page: int = 0


class JointList(ViewArgs, view="joint"):
    """The rows that a person takes part in."""

    page: int = 0


class JointRow(OfReport, view="joint-row"):
    """One such row."""

    post: int


class ListOfHeap(ViewArgs, view="list"):
    """Every report of a plan and period; `history`: a tap on what was submitted opens its versions."""

    plan: int
    period: str
    page: int = 0
    history: bool = False


class Submit(ViewArgs, view="submit"):
    """What is ready to be handed in; `seen` are the reports and revisions that a correction's reason is asked for."""

    plan: int
    period: str
    last: int | None = None
    seen: tuple[tuple[int, int], ...] = ()


class Look(ViewArgs, view="look"):
    """What is recorded and would be handed in, row by row."""

    plan: int
    period: str
    page: int = 0


class Receipt(ViewArgs, view="receipt"):
    """What was handed in: `stood_in` are posts and how many reports of each, in somebody's stead."""

    plan: int
    period: str
    count: int
    at: datetime
    stood_in: tuple[tuple[int, int], ...] = ()


class History(ViewArgs, view="history"):
    """What was submitted, by plan and period."""


class Past(OfReport, view="past"):
    """The versions of a report; `came` is where from."""

    came: str | None = None


class GivenList(ViewArgs, view="given"):
    """What a person submitted of a post that they gave up."""

    plan: int
    period: str
    post: int
    page: int = 0


class Gave(OfReport, view="gave"):
    """One such report."""

    page: int = 0


class Deadlines(ViewArgs, view="deadlines"):
    """What is due when."""

    page: int = 0


class RequestCard(OfReport, view="request"):
    """An extension, or "not required", that is asked for."""

    kind: RequestKind
    moves: str | None = None
    day: date | None = None


class RequestPick(ViewArgs, view="request-pick"):
    """Which report an extension is asked for."""

    page: int = 0


# The manager's


class Back(BaseModel):
    """The list that a report or a row was opened from: the name of its view, and what that was shown with."""

    model_config = ConfigDict(frozen=True)
    name: str
    args: SerializeAsAny[ViewArgs]

    @field_validator("args", mode="before")
    @classmethod
    def _of_the_named_view(cls, args: object, info: ValidationInfo) -> ViewArgs:
        named = ViewArgs.named.get(info.data.get("name", ""))
        if named is None:
            raise ValueError("there is no such view")
        return named.model_validate(args)

    @classmethod
    def to(cls, args: ViewArgs) -> Self:
        """To the view that has these arguments."""
        return cls(name=args.view, args=args)


class SummaryCard(ViewArgs, view="summary"):
    """The summary of a plan and period (None: the whole plan)."""

    plan: int
    period: str | None = None
    by: str | None = None
    page: int = 0


class SummaryPlans(ViewArgs, view="summary-plans"):
    """Which plan to sum up."""


class SummarySection(ViewArgs, view="summary-section"):
    """The rows under a heading, which is named by its place in the reading."""

    plan: int
    period: str | None = None
    section: int
    page: int = 0


class SummaryRow(ViewArgs, view="summary-row"):
    """The reports on one row."""

    plan: int
    period: str | None = None
    row: int
    page: int = 0
    back: Back | None = None


class SummaryPost(ViewArgs, view="summary-post"):
    """The reports of one post, or behind a line of another summary (`handlers.manager.summaries.named`)."""

    plan: int
    period: str | None = None
    post: int | str
    page: int = 0


class SummaryReport(OfReport, view="summary-report"):
    """One report as its manager reads it; `v` is the version that a comment is asked for."""

    page: int = 0
    back: Back | None = None
    v: int | None = None


class Overdue(ViewArgs, view="overdue"):
    """What is late, in one plan and period or in all."""

    plan: int | None = None
    period: str | None = None
    page: int = 0


class Review(ViewArgs, view="review"):
    """What waits to be reviewed."""

    page: int = 0


class RequestDecide(ViewArgs, view="request-decide"):
    """A request that waits for a decision."""

    r: int


# The coordinator's plans


class Plans(ViewArgs, view="plans"):
    page: int = 0


class PlanCard(ViewArgs, view="plan"):
    """A plan that was read and is not accepted yet."""

    plan: int


class Reading(ViewArgs, view="reading"):
    """A file that is being read."""

    name: str


class Samples(ViewArgs, view="samples"):
    """Sample plans that can be read."""


class TemplateChoice(ViewArgs, view="template"):
    """By what the empty plan is to go: quarters, months, years …"""


class Rows(ViewArgs, view="rows"):
    """The rows of a reading."""

    plan: int
    page: int = 0


class DoubtCard(ViewArgs, view="doubt"):
    """One doubt of a reading; `just` are those that the answer before it settled, which it can be taken back of."""

    plan: int
    at: int
    just: tuple[int, ...] = ()


class ColumnsCard(ViewArgs, view="columns"):
    """What the columns of a plan's file were taken for; the rest is what is opened on it (`columns_card.Opened`)."""

    plan: int
    table: int | None = None
    column: int | None = None
    role: ColumnRole | None = None
    every: bool = False
    apart: bool = False
    more: bool = False
    page: int = 0


class Goals(ViewArgs, view="goals"):
    """What was understood of a row's goals."""

    plan: int
    row: int


class GoalCard(ViewArgs, view="goal"):
    """One figure of a goal: the row's place, the text's among its goals, the figure's in the text."""

    plan: int
    row: int
    text: int
    at: int


class EditionPick(ViewArgs, view="edition-pick"):
    """Which live plan a file amends."""

    plan: int
    page: int = 0


class EditionCard(ViewArgs, view="edition"):
    """What a new edition drops, adds and changes."""

    plan: int
    page: int = 0


class PairCard(ViewArgs, view="pair"):
    """Whether a row of the old edition and one of the new are the same."""

    plan: int


class Editions(ViewArgs, view="editions"):
    """The editions of a plan."""

    plan: int
    page: int = 0


class OwnersCard(ViewArgs, view="owners"):
    """Who reports on what."""

    plan: int


class OwnerRows(ViewArgs, view="owner-rows"):
    """Every row with its owner."""

    plan: int
    page: int = 0


class OwnerRow(ViewArgs, view="owner-row"):
    """Who reports on one row."""

    plan: int
    activity: int
    page: int = 0


class Group(ViewArgs, view="group"):
    """Who answers for a group of posts."""

    plan: int
    group: int
    page: int = 0


class Members(ViewArgs, view="members"):
    """The members of a group; `row` narrows it to one row's."""

    plan: int
    group: int
    row: int | None = None
    chosen: tuple[int, ...] = ()
    page: int = 0


class Indicators(ViewArgs, view="indicators"):
    """A plan's indicators and who reports on each."""

    plan: int
    page: int = 0


class IndicatorCard(ViewArgs, view="indicator"):
    """Who reports on one indicator, in which unit."""

    plan: int
    at: int
    page: int = 0
    unit: str | None = None


class Rules(ViewArgs, view="rules"):
    """The reporting rule of a plan."""

    plan: int


class RulesPlans(ViewArgs, view="rules-plans"):
    """Which plan's rule."""

    page: int = 0


class RulePart(ViewArgs, view="rule-part"):
    """One part of a rule."""

    plan: int
    part: str


class RuleKinds(ViewArgs, view="rule-kinds"):
    """The kinds of deadlines of a plan, each with its days."""

    plan: int


class RuleTiming(ViewArgs, view="rule-timing"):
    """One part of what a kind of deadline ("dated"), or a row (its id), has otherwise than the plan."""

    plan: int
    scope: str
    part: str = "due"


class PlanBegins(ViewArgs, view="plan-begins"):
    """From which day on a plan is reported on; `accepting` where it was accepted just now."""

    plan: int
    accepting: bool = False


class RuleReasons(ViewArgs, view="rule-reasons"):
    """The reasons that officers are offered."""

    plan: int


class RuleTry(ViewArgs, view="rule-try"):
    """What a change of the rule does, before it applies."""

    plan: int
    changes: RuleChange


# People


class Stranger(Spoken, view="stranger"):
    """For somebody who has not joined, and when they were told so."""

    told_at: datetime | None = None


class InvitationCard(Spoken, view="invitation"):
    """What one is invited to."""

    invitation: int | None = None
    token: str = ""
    language: str


class Help(Spoken, view="help"):
    """What the bot does."""


class SettingsCard(ViewArgs, view="settings"):
    """A person's own settings."""


class People(ViewArgs, view="people"):
    page: int = 0


class PostCard(ViewArgs, view="post"):
    post: int


class Invite(ViewArgs, view="invite"):
    """Whom to invite."""


class Invited(ViewArgs, view="invited"):
    """A link that was made."""

    role: str
    posts: tuple[int, ...] = ()
    nonce: str
    invitation: int


class GiveWho(ViewArgs, view="give-who"):
    """Who takes over a post from whom."""

    post: int
    old: int
    page: int = 0


class GiveSure(ViewArgs, view="give-sure"):
    post: int
    old: int
    new: int


class SubPost(ViewArgs, view="sub-post"):
    """For which post a substitute is named."""


class SubWho(ViewArgs, view="sub-who"):
    """Who stands in."""

    absent: int
    posts: tuple[int, ...]
    page: int = 0


class SubWhen(ViewArgs, view="sub-when"):
    """From when to when; `starts` is the first day, where it alone was said (ISO 8601)."""

    absent: int
    posts: tuple[int, ...]
    who: int
    starts: str | None = None


def shows_report(card: Card, obligation_id: int) -> bool:
    """Whether it is that report's own card."""
    shown = args_on(card)
    return isinstance(shown, Walk) and shown.o == obligation_id

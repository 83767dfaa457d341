"""Cards and queued messages that an older program wrote: what each view and each kind was given, as it lies in databases.

The tables are of the program as it was before views and messages had models. They grow; no line of them changes.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.jobs import Jobs
from core.kernel.errors import Outdated
from core.model.cards import View
from core.people.notices import ActingNotice
from core.ports.queues import Outgoing, OutgoingArgs
from handlers.entry.features import enter_all
from handlers.frame import messages
from handlers.frame.registry import registry
from reminders.registry import RULES

enter_all()

Args = dict[str, Any]

SUMMARY: Args = {"name": "summary", "args": {"plan": 1, "period": "2024-Q1", "by": "p", "page": 2}}
DRAFT: Args = {"outcome": "done", "figures": {"main": "12.5"}, "evidence": [3]}

CARDS: list[tuple[str, Args]] = [
    ("home", {}),
    ("heap", {"plan": 1, "period": "2024-Q1"}),
    ("walk", {"o": 7}),
    ("walk", {"o": 7, "last": 6, "seen": 2, "m": "spent", "mark": "3f"}),
    ("walk", {"o": 7, "last": None, "seen": 2, "album": "13", "told": "около двух"}),
    ("bulk", {"plan": 1, "period": "2024-Q1", "off": [], "page": 0}),
    ("bulk", {"plan": 1, "period": "2024-Q1", "off": [7, 9], "page": 1}),
    ("without", {"o": 7, "revision": 3, "draft": DRAFT, "summed": True}),
    ("parts", {"o": 7, "page": 1}),
    ("part-report", {"o": 7, "part": 8, "page": 0}),
    ("joint", {"page": 1}),
    ("joint-row", {"o": 7, "post": 4}),
    ("list", {"plan": 1, "period": "2024-Q1", "page": 1}),
    ("list", {"plan": 1, "period": "2024-Q1", "page": 0, "history": True}),
    ("submit", {"plan": 1, "period": "2024-Q1"}),
    ("submit", {"plan": 1, "period": "2024-Q1", "last": 7}),
    ("submit", {"plan": 1, "period": "2024-Q1", "seen": [[7, 3], [8, 1]]}),
    ("look", {"plan": 1, "period": "2024-Q1", "page": 0}),
    (
        "receipt",
        {
            "plan": 1,
            "period": "2024-Q1",
            "count": 2,
            "at": "2024-04-02T05:10:11.120000+00:00",
            "stood_in": [[4, 2]],
        },
    ),
    ("history", {}),
    ("past", {"o": 7, "came": "card"}),
    ("given", {"plan": 1, "period": "2024-Q1", "post": 4, "page": 0}),
    ("gave", {"o": 7, "page": 1}),
    ("deadlines", {"page": 0}),
    ("request", {"o": 7, "kind": "extension", "moves": "work"}),
    ("request", {"o": 7, "kind": "extension", "moves": "report", "day": "2024-05-02"}),
    ("request", {"o": 7, "kind": "not_required", "moves": None, "day": None}),
    ("request-pick", {"page": 0}),
    ("summary", {"plan": 1, "period": None}),
    ("summary", {"plan": 1, "period": "2024-Q1", "by": "s", "page": 2}),
    ("summary-plans", {}),
    ("summary-section", {"plan": 1, "period": None, "section": 3, "page": 0}),
    ("summary-row", {"plan": 1, "period": "2024-Q1", "row": 5, "page": 0, "back": SUMMARY}),
    ("summary-row", {"plan": 1, "period": None, "row": 5, "page": 1, "back": None}),
    ("summary-post", {"plan": 1, "period": "2024", "post": 4, "page": 0}),
    ("summary-report", {"o": 7, "page": 1, "back": SUMMARY}),
    ("summary-report", {"o": 7, "page": 0, "back": {"name": "review", "args": {"page": 0}}, "v": 2}),
    ("overdue", {"page": 0}),
    ("overdue", {"plan": 1, "period": None, "page": 1}),
    ("review", {"page": 0}),
    ("request-decide", {"r": 3}),
    ("plans", {"page": 0}),
    ("plan", {"plan": 1}),
    ("reading", {"name": "план.xlsx"}),
    ("samples", {}),
    ("template", {}),
    ("rows", {"plan": 1, "page": 2}),
    ("doubt", {"plan": 1, "at": 3}),
    ("columns", {"plan": 1}),
    ("columns", {"plan": 1, "table": 2, "column": 4, "role": "target", "every": True, "page": 1}),
    ("goals", {"plan": 1, "row": 5}),
    ("goal", {"plan": 1, "row": 5, "text": 0, "at": 2}),
    ("edition-pick", {"plan": 1, "page": 0}),
    ("edition", {"plan": 1, "page": 0}),
    ("pair", {"plan": 1}),
    ("editions", {"plan": 1, "page": 0}),
    ("owners", {"plan": 1}),
    ("owner-rows", {"plan": 1, "page": 0}),
    ("owner-row", {"plan": 1, "activity": 5, "page": 0}),
    ("group", {"plan": 1, "group": 6, "page": 0}),
    ("members", {"plan": 1, "group": 6, "row": None, "chosen": [], "page": 0}),
    ("members", {"plan": 1, "group": 6, "row": 5, "chosen": [4, 9], "page": 1}),
    ("indicators", {"plan": 1, "page": 0}),
    ("indicator", {"plan": 1, "at": 2, "page": 0, "unit": "percent"}),
    ("rules", {"plan": 1}),
    ("rules-plans", {"page": 0}),
    ("rule-part", {"plan": 1, "part": "due"}),
    ("rule-reasons", {"plan": 1}),
    ("rule-kinds", {"plan": 1}),
    ("rule-timing", {"plan": 1, "scope": "dated", "part": "due"}),
    ("plan-begins", {"plan": 1, "accepting": True}),
    ("rule-try", {"plan": 1, "changes": {"due_working_days": 5, "better": {"5": "down"}}}),
    ("stranger", {"language": "kk"}),
    ("stranger", {"language": None}),
    ("invitation", {"invitation": 2, "token": "aB-c", "language": "ru"}),
    ("help", {"language": "ru"}),
    ("settings", {}),
    ("people", {}),
    ("people", {"page": 1}),
    ("post", {"post": 4}),
    ("invite", {}),
    ("invited", {"role": "officer", "posts": [4], "nonce": "Zz-1", "invitation": 2}),
    ("give-who", {"post": 4, "old": 100, "page": 0}),
    ("give-sure", {"post": 4, "old": 100, "new": 200}),
    ("sub-post", {}),
    ("sub-who", {"absent": 100, "posts": [4, 9], "page": 0}),
    ("sub-when", {"absent": 100, "posts": [4], "who": 200}),
]

DIGEST: Args = {
    "kind": "digest",
    "person_id": 100,
    "day": "2024-03-26",
    "step": "before_3",
    "plan_id": 1,
    "period": "2024-Q1",
    "report_due": "2024-04-01",
    "working_days_left": 3,
    "owed": [7, 8],
    "late": [],
    "recorded": [8],
    "total": 3,
    "manager_told_on": None,
}
LEAVE: Args = {"name": "Айгуль", "other": "Данияр", "post": "Экономист"}

QUEUED: list[tuple[str, Args]] = [
    ("digest", DIGEST),
    (
        "late",
        {
            "kind": "late",
            "person_id": 300,
            "day": "2024-04-10",
            "late": [7],
            "posts": [4],
            "report_due": "2024-04-01",
        },
    ),
    (
        "leave-over",
        {
            "kind": "leave-over",
            "person_id": 100,
            "day": "2024-04-15",
            "told": "absent",
            "substitutions": [1, 2],
        },
    ),
    ("returned", {"obligation": 7, "version": 1, "by": 300}),
    ("accepted", {"plan": 1, "period": "2024-Q1"}),
    ("request-asked", {"request": 3}),
    ("request-decided", {"request": 3}),
    ("evidence-lost", {"evidence": 5}),
    ("evidence-pointed-out", {"o": 7}),
    ("acting", {"what": "notice-handed-to", "post": "Экономист", "name": "Айгуль"}),
    ("acting", {"what": "notice-substitute", **LEAVE, "starts": "2024-04-01", "ends": "2024-04-14"}),
    (
        "acting",
        {
            "what": "notice-substitution",
            **LEAVE,
            "starts": "2024-04-01",
            "ends": "2024-04-14",
            "undo": [1, 2, 3],
        },
    ),
    ("acting", {"what": "notice-substitution", **LEAVE, "undo": 1}),
    (
        "acting",
        {
            "what": "notice-behalf",
            "name": "Айгуль",
            "post": "Экономист",
            "period": "2024-Q1",
            "count": 2,
        },
    ),
    ("substitute-begins", {"substitution": 1, "post": "Экономист"}),
    ("stranger", {"name": "Кто-то"}),
    ("joined", {"person": 100, "invitation": 2}),
    ("declined", {"name": "Кто-то", "posts": [4]}),
    ("poison", {"code": "a1b2c3"}),
    ("menu", {}),
    ("read-plan", {"sample": "roads"}),
    ("read-plan", {"file_id": "BQAC", "name": "план.docx"}),
    ("read-again", {"plan": 1}),
    ("read-again", {"plan": 1, "table": 2}),
    ("qr", {"role": "officer", "posts": [4], "nonce": "Zz-1", "invitation": 2}),
    ("export", {"plan": 1, "period": None}),
    ("export", {"plan": 1, "period": "2024-Q1"}),
    ("template", {}),
    ("template", {"rhythm": "stages"}),
    ("evidence-file", {"evidence": 5}),
    ("digest-answered", {}),
]

GOES_UNREAD = {
    "qr": {"role", "posts", "invitation"},
    "digest": {"kind"},
    "late": {"kind"},
    "leave-over": {"kind"},
}
"""What rows of a kind have that nothing reads any more."""

EVERY_KIND: dict[str, type[OutgoingArgs]] = {
    model.kind: model
    for model in (*vars(messages).values(), ActingNotice, *(rule.says for rule in RULES))
    if isinstance(model, type) and issubclass(model, OutgoingArgs) and model is not OutgoingArgs
}


@pytest.mark.parametrize(("name", "args"), CARDS)
@pytest.mark.parametrize("besides", [{}, {"of_an_older_make": [1]}], ids=["", "unknown"])
def test_a_card_opens_as_it_was_kept(name: str, args: Args, besides: Args) -> None:
    model = registry.views[name].args
    view = model.of(View(name=name, args={**args, **besides})).shown()
    at = args.get("at") if name == "receipt" else None
    if at is None:
        assert view.args == args
    else:
        assert datetime.fromisoformat(view.args["at"]) == datetime.fromisoformat(at)


def test_every_view_is_in_the_table() -> None:
    assert {name for name, _ in CARDS} == set(registry.views)


@pytest.mark.parametrize(
    ("name", "args"),
    [
        ("walk", {}),
        ("walk", {"o": "x"}),
        ("request", {"o": 7, "kind": "more"}),
        ("post", {"plan": 1}),
        ("summary-report", {"o": 7, "back": {"name": "nowhere", "args": {}}}),
        ("summary-report", {"o": 7, "back": {"name": "summary", "args": {}}}),
        ("without", {"o": 7, "revision": 3, "draft": {"outcome": "perhaps"}}),
    ],
)
def test_a_card_that_lacks_what_is_needed_is_out_of_date(name: str, args: Args) -> None:
    with pytest.raises(Outdated):
        registry.views[name].args.of(View(name=name, args=args))


def queued(kind: str, args: Args) -> Outgoing:
    return Outgoing(
        id=1, key="k", kind=kind, person_id=100, args=args, not_before=datetime(2024, 4, 1, tzinfo=UTC)
    )


@pytest.mark.parametrize(("kind", "args"), QUEUED)
@pytest.mark.parametrize("besides", [{}, {"of_an_older_make": [1]}], ids=["", "unknown"])
def test_a_row_is_read_as_it_was_queued(kind: str, args: Args, besides: Args) -> None:
    read = EVERY_KIND[kind].of(queued(kind, {**args, **besides}))
    assert read.kept() == {k: v for k, v in args.items() if k not in GOES_UNREAD.get(kind, ())}


def test_every_kind_is_in_the_table_and_is_rendered_or_done() -> None:
    rendered = {kind: told.args for kind, told in registry.messages.items()}
    done = {kind for kind in EVERY_KIND if kind not in rendered}
    assert {kind for kind, _ in QUEUED} <= set(EVERY_KIND), "what was queued once stays readable"
    assert rendered.items() <= EVERY_KIND.items()
    nothing: Any = None
    assert done == set(Jobs(nothing, nothing, nothing, nothing).kinds)


def test_a_row_of_another_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="returned"):
        messages.Accepted.of(queued("returned", {"obligation": 7, "version": 1, "by": 300}))

"""Nobody acts without right, and who acts for somebody else is in the journal with whom (domain, §6)."""

from __future__ import annotations

from datetime import tzinfo

from core.model.obligations import Obligation
from core.model.people import Role
from core.ports.repositories import JournalLine
from core.report.contributing import contributing_post
from tests.officer.kept import Kept

OFFICERS = frozenset(
    "recorded attached detached kept misread submitted request-asked request-taken-back".split()
)
CO_EXECUTORS = frozenset("contributed contribution-taken-back attached detached".split())
MANAGERS = frozenset("accepted returned request-granted request-refused required-again".split())
COORDINATORS = frozenset("withdrawn brought-back given-to-post".split())


def hold(now: Kept, before: Kept | None, zone: tzinfo) -> None:
    """Asserts it of every line about a report that was written since `before`."""
    if before is None:
        return
    since = len(before.journal)
    for at, line in enumerate(now.journal[since:], since):
        kind, _, number = line.subject.partition(":")
        if kind != "obligation":
            continue
        old, new = before.owed.get(int(number)), now.owed[int(number)]
        posts = {o.post_id for o in (old, new) if o is not None}
        assert _may(now, line, at, new, posts, zone), f"{line} by who may not"


def _may(now: Kept, line: JournalLine, at: int, o: Obligation, posts: set[int], zone: tzinfo) -> bool:
    if line.action in MANAGERS:
        return _has(now, line, Role.MANAGER)
    if line.action in COORDINATORS:
        return _has(now, line, Role.COORDINATOR)
    assert line.action in OFFICERS | CO_EXECUTORS, line
    told = (line.after or {}).get("for")
    own = any(_held(now, line, post, line.person_id) for post in posts)
    if told is not None:
        assert not own, f"{line} is of their own"
        takes_part = line.action in CO_EXECUTORS and _contributes(now, o, {told["post_id"]})
        return (told["post_id"] in posts or takes_part) and _in_stead(now, line, at, told, zone)
    if line.action in OFFICERS and own:
        return True
    return line.action in CO_EXECUTORS and _takes_part(now, line, o)


def _has(now: Kept, line: JournalLine, role: Role) -> bool:
    person = now.people.get(line.person_id or 0)
    return person is not None and role in person.roles


def _held(now: Kept, line: JournalLine, post: int, person: int | None) -> bool:
    return any(
        h.post_id == post
        and h.person_id == person
        and h.since <= line.at
        and (h.until is None or line.at <= h.until)
        for h in now.holdings
    )


def _in_stead(now: Kept, line: JournalLine, at: int, told: dict[str, object], zone: tzinfo) -> bool:
    post = told["post_id"]
    assert isinstance(post, int)
    if told["how"] == "behalf":
        return _has(now, line, Role.COORDINATOR) and _reports_for(now, line, at) == post
    day = line.at.astimezone(zone).date()
    return any(
        (s.post_id, s.substitute_id, [s.absent_id]) == (post, line.person_id, told["holders"])
        and s.starts <= day <= s.ends
        and (s.ended_at is None or line.at <= s.ended_at)
        and _held(now, line, post, s.absent_id)
        for s in now.substitutions
    )


def _reports_for(now: Kept, line: JournalLine, at: int) -> int | None:
    """The post that the person was reporting for when the line was written."""
    for earlier in reversed(now.journal[:at]):
        if earlier.person_id == line.person_id and earlier.action in ("behalf-began", "behalf-ended"):
            return int(earlier.subject.partition(":")[2]) if earlier.action == "behalf-began" else None
    return None


def _takes_part(now: Kept, line: JournalLine, o: Obligation) -> bool:
    return _contributes(now, o, {post for post in now.plan.posts if _held(now, line, post, line.person_id)})


def _contributes(now: Kept, o: Obligation, held: set[int]) -> bool:
    activity = now.plan.activities[o.activity_id]
    return contributing_post(activity, held, now.plan.posts, now.plan.plan.rule) is not None

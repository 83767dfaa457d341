"""The journal read back: what a report must be if every line about it is true (domain, §4: every change is in it)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from typing import Any

from core.model.delegation import Acting
from core.model.obligations import Extension, Obligation, ReportState, RequestKind
from core.model.requests import Request
from core.plan.reports import Contribution, Draft
from core.ports.repositories import JournalLine, Submission
from core.report import rescale, review
from core.report.record import state_of


@dataclass(frozen=True)
class Version:
    """One version as the journal tells it: what was handed in, by whom, when, why again, in whose stead."""

    content: Draft
    submitted_by: int | None
    submitted_at: datetime
    why_corrected: str | None
    acting: Acting | None

    @classmethod
    def of(cls, kept: Submission) -> Version:
        """The same of what is kept. Until when somebody stood in is no part of it."""
        acting = kept.acting and kept.acting.model_copy(update={"until": None})
        return cls(kept.content, kept.submitted_by, kept.submitted_at, kept.why_corrected, acting)


@dataclass(frozen=True)
class Replayed:
    """A report as its journal lines tell it: the draft without its past, its state, each version handed in, what
    managers decided about it, who recorded last and when, and whose it is.

    `restated` is what the last version comes to since an edition printed the row in another scale, None otherwise.
    `post_id` is None where no line says: it is of the post for which it was derived.
    """

    draft: Draft = Draft()
    state: ReportState = ReportState.NONE
    versions: tuple[Version, ...] = ()
    restated: Draft | None = None
    comment: str | None = None
    asking: RequestKind | None = None
    extension: Extension | None = None
    excused: bool = False
    withdrawn: bool = False
    post_id: int | None = None
    recorded_by: int | None = None
    recorded_at: datetime | None = None

    @property
    def sent(self) -> Draft | None:
        if self.restated is not None:
            return self.restated
        return self.versions[-1].content if self.versions else None

    def first_submitted_on(self, zone: tzinfo) -> date | None:
        """The local day of the first version."""
        return self.versions[0].submitted_at.astimezone(zone).date() if self.versions else None

    def differs_from(
        self, obligation: Obligation, versions: Iterable[Submission], zone: tzinfo
    ) -> tuple[str, ...]:
        """Which parts of what is kept, in the plan's zone, are not what the journal tells; empty where all are."""
        o = obligation
        pairs = {
            "draft": (o.draft.without_past(), self.draft),
            "state": (o.state, self.state),
            "version": (o.version, len(self.versions)),
            "versions": (tuple(map(Version.of, versions)), self.versions),
            "submitted": (o.submitted, self.sent),
            "first_submitted_on": (o.first_submitted_on, self.first_submitted_on(zone)),
            "comment": (o.comment, self.comment),
            "asking": (o.asking, self.asking),
            "extension": (o.extension, self.extension),
            "excused": (o.excused, self.excused),
            "withdrawn": (o.withdrawn, self.withdrawn),
            "post": (o.post_id, o.post_id if self.post_id is None else self.post_id),
            "recorded_by": (o.recorded_by, self.recorded_by),
            "recorded_at": (o.recorded_at, self.recorded_at),
        }
        return tuple(name for name, (kept, told) in pairs.items() if kept != told)


def replay(lines: Iterable[JournalLine]) -> Replayed:
    """The report that the lines about one obligation make, the oldest first. Lines that change no report pass by."""
    told = Replayed()
    for line in lines:
        step = _STEPS.get(line.action)
        if step is not None:
            told = step(told, line)
    return told


def replay_requests(lines: Iterable[JournalLine]) -> list[Request]:
    """What was asked about one obligation and how each request ended, by the same lines; in order of asking."""
    told: dict[int, Request] = {}
    for line in lines:
        if not line.action.startswith("request-"):
            continue
        after, before = _after(line), line.before or {}
        asked = told.get(after["id"])
        moments = {"asked_at": asked.asked_at if asked else line.at, "decided_at": line.at if asked else None}
        told[after["id"]] = Request.model_validate({**after, **moments, "before": before.get("day")})
    return list(told.values())


def _drafted(told: Replayed, line: JournalLine, draft: Draft) -> Replayed:
    state = state_of(told.state, draft, told.sent)
    return replace(told, draft=draft, state=state, recorded_by=line.person_id, recorded_at=line.at)


def _recorded(told: Replayed, line: JournalLine) -> Replayed:
    return _drafted(told, line, Draft.model_validate(_content(line)))


def _attached(told: Replayed, line: JournalLine) -> Replayed:
    ids = {*told.draft.evidence, _after(line)["evidence"]}
    return _drafted(told, line, told.draft.model_copy(update={"evidence": tuple(sorted(ids))}))


def _detached(told: Replayed, line: JournalLine) -> Replayed:
    gone = (line.before or {}).get("evidence", [])
    left = tuple(i for i in told.draft.evidence if i not in gone)
    return _drafted(told, line, told.draft.model_copy(update={"evidence": left}))


def _contributed(told: Replayed, line: JournalLine) -> Replayed:
    said = Contribution.model_validate({**_after(line), "person_id": line.person_id, "at": line.at})
    return replace(told, draft=told.draft.model_copy(update={"said": (*told.draft.said, said)}))


def _contribution_back(told: Replayed, line: JournalLine) -> Replayed:
    last = next(s for s in reversed(told.draft.said) if s.person_id == line.person_id)
    left = tuple(s for s in told.draft.said if s != last)
    return replace(told, draft=told.draft.model_copy(update={"said": left}))


def _submitted(told: Replayed, line: JournalLine) -> Replayed:
    after = _after(line)
    content = Draft.model_validate(_content(line)).as_submitted()
    acting = Acting.model_validate(after["for"]) if "for" in after else None
    version = Version(content, line.person_id, line.at, after.get("why"), acting)
    return replace(told, versions=(*told.versions, version), restated=None, state=ReportState.SUBMITTED)


def _restated(told: Replayed, line: JournalLine) -> Replayed:
    """Nobody recorded anything: whose the draft is and since when stays."""
    draft = Draft.model_validate(_content(line))
    told = replace(told, restated=Draft.model_validate(sent) if (sent := _after(line).get("sent")) else None)
    return replace(told, draft=draft, state=state_of(told.state, draft, told.sent))


def _decided(told: Replayed, line: JournalLine) -> Replayed:
    comment = _after(line).get("comment", told.comment)  # accepted, it keeps what was said when it came back
    return replace(told, state=ReportState(line.action), comment=comment)


def _asked(told: Replayed, line: JournalLine) -> Replayed:
    return replace(told, asking=_after(line)["kind"])


def _request_ended(told: Replayed, line: JournalLine) -> Replayed:
    return replace(told, asking=None)


def _granted(told: Replayed, line: JournalLine) -> Replayed:
    moved = _after(line).get("extension")
    if moved is None:
        return replace(told, asking=None, excused=True)
    return replace(told, asking=None, extension=Extension.model_validate(moved))


def _required_again(told: Replayed, line: JournalLine) -> Replayed:
    return replace(told, excused=False)


def _withdrawn(told: Replayed, line: JournalLine) -> Replayed:
    return replace(told, withdrawn=line.action == "withdrawn")


def _given_to_post(told: Replayed, line: JournalLine) -> Replayed:
    return replace(told, post_id=_after(line)["post"])


def _content(line: JournalLine) -> dict[str, Any]:
    """What the line says of the draft itself."""
    return {name: value for name, value in _after(line).items() if name in Draft.model_fields}


def _after(line: JournalLine) -> dict[str, Any]:
    return line.after or {}


_STEPS: dict[str, Callable[[Replayed, JournalLine], Replayed]] = {
    "recorded": _recorded,
    "attached": _attached,
    "detached": _detached,
    "contributed": _contributed,
    "contribution-taken-back": _contribution_back,
    "submitted": _submitted,
    rescale.RESTATED: _restated,
    review.ACCEPTED: _decided,
    review.RETURNED: _decided,
    "request-asked": _asked,
    "request-taken-back": _request_ended,
    "request-refused": _request_ended,
    "request-granted": _granted,
    "required-again": _required_again,
    "withdrawn": _withdrawn,
    "brought-back": _withdrawn,
    "given-to-post": _given_to_post,
}

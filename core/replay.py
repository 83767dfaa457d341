"""The journal read back: what a report must be if every line about it is true (domain, §4: every change is in it)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from core import review
from core.obligations import Extension, Obligation, ReportState, RequestKind
from core.ports import JournalLine
from core.reporting import state_of
from core.reports import Contribution, Draft


@dataclass(frozen=True)
class Replayed:
    """A report as its journal lines tell it: the draft without its past, its state, each version handed in, and what
    managers decided about it."""

    draft: Draft = Draft()
    state: ReportState = ReportState.NONE
    versions: tuple[Draft, ...] = ()
    asking: RequestKind | None = None
    extension: Extension | None = None
    excused: bool = False

    @property
    def sent(self) -> Draft | None:
        return self.versions[-1] if self.versions else None

    def differs_from(self, obligation: Obligation) -> tuple[str, ...]:
        """Which parts of what is kept are not what the journal tells; empty where all are."""
        o = obligation
        pairs = {
            "draft": (o.draft.without_past(), self.draft),
            "state": (o.state, self.state),
            "version": (o.version, len(self.versions)),
            "submitted": (o.submitted, self.sent),
            "asking": (o.asking, self.asking),
            "extension": (o.extension, self.extension),
            "excused": (o.excused, self.excused),
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


def _drafted(told: Replayed, draft: Draft) -> Replayed:
    return replace(told, draft=draft, state=state_of(told.state, draft, told.sent))


def _recorded(told: Replayed, line: JournalLine) -> Replayed:
    return _drafted(told, Draft.model_validate(line.after or {}))


def _attached(told: Replayed, line: JournalLine) -> Replayed:
    ids = {*told.draft.evidence, _after(line)["evidence"]}
    return _drafted(told, told.draft.model_copy(update={"evidence": tuple(sorted(ids))}))


def _detached(told: Replayed, line: JournalLine) -> Replayed:
    gone = (line.before or {}).get("evidence", [])
    left = tuple(i for i in told.draft.evidence if i not in gone)
    return _drafted(told, told.draft.model_copy(update={"evidence": left}))


def _contributed(told: Replayed, line: JournalLine) -> Replayed:
    said = Contribution.model_validate({**_after(line), "person_id": line.person_id, "at": line.at})
    return replace(told, draft=told.draft.model_copy(update={"said": (*told.draft.said, said)}))


def _contribution_back(told: Replayed, line: JournalLine) -> Replayed:
    last = next(s for s in reversed(told.draft.said) if s.person_id == line.person_id)
    left = tuple(s for s in told.draft.said if s != last)
    return replace(told, draft=told.draft.model_copy(update={"said": left}))


def _submitted(told: Replayed, line: JournalLine) -> Replayed:
    content = {name: value for name, value in _after(line).items() if name in Draft.model_fields}
    version = Draft.model_validate(content).as_submitted()
    return replace(told, versions=(*told.versions, version), state=ReportState.SUBMITTED)


def _decided(told: Replayed, line: JournalLine) -> Replayed:
    return replace(told, state=ReportState(line.action))


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


def _after(line: JournalLine) -> dict[str, Any]:
    return line.after or {}


_STEPS: dict[str, Callable[[Replayed, JournalLine], Replayed]] = {
    "recorded": _recorded,
    "attached": _attached,
    "detached": _detached,
    "contributed": _contributed,
    "contribution-taken-back": _contribution_back,
    "submitted": _submitted,
    review.ACCEPTED: _decided,
    review.RETURNED: _decided,
    "request-asked": _asked,
    "request-taken-back": _request_ended,
    "request-refused": _request_ended,
    "request-granted": _granted,
    "required-again": _required_again,
}

"""What a plan demands of a report's evidence: a file for every form of completion (domain, §4 and §6)."""

from __future__ import annotations

from collections.abc import Sequence

from core.obligations import Obligation, ReportingRule
from core.papers import forms_of, next_form
from core.reports import Evidence, Outcome


def asked_next(form: str | None, evidence: Sequence[Evidence], rule: ReportingRule) -> str | None:
    """The form of completion that is asked for next; where a file is demanded, number and date do not answer one."""
    return next_form(form, {e.form for e in evidence if e.is_file or not demands_file(rule)})


def lacking(form: str | None, evidence: Sequence[Evidence], rule: ReportingRule) -> tuple[str, ...]:
    """The forms of completion that lack the file which the plan demands."""
    if not demands_file(rule):
        return ()
    answered = {e.form for e in evidence if e.is_file}
    return tuple(f for f in forms_of(form) if f not in answered)


def held_back(
    obligation: Obligation, form: str | None, evidence: Sequence[Evidence], rule: ReportingRule
) -> bool:
    """Whether a report that is recorded in full cannot be submitted yet: it says "done" and a demanded file lacks.

    What was not done, or in part, has nothing to show yet and can be told at once; so has a zero that was planned.
    """
    draft = obligation.draft
    nothing_to_show = bool(draft.figures) and not any(draft.figures.values())
    return draft.outcome is Outcome.DONE and not nothing_to_show and bool(lacking(form, evidence, rule))


def demands_file(rule: ReportingRule) -> bool:
    """A plan whose files must not be sent at all cannot demand one."""
    return rule.file_demanded and rule.files_allowed

"""What is queued for after a turn: one small model a kind, kept in the outbox until it is sent or done.

The reminders' own are theirs (`reminders.rules`, `reminders.leaves`), those of acting for others core's (`core.people.notices`).
"""

from __future__ import annotations

from core.plan.rhythms import Rhythm
from core.ports.queues import OutgoingArgs

# Messages, rendered at the moment they are sent


class Returned(OutgoingArgs, kind="returned"):
    """To the officer: a report came back. `version` is the one that `by` returned."""

    obligation: int
    version: int
    by: int


class Accepted(OutgoingArgs, kind="accepted"):
    """To the officer: how much of a plan and period is accepted."""

    plan: int
    period: str


class RequestAsked(OutgoingArgs, kind="request-asked"):
    """To a manager: somebody asks for another day, or that a report be left out."""

    request: int


class RequestDecided(OutgoingArgs, kind="request-decided"):
    """To the officer: what became of it."""

    request: int


class EvidenceLost(OutgoingArgs, kind="evidence-lost"):
    """To who sent a file: Telegram hands it out no more."""

    evidence: int


class EvidencePointedOut(OutgoingArgs, kind="evidence-pointed-out"):
    """To who sent files for the report `o`: what their bytes say."""

    o: int


class SubstituteBegins(OutgoingArgs, kind="substitute-begins"):
    """To who stands in, on the first day."""

    substitution: int
    post: str


class StrangerAsks(OutgoingArgs, kind="stranger"):
    """To a coordinator: somebody asks to be let in."""

    name: str


class Joined(OutgoingArgs, kind="joined"):
    """To a coordinator: who joined by which invitation."""

    person: int
    invitation: int


class Declined(OutgoingArgs, kind="declined"):
    """To a coordinator: an invitation reached somebody else. `posts` are those that it was for."""

    name: str
    posts: tuple[int, ...]


class Poison(OutgoingArgs, kind="poison"):
    """To whose update failed for good: the code under which the log has it."""

    code: str


# Jobs, done by the running program (`bot.jobs`)


class Menu(OutgoingArgs, kind="menu"):
    """Sets the person's own command menu."""


class ReadPlan(OutgoingArgs, kind="read-plan"):
    """Reads a plan: the file that was sent, or the sample of that name."""

    file_id: str | None = None
    name: str = ""
    sample: str = ""


class ReadAgain(OutgoingArgs, kind="read-again"):
    """Reads the file of a waiting plan again, by what was said of its columns; shows the card of that table, or the plan's."""

    plan: int
    table: int | None = None


class QrCode(OutgoingArgs, kind="qr"):
    """Sends an invitation's link as a picture."""

    nonce: str


class Export(OutgoingArgs, kind="export"):
    """Sends the summary of a plan and period (None: the whole plan) as a workbook."""

    plan: int
    period: str | None = None


class Template(OutgoingArgs, kind="template"):
    """Sends an empty plan to fill in, with columns for that rhythm."""

    rhythm: Rhythm = Rhythm.QUARTERS


class EvidenceFile(OutgoingArgs, kind="evidence-file"):
    """Sends a piece of evidence."""

    evidence: int


class DigestAnswered(OutgoingArgs, kind="digest-answered"):
    """Makes the last reminder say that it is answered."""

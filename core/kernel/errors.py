"""One tree of domain errors: each is a message id of the locales and the arguments of its words.

One place (`handlers.entry.answering`) turns them into a reply in the person's language.
"""

from __future__ import annotations


class DomainError(Exception):
    """Something a person can be told in one sentence. `message_id` names the sentence."""

    def __init__(self, message_id: str, **args: str | int) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.args_for_text = args
        self.for_card: dict[str, str] = {}
        """What the view of the card has to know, where the card is shown again with this said above it."""


class UnreadableInput(DomainError):
    """What was typed or sent cannot be read as what was asked for."""


class UnreadableFile(DomainError):
    """A plan file that cannot be opened or understood: damaged, too large, of another kind."""


class NotAllowed(DomainError):
    """The person may not do this: not theirs, not their role."""


class Outdated(DomainError):
    """A button of an older card, a used invitation: what it names is no longer so."""


class ChangedElsewhere(Outdated):
    """Somebody else changed the obligation's draft since the person's card showed it; `revision` is how it is now."""

    def __init__(self, who: str, obligation_id: int, revision: int) -> None:
        super().__init__("draft-changed-by", who=who)
        self.obligation_id = obligation_id
        self.revision = revision


class PlanChanged(Outdated):
    """The plan was amended since the card showed what it planned; `mark` is that of the plan as it is now."""

    def __init__(self, mark: str) -> None:
        super().__init__("card-plan-changed")
        self.for_card = {"mark": mark}


class Missing(DomainError):
    """What was named does not exist (any more)."""

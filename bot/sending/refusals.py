"""What can come of a call to Telegram other than success: one small tree, without any library's types."""

from __future__ import annotations


class NotDelivered(Exception):
    """A call that did not do what it should. The subclasses say what to do about it."""


class Unreached(NotDelivered):
    """The person blocked the bot, left, or does not exist: nothing gets to them."""


class CardGone(NotDelivered):
    """The message to be edited or deleted is not there any more, or cannot be changed."""


class QueryTooOld(NotDelivered):
    """A tap was answered too late; the person sees nothing of it and nothing is to be done."""


class ChatMoved(NotDelivered):
    """The group became a supergroup, with the id `chat_id`."""

    def __init__(self, chat_id: int) -> None:
        super().__init__(f"the group is now {chat_id}")
        self.chat_id = chat_id


class Refused(NotDelivered):
    """Telegram refused the call for a reason of its own: a mistake of ours, in its words."""


class TryLater(NotDelivered):
    """Nothing was sent; worth another try after `seconds`."""

    def __init__(self, seconds: float, why: str) -> None:
        super().__init__(why)
        self.seconds = seconds


class Unconfirmed(NotDelivered):
    """The connection was lost during a call that must not be repeated: it may or may not have been done."""

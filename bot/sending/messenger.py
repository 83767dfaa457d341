"""Conversations' way out: cards and answers to taps, in the first lane of the sender."""

from __future__ import annotations

from typing import Any

import structlog
from telegram import Message
from telegram.constants import ParseMode

from bot.sending.outbox import Send
from bot.sending.refusals import CardGone, NotDelivered, QueryTooOld, Refused, Unreached
from bot.sending.sender import Sender
from handlers.frame.delivery import RefusedForGood
from handlers.frame.screens import Screen, fitted

log = structlog.get_logger(__name__)

TOAST_LENGTH = 200
"""The Bot API takes no longer answer to a tap."""


class CardMessenger:
    """handlers.frame.delivery.Messenger over the sender. Two cards are better than none, so sends are repeated in doubt."""

    def __init__(self, sender: Sender) -> None:
        self._sender = sender

    async def send(self, person_id: int, screen: Screen, version: int) -> int | None:
        try:
            message = await self._sender.answer(
                sending(person_id, screen, version), person_id, idempotent=True
            )
        except Unreached:
            return None
        except Refused as error:
            raise RefusedForGood(str(error)) from error
        return message.message_id if isinstance(message, Message) else None

    async def edit(self, person_id: int, message_id: int, screen: Screen, version: int) -> bool:
        try:
            await self._sender.answer(
                lambda bot: bot.edit_message_text(
                    fitted(screen.text),
                    chat_id=person_id,
                    message_id=message_id,
                    parse_mode=ParseMode.HTML,
                    api_kwargs=_ready(screen, version),
                ),
                person_id,
                idempotent=True,
                is_new=False,
            )
        except CardGone:
            return False
        except Unreached:
            return True
        except Refused as error:
            raise RefusedForGood(str(error)) from error
        return True

    async def strip(self, person_id: int, message_id: int) -> None:
        try:
            await self._sender.answer(
                lambda bot: bot.edit_message_reply_markup(chat_id=person_id, message_id=message_id),
                person_id,
                idempotent=True,
                is_new=False,
            )
        except NotDelivered as error:
            log.info("old buttons stay", person_id=person_id, message_id=message_id, why=repr(error))

    async def answer(self, query_id: str, text: str | None, alert: bool) -> None:
        shown = text[:TOAST_LENGTH] if text else None
        try:
            await self._sender.answer(
                lambda bot: bot.answer_callback_query(query_id, text=shown, show_alert=alert),
                0,
                idempotent=True,
                cost=0,
            )
        except QueryTooOld:
            log.info("tap answered too late", query_id=query_id)
        except NotDelivered as error:
            log.warning("tap not answered", query_id=query_id, why=repr(error))


def sending(person_id: int, screen: Screen, version: int) -> Send:
    """The call that sends a screen as a new message."""
    return lambda bot: bot.send_message(
        person_id,
        fitted(screen.text),
        parse_mode=ParseMode.HTML,
        api_kwargs=_ready(screen, version),
    )


def _ready(screen: Screen, version: int) -> dict[str, Any]:
    """What goes to Telegram as it is: buttons in JSON, and no previews of links."""
    return {"reply_markup": screen.keyboard(version), "link_preview_options": '{"is_disabled":true}'}

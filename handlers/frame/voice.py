"""Texts in one person's language: all that words, texts of cards and their buttons need to know of who reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from core.ports.unit_of_work import Texts
from handlers.frame.screens import Html, html


class Voice(Protocol):
    """Says texts to one person. A turn is a voice too."""

    @property
    def texts(self) -> Texts: ...
    @property
    def language(self) -> str: ...

    def say(self, message_id: str, /, **args: object) -> Html:
        """A text as HTML; what goes into it is escaped."""
        ...

    def plain(self, message_id: str, /, **args: object) -> str:
        """A text for a button or a toast, where nothing is markup."""
        ...


@dataclass(frozen=True, slots=True)
class Speech:
    """A voice without a turn."""

    texts: Texts
    language: str

    def say(self, message_id: str, /, **args: object) -> Html:
        safe = {k: v if isinstance(v, int) else html(v) for k, v in args.items()}
        return Html(self.texts(self.language, message_id, **safe))

    def plain(self, message_id: str, /, **args: object) -> str:
        return self.texts(self.language, message_id, **args)

"""What conversations are given by the composition root; nothing is created at import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from core.evidence.quota import Quota
from core.ports.unit_of_work import Clock, Files, Storage, Texts, WorkingDays
from handlers.frame.delivery import Shown
from handlers.frame.shared_library import SharedLibrary


@dataclass(slots=True)
class Deps:
    """Ports and settings. `bot_name` is the bot's username, for links; `link_secret` makes invitation tokens."""

    storage: Storage
    files: Files
    texts: Texts
    clock: Clock
    days: WorkingDays
    zone: ZoneInfo
    bot_name: str
    link_secret: str
    shown: Shown
    wake: Callable[[], None]
    """Tells the outbox that something was queued."""
    library: SharedLibrary = field(default_factory=SharedLibrary)
    double_tap_seconds: float = 0.7
    quota: Quota = Quota()
    samples: tuple[str, ...] = ()
    """Names of the sample plans that can be read."""

    def now(self) -> datetime:
        return self.clock.now()

    def today(self) -> date:
        """The day it is in the plan's zone."""
        return self.clock.now().astimezone(self.zone).date()

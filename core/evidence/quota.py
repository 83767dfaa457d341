"""How much one person may send as evidence, so that nobody fills the disk that all share."""

from __future__ import annotations

from dataclasses import dataclass

from core.kernel.errors import NotAllowed

_MB = 1 << 20


@dataclass(frozen=True, slots=True)
class Quota:
    """Bytes a day and in all; 0 = no limit."""

    a_day: int = 0
    in_all: int = 0

    def check(self, today: int, ever: int, size: int) -> None:
        """Whether a file of that size may come to what was sent before. Raises NotAllowed, which says what to do."""
        if self.in_all and ever + size > self.in_all:
            raise NotAllowed("evidence-quota-all", megabytes=self.in_all // _MB)
        if self.a_day and today + size > self.a_day:
            raise NotAllowed("evidence-quota-day", megabytes=self.a_day // _MB)

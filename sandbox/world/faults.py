"""Faults that tests switch on: slow answers, server errors, floods, lost connections, updates that come again."""

from dataclasses import dataclass

KINDS = ("delay", "error", "flood", "drop", "redeliver")


@dataclass
class Fault:
    """One fault; `method` is `*` or a method's name in lower case, `times` counts down (None = until switched off)."""

    method: str
    kind: str
    times: int | None = None
    seconds: float = 0.0
    status: int = 500
    retry_after: int = 1
    after: bool = False
    chat_id: int | None = None
    """Whose calls alone it hits: those that name this chat; None for all."""

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no such fault: {self.kind}; there are {', '.join(KINDS)}")
        if not 500 <= self.status <= 599:
            raise ValueError("status must be 500 to 599")
        self.method = self.method.lower()


class Faults:
    """The faults that are on, in the order in which they were switched on."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Switches one on."""
        self._faults.append(fault)

    def clear(self) -> None:
        """All off."""
        self._faults.clear()

    def strike(self, method: str, chat_id: int | None = None) -> list[Fault]:
        """The faults that hit this call, each used once; `redeliver` is not of calls and is left out."""
        if not self._faults:
            return []
        calls = [f for f in self._faults if f.kind != "redeliver" and f.method in ("*", method)]
        return self._use([f for f in calls if f.chat_id in (None, chat_id)])

    def redelivers(self) -> bool:
        """Whether the updates acknowledged now are to come again."""
        return bool(self._use([f for f in self._faults if f.kind == "redeliver"][:1]))

    def _use(self, hits: list[Fault]) -> list[Fault]:
        for fault in hits:
            if fault.times is not None:
                fault.times -= 1
        self._faults = [f for f in self._faults if f.times is None or f.times > 0]
        return hits

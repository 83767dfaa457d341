"""The few figures that tell how the bot is doing, for Prometheus. Each running bot has its own registry."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

_SECONDS = (0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)


class Metrics:
    """Counters that intake, sender and outbox fill."""

    def __init__(self) -> None:
        self.registry = registry = CollectorRegistry()
        self.updates = Counter(
            "orynda_updates", "Updates kept, redelivered ones not counted", registry=registry
        )
        self.turned_away = Counter(
            "orynda_turned_away",
            "Updates of strangers who send much, and of groups, not kept",
            registry=registry,
        )
        self.backlog = Gauge("orynda_backlog", "Updates kept and not handled yet", registry=registry)
        self.answers = Histogram(
            "orynda_answer_seconds", "From keeping an update to its end", buckets=_SECONDS, registry=registry
        )
        self.set_aside = Counter("orynda_set_aside", "Updates that failed three times", registry=registry)
        self.calls = Counter("orynda_calls", "Calls made to Telegram", ["lane", "outcome"], registry=registry)
        self.floods = Counter("orynda_floods", "Answers 429 from Telegram", registry=registry)
        self.outbox = Counter("orynda_outbox", "Messages nobody waits for", ["outcome"], registry=registry)
        ProcessCollector(registry=registry)

    def text(self) -> bytes:
        """All of them, in Prometheus' text format."""
        return generate_latest(self.registry)

"""What features entered themselves with, as tests look at it."""

from __future__ import annotations

from handlers.entry.features import enter_all
from handlers.frame.registry import registry

enter_all()

OF_MESSAGES = frozenset(action for action, entry in registry.taps.items() if entry.of_message)
"""The actions that buttons of messages which are no cards may carry."""

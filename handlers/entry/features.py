"""Every feature enters itself in the registry when its module is imported; here all of them are."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import handlers

DOOR = "handlers.entry"


def enter_all() -> None:
    """Imports every module of `handlers`, in the order of their names; a new feature is a new module."""
    for found in pkgutil.walk_packages(handlers.__path__, "handlers."):
        if not found.ispkg and not found.name.startswith(DOOR):
            import_module(found.name)

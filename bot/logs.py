"""Logs: one line an event, readable on a terminal and JSON elsewhere; no line ever holds a bot's token."""

from __future__ import annotations

import logging
import re
import secrets
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog
from structlog.typing import Processor

_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{30,}")
"""A bot's token as Telegram makes them, wherever it stands: libraries log addresses, which hold it."""

_TALKATIVE = ("httpx", "httpcore", "aiosqlite", "telegram", "apscheduler", "uvicorn.access")


def without_tokens(secret: str | None = None) -> Processor:
    """A processor that blots out tokens in every value of a line; `secret` is one of another shape."""

    def blot(value: Any) -> Any:
        if isinstance(value, str):
            value = _TOKEN.sub("<token>", value)
            return value.replace(secret, "<token>") if secret else value
        if isinstance(value, dict):
            return {key: blot(inner) for key, inner in value.items()}
        if isinstance(value, list | tuple):
            return [blot(inner) for inner in value]
        return value if isinstance(value, int | float | None) else blot(str(value))

    def process(_logger: Any, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        for key, value in line.items():
            if not key.startswith("_"):
                line[key] = blot(value)
        return line

    return process


def set_up(*, json: bool | None = None, level: int = logging.INFO, secret: str | None = None) -> None:
    """Sets logging up for the process, the standard library's included; lines go to standard error.

    `json` None means JSON unless standard error is a terminal.
    """
    as_json = not sys.stderr.isatty() if json is None else json
    before: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        without_tokens(secret),
    ]
    structlog.configure(
        processors=[*before, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.make_filtering_bound_logger(level),
        cache_logger_on_first_use=True,
    )
    look: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=before,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, look],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))


def error_id() -> str:
    """A short name for one unexpected error: the person is shown it, the log line carries it."""
    return secrets.token_hex(3)


def log_unexpected(event: str, error: BaseException, **facts: Any) -> str:
    """Logs an error that nobody foresaw, with its traceback; → the id to show."""
    name = error_id()
    structlog.get_logger("unexpected").error(event, error_id=name, exc_info=error, **facts)
    return name

"""What is set from outside: environment variables and `.env`, all named ORYNDA_…"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AwareDatetime, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

TELEGRAM = "https://api.telegram.org"
WEBHOOK_PATH = "/telegram"
"""Where the bot's web server takes updates."""


class SettingsError(Exception):
    """Settings that cannot be used, said in words: one line for each."""


class Settings(BaseSettings):
    """The settings of one running bot. Secrets are not shown by `repr` or in error messages.

    `token` may be missing: reading and checking plans needs none, `bot_token` asks for it.
    """

    model_config = SettingsConfigDict(
        env_prefix="ORYNDA_", env_file=".env", extra="ignore", frozen=True, hide_input_in_errors=True
    )

    token: SecretStr | None = None
    api_url: str = TELEGRAM
    database_url: str = Field(default="", repr=False)
    sqlite: Literal["", "quick", "plain"] = ""
    """Which way statements go to SQLite (`storage.sqlite.way`); empty for the quick one."""
    data_dir: Path = Path("data")
    timezone: str = "Asia/Almaty"
    webhook_url: str = ""
    webhook_secret: SecretStr | None = None
    listen: str = "127.0.0.1:8080"
    now: AwareDatetime | None = None
    sending_limit: float = Field(default=29, ge=0)
    """Messages a second over all chats; 0 = no limit, for measurements only."""
    double_tap_seconds: float = Field(default=0.7, ge=0)
    min_free_mb: int = Field(default=500, ge=0)
    """Less than this free on the disk is trouble for `/health` and `doctor`; at the half of it files wait."""
    evidence_day_mb: int = Field(default=300, ge=0)
    evidence_total_mb: int = Field(default=5000, ge=0)
    """MiB of files that one person may send a day, and in all; 0 = no limit."""

    @field_validator("token", "webhook_secret", "now", mode="before")
    @classmethod
    def _empty_is_none(cls, value: Any) -> Any:
        return None if value == "" else value

    @field_validator("api_url")
    @classmethod
    def _web_address(cls, value: str) -> str:
        if not value.startswith(("http://", "https://")):
            raise ValueError("must begin with http:// or https://")
        return value.rstrip("/")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            raise ValueError("is not the name of a time zone, such as Asia/Almaty") from error
        return value

    @field_validator("listen")
    @classmethod
    def _host_and_port(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if value and not (host and port.isdecimal() and int(port) < 65536):
            raise ValueError("must be HOST:PORT, such as 127.0.0.1:8080, or empty for none")
        return value

    @field_validator("webhook_secret")
    @classmethod
    def _secret_letters(cls, value: SecretStr | None) -> SecretStr | None:
        """Telegram takes 1 to 256 of these letters (Bot API, setWebhook)."""
        secret = value.get_secret_value() if value else ""
        if len(secret) > 256 or not all(c.isascii() and (c.isalnum() or c in "_-") for c in secret):
            raise ValueError("may hold 1 to 256 of A-Z a-z 0-9 _ -")
        return value

    @model_validator(mode="after")
    def _webhook_is_whole(self) -> Settings:
        if bool(self.webhook_url) != bool(self.webhook_secret):
            raise ValueError("ORYNDA_WEBHOOK_URL and ORYNDA_WEBHOOK_SECRET go together: set both or neither")
        if self.webhook_url and not self.listen:
            raise ValueError("a webhook needs ORYNDA_LISTEN, where its updates arrive")
        if self.webhook_url:
            _refuse_unheard(self.webhook_url)
        return self

    @property
    def bot_token(self) -> str:
        """The token. Raises SettingsError where there is none."""
        if self.token is None:
            raise SettingsError("ORYNDA_TOKEN is not set: it is the token that @BotFather gave for the bot")
        return self.token.get_secret_value()

    @property
    def bot_id(self) -> int:
        """The bot's number, with which its token begins; 0 where there is none."""
        number = self.token.get_secret_value().partition(":")[0] if self.token is not None else ""
        return int(number) if number.isdecimal() else 0

    @property
    def database(self) -> str:
        """The database's address: as set, or SQLite in the data folder."""
        return self.database_url or f"sqlite+aiosqlite:///{self.data_dir / 'orynda.db'}"

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    @property
    def address(self) -> tuple[str, int] | None:
        """Host and port to listen on, None where nothing is to listen."""
        host, _, port = self.listen.rpartition(":")
        return (host.strip("[]"), int(port)) if self.listen else None


def _refuse_unheard(webhook_url: str) -> None:
    """Raises ValueError, with what it should be, for an address whose updates would not come to the bot."""
    try:
        parts = urlsplit(webhook_url)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https"):
        raise ValueError(
            f"ORYNDA_WEBHOOK_URL is no web address: it should be like https://bot.example.kz{WEBHOOK_PATH}"
        )
    if parts.path != WEBHOOK_PATH:
        should_be = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{WEBHOOK_PATH}"
        raise ValueError(
            f"ORYNDA_WEBHOOK_URL: the bot listens at {WEBHOOK_PATH} alone: it should be {should_be}"
        )


def load_settings(**overrides: Any) -> Settings:
    """The settings from environment and `.env`, `overrides` first. Raises SettingsError, in words."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise SettingsError("\n".join(_in_words(item) for item in error.errors())) from None


def _in_words(item: Any) -> str:
    message = str(item["msg"]).removeprefix("Value error, ")
    if not item["loc"]:
        return message
    if item["type"] == "timezone_aware":
        message = "needs its offset from UTC, such as 2024-03-26T09:00+05:00"
    return f"ORYNDA_{str(item['loc'][0]).upper()}: {message}"

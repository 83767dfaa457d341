"""Settings: exactly the names that are fixed, errors in words, secrets nowhere."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.settings import Settings, SettingsError, load_settings

TOKEN = "123456:AAE-abcdefghijklmnopqrstuvwxyz012345"


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"ORYNDA_{name.upper()}", raising=False)


def test_defaults() -> None:
    settings = load_settings()
    assert settings.token is None
    assert settings.api_url == "https://api.telegram.org"
    assert settings.database == "sqlite+aiosqlite:///data/orynda.db"
    assert settings.zone.key == "Asia/Almaty"
    assert settings.address == ("127.0.0.1", 8080)
    assert settings.now is None
    assert settings.sending_limit == 29
    assert settings.double_tap_seconds == 0.7


@pytest.mark.parametrize(
    ("name", "text", "field", "value"),
    [
        ("TOKEN", TOKEN, "bot_token", TOKEN),
        ("API_URL", "http://127.0.0.1:8081/", "api_url", "http://127.0.0.1:8081"),
        ("DATABASE_URL", "postgresql+asyncpg://u:p@db/o", "database", "postgresql+asyncpg://u:p@db/o"),
        ("DATA_DIR", "/srv/o", "database", "sqlite+aiosqlite:////srv/o/orynda.db"),
        ("TIMEZONE", "Asia/Oral", "timezone", "Asia/Oral"),
        ("SQLITE", "plain", "sqlite", "plain"),
        ("LISTEN", "", "address", None),
        ("LISTEN", "[::1]:9000", "address", ("::1", 9000)),
        ("LISTEN", "0.0.0.0:0", "address", ("0.0.0.0", 0)),
        ("NOW", "2024-03-26T09:00:00+05:00", "now", datetime(2024, 3, 26, 4, tzinfo=UTC)),
        ("NOW", "", "now", None),
        ("SENDING_LIMIT", "0", "sending_limit", 0),
        ("DOUBLE_TAP_SECONDS", "0.2", "double_tap_seconds", 0.2),
        ("MIN_FREE_MB", "100", "min_free_mb", 100),
        ("EVIDENCE_DAY_MB", "0", "evidence_day_mb", 0),
        ("EVIDENCE_TOTAL_MB", "20000", "evidence_total_mb", 20000),
    ],
)
def test_environment(monkeypatch: pytest.MonkeyPatch, name: str, text: str, field: str, value: Any) -> None:
    monkeypatch.setenv(f"ORYNDA_{name}", text)
    assert getattr(load_settings(), field) == value


def test_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"ORYNDA_TOKEN={TOKEN}\nSOMETHING_ELSE=1\nORYNDA_UNKNOWN=2\n")
    assert load_settings().bot_token == TOKEN


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"API_URL": "api.telegram.org"}, "ORYNDA_API_URL: must begin with http:// or https://"),
        ({"TIMEZONE": "Asia/Almata"}, "ORYNDA_TIMEZONE: is not the name of a time zone"),
        ({"LISTEN": "8080"}, "ORYNDA_LISTEN: must be HOST:PORT"),
        ({"LISTEN": "127.0.0.1:99999"}, "ORYNDA_LISTEN: must be HOST:PORT"),
        ({"NOW": "2024-03-26T09:00:00"}, "ORYNDA_NOW: needs its offset from UTC"),
        ({"NOW": "yesterday"}, "ORYNDA_NOW: Input should be a valid datetime"),
        ({"SENDING_LIMIT": "-1"}, "ORYNDA_SENDING_LIMIT: Input should be greater than or equal to 0"),
        ({"WEBHOOK_URL": "https://x.kz/t"}, "ORYNDA_WEBHOOK_URL and ORYNDA_WEBHOOK_SECRET go together"),
        ({"WEBHOOK_SECRET": "not a secret!"}, "ORYNDA_WEBHOOK_SECRET: may hold"),
        (
            {"WEBHOOK_URL": "https://x.kz/t", "WEBHOOK_SECRET": "s", "LISTEN": ""},
            "a webhook needs ORYNDA_LISTEN",
        ),
    ],
)
def test_errors_in_words(monkeypatch: pytest.MonkeyPatch, settings: dict[str, str], words: str) -> None:
    for name, text in settings.items():
        monkeypatch.setenv(f"ORYNDA_{name}", text)
    with pytest.raises(SettingsError) as error:
        load_settings()
    assert str(error.value).startswith(words)
    assert "pydantic" not in str(error.value)


def test_all_errors_at_once() -> None:
    with pytest.raises(SettingsError) as error:
        load_settings(timezone="X", api_url="y")
    assert len(str(error.value).splitlines()) == 2


def test_secrets_are_not_shown() -> None:
    settings = load_settings(
        token=TOKEN,
        database_url="postgresql+asyncpg://u:hidden@db/o",
        webhook_url="https://x.kz/telegram",
        webhook_secret="hidden",
    )
    for shown in (repr(settings), str(settings), repr(settings.model_dump()["token"])):
        assert TOKEN not in shown
        assert "hidden" not in shown
    with pytest.raises(SettingsError) as error:
        load_settings(token=TOKEN, timezone="X", webhook_secret="hidden hidden")
    assert TOKEN not in str(error.value)
    assert "hidden" not in str(error.value)


def test_a_missing_token_is_asked_for_only_where_it_is_needed() -> None:
    with pytest.raises(SettingsError, match="BotFather"):
        _ = load_settings().bot_token


@pytest.mark.parametrize(
    ("url", "should_be"),
    [
        ("https://bot.example.kz/hook", "https://bot.example.kz/telegram"),
        ("https://bot.example.kz", "https://bot.example.kz/telegram"),
        ("https://bot.example.kz/", "https://bot.example.kz/telegram"),
        ("https://bot.example.kz:8443/telegram/", "https://bot.example.kz:8443/telegram"),
        ("https://bot.example.kz/bot/telegram", "https://bot.example.kz/telegram"),
        ("https://bot.example.kz/Telegram?a=1", "https://bot.example.kz/telegram"),
        ("bot.example.kz/telegram", "https://bot.example.kz/telegram"),
        ("ftp://bot.example.kz/telegram", "https://bot.example.kz/telegram"),
        ("https:///telegram", "https://bot.example.kz/telegram"),
    ],
)
def test_a_webhook_address_that_nobody_listens_on_is_refused(url: str, should_be: str) -> None:
    with pytest.raises(SettingsError, match="ORYNDA_WEBHOOK_URL") as refused:
        load_settings(webhook_url=url, webhook_secret="s")
    assert str(refused.value).endswith(f" {should_be}")


@pytest.mark.parametrize("url", ["https://bot.example.kz/telegram", "http://127.0.0.1:8080/telegram"])
def test_a_webhook_address_that_the_bot_listens_on_is_taken(url: str) -> None:
    assert load_settings(webhook_url=url, webhook_secret="s").webhook_url == url

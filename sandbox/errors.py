"""Refusals in Telegram's words: an HTTP status, a description with its prefix, and parameters."""

from typing import Any


class ApiError(Exception):
    """A refused call; `code` is both the HTTP status and `error_code` of the envelope."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def envelope(self) -> dict[str, Any]:
        """The body of the answer, as Telegram shapes it."""
        body: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def lower_first(words: str) -> str:
    """Telegram lower-cases the first letter unless the second is upper-case or `_` (BUTTON_DATA_INVALID)."""
    second = words[1:2]
    return words if second.isupper() or second == "_" else words[:1].lower() + words[1:]


def bad_request(words: str, parameters: dict[str, Any] | None = None) -> ApiError:
    """400 with its prefix."""
    return ApiError(400, "Bad Request: " + lower_first(words), parameters)


def forbidden(words: str) -> ApiError:
    """403 with its prefix."""
    return ApiError(403, "Forbidden: " + lower_first(words))


def conflict(words: str) -> ApiError:
    """409 with its prefix."""
    return ApiError(409, "Conflict: " + lower_first(words))


def too_many(retry_after: int) -> ApiError:
    """429; `retry_after` in whole seconds, repeated in the header by the server."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def method_not_found() -> ApiError:
    """404 for a method the sandbox does not have."""
    return ApiError(404, "Not Found: method not found")


def not_supported(what: str) -> ApiError:
    """404 for a parameter (or a kind of button, media …) that Telegram knows and the sandbox does not."""
    return ApiError(404, f"Not Found: {what} is not supported by the sandbox")


def too_large() -> ApiError:
    """413 for an upload over 50 MB."""
    return ApiError(413, "Request Entity Too Large")

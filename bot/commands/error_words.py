"""Errors as sentences for who sits at the command line."""

from __future__ import annotations

from core.kernel.errors import DomainError


def in_words(error: DomainError) -> str:
    """The English sentence of a domain error."""
    from locales import texts

    return texts()("en", error.message_id, **error.args_for_text)

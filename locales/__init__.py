"""Every word that people read, in Fluent: one folder a language, one file a room of the conversation.

To add a language, copy `locales/en`, translate it, and name it in `core.model.people.LANGUAGES`.
"""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser

HERE = Path(__file__).parent
_log = logging.getLogger(__name__)


class FluentTexts:
    """The `Texts` port: texts of all languages, read once.

    Numbers and dates go in already formatted as people of that language write them (core.summary.formatting); a count that
    decides a plural goes in as an int. An id that a language lacks falls back to the first one and is logged.
    """

    def __init__(self, languages: tuple[str, ...], folder: Path = HERE) -> None:
        self._bundles = {language: _bundle(language, folder) for language in languages}
        self._first = languages[0]
        # A card has twenty words, most of them the same for everybody who walks the same plan.
        self._known = lru_cache(maxsize=4096, typed=True)(self._format)

    def __call__(self, language: str, message_id: str, /, **args: object) -> str:
        return self._known(language, message_id, **args)

    def _format(self, language: str, message_id: str, /, **args: object) -> str:
        bundle = self._bundles.get(language) or self._bundles[self._first]
        if not bundle.has_message(message_id):
            _log.error("text %s is missing in %s", message_id, language)
            bundle = self._bundles[self._first]
        message = bundle.get_message(message_id)
        if message.value is None:
            raise KeyError(f"text {message_id} has no value")
        text, errors = bundle.format_pattern(message.value, args)
        if errors:
            _log.error("text %s in %s: %s", message_id, language, errors)
        return str(text)

    def has(self, language: str, message_id: str) -> bool:
        """Whether the language has a text of its own under that id."""
        return bool(self._bundles[language].has_message(message_id))


def _bundle(language: str, folder: Path) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    parser = FluentParser(with_spans=False)  # where each word stood in its file is half of what a text weighs
    for file in sorted((folder / language).glob("*.ftl")):
        bundle.add_resource(parser.parse(file.read_text(encoding="utf-8")))
    return bundle


@cache
def texts() -> FluentTexts:
    """The texts of every language, read at the first call."""
    from core.model.people import LANGUAGES

    return FluentTexts(LANGUAGES)

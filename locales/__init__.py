"""Every word that people read, in Fluent: one folder a language, one file a room of the conversation.

To add a language, copy `locales/en`, translate it, and add its line in `core.kernel.languages`.
"""

from __future__ import annotations

import logging
from functools import cache, lru_cache
from pathlib import Path

from core.kernel.languages import LANGUAGES, written_as
from locales.fluent import LanguageTexts, NotSaid

HERE = Path(__file__).parent
_log = logging.getLogger(__name__)


class FluentTexts:
    """The `Texts` port: texts of all languages.

    Numbers and dates go in already formatted as people of that language write them (core.summary.formatting); a count that
    decides a plural goes in as an int. It never raises: what a language lacks is said in the first one, what that lacks
    too is shown as its id, and either is logged.
    """

    def __init__(self, languages: tuple[str, ...], folder: Path = HERE) -> None:
        self._languages = {code: LanguageTexts(written_as(code), folder / code) for code in languages}
        self._first = languages[0]
        # A card has twenty words, most of them the same for everybody who walks the same plan.
        self._known = lru_cache(maxsize=4096, typed=True)(self._format)

    def __call__(self, language: str, message_id: str, /, **args: object) -> str:
        try:
            return self._known(language, message_id, **args)
        except TypeError:  # a variable that cannot be remembered, such as a list
            return self._format(language, message_id, **args)

    def _format(self, language: str, message_id: str, /, **args: object) -> str:
        for code in dict.fromkeys((language, self._first)):
            known = self._languages.get(code)
            try:
                if known is None:
                    raise NotSaid("no such language")
                text, errors = known.say(message_id, args)
            except NotSaid as error:
                _log.error("text %s is missing in %s: %s", message_id, code, error)
                continue
            if errors:
                _log.error("text %s in %s: %s", message_id, code, errors)
            return text
        return message_id

    def has(self, language: str, message_id: str) -> bool:
        """Whether the language has a text of its own under that id."""
        return message_id in self._languages[language]


@cache
def texts() -> FluentTexts:
    """The texts of every language."""
    return FluentTexts(LANGUAGES)

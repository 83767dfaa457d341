"""Fluent fails in silence: so every text exists in every language, with the same variables, and every id used exists."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from core.kernel.languages import LANGUAGES
from handlers.frame.registry import registry
from locales import HERE, texts
from tests.built_ids import BUILT, NO_TEXTS, built_ids, built_in_code
from tests.officer import every_card, walkthrough
from tests.talk import test_languages

ROOT = Path(__file__).parent.parent
ID_USED = re.compile(
    r"(?<![_a-z])(?:say|plain|tell|_button|Missing|Outdated|NotAllowed|UnreadableInput|UnreadableFile|DomainError)"
    r'\(\s*"([a-z][a-z0-9-]+)"'
)


class Variables(Visitor):
    """Collects the variables of one message."""

    def __init__(self) -> None:
        self.found: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.found.add(node.id.name)


def messages(language: str) -> dict[str, set[str]]:
    """Id → variables of every message of a language; junk is an error."""
    found: dict[str, set[str]] = {}
    for file in sorted((HERE / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, ast.Junk), f"{language}/{file.name}: {(entry.content or '')[:80]!r}"
            if isinstance(entry, ast.Message):
                assert entry.id.name not in found, f"{language}/{file.name}: {entry.id.name} stands twice"
                variables = Variables()
                variables.visit(entry)
                found[entry.id.name] = variables.found
    return found


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_each_language_has_the_same_texts(language: str) -> None:
    first, other = messages(LANGUAGES[0]), messages(language)
    assert sorted(set(first) ^ set(other)) == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_each_text_takes_the_same_variables(language: str) -> None:
    """A helper that another text refers to (a weekday's case) may differ; what is asked for by its id may not."""
    first, other = messages(LANGUAGES[0]), messages(language)
    used = {*ids_in_code(), *built_ids()}
    differing = {i: (first[i], other[i]) for i in used & set(first) & set(other) if first[i] != other[i]}
    assert differing == {}


def test_english_has_the_apostrophe_that_goes_with_its_quotes() -> None:
    """Texts quote with “ ”; a typewriter's ' beside them looks like another hand."""
    straight = [
        f"{file.name}: {line}"
        for file in sorted((HERE / "en").glob("*.ftl"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if re.search(r"[A-Za-z]'", line) and not line.startswith("#")
    ]
    assert straight == []


def ids_in_code() -> set[str]:
    found: set[str] = set()
    for room in ("core", "handlers", "reminders", "bot", "storage", "documents"):
        for path in (ROOT / room).rglob("*.py"):
            found.update(ID_USED.findall(path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_in_code_has_a_text(language: str) -> None:
    assert sorted(i for i in ids_in_code() if not texts().has(language, i)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_id_that_is_built_at_run_time_has_a_text(language: str) -> None:
    """`tests/built_ids.py` says what each can become."""
    assert sorted(i for i in set(built_ids()) if not texts().has(language, i)) == []


def test_every_id_that_is_built_says_what_it_can_become() -> None:
    """A text that is missing would show only when somebody meets it."""
    found = built_in_code()
    assert {pattern: where for pattern, where in found.items() if pattern not in {*BUILT, *NO_TEXTS}} == {}
    assert sorted({*BUILT, *NO_TEXTS} - set(found)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_a_description(language: str) -> None:
    import handlers.entry.routing  # noqa: F401  (enters the features)
    from core.model.people import Role
    from handlers.frame.menu import commands_for

    for roles in ((), *((r,) for r in Role), tuple(Role)):
        for name, text in commands_for(roles, texts(), language):
            assert name in registry.commands
            assert 3 <= len(text) <= 256


def test_scripts_speak_languages_that_there_are() -> None:
    """A new language needs no script; one that is given up takes its script with it."""
    scripted = {*every_card.WORDS, *walkthrough.LANGUAGES, *test_languages.STORIES}
    assert scripted <= set(LANGUAGES)

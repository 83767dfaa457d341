"""Our reading of Fluent says what the reference implementation says, and never stops anybody."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from core.kernel.languages import LANGUAGES, written_as
from locales import HERE, FluentTexts

COUNTS = (
    0,
    1,
    2,
    3,
    4,
    5,
    7,
    11,
    12,
    14,
    21,
    22,
    25,
    100,
    101,
    111,
    121,
    999,
    1000,
    12_345,
    1_234_567,
    -1,
    -5,
)
WORDS = ("", "<b>х</b>", "1", "12,5 млн")


class Parts(Visitor):
    """The variables of a text, the texts that it names, and the words that it chooses by."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.names: set[str] = set()
        self.keys: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.names.add(node.id.name)

    def visit_Variant(self, node: ast.Variant) -> None:
        if isinstance(node.key, ast.Identifier):
            self.keys.add(node.key.name)
        self.generic_visit(node)


def entries(language: str) -> dict[str, ast.Message]:
    found: dict[str, ast.Message] = {}
    for file in sorted((HERE / language).glob("*.ftl")):
        body = FluentParser().parse(file.read_text(encoding="utf-8")).body
        found.update({e.id.name: e for e in body if isinstance(e, ast.Message)})
    return found


def parts_of(known: dict[str, ast.Message], message_id: str) -> Parts:
    """Those of a text and of all that it names."""
    parts, waiting = Parts(), [message_id]
    while waiting:
        before = set(parts.names)
        parts.visit(known[waiting.pop()])
        waiting += parts.names - before
    return parts


def said_with(parts: Parts) -> Iterator[dict[str, object]]:
    """Each value for all variables, and two by turns."""
    values = [*COUNTS, *WORDS, *sorted(parts.keys - {"zero", "one", "two", "few", "many", "other"})]
    names = sorted(parts.variables)
    if not names:
        yield {}
        return
    yield from (dict.fromkeys(names, value) for value in values)
    if len(names) > 1:
        for pair in product((0, 1, 2, 5, "", "х"), repeat=2):
            yield {name: pair[at % 2] for at, name in enumerate(names)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_reads_as_the_reference_reads_it(language: str) -> None:
    bundle, texts = FluentBundle([language], use_isolating=False), FluentTexts(LANGUAGES)
    for file in sorted((HERE / language).glob("*.ftl")):
        bundle.add_resource(FluentParser().parse(file.read_text(encoding="utf-8")))
    known = entries(language)
    for message_id in known:
        pattern = bundle.get_message(message_id).value
        assert pattern is not None
        for args in said_with(parts_of(known, message_id)):
            wanted, errors = bundle.format_pattern(pattern, args)
            assert not errors
            assert texts(language, message_id, **args) == wanted, (message_id, args)


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_those_of_the_reference(language: str) -> None:
    bundle = FluentBundle([language])
    asked = (*range(-130, 1_200), 10**6, 10**9 + 1)
    assert [n for n in asked if written_as(language).plural_of(n) != bundle._plural_form(n)] == []


TEXTS = {
    "ru": """\
plain = слово
count = { $n ->
    [0] ничего
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
}
only-here = только { plain }
-brand = { $case ->
   *[nominative] Орында
    [genitive] Орынды
}
brand = { -brand } и { -brand(case: "genitive") }
hint = Подсказка
    .short = П.
names-short = { hint.short }{ "!" } { 3 }
lines =
    первая
    вторая { $n }
""",
    "en": """\
# comment = is no text
plain = word
round = { round-too }
round-too = { round }
names-nothing = a { nowhere } b
brand = { -brand }
called = { NUMBER($n) }
attribute-only =
    .short = s
broken = { $n
after-broken = still read
""",
}


@pytest.fixture
def made(tmp_path: Path) -> FluentTexts:
    for code, written in TEXTS.items():
        (tmp_path / code).mkdir()
        (tmp_path / code / "all.ftl").write_text(written, encoding="utf-8")
    return FluentTexts(("ru", "en"), tmp_path)


@pytest.mark.parametrize(
    ("language", "message_id", "args", "said", "wrong"),
    [
        ("ru", "count", {"n": 0}, "ничего", None),
        ("ru", "count", {"n": 1_021}, "1\u00a0021 день", None),
        ("ru", "brand", {}, "Орында и Орынды", None),
        ("ru", "names-short", {}, "П.! 3", None),
        ("ru", "lines", {"n": "раз"}, "первая\nвторая раз", None),
        ("en", "after-broken", {}, "still read", None),
        ("en", "only-here", {}, "только слово", "missing in en"),
        ("en", "attribute-only", {}, "attribute-only", "missing in ru"),
        ("en", "broken", {"n": 1}, "broken", "missing in en"),
        ("en", "nobody-wrote-this", {}, "nobody-wrote-this", "missing in ru"),
        ("de", "plain", {}, "слово", "no such language"),
        ("de", "nobody-wrote-this", {}, "nobody-wrote-this", "missing in ru"),
        ("ru", "count", {}, "{$n} дней", "no $n"),
        ("ru", "count", {"n": 1.5}, "{$n} дней", "$n is a float"),
        ("ru", "lines", {"n": ["a", "list"]}, "первая\nвторая {$n}", "$n is a list"),
        ("ru", "plain", {"more": "than wanted"}, "слово", None),
        ("en", "names-nothing", {}, "a {nowhere} b", "no text nowhere"),
        ("en", "brand", {}, "{-brand}", "no text -brand"),
        ("en", "round", {}, "{round-too}", "names itself"),
        ("en", "called", {"n": 1}, "{FunctionReference}", "is not known here"),
    ],
)
def test_what_is_missing_or_wrong_is_logged_and_stops_nobody(
    made: FluentTexts,
    caplog: pytest.LogCaptureFixture,
    language: str,
    message_id: str,
    args: dict[str, object],
    said: str,
    wrong: str | None,
) -> None:
    with caplog.at_level(logging.ERROR):
        assert made(language, message_id, **args) == said
    assert wrong in caplog.text if wrong else caplog.text == ""


def test_a_language_without_a_folder_is_spoken_in_the_first(tmp_path: Path) -> None:
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "all.ftl").write_text("plain = слово\n", encoding="utf-8")
    texts = FluentTexts(("ru", "de"), tmp_path)
    assert texts("de", "plain") == "слово"
    assert not texts.has("de", "plain")

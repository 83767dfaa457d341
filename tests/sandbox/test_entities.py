"""The HTML that Telegram reads: what it makes of it, and how it refuses the rest."""

import contextlib
from html import escape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sandbox.entities.entity_rules import units
from sandbox.entities.html import TAGS, ParseError, parse_html
from sandbox.entities.links import find_entities, normal_url


def entity(kind: str, offset: int, length: int, **extra: Any) -> dict[str, Any]:
    return {"offset": offset, "length": length, "type": kind, **extra}


ERRORS = [
    ("a <foo>b</foo>", 'Unsupported start tag "foo" at byte offset 2'),
    ("ы <foo>", 'Unsupported start tag "foo" at byte offset 3'),
    ("😀<x>", 'Unsupported start tag "x" at byte offset 4'),
    ("temp < 5", 'Unsupported start tag "" at byte offset 5'),
    ("temp < 5 >", 'Unsupported start tag "" at byte offset 5'),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</i>", 'Can\'t find end tag corresponding to start tag "b"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("ы<b>x</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("ы</b>", "Unexpected end tag at byte offset 2"),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("x<a href=", "Unclosed start tag at byte offset 1"),
    ("x<a href='y", "Unclosed start tag at byte offset 1"),
    ("x<a href", "Unclosed start tag at byte offset 1"),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 3'),
    ("<a href>y</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ("<a href=x!>y</a>", "Unexpected end of name token at byte offset 8"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<span class='x'>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
]

GOOD = [
    ("plain", "plain", []),
    ("<B>x</b >", "x", [entity("bold", 0, 1)]),
    ("<b>x</>", "x", [entity("bold", 0, 1)]),
    ("ы<b>😀</b><i>я</i>", "ы😀я", [entity("bold", 1, 2), entity("italic", 3, 1)]),
    ("<b></b>x", "x", []),
    ("<b><i>x</i> y</b>", "x y", [entity("bold", 0, 3), entity("italic", 0, 1)]),
    ("<b>a<b>b</b></b>", "ab", [entity("bold", 0, 2)]),
    ("<b>a</b><strong>b</strong>", "ab", [entity("bold", 0, 2)]),
    ("&lt;&gt;&amp;&quot;&#1099;&#x44b;", '<>&"ыы', []),
    ("&nbsp; &apos; &x; & &; &#0; &#xffffffff;", "&nbsp; &apos; &x; & &; &#0; &#xffffffff;", []),
    (" \n <b> x </b> ", " x", [entity("bold", 0, 2)]),
    ("x\r\ny\t\u202ez", "x\ny z", []),
    ("<code>a<b>b</b></code>", "ab", [entity("code", 0, 2)]),
    ("<b>a<code>b</code>c</b>", "abc", [entity("bold", 0, 1), entity("code", 1, 1), entity("bold", 2, 1)]),
    ("<pre>x</pre>", "x", [entity("pre", 0, 1)]),
    ('<pre><code class="language-python">x</code></pre>', "x", [entity("pre", 0, 1, language="python")]),
    ('<code class="language-python">x</code>', "x", [entity("code", 0, 1)]),
    ("<blockquote>x</blockquote>", "x", [entity("blockquote", 0, 1)]),
    ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
    ("<blockquote>a<blockquote>b</blockquote></blockquote>", "ab", [entity("blockquote", 0, 2)]),
    ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
    ("<tg-spoiler>x</tg-spoiler>", "x", [entity("spoiler", 0, 1)]),
    ('<a href="https://a.kz/?x=1&amp;y=2">x</a>', "x", [entity("text_link", 0, 1, url="https://a.kz/?x=1&y=2")]),
    ("<a href='a.kz'>x</a>", "x", [entity("text_link", 0, 1, url="http://a.kz/")]),
    ("<a>a.kz</a>", "a.kz", [entity("text_link", 0, 4, url="http://a.kz/")]),
    ("<a href='nothing at all'>x</a>", "x", []),
    ("<u>a</u><ins>b</ins><s>c</s><strike>d</strike><del>e</del>", "abcde", [
        entity("underline", 0, 2), entity("strikethrough", 2, 3)
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("source", "words"), ERRORS)
def test_refusals_in_telegrams_words(source: str, words: str) -> None:
    with pytest.raises(ParseError) as refusal:
        parse_html(source)
    assert str(refusal.value) == words


@pytest.mark.parametrize(("source", "text", "entities"), GOOD)
def test_what_is_read(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    assert parse_html(source) == (text, entities)


@given(st.text())
def test_any_text_comes_through_when_escaped(text: str) -> None:
    read, entities = parse_html(escape(text, quote=False))
    assert entities == []
    kept = [c for c in text if c not in "\r\u2028\u2029\u202a\u202b\u202c\u202d\u202e"]
    expected = "".join(" " if c < " " and c != "\n" else c for c in kept)
    assert read == expected.rstrip().lstrip(" \n")


pieces = st.recursive(
    st.text(alphabet="abы😀 \n&<>").map(lambda text: escape(text, quote=False)),
    lambda inner: st.tuples(
        st.sampled_from(sorted(set(TAGS) - {"a", "span"})), st.lists(inner, max_size=3)
    ).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"),
    max_leaves=12,
)


@given(st.lists(pieces, max_size=4).map("".join))
def test_entities_lie_in_the_text_in_order_and_nest(source: str) -> None:
    text, entities = parse_html(source)
    total = units(text)
    spans = [(e["offset"], e["offset"] + e["length"]) for e in entities]
    assert all(0 <= start < end <= total for start, end in spans)
    assert spans == sorted(spans, key=lambda span: (span[0], -span[1]))
    for i, (_, end) in enumerate(spans):
        for later, later_end in spans[i + 1 :]:
            assert end <= later or later_end <= end, f"{entities} cross in {source!r}"
    for kind in {e["type"] for e in entities}:
        own = sorted(span for span, e in zip(spans, entities, strict=True) if e["type"] == kind)
        assert all(before[1] <= after[0] for before, after in zip(own, own[1:], strict=False))


@given(st.text(alphabet="<>/ab=\"' &;#x1ы😀"))
def test_nothing_but_a_parse_error_is_raised(source: str) -> None:
    with contextlib.suppress(ParseError):
        text, _ = parse_html(source)
        assert text == text.rstrip()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/start abc", [entity("bot_command", 0, 6)]),
        ("😀 /report@my_bot", [entity("bot_command", 3, 14)]),
        ("и/или a/b 12/2024 https://a.kz/x", [entity("url", 18, 14)]),
        ("почта a@b.kz, @somebody #отчёт", [
            entity("email", 6, 6), entity("mention", 14, 9), entity("hashtag", 24, 6)
        ]),
        ("5,8 млн; файл.docx", []),
    ],
)  # fmt: skip
def test_what_telegram_marks_by_itself(text: str, found: list[dict[str, Any]]) -> None:
    assert find_entities(text, []) == found


def test_code_is_not_searched() -> None:
    code = [entity("code", 0, 6)]
    assert find_entities("/start", code) == code


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://a.kz", "https://a.kz/"),
        ("t.me/bot?start=x", "http://t.me/bot?start=x"),
        ("tg://resolve?domain=x", "tg://resolve?domain=x"),
        ("http://127.0.0.1:8081/page", "http://127.0.0.1:8081/page"),
        ("ftp://a.kz", None),
        ("javascript:alert(1)", None),
        ("просто слова", None),
        ("http://a.kz:99999", None),
        ("", None),
    ],
)
def test_addresses(address: str, url: str | None) -> None:
    assert normal_url(address) == url

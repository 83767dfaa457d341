"""Instructions are told apart as pdfminer tells them, a token at a time."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfminer.pdfinterp import PDFContentParser
from pdfminer.pdftypes import PDFStream
from pdfminer.psexceptions import PSEOF
from pdfminer.psparser import PSKeyword, keyword_name

from documents.pdf.pdf_instructions import instructions


def theirs(data: bytes) -> list[tuple[str, list[Any]]]:
    parser = PDFContentParser([PDFStream({}, data)])
    found: list[tuple[str, list[Any]]] = []
    operands: list[Any] = []
    while True:
        try:
            _, thing = parser.nextobject()
        except PSEOF:
            return found
        if isinstance(thing, PSKeyword):
            found.append((keyword_name(thing), operands))
            operands = []
        else:
            operands.append(thing)


@pytest.mark.parametrize(
    "data",
    [
        b"BT /F1 8.5 Tf 1 0 0 -1 .5 -3. Tm (ab\\)c) Tj ET\n",
        b"(a(b)c) Tj (\\101\\n\\\\) ' <48 65 6C60> Tj [(a) -20.5 <41> (b)] TJ\n",
        b"/a#20b gs 0 0 10 20 re f* % note (\n1 w q Q T* \n",
        b"/Span <</ActualText (x) /MCID 3>> BDC EMC /P <</A [1 2 <</B true>>]>> BDC EMC\n",
        b"q\r10 0 0 10 0 0 cm/Im1 Do\rQ\n",
    ],
)
def test_as_pdfminer_reads_them(data: bytes) -> None:
    assert list(instructions(data)) == theirs(data)


def test_a_picture_within_the_page_is_left_out() -> None:
    assert list(instructions(b"q BI /W 1 ID \x00(EI[<\nEI Q (a) Tj")) == [
        ("q", []),
        ("BI", []),
        ("Q", []),
        ("Tj", [b"a"]),
    ]


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                b"(",
                b")",
                b"[",
                b"]",
                b"<<",
                b">>",
                b"<",
                b">",
                b"/N",
                b"1",
                b"-.5",
                b"\\",
                b" ",
                b"Tj",
                b"ID",
                b"%",
                b"\n",
                b"\xff",
            ]
        ),
        max_size=40,
    )
)
def test_any_tokens_end(parts: list[bytes]) -> None:
    assert all(isinstance(name, str) for name, _ in instructions(b"".join(parts)))

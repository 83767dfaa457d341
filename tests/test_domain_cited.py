"""Every rule's reason can be found: what cites the domain names a heading that docs/domain.md has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DOMAIN = ROOT / "docs" / "domain.md"

CITATION = re.compile(r"(?:\b[Dd]omain|docs/domain\.md), §\d+(?:(?:, | and | to )§\d+)*")
"""How it is cited, everywhere alike: `domain, §3`, `docs/domain.md, §3`, `domain, §1 and §4`, `domain, §3 to §6`."""
NUMBERED = re.compile(r"^#+ (\d+)\. \S", re.MULTILINE)


def citing() -> list[Path]:
    """Code, its tests and its pages: all that may cite, but for the page itself and what was set up beside it."""
    code = [path for room in ROOT.iterdir() if (room / "__init__.py").exists() for path in room.rglob("*.py")]
    pages = (ROOT / "docs").rglob("*.md")
    ours = {DOMAIN, Path(__file__)}
    return sorted(path for path in [*code, *(ROOT / "tests").rglob("*.py"), *pages] if path not in ours)


def headings() -> list[str]:
    return NUMBERED.findall(DOMAIN.read_text(encoding="utf-8"))


def sections(text: str) -> list[str]:
    return re.findall(r"§(\d+)", text)


def test_a_headings_number_is_its_own() -> None:
    found = headings()
    assert found
    assert len(found) == len(set(found))


def test_what_is_cited_is_there() -> None:
    known = set(headings())
    missing = [
        f"{path.relative_to(ROOT)}: §{number}"
        for path in [*citing(), DOMAIN]
        for number in sections(path.read_text(encoding="utf-8"))
        if number not in known
    ]
    assert missing == []


def test_it_is_cited_in_one_way_so_that_it_can_be_found() -> None:
    others = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in citing()
        for line in path.read_text(encoding="utf-8").splitlines()
        if "§" in CITATION.sub("", line)
    ]
    assert others == []


@pytest.mark.parametrize(
    "text", ["(domain, §1 and §4)", "docs/domain.md, §3", "Domain, §3. A", "domain, §3 to §6"]
)
def test_a_whole_citation_is_known(text: str) -> None:
    assert "§" not in CITATION.sub("", text)

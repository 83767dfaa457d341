"""Small raised text behind a word or a figure: a power that belongs to it, or the mark of a note that does not."""

from __future__ import annotations

import re

# A small raised figure is the mark of a note, unless it is a power: "м2", "R2", "×103", or can be one: "106".
_MARK = re.compile(r"(?:\d{1,2}(?:\s*[,;]\s*\d{1,2})*|\*{1,4}|[†‡])\)?")
_POWER = re.compile(r"(?<![^\W\d_])(?:[ксдм]?м|[kcdm]?m|[A-Za-z])[23]$")
_POWER_OF_TEN = re.compile(r"(?:[×x·*х] ?10\d{1,2}|^\s*10[369])$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_BASE = 8  # characters that tell a power


def raised(text: str, before: str) -> str:
    """Raised text behind what stands before it: "" for the mark of a note, a power of ten as one."""
    mark, stem = text.strip(), before.rstrip()
    if not stem or not _MARK.fullmatch(mark):
        return text
    tail = stem[-_LONGEST_BASE:] + mark
    if _POWER_OF_TEN.search(tail):
        return mark.translate(_RAISED)
    return text if _POWER.search(tail) else ""

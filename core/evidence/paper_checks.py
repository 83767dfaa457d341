"""What is pointed out about a piece of evidence, and may be confirmed: used already, unreadable, dated amiss.

Pure functions. What is known at once is checked on arrival; what only the bytes tell, once they are fetched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from core.evidence.papers import Paper
from core.kernel.periods import Period
from core.kernel.text import fold
from core.model.obligations import Obligation, ObligationKind
from core.plan.reports import Draft, Evidence, Remark, RemarkCode

_TAIL = 2048
_ZIP_TAIL = 65_557
"""The end record of a ZIP file with the longest comment."""

_PICTURES = frozenset(("jpg", "jpeg", "png", "gif", "webp"))
_ZIPPED = frozenset(("docx", "xlsx", "pptx", "odt", "ods", "zip"))


@dataclass(frozen=True, slots=True)
class Use:
    """A piece of evidence on another report of the same plan."""

    evidence: Evidence
    activity_id: int
    period: str


def on_arrival(
    piece: Evidence, obligation: Obligation, uses: Sequence[Use], today: date
) -> tuple[Remark, ...]:
    """What can be said before the bytes are here. `uses` are other pieces that share a date or a file with it."""
    found: list[Remark] = []
    if piece.is_file and piece.size == 0:
        found.append(Remark(code="empty"))
    amiss = dated_amiss(piece.dated, obligation, today) if piece.dated is not None else None
    if amiss is not None:
        found.append(Remark(code=amiss))
    elsewhere = [use for use in uses if _is_another(use, obligation)]
    paper = next((use for use in elsewhere if is_same_paper(piece, use.evidence)), None)
    if paper is not None:
        found.append(_used("paper-used", paper))
    file = next((use for use in elsewhere if _is_same_file(piece, use.evidence)), None)
    if file is not None:
        found.append(_used("file-used", file))
    return tuple(found)


def once_fetched(
    piece: Evidence, obligation: Obligation, content: bytes, uses: Sequence[Use]
) -> tuple[Remark, ...]:
    """What the bytes say besides what was said before; `piece` carries their SHA-256."""
    known = {r.code for r in piece.remarks}
    found: list[Remark] = []
    if not content:
        found.append(Remark(code="empty"))
    elif is_unreadable(content, piece):
        found.append(Remark(code="unreadable"))
    same = next((u for u in uses if _is_another(u, obligation) and _is_same_file(piece, u.evidence)), None)
    if same is not None:
        found.append(_used("file-used", same))
    return tuple(r for r in found if r.code not in known)


def dated_amiss(dated: date, obligation: Obligation, today: date) -> RemarkCode | None:
    """Whether a paper's date lies outside of what is reported on.

    A target and a cycle are about their own period. A dated row or a stage may be done ahead within its year, and
    late from the day after its deadline on.
    """
    if dated > today:
        return "date-later"
    period = Period.parse(obligation.period)
    of_period = obligation.kind in (ObligationKind.TARGET, ObligationKind.CYCLE)
    if dated < (period.start if of_period else date(period.start.year, 1, 1)):
        return "date-early"
    deadline = obligation.due_now.deadline
    if dated > (max(period.end, deadline) if of_period else deadline):
        return "date-after"
    return None


def is_same_paper(one: Evidence | Paper, other: Evidence) -> bool:
    """Whether two pieces name one paper: the same day and the same number, folded. A number alone is not enough."""
    if one.dated is None or one.dated != other.dated or not one.number or not other.number:
        return False
    return fold(one.number).replace(" ", "") == fold(other.number).replace(" ", "")


def same_paper(piece: Evidence, attached: Sequence[Evidence], draft: Draft) -> Evidence | None:
    """The paper of the report that a new piece shows or names again; not what somebody else told beside the report.

    Two forms that differ are two papers, though number and day are the same.
    """
    told = {s.evidence for s in draft.said}
    return next(
        (
            e
            for e in attached
            if e.id not in told
            and is_same_paper(piece, e)
            and (piece.form is None or e.form is None or fold(piece.form) == fold(e.form))
        ),
        None,
    )


def without_confirmed(remarks: Sequence[Remark], before: Sequence[Remark]) -> tuple[Remark, ...]:
    """Remarks about a piece that takes another's place: what was confirmed of that one is not asked about again."""
    kept = {(r.code, r.activity_id, r.period): r for r in before if r.kept}
    return tuple(kept.get((r.code, r.activity_id, r.period), r) for r in remarks)


def is_unreadable(content: bytes, piece: Evidence) -> bool:
    """Whether a picture, a PDF or an office file cannot be opened: not what its name says, or cut off.

    By first and last bytes alone: nothing of it is decoded here.
    """
    ending = _ending(piece)
    if ending in _PICTURES:
        return not _is_whole_picture(content)
    if ending == "pdf":
        return b"%PDF-" not in content[:1024] or b"%%EOF" not in content[-_TAIL:]
    if ending in _ZIPPED and not content.startswith(b"\xd0\xcf\x11\xe0"):  # one with a password is no ZIP
        return not content.startswith(b"PK") or b"PK\x05\x06" not in content[-_ZIP_TAIL:]
    return False


def _is_whole_picture(content: bytes) -> bool:
    if content.startswith(b"\xff\xd8\xff"):
        # Phones put a film or a depth map behind the picture; a thumbnail before it has an end of its own.
        return content.rfind(b"\xff\xd9") > len(content) // 2
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return b"IEND" in content[-_TAIL:]
    if content.startswith((b"GIF87a", b"GIF89a")):
        return b";" in content[-16:]
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return int.from_bytes(content[4:8], "little") + 8 <= len(content)
    return False


def _ending(piece: Evidence) -> str:
    name, _, named = (piece.file_name or "").lower().rpartition(".")
    return (named if name else "") or (piece.mime_type or "").rpartition("/")[2].lower()


def _is_same_file(one: Evidence, other: Evidence) -> bool:
    same_bytes = one.sha256 is not None and one.sha256 == other.sha256
    return same_bytes or (one.unique_id is not None and one.unique_id == other.unique_id)


def _is_another(use: Use, obligation: Obligation) -> bool:
    """Who reports on the same row and period beside this post may well show the same paper."""
    return (use.activity_id, use.period) != (obligation.activity_id, obligation.period)


def _used(code: RemarkCode, use: Use) -> Remark:
    return Remark(code=code, activity_id=use.activity_id, period=use.period)

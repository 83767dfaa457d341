"""The summary taken out of the chat: the workbook's data, plain text, JSON. For jobs and the command line."""

from __future__ import annotations

from typing import Any

from core.kernel.errors import UnreadableInput
from core.kernel.periods import Period
from core.plan.reports import Evidence
from core.ports.unit_of_work import Texts, Work
from core.summary.book import Book, read_book
from core.summary.formatting import format_period
from core.summary.workbook import SummaryTable, summary_table
from handlers.frame.deps import Deps
from handlers.frame.screens import shortened
from handlers.words.summary_words import Words

_NOT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|\n\r\t', " "))
_LONGEST_NAME = 120


async def summary_workbook_data(
    deps: Deps, work: Work, language: str, plan_id: int, period: str | None
) -> SummaryTable:
    """What documents.written.summary_xlsx.make_summary_xlsx needs, every word in it already; it can be pickled.

    Raises Missing where there is no such plan, UnreadableInput where the code names no period.
    """
    book, period = await _opened(deps, work, plan_id, period)
    handed_in = {i for o in book.obligations if o.submitted for i in o.submitted.evidence}
    return summary_table(
        book.plan.plan,
        book.summary(period),
        list(book.plan.activities.values()),
        book.obligations,
        deps.texts,
        language,
        posts={i: p.name for i, p in book.plan.posts.items()},
        evidence=_pieces([e for e in await work.evidence.of_plan(plan_id) if e.id in handed_in]),
    )


async def summary_text(deps: Deps, work: Work, language: str, plan_id: int, period: str | None) -> str:
    """The summary as lines of plain text: totals, sections, posts. Raises as `summary_workbook_data`."""
    book, period = await _opened(deps, work, plan_id, period)
    summary = book.summary(period)
    words = Words(deps.texts, language)
    said = [
        words.say("sum-title", period=words.period(period), plan=book.plan.title),
        words.as_of(deps.now(), deps.zone),
        *words.head(summary.total),
    ]
    if summary.by_section:
        said += ["", words.say("summary-by-section")]
        said += [words.section_line(line) for line in summary.by_section]
        said += [words.legend(summary.total, False)]
        said += ["", words.say("summary-by-post")]
        said += [words.post_line(line) for line in summary.by_post]
        said += [words.legend(summary.total, True)]
    return "\n".join(said)


async def summary_json(
    deps: Deps, work: Work, language: str, plan_id: int, period: str | None
) -> dict[str, Any]:
    """The summary as JSON types: counts, shares as decimal strings, and the ids of the reports behind each line.

    The shape is core.summary.summary.Summary's, with the plan's `title` and the period in words. Raises likewise.
    """
    book, period = await _opened(deps, work, plan_id, period)
    words = Words(deps.texts, language)
    named = {"title": book.plan.title, "period_title": words.period(period)}
    return {**named, **book.summary(period).model_dump(mode="json")}


def file_name(texts: Texts, language: str, period: str | None, title: str) -> str:
    """«Сводка I квартал 2024.xlsx»; for the whole plan its title stands in the period's place."""
    what = format_period(period, texts, language) if period else title
    name = texts(language, "sum-file-name", what=what).translate(_NOT_IN_NAMES)
    return shortened(name, _LONGEST_NAME).rstrip(" .…") + ".xlsx"


async def _opened(deps: Deps, work: Work, plan_id: int, period: str | None) -> tuple[Book, str | None]:
    if period is not None:
        try:
            period = Period.parse(period).code
        except ValueError as error:
            raise UnreadableInput("sum-period-not-read", typed=period[:20]) from error
    return await read_book(work, deps.library, plan_id, deps.today()), period


def _pieces(evidence: list[Evidence]) -> dict[int, int]:
    """How many pieces of evidence each obligation has; an album is one."""
    found: dict[int, set[str]] = {}
    for e in evidence:
        found.setdefault(e.obligation_id, set()).add(e.album or f"#{e.id}")
    return {obligation: len(pieces) for obligation, pieces in found.items()}

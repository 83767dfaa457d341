"""The summary taken out of the chat: the workbook's data, plain text, JSON. For jobs and the command line."""

from __future__ import annotations

from typing import Any

from core.ports.unit_of_work import Texts, Work
from core.summary.book import read_period
from core.summary.formatting import format_period
from core.summary.workbook import SummaryTable, read_table
from handlers.frame.deps import Deps
from handlers.frame.screens import shortened
from handlers.manager.summaries import SUMMARIES
from handlers.words.summary_words import Words

_NOT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|\n\r\t', " "))
_LONGEST_NAME = 120


async def summary_workbook_data(
    deps: Deps, work: Work, language: str, plan_id: int, period: str | None
) -> SummaryTable:
    """What documents.written.summary_xlsx.make_summary_xlsx needs, every word in it already; it can be pickled.

    Raises Missing where there is no such plan, UnreadableInput where the code names no period.
    """
    book, period = await read_period(work, deps.library, plan_id, period, deps.today())
    return await read_table(work, book, period, deps.texts, language)


async def summary_text(deps: Deps, work: Work, language: str, plan_id: int, period: str | None) -> str:
    """The summary as lines of plain text: totals, then every summary there is. Raises as `summary_workbook_data`."""
    book, period = await read_period(work, deps.library, plan_id, period, deps.today())
    summary = book.summary(period)
    words = Words(deps.texts, language)
    said = [
        words.say("sum-title", period=words.period(period), plan=book.plan.title),
        words.as_of(deps.now(), deps.zone),
        *words.head(summary.total),
    ]
    for kind in SUMMARIES if summary.by_section else ():
        said += [
            "",
            words.say(kind.heading),
            *(kind.said(words, line) for line in kind.lines_in(words, book, summary)),
        ]
        said.append(kind.legend(words, summary.total))
    return "\n".join(said)


async def summary_json(
    deps: Deps, work: Work, language: str, plan_id: int, period: str | None
) -> dict[str, Any]:
    """The summary as JSON types: counts, shares as decimal strings, and the ids of the reports behind each line.

    The shape is core.summary.summary.Summary's, with the plan's `title` and the period in words. Raises likewise.
    """
    book, period = await read_period(work, deps.library, plan_id, period, deps.today())
    words = Words(deps.texts, language)
    named = {"title": book.plan.title, "period_title": words.period(period)}
    return {**named, **book.summary(period).model_dump(mode="json")}


def file_name(texts: Texts, language: str, period: str | None, title: str) -> str:
    """«Сводка I квартал 2024.xlsx»; for the whole plan its title stands in the period's place."""
    what = format_period(period, texts, language) if period else title
    name = texts(language, "sum-file-name", what=what).translate(_NOT_IN_NAMES)
    return shortened(name, _LONGEST_NAME).rstrip(" .…") + ".xlsx"

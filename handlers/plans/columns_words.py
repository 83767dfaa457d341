"""The words and buttons of the card of a file's columns, drawn from its state alone."""

from __future__ import annotations

from core.lifecycle.columns_card import Asked, ColumnsState, Line
from core.plan.columns import ColumnRole, ColumnSeen
from core.summary.formatting import format_period
from handlers.frame.screens import (
    HALF_A_ROW,
    Button,
    Html,
    beside,
    bold,
    button,
    html,
    in_rows,
    lines,
    on_button,
    shortened,
)
from handlers.frame.voice import Voice

_HEADER = 40
_SAMPLE = 28
_SAMPLE_ASKED = 90
_NO_YEAR = "2000"
"""Any year, where a period names a part of one alone."""


def columns_text(voice: Voice, state: ColumnsState) -> Html:
    """Which table it is, its columns with what each was taken for, and what is asked."""
    return lines(
        *_above(voice, state),
        _where(voice, state),
        "",
        voice.say("columns-out") if state.out else None,
        *([] if state.out else [_line(voice, state, line) for line in state.lines]),
        *_question(voice, state),
    )


def _above(voice: Voice, state: ColumnsState) -> list[Html]:
    """What is to be known before: that no plan was found, or by which map it was read."""
    table = state.table
    if not state.found:
        said = voice.say("columns-not-found", file=state.file, rows=table.rows, columns=len(table.columns))
        return [said, voice.say("columns-say"), html("")]
    return [voice.say("columns-by-layout"), html("")] if state.by_layout else []


def _where(voice: Voice, state: ColumnsState) -> Html:
    name = state.table.name
    header = state.header
    return beside(
        bold(voice.plain("columns-title")),
        voice.plain("quote", text=shortened(name, _HEADER)) if name else None,
        voice.say("columns-table", at=state.at, of=state.of) if state.of > 1 else None,
        voice.say("columns-no-header") if header is None else voice.say("columns-header", row=header + 1),
    )


def _line(voice: Voice, state: ColumnsState, line: Line) -> Html:
    """«2 Этапы работы — название ❓ · «Разработка ТЗ», «Закуп»»."""
    is_asked = state.asked is not None and state.asked.line.first.at == line.first.at
    told = voice.say(
        "columns-line",
        asked="👉 " if is_asked else "",
        column=_number(line),
        header=_header(voice, line),
        role=_roles(voice, line),
        mark=" ❓" if line.is_doubtful else "",
    )
    return beside(told, _samples(voice, line.first, _SAMPLE) if len(line.columns) == 1 else None)


def _number(line: Line) -> str:
    return str(line.first.at + 1) if len(line.columns) == 1 else f"{line.first.at + 1}–{line.last.at + 1}"


def _header(voice: Voice, line: Line) -> str:
    if len(line.columns) > 1:
        first, last = (period_words(voice, c.period or "") for c in (line.first, line.last))
        return f"{first} … {last}"
    return shortened(line.first.header, _HEADER) or voice.plain("columns-nameless")


def _roles(voice: Voice, line: Line) -> str:
    names = ", ".join(voice.plain(f"column-{role.value.replace('_', '-')}") for role in line.roles)
    if len(line.columns) > 1:
        return names
    more = [period_words(voice, line.first.period)] if line.first.period else []
    more += [line.first.source] if line.first.source else []
    return f"{names} ({', '.join(more)})" if more and line.first.role is not ColumnRole.UNKNOWN else names


def _samples(voice: Voice, column: ColumnSeen, most: int) -> str:
    return ", ".join(voice.plain("quote", text=shortened(cell, most)) for cell in column.samples)


def period_words(voice: Voice, code: str) -> str:
    """A period that a column is of; a part of a year by itself where the year is not known."""
    if code == "Y":
        return voice.plain("columns-year")
    if code[:1] in "QHM":
        return format_period(f"{_NO_YEAR}-{code}", voice.texts, voice.language, "bare")
    return format_period(code, voice.texts, voice.language, "short")


def _question(voice: Voice, state: ColumnsState) -> list[Html]:
    asked = state.asked
    if asked is None:
        lacks = not state.ready
        return [html(""), voice.say("columns-no-title")] if lacks else _pending(voice, state)
    what = voice.plain("quote", text=_header(voice, asked.line))
    if asked.role is not None:
        return [html(""), voice.say("columns-ask-period", column=_number(asked.line), what=what)]
    cells = _samples(voice, asked.line.first, _SAMPLE_ASKED)
    return [
        html(""),
        voice.say("columns-ask", column=_number(asked.line), what=what),
        *([html(cells)] if cells and len(asked.line.columns) == 1 else []),
    ]


def _pending(voice: Voice, state: ColumnsState) -> list[Html]:
    return [html(""), voice.say("columns-pending")] if state.changed else []


def columns_buttons(voice: Voice, state: ColumnsState) -> list[list[Button]]:
    """What can be said of what is asked, else a button a column; the header, the other tables, and reading again."""
    if state.out:
        own = [[button(voice.plain("columns-take"), "mapout", 0)]]
    elif state.asked is not None:
        own = _of_asked(voice, state, state.asked)
    else:
        own = _of_all(voice, state)
    return [*own, *_of_table(voice, state), *_ways_on(voice, state)]


def _of_asked(voice: Voice, state: ColumnsState, asked: Asked) -> list[list[Button]]:
    at = asked.line.first.at
    if asked.role is not None:
        periods = [button(period_words(voice, code), "mapper", at, code) for code in asked.periods]
        return [*in_rows(periods), [button(voice.plain("back"), "mapcol", at)]]
    one_by_one = len(asked.line.columns) > 1
    more = [button(voice.plain("columns-more"), "mapmore", at)] if asked.more else []
    return [
        *in_rows([_role(voice, asked, role) for role in asked.roles]),
        [button(voice.plain("columns-apart"), "mapapart")] if one_by_one else [],
        [*more, button(voice.plain("columns-every"), "mapevery", 0)],
    ]


def _role(voice: Voice, asked: Asked, role: ColumnRole) -> Button:
    """The role that it has is said again by its button: that is how a doubtful one is confirmed."""
    name = voice.plain(f"column-{role.value.replace('_', '-')}")
    is_so = asked.line.roles == (role,)
    return button(
        on_button(f"✓ {name}" if is_so else name, most=HALF_A_ROW), "maprole", asked.line.first.at, role
    )


def _of_all(voice: Voice, state: ColumnsState) -> list[list[Button]]:
    columns = [
        button(
            on_button(
                f"{_number(line)} {_roles(voice, line)}", " ❓" if line.is_doubtful else "", HALF_A_ROW
            ),
            "mapcol",
            line.first.at,
        )
        for line in state.lines
    ]
    steps = [(voice.plain("page-previous"), state.page - 1), (voice.plain("page-next"), state.page + 1)]
    turns = [button(label, "mapevery", page) for label, page in steps if 0 <= page < state.pages]
    return [*in_rows(columns), turns]


def _of_table(voice: Voice, state: ColumnsState) -> list[list[Button]]:
    if state.asked is not None and state.asked.role is not None:
        return []
    header = [] if state.out else [
        button(voice.plain("columns-header-up"), "maphead", 0),
        button(voice.plain("columns-header-down"), "maphead", 1),
    ]  # fmt: skip
    tables = []
    if state.before is not None:
        tables.append(button(voice.plain("columns-table-before"), "maptable", state.before))
    if state.after is not None:
        tables.append(button(voice.plain("columns-table-after"), "maptable", state.after))
    out = [button(voice.plain("columns-leave"), "mapout", 1)] if state.of > 1 and not state.out else []
    return [header, tables, out]


def _ways_on(voice: Voice, state: ColumnsState) -> list[list[Button]]:
    read = button(voice.plain("columns-read"), "mapread").coloured("primary")
    found = state.found
    template = [] if found else [button(voice.plain("plans-template"), "template")]
    away = (
        button(voice.plain("plan-back"), "pl", state.plan)
        if found
        else button(voice.plain("plan-cancel"), "drop", state.plan)
    )
    return [
        [read] if state.changed and state.ready else [],
        [button(voice.plain("columns-reset"), "mapreset")] if state.said else [],
        template,
        [away],
    ]

"""One table row → a draft of an activity, a section heading, a total, or more of the row before."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.kernel.scale_words import PRINTED
from core.kernel.text import dashes, fold, one_line
from core.plan.columns import ColumnRole as Role
from core.plan.doubts import DoubtCode
from core.plan.model import Kept, Total
from core.plan.values import as_decimal, as_number, goal_value, money_scale, plan_value
from core.printed.amounts import amount_of, says_no_money
from documents.grids.grid import UNREAD, Cell
from documents.understand.context import Carried, Draft, Reading, figure_of, joined
from documents.understand.layout import Column, Layout, distinct
from documents.understand.levels import level_of, level_said
from documents.understand.lexicon import source_of
from documents.understand.list_numbers import as_list_number
from documents.understand.row_kinds import (
    GROUPED,
    ROW_NUMBER,
    cell_at,
    is_cross,
    is_footnote,
    is_signature,
    is_signed_row,
    is_total,
    outer_groups,
    text_at,
)
from documents.understand.several_works import DEALT, works_in

Row = Sequence[Cell | None]
_NUMBERED = re.compile(r"(?P<n>\d{1,3}(?:\.\d{1,3})*)(?P<mark>[.)])\s+(?P<t>\D.*)", re.DOTALL)
_CALLED = re.compile(
    r"(?:(?:основное |контрольное )?(?:мероприятие|событие)|іс-? ?шара|проект|работа|activity|action|task|deliverable|milestone|measure)"
    r"\s*(?:№\s*)?(?P<n>\d{1,3}(?:\.\d{1,3})*)(?P<mark>[.):]?)\s*[–—-]?\s*(?P<t>[^\W\d_].*)",
    re.DOTALL | re.IGNORECASE,
)
_LEVELS = re.compile(r"(?P<n>\d{1,2}(?:\.\d{1,2}){1,3})(?P<mark>)\s+(?P<t>[^\W\d_].*)", re.DOTALL)
_AMOUNT = re.compile(
    rf"(?P<n>\d[\d \u00a0]*(?:[.,]\d+)?)\s*(?P<scale>(?:{PRINTED})\w*\.?\s*(?:тенге|теңге|тг))",
    re.IGNORECASE,
)
_PLAIN = (
    Role.OBJECTIVE, Role.FORM, Role.START, Role.DEADLINE, Role.DURATION, Role.UNIT, Role.RESPONSIBLE, Role.FUNDING_SOURCE,
    Role.RESULT, Role.NOTE, Role.WEIGHT,
)  # fmt: skip
# "The same as above", in marks and in words.
_DITTO = re.compile(
    r"-*\s*(?://|[\"“”„«»〃]{1,2})\s*-*|(?:то|та|тот|те|он|она|они) же(?: самое)?|там же|с(?:ол|оның|олардың) өзі|"
    r"жоғарыдағы(?:дай)?"
)
_REVISED = re.compile(
    r"revised|extended|updated|amended|\bnew\b|уточн[её]нн|перенес[её]нн|продл[её]нн|\bнов(?:ый|ая)\b|скорректирован|ұзартылған|нақтыланған|\bжаңа\b",
    re.IGNORECASE,
)
_BARE_NUMERALS = re.compile(r"\s*(?:[1-4]|[IVІХ]{1,3})(?:\s*(?:[,;–—-]|и|және)\s*(?:[1-4]|[IVІХ]{1,3}))*\s*")
_ALL_SOURCES = re.compile(r"всего|итого|барлығы|жиыны|total|все источники")
_CROSSED = {*_PLAIN} - {Role.FORM}  # a form may be ticked
_DATED = (Role.START, Role.DEADLINE, Role.DURATION)
_LONGEST_DITTO = 16  # characters


def take_row(row: Row, layout: Layout, at: int, reading: Reading, above: Carried | None) -> None:
    """Reads one body row. `above` carries grouped cells down where the format cannot merge them."""
    if is_total(row):
        take_total(row, layout, reading)
        return
    title_column = layout.first(Role.TITLE)
    title = text_at(row, title_column)
    cell = row[title_column.at] if title_column and title_column.at < len(row) else None
    lone = len(distinct(row)) == 1
    if lone and (is_signature(distinct(row)[0].text) or not any(map(str.isalnum, distinct(row)[0].text))):
        return  # a line to sign on; "…": a form's room for more
    if reading.drafts and is_signed_row(row, layout):
        note_unplaced(row, layout, reading)  # "Субботник | Иванов И.И." may be a work all the same
        return
    if lone and is_footnote(title or distinct(row)[0].text):
        printed = title or distinct(row)[0].text
        kept = Kept(cells={Role.TITLE.value: printed}, above=reading.last, section=reading.tree.current)
        reading.doubt(DoubtCode.ROW_UNPLACED, title, None, kept, value=printed)
        return
    if not title:
        _take_more(row, layout, reading)
        return
    if cell and cell.row < at and reading.drafts and (source := _source_line(row, layout, at)):
        _take_source(row, layout, source, reading.drafts[-1])
        return
    if cell and cell.row < at and _same_row(row, layout, at, reading):
        _take_more(row, layout, reading)
        return
    if _goes_on(row, layout, title, reading):
        last = reading.drafts[-1]
        last.fields["title"] = f"{last.fields['title']} {one_line(title)}"
        kept = Kept(cells={Role.TITLE.value: title}, joined=(Role.TITLE.value,))
        last.doubt(DoubtCode.ROW_CONTINUED, "title", title, kept, value=title)
        return
    draft = Draft(reading.tree.current, reading.year_here)
    if reading.tree.term and not any(layout.first(role) for role in _DATED):
        draft.fields[Role.DEADLINE.value] = reading.tree.term
    _read_title(row, layout, title, draft)
    for role in _PLAIN:
        if role in layout.by_role:
            _read_plain(row, layout, role, draft, reading, above)
    if any(not cell.sure for cell in distinct(row)):
        draft.doubt(DoubtCode.ROW_UNSURE, "title", title, value=title)
    if any(UNREAD in cell.text for cell in distinct(row)):
        draft.doubt(DoubtCode.LETTERS_UNREAD, "title", title, value=title)
    row = _computed(row, layout, draft)
    _read_values(row, layout, draft, reading)
    _read_money(row, layout, draft, reading)
    works = works_in(title, {c.role: text for c in layout.columns if (text := text_at(row, c))})
    reading.drafts.extend(_parted(draft, works, row, layout, len(reading.drafts) + 1) if works else [draft])
    reading.tree.row_seen()
    _note_columns(row, layout, reading)


def _note_columns(row: Row, layout: Layout, reading: Reading) -> None:
    """Keeps what doubtful columns print in the row just taken; a place that a wide column goes on over prints nothing."""
    for column in layout.columns:
        cell = cell_at(row, column)
        if column.goes_on and (cell is None or cell.column != column.at):
            continue
        if column.goes_on and cell is not None and cell.text:
            reading.doubt(DoubtCode.COLUMN_UNKNOWN, column.header, column=column.header)
        if column.guessed or column.role is Role.UNKNOWN or (column.role is Role.FACT and column.period):
            reading.note_cell(column.header, reading.last, text_at(row, column))


def _source_line(row: Row, layout: Layout, at: int) -> str | None:
    """The source of money that a line under a title merged downwards is of, where each line is of one."""
    column = layout.first(Role.FUNDING_SOURCE)
    cell = cell_at(row, column) if column else None
    if cell is None or not cell.text or cell.row != at or layout.first(Role.UNIT):
        return None
    return one_line(cell.text)


def _take_source(row: Row, layout: Layout, source: str, last: Draft) -> None:
    """A line of one source: its sum stands beside the others; parts of a total that is printed add nothing to it."""
    first = last.fields.get(Role.FUNDING_SOURCE.value, "")
    is_total = bool(_ALL_SOURCES.match(fold(first.split("\n")[0])))
    last.fields[Role.FUNDING_SOURCE.value] = joined(["" if is_total and "\n" not in first else first, source])
    sums = [c for c in layout.of(Role.FUNDING_TOTAL) if as_number(text_at(row, c)) is not None]
    value = as_number(text_at(row, sums[0])) if sums else None
    if value is not None:
        last.by_source[source_of(source) or source] = value
    if is_total or last.lines_of_source:
        last.lines_of_source = True
        return
    for column in layout.of(Role.FUNDING):
        part = as_decimal(text_at(row, column))
        if column.period and part is not None:
            last.funding[column.period] = str(part + (as_decimal(last.funding.get(column.period, "")) or 0))


def _parted(
    whole: Draft, works: Sequence[Mapping[Role, str]], row: Row, layout: Layout, place: int
) -> list[Draft]:
    """A draft for each of several works in one row; what is planned by period stays with the first."""
    number = one_line(text_at(row, layout.first(Role.NUMBER))).rstrip(".)")
    whole.fields.pop("number", None)
    title = one_line(text_at(row, layout.first(Role.TITLE)))
    drafts: list[Draft] = []
    for at, work in enumerate(works, 1):
        parted = {role.value: text for role, text in work.items() if role in DEALT}
        fields = {**whole.fields, **parted, "title": one_line(work[Role.TITLE])}
        if number:
            fields["number"] = f"{number}.{at}"
        own = {name: text for name, text in fields.items() if text}
        drafts.append(
            replace(whole, fields=own, beside={})
            if at == 1
            else Draft(whole.section, whole.year, fields=own, columns=whole.columns)
        )
    later = {f"a{place + at}": "" for at in range(1, len(works))}
    kept = Kept(cells={**_named_cells(row, layout), **({"number": number} if number else {})}, rows=later)
    drafts[0].doubt(DoubtCode.ROW_PARTED, "title", title, kept, value=title, count=str(len(works)))
    return drafts


def _computed(row: Row, layout: Layout, draft: Draft) -> Row:
    """The row without formulas that have no result; each is a doubt."""
    lacking = [c for c in layout.columns if (cell := cell_at(row, c)) and not cell.computed]
    if not lacking:
        return row
    for column in lacking:
        printed = text_at(row, column)
        name = _cell_name(column)
        kept = Kept(cells={name: printed}) if name else None
        draft.doubt(DoubtCode.VALUE_NOT_COMPUTED, column.role.value, printed, kept, value=printed)
    places = {column.at for column in lacking}
    return [None if at in places else cell for at, cell in enumerate(row)]


def _goes_on(row: Row, layout: Layout, title: str, reading: Reading) -> bool:
    """A second line of the title above: no number where others have one, lower case, and nothing else printed."""
    numbered = (
        layout.first(Role.NUMBER) is not None
        and bool(reading.drafts)
        and "number" in reading.drafts[-1].fields
    )
    return numbered and title[:1].islower() and len(distinct(row)) == 1


def _same_row(row: Row, layout: Layout, at: int, reading: Reading) -> bool:
    """Under a title merged downwards: more of the same row, unless it has values of its own for the same periods."""
    if not reading.drafts:
        return False
    last = reading.drafts[-1]
    own = [
        c for c in layout.columns if c.period and (cell := cell_at(row, c)) and cell.row == at and cell.text
    ]
    return not any(c.period in last.targets or c.period in last.funding for c in own)


def _read_title(row: Row, layout: Layout, title: str, draft: Draft) -> None:
    numbers, works = layout.first(Role.NUMBER), layout.first(Role.TITLE)
    merged = numbers and works and cell_at(row, numbers) is cell_at(row, works)
    number = "" if merged else as_list_number(text_at(row, numbers)).strip()
    if said := level_of(row, layout):
        number = said[1] or ("" if level_said(number) else number)
    printed = ROW_NUMBER.fullmatch(number)
    own = (
        _NUMBERED.fullmatch(one_line(title)) or _CALLED.fullmatch(one_line(title)) or _levels(one_line(title))
    )
    if printed:
        number = printed["n"]
    if (
        own
        and (not number or own["n"] == number)
        and not (not number and own["mark"] == "." and own["t"][:1].islower())
    ):
        number, title = own["n"], own["t"]
    draft.fields["title"] = one_line(title)
    if number:
        draft.fields["number"] = one_line(number)


def _levels(title: str) -> re.Match[str] | None:
    """A number of several levels without a mark behind it: "1.1 Train family doctors", not "1.5 ставки"."""
    match = _LEVELS.fullmatch(title)
    return match if match and match["t"][0].isupper() else None


def _read_plain(
    row: Row, layout: Layout, role: Role, draft: Draft, reading: Reading, above: Carried | None
) -> None:
    texts: dict[int, str] = {}
    revised = _revised(row, layout) if role is Role.DEADLINE else None
    outer = outer_groups(layout) if role is Role.OBJECTIVE else ()
    for column in layout.of(role):
        if column in outer or (revised is not None and column is not revised):
            continue
        text = text_at(row, column)
        if (role in _DATED and plan_value(text) in {"-", "+"}) or (role in _CROSSED and is_cross(text)):
            if above is not None:
                above.values.pop(column.at, None)
            continue  # "Х": the form leaves the cell out
        if column.counts and _BARE_NUMERALS.fullmatch(text):
            text = f"{one_line(text)} {column.counts}"
        if role in GROUPED and plan_value(text) == "-":
            text = ""  # none: not the one above
            if above is not None:
                above.values.pop(column.at, None)
            texts[column.at] = text
            continue
        if above is not None and (role in GROUPED or (above.only is not None and column.at in above.only)):
            own, text = text, above.read(column.at, text)
            if text != own:
                reading.doubt(DoubtCode.CARRIED_DOWN, column.header, role.value, column=column.header)
                reading.note_cell(column.header, f"a{len(reading.drafts) + 1}", text)
        if text and len(text) <= _LONGEST_DITTO and reading.drafts and _DITTO.fullmatch(dashes(text).lower()):
            text = reading.drafts[-1].printed_in(role.value, column.at) or text
            reading.doubt(DoubtCode.CARRIED_DOWN, column.header, role.value, column=column.header)
            reading.note_cell(column.header, f"a{len(reading.drafts) + 1}", text)
        if role is Role.NOTE and len(layout.of(role)) > 1 and text:
            text = one_line(text)
        texts[column.at] = text
    if len(texts) > 1 and role is not Role.FUNDING_SOURCE:  # its lines are joined to it
        draft.beside[role.value] = texts
    if text := _side_by_side(texts, role):
        draft.fields[role.value] = text


def _side_by_side(texts: Mapping[int, str], role: Role) -> str:
    """What a row's columns of one role print, as one text. Columns of people never go on with the name before them,
    as a line of a cell does: "Отдел ЖКХ | акимы сёл" are two."""
    found = list(dict.fromkeys(t for t in texts.values() if t))
    if role is Role.RESPONSIBLE:
        return ";\n".join([*(t.rstrip(" \n;,") for t in found[:-1]), *found[-1:]])
    return (" - " if role is Role.DEADLINE else "\n").join(found)


def _revised(row: Row, layout: Layout) -> Column | None:
    """The column of a deadline that is in force instead of the one beside it, where it prints something."""
    terms = layout.of(Role.DEADLINE)
    found = [c for c in terms if _REVISED.search(c.header) and plan_value(text_at(row, c)) not in {None, "-"}]
    return found[0] if len(terms) > len(found) == 1 else None


def _read_values(row: Row, layout: Layout, draft: Draft, reading: Reading) -> None:
    before: Cell | None = None
    left_out = layout.leaves_out and all(text_at(row, c) for c in layout.of(Role.TARGET))
    for column in layout.columns:
        if column.role not in {Role.TARGET, Role.KPI, Role.FUNDING} or not column.period:
            continue
        draft.columns += column.role is Role.TARGET
        cell = cell_at(row, column)
        if cell is not None and left_out and is_cross(cell.text):
            continue  # beside blanks it is a mark: "planned"
        read = plan_value if column.role is Role.FUNDING else goal_value
        value = read(figure_of(cell.text, reading)) if cell else None
        if value is None and cell is not None and cell.paint and column.painted:
            value = "+"
            if column.span is None and column.days is None:
                draft.painted.append(column.period)
        if column.span and value is not None and value != "-":
            draft.spans.append(column.span)
            continue
        if column.days and cell and value is not None and value != "-":
            draft.marks.append((column.period, column.days))
            continue
        if value is None or cell is None:
            continue
        known = _by_period(draft, column.role).get(column.period)
        if known is not None and known != value and cell is not before:
            # A second column of the same period and kind: one of the two is not read.
            reading.doubt(DoubtCode.COLUMN_UNKNOWN, column.header, column=column.header)
        elif column.role is Role.FUNDING and value == "+":
            continue  # "Х": the form leaves the cell out
        elif column.role is Role.FUNDING:
            _put_money(draft, column.period, value, column.scale)
        else:
            _by_period(draft, column.role)[column.period] = value
            if column.unit and Role.UNIT.value not in draft.fields and as_number(value) is not None:
                draft.fields[Role.UNIT.value] = column.unit
        before = cell


def _by_period(draft: Draft, role: Role) -> dict[str, str]:
    """A row's values by period, of the kind that a column holds."""
    return {Role.TARGET: draft.targets, Role.FUNDING: draft.funding, Role.KPI: draft.kpi}[role]


def _put_money(draft: Draft, key: str, value: str, scale: str | None) -> str | None:
    """A money cell: a figure, "-", a sum with its currency, or words, which are kept and shown. → the figure."""
    amount = amount_of(value)
    if amount and (draft.funding_unit or scale or amount[1]) == amount[1]:
        value, scale = amount
    if as_number(value) is None and value not in {"-", "+"}:
        draft.funding_text[key] = value
        if not says_no_money(value):
            draft.doubt(DoubtCode.MONEY_IN_WORDS, "funding", value, value=value)
        return None
    if key != "total":
        draft.funding[key] = value
    draft.funding_unit = draft.funding_unit or scale
    return value


def _read_money(row: Row, layout: Layout, draft: Draft, reading: Reading) -> None:
    for column in layout.of(Role.FUNDING_TOTAL):
        value = plan_value(figure_of(text_at(row, column), reading))
        if value == "+":
            continue  # "Х": the form leaves the cell out
        scale = column.scale or (None if value and amount_of(value) else reading.default_scale)
        if value and (figure := _put_money(draft, "total", value, scale)):
            draft.fields["funding_total"] = figure
    for column in layout.of(Role.BY_SOURCE):
        value = plan_value(text_at(row, column))
        if value and column.source:
            draft.by_source[column.source] = value
    source = draft.fields.get(Role.FUNDING_SOURCE.value, "")
    amount = _AMOUNT.search(source)
    if amount and "funding_total" not in draft.fields and len(_AMOUNT.findall(source)) == 1:
        draft.fields["funding_total"] = as_number(amount["n"]) or amount["n"]
        draft.funding_unit = money_scale(amount["scale"])


def _take_more(row: Row, layout: Layout, reading: Reading) -> None:
    """A row with no title of its own: more of the row before it (a cell cut by a page, a second line)."""
    cells = [c for c in distinct(row) if c.text.strip()]
    own = [c for c in layout.columns if (cell := cell_at(row, c)) and cell in cells]
    if not own:
        return
    printed = " | ".join(c.text for c in cells)
    number = text_at(row, layout.first(Role.NUMBER))
    signed = bool(number) and not ROW_NUMBER.fullmatch(number.strip())  # "Директор … Иванов" under the table
    if signed or not reading.drafts or not any(c.role not in {Role.UNKNOWN, Role.NUMBER} for c in own):
        kept = Kept(cells=_named_cells(row, layout), above=reading.last, section=reading.tree.current)
        reading.doubt(DoubtCode.ROW_UNPLACED, printed, None, kept, value=printed)
        return
    last = reading.drafts[-1]
    joined_to = tuple(_cell_name(c) or "" for c in own if _add_to(last, c, text_at(row, c)))
    if joined_to:
        kept = Kept(cells=_named_cells(row, layout), joined=joined_to)
        last.doubt(DoubtCode.ROW_CONTINUED, "title", printed, kept, value=printed)


def _cell_name(column: Column) -> str | None:
    """Under which name a loose cell is kept: its field, or the kind of its value and the period."""
    if column.role in _PLAIN or column.role in {
        Role.NUMBER,
        Role.TITLE,
        Role.FUNDING_TOTAL,
    }:
        return column.role.value
    if column.period and column.role in {Role.TARGET, Role.FUNDING, Role.KPI}:
        return f"{column.role.value}:{column.period}"
    return None


def _named_cells(row: Row, layout: Layout) -> dict[str, str]:
    """What a loose row prints, by field."""
    found: dict[str, str] = {}
    for column in layout.columns:
        name, text = _cell_name(column), text_at(row, column)
        if name and text:
            found[name] = joined([found.get(name, ""), text])
    return found


def note_left_out(row: Row, layout: Layout, reading: Reading) -> None:
    """A row that the file has but does not show as in force: said, and kept so that it can be taken all the same."""
    texts = [c.text for c in distinct(row) if not ROW_NUMBER.fullmatch(c.text.strip())]
    if not texts:
        return
    printed = " | ".join(texts)
    kept = Kept(cells=_named_cells(row, layout), above=reading.last, section=reading.tree.current)
    reading.doubt(DoubtCode.ROW_NOT_IN_FORCE, printed, None, kept, value=printed)


def note_unplaced(row: Row, layout: Layout, reading: Reading) -> None:
    """A row that is none of the indicators that its table has: said, and kept so that it can be placed as work."""
    printed = " | ".join(c.text for c in distinct(row))
    title = text_at(row, layout.first(Role.INDICATOR))
    cells = {name: text for name, text in _named_cells(row, layout).items() if text != title}
    kept = Kept(
        cells={**cells, Role.TITLE.value: title} if title else cells,
        above=reading.last,
        section=reading.tree.current,
    )
    reading.doubt(DoubtCode.ROW_UNPLACED, printed, None, kept, value=printed)


def take_fragment(row: Row, layout: Layout, reading: Reading) -> None:
    """Puts the rest of a cut row to the row."""
    last = reading.drafts[-1]
    for column in layout.columns:
        text = text_at(row, column)
        if not text:
            continue
        if column.role is Role.TITLE or column.role in _PLAIN:
            _go_on(last, column, text, " ")
        elif column.period:
            _add_to(last, column, text)


def _go_on(draft: Draft, column: Column, text: str, separator: str) -> None:
    """Puts more of a cell to what is read of it, and not to the end of the cell beside it that has the same role."""
    name = column.role.value
    texts = draft.beside.get(name, {})
    before = texts.get(column.at, "") if texts else draft.fields.get(name, "")
    own = separator.join(dict.fromkeys(t for t in (before, text) if t))
    if texts:
        texts[column.at] = own
        own = _side_by_side(texts, column.role)
    draft.fields[name] = own


def _add_to(draft: Draft, column: Column, text: str) -> bool:
    if column.role in _PLAIN:
        before = draft.fields.get(column.role.value, "")
        _go_on(draft, column, text, "\n")
        return draft.fields[column.role.value] != before
    value = goal_value(text) if column.role is Role.TARGET else plan_value(text)
    if column.period and value and column.role in {Role.TARGET, Role.FUNDING, Role.KPI}:
        values = _by_period(draft, column.role)
        if column.period in values and values[column.period] != value:
            values[column.period] = f"{values[column.period]} {value}"
        else:
            values.setdefault(column.period, value)
        return True
    return False


def take_total(row: Row, layout: Layout, reading: Reading) -> None:
    """A total is kept apart; what it should add up to is checked when all rows are read."""
    values: dict[str, str] = {}
    total: str | None = None
    for column in layout.columns:
        value = plan_value(text_at(row, column))
        amount = amount_of(value) if value else None
        if amount and column.scale in {None, amount[1]}:
            value = amount[0]
        if value is None or as_number(value) is None:
            continue
        if column.period and column.role in {Role.FUNDING, Role.TARGET}:
            values[column.period] = value
        elif column.role is Role.FUNDING_TOTAL:
            total = value
    title = one_line(distinct(row)[0].text)
    unit = one_line(text_at(row, layout.first(Role.UNIT))) or None
    reading.totals.append(
        Total(section=reading.tree.current, title=title, values=values, total=total, unit_text=unit)
    )

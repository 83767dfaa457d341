"""What the columns under a header are: periods and sources by their words, the others by evidence, then by each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise, takewhile

from core.kernel.month_names import MONTHS
from core.kernel.text import fold, one_line
from core.plan.columns import ColumnRole as R
from core.plan.model import Unit
from core.plan.units import unit_of
from core.plan.values import as_number, money_scale
from documents.grids.grid import Cell
from documents.grids.period_headers import PARTS, WHOLE_YEAR, period_in, period_of
from documents.understand.evidence import Clues, Verdict, assigned
from documents.understand.header_rows import (
    header_end,
    may_head,
    skip_numbers,
)
from documents.understand.layout import Column, Layout, Row, distinct
from documents.understand.levels import with_levels
from documents.understand.lexicon import FAIR, role_of, said_by_path, source_of
from documents.understand.profile import LOOKED_AT, Profile, profile_of
from documents.understand.row_kinds import cell_at, is_cross

_WHOLE = re.compile(
    r"(?:жыл\w* (?:бойынша )?)?(?:всего|итого|барлығы|жиыны|жылына|total)\b(?: (?:за|на|по|в) год\w*| год\w*)?"
)
_PARTS_OF = re.compile(r"в том числе|в т\.? ?ч\b|оның ішінде|из них")
_SUMS = {R.FUNDING_TOTAL, R.FUNDING}
_MONEY = {R.FUNDING_TOTAL, R.FUNDING, R.BY_SOURCE, R.FUNDING_SOURCE}


def layout_at(rows: Sequence[Row], at: int) -> Layout:
    """The layout whose header begins at a row."""
    end = header_end(rows, at)
    header = rows[at:end]
    width = max(len(r) for r in header)
    paths = _roman_months([_path(header, place) for place in range(width)])
    end = skip_numbers(rows, end)
    body = [row for row in rows[end : end + LOOKED_AT * 2] if len(distinct(row)) > 1][:LOOKED_AT]
    wide = _wide_columns(header[-1], body)
    by_period = {at: c for at, path in enumerate(paths) if at not in wide and (c := _fixed(at, path))}
    if len(by_period) < _FEWEST_PERIODS:
        by_period = {at: c for at, c in by_period.items() if not (_is_short(c) and _runs_on(holds(body, at)))}
    clues = [
        Clues(place, {} if place in wide else said_by_path(paths[place]), _holds_wide(body, place, wide))
        for place in range(width)
        if place not in by_period
    ]
    found = assigned(clues)
    columns = [
        by_period.get(place) or _column(place, paths[place], found[place], _clues_of(clues, place))
        for place in range(width)
    ]
    columns = [replace(c, role=R.UNKNOWN, goes_on=True) if c.at in wide else c for c in columns]
    columns = with_levels(columns, body)
    columns = _with_paint(_weeks(_calendar(_money_told_apart(columns))), rows[end:])
    printed = frozenset(fold(c.text) for row in header for c in distinct(row))
    settled = _settled(columns, {c.at: c.holds for c in clues})
    return Layout(settled, width, printed, at, end, leaves_out=_leaves_out(settled, body))


def _leaves_out(columns: Sequence[Column], body: Sequence[Row]) -> bool:
    """Whether one "х" means the same in the whole table, a cell to be left blank: it stands where people, sources or
    money are named, and where values by period stand that are figures in other rows."""

    def printed(*roles: R) -> list[str]:
        own = [c for c in columns if c.role in roles]
        return [cell.text for row in body for c in own if (cell := cell_at(row, c)) and cell.columns == 1]

    values = printed(R.TARGET)
    return (
        any(map(is_cross, values))
        and any(as_number(text) is not None for text in values)
        and any(map(is_cross, printed(R.RESPONSIBLE, R.FUNDING_SOURCE, R.FUNDING_TOTAL, R.FUNDING)))
    )


_FEWEST_GROUPED = 0.2  # of the cells under a header
_FEWEST_PERIODS = 3
"""So many in one header are periods whatever stands below."""


def _is_short(column: Column) -> bool:
    """Whether a few letters alone make it a period's: "Мам" for May."""
    return column.period is not None and column.header.isalpha() and len(column.header) <= 4


def _runs_on(profile: Profile) -> bool:
    """Whether the cells are running text: what "Мам" heads is no plan for May."""
    return profile.worded > 0.5 and profile.length > 20 and not profile.numbers and not profile.ticks


_ROMAN = {n: at for at, n in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}
_OF_MONTHS = re.compile(r"месяц|\bай(ы|лар)?\b|month", re.IGNORECASE)


def _roman_months(paths: list[list[str]]) -> list[list[str]]:
    """Roman numerals over columns are months where some go beyond the four quarters, or a cell above says months."""
    numerals = {
        at: _ROMAN.get(path[-1].strip(" .").upper().replace("І", "I").replace("Х", "X"))
        for at, path in enumerate(paths)
        if path
    }
    found = {at: n for at, n in numerals.items() if n}
    monthly = any(n > 4 for n in found.values()) or any(
        _OF_MONTHS.search(" ".join(paths[at][:-1])) for at in found
    )
    if len(found) < _FEWEST_DAYS or not monthly:
        return paths
    return [
        [*path[:-1], MONTHS[found[at] - 1].russian[0]] if at in found else path
        for at, path in enumerate(paths)
    ]


def _clues_of(clues: Sequence[Clues], place: int) -> Clues:
    return next(c for c in clues if c.at == place)


def holds(body: Sequence[Row], place: int, width: int = 1) -> Profile:
    """What a column holds; cells that are wider than the column are none of its own."""
    texts: list[str] = []
    below = 0
    before: Cell | None = None
    for row in body:
        cell = row[place] if place < len(row) else None
        texts.append(cell.text if cell and cell.columns in {1, width} else "")
        below += bool(cell and before and (cell.row, cell.column) == (before.row, before.column))
        below += before is not None and bool(before.text) and (cell is None or not cell.text)
        before = cell if cell and cell.text else before
    return profile_of(texts, groups=below / len(body) if body else 0.0)


def _wide_columns(header: Row, body: Sequence[Row]) -> frozenset[int]:
    """Places that go on from their left in the header and in every row of its own: one column, drawn over several."""

    def goes_on(row: Row, at: int) -> bool:
        return at < len(row) and row[at] is not None and row[at] is row[at - 1]

    headed = [at for at in range(1, len(header)) if goes_on(header, at)]
    own = list(takewhile(lambda row: not may_head([row], 0), body)) if headed else []
    return frozenset(
        at
        for at in headed
        if any(goes_on(row, at) for row in own)
        and all(goes_on(row, at) or not any(c and c.text for c in row[at - 1 : at + 1]) for row in own)
    )


def _holds_wide(body: Sequence[Row], place: int, wide: Collection[int]) -> Profile:
    """What a column holds that goes on over places to its right; nothing for these."""
    if place in wide:
        return Profile()
    last = place
    while last + 1 in wide:
        last += 1
    return holds(body, place, last - place + 1)


def _path(header: Sequence[Row], place: int) -> list[str]:
    """The header cells above a column, outermost first; a blank over a named part takes the cell to its left."""
    path: list[str] = []
    last: Cell | None = None
    for depth, row in enumerate(header):
        cell = row[place] if place < len(row) else None
        if (cell is None or not cell.text) and depth + 1 < len(header):
            cell = _spread(header, depth, place)
        if cell and cell.text and cell is not last and one_line(cell.text) not in path:
            path.append(one_line(cell.text))
            last = cell
    return path


def _spread(header: Sequence[Row], depth: int, place: int) -> Cell | None:
    below = header[depth + 1]
    if place >= len(below) or not (part := below[place]) or not part.text:
        return None
    for left in range(place - 1, -1, -1):
        under, above = (
            below[left] if left < len(below) else None,
            header[depth][left] if left < len(header[depth]) else None,
        )
        if not under or not under.text:
            return None
        if above and above.text:
            return above if above.columns == 1 else None  # what is drawn over its columns ends with them
    return None


def _fixed(place: int, path: list[str]) -> Column | None:
    """A column that its header alone settles: one of a period, or of a source of money."""
    if not path:
        return None
    header = " / ".join(path)
    scale = _scale(path)
    if source := source_of(path[-1]):
        return Column(place, R.BY_SOURCE, header, source=source, scale=scale)
    period = period_of(path)
    if not period:
        return None
    roles = [role for p in reversed(path) if (role := role_of(p))]
    role = _period_role(roles, header)
    return Column(
        place, role, header, period.code(), scale=scale, unit=_unit(path) if role is R.TARGET else None
    )


def _unit(path: Sequence[str]) -> str | None:
    """The unit behind a comma or in brackets of a header cell: "Количество обучаемых, человек"."""
    for cell in path:
        for part in _UNIT_SAID.findall(cell):
            text = str(part[0] or part[1]).strip()
            if unit_of(text)[0] in _COUNTED and not period_in(text):
                return text
    return None


def _scale(path: Sequence[str]) -> str | None:
    return next((s for s in (money_scale(p) for p in reversed(path)) if s), None)


def _column(place: int, path: list[str], verdict: Verdict, clues: Clues) -> Column:
    return Column(
        place,
        verdict.role,
        " / ".join(path),
        scale=_scale(path),
        period=WHOLE_YEAR if verdict.role is R.TARGET else None,
        counts=m[1].lower()
        if verdict.role is R.DEADLINE and (m := _NUMERALS.search(" ".join(path)))
        else None,
        weak=verdict.role is R.TITLE and clues.words.get(R.TITLE, 0.0) < FAIR,
        guessed=verdict.guessed,
        unsure=verdict.unsure,
    )


_UNIT_SAID = re.compile(r",\s*([^,()]{1,20})$|\(([^()]{1,20})\)\s*$")
_COUNTED = {Unit.COUNT, Unit.PERCENT}
_NUMERALS = re.compile(r"\b(квартал|тоқсан)\w*", re.IGNORECASE)


def _period_role(roles: list[R], header: str) -> R:
    if R.KPI in roles:
        return R.KPI
    if R.FACT in roles and "план" not in fold(header):
        return R.FACT
    return R.FUNDING if any(r in _MONEY for r in roles) else R.TARGET


def _calendar(columns: list[Column]) -> list[Column]:
    """Columns headed by one day after another are days, or weeks that begin with them: each lasts until the next."""
    days = {c.at: day for c in columns if (day := _day_headed(c.header))}
    order = sorted(days)
    if len(order) < _FEWEST_DAYS or any(days[a] >= days[b] for a, b in pairwise(order)):
        return columns
    steps = [(days[b] - days[a]).days for a, b in pairwise(order)]
    usual = min(max(set(steps), key=steps.count), _LONGEST_STEP)
    found = list(columns)
    for place, at in enumerate(order):
        lasts = min(steps[place], usual) if place < len(steps) else usual
        first = days[at]
        found[at] = replace(
            found[at], role=R.TARGET, period=f"{first.year}-M{first.month:02}", span=(first, first + timedelta(days=lasts - 1)),
            guessed=False, unsure=False,
        )  # fmt: skip
    return found


_FEWEST_DAYS, _LONGEST_STEP = 4, 14
_DAY_HEAD = re.compile(r"(?:^|/ )(\d{1,2})\.(\d{1,2})\.(\d{4})$")


def _day_headed(header: str) -> date | None:
    match = _DAY_HEAD.search(header)
    try:
        return date(int(match[3]), int(match[2]), int(match[1])) if match else None
    except ValueError:
        return None


def _weeks(columns: list[Column]) -> list[Column]:
    """Columns of one month beside each other are its weeks, its ten days or its days, by how many they are."""
    found = list(columns)
    start = 0
    while start < len(found):
        end = start
        period = found[start].period
        while end < len(found) and _same_month(found[end], period):
            end += 1
        if end - start > 1:
            for place in range(start, end):
                days = _days_printed(found[place].header) or _part_of_month(place - start, end - start)
                found[place] = replace(found[place], days=days)
        start = max(end, start + 1)
    return found


def _with_paint(columns: list[Column], body: Sequence[Row]) -> list[Column]:
    """Paint stands for a mark where some cells of the periods are painted and no period is painted from top to bottom."""
    periods = [c for c in columns if c.role is R.TARGET and c.period]
    painted = {c.at: sum(1 for row in body if _is_painted(row, c.at)) for c in periods}
    rows = sum(1 for row in body if len(distinct(row)) > 1)
    if not any(painted.values()) or (rows > 2 and max(painted.values()) >= rows):
        return columns
    return [replace(c, painted=True) if c in periods else c for c in columns]


def _is_painted(row: Row, at: int) -> bool:
    cell = row[at] if at < len(row) else None
    return cell is not None and not cell.text and bool(cell.paint) and cell.columns == 1


_DAYS_PRINTED = re.compile(r"(?:^|/ )(\d{1,2})(?:\.\d\d)?\s*[-–—]\s*(\d{1,2})(?:\.\d\d)?\.?$")


def _days_printed(header: str) -> tuple[int, int] | None:
    """The days that a part of a month prints: "1–7"."""
    match = _DAYS_PRINTED.search(header)
    first, last = (int(match[1]), int(match[2])) if match else (0, 0)
    return (first, last) if 1 <= first < last <= 31 else None


def _part_of_month(part: int, parts: int) -> tuple[int, int]:
    """The days of one of several parts, from 0: weeks of seven days, thirds of ten, halves, days; the last goes on to
    the month's end."""
    length = 7 if 4 <= parts <= 6 else 10 if parts == 3 else 15 if parts == 2 else 1
    first = part * length + 1
    return first, 31 if part == parts - 1 else first + length - 1


def _same_month(column: Column, period: str | None) -> bool:
    return (
        column.role is R.TARGET
        and column.span is None
        and bool(period)
        and column.period == period
        and "M" in (period or "")
    )


def _money_told_apart(columns: list[Column]) -> list[Column]:
    """Columns of money that no word calls so: "млн тг" beside the goal of the same year, and years that a total in
    money stands next to, where nothing else says what the rows are counted in."""
    columns = _parts_of_sum(columns)
    targets = [c for c in columns if c.role is R.TARGET and c.period]
    plain = {c.period for c in targets if c.scale is None}
    if any(c.role is R.UNIT for c in columns):
        return columns
    if any(c.scale and c.period in plain for c in targets) or all(c.scale for c in targets):
        return [replace(c, role=R.FUNDING) if c in targets and c.scale else c for c in columns]
    total = next(
        (c for c in columns if c.role is R.FUNDING_TOTAL and c.scale and _WHOLE.match(fold(c.header))),
        None,
    )
    others = {c.role for c in columns} & {R.FUNDING, R.BY_SOURCE}
    years = [c for c in targets if c.period and c.period.isdigit()]
    if total is None or others or not years or years != targets:
        return columns
    if total.at not in {years[-1].at + 1, years[0].at - 1}:
        return columns
    return [replace(c, role=R.FUNDING, scale=total.scale) if c in years else c for c in columns]


def _parts_of_sum(columns: list[Column]) -> list[Column]:
    """Periods headed "в том числе" are parts of the sum to their left."""
    found: list[Column] = []
    for column in columns:
        before = found[-1] if found else None
        part = column.role is R.TARGET and column.period and _PARTS_OF.search(fold(column.header))
        if part and before and before.role in _SUMS:
            column = replace(column, role=R.FUNDING, scale=column.scale or before.scale)
        found.append(column)
    return found


_TERM_OF = re.compile(r"(?:срок\w*|дата)\s+\w{4,}|\w{3,}\s+(?:мерзімі|күні|date|deadline)\b")
_SAME_THING = re.compile(
    r"оконч|заверш|конец|аяқтал|\bend|finish|complet|план|контрольн|факт|уточн|перен|продл|нов|скорр|первонач|revis|extend|updat|amend|new|"
    r"origin|plan|actual|target|жоспар|нақты|ұзарт|жаңа"
)
"""Where one of two terms is so called, both are of the same work: where it ends, or what became of its term."""


def _settled(columns: list[Column], holds: Mapping[int, Profile]) -> tuple[Column, ...]:
    """Roles that only the whole table decides: what a table of indicators is, and what stands beside the title."""
    columns = _indicators(columns)
    title = next((c for c in columns if c.role is R.TITLE), None)
    settled: list[Column] = []
    for column in columns:
        role = column.role
        if role is R.UNKNOWN and _is_whole_year(column, columns):
            column = replace(column, role=R.TARGET, period=WHOLE_YEAR, guessed=False, unsure=False)
        elif role is R.UNKNOWN and column.header and not column.goes_on:
            column = _beside_title(column, title, holds.get(column.at, Profile()))
        elif role is R.RESULT and title and column.at < title.at and _is_grouped(holds.get(column.at)):
            column = replace(column, role=R.OBJECTIVE)
        elif role in _SUMS and _only_total(column, columns):
            column = replace(column, role=R.TARGET, period=WHOLE_YEAR)
        settled.append(column)
    return tuple(_of_other_things(settled))


def _of_other_things(columns: Sequence[Column]) -> list[Column]:
    """Two terms that are each of a thing of its own ("Срок закупки", "Срок поставки") make no span that is sure."""
    terms = [c for c in columns if c.role is R.DEADLINE and _TERM_OF.search(c.header.lower())]
    if len(terms) < 2 or any(_SAME_THING.search(c.header.lower()) for c in columns if c.role is R.DEADLINE):
        return list(columns)
    return [replace(c, guessed=True) if c in terms[1:] else c for c in columns]


def _groups_by_words(holds: Profile) -> bool:
    """Whether cells in words are drawn, or left blank below, over the rows of a group."""
    grouped = holds.groups >= _FEWEST_GROUPED and holds.worded > 0.7
    return grouped and holds.terms < 0.2 and holds.ratings < 0.5


def _is_grouped(holds: Profile | None) -> bool:
    return holds is not None and holds.groups >= _FEWEST_GROUPED


def _beside_title(column: Column, title: Column | None, holds: Profile) -> Column:
    """A column whose header says another title: the group that a work belongs to, or what is noted of it. Where the
    header says nothing, what groups the works to its right is a group."""
    said = said_by_path(column.header.split(" / "))
    if title is None or not holds.count:
        return column
    if R.TITLE not in said:
        groups = column.at < title.at and not said and _groups_by_words(holds)
        return replace(column, role=R.OBJECTIVE, guessed=True) if groups else column
    return replace(column, role=R.OBJECTIVE if column.at < title.at else R.NOTE)


_HOW_OFTEN = re.compile(r"frequency|периодичность|жиілігі", re.IGNORECASE)


def _indicators(columns: list[Column]) -> list[Column]:
    """Indicators are rows where the table plans by period and nothing is to be done in it; else one is a result."""
    roles = {c.role for c in columns}
    by_period = any(c.role in {R.TARGET, R.FUNDING} and c.period for c in columns)
    title = next((c for c in columns if c.role is R.TITLE), None)
    if R.KPI in roles and title is None and not any(c.role is R.KPI and c.period for c in columns):
        columns = [replace(c, role=R.INDICATOR) if c.role is R.KPI else c for c in columns]
        roles = {c.role for c in columns}
    if R.INDICATOR not in roles:
        if title is None and R.OBJECTIVE in roles:
            return _first_as_title(columns, R.OBJECTIVE)
        return columns
    terms = [c for c in columns if c.role in {R.DEADLINE, R.START} and not _HOW_OFTEN.search(c.header)]
    dated = bool(terms) or (R.FORM in roles and R.RESPONSIBLE in roles)
    if by_period and (title is None or title.weak) and not dated:
        return [replace(c, role=R.NOTE) if c.role is R.TITLE else c for c in columns]
    if title is None:
        return _first_as_title(columns, R.OBJECTIVE if R.OBJECTIVE in roles else R.INDICATOR)
    return [replace(c, role=R.RESULT) if c.role is R.INDICATOR else c for c in columns]


def _first_as_title(columns: list[Column], role: R) -> list[Column]:
    first = next(c for c in columns if c.role is role)
    return [
        replace(c, role=R.TITLE) if c is first else replace(c, role=R.RESULT) if c.role is R.INDICATOR else c
        for c in columns
    ]


_YEAR = re.compile(r"(?:(?:за|на|весь) )?(?:год|жыл|year)\b(?: бойы)?")


def _is_whole_year(column: Column, columns: Sequence[Column]) -> bool:
    """ "Год" beside the quarters or months of a plan, in one language or in two: "Жыл / Год"."""
    parts = {c.at for c in columns if c.role is R.TARGET and c.period and c.period[0] in PARTS}
    words = [part.strip().lower() for part in column.header.split("/")]
    said = bool(words[-1:]) and _YEAR.fullmatch(words[-1]) is not None
    return said and len(parts) > 1 and bool({column.at - 1, column.at + 1} & parts)


def _only_total(column: Column, columns: list[Column]) -> bool:
    """ "Всего" beside columns of plan values that are not money is the year's plan value."""
    beside = {c.role for c in columns if c is not column}
    if column.role is R.FUNDING and column.period != WHOLE_YEAR:
        return False
    plain = _WHOLE.fullmatch(fold(column.header)) and column.scale is None
    return bool(plain) and R.TARGET in beside and not {R.FUNDING, R.BY_SOURCE} & beside

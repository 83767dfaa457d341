"""A new edition of a plan against the live one: which row is which, what was changed, added, dropped.

Numbers restart and rows move, so a row is known by what it says and where it stands (domain, §1): pairing is
proposed, and what is not certain is confirmed by the coordinator one by one. All here is pure; `core.lifecycle.edition_apply`
writes it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher

from core.kernel.text import fold, one_line
from core.model.editions import PlanEdition, PlanHead
from core.plan.model import Activity, ReadPlan
from core.printed.goals import goals_of

CERTAIN = 0.9
"""From this likeness on two rows are one without asking, where no other row comes near."""
LIKELY = 0.6
"""Below this likeness a row is a new one."""
CLEARLY = 0.05
"""By how much the best pair must beat the next one to be taken without asking."""
SAME_PLAN = 0.85
"""From this likeness of titles on a file is asked about as a new edition."""

TEXTS = (
    "number",
    "title",
    "objective",
    "completion_form",
    "deadline_text",
    "unit_text",
    "expected_result",
    "note",
    "funding_total",
    "funding_unit",
    "funding_source_text",
)
"""Fields that are compared folded: another dash or letter case is no change."""
VALUES = ("targets", "funding", "funding_sources", "funding_text", "kpi")
"""Fields by period or source, compared as printed."""
DERIVED = ("deadline", "unit", "money_scale", "goals")
"""Fields that the reading made of others; named as a change where the printed words stayed."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of one edition with what tells it from others. `key` is an activity's id or a place in the reading."""

    key: int
    place: int
    row: Activity
    path: tuple[str, ...]
    above: str

    @property
    def title(self) -> str:
        return fold(self.row.title)

    def content(self) -> Hashable:
        """Everything printed of it, and where it stands: equal for a row that nobody touched."""
        return self.path, self.above, fold(self.row.number or ""), self.cells()

    def cells(self) -> Hashable:
        """Everything printed of it but its number: equal for a row that only moved."""
        values = tuple(tuple(sorted(getattr(self.row, name).items())) for name in VALUES)
        texts = tuple(fold(getattr(self.row, name) or "") for name in TEXTS if name != "number")
        derived = tuple(repr(getattr(self.row, name)) for name in DERIVED)
        names = tuple(fold(name) for name in self.row.responsibles)
        return texts, values, derived, names


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field says in the old edition and in the new one, as printed; None where it is blank."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of both editions; `certain` where nobody needs to be asked."""

    old: Row
    new: Row
    certain: bool

    @property
    def changes(self) -> tuple[FieldChange, ...]:
        return changes(self.old, self.new)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A new edition against the live one, in the order of the new one (`dropped` in that of the old one).

    `returned` are the pairs whose old row an earlier edition dropped; `unsure` are of both kinds.
    """

    pairs: tuple[Pair, ...] = ()
    returned: tuple[Pair, ...] = ()
    added: tuple[Row, ...] = ()
    dropped: tuple[Row, ...] = ()
    unsure: tuple[Pair, ...] = field(default=())

    @property
    def changed(self) -> tuple[Pair, ...]:
        """Pairs, whether certain or not, that differ in what is printed."""
        return tuple(pair for pair in self.pairs if pair.changes)

    @property
    def is_empty(self) -> bool:
        return not (self.changed or self.added or self.dropped or self.returned)

    def is_returned(self, pair: Pair) -> bool:
        """Whether the pair's old row is one that an earlier edition dropped."""
        return any(pair.old.key == r.old.key for r in self.returned)


def rows_of(read: ReadPlan, keys: Sequence[int] | None = None, rows: Sequence[Activity] = ()) -> list[Row]:
    """The rows of a reading, or `rows` under its headings; `keys` are their ids (their places without)."""
    listed = list(rows or read.activities)
    titles = {a.id: fold(a.title) for a in (*read.activities, *listed)}
    return [
        Row(
            key=at if keys is None else keys[at],
            place=at,
            row=row,
            path=tuple(fold(s.title) for s in read.path(row)),
            above=titles.get(row.parent or "", ""),
        )
        for at, row in enumerate(listed)
    ]


def compare(
    old: Sequence[Row],
    new: Sequence[Row],
    told: Mapping[str, int | None] | None = None,
    dropped: Sequence[Row] = (),
) -> Comparison:
    """Pairs the rows of two editions. `told` is what the coordinator said: place of a new row → the old one's key.

    Untouched rows are found wherever they stand now; then rows with the same words, then rows with nearly the same.
    `dropped` are rows of former editions, those dropped last first: a new row that says what one of them said is that
    row come back, unless the live plan has it.
    """
    pairing = _Pairing(old, new, dropped)
    pairing.obey(told or {})
    for among in (pairing.live, pairing.gone):
        pairing.match(Row.content, among)
        pairing.match(lambda r: (r.path, r.above, r.title, fold(r.row.number or "")), among)
        pairing.match(lambda r: (r.path, r.title), among)
        pairing.match(Row.cells, among)
    for among in (pairing.live, pairing.gone):
        pairing.match(lambda r: r.title, among, certain=False)
        pairing.match_alike(among)
    return pairing.result()


class _Pairing:
    """Rows that are not paired yet, by key, and the pairs so far: `live` are the old ones, `gone` dropped before."""

    def __init__(self, old: Sequence[Row], new: Sequence[Row], dropped: Sequence[Row]) -> None:
        self._old = {r.key: r for r in old}
        self._new = {r.key: r for r in new}
        self.live, self._left_new = dict(self._old), dict(self._new)
        self.gone = {r.key: r for r in dropped}
        self._pairs: dict[int, Pair] = {}

    def obey(self, told: Mapping[str, int | None]) -> None:
        """What the coordinator said stands before any likeness; a row that is said to be new is out of the search."""
        for place, key in told.items():
            new = self._left_new.get(int(place))
            old = None if key is None else self.live.get(key) or self.gone.get(key)
            if new is None or (key is not None and old is None):
                continue
            if old is None:
                del self._left_new[new.key]
            else:
                self._take(old, new, True)

    def match(self, say: Callable[[Row], Hashable], among: Mapping[int, Row], certain: bool = True) -> None:
        """Pairs rows that say the same; of several such, in order, and surely only where there are as many."""
        mine: dict[Hashable, list[Row]] = defaultdict(list)
        for row in among.values():
            mine[say(row)].append(row)
        theirs: dict[Hashable, list[Row]] = defaultdict(list)
        for row in self._left_new.values():
            theirs[say(row)].append(row)
        for words, news in theirs.items():
            olds = mine.get(words, [])
            sure = certain and (len(olds) == len(news) or say in _UNTOUCHED)
            for old, new in zip(olds, news, strict=False):
                self._take(old, new, sure)

    def match_alike(self, among: Mapping[int, Row]) -> None:
        """Pairs what is left by likeness, the likest first."""
        scored = sorted(
            (
                (score, old, new)
                for new in self._left_new.values()
                for old in among.values()
                if (score := likeness(old, new)) >= LIKELY
            ),
            key=lambda found: (-found[0], found[2].place, found[1].place),
        )
        for at, (score, old, new) in enumerate(scored):
            if old.key in among and new.key in self._left_new:
                rivals = (s for s, o, n in scored[at + 1 :] if o.key == old.key or n.key == new.key)
                clear = score - max(rivals, default=0.0) >= CLEARLY
                self._take(old, new, score >= CERTAIN and clear)

    def _take(self, old: Row, new: Row, certain: bool) -> None:
        self.live.pop(old.key, None)
        self.gone.pop(old.key, None)
        del self._left_new[new.key]
        self._pairs[new.key] = Pair(old, new, certain)

    def result(self) -> Comparison:
        found = tuple(self._pairs[key] for key in self._new if key in self._pairs)
        paired = {p.old.key for p in found}
        return Comparison(
            pairs=tuple(p for p in found if p.old.key in self._old),
            returned=tuple(p for p in found if p.old.key not in self._old),
            added=tuple(r for r in self._new.values() if r.key not in self._pairs),
            dropped=tuple(r for r in self._old.values() if r.key not in paired),
            unsure=tuple(p for p in found if not p.certain),
        )


def likeness(one: Row, other: Row) -> float:
    """How alike two rows are, from 0 to 1: by their titles above all, then heading, number and form."""
    words = _alike(one.title, other.title)
    if words < LIKELY - 0.2:
        return 0.0
    score = 0.8 * words
    score += 0.1 if one.path == other.path else 0.0
    score += 0.06 if fold(one.row.number or "") == fold(other.row.number or "") else 0.0
    same_form = fold(one.row.completion_form or "") == fold(other.row.completion_form or "")
    return score + (0.04 if same_form else 0.0)


def _alike(one: str, other: str) -> float:
    """Likeness of two folded texts; words are compared first, since letters are dear."""
    mine, theirs = set(one.split()), set(other.split())
    if not mine or not theirs or len(mine & theirs) / min(len(mine), len(theirs)) < 0.3:
        return 0.0
    return SequenceMatcher(None, one[:500], other[:500], autojunk=False).ratio()


def changes(old: Row, new: Row) -> tuple[FieldChange, ...]:
    """Which fields of a row say something else now, in the order of a plan's columns; where it stands comes first."""
    found: list[FieldChange] = []
    if old.path != new.path:
        found.append(FieldChange("section", _last(old), _last(new)))
    for name in TEXTS:
        before, after = getattr(old.row, name), getattr(new.row, name)
        if fold(before or "") != fold(after or ""):
            found.append(FieldChange(name, _shown(before), _shown(after)))
    names = [[fold(n) for n in r.row.responsibles] for r in (old, new)]
    if names[0] != names[1]:
        before, after = (", ".join(r.row.responsibles) or None for r in (old, new))
        found.append(FieldChange("responsibles", before, after))
    for name in VALUES:
        was, now = getattr(old.row, name), getattr(new.row, name)
        found += [
            FieldChange(f"{name}:{key}", was.get(key), now.get(key))
            for key in dict.fromkeys([*was, *now])
            if was.get(key) != now.get(key)
        ]
    return (*found, *_derived(old.row, new.row, found))


def _derived(old: Activity, new: Activity, found: Sequence[FieldChange]) -> list[FieldChange]:
    """What the reading understood otherwise although the printed words are the same (a doubt settled otherwise)."""
    named = {f.field for f in found}
    changed: list[FieldChange] = []
    if old.deadline != new.deadline and "deadline_text" not in named:
        changed.append(FieldChange("deadline", _day(old.deadline.end), _day(new.deadline.end)))
    if (old.unit, old.money_scale) != (new.unit, new.money_scale) and "unit_text" not in named:
        changed.append(FieldChange("unit", old.unit, new.unit))
    changed += [
        FieldChange(f"goals:{period}", _in_signs(old, text), _in_signs(new, text))
        for period, text in new.targets.items()
        if old.goals != new.goals
        and old.targets.get(period) == text
        and _in_signs(old, text) != _in_signs(new, text)
    ]
    return changed


def _in_signs(row: Activity, text: str) -> str | None:
    """What a goal is understood as, in signs of no language: "≥ +8 кабинетов"; + is for an increment."""
    found = goals_of(row, text, None)
    signs = {"at_least": "≥ ", "at_most": "≤ "}
    said = [
        f"{signs.get(g.comparison, '')}{'+' if g.kind == 'increment' else ''}{g.value:f}"
        f"{' ' + g.unit_word if g.unit_word else ''}"
        for g in found
        if g.value is not None
    ]
    return "; ".join(said) or None


def _last(row: Row) -> str | None:
    return row.path[-1] if row.path else None


def _shown(text: str | None) -> str | None:
    return one_line(text) if text else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


_UNTOUCHED = (Row.content,)
"""Rows that say the same in every cell are each other's equals: it does not matter which of them is which."""

_A_TITLE = 15
"""Letters of a title that says which plan it is."""

_YEARS = re.compile(r"\b20\d\d\b")


def likely_plans(
    read: PlanEdition, live: Collection[PlanHead], titles: Mapping[int, Collection[str]]
) -> list[PlanHead]:
    """The live plans that a reading may be a new edition of, the likeliest first.

    Their titles are alike and name the same years, or half of the rows are the same; and the times do not lie apart.
    `titles` are those of the rows, by plan: they are asked for only of those that `overlapping` left.
    """
    scored = [(_same_plan(read, plan, titles[plan.id]), plan) for plan in overlapping(read, live)]
    return [p for score, p in sorted(scored, key=lambda s: (-s[0], s[1].id)) if score >= SAME_PLAN]


def overlapping(read: PlanEdition, live: Collection[PlanHead]) -> list[PlanHead]:
    """Those whose times do not lie apart from the reading's."""
    return [plan for plan in live if _overlap(read, plan)]


def _same_plan(read: PlanEdition, plan: PlanHead, rows: Collection[str]) -> float:
    one, other = fold(read.title or ""), fold(plan.title or "")
    same_years = set(_YEARS.findall(one)) == set(_YEARS.findall(other))
    titles = _titles_alike(one, other) if one and other and same_years else 0.0
    if titles >= SAME_PLAN:
        return titles
    new = {fold(a.title) for a in read.read.activities}
    old = {fold(title) for title in rows}
    shared = len(new & old) / max(1, min(len(new), len(old)))
    return SAME_PLAN if shared >= 0.5 and (same_years or not one or not other) else 0.0


def _titles_alike(one: str, other: str) -> float:
    """A title with something put behind it ("… (с изменениями)") is the same title."""
    shorter, longer = sorted((one, other), key=len)
    return 1.0 if len(shorter) >= _A_TITLE and shorter in longer else _alike(one, other)


def _overlap(read: PlanEdition, plan: PlanHead) -> bool:
    if not (read.period_start and read.period_end and plan.period_start and plan.period_end):
        return True
    return read.period_start <= plan.period_end and plan.period_start <= read.period_end

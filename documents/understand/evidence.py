"""What each column is: words over it, what it holds and where it stands, weighed together; one best assignment.

A veto is a content that the role cannot have: a title is running text, a deadline is no name, a sum is a number. What a
veto takes from a column whose words spoke loudly for it is never silent: the column is `unsure`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from core.plan.columns import ColumnRole as R
from documents.understand.lexicon import FAIR, STRONG
from documents.understand.profile import Profile

_CONTENT = 0.6  # what contents weigh beside words
_LEAST = 0.4  # a role needs as much from words, or from contents that speak by themselves
_BY_ITSELF = 0.55
_RUNNING = 0.3  # as the best running text of a table, a title needs less
_QUIETER, _OUTSPOKEN = 0.2, 0.3  # contents weigh less for a role that the words say less loudly than another
_HAS_TITLE = 0.6  # a table without a title is hardly a plan
_CLOSE = 0.12  # a second role as near as this makes the first one doubtful
_LOUD = 0.9  # words that leave no doubt who a column names
_FAR = 0.5  # behind the best column of the same role
_ONCE = (R.NUMBER, R.TITLE, R.START, R.DURATION, R.WEIGHT)
_TOLD_BY_CONTENTS = frozenset(
    {R.NUMBER, R.TITLE, R.DEADLINE, R.DURATION, R.RESPONSIBLE, R.UNIT, R.FORM, R.OBJECTIVE}
)
_BESIDE = frozenset(
    {R.NOTE, R.OBJECTIVE, R.SECTION, R.FORM, R.RESULT}
)  # what may name the work where nothing else does
_SILENT = frozenset({R.OUT, R.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Clues:
    """One column that is neither a period nor a source: the score of its words for each role, and what it holds."""

    at: int
    words: Mapping[R, float]
    holds: Profile


@dataclass(frozen=True, slots=True)
class Verdict:
    """The role of a column; `guessed` from contents where words say little; `unsure` where another is as likely."""

    role: R
    score: float = 0.0
    guessed: bool = False
    unsure: bool = False


def content_score(role: R, p: Profile) -> float:
    """How well contents fit a role, from 0 to 1."""
    if not p.count:
        return 0.0
    fits = {
        R.NUMBER: (p.serials * 0.7 + 0.3 * p.rising) * (p.length <= 12) * (0.8 + 0.2 * p.unique),
        R.TITLE: p.worded * (0.45 * min(p.length / 35, 1) + 0.35 * p.works + 0.2 * p.unique)
        - 0.3 * (1 - p.unique) - 0.8 * p.terms - 0.5 * p.posts - 0.4 * p.forms * (p.length < 25) - 0.4 * p.groups,
        R.DEADLINE: max(p.terms, p.days) - 0.3 * p.ticks,
        R.START: max(p.days, p.terms),
        R.DURATION: p.durations,
        R.RESPONSIBLE: max(p.posts, p.people),
        R.UNIT: p.units * (p.length <= 25) - 0.5 * p.posts,
        R.FORM: 0.7 * p.forms * (p.length <= 80),
        R.FUNDING_TOTAL: 0.35 * p.numbers,
        R.WEIGHT: 0.2 * p.numbers,
        R.OBJECTIVE: p.groups * p.worded * (p.length > 8),
        R.RESULT: 0.15 * p.worded,
        R.NOTE: 0.1 * p.worded,
        R.FACT: 0.1,
    }  # fmt: skip
    return max(fits.get(role, 0.0), 0.0)


def is_vetoed(role: R, p: Profile, said: float = STRONG) -> bool:
    """Whether contents rule a role out that words speak for as `said`. A blank column rules nothing out."""
    if not p.count:
        return role is R.TITLE and said < FAIR
    figures = max(p.numbers, p.ticks)
    rules = {
        R.TITLE: p.worded < 0.5 or p.terms > 0.5 or p.filled < 0.3 or p.people > 0.6,
        R.NUMBER: p.length > 18 or p.works > 0.5,
        R.OBJECTIVE: (p.serials > 0.7 and p.worded < 0.3 and p.unique > 0.9 and p.count > 1)
        or p.ratings > 0.8,
        R.DEADLINE: p.hours > 0.6
        or figures > 0.6
        and p.terms < 0.3
        or (max(p.posts, p.works) > 0.7 and p.terms < 0.1)
        or (said < 0.9 and p.terms < 0.15 and p.worded > 0.8),
        R.START: max(p.days, p.terms) < 0.3,
        R.DURATION: p.durations < 0.3 and p.numbers < 0.5,
        R.RESPONSIBLE: figures > 0.5 or p.terms > 0.6,
        R.UNIT: p.length > 40 or p.terms > 0.6,
        R.FORM: figures > 0.6 and p.ticks < 0.5 or p.terms > 0.7,
        R.FUNDING_TOTAL: p.count >= 2 and max(p.numbers, p.sums) < 0.1 and p.worded > 0.8,
        R.WEIGHT: p.numbers < 0.5,
        R.TARGET: p.count >= 2 and p.numbers < 0.2 and p.works > 0.5,
    }
    return rules.get(role, False)


def assigned(columns: Sequence[Clues]) -> dict[int, Verdict]:
    """The role of each column, by place: the assignment whose scores add up to most."""
    scores = {c.at: _scores(c) for c in columns}
    titles = sorted((c.at for c in columns if R.TITLE in scores[c.at]), key=lambda at: -scores[at][R.TITLE])[
        :5
    ]
    best: dict[int, Verdict] = {}
    most = -1.0
    for title in [*titles, None]:
        found = _with_title(columns, scores, title)
        total = sum(v.score for v in found.values()) + (_HAS_TITLE if title is not None else 0.0)
        if total > most + 1e-9:
            best, most = found, total
    return best


def _scores(column: Clues) -> dict[R, float]:
    words = _told_apart(_sources_said(column))
    is_fact = words.get(R.FACT, 0.0) >= FAIR  # what was done holds days and names as what is to be done does
    open_roles = [r for r in R if r not in _SILENT and not is_vetoed(r, column.holds, words.get(r, 0.0))]
    is_said = any(words.get(r, 0.0) >= FAIR for r in open_roles)
    loudest = max((words.get(r, 0.0) for r in open_roles), default=0.0)
    found: dict[R, float] = {}
    for role in open_roles:
        said, held = words.get(role, 0.0), content_score(role, column.holds)
        least = _RUNNING if role is R.TITLE else _BY_ITSELF
        if said >= _LEAST or (not is_said and held >= least and role in _TOLD_BY_CONTENTS):
            outspoken = (is_fact and role is not R.FACT) or said < loudest - _QUIETER
            found[role] = said + _CONTENT * held * (_OUTSPOKEN if outspoken else 1)
    return found


def _sources_said(column: Clues) -> Mapping[R, float]:
    """What the words over a column say; those of money speak for its sources where they are named and no sums are."""
    said, p = column.words.get(R.FUNDING_TOTAL, 0.0), column.holds
    if said < FAIR or max(p.numbers, p.sums) >= 0.1 or p.sources < 0.5:
        return column.words
    return {**column.words, R.FUNDING_SOURCE: max(said, column.words.get(R.FUNDING_SOURCE, 0.0))}


def _told_apart(words: Mapping[R, float]) -> dict[R, float]:
    """Words of the narrower role make less of the wider one that they contain."""
    found = dict(words)
    for narrow, wide in (
        (R.START, R.DEADLINE),
        (R.DURATION, R.DEADLINE),
        (R.FUNDING_SOURCE, R.FUNDING_TOTAL),
        (R.WEIGHT, R.TARGET),
    ):
        if found.get(narrow, 0.0) >= FAIR and wide in found:
            found[wide] *= 0.6
    if (
        found.get(R.TITLE, 1.0) < FAIR
        and max((s for r, s in found.items() if r not in _BESIDE), default=0.0) >= FAIR
    ):
        del found[R.TITLE]  # "Наименование показателя", "Название источника"
    if found.get(R.FACT, 0.0) >= FAIR:
        found = {role: score if role is R.FACT else score * 0.7 for role, score in found.items()}
    return found


def _with_title(
    columns: Sequence[Clues], scores: Mapping[int, Mapping[R, float]], title: int | None
) -> dict[int, Verdict]:
    taken = {R.TITLE}
    found: dict[int, Verdict] = {}
    order = sorted(
        columns, key=lambda c: -max(_without_title(scores[c.at], c.at, title).values(), default=0.0)
    )
    for column in order:
        if column.at == title:
            found[title] = _verdict(column, scores[title], R.TITLE)
            continue
        mine = {
            r: s for r, s in _without_title(scores[column.at], column.at, title).items() if r not in taken
        }
        role = max(mine, key=lambda r: mine[r], default=R.UNKNOWN)
        found[column.at] = _verdict(column, scores[column.at], role)
        if role in _ONCE:
            taken.add(role)
    for role, fits in ((R.RESPONSIBLE, _who), (R.FORM, _what_proves)):
        _leave_quieter(columns, found, role, fits)
    said = {v.role for v in found.values() if not v.guessed}
    return {
        at: Verdict(R.UNKNOWN) if v.guessed and _is_idle(at, v.role, said, title) else v
        for at, v in found.items()
    }


def _who(column: Clues) -> float:
    return column.words.get(R.RESPONSIBLE, 0.0) + max(column.holds.posts, column.holds.people)


def _what_proves(column: Clues) -> float:
    return column.holds.forms


def _leave_quieter(
    columns: Sequence[Clues], found: dict[int, Verdict], role: R, fits: Callable[[Clues], float]
) -> None:
    """Of two columns of one role, makes a remark of the one that fits it far less: participants beside an organiser,
    the form of a check beside its concluding document. Co-executors are named by their header, whoever they are."""
    mine = [c for c in columns if found[c.at].role is role and not found[c.at].guessed and c.holds.count]
    best = max(map(fits, mine), default=0.0)
    for column in mine:
        named = role is R.RESPONSIBLE and column.words.get(role, 0.0) >= _LOUD
        if fits(column) < best - _FAR and not named:
            found[column.at] = Verdict(R.NOTE, unsure=True)


def _is_idle(at: int, role: R, said: Collection[R], title: int | None) -> bool:
    """Whether a guess adds nothing: another column says it in words, or a group stands behind the work."""
    if role is R.OBJECTIVE:
        return title is None or at > title
    return role in said


def _without_title(scores: Mapping[R, float], at: int, title: int | None) -> dict[R, float]:
    return dict(scores) if at == title else {r: s for r, s in scores.items() if r is not R.TITLE}


def _verdict(column: Clues, scores: Mapping[R, float], role: R) -> Verdict:
    if role is R.UNKNOWN:
        return Verdict(role)
    score = scores[role]
    others = [s for r, s in scores.items() if r is not role]
    words = _sources_said(column)
    said = words.get(role, 0.0)
    vetoed = any(said >= 0.9 and r not in scores for r, said in _told_apart(words).items())
    return Verdict(
        role, score, guessed=said < _LEAST or vetoed, unsure=any(s > score - _CLOSE for s in others)
    )

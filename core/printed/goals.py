"""Figures inside goals: "не менее 150 чел.", "6 школ на 3 150 мест", "Открытие 8 кабинетов (всего 24)" (domain, §1).

Tokens (`core.printed.goal_tokens`), then phrases of time (`core.printed.goal_times`), then quantities (`core.printed.goal_quantities`): a
number with the words of its clause before it, its scale and unit after it. A number that names a thing (№ 12,
"ул. Абая 40", "2-й этап", "III квартал", a year) is no figure. What is not certain says so.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from pydantic import BaseModel, ConfigDict

from core.plan.model import Activity, Every, GoalSaid, Unit
from core.printed import goal_tokens as words
from core.printed.goal_quantities import Before, Comparison, Quantity, compared, compares, is_a_name
from core.printed.goal_times import due_of, with_times
from core.printed.goal_tokens import Token, tokens

_LONGEST = 4000  # characters; more is an account, not a goal


class Goal(BaseModel):
    """One thing that a goal's text promises. Without a figure it is a tick, or only a time.

    `figure` stands in the text; times ten to the `scale` ("1,3 тыс." is 1.3 and 3) it is the `value`. `upper` is
    the far end of a range. An increment is what the period adds, a level what is reached or kept up; `total` is
    what the increments come to ("всего 24"). `each` is the span that a rate is for ("в год"). `due` is the last
    day of the time that is named, `due_period` its code. `text` is the part from `start` to `end` that says all
    this. `certain` is False where another reading is as good: then a person should look.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    start: int
    end: int
    figure: Decimal | None = None
    upper: Decimal | None = None
    scale: int = 0
    unit_word: str | None = None
    unit: Unit = Unit.TEXT
    comparison: Comparison = "exactly"
    kind: Literal["level", "increment"] = "level"
    drops: bool = False
    total: Decimal | None = None
    each: Every | None = None
    due: date | None = None
    due_period: str | None = None
    certain: bool = True

    @property
    def value(self) -> Decimal | None:
        """The figure in whole units: 1 300 for "1,3 тыс."; money in tenge."""
        return None if self.figure is None else Decimal(f"{self.figure.scaleb(self.scale):f}")


def read_goal(text: str, plan_year: int | None) -> tuple[Goal, ...]:
    """What a goal's text promises, in its order; one goal without a figure where it has none, nothing for no text.

    `plan_year` stands in for a year that a quarter lacks. Never raises.
    """
    return _read(text[:_LONGEST], plan_year)


def goals_of(row: Activity, text: str, plan_year: int | None) -> tuple[Goal, ...]:
    """What a cell of a row promises, as the coordinator confirmed or corrected it. Never raises."""
    goals = list(read_goal(text, plan_year))
    for said in row.goals:
        if said.text == text and said.at < len(goals):
            goals[said.at] = _told(goals[said.at], said, plan_year)
    return tuple(goals)


def _told(goal: Goal, said: GoalSaid, plan_year: int | None) -> Goal:
    update: dict[str, object] = {"certain": True}
    if said.none:
        return goal.model_copy(
            update={**update, "figure": None, "upper": None, "total": None, "unit": Unit.TEXT}
        )
    typed = next((g for g in read_goal(said.words or "", plan_year) if g.figure is not None), None)
    if typed is not None:
        update |= {name: getattr(typed, name) for name in _FIGURE}
    if said.kind is not None:
        update["kind"] = said.kind
    if said.comparison is not None:
        update["comparison"] = said.comparison
    if said.due is not None:
        update |= {"due": said.due, "due_period": None}
    return goal.model_copy(update=update)


_FIGURE = (
    "figure",
    "upper",
    "scale",
    "unit_word",
    "unit",
    "comparison",
    "kind",
    "drops",
    "total",
    "each",
)
"""What of a goal its figure says, apart from when it is due."""


@lru_cache(maxsize=5_000)
def _read(text: str, plan_year: int | None) -> tuple[Goal, ...]:
    if not any(c.isalnum() for c in text):
        return ()
    return tuple(_Reading(text, with_times(tokens(text)), plan_year).goals())


class _Reading:
    """One pass over the tokens.

    Of the clause: `said` are its words since the last quantity, `head` all of them, `begins` where what is said
    now began, `due` its time, `base` where a range came from. `trails` right after a quantity.
    """

    def __init__(self, text: str, found: list[Token], plan_year: int | None) -> None:
        self.text, self.found, self.plan_year = text, found, plan_year
        self.made: list[Goal] = []
        self._begin_clause()

    def _begin_clause(self) -> None:
        self.clause = len(self.made)
        self.clause_begins: int | None = None
        self.said: list[str] = []
        self.head: list[str] = []
        self.begins: int | None = None
        self.due: tuple[date | None, str | None] | None = None
        self.base: tuple[str, Decimal] | None = None
        self.parts = self.trails = False

    def goals(self) -> list[Goal]:
        at = 0
        while at < len(self.found):
            at = self._take(at)
        self._close(len(self.text))
        return self.made or [self._without_figure(0, len(self.text))]

    def _take(self, at: int) -> int:
        """Reads the token; → the one to read on with."""
        token = self.found[at]
        if token.kind == "stop":
            self._close(token.start)
            return at + 1
        if token.kind == "open":
            return self._aside(at)
        if self.trails and token.kind == "word" and token.key not in words.JOINING:
            self._trail(token)
            return at + 1
        self.trails = False
        self._begin(token)
        if token.kind == "num":
            return self._number(at)
        if token.kind in ("time", "then"):
            self._time(token)
        elif token.kind in ("word", "sign"):
            self._word(token)
        return at + 1

    def _begin(self, token: Token) -> None:
        if token.kind in ("comma", "dash", "code", "close") or token.is_word("и", "және", "а"):
            return
        self.begins = token.start if self.begins is None else self.begins
        self.clause_begins = token.start if self.clause_begins is None else self.clause_begins

    def _word(self, token: Token) -> None:
        self.said.append(token.key)
        self.head.append(token.key)
        self.parts = self.parts or any(tuple(self.said[-len(p) :]) == p for p in words.PARTS)

    def _trail(self, token: Token) -> None:
        """Words right after a quantity belong to it: "20% недоступных объектов"."""
        last = self.made[-1]
        text = self.text[last.start : token.end]
        self.made[-1] = last.model_copy(update={"text": text, "end": token.end})
        self.head.append(token.key)

    def _time(self, token: Token) -> None:
        if token.kind == "then" and (self.said or self.made[self.clause :]):
            return  # "от 05.03.2024", "за 2022 год" say since when or compared with what, not by when
        self.due = due_of(self.text[token.start : token.end], self.plan_year)
        self.said.clear()

    def _close(self, end: int) -> None:
        """Ends a clause: its time belongs to each of its goals, or makes one of its own."""
        if self.due is not None:
            mine = self.made[self.clause :]
            if not mine and self.clause_begins is not None:
                mine = [self._without_figure(self.clause_begins, end)]
            day, period = self.due
            time = {"due": day, "due_period": period}
            self.made[self.clause :] = [
                g.model_copy(update={**time, "certain": g.certain and day is not None}) for g in mine
            ]
        self._begin_clause()

    def _without_figure(self, start: int, end: int) -> Goal:
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        part = part.strip()
        # A cell that is nothing but a number which looks like a year may be a figure after all.
        return Goal(text=part, start=start, end=start + len(part), certain=not self.text.strip().isdigit())

    def _aside(self, at: int) -> int:
        """Words in brackets: a total, a goal of their own, or how a figure is made up."""
        end, depth = at + 1, 1
        while end < len(self.found) and depth:
            depth += {"open": 1, "close": -1}.get(self.found[end].kind, 0)
            end += 1
        inside = self.found[at + 1 : end]
        counted = any(t.kind == "num" for t in inside)
        total = any(t.is_word(*words.TOTAL) for t in inside)
        if not counted or not self.made[self.clause :] or total or compares(inside):
            self._inside(at + 1, end, counted)
        else:
            made_up = self.made[self.clause :]
            self.made[self.clause :] = [g.model_copy(update={"certain": False}) for g in made_up]
        self.said.clear()
        self.begins, self.trails = None, False
        return end

    def _inside(self, at: int, end: int, counted: bool) -> None:
        """Reads what is in brackets; words without a figure only explain."""
        while at < end:
            token = self.found[at]
            if token.kind == "num":
                at = self._number(at)
                continue
            if counted:
                self._begin(token)
            if counted and token.kind in ("word", "sign"):
                self._word(token)
            elif token.kind == "time":
                self._time(token)
            at += 1

    def _number(self, at: int) -> int:
        """Reads the quantity that begins with the number; → the token to read on with."""
        quantity = Quantity(self.text, self.found, at)
        if is_a_name(self.found, at) or quantity.is_place_or_age(self.found[at - 1] if at else None):
            self.said.append("#")
            return quantity.end
        if self.parts:
            return quantity.end
        known = Before(self.said)
        if quantity.is_base or (known.since and quantity.leads_to_another):
            self.said = known.before
            self.base = (known.since or "с", quantity.number)
            return quantity.end
        if known.total and self.made[self.clause :]:
            self.made[-1] = self.made[-1].model_copy(update={"total": quantity.value})
        else:
            self._add(known, quantity)
            self.trails = True
        self.said, self.begins, self.base = [], None, None
        return quantity.end

    def _add(self, known: Before, quantity: Quantity) -> None:
        start = quantity.start if self.begins is None else self.begins
        drops = known.has(words.DROPS) or quantity.followed_by(words.DROPS)
        changes = drops or known.has(words.GROWS) or quantity.followed_by(words.GROWS)
        up_to = known.until or quantity.until
        comparison, certain = compared(known, quantity, up_to, changes, drops)
        figure, upper = quantity.number, quantity.upper
        if self.base is not None:
            word, base = self.base
            certain = not known.rough
            comparison = "at_least" if figure >= base else "at_most"
            if word == "от" and figure > base:
                figure, upper, comparison = base, figure, "between"
        level = self._is_level(known, quantity, changes and not up_to and self.base is None)
        self.made.append(
            Goal(
                text=self.text[start : quantity.text_end],
                start=start,
                end=quantity.text_end,
                figure=figure,
                upper=upper,
                scale=quantity.scale,
                unit_word=quantity.unit_word,
                unit=quantity.unit,
                comparison=comparison,
                kind="level" if level else "increment",
                drops=drops,
                each=quantity.each or known.each,
                certain=certain and quantity.certain and self._has_unit(known, quantity),
            )
        )

    def _has_unit(self, known: Before, quantity: Quantity) -> bool:
        """A number without a unit in the middle of words may be anything; alone, or compared, it is a figure."""
        return bool(quantity.unit_word) or len(self.found) == 1 or known.comparison is not None

    def _is_level(self, known: Before, quantity: Quantity, by_so_much: bool) -> bool:
        if by_so_much:
            return False
        if quantity.unit is Unit.PERCENT or known.total or known.until or quantity.until:
            return True
        if quantity.each or known.each:
            return True
        mine = self.made[self.clause :]
        if not known.before and mine and known.preposition == "на":
            return mine[-1].kind == "level"  # the places of the schools go with the schools
        return any(word.startswith(words.LEVELS) for word in self.head) or quantity.followed_by(words.LEVELS)

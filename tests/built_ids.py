"""Ids of texts that are built at run time, and all that each can become; found in the code, so that none is forgotten.

A new f-string that looks like an id ("outcome-…") stands either in `BUILT`, with its values, or in `NO_TEXTS`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path
from typing import get_args

from core.figures.stages import Standing
from core.lifecycle import reporting_rules, rule_timing
from core.lifecycle.edition_diff import DERIVED, TEXTS, VALUES
from core.lifecycle.goal_answers import COMPARISONS, KINDS
from core.lifecycle.indicators import UNITS
from core.model.obligations import RequestKind
from core.model.people import Role
from core.model.requests import Moves, RequestState
from core.plan.columns import ColumnRole
from core.plan.doubts import DoubtCode
from core.plan.model import Every, Unit
from core.plan.reports import Outcome, RemarkCode
from core.plan.rhythms import Rhythm
from core.report import told
from core.report.home_choices import About
from core.report.reasons import REASONS
from core.report.report_events import DECISIONS
from core.resolution.doubt_choices import Answer, Typed
from core.resolution.doubt_kinds import Kind, No
from core.resolution.settling import ROLES
from documents.samples import sample_names
from documents.written import plan_headings, plan_layout, summary_xlsx, template_columns, template_words
from handlers.frame.menu import commands_for
from handlers.plans import plans
from handlers.words.rules_words import COUNTED
from locales import texts
from reminders.leaves import Side

ROOT = Path(__file__).parent.parent
ROOMS = ("core", "handlers", "reminders", "bot", "storage", "documents")
PERIODS = ("week", "month", "quarter", "half-year", "year", "span")
FORECASTS = ("bare-tenge", "below-running", "below-others")
SCALES = (0, 3, 6, 9, 12)
MEASURES = ("money", "percent", "count", "any")
FIELDS = ("section", "responsibles", *TEXTS, *(n for n in (*VALUES, *DERIVED) if n != "money_scale"))
NAMED_BY_THE_DOUBT = (Answer.NOTHING, Answer.ROLE, Answer.UNIT, Answer.TYPE)
TEMPLATE_COLUMNS = {
    column.name
    for columns in (template_columns.INDICATOR_COLUMNS, *map(template_columns.plan_columns, Rhythm))
    for column in columns
}
MENUS = {name for role in (None, *Role) for name, _ in commands_for([role] if role else [], texts(), "ru")}


def hyphened(codes: Iterable[str]) -> list[str]:
    """Codes as their ids have them."""
    return [code.replace("_", "-") for code in codes]


BUILT: dict[str, Iterable[object]] = {
    "answer-no-{}": list(No),
    "column-{}": hyphened(ColumnRole),
    "doubt-kind-{}": list(Kind),
    "{}-by-other": ("submitted", "recorded"),
    "answer-{}": [
        *(a for a in Answer if a not in NAMED_BY_THE_DOUBT),
        *(f"{Answer.UNIT}-{unit}" for unit in Unit),
        *(f"{Answer.ROLE}-{role}" for role in ROLES),
    ],
    "answer-unit-{}": Unit,
    "ask-{}": ("paper", "account", "indicator", "figure-any"),
    "ask-figure-{}": MEASURES,
    "day-{}": ("long", "day", "full", "short", "by", "on", "at", "full-at"),
    "doubt-{}": DoubtCode,
    "doubt-type-{}": Typed,
    "edition-{}": ("dropped", "returned", "added", "changed"),
    "field-{}": hyphened(FIELDS),
    "goal-{}": KINDS,
    "goal-choose-{}": hyphened(COMPARISONS),
    "goal-each-{}": hyphened(get_args(Every)),
    "help-{}": Role,
    "home-{}": (*get_args(About)[2:], "begin", "go-on"),
    "indicator-better-{}": ("up", "down"),
    "indicator-unit-{}": UNITS,
    "invitation-{}": Role,
    "menu-{}": MENUS,
    "money-unit-{}": SCALES,
    "notice-leave-over-{}": get_args(Side),
    "odd-{}": (
        "over-ten-times",
        "many-times",
        "under-a-tenth",
        "over-hundred",
        "fraction",
        "planned-zero",
        *FORECASTS,
    ),
    "outcome-{}": hyphened(Outcome),
    "past-{}": DECISIONS,
    "people-{}s": (Role.MANAGER, Role.COORDINATOR),
    "period-{}-{}": list(product(PERIODS, ("full", "short", "bare", "for", "plan"))),
    "plan-ask-{}": plans.PLAN_PARTS,
    "plan-file-{}": plan_layout._OWN,
    "plan-file-heading-{}": [*plan_headings.NAMES, *(f"{n}-bare" for n in plan_headings.NAMES)],
    "plan-file-scale-{}": ("kzt", "thousand", "million", "billion"),
    "reason-{}": REASONS,
    "remark-{}": get_args(RemarkCode),
    "report-{}": ("behalf", "substitute"),
    "request-{}": hyphened((RequestState.GRANTED, RequestState.REFUSED, RequestState.TAKEN_BACK)),
    "request-asking-{}": hyphened(get_args(RequestKind)),
    "request-for-{}": get_args(Moves),
    "request-wants-{}": get_args(Moves),
    "request-when-{}": get_args(Moves),
    "role-{}": Role,
    "rules-{}": reporting_rules.Foreseen().counts,
    "rules-{}-days": COUNTED,
    "rules-{}-{}": [
        *product(reporting_rules.SWITCHES, ("on", "off")),
        *((p, v) for p, c in reporting_rules.CHOICES.items() if p not in COUNTED for v in hyphened(c)),
    ],
    "rules-ask-{}": reporting_rules.PARTS,
    "rules-part-{}": reporting_rules.PARTS,
    "rules-row-{}": reporting_rules.BETTER,
    "rules-row-sum-{}": ("auto", "on", "off"),
    "sample-{}": sample_names(),
    "timing-ask-{}": rule_timing.PARTS,
    "timing-kind-{}": rule_timing.KINDS,
    "timing-part-{}": rule_timing.PARTS,
    "timing-{}-days": ("due", "opens"),
    "timing-{}-itself": rule_timing.KINDS,
    "timing-{}-{}": [
        *((part, "auto") for part in rule_timing.PARTS),
        ("due", "deadline"),
        ("due", "plan"),
    ],
    "sheet-{}": [field.name for field in told.COLUMNS],
    "stage-{}": get_args(Standing),
    "summary-{}": summary_xlsx._COUNTS,
    "template-{}": [
        *template_words.OWN,
        *template_words.CHAPTERS,
        *TEMPLATE_COLUMNS,
    ],
    "template-{}-{}": [
        (chapter, line) for chapter, lines in template_words.CHAPTERS.items() for line in lines
    ],
    "template-{}-help": TEMPLATE_COLUMNS,
    "template-{}-example": TEMPLATE_COLUMNS,
    "template-by-{}": list(Rhythm),
    "unit-money-{}": SCALES,
    "walk-confirm-{}": FORECASTS,
    "walk-meant-{}": FORECASTS,
    "walk-other-{}": MEASURES,
    "{}-ask-anybody": ("invitation-withdrawn", "invitation-used", "invitation-expired"),
}
"""What stands in the holes: one value, or one for each."""

NO_TEXTS = frozenset(
    {
        "plan-{}",  # what the card of a plan or of its rule asks for
        "rule-{}",
        "reminded-{}",  # what the journal says was done
        "heading-{}",  # words of a file, by the name that its writer knows them under
        "heading-{}-bare",
        "month-{}",
        "{}-bare",
        "{}-help",
        "{}-example",
        "{}-scaled",
        "{}-whole",
        "total-{}",
    }
)

_LOOKS_LIKE_AN_ID = re.compile(r"(?=.*[a-z]{2})(?=.*-)[a-z0-9-]*\{\}[a-z0-9{}-]*")


def built_in_code() -> dict[str, str]:
    """Each pattern of an id that code puts together → where it stands first."""
    found: dict[str, str] = {}
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                pattern = _pattern(node)
                if pattern is not None and _LOOKS_LIKE_AN_ID.fullmatch(pattern):
                    found.setdefault(pattern, f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}")
    return found


def _pattern(node: ast.AST) -> str | None:
    """An f-string, "a-" + b or "a-%s" % b with {} for what is filled in."""
    match node:
        case ast.JoinedStr(values=parts):
            return "".join(str(p.value) if isinstance(p, ast.Constant) else "{}" for p in parts)
        case ast.BinOp(left=ast.Constant(value=str(begins)), op=ast.Add()) if begins.endswith("-"):
            return begins + "{}"
        case ast.BinOp(op=ast.Add(), right=ast.Constant(value=str(ends))) if ends.startswith("-"):
            return "{}" + ends
        case ast.BinOp(left=ast.Constant(value=str(whole)), op=ast.Mod()):
            return whole.replace("%s", "{}")
    return None


def built_ids() -> Iterator[str]:
    """Every id that code can put together."""
    for pattern, values in BUILT.items():
        for value in values:
            filled = value if isinstance(value, tuple) else (value,)
            yield pattern.format(*filled)

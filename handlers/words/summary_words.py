"""A summary in words, without markup: the same lines for the chat and for the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from decimal import Decimal

from core.model.editions import LiveActivity
from core.model.obligations import Obligation, ReportState
from core.owed.status import is_overdue, is_recorded
from core.plan.model import Section
from core.ports.unit_of_work import Texts
from core.summary.formatting import PeriodStyle, bar, format_day, format_period, format_share, money_of
from core.summary.summary import Line
from core.summary.tallies import Tally
from handlers.frame.screens import shortened
from handlers.frame.voice import Voice
from handlers.words.recorded_words import outcome_mark

_DIGIT_WIDE = "\u2007"
"""A space as wide as a digit: percentages under each other end at one place in any font."""
_WIDEST = len("100 %")


@dataclass(frozen=True, slots=True)
class Words:
    """Says a summary's figures in one language."""

    texts: Texts
    language: str

    def say(self, message_id: str, /, **args: object) -> str:
        return self.texts(self.language, message_id, **args)

    def period(self, code: str | None, style: PeriodStyle = "full") -> str:
        """A period, or the whole plan."""
        if code is None:
            return self.say("sum-whole")
        return format_period(code, self.texts, self.language, style)

    def day(self, day: date) -> str:
        """05.04.2024"""
        return format_day(day, self.texts, self.language, "short")

    def moment(self, at: datetime, zone: tzinfo) -> str:
        """5 апреля 2024 г., 18:00"""
        local = at.astimezone(zone)
        day = format_day(local.date(), self.texts, self.language, "full")
        return self.say("sum-moment", day=day, time=f"{local:%H:%M}")

    def as_of(self, at: datetime, zone: tzinfo) -> str:
        local = at.astimezone(zone)
        day = format_day(local.date(), self.texts, self.language, "at")
        return self.say("sum-as-of", day=day, time=f"{local:%H:%M}")

    def share(self, share: Decimal | None, decimals: int = 0) -> str:
        return format_share(share, self.texts, self.language, decimals)

    def head(self, tally: Tally) -> list[str]:
        """What is submitted, what came of it, what was spent; nothing that is not there."""
        if not tally.owed:
            return [self.say("sum-nothing-owed")]
        found = [
            self.say(
                "sum-submitted",
                submitted=str(tally.submitted),
                owed=str(tally.owed),
                share=self.share(tally.completeness),
                ontime=str(tally.on_time),
                overdue=str(tally.overdue),
            )
        ]
        if tally.recorded:
            found.append(self.say("sum-recorded", count=str(tally.recorded)))
        if tally.returned:
            found.append(self.say("sum-returned", count=str(tally.returned)))
        if tally.extended:
            found.append(self.say("sum-extended", count=str(tally.extended)))
        if tally.excused:
            found.append(self.say("sum-excused", count=str(tally.excused)))
        counts = {"done": tally.done, "partial": tally.partial, "none": tally.not_done}
        found.append(self.say("sum-outcomes", **{k: str(v) for k, v in counts.items()}))
        if tally.money is not None and tally.money.plan:
            m = tally.money
            money = money_of(m.fact, m.plan, m.scale, self.texts, self.language)
            found.append(self.say("sum-money", money=money, share=self.share(m.share, 1)))
        return found

    def bar_line(self, share: Decimal | None, label: str) -> str:
        """▓▓▓▓▓▓▓▓▓░  92 %  1 Финансы — the bar first, so that bars stand under each other in any font."""
        return f"{bar(share)} {self.share(share).rjust(_WIDEST, _DIGIT_WIDE)}  {label}"

    def section_line(self, line: Line) -> str:
        """A heading and how much of what it owes is done."""
        return self.bar_line(line.tally.execution, label_of(line, 60))

    def post_line(self, line: Line) -> str:
        """A post and how much of what it owes is submitted."""
        counts = self.say("sum-of", part=str(line.tally.submitted), whole=str(line.tally.owed))
        return self.bar_line(line.tally.completeness, f"{shortened(line.title, 60)} · {counts}")

    def legend_of_done(self, tally: Tally) -> str:
        """That the bars show how much of what is owed is done."""
        return self.say("sum-legend-zeros" if tally.zeros else "sum-legend")

    def legend_of_submitted(self, tally: Tally) -> str:
        """That the bars show how many reports are submitted."""
        return self.say("sum-legend-posts")


def words_of(voice: Voice) -> Words:
    """A summary's figures, said as the voice says its texts."""
    return Words(voice.texts, voice.language)


def label_of(line: Line | Section, most: int) -> str:
    """Number and title of a line, within so many characters."""
    return shortened(f"{line.number} {line.title}" if line.number else line.title, most)


def numbered_title(activity: LiveActivity, most: int) -> str:
    """A row's printed number, where it has one, and its title."""
    number = activity.row.number
    return shortened(f"{number} {activity.row.title}" if number else activity.row.title, most)


def managers_mark(o: Obligation, today: date) -> str:
    """➖ not required, ✅ 🟡 ❌ submitted, ↩️ returned, ⏰ overdue, ✏️ recorded and not submitted, ▫️ nothing yet."""
    if o.excused:
        return "➖"
    if o.is_submitted:
        return outcome_mark(o.submitted.outcome if o.submitted else None)
    if o.state is ReportState.RETURNED:
        return "↩️"
    if is_overdue(o, today):
        return "⏰"
    return "✏️" if is_recorded(o) else "▫️"

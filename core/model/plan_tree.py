"""A plan's headings and rows, looked up by what lies under what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from core.model.editions import LiveActivity
from core.model.obligations import Obligation
from core.plan.model import Section


class PlanTree:
    """A plan's sections and activities, looked up by id."""

    def __init__(self, sections: Iterable[Section], activities: Sequence[LiveActivity]) -> None:
        self.sections = {s.id: s for s in sections}
        self.activities = {a.id: a for a in activities}
        self.by_row = {a.row.id: a for a in activities}
        self.paths = {a.id: self._path(a.row.section) for a in activities}

    def holds(self, obligation: Obligation, section: str | None) -> bool:
        """Whether the obligation's row is known and lies anywhere under the section."""
        path = self.paths.get(obligation.activity_id)
        return path is not None and (section is None or section in path)

    def under(self, activity_id: int, section: str | None) -> str | None:
        """The child section of `section` that the row lies in; None where it hangs on `section` itself."""
        path = self.paths[activity_id]
        at = path.index(section) + 1 if section is not None else 0
        return path[at] if at < len(path) else None

    def ancestors(self, activity: LiveActivity) -> set[int]:
        """The ids of the rows above a row."""
        found: set[int] = set()
        at = self.by_row.get(activity.row.parent or "")
        while at is not None and at.id not in found:
            found.add(at.id)
            at = self.by_row.get(at.row.parent or "")
        return found

    def children(self, section: str | None) -> list[Section]:
        """The sections right under one, in the plan's order; a section whose parent is unknown stands at the top."""
        return [
            s for s in self.sections.values() if (s.parent if s.parent in self.sections else None) == section
        ]

    def _path(self, section: str | None) -> tuple[str, ...]:
        """Ids of the headings above a row, outermost first."""
        found: list[str] = []
        while section in self.sections and section not in found:
            found.append(section)
            section = self.sections[section].parent
        return tuple(reversed(found))

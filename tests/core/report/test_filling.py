"""What one message makes of a report: its papers and file are kept, what it answers is shown back, the rest is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from core.evidence.named_papers import NamedPaper
from core.evidence.papers import Paper
from core.kernel.errors import Outdated, UnreadableInput
from core.plan.reports import Draft, Evidence, Outcome, Proposal
from core.ports.unit_of_work import Storage, Work
from core.report.captions import Understood
from core.report.draft_steps import LONGEST_ACCOUNT
from core.report.filling import (
    filled,
    form_of,
    misread_papers,
    pieces_named,
    take_for_words,
    take_message,
    with_bare_paper,
)
from tests.core.office import OFFICER, someone
from tests.core.office import worklist as worklist_of
from tests.core.report.cards import TODAY, figures, owed, row, worklist
from tests.storage.samples import NOW

ORDER = NamedPaper("Приказ", Paper("7", date(2024, 3, 5)))
UNNAMED = NamedPaper(None, Paper("7", date(2024, 3, 5)))


def piece(id: int = 1, **parts: Any) -> Evidence:
    shape = {"obligation_id": 1, "kind": "paper", "added_by": OFFICER, "added_at": NOW}
    return Evidence.model_validate({"id": id, **shape, **parts})


def test_an_answer_is_shown_back_and_a_story_alone_is_the_account() -> None:
    said = Understood(figures=figures(main=5), outcome=Outcome.PARTIAL, account="у завода")
    shown = filled(Draft(account="было"), said, [3])
    assert shown is not None
    assert (shown.odd, shown.account) == (figures(main=5), "было\nу завода")
    assert shown.proposal == Proposal(outcome=Outcome.PARTIAL, papers=(3,))
    told = filled(Draft(), Understood(account="у завода"), [])
    assert told is not None
    assert (told.account, told.waits) == ("у завода", False)
    assert filled(Draft(), Understood(), [3]) is None


def test_nothing_of_an_account_is_cut_in_silence() -> None:
    with pytest.raises(UnreadableInput, match="account-too-long"):
        filled(Draft(account="а" * LONGEST_ACCOUNT), Understood(account="б"), [])


@pytest.mark.parametrize(
    ("named", "attached", "form"),
    [
        (ORDER, [], "Приказ"),
        (NamedPaper("Справка", Paper("1", None)), [], "Справка"),
        (None, [], "Приказ"),
        (None, [piece(form="Приказ")], "Отчёт"),
        (UNNAMED, [piece(form="Отчёт", number="7", dated=date(2024, 3, 5))], "Отчёт"),
        (UNNAMED, [], "Приказ"),
    ],
)
def test_which_form_of_completion_a_piece_answers(
    named: NamedPaper | None, attached: list[Evidence], form: str
) -> None:
    found = worklist([row(completion_form="Приказ, Отчёт")], [owed()])
    assert form_of(found, owed(), named, attached) == form


def test_a_bare_number_and_day_are_a_paper_where_one_is_asked_for() -> None:
    assert len(with_bare_paper(Understood(), "45, 5 марта", TODAY).papers) == 1
    said = Understood(account="просто слова")
    assert with_bare_paper(said, "просто слова", TODAY) is said
    told = Understood(papers=(ORDER,))
    assert with_bare_paper(told, "Приказ №7 от 05.03.2024", TODAY) is told


def test_a_button_names_a_piece_and_of_an_album_all_pages() -> None:
    pages = [piece(id, kind="photo", album="a") for id in (1, 2)]
    assert pieces_named([*pages, piece(3)], 2) == pages
    with pytest.raises(Outdated):
        pieces_named(pages, 9)


def test_only_what_waits_can_have_been_misread() -> None:
    waits = owed(draft=Draft(proposal=Proposal(papers=(2,))))
    assert misread_papers(waits, [piece(1), piece(2)]) == [piece(2)]
    with pytest.raises(Outdated):
        misread_papers(owed(), [piece(1)])


async def taken(work: Work, said: Understood, file: dict[str, Any] | None = None) -> list[Evidence]:
    """What is attached to the first report after the message."""
    found = await worklist_of(work)
    o = found.obligations[0]
    sent = piece(0, obligation_id=o.id, kind="photo", **file) if file is not None else None
    done = await take_message(work, await someone(work), found, o, said, NOW, file=sent)
    attached = await work.evidence.of_obligations([o.id])
    assert done.worklist.obligation(o.id).draft.evidence == tuple(e.id for e in attached)
    return attached


async def test_a_number_and_day_are_one_paper_however_often_they_are_told(office: Storage) -> None:
    async with office.begin() as work:
        await taken(work, Understood(papers=(ORDER,)))
        [paper] = await taken(work, Understood(papers=(ORDER,), account="ещё раз"))
        assert (paper.kind, paper.number, paper.form) == ("paper", "7", "Приказ")


async def test_a_photo_takes_the_place_of_the_paper_that_was_told(office: Storage) -> None:
    async with office.begin() as work:
        await taken(work, Understood(papers=(ORDER,)))
        [photo] = await taken(work, Understood(papers=(UNNAMED,)), {"file_id": "f1", "unique_id": "u1"})
        assert (photo.kind, photo.number, photo.form) == ("photo", "7", "Приказ")


async def test_a_file_carries_the_first_paper_and_pages_stand_by_themselves(office: Storage) -> None:
    async with office.begin() as work:
        other = NamedPaper("Акт", Paper("8", date(2024, 3, 6)))
        said = Understood(papers=(ORDER, other), links=("https://egov.kz/a",))
        found = await taken(work, said, {"file_id": "f1", "unique_id": "u1"})
        assert [(e.kind, e.number) for e in found] == [("photo", "7"), ("link", None), ("paper", "8")]


async def test_what_was_read_amiss_goes_to_the_account_and_the_file_stays(office: Storage) -> None:
    async with office.begin() as work:
        said = Understood(papers=(ORDER,), figures=figures(main=5))
        await taken(work, said, {"file_id": "f1", "unique_id": "u1"})
        o = (await worklist_of(work)).obligations[0]
        misread = misread_papers(o, await work.evidence.of_obligations([o.id]))
        after = await take_for_words(work, await someone(work), o, misread, "Приказ № 7", NOW)
        [photo] = await work.evidence.of_obligations([o.id])
        assert (photo.number, photo.dated) == (None, None)
        assert (after.draft.account, after.draft.odd) == ("Приказ № 7", figures(main=5))

"""A group in a row, expanded to its members where each of them owes a report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.lifecycle.groups import expanded, unexpanded
from core.model.editions import LiveActivity, Ownership
from core.model.obligations import ReportingRule
from core.model.people import Post
from core.plan.model import Activity

GROUP, ANSWERED, A, B, C = 9, 8, 1, 2, 3
POSTS = {
    GROUP: Post(id=GROUP, name="Акиматы", is_group=True),
    ANSWERED: Post(id=ANSWERED, name="Управления", is_group=True, reports=A),
    A: Post(id=A, name="Акимат А"),
    B: Post(id=B, name="Акимат Б"),
    C: Post(id=C, name="Министерство"),
}


@pytest.mark.parametrize(
    ("before", "members", "after"),
    [
        (Ownership(owner=C, contributors=(GROUP,)), [A, B], Ownership(owner=C, contributors=(A, B))),
        (Ownership(owner=GROUP, contributors=(C,)), [A, B], Ownership(owner=A, contributors=(B, C))),
        (Ownership(owner=C, contributors=(A, GROUP)), [A, B], Ownership(owner=C, contributors=(A, B))),
        (Ownership(owner=C, contributors=(GROUP,)), [C, B], Ownership(owner=C, contributors=(B,))),
        (Ownership(owner=GROUP, supervisor=A), [A, B], Ownership(owner=A, contributors=(B,))),
        (Ownership(owner=C, contributors=(B,)), [A], Ownership(owner=C, contributors=(B,))),
    ],
)
def test_members_take_the_groups_place(before: Ownership, members: list[int], after: Ownership) -> None:
    assert expanded(before, GROUP, members) == after


@given(
    st.sampled_from([GROUP, A, C]),
    st.lists(st.sampled_from([GROUP, A, B, C]), unique=True),
    st.lists(st.sampled_from([A, B, C]), min_size=1),
)
def test_nobody_stands_twice_and_the_group_is_gone(owner: int, others: list[int], members: list[int]) -> None:
    before = Ownership(owner=owner, contributors=tuple(o for o in others if o != owner))
    after = expanded(before, GROUP, members)
    named = [after.owner, *after.contributors]
    assert len(set(named)) == len(named)
    assert GROUP not in named
    kept = {owner, *before.contributors} - {GROUP}
    assert kept <= set(named)
    if GROUP in (owner, *before.contributors):
        assert set(named) == kept | set(members)


def test_which_groups_wait_for_members() -> None:
    rows = [
        LiveActivity(id=at, plan_id=1, position=at, row=Activity(id=str(at), title="Т"), ownership=o)
        for at, o in enumerate(
            (
                Ownership(owner=C, contributors=(GROUP, ANSWERED)),
                Ownership(owner=GROUP),
                Ownership(owner=A, contributors=(B,)),
            )
        )
    ]
    each, one = ReportingRule(responsibility="each"), ReportingRule()
    assert {g: [a.id for a in named] for g, named in unexpanded(rows, POSTS, each).items()} == {GROUP: [0, 1]}
    assert {g: [a.id for a in named] for g, named in unexpanded(rows, POSTS, one).items()} == {GROUP: [1]}

"""The register of posts against a new reading: known by another name, nearly known, another post."""

from __future__ import annotations

import pytest

from core.lifecycle.post_matching import known_names, known_variants, near_posts
from core.model.people import Post
from core.plan.model import Activity, Doubt, ReadPlan

POSTS = (
    Post(id=1, name="Метролог", aliases=("Инженер-метролог",)),
    Post(id=2, name="Главный внештатный ревматолог"),
    Post(id=3, name="Заместитель главного врача по ЭР"),
    Post(id=4, name="Акимат Турксибского района"),
    Post(id=5, name="Заместители главного врача", is_group=True),
    Post(id=6, name="УОЗ"),
)


def reading(*names: str) -> ReadPlan:
    return ReadPlan(activities=(Activity(id="a1", title="Дело", responsibles=names),))


@pytest.mark.parametrize(
    ("printed", "known"),
    [
        ("Метрологг", "Метролог"),
        ("Главный внештнатный ревматолог", "Главный внештатный ревматолог"),
        ("Акимат Туркисбского района", "Акимат Турксибского района"),
        # Known as it is, by its alias, or in other letters: nothing to ask.
        ("МЕТРОЛОГ", None),
        ("Инженер-метролог", None),
        ("Meтролог", None),
        # Another post.
        ("Заместитель главного врача по ЛР", None),
        ("Заместитель главного врача", None),
        ("УОС", None),
        ("Главный внештатный кардиолог", None),
        ("Старший метролог", None),
    ],
)
def test_a_name_that_is_nearly_known_is_asked_about(printed: str, known: str | None) -> None:
    found = near_posts(reading(printed), POSTS)
    assert [d.args["name"] for d in found] == ([known] if known else [])
    assert [d.activity for d in found] == (["a1"] if known else [])


def test_a_post_known_by_another_name_goes_under_its_own_once() -> None:
    read = known_names(reading("инженер-метролог", "Юрист", "Метролог"), POSTS)
    assert read.activities[0].responsibles == ("Метролог", "Юрист")


def test_a_reading_of_known_names_stays_as_it_is() -> None:
    read = reading("Метролог", "Юрист")
    assert known_names(read, POSTS) is read


def test_two_spellings_of_one_known_post_are_no_question() -> None:
    def variant(printed: str, name: str) -> Doubt:
        return Doubt(code="responsible-variant", args={"printed": printed, "name": name})

    read = reading("Метролог").model_copy(
        update={"doubts": (variant("Инженер-метролог", "Метролог"), variant("УОЗ", "Метролог"))}
    )
    assert dict(known_variants(read, POSTS)) == {0: "same"}

"""Words of doing another thing than the row is of: what was bought is no fact of a row of checks."""

from __future__ import annotations

import pytest

from core.figures.doings import is_done_elsewhere
from core.kernel.text import flat

CHECKS, TRAINING, BUYING = "Поверка манометров шт.", "Обучение персонала чел.", "Закуп аппаратов УЗИ"
NO_KIND = "Манометры"


@pytest.mark.parametrize(
    ("word", "row", "elsewhere"),
    [
        ("закуплено", CHECKS, True),
        ("получили", CHECKS, True),
        ("сдано", CHECKS, True),
        ("подписано", CHECKS, True),
        ("алынды", CHECKS, True),
        ("берілді", CHECKS, True),
        ("purchased", CHECKS, True),
        ("prepared", CHECKS, True),
        ("поверено", CHECKS, False),
        ("тексерілді", CHECKS, False),
        ("verified", CHECKS, False),
        ("всего", CHECKS, False),
        ("принято", TRAINING, True),
        ("hired", TRAINING, True),
        ("тартылды", TRAINING, True),
        ("подготовили", TRAINING, False),
        ("оқытылды", TRAINING, False),
        ("trained", TRAINING, False),
        ("сатып", BUYING, False),
        ("procured", BUYING, False),
        ("сатыпалынды", BUYING, False),
        ("сатыпалынды", CHECKS, True),
        ("организовано", TRAINING, False),
        ("ұйымдастырылды", TRAINING, False),
        ("сдано", "Капитальный ремонт школ", False),
        ("закуплено", NO_KIND, False),
    ],
)
def test_what_is_done_is_of_the_row_or_elsewhere(word: str, row: str, elsewhere: bool) -> None:
    assert is_done_elsewhere(flat(word), row) is elsewhere

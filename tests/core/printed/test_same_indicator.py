"""Two printings of one indicator."""

from __future__ import annotations

import pytest

from core.plan.model import Indicator
from core.printed.same_indicator import is_nearly


def printed(title: str, number: str | None = "1", unit: str | None = None, **values: str) -> Indicator:
    return Indicator(
        code="", number=number, title=title, unit=unit, values={k[1:]: v for k, v in values.items()}
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            printed("Доля охвата профосмотрами (взрослые)", unit="%"),
            printed("Доля охвата профосмотрами взрослых"),
        ),
        (
            printed("Снижение младенческой смертности до уровня"),
            printed("Снижение младенческой смертности до целевого уровня"),
        ),
        (printed("Ана өлімінің көрсеткіші"), printed("Ана өлімі көрсеткіші")),
        (printed("Coverage of adults by screening"), printed("Screening coverage of adults")),
        (
            printed("Младенческая смертность", y2025="7.5", y2026="7.1"),
            printed("Младенческой смертности", y2026="7.1"),
        ),
    ],
)
def test_one_number_and_nearly_one_wording(one: Indicator, other: Indicator) -> None:
    assert is_nearly(one, other)
    assert is_nearly(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (printed("Смертность мужчин"), printed("Смертность женщин")),
        (printed("Охват детей до 1 года"), printed("Охват детей до 5 лет")),
        (printed("Младенческая смертность"), printed("Младенческая смертность в сёлах")),
        (printed("Младенческая смертность", y2026="7.1"), printed("Младенческой смертности", y2026="8")),
        (printed("Доля охвата взрослых", "1"), printed("Доля охвата взрослого", "2")),
        (printed("Доля охвата взрослых", None), printed("Доля охвата взрослого", None)),
    ],
)
def test_other_indicators(one: Indicator, other: Indicator) -> None:
    assert not is_nearly(one, other)

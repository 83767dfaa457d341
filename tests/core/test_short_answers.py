"""Words that say what a button says, in three languages."""

from __future__ import annotations

import pytest

from core.short_answers import Said, short_answer


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *[(t, Said.YES) for t in ("да", "Да.", "Сделано!", "ИСПОЛНЕНО", "есть", "по плану", "иә", "орындалды", "done", "👍")],
        *[(t, Said.NO) for t in ("нет", "Нет.", "жоқ", "no")],
        *[(t, Said.NOT_DONE) for t in ("не сделано", "Не исполнено.", "нет, не сделано", "орындалмады", "not done")],
        *[(t, Said.PARTLY) for t in ("частично", "ішінара", "partly")],
        *[(t, None) for t in ("", "12", "да, 12", "исполнено в марте", "нет финансирования", "готовим", "x" * 100)],
    ],
)  # fmt: skip
def test_short_answers(typed: str, said: Said | None) -> None:
    assert short_answer(typed) is said

"""How much one person may send: a table of what was sent, what comes, and what it comes to."""

from __future__ import annotations

import pytest

from core.evidence.quota import Quota
from core.kernel.errors import NotAllowed

MB = 1 << 20
A_DAY, IN_ALL = "evidence-quota-day", "evidence-quota-all"


@pytest.mark.parametrize(
    ("limits", "today", "ever", "size", "refusal"),
    [
        ((300, 5000), 0, 0, 20, None),
        ((300, 5000), 280, 280, 20, None),
        ((300, 5000), 281, 281, 20, A_DAY),
        ((300, 5000), 0, 4990, 20, IN_ALL),
        ((300, 5000), 300, 5000, 1, IN_ALL),
        ((300, 0), 299, 10**6, 1, None),
        ((0, 5000), 4000, 4000, 20, None),
        ((0, 0), 10**6, 10**6, 20, None),
    ],
)
def test_a_file_beyond_what_one_person_may_send_is_refused(
    limits: tuple[int, int], today: int, ever: int, size: int, refusal: str | None
) -> None:
    quota = Quota(*(limit * MB for limit in limits))
    if refusal is None:
        quota.check(today * MB, ever * MB, size * MB)
        return
    with pytest.raises(NotAllowed) as caught:
        quota.check(today * MB, ever * MB, size * MB)
    assert caught.value.message_id == refusal
    assert caught.value.args_for_text == {"megabytes": limits[refusal == IN_ALL]}

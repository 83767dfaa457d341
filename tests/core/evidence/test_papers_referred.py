"""Papers that are replaced, cancelled or relied on prove nothing of the report: the one in force is kept, or none."""

from __future__ import annotations

from datetime import date

import pytest

from core.evidence.named_papers import paper_asked, papers_in
from core.evidence.papers import Paper
from core.kernel.errors import UnreadableInput
from tests.core.report.test_captions import COUNT, MONEY, read

TODAY = date(2024, 3, 26)
THE_NEW = Paper("38", date(2024, 3, 4))

OF_TWO = [
    # Replaced
    "взамен приказа № 10 от 09.01.2024 издан № 38 от 04.03.2024",
    "№ 38 от 04.03.2024 взамен № 10 от 09.01.2024",
    "вместо приказа 10 от 09.01.2024 приказ 38 от 04.03.2024",
    "взамен ранее изданного приказа № 10 от 09.01.2024 подписан приказ № 38 от 04.03.2024",
    "приказ № 10 от 09.01.2024 заменён приказом № 38 от 04.03.2024",
    "2024 жылғы 9 қаңтардағы № 10 бұйрықтың орнына 2024 жылғы 4 наурыздағы № 38 бұйрық шықты",
    "09.01.2024 № 10 буйрыктын орнына 04.03.2024 № 38 буйрык",
    "supersedes order 10 of 9 January 2024; new order is 38 of 4 March 2024",
    "instead of order 10 of 9 January 2024 order 38 of 4 March 2024 was issued",
    "order 10 of 9 January 2024 replaced by order 38 of 4 March 2024",
    "Order No. 38 of 4 March 2024 in place of No. 10 of 9 January 2024",
    # Cancelled
    "приказ № 38 от 04.03.2024 отменяет приказ № 10 от 09.01.2024",
    "приказ № 10 от 09.01.2024 отменён приказом № 38 от 04.03.2024",
    "приказом № 38 от 04.03.2024 отменен приказ № 10 от 09.01.2024",
    "приказ № 10 от 09.01.2024 утратил силу, действует № 38 от 04.03.2024",
    "09.01.2024 № 10 бұйрықтың күші жойылды, жаңасы 04.03.2024 № 38",
    "04.03.2024 № 38 бұйрықпен 09.01.2024 № 10 бұйрықтың күші жойылды",
    "09.01.2024 № 10 бұйрық күшін жойды, 04.03.2024 № 38 бұйрық қолданыста",
    "order No. 38 of 4 March 2024 repeals order No. 10 of 9 January 2024",
    "order 10 of 9 January 2024 was repealed by order 38 of 4 March 2024",
    # Relied on, amended
    "приказ № 38 от 04.03.2024 издан в соответствии с приказом МЗ № 120 от 05.02.2024",
    "во исполнение распоряжения № 7 от 01.02.2024 издан приказ № 38 от 04.03.2024",
    "на основании договора № 5 от 01.02.2024 акт № 38 от 04.03.2024",
    "внесены изменения в приказ № 10 от 09.01.2024, приказ № 38 от 04.03.2024",
    "04.03.2024 № 38 бұйрық 05.02.2024 № 120 бұйрыққа сәйкес шықты",
    "01.02.2024 № 5 шарт негізінде 04.03.2024 № 38 акт",
    "01.02.2024 № 5 бұйрық аясында 04.03.2024 № 38 бұйрық",
    "01.02.2024 № 5 шарт бойынша 04.03.2024 № 38 акт",
    "order 38 of 4 March 2024, issued under the Ministry's order No. 15 of 2 February 2024",
    "Order No. 38 of 4 March 2024 pursuant to the Minister's order No. 120 of 5 February 2024",
    "in accordance with decision No. 5 of 1 February 2024, order No. 38 of 4 March 2024",
    "приказ № 38 от 04.03.2024 со ссылкой на п. 3 приказа № 5 от 01.02.2024",
    # Older, another's, or that to which it belongs
    "приказ № 38 от 04.03.2024 (ранее № 10 от 09.01.2024)",
    "был № 10 от 09.01.2024, стал № 38 от 04.03.2024",
    "доп. соглашение № 38 от 04.03.2024 к договору № 5 от 01.02.2024",
    "акт № 38 от 04.03.2024 по договору № 5 от 01.02.2024",
    "на ваше письмо № 5 от 01.02.2024 ответ № 38 от 04.03.2024",
    "бұрынғы № 10 бұйрық 09.01.2024 күшін жойды, жаңа № 38 бұйрық 04.03.2024",
    "old order 10 of 9 January cancelled, new order 38 of 4 March",
    "order 38 of 4 March 2024 under decision No. 5 of 1 February 2024",
    "order 38 of 4 March 2024 (was 10 of 9 January 2024)",
]

NONE = [
    "взамен № 10 от 09.01.2024", "отменяет № 10 от 09.01.2024", "признать утратившим силу приказ № 10 от 09.01.2024",
    "приказ № 10 от 09.01.2024 отменён", "согласно приказу № 120 от 05.02.2024", "на основании договора № 5 от 01.02.2024",
    "№ 10 бұйрықтың орнына, 09.01.2024", "05.02.2024 № 120 бұйрыққа сәйкес", "09.01.2024 № 10 бұйрықтың күші жойылды",
    "supersedes order No. 10 of 9 January 2024", "pursuant to Order No. 120 of 5 February 2024",
    "order No. 10 of 9 January 2024 was cancelled",
    # Which is in force is open
    "приказ № 10 от 09.01.2024 отменяет приказ № 38 от 04.03.2024",
    "приказ № 10 от 09.01.2024, приказ № 38 от 04.03.2024, один из них отменён",
]  # fmt: skip

OF_ITS_OWN = [
    "утверждено приказом № 38 от 04.03.2024",
    "изменения внесены приказом № 38 от 04.03.2024",
    "приказ № 38 от 04.03.2024 о плане",
    "приказ № 38 от 04.03.2024 в соответствии с планом",
    "№ 38 бұйрық 04.03.2024 жоспарға сәйкес",
    "04.03.2024 № 38 бұйрықпен бекітілді",
    "approved by order No. 38 of 4 March 2024",
]


@pytest.mark.parametrize("typed", [*OF_TWO, *OF_ITS_OWN])
def test_the_paper_in_force_is_kept_alone(typed: str) -> None:
    assert [p.paper for _, p in papers_in(typed, TODAY)] == [THE_NEW]


@pytest.mark.parametrize("typed", NONE)
def test_a_paper_named_for_anothers_sake_is_asked_about(typed: str) -> None:
    assert not papers_in(typed, TODAY)
    with pytest.raises(UnreadableInput) as refusal:
        paper_asked(typed, TODAY)
    assert refusal.value.message_id == "paper-not-read"


def test_two_papers_that_are_both_told_are_both_kept() -> None:
    typed = "акт № 3 от 01.03.2024 по ремонту и акт № 4 от 04.03.2024 по монтажу, накладная № 7 от 05.03.2024"
    assert [p.paper.number for _, p in papers_in(typed, TODAY)] == ["3", "4", "7"]


def test_what_it_is_named_by_is_no_figure() -> None:
    said = read("согласно приказу № 120 от 05.02.2024 обучено 12", COUNT)
    assert not said.papers
    assert said.figure == 12
    assert said.account == "согласно приказу № 120 от 05.02.2024 обучено 12"
    assert read("на основании договора № 5 от 01.02.2024", MONEY).figure is None

"""A paper that is promised, being drafted, waited for, needed or asked about is none yet."""

from __future__ import annotations

from datetime import date

import pytest

from core.evidence.named_papers import paper_asked, papers_in
from core.kernel.errors import UnreadableInput

TODAY = date(2024, 3, 26)
TO_COME = """
приказ № 50 будет завтра; приказ № 50 выйдет в пятницу; приказ № 50, скорее всего, будет завтра; приказ № 50 - завтра;
приказ № 50 в пятницу; завтра выйдет приказ № 50; ждём приказ № 50 от 1 апреля; готовим приказ № 50; издадим приказ № 50 5 апреля;
подпишем приказ № 50 на следующей неделе; приказ № 50 сейчас на подписи; приказ № 50 на этапе согласования;
приказ № 50 находится на согласовании у юристов; приказ № 50 отправили на подпись; приказ № 50 вернули на доработку;
приказ № 50 лежит у директора на столе; приказ № 50 (проект); приказ № 50, пока проект; приказ № 50 должен выйти в апреле;
приказ № 50 планируем подписать; нужен приказ № 50; запросили приказ № 50; где приказ № 50; приказ № 50 подойдёт?;
№55 бұйрық жұмада шығады; бұйрық жобасы №29 дайындалуда; ертең №50 бұйрық шығады; № 50 бұйрық ертең; № 50 бұйрыққа ертең қол қойылады;
№ 50 бұйрыққа ертең қол қоямыз; № 50 буйрык дайындалып жатыр; № 50 бұйрықты дайындап жатырмыз; № 50 бұйрық келісілуде;
№ 50 бұйрықты күтіп отырмыз; № 50 бұйрық керек; № 50 бұйрық қайда; № 50 бұйрық бас дәрігерде;
order #55 coming on Friday; order 50 will be signed tomorrow; order No. 50 will be issued next week; order 50 is being drafted;
order 50 is in draft; order #50 to follow; we will issue order No. 50 on Friday; awaiting order No. 50; order #50 on Friday;
order #50 is expected tomorrow; order #50 should be out by Friday; we're drafting order #50; upcoming order #50; need order #50;
order #50 is with the director for signature; is order #50 ok?; order #50 not out yet
"""
THERE = """
приказ № 50 от 05.03.2024, копия будет завтра; приказ № 50 от 05.03.2024, завтра начнём; приказ № 50 от 05.03.2024 фото пришлю завтра;
приказ № 50 от 05.03.2024 подписан и зарегистрирован; приказ № 50 от 05.03.2024, ждём замечаний; приказ № 50 готов;
обучение проведём по приказу № 50 от 05.03.2024; приказ № 50 от 05.03.2024 о проведении обучения в апреле; подписали приказ № 50;
приказ № 50 от 05.03.2024 вышел в понедельник; приказ № 50 от 05.03.2024 на согласование графика; по проекту: приказ № 50;
№ 50 бұйрық шықты; № 50 бұйрық 5 наурызда шықты; бұйрық № 50 05.03.2024 сканын ертең жіберемін; № 50 бұйрыққа қол қойылды;
order No. 50 of 5 March 2024, scan to follow; order No. 50 of 5 March 2024 signed, will be sent tomorrow; order No. 50 on training;
order No. 50 of 5 March 2024 due to the new rules
"""


def parts(table: str) -> list[str]:
    return [text.strip() for text in table.split(";") if text.strip()]


@pytest.mark.parametrize("typed", parts(TO_COME))
def test_a_paper_to_come_is_asked_about(typed: str) -> None:
    assert not papers_in(typed, TODAY)
    with pytest.raises(UnreadableInput) as refusal:
        paper_asked(typed, TODAY)
    assert refusal.value.message_id == "paper-not-read"


@pytest.mark.parametrize("typed", parts(THERE))
def test_what_is_to_come_besides_is_not_the_paper(typed: str) -> None:
    assert [p.paper.number for _, p in papers_in(typed, TODAY)] == ["50"]

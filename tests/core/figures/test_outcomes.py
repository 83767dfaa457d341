"""Words that say what a button says, in three languages."""

from __future__ import annotations

import pytest

from core.figures.outcomes import Said, is_bare, outcome_said, short_answer
from core.plan.reports import Outcome


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


# One line a way of saying it, in Russian, Kazakh (with its letters and without) and English.
DONE = """
все сделали; Всё сделали!; всё готово; мы всё выполнили; как план; как по плану; по плану всё; план выполнен; работа завершена;
выполнено в полном объёме; исполнено 100 %; сделано 👍🏻; провели; заключили; да есть; да, исполнено; готово, исполнено;
Бәрі орындалды; барлығы дайын; толық орындалды; толык орындалды; аякталды; орындап қойдық; жасадық; іске асты; иске асты;
жоспарға сай; мерзімінде орындалды; 100 пайыз орындалды; иә, дайын; болды;
done 👍; all done; it is done; fully completed; we have completed; as per the plan; according to plan; implemented; yes, done;
атқарылды; аткарылды; толық атқарылды; іс-шара атқарылды; жүзеге асырылды; жузеге асты; іске асырылды; ұйымдастырылды;
осуществлено; мероприятие проведено; работы завершены; всё осуществили; carried out; was carried out; delivered in full
"""
NOT_DONE = """
не начали; ещё не начинали; пока нет; нет ещё; все не сделали; пока не сделали; не приступали; нет не сделано; не было;
әлі жоқ; әлі орындалған жоқ; орындамадық; жасалган жок; басталмады; істелген жоқ; дайын емес; жоқ, орындалмады;
not started; have not started; not yet; nothing done; no, not done; it is not ready;
не успели; мы не успели; не успели сделать; не успели в срок; не смогли; не смогли выполнить; не удалось; не осуществлено;
үлгермедік; улгермедик; үлгере алмадық; атқарылмады; орындай алмадық; іске аспады; жүзеге асырылмады; бастамадық;
not carried out; did not manage; we didn't manage to finish; could not do it; hasn't been done; it was not delivered;
исполнить не удалось; к сожалению выполнить не смогли; мы завершить не успели; сделать в срок не успели; провести не получилось;
орындалмай қалды; орындалмай калды; орындау мүмкін болмады; іске аспай қалды; unfortunately not done; could not be done;
it couldn't be completed on time
"""
PARTLY = """
не всё; не все сделали; частично сделали; сделано наполовину; в процессе; пока в работе; нет, частично;
ишинара; толық орындалмады; жартысы орындалды; орындалуда; орындалып жатыр; in progress; half done; not fully;
ведётся работа; работа ведётся; ведутся работы; идёт работа; пока выполняется; в стадии реализации; продолжается; работаем;
всё ещё в работе; начали работу; не в полном объёме; жүзеге асырылуда; жузеге асырылуда; атқарылуда; аткарылуда;
жұмыс жүргізілуде; жұмыстар атқарылуда; іске асырылып жатыр; істеп жатырмыз; жұмыс басталды; жартылай атқарылды;
work in progress; work is in progress; still in progress; being implemented; we are working on it; has started;
partially carried out
"""
AGREED = "ок; Ок.; ok; okay; угу; 👍; 👌🏽; верно; так; жарайды; дұрыс; жақсы; sure; right"
DENIED = "нет; неверно; не так; жоқ; дұрыс емес; wrong; incorrect"
NEITHER = """
перевыполнили; исполнено на 120%; да, не сделано; нет, сделано; сделано, не сделано; готовим; нет денег; жоқ қаржы; done by them all;
почти готово; будет сделано; сделаем; планируется; готовится; орындалады; жасаймыз; дерлік дайын; will be done; to be done;
almost done; not only done; is it done; has it been completed; исполнить удалось; выполнить смогли не всё; could be done; орындалмай қоймайды; 🙏; 👏
"""


def _each(words: str) -> list[str]:
    return [w.strip() for w in words.split(";")]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        *((w, Said.YES) for w in _each(DONE) + _each(AGREED)),
        *((w, Said.NOT_DONE) for w in _each(NOT_DONE)),
        *((w, Said.PARTLY) for w in _each(PARTLY)),
        *((w, Said.NO) for w in _each(DENIED)),
        *((w, None) for w in _each(NEITHER)),
    ],
)
def test_one_way_of_saying_it(typed: str, said: Said | None) -> None:
    assert short_answer(typed) is said
    assert short_answer(f" {typed.upper()} .") is said


@pytest.mark.parametrize(
    "typed", _each(AGREED) + _each(DENIED) + ["да", "иә", "yes", "no", "есть", "да, верно"]
)
def test_a_bare_word_tells_nothing_of_the_work(typed: str) -> None:
    assert is_bare(typed)


@pytest.mark.parametrize(
    "typed", ["сделано", "не сделано", "орындалды", "not yet", "нет денег", "частично", "", "12"]
)
def test_what_tells_something_is_not_bare(typed: str) -> None:
    assert not is_bare(typed)


@pytest.mark.parametrize("said", ["DONE", "NOT_DONE", "PARTLY"])
def test_captions_know_the_same_words(said: str) -> None:
    """A clause of a caption is read by the same table as a text; only what leads up to it is a clause of its own."""
    outcomes = {"DONE": Outcome.DONE, "NOT_DONE": Outcome.NOT_DONE, "PARTLY": Outcome.PARTIAL}
    alone = [w for w in _each(globals()[said]) if "," not in w and not w.startswith(("да ", "нет "))]
    assert {w: outcome_said(w) for w in alone} == dict.fromkeys(alone, outcomes[said])

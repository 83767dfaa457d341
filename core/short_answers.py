"""Short answers in words: "да", "сделано", "орындалды", "not done" say what a button says (conversation.md, the walk)."""

from __future__ import annotations

from enum import StrEnum

from core.text import clean, dashes


class Said(StrEnum):
    """YES: as planned. NO: not so, a zero. NOT_DONE: nothing of it was done. PARTLY: in part."""

    YES = "yes"
    NO = "no"
    NOT_DONE = "not_done"
    PARTLY = "partly"


_YES = (
    "да; ага; + ; есть; имеется; готово; сделано; сделали; выполнено; выполнили; исполнено; исполнили; завершено; по плану; "
    "как в плане; всё по плану; все по плану; да, по плану; верно; да, верно; да есть; да, сделано; да, исполнено; "
    "иә; ия; бар; болды; дайын; жасалды; орындалды; орындадық; аяқталды; жоспар бойынша; жоспардағыдай; иә, орындалды; "
    "дұрыс; yes; yep; ok; ок; done; present; completed; complete; finished; as planned; all done; right; correct; 👍; ✅"
)
_NO = "нет; нету; жоқ; жок; no; nope; none; неверно; неправильно; дұрыс емес; wrong"
_NOT_DONE = (
    "не сделано; не сделали; не выполнено; не исполнено; не исполнили; не готово; не завершено; нет, не сделано; нет не сделано; "
    "нет, не исполнено; орындалмады; орындалған жоқ; орындалмаған; жасалмады; жасалған жоқ; аяқталмады; дайын емес; "
    "болмады; not done; not yet; not completed; not ready; undone; ❌"
)
_PARTLY = (
    "частично; исполнено частично; выполнено частично; частично исполнено; частично выполнено; не полностью; не до конца; "
    "ішінара; ішінара орындалды; жартылай; толық емес; partly; partially; in part; partial; partly done"
)
_WORDS = {
    word.strip(): said
    for words, said in ((_YES, Said.YES), (_NO, Said.NO), (_NOT_DONE, Said.NOT_DONE), (_PARTLY, Said.PARTLY))
    for word in words.split(";")
}


def short_answer(text: str) -> Said | None:
    """What a text says that is nothing but a short answer; None for anything else."""
    if len(text) > 60:
        return None
    return _WORDS.get(dashes(clean(text)).lower().strip().rstrip(" .!,"))

"""The empty plan to fill in: by what it goes, and the workbook in a message of its own."""

from __future__ import annotations

from core.kernel.errors import Outdated
from core.plan.rhythms import Rhythm
from handlers.frame.messages import Template
from handlers.frame.registry import COORDINATORS, tap, view
from handlers.frame.screens import Screen, button
from handlers.frame.turn import Turn
from handlers.frame.views import TemplateChoice


@tap("template", roles=COORDINATORS)
async def open_template(turn: Turn) -> None:
    turn.show(TemplateChoice())


@view(TemplateChoice, roles=COORDINATORS)
async def show_template(turn: Turn, args: TemplateChoice) -> Screen:
    """The rhythms to choose from, the usual one first."""
    rows = [[button(turn.plain(f"template-by-{rhythm}"), "emptyplan", rhythm.value)] for rhythm in Rhythm]
    rows[0][0] = rows[0][0].coloured("primary")
    return Screen(turn.say("template-ask"), [*rows, [button(turn.plain("back"), "plans")]])


@tap("emptyplan", roles=COORDINATORS)
async def send_template(turn: Turn) -> None:
    """The workbook is made outside this process, and comes by itself."""
    word = turn.word()
    if word not in set(Rhythm):
        raise Outdated("card-outdated")
    args = Template(rhythm=Rhythm(word))
    await turn.queue(f"template:{turn.person_id}:{turn.update_id}", args, to=turn.person_id)
    turn.toast = turn.plain("plans-template-coming")

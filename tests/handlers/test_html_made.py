"""Where HTML is made: anything with a name in it goes through the escaping helpers of `handlers.frame.screens`."""

from __future__ import annotations

import ast
from pathlib import Path

HANDLERS = Path(__file__).parents[2] / "handlers"
AUDITED = {
    "owed_words.py: Html('· ' + beside(named, shortened(worklist.row(o).title, TITLE), moved))",
    "invite.py: Html(url)",
    "join.py: Html(text)",
    "render.py: Html(f'{notice}\\n\\n{screen.text}')",
    "voice.py: Html(self.texts(self.language, message_id, **safe))",
    "card_text.py: Html(f'{last_line(voice, state.last)}\\n')",
    "card_text.py: Html(f'{found[-1]}   {year}')",
    "summary_overdue.py: Html(f'\\n{bold(shortened(one.post, 90))} — {html(who)}')",
    "summary_overdue.py: Html(f'{at}. {late}')",
}
"""Each was read: what it is made of is HTML already, or holds nothing that a person wrote."""


def test_html_is_made_only_where_it_was_read_with_care() -> None:
    made = {
        f"{path.name}: {ast.unparse(node)}"
        for path in HANDLERS.rglob("*.py")
        if path.name != "screens.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Html"
    }
    assert made == AUDITED

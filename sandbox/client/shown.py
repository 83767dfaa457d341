"""What a person sees on the phone: messages, answers to taps; and the error that shows the chat."""

from dataclasses import dataclass
from typing import Any

from sandbox.client.transcript import content, rows

Json = dict[str, Any]


class SandboxError(AssertionError):
    """The sandbox refused what a person tried, or what was waited for did not come; shows the chat."""


@dataclass(frozen=True)
class Answer:
    """What the bot answered to a tap. `answered` is False where no answer came in time."""

    answered: bool
    toast: str = ""
    show_alert: bool = False
    url: str | None = None


@dataclass(frozen=True)
class Message:
    """A message as the person sees it; `raw` is Telegram's object."""

    raw: Json

    @property
    def id(self) -> int:
        return int(self.raw["message_id"])

    @property
    def text(self) -> str:
        """Its text or caption."""
        return content(self.raw)

    @property
    def from_bot(self) -> bool:
        return bool(self.raw["from"]["is_bot"])

    @property
    def buttons(self) -> list[list[str]]:
        """Labels, row by row."""
        return rows(self.raw)

    @property
    def edited(self) -> bool:
        return "edit_date" in self.raw

    @property
    def file_id(self) -> str | None:
        """Of its file, or of its picture in the largest size."""
        if "photo" in self.raw:
            return str(self.raw["photo"][-1]["file_id"])
        kinds = ("document", "voice", "video", "video_note", "audio")
        return next((str(self.raw[kind]["file_id"]) for kind in kinds if kind in self.raw), None)

    def place(self, label: str) -> tuple[int, int] | None:
        """Row and column of the button that says this, or whose label has it as a part."""
        places = [(r, c, text) for r, row in enumerate(self.buttons) for c, text in enumerate(row)]
        for fits in (lambda text: text == label, lambda text: label in text):
            for row, column, text in places:
                if fits(text):
                    return row, column
        return None

    def data(self, label: str) -> str:
        """The callback data of a button."""
        return str(self._button(label)["callback_data"])

    def style(self, label: str) -> str | None:
        """The colour of a button: "primary", "success", "danger"; None of an ordinary one."""
        return self._button(label).get("style")

    def _button(self, label: str) -> Json:
        place = self.place(label)
        if place is None:
            raise SandboxError(f"message #{self.id} has no button {label!r}: {self.buttons}")
        found: Json = self.raw["reply_markup"]["inline_keyboard"][place[0]][place[1]]
        return found

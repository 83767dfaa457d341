"""A chat as its person would see it, in plain text, for the messages of failing tests."""

from typing import Any

Json = dict[str, Any]


def content(message: Json) -> str:
    """The words of a message: text or caption."""
    return str(message.get("text") or message.get("caption") or "")


def rows(message: Json) -> list[list[str]]:
    """The labels of its buttons, row by row."""
    keyboard = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [[str(button["text"]) for button in row] for row in keyboard]


def shown(message: Json) -> str:
    """One message: who, id, text, attachments, buttons."""
    who = "bot" if message["from"]["is_bot"] else message["from"]["first_name"]
    edited = " (edited)" if "edit_date" in message else ""
    lines = [f"── {who} #{message['message_id']}{edited}"]
    if "photo" in message:
        lines.append("   <photo>")
    if "document" in message:
        lines.append(f"   <file {message['document'].get('file_name')}>")
    kinds = ("voice", "video", "video_note", "audio")
    lines += [f"   <{kind.replace('_', ' ')}>" for kind in kinds if kind in message]
    if "location" in message:
        lines.append("   <place {latitude}, {longitude}>".format(**message["location"]))
    lines += [f"   {line}" for line in content(message).splitlines()]
    lines += ["   " + " ".join(f"[{label}]" for label in row) for row in rows(message)]
    return "\n".join(lines)


def transcript(messages: list[Json], last: int = 12) -> str:
    """The newest messages, oldest first."""
    if not messages:
        return "(the chat is empty)"
    left_out = [f"… {len(messages) - last} earlier messages"] if len(messages) > last else []
    return "\n".join([*left_out, *(shown(message) for message in messages[-last:])])

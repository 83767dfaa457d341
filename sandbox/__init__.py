"""A stand-in for Telegram on this machine: its Bot API over HTTP, and a door for people (see API.md).

server     the application with both doors, and the server that runs it
bot_door   Telegram's door, with the methods of botapi; params reads a call, errors refuses it in Telegram's words
phones     the people's door: what people do in their chats, and the page (its files are in page)
world      all that is known, in memory: chats, updates, files, limits, faults, the clock
entities   HTML, entities and links as Telegram reads them
client     people who talk to a bot, for tests and scripts
"""

from sandbox.server import Running, SandboxApp, create_app, serve

__all__ = ["Running", "SandboxApp", "create_app", "serve"]

"""A stand-in for Telegram on this machine: its Bot API over HTTP, and a door for people (see API.md)."""

from sandbox.server import Running, SandboxApp, create_app, serve

__all__ = ["Running", "SandboxApp", "create_app", "serve"]

"""The state of the stand-in for Telegram."""

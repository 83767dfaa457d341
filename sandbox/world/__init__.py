"""The state of the stand-in for Telegram. `world` holds the parts together; each part is a module of its own."""

"""Markup and links as Telegram takes them."""

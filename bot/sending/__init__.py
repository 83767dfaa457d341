"""What goes to Telegram, within its limits."""

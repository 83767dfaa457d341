"""What comes from Telegram: kept first, then answered."""

"""The coordinator's people, and one's own settings."""

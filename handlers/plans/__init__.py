"""The coordinator's plans."""

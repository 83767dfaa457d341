"""People who talk to a bot, for tests and scripts."""

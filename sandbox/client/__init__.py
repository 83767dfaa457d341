"""People who talk to a bot, for tests and scripts: phones (`client`), what they see (`shown`), the chat as text."""

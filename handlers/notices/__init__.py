"""Acting for others, and who is told of it."""

"""Conversations with people: one feature a module; each handler reads, calls a use case, and says what to show."""

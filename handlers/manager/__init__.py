"""Summaries, review and decisions."""

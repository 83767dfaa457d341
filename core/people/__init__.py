"""Joining, leave, hand-over."""

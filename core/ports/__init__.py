"""The outside, as the rules see it."""

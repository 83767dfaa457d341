"""The card of one report."""

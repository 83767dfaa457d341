"""Totals for managers, and how figures and days are written."""

"""A plan and the reports on it, as data."""

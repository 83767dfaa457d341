"""Papers and files that prove a report."""

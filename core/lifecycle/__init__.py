"""A plan's life: read, accepted, ruled, amended."""

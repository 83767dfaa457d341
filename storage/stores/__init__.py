"""One store an aggregate, each a few statements built once and the mapping of rows to core's models.

What they share (running a statement, upserts, JSON) is in `store`.
"""

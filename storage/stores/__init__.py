"""One store an aggregate, each a few statements built once and the mapping of rows to core's models.

The inbox, the outbox, cards and notes stand in `queues`, as their ports do. What all share (running a statement, upserts,
JSON) is in `store`.
"""

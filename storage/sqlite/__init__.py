"""SQLite: what every connection is told, its one writer, and the two ways that statements go.

way       the one place that chooses: quick, or plain
quick     statements compiled once, then run by SQLAlchemy's aiosqlite driver with fewer journeys to its thread
plain     SQLAlchemy over aiosqlite, as both come, and what a connection is told first, on both ways
writer    tasks that write at the same moment share one COMMIT; the same on both ways
"""

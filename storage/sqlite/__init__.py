"""SQLite through SQLAlchemy, at the driver's own pace."""

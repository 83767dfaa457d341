"""Migrations of the schema: Alembic's environment and its versions. Imported only where there is work for it."""

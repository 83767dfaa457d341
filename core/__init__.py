"""The rules of reporting against approved plans: standard library and pydantic only."""

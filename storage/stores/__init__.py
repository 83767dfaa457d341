"""One store an aggregate."""

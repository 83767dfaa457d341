"""Phrases that several features use."""

"""Figures as people type them, and what a row asks for."""

"""The plan's own words: deadlines, goals, who is responsible."""

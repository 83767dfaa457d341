"""What is owed, by when, by whom, and where it stands."""

"""What the coordinator answers to the doubts of a reading."""

"""What is written: plans, summaries, the template."""

"""From a grid to a plan: tables are understood by their header words and their shape, whatever file they came in."""

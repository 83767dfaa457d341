"""Office files as grids of cells."""

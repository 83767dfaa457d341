"""Tables of PDF pages as grids of cells."""

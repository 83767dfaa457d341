"""Office files in and out. Importing this package loads nothing heavy: readers and writers are imported where used."""

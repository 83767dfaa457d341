"""Small plan files of many kinds, each with what a careful person reads in it, and how they are judged.

`kinds` are kinds of layout that were once read wrong; each `set-N` was written by a hand that had not seen the reader.
Their first runs stand in bench/RESULTS.md.

    python -m tests.documents.tables FOLDER [--rows]
"""

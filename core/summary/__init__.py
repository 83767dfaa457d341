"""Totals for managers, and how figures and days are written.

From the plan to the page: `book` is a plan with all that is owed on it; `summary` counts what of it is owed in a period
and parts that into lines; `tallies` are the counts and shares of a line, `money` the money in them; `workbook` is the
same as data for an XLSX file, with every report. `whole_report` is one report of a book; `formatting` writes numbers,
days and periods.
"""

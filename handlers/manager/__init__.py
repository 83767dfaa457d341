"""Summaries, review and decisions.

`summaries` is the list of all summaries: a new one is entered there. `summary_card` shows them, `summary_rows` what
opens under a line, `summary_report` one report (`summary_report_text` in words), `summary_overdue` what is late;
`summary_lines` is what these pages share, `summary_back` the way back, `books` the plans they read. `export` is the same
out of the chat. `review` accepts and returns reports, `deciding` answers requests.
"""

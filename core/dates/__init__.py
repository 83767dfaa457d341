"""Days as people type them.

`typed_days` finds the day in a text, alone or beside a reason; `day_patterns` are the times that people name, in three
languages, `near_days` those told by what is near (a weekday, a season, a holiday). `written_days` are dates written out,
`calendar_days` the days that there are.
"""

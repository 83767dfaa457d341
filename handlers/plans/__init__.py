"""The coordinator's plans.

`plans` from a file to acceptance, `samples` those that ship, `template` the empty one; `doubts` and `goals` what is asked of a reading. `owners`
who reports on what, `members` a group expanded, `indicators` who gives their facts. `rules` the reporting rule,
`rules_reasons` its reasons. `editions` a file that amends a live plan, `edition_list` the editions there were.
"""

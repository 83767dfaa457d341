"""A plan's life: read, accepted, owned, ruled, amended.

`acceptance` takes a reading in, with its doubts settled; `post_matching` knows its posts again, `goal_answers` and
`indicators` are what the coordinator says of goals and indicators. `row_owners` is who reports on which row, `groups` a
group expanded to its members, `reporting_rules` when, by whom and with what; each of them ends in `renewal`, which derives
anew what is owed. Of a new edition: `edition_diff` holds it against the live plan, `edition_changes` says what that does
to each row, `edition_apply` puts it in force, `edition_history` lists those there were.
"""

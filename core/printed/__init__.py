"""The plan's own words: deadlines, goals, who is responsible.

`deadlines` reads a deadline, from the tokens of `deadline_words` and the times of `deadline_anchors`; `plan_year` is the
year of a plan that prints none. `goals` reads the figures of a goal, from `goal_tokens`, `goal_quantities` and
`goal_times`; `direction` says whether less is better and whether a figure runs on. `responsibles` takes a cell of posts
apart, `ownership` proposes who of them answers; `spellings` and `abbreviations` are one name for what is written
differently. `rereading` reads a kept reading otherwise.
"""

"""A report's life: asked, recorded, consolidated, submitted, reviewed.

Before the card: `heaps` are what an officer owes by plan and period, `worklist` all of them with their plans; `agenda`
is the same day by day, `home_choices` what the home card offers, `reminded` what of a reminder is still so.

On the card: `card_state` is what it shows and asks. `draft_steps` say what it asks next and what an answer makes of the
draft, `take_step` takes one, `record` keeps it and says who else did. `typed_text` is what is typed without a button,
`reasons` what is typed where it asks why, `likely_typos` a figure that looks like a slip, `running_totals` what a figure
takes in that is there already. `filling` is one message with all it brings, `captions` its words taken apart, `demands`
the files that a plan wants; `all_as_planned` answers many cards at once.

Of several people: `shared_row` is a row that several posts owe, `consolidation` its lead's report, `contributing` what
co-executors say for its owner.

After it: `handing_in` submits, `review` accepts or returns, `request_service` asks for another day and answers that.
`told` is what a report says, `report_events` what became of it, `past_reports` what was handed in before; `rescale`
tells figures anew where a new edition prints another unit.
"""

"""What is owed, by when, by whom, and where it stands.

`reporting_periods` says for which periods a row is reported on, `calendar` counts working days, `derive` makes the
obligations of them and brings them together with those that are kept. `measures` is what a row is measured by in a
period, `status` how an obligation stands, `visible_reports` whose one has before them; `plan_cache` keeps accepted plans
as they are used all day.
"""

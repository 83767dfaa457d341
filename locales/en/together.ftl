## Consolidated reports: several posts on one row
svod-title = 👥 <b>Consolidated report · reports received: { $there } of { $total }</b>
svod-missing = ▫️ { $name }: no report yet
svod-overdue = ⏰ { $name }: no report, overdue
svod-returned = ↩️ { $name }: report returned
svod-more = … and { $count } more
svod-unknown = ❗ Done, but without a figure: { $count }
svod-your-part = Your own part is not in this total; if you have one, type the overall total.
svod-own-word = These cannot be added up: record the overall result yourself.
svod-without = Consolidated without: { $names }
svod-changed = ⚠️ Changed after it was consolidated: { $names }
svod-share = The plan figure is shared by all; record your own part.
svod-not-yet = 👥 Consolidated report ({ $name }): not submitted yet
svod-is = 👥 Consolidated report submitted ({ $name }): <b>{ $what }</b>
svod-without-you = Your report is not in it.
svod-open = 👥 The others’ reports ({ $there } of { $total })
svod-sum = ✅ Consolidated: { $value } = { $terms }
svod-figures = ✅ Consolidated: { $value }
svod-all-say = ✅ Consolidated: all say { $outcome }
svod-ask-without = Not reported yet: <b>{ $names }</b>. Consolidate without them?
svod-ask-whole = All have reported ({ $total } of { $total }). Consolidate?
svod-changed-meanwhile = The reports changed while the card was open. Now: { $value }
svod-go-without = ✅ Consolidate without them: { $value }
svod-wait = ⏳ Wait
svod-handed-in = 📨 Submitted { $day }, version { $version }
svod-made-of = 👥 Consolidated from { $there } of { $total } reports
svod-lead = 🧮 { $name } (consolidated)

## A group expanded to its members
members-open = 👥 Expand: { $name }
members-rows = { $count ->
        [one] The group is named in { $count } row:
       *[other] The group is named in { $count } rows:
    }
members-ask = Who in the group reports? Tick each one, or type a post.
members-lead = The first on the list makes the consolidated report.
members-ok = ✅ Each of them reports ({ $count })
members-done = Saved, rows: { $count }
group-needs-each = Under the plan’s rules one post reports for a group. For each member to report, change the rules: /rules.
group-members-count = Tick 1 to { $most } members.

## What was understood of the plan's goals
goal-understood = 🎯 { $periods } — understood: { $goals }
goal-unsure = ❓ { $periods } — understood: { $goals }
goal-at-least = at least { $value }
goal-at-most = at most { $value }
goal-level = level
goal-increment = increment
goal-drop = reduction
goal-total = { $value } in all
goal-due = due { $day }
goal-each-week = a week
goal-each-month = a month
goal-each-quarter = a quarter
goal-each-half-year = a half-year
goal-each-year = a year

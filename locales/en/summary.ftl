# The manager's summary and its workbook

outcome-done = done
outcome-partial = partly done
outcome-not-done = not done
summary-owed = Reports due
summary-submitted = Submitted
summary-completeness = Completeness
summary-on-time = On time
summary-timeliness = Timeliness
summary-late = Late
summary-overdue = Overdue
summary-recorded = Recorded, not submitted
summary-returned = Returned
summary-to-review = To review
summary-accepted = Accepted
summary-done = Done
summary-partial = Partly
summary-not-done = Not done
summary-execution = Implementation
summary-money = Money spent
summary-money-plan = Plan, { $unit }
summary-money-fact = Actual, { $unit }
summary-total = Total
summary-unnamed-plan = Untitled plan
summary-whole-plan = the whole plan
summary-as-of = { $period } · as of { $day }
summary-by-section = By section
summary-by-post = By post
sheet-summary = Summary
sheet-rows = Activities
sheet-number = No.
sheet-title = Section
sheet-post = Post
sheet-section = Section of the plan
sheet-activity = Activity
sheet-form = Form of completion
sheet-period = Period
sheet-deadline = Deadline
sheet-owner = Responsible
sheet-unit = Unit
sheet-plan = Plan
sheet-fact = Actual
sheet-achievement = Achievement, %
sheet-money-plan = Money planned, { $unit }
sheet-money-spent = Money spent, { $unit }
sheet-outcome = Outcome
sheet-submitted-on = Submitted on
sheet-standing = Report status
sheet-account = What was done
sheet-reason = Reason
sheet-forecast = Forecast
sheet-evidence = Documents
standing-on-time = on time
standing-late = late
standing-overdue = overdue
standing-recorded = recorded, not submitted
standing-returned = returned
standing-not-submitted = not submitted
money-unit-0 = KZT
money-unit-3 = KZT thousand
money-unit-6 = KZT million
money-unit-9 = KZT billion
money-unit-12 = KZT trillion

## The summary in the chat
sum-title = { $period } · { $plan }
sum-moment = { $day }, { $time }
sum-as-of = as of { $day }, { $time }
sum-submitted = Submitted { $submitted } of { $owed } ({ $share }) · on time { $ontime } · overdue { $overdue }
sum-recorded = ✏️ Recorded, not submitted: { $count }
sum-returned = ↩️ Returned: { $count }
sum-outcomes = Outcome: ✅ { $done }   🟡 { $partial }   ❌ { $none }
sum-money = Money spent: { $money } ({ $share })
sum-of = { $part } of { $whole }
sum-legend = ▓ — done, as a share of what is due
sum-legend-zeros = ▓ — done, as a share of what is due (planned zeros left out)
sum-legend-posts = ▓ — share of reports submitted
sum-marks = ✅ done · 🟡 partly · ❌ not done · ↩️ returned · ⏰ overdue · ✏️ recorded, not submitted · ▫️ not submitted · ➖ not required
sum-nothing-owed = No reports are due for this period.
sum-whole = Whole plan
sum-choose = Which plan do you want the summary of?
sum-no-plans = There is no live plan yet.
sum-by-sections = { $on }By section
sum-by-posts = { $on }By post
sum-overdue = ⏰ Overdue { $count }
sum-excel = 📗 Excel
sum-excel-toast = The workbook is being made. It will come here in a few seconds.
sum-nobody = nobody has joined yet
sum-holders = 👤 { $names }
sum-file-name = Summary { $what }
sum-period-not-read = “{ $typed }” is not a period. For example: 2024-Q1, 2024-H1, 2024-M07, 2024.

overdue-title = ⏰ Overdue: { $count }
overdue-none = ✅ No report is overdue.
overdue-line = { $title } — was due { $day }{ $count ->
        [0] {""}
        [one] , { $count } working day ago
       *[other] , { $count } working days ago
    }

report-where = { $period } · { $path }
report-post = 👤 { $post } — { $who }
report-form = 📄 { $form }
report-deadline = 📅 Deadline: { $deadline }
report-due = 📨 Report due { $day }
report-expected = 🎯 { $text }
report-plan = Plan: <b>{ $value }</b>
report-returned = ↩️ <b>Returned:</b>
report-submitted = Submitted { $moment } — { $who }
report-on-time = { $count ->
        [1] On time
       *[other] First submitted on time
    }
report-late = ⚠️ Submitted { $count ->
        [0] late
        [one] { $count } working day late
       *[other] { $count } working days late
    }
report-overdue = ⏰ <b>Overdue</b>{ $count ->
        [0] {""}
        [one] : it was due { $count } working day ago
       *[other] : it was due { $count } working days ago
    }
report-recorded = ✏️ Recorded, but <b>not submitted</b>
report-nothing = ▫️ Not submitted yet
report-outcome = { $mark } { $outcome }
report-fact = Actual: <b>{ $value }</b>
report-spent = Spent: <b>{ $value }</b> (plan { $plan })
report-by-source = By source: { $parts }
report-least = Figure: <b>{ $value }</b> (plan: at least { $plan })
report-most = Figure: <b>{ $value }</b> (plan: at most { $plan })
report-achievement = Share of the plan: { $share }
report-reason = Reason: { $reason }
report-forecast = Forecast: { $day }
report-evidence = Evidence
report-no-evidence = No evidence attached
report-album = Album, { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
report-more = … and { $count } more
report-versions = History
report-version = Version { $number } · { $moment } · { $who } · { $what }
report-corrected = ✏️ Why it was corrected: { $why }
report-late-why = ⏰ Why it came late: { $why }
report-file-toast = Sending the file.

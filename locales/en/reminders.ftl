## Reminders
digest-before = ⏰ { $count ->
        [one] { $count } working day
       *[other] { $count } working days
    } left to submit the reports for { $period } ({ $day })
digest-today = ⏰ Today is the last day to submit the reports for { $period }
digest-late = ⏰ The reports for { $period } were due { $day }
digest-several = ⏰ Reports to submit
digest-group-late = { $count ->
        [one] Overdue: { $count }, due { $day }
       *[other] Overdue: { $count }, the earliest due { $day }
    }
digest-group-today = Due today: { $count }
digest-group-left = Due { $day }: { $count }
digest-owed = { $count } of { $total } not submitted. It will take about { $minutes ->
        [one] { $minutes } minute
       *[other] { $minutes } minutes
    }.
digest-recorded = Recorded but not submitted: { $count } — all that is left is to press Submit.
digest-manager = { $day }, your manager will be told what is still missing.
digest-start = ▶️ Report
digest-snooze = 🕘 Remind me tomorrow at { $hour }:00
digest-snooze-on = 🕘 { $day } at { $hour }:00
digest-snoozed = I will remind you: { $day }
late-title = ⏰ Overdue reports: { $count }
late-open = Open the overdue reports
digest-answered = ✅ All submitted. Thank you!

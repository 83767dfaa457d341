## The home card
home-title = { $period } · { $plan }
home-several = Reports due
home-due = Due { $day } — { $count ->
        [0] no working days left
        [one] { $count } working day left
       *[other] { $count } working days left
    }
home-due-today = Due today
home-due-gone = ⚠️ Was due { $day }{ $count ->
        [0] {""}
        [one] {" "}— { $count } working day ago
       *[other] {" "}— { $count } working days ago
    }
home-all-submitted = ✅ All submitted
home-corrected = ✏️ Corrected, but <b>not submitted</b>: { $count }
home-mend = ✏️ Finish the correction ({ $count })
home-progress = { $bar }  { $done } of { $total }
home-submitted = { $done } of { $total } submitted
outcome-counts = ✅ { $done }   🟡 { $partial }   ❌ { $none }
home-trouble = ⏰ Overdue: { $overdue }   ↩️ Returned: { $returned }
home-unsubmitted = Recorded, but <b>not submitted</b>: { $count }
home-held = 📎 Recorded, waiting for the file that the plan requires: { $count }
home-begin = ▶️ Report ({ $count })
home-go-on = ▶️ Continue ({ $count })
home-submit = 📨 Submit ({ $count })
home-bulk = ☑️ All as planned…
home-list = ☰ List
home-settings = ⚙️ Settings
home-summary = 📊 Summary
home-plans = 📋 Plans
home-people = 👥 People
home-nothing = No reports are due now. The bot will write when a reporting period opens.
home-manager = <b>Summary of the plans</b>: what is submitted, on time and done. Open any line, down to the report itself.
home-coordinator =
    <b>Work plans</b>
    Send a plan file here (DOCX, XLSX, CSV or PDF): the bot reads it and shows what it understood.
nothing-there = You have nothing here

## Deadlines
deadlines-button = 📅 Deadlines
deadlines-title = 📅 Deadlines · to submit: { $count }
deadlines-overdue = ⏰ of these overdue: { $count }
deadlines-nothing = Nothing is due now.
deadlines-left = <b>{ $day }</b> — { $count ->
        [0] no working days left
        [one] { $count } working day left
       *[other] { $count } working days left
    }
deadlines-today = <b>{ $day }</b> — due today
deadlines-gone = ⏰ <b>{ $day }</b> — { $count ->
        [0] overdue
        [one] { $count } working day overdue
       *[other] { $count } working days overdue
    }
deadlines-place = <i>{ $period } · { $plan }</i>
deadlines-was = ⏳ originally { $day }
deadlines-work = 🛠 work due { $day }
deadlines-work-moved = 🛠 work due { $day }, originally { $was }
deadlines-ahead-title = 🔜 Opening later
deadlines-ahead = { $opens } — { $period }: { $count ->
        [one] { $count } report
       *[other] { $count } reports
    } due { $due }
deadlines-ahead-of = { $what } · { $plan }

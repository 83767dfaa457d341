## Due days by kind of row, of one row, and from which day on people report
timing-button = 🧭 Due days by kind
timing-kinds = <b>When reports are due</b>
timing-no-kinds = Every row of this plan has planned values, so their reports follow the plan’s rule.
timing-rows = Rows with a due day of their own: { $count }
timing-kind-line = { $kind } — { $said }
timing-kind-dated = 📌 Due on a day{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-period = 🗓 Due in a month, quarter or year{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-recurring = 🔄 Recurring{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-continuous = ♾ Ongoing, over a span{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-event = ⚡ When it happens{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-dated-itself = on the day itself
timing-period-itself = as the plan, but after the row’s own month, quarter or year
timing-recurring-itself = weekly rows on the 2nd working day after, monthly on the 5th, the rest as the plan
timing-continuous-itself = as the plan
timing-event-itself = as the plan
timing-of-row = 📄 { $row }
timing-deadline = Deadline in the plan: { $deadline }
timing-row-says = Report: { $said }
timing-row-plain = Report: as all rows of its kind
timing-ask-due = By which day is the report due? Choose, or type “7th working day”, “on the day” or “15 April”.
timing-ask-opens = How many days before the deadline can people start reporting? Choose, or type a number.
timing-ask-cycle = How often do people report?
timing-part-due = 📅 Due day
timing-part-opens = 🔓 Opening
timing-part-cycle = 🔁 How often
timing-due-auto = the usual
timing-due-deadline = on the day itself
timing-due-plan = with the plan
timing-due-days = working day { $count }
timing-opens-auto = the usual
timing-opens-days = { $count ->
        [one] 1 day before
       *[other] { $count } days before
    }
timing-cycle-auto = as the plan
timing-row = 📅 When this row’s report is due
timing-set = 🧭 Own due days: kinds — { $kinds }, rows — { $rows }

begins-way = 🏁 Start date
begins-ask = From which day do people report?
begins-from = • From { $what }: { $count ->
        [one] 1 report
       *[other] { $count } reports
    }{ $late ->
        [0] {""}
       *[other] , { $late } overdue
    }
begins-past = • From { $what }, with the past: { $count ->
        [one] 1 report
       *[other] { $count } reports
    }{ $late ->
        [0] {""}
       *[other] , { $late } overdue
    }
begins-period = { $day } ({ $period })
begins-type = For another day, type it: “1 March 2024”.
begins-button = From { $day } · { $count }
begins-button-past = From { $day }, with the past · { $count }
begins-day-not-read = Could not read “{ $typed }”. Type a day with its year, such as “1 March 2024”.
rules-starts = 🏁 Reporting starts on { $day }
rules-starts-past = 🏁 Reporting starts on { $day }, with the past

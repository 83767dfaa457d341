## A plan's reporting rules
rules-button = ⚙️ Rules
rules-title = ⚙️ Rules · { $plan }
rules-which = <b>The rules of which plan?</b>
rules-no-plan = There is no live plan yet. Send a plan file and accept it.
rules-rows = 📄 Rules by row
rules-cycle = 🔁 Reports: { $cycle }
rules-opens = 🔓 Opens: { $opens }
rules-due = 📅 Due: { $due }
rules-off = 🗓 If that is a day off: { $off }
rules-closes = 🔒 Closes: { $closes }
rules-who = 👥 Who reports: { $who }
rules-svod = 🧮 Consolidated report due: { $due }
rules-files-are = 📎 Files: { $files }
rules-files-none = not allowed
rules-files-demanded = required for everything reported as done: for each form of completion, or at least one where none is named
rules-files-free = optional
rules-reasons-usual = 💬 Reasons: the usual list ({ $count })
rules-reasons-own = 💬 Reasons: your own list ({ $count })
rules-cumulative = 📈 Cumulative rows: { $count }
rules-not-cumulative = 📈 Rows set as not cumulative: { $count }
rules-better = ↕️ Rows set to “more” or “less is better”: { $count }

rules-part-cycle = 🔁 How often
rules-part-due = 📅 Due day
rules-part-off = 🗓 Day off
rules-part-opens = 🔓 When it opens
rules-part-closes = 🔒 When it closes
rules-part-who = 👥 Who reports
rules-part-svod = 🧮 Consolidated report due
rules-file-on = 📎 File for completed work: required
rules-file-off = 📎 File for completed work: optional
rules-files-on = 🗂 Files: allowed
rules-files-off = 🚫 Files: not allowed
rules-reasons = 💬 Reasons
rules-no-files = Files are not allowed in this plan. Allow them first.

rules-ask-cycle = How often are reports due?
rules-ask-due = By when are reports due? Choose, or type a number (“7” is the 7th working day after the period) or a day of the next year: “15 April”.
rules-ask-off = What if the due day is a day off?
rules-ask-opens = How many days before the end of the period can reporting begin? Choose, or type a number.
rules-ask-closes = How many working days after the due day does the period close? A correction needs a reason from then on. Choose, or type a number.
rules-ask-who = Who reports where a row names several?
rules-ask-svod = By when is the lead’s consolidated report due? Choose, or type a number (“7” is 7 working days after the others) or a day of the next year: “1 May”.
rules-cycle-week = weekly
rules-cycle-month = monthly
rules-cycle-quarter = quarterly
rules-cycle-half-year = twice a year
rules-cycle-year = yearly
rules-off-after = the next working day
rules-off-before = the working day before
rules-off-keep = the same day
rules-who-one = one post per row
rules-who-each = everyone named; the lead consolidates
rules-due-days = { $count ->
        [1] 1st
        [2] 2nd
        [3] 3rd
        [21] 21st
        [22] 22nd
        [23] 23rd
        [31] 31st
        [32] 32nd
        [33] 33rd
        [41] 41st
        [42] 42nd
        [43] 43rd
        [51] 51st
        [52] 52nd
        [53] 53rd
       *[other] { $count }th
    } working day after the period
rules-svod-days = { $count ->
        [one] { $count } working day after the others
       *[other] { $count } working days after the others
    }
rules-fixed-day = by { $day } of the next year
rules-opens-days = { $count ->
        [0] on the last day of the period
        [one] { $count } day before the period ends
       *[other] { $count } days before the period ends
    }
rules-closes-days = { $count ->
        [0] on the due day
        [one] { $count } working day after the due day
       *[other] { $count } working days after the due day
    }

rules-dry = What will change:
rules-added = ➕ Reports added: { $count }
rules-withdrawn = ➖ Reports withdrawn: { $count }
rules-lost = ❗ Of these, already submitted: { $count }. They are kept, but left out of the summary.
rules-moved = 📅 Reports due on another day: { $count }
rules-reopened = 🔓 Reports that open on another day: { $count }
rules-hidden = ❗ Of these, open now but hidden until the new day: { $count }. What is recorded is kept.
rules-reclosed = 🔒 Reports that close on another day: { $count }
rules-shut = ❗ Of these, closed at once: { $count }
rules-nothing = No report will change.
rules-next = Due on { $day }: { $count }
rules-next-opens = Opening on { $day }: { $count }
rules-next-closes = Closing on { $day }: { $count }
rules-apply = ✅ Apply
rules-leave = ✖️ Leave as it is

rules-reasons-title = Reasons offered as buttons:
rules-reason-ask = To add your own, type it.
rules-reason-remove = ✖️ { $reason }
rules-reasons-built-in = ↩️ Back to the usual list
rule-reason-length = Type a reason of 2 to { $most } characters: it becomes a button.
rule-reason-there = This reason is already on the list.
rule-reasons-many = No more than { $most } reasons fit. Remove one first.
rule-reason-last = At least one reason is needed. Add another first, or go back to the usual list.
rule-days-range = Type a number of working days from { $least } to { $most }.
rule-days-count = Type a number of days from 0 to { $most }.
rule-due-not-read = I could not read “{ $typed }”. Type a number of working days, such as “7”, or a day, such as “15 April”.

rules-row-sum-auto = 📈 Cumulative: as in the plan
rules-row-sum-on = 📈 Cumulative: yes
rules-row-sum-off = 📈 Cumulative: no
rules-row-auto = ↕️ Better: as in the plan
rules-row-up = ↕️ Better: more
rules-row-down = ↕️ Better: less

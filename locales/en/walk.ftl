## The walk: the card of one activity
walk-where = { $at } of { $total }{ $path }
walk-form = 📄 { $form }
walk-deadline = 📅 { $deadline }
walk-plan = Plan for { $period }: <b>{ $value }</b>
walk-plan-present = in place
walk-plan-none = none given
walk-goals = 🎯 { $values }
walk-spent = 💰 To be spent: { $value }
walk-begun = ✏️ Recorded: { $figure }
walk-threshold-least = Expected result: at least { $value }
walk-threshold-most = Expected result: at most { $value }
walk-less-is-better = ⬇️ Less is better
walk-cumulative = 📈 Running total since the start of the year
stage-behind = 🔻 Behind schedule (plan: { $plan })
stage-on-time = ✔️ On schedule
stage-ahead = 🔺 Ahead of schedule (plan: { $plan })
walk-year = (earlier in the year: { $fact } of { $plan })
walk-others = Also taking part: { $names }
walk-returned = ↩️ <b>Returned:</b>
walk-submitted = 📨 Submitted, version { $version }
walk-recorded = { $mark } Recorded: { $outcome }{ $figure } — <b>not submitted</b>
walk-recorded-plain = { $mark } { $outcome }{ $figure }
walk-reason = Reason: { $reason }
walk-forecast = Forecast: { $day }
walk-last = { $mark } Recorded: { $title }{ $figure }
walk-last-forecast = forecast: { $day }
evidence-file = 📎 { $name }
evidence-photo = photo
evidence-album = 🖼 Album: { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
evidence-paper = 📄 { $form } No. { $number } of { $dated }
evidence-paper-undated = 📄 { $form } No. { $number }
evidence-remove = ✖️ Remove: { $name }
evidence-pages = album
evidence-removed = Removed
evidence-lost = ⚠️ The file for the row “{ $title }” could not be saved: Telegram no longer provides it. Send it again.
paper-unnumbered = unnumbered
paper-any = Document

ask-confirm = I read this as { $value }. Is that right?
ask-next-spent = How much money was spent? Plan: { $value }
ask-next-sources = How much money was spent? Plan: { $value }. You can give it by source: { $example }
ask-next-goal = “{ $goal }”: what is the actual figure? Plan: { $value }
ask-next-figure = What is the actual figure? Plan: { $value }
ask-reason = Why? Choose a reason or type your own.
ask-forecast = When will it be done? Choose a day or type a date.
ask-account = Write what was done, in one message.
ask-paper = { $form }: send its number and date (“12-ө of 05.03.2024”), a photo or a file.
ask-figure-money = Type the amount, for example: 5.8m
ask-figure-percent = Type the percentage, for example: 86.5
ask-figure-count = Type the number, for example: 12
ask-figure-any = Type the result, for example: 12 or “no”
ask-figure-stage = Type the stage: { $stages }

walk-done-figure = ✅ Done: { $value }
walk-done = ✅ Done
walk-done-all = ✅ Done: all as planned
walk-same = ✅ As planned: { $value }
walk-partly = 🟡 Partly done
walk-other-goal = ✏️ { $goal }
walk-zero = ✅ Zero, as planned
walk-present = ✅ In place
walk-present-figure = ✅ In place, { $value }
walk-absent = ❌ Not in place
walk-not-done = ❌ Not done
walk-not-begun = ⏳ Not started
walk-other-money = ✏️ Another amount
walk-other-percent = ✏️ Another %
walk-other-count = ✏️ Another number
walk-other-any = ✏️ Another result
walk-confirm = ✅ Yes, { $value }
walk-confirm-bare-tenge = Yes, { $value } — as typed
walk-confirm-below-running = ✅ { $value } is right
walk-confirm-below-others = { $value } in all
walk-meant-bare-tenge = ✅ { $value }
walk-meant-below-running = ➕ { $value } this year so far
walk-meant-below-others = ✅ { $value }
walk-meant-changed = The figures changed while the card was open. Now: { $value }
walk-mend = ✏️ No, correct it
walk-paper = 📎 Document
walk-account = 💬 Note
walk-keep-told = 💬 Keep it as a note
walk-told-kept = Kept as a note
walk-back = ⬅️ To the card
walk-undo = ↩️ Undo the last step
walk-undo-of = ↩️ Undo: { $what }
walk-later = ⏭ Later
walk-next = ➡️ Next
recorded-toast = Recorded: { $figure }
undone = Undone
nothing-to-undo = There is nothing to undo
draft-changed-elsewhere = This card was just changed on another device. Here it is.

reason-money = No funding
reason-tender = Tender not finished
reason-supplier = Supplier is late
reason-people = Too few specialists
reason-moved = Postponed
reason-other-body = Waiting for another organisation

reason-not-said = “{ $typed }” is not a reason yet. Say why in words, for example: the supplier is late, by 15 May. If what was recorded is wrong, press “↩️ Undo”.
day-not-read = I cannot read the date “{ $typed }”. Type, for example: 15.05.2024 or 15 May.
day-not-alone = “{ $typed }”: I cannot tell which day is the last one. Type only that day, for example: 15.05.2024 or 15 May.
day-of-another = “{ $typed }” looks like the day of something else. When will the activity itself be done? Type only the day, for example: 15.05.2024 or 15 May.
day-not-in-calendar = There is no such day in the calendar: “{ $typed }”. Type, for example: 15.05.2024 or 15 May.
day-of-which-year = “{ $typed }” has passed this year. Type the year too, for example: { $example }.
day-two-ways = “{ $typed }”: which number is the month? Type its name, for example: 4 May 2024.
forecast-past = A forecast must be a day in the future. Type, for example: 30 June.
forecast-far = That day is more than ten years away. Check the year and type, for example: 30 June.
paper-not-read = I cannot read “{ $typed }”. Send the number and date, for example: 12-ө of 05.03.2024.
paper-no-such-day = There is no such day in the calendar: “{ $typed }”. Send the number and date, for example: 12-ө of 05.03.2024.
paper-left-open = ⚠️ The note leaves open which paper it is, so none was recorded. Send its number and date.
account-too-long = Too long: a note can have { $most } characters at most.
file-kind-not-kept = I cannot keep this kind of attachment. Send a photo or a file.
file-over-limit = The file is over { $megabytes } MB, and Telegram does not pass files that large to bots. Compress it or send it in parts.

## The list, submitting, all as planned
list-title = { $period } · reports: { $total } · still to record: { $left }
list-legend = ▫️ not started · ✏️ started · ✅🟡❌ recorded · 📨 submitted · ☑️ accepted · ↩️ returned · ➖ not required
history-title = Submitted reports
history-line = { $period } · { $plan }: { $count } — ✅ { $done } 🟡 { $partial } ❌ { $none }
history-empty = Nothing has been submitted yet.
submit-title = Ready to submit: { $ready } of { $total } · { $period }
submit-papers = Documents: { $papers } · reports without any: { $bare }
submit-part = { $count ->
        [one] The other one can be submitted later.
       *[other] The other { $count } can be submitted later.
    }
correction-not-said = Say in words what was corrected and why, for example: a typing error in the contract amount.
submit-why = <b>Why are you correcting it? Write the reason in one message.</b>
submit-late = ⏰ { $count ->
        [one] Late: { $count }. It was due { $day }.
       *[other] Late: { $count }. The earliest was due { $day }.
    }
submit-late-why = Why is it late? Choose a reason or type your own. One answer covers them all.
late-not-said = Say in words why the report is late, for example: I was away on business until 8 April.
submit-now = 📨 Submit ({ $count })
submit-changed = While the card was open, the list changed; ready to submit now: { $count }. Check and submit.
submit-look = 👁 Check
look-title = Check before submitting · { $period } · { $ready } ready
look-held = 📎 waiting for a file; will not be submitted with the others
submitted-toast = Submitted: { $count }
nothing-to-submit = There is nothing to submit yet
correction-needs-reason = The period is closed or the report accepted: a reason for the correction is needed
receipt-title = 📨 Reports submitted: { $count }
receipt-what = { $period } · { $plan }
receipt-when = { $day }, { $time }
receipt-who = Visible to: { $names }
receipt-left = Still to submit: { $count }
bulk-title = All as planned · { $period }
bulk-what = { $total ->
        [0] Nothing here can be recorded as planned in one step.
       *[other] { $ticked } of { $total } ticked. Untick what is not as planned.
    }{ $rest ->
        [0] {""}
        [one] { " " }The other one comes next, on its own card.
       *[other] { " " }The other { $rest } come next, one by one.
    }
bulk-indicators = 📈 Indicators to enter yourself: { $count }
bulk-changed = The list changed while it was open: check the ticks and confirm again
bulk-confirm = ✅ Record the ticked ones ({ $count })
bulk-done = Recorded as planned: { $count }

## Reporting for another post
post-behalf = ✍️ Report for this post
behalf-line = ✍️ You are reporting for: <b>{ $post }</b>
behalf-end = ⏹ Stop reporting for this post
behalf-ended = You are reporting for yourself again
behalf-over = You are already reporting for yourself
notice-behalf =
    ✍️ <b>{ $name }</b> (coordinator) submitted { $count ->
        [one] { $count } report
       *[other] { $count } reports
    } for you.
    { $period } · { $post }
    To check or correct them: /history
notice-for-post = ✍️ Open on behalf of the post
notice-now-with = The report is now with: { $who }
notice-now-with-nobody = Nobody holds the post now.
report-behalf = { $name } (coordinator, for the post; its holder: { $holders })
report-behalf-vacant = { $name } (coordinator, for the vacant post)
report-substitute = { $name } (standing in for: { $holders })

## Two people on one post
draft-changed-by = { $who } has just changed this card. This is what is recorded now; if it is not right, answer again.
submit-changed-by = { $who } recorded something here while this card was open. Have a look and submit again.
recorded-by-other = ✏️ Recorded by { $name }, { $time }
submitted-by-other = 📨 Submitted by { $name }, { $time }
history-by-other = 📨 Submitted by { $name }: { $count }

## Standing in during a leave
settings-substitute = 🏖 Name a substitute
post-leave = 🏖 Substitute
substitute-no-post = You hold no post that submits reports
substitute-which = For which post will somebody stand in for you?
substitute-all-posts = For all of them
substitute-who = <b>Who will stand in?</b> · { $posts }
substitute-nobody = { $posts }: there is nobody to stand in yet — none of your colleagues has joined the bot.
substitute-when =
    <b>{ $name }</b> — { $posts }
    From which day to which? Choose or type the dates, for example: 1-14 April.
substitute-until =
    <b>{ $name }</b> — { $posts }
    From { $day } until when? Choose or type the last day, for example: until 14 April; for two weeks.
substitute-self = Only somebody else can stand in
substitute-named = ✅ Substitute named: { $when }
substitute-line = 🔁 You are standing in for: <b>{ $post }</b>, until { $day }
substitute-card = 🔁 For the post: <b>{ $post }</b>
substitution-line = 🏖 { $post }: { $other } stands in for { $name }, { $when }
substitution-end = ✖️ End substitution: { $name }
substitution-ended-toast = The substitution has ended
substitution-over = This substitution is over already
substitution-was = You no longer stand in for the post “{ $post }”: the holder reports again. What you recorded is kept.
leave-when = { $first } – { $last }
leave-not-read = I did not understand “{ $typed }”. Type the first and the last day, for example: 1-14 April.
leave-no-such-day = There is no such day in the calendar: “{ $typed }”. Type, for example: 1-14 April.
leave-end-not-said = The last day is missing.
leave-backwards = The last day is before the first. Type, for example: 1-14 April.
leave-past = Those days are past. Type, for example: 1-14 April.
leave-too-long = A substitution can last a year at most. For longer, the coordinator can hand the post over: /people.
holder-on-leave = { $name } ({ $substitute } stands in)
receipt-stood-in = 🔁 Of these for the post “{ $post }”: { $count }
notice-substitute =
    🏖 While <b>{ $name }</b> is away, you stand in: { $post }.
    { $when }: you submit these reports in addition to your own.
notice-substitution = 🏖 { $post }: <b>{ $other }</b> stands in for <b>{ $name }</b>, { $when }
notice-substitution-undo = ↩️ Undo the substitution
notice-absent = 🏖 { $post }: <b>{ $other }</b> stands in for you, { $when }. You will get no reminders about these reports.
notice-substitution-begins = 🏖 From today until { $day } you stand in for: <b>{ $post }</b>. The reports: /tasks
notice-substitution-ended = 🏖 The substitution has ended: { $post } ({ $name }). The holder reports again.
notice-leave-over-absent = 🏖 The substitution has ended: { $post }. { $other } no longer reports for you; the reports are yours again: /tasks
notice-leave-over-substitute = 🏖 The substitution has ended: { $post }. { $name } reports again; what you recorded is kept.
notice-substitute-meanwhile = 🏖 { $post } ({ $name }): <b>{ $other }</b> stands in instead of you, { $when }. The other days stay yours.
notice-leave-over-goes-on = 🏖 Your substitution is over: { $post } ({ $name }). Somebody else stands in from now on; what you recorded is kept.
notice-substitute-gone = 🏖 { $post }: <b>{ $other }</b> can no longer stand in for you. The reports are yours again; you can name another substitute: /settings
notice-substitute-gone-host = 🏖 { $post }: <b>{ $other }</b> can no longer stand in for <b>{ $name }</b>. Name another on the card of the post: /people

## A post changes hands
post-give = 🔀 Hand over
post-not-held = Somebody else holds this post now
give-who = 🔀 <b>{ $post }</b>: held by { $name }. Who takes it over?
give-by-invitation = 🔗 A new person, by link
give-sure =
    🔀 <b>{ $post }</b>: { $old } → { $name }
    Drafts and returned reports go with the post. What was submitted stays with the person who submitted it.
give-ok = ✅ Hand over: { $name }
give-by-link = 🔀 When somebody joins by this link, the post becomes theirs and { $name } no longer reports for it.
invitation-is-to-replace = This link is for the person who takes over your post. Pass it on.
notice-handed-from =
    🔀 The post “{ $post }” was handed over to <b>{ $name }</b>. Its drafts went with it.
    What you submitted stays yours: /history
notice-handed-to = 🔀 The post “{ $post }” is yours now (before you: { $name }). The reports already started are with you: /tasks
post-handed-over = The post “{ $post }” was handed over to { $who }. The reports are there now; what you submitted is in /history.
post-was-yours = You no longer hold the post “{ $post }”. What you submitted is in /history.
given-title = Submitted by you earlier
given-line = { $period } · { $plan } · { $post }: { $count }
given-heading = { $period } · { $post }
given-account = 💬 { $account }
given-evidence = 📎 { $names }
given-only-read = The post is no longer yours, so this can only be read.

## Taking part: a co-executor adds to the owner's report
joint-button = 🤝 Taking part
joint-title = 🤝 Taking part
joint-what = Somebody else submits the report; you can add an account or a file.
joint-none = There is no row now in which you are a co-executor.
joint-owner = Reported by: { $name }
joint-result = 📨 Submitted: <b>{ $what }</b>
joint-ask = Write what you did, or send a file with a caption. Who reports will see it on their card.
joint-told = ✅ Passed on to who reports
joint-said = 💬 { $who } ({ $post }): { $what }
joint-take-back = ↩️ Take back my last
joint-take = 💬 Take what was said into the account
joint-taken = Added to the account
joint-nothing-new = All that was said is in the account already
joint-handed-in = The report is submitted already, nothing can be added.
joint-many = No more than { $most } additions to one report. Tell who reports in person.
joint-not-said = “{ $typed }” says little. Write what you did, for example: the estimate was approved on 12 March.
joint-no-files = Files must not be sent in this plan. Write it in words.

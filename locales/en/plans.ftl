## A plan: reading and accepting
plan-reading = 📖 Reading “{ $name }”…
plans-title = <b>Plans</b>
plans-none = There are no plans yet. Send a plan file: DOCX, XLSX, CSV or PDF.
plan-read = Plan read: <b>“{ $title }”</b>
plan-counts = { $sections ->
        [one] { $sections } section
       *[other] { $sections } sections
    }, { $indicators ->
        [one] { $indicators } indicator
       *[other] { $indicators } indicators
    }, { $activities ->
        [one] { $activities } activity
       *[other] { $activities } activities
    }, { $posts ->
        [one] { $posts } post
       *[other] { $posts } posts
    }
plan-doubt-count = ❗ { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }, for example:
plan-no-doubts = ✅ No questions
plan-doubt-row = row { $number }: { $text }
plan-doubts = Answer questions ({ $count })
plan-rows = 📄 Show rows
plan-accept = ✅ Accept
plan-cancel = ✖️ Cancel
plan-back = ⬅️ To the plan
plan-lacks = The file does not say, and the reports need it.
plan-ask-title = What is the plan called?
plan-ask-organisation = What is the organisation called?
plan-ask-year = Which year is the plan for? For example: 2024
plan-year-not-read = “{ $typed }” is not a year. Type, for example: 2024.
plan-part-length = Type 2 to { $most } characters.
plan-accepted-toast = The plan is accepted
plan-cancelled-toast = Cancelled, the plan is not accepted
plan-not-waiting = This plan has already been accepted or cancelled
plan-lacks-parts = First give the plan’s title, organisation and year
doubt-where = Question · { $left } of { $total } left
row-targets = Plan values — { $values }
row-money = Money — { $values }; total: { $total }
row-responsible = 👤 { $names }

## Who reports
owners-proposed = Who reports (proposed from the plan: the first post of each row):
owners-live = Who reports:
owners-open = ❗ Groups that nobody reports for: { $count }. Choose who reports for each.
owners-more = … and { $count } more
owners-group = ❗ { $name } ({ $count })
owners-nobody = ❗ Nobody responsible ({ $count })
owners-confirm = ✅ Confirm who reports
owners-rows = ✏️ Assign by row
owners-confirmed-toast = Reports due over the plan’s period: { $count }
owners-confirmed = ✅ Confirmed. Reports due over the plan’s period: { $count }. Now invite people.
group-title = { $name }
group-rows = { $count ->
        [one] { $count } row names only the group:
       *[other] { $count } rows name only the group:
    }
group-ask = Who reports for the group? Choose, or type a post.
group-needs-member = Nobody reports for the group “{ $name }”. First choose who does.
owner-rows-title = Rows and who reports on them
owner-none = nobody
owner-ask = Who reports? Choose, or type a post.

## People and invitations
people-title = People and posts
people-coordinators = Coordinators: { $names }
people-managers = Managers: { $names }
people-posts = Posts that report: { $total }, vacant: { $free }
people-no-posts = There are no posts yet: accept a plan first.
people-unreached = ⚠️ Not reached (blocked the bot): { $name }
post-aliases = Also called: { $names }
post-free = Nobody holds this post yet.
post-invite = 🔗 Invite
post-off = ✖️ Remove from post: { $name }
invite-title = <b>Who do you want to invite?</b>
invite-officer = 👥 Invite an officer to a post
invite-manager = 🔗 Invite a manager
invite-coordinator = 🔗 Invite a coordinator
invited-title = Invitation: { $who }
invited-how = Send the link to that person. It is valid for { $days } days and lets one person in.
invited-qr = ▦ QR code
invited-qr-coming = The QR code is on its way
invited-withdraw = ✖️ Withdraw
invited-more = 👥 Back to posts
invitation-taken-back = The invitation is withdrawn
notice-join-undone = { $name }: the access given by this invitation was removed; the rest stays
join-undone-already = This has already been undone

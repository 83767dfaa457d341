## Joining by invitation
invitation-officer =
    Hello! You are invited to report on:
    📋 { $plan }
    { $count ->
        [one] Post
       *[other] Posts
    }: <b>{ $posts }</b>
invitation-manager =
    Hello! You are invited as a <b>manager</b>: summaries and reports of the plans.
    📋 { $plan }
invitation-coordinator =
    Hello! You are invited as a <b>coordinator</b>: plans, invitations and reporting rules.
invitation-yes = ✅ Yes, that is me
invitation-no = This is not my post
invitation-declined = Understood. The coordinator has been told that the invitation reached the wrong person.
invitation-no-plan = no plan is loaded yet
invitation-unknown = This link does not work. Ask the coordinator for a new one.
invitation-used = This invitation has been used. Ask { $who } for a new one.
invitation-used-ask-anybody = This invitation has been used. Ask the coordinator for a new one.
invitation-expired = This invitation has expired. Ask { $who } for a new one.
invitation-expired-ask-anybody = This invitation has expired. Ask the coordinator for a new one.
invitation-withdrawn = This invitation was withdrawn. Ask { $who }.
invitation-withdrawn-ask-anybody = This invitation was withdrawn. Ask the coordinator.
joined-welcome = Welcome, { $name }! The command menu is to the left of the message field.
joined-again = Welcome back, { $name }!
person-gone = This person is no longer a member
notice-joined =
    👤 New member: <b>{ $name }</b>
    { $role }{ $posts }
notice-joined-undo = ↩️ A mistake: remove access
notice-removed = { $name }: access removed
notice-declined = ⚠️ { $name } answered “This is not my post” — { $posts }. Check whom the link was sent to.
role-officer = Officer
role-manager = Manager
role-coordinator = Coordinator

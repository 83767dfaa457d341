## A new edition of a plan
edition-ask = Is this a new edition of the plan “{ $title }”?
edition-ask-which = Which plan is this a new edition of?
edition-yes = Yes, a new edition
edition-no = No, another plan
edition-not = ✖️ This is not a new edition
edition-pick = 🔁 It is a new edition of…
edition-of = 🔁 A new edition of “{ $title }”
edition-same = The rows are the same; nothing has changed.
edition-counts = Added { $added } · changed { $changed } · dropped { $dropped } · unchanged { $same }
edition-unsure = ❓ { $count ->
        [one] It is unclear whether { $count } row is the same as before: match it before accepting.
       *[other] It is unclear whether { $count } rows are the same as before: match them before accepting.
    }
edition-changes = 🔍 What has changed
edition-pairs = ❓ Match the rows ({ $count })
edition-title = What the edition changes: { $title }
edition-added = ➕ Added: { $row }
edition-dropped = ➖ Dropped: { $row }
edition-returned = ↩️ Back again: { $row }
edition-returned-count = ↩️ { $count ->
        [one] { $count } row is back from an earlier edition, with its reports
       *[other] { $count } rows are back from earlier editions, with their reports
    }
edition-changed = ✏️ Changed: { $row }
edition-field = · { $field }: { $before } → { $after }
edition-blank = blank
edition-more-fields = · … and { $count } more
edition-reports-kept = Reports submitted: { $count }. They are kept; no more will be due.
edition-reports-stay = Reports submitted: { $count }. They keep the earlier wording.
edition-rescaled = Reports with amounts recorded: { $count }. The amounts will be converted to the new scale.
edition-asked-anew = Reports with figures in the earlier unit: { $count }. Those not submitted will be asked for again; submitted ones stay as they are.
edition-pairs-open = Match the rows first: { $count } left
edition-pairs-told = All rows are matched.
edition-settle-in-chat = Before it is accepted, a coordinator must match { $count ->
        [one] { $count } row
       *[other] { $count } rows
    } in the chat: plan { $plan } waits in /plans.
edition-plan-unknown = There is no live plan “{ $called }”. Live plans: { $names }
edition-of-nothing = This file is not a new edition
edition-accepted-toast = The new edition is accepted
pair-left = To decide: { $count }
pair-was = Before:
pair-was-dropped = In an earlier edition, dropped since:
pair-now = Now:
pair-ask = Is it the same row?
pair-same = Yes, the same
pair-new = No, a new row
field-section = section
field-number = number
field-title = activity
field-objective = objective
field-completion-form = form of completion
field-deadline-text = deadline
field-deadline = deadline (as understood)
field-unit-text = unit
field-unit = unit (as understood)
field-expected-result = expected result
field-note = note
field-funding-total = total amount
field-funding-unit = unit of the amount
field-funding-source-text = source of funds
field-responsibles = responsible
field-targets = plan, { $key }
field-funding = amount, { $key }
field-funding-sources = source of funds, { $key }
field-funding-text = amount in words, { $key }
field-kpi = goal, { $key }
field-goals = goal as understood, { $key }
report-as-was = The row is shown as it was when the report was submitted; the plan has changed since.

## Editions of an accepted plan
editions-button = 🗂 Editions
editions-title = Editions of the plan “{ $title }”
editions-in-force = 🟢 In force since { $day } — accepted by { $who }, file “{ $file }”
editions-former = ⚪️ Accepted { $day } by { $who }, file “{ $file }”
editions-by-administrator = the administrator
editions-first = First edition, rows: { $count }
editions-counts = Added { $added } · changed { $changed } · dropped { $dropped }
editions-rows = 📄 Rows as of { $day }

## The empty template of a plan
plans-template = 📗 Empty template (Excel)
plans-template-coming = The template is on its way

## Sample plans
sample-missing = There is no sample plan “{ $name }”. Samples: { $names }
plans-samples = 📚 Samples
samples-ask = Which sample shall I read? It takes effect only if you accept it.
sample-hospital-2024 = A hospital’s plan for 2024
sample-covid-2020 = The national plan of 2020
sample-almaty-2030 = A city’s roadmap to 2030
sample-concept-2026 = Action plan of the health concept to 2026
sample-digital-2027 = Digital transformation map for 2025–2027
sample-every-kind-2024 = A plan with every kind of row
sample-shared-2024 = A plan shared by three bodies
demo-organisation = Demonstration organisation

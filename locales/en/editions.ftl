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
        [one] For { $count } row it is unclear whether it is the same row
       *[other] For { $count } rows it is unclear whether they are the same rows
    }: match them before accepting.
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
edition-rescaled = Reports with sums recorded: { $count }. The sums will be converted to the new scale.
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
field-funding-total = total sum
field-funding-unit = unit of the sum
field-funding-source-text = source
field-responsibles = responsible
field-targets = plan, { $key }
field-funding = sum, { $key }
field-funding-sources = source { $key }
field-funding-text = sum in words, { $key }
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
template-file = plan template
template-caption = Fill in the sheet “{ $sheet }” and send the file here. The columns are explained on the second sheet; their headings are in Russian, since the bot reads plans in Russian or Kazakh.
template-sheet = Plan
template-help-sheet = Columns
template-title = План мероприятий на { $year } год
template-needed = required
template-intro = Delete the example row. A section is a row in which only the first column is filled in, such as “Раздел 1. Финансы”. The plan’s title and year stand in the first row of the sheet.
template-number = №
template-number-help = The row's number, such as 1 or 1.2. Row 1.2 belongs to row 1.
template-activity = Мероприятие
template-activity-help = The activity: what is to be done, one per row.
template-form = Форма завершения
template-form-help = The form of completion: the document that proves it was done (an order, a contract, an acceptance certificate, minutes).
template-deadline = Срок исполнения
template-deadline-help = The deadline, a date or a period in Russian or Kazakh words: “15.07.{ $year }”, “2 квартал { $year } года”, “ежемесячно”.
template-responsible = Ответственные исполнители
template-responsible-help = The responsible posts or bodies, separated by commas; the first one submits the report.
template-unit = Единица измерения
template-unit-help = The unit: наличие (yes or no), человек (people), %, тыс. тенге (thousand tenge).
template-quarter = { $quarter } квартал
template-quarter-help = The plan value of the quarter: a number, “+” (present), “-” (not planned); blank where no report is owed.
template-note = Примечание
template-note-help = A note: anything else that the reporting officer should know.
template-example-section = Раздел 1. Материально-техническая база
template-example-activity = Закуп аппарата Холтер (example)
template-example-form = Акт ввода в эксплуатацию
template-example-deadline = 2 квартал { $year } года
template-example-responsible = Метролог, Экономист
template-example-unit = тыс. тенге
template-example-note = An example: delete this row

## Sample plans
sample-missing = There is no sample plan “{ $name }”. Samples: { $names }
plans-samples = 📚 Samples
samples-ask = Which sample shall I read? It takes effect only if you accept it.
sample-hospital-2024 = A hospital’s plan for 2024
sample-covid-2020 = The national plan of 2020
sample-almaty-2030 = A city’s roadmap to 2030
sample-every-kind-2024 = A plan with every kind of row
sample-shared-2024 = A plan shared by three bodies
demo-organisation = Demonstration organisation

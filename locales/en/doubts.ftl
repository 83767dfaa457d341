# Doubts of a reading: what is printed, and what to decide about it.
doubt-target-outside-deadline = Due “{ $deadline }”, but the values are under { $periods }. Which is right?
doubt-targets-missing-turns = Due “{ $deadline }”, but there are values only for { $periods }. Are reports due for the other periods?
doubt-targets-blank = No period has a plan value. Report by the row’s deadline?
doubt-value-unread = The plan value “{ $value }” for { $period } does not look like a number. What should it be?
doubt-value-not-computed = The cell holds a formula without a result, or an error: “{ $value }”. Enter its value.
doubt-unit-unknown = The unit “{ $unit }” is unknown. In which unit is the figure reported?
doubt-deadline-unread = The deadline “{ $deadline }” could not be understood. Enter a date or a period.
doubt-deadline-partly-read = Only part of the deadline “{ $deadline }” was understood. Check that the date is right.
doubt-deadline-year-assumed = The deadline “{ $deadline }” has no year; { $year } was taken. Is that right?
doubt-deadline-year-missing = The deadline “{ $deadline }” has no year and the plan covers several. Which year is it?
doubt-deadline-before-period = The deadline “{ $deadline }” can mean before that period begins or before it ends. Its end was taken.
doubt-deadline-missing = There is neither a deadline nor a plan value. When is a report due?
doubt-deadline-backwards = The deadline “{ $deadline }” begins after it ends. Check the dates.
doubt-deadline-end-missing = The deadline “{ $deadline }” says when the work starts, but not when it ends. When is it due?
doubt-deadline-outside-plan = The deadline “{ $deadline }” is outside the plan’s own period. Is the date right?
doubt-responsible-missing = No one is named as responsible. Who reports?
doubt-responsible-split = The responsible parties are run together: “{ $printed }”. Read as: { $names }. Is that right?
doubt-responsible-variant = “{ $printed }” was read as “{ $name }”. Are they the same?
doubt-responsible-unclear = The responsible parties in “{ $printed }” could not be told apart. Name them.
doubt-post-nearly-known = “{ $printed }” looks like the known post “{ $name }”. Are they the same?
doubt-money-in-words = There are words in place of an amount: “{ $value }”. Is there an amount?
doubt-total-differs = The plan says { $printed }, but its parts add up to { $sum }. Which is right?
doubt-indicator-joined = The indicator “{ $printed }” was read together with “{ $name }”: they have one number and nearly one name. Is it one indicator?
doubt-row-continued = A row without a title was joined to the one before: “{ $value }”. Is that right?
doubt-row-parted = One cell holds several works; they were read as { $count } rows: “{ $value }”. Is that right?
doubt-row-repeated = The table “{ $table }” repeats the table “{ $first }”: rows with the same numbers and titles: { $count }. They are in the plan twice now. Do both count?
doubt-row-unplaced = This row could not be put under any activity: “{ $value }”. What should be done with it?
doubt-row-not-in-force = This row is hidden, struck out or deleted in the file, so it was left out: “{ $value }”. Does it apply?
doubt-carried-down = In the column “{ $column }”, blank cells and marks like “-//-” were read as “same as above”. Is that right?
doubt-column-unknown = The column “{ $column }” is unknown and was not read. Is it needed?
doubt-column-guessed = The column “{ $column }” was read by its contents as { $role ->
    [title] activities
    [number] numbers
    [deadline] deadlines
    [start] starting dates
    [duration] durations
    [responsible] responsible parties
    [completion_form] form of completion
    [unit] units
    [objective] objectives
   *[other] something else
}. Is that right?
doubt-column-of-facts = The column “{ $column }” looks like actual figures, not planned ones. Use its values as plan values?
doubt-header-missing = The table has no headings. Its columns were understood by their contents: check the rows.
doubt-table-unruled = The table in the PDF has no lines: its rows and columns were worked out from where the words stand. Check the rows.
doubt-row-unsure = It is not certain where the row “{ $value }” begins and ends in the PDF. Was it read right?
doubt-page-unread = Some pages of the PDF are pictures without text: { $pages }. What they show was not read: check that no rows of the plan are there.
doubt-letters-unread = Some letters of the row “{ $value }” could not be read. Type it as the plan prints it.
doubt-year-missing = The plan gives no year. Enter it when you accept the plan.

## Doubts by kind
doubt-of-kind = { $kind }: { $left } left
doubt-kind-sums = Amounts
doubt-kind-deadlines = Deadlines
doubt-kind-values = Plan values
doubt-kind-rows = Rows
doubt-kind-columns = Columns
doubt-kind-owners = Responsible
doubt-kind-units = Units
doubt-kind-notes = To note
doubt-alike = ☑️ The other { $count } too: { $answer }
doubt-take-back = ↩️ Take back: { $answer }
doubt-take-back-all = ↩️ Take all { $count } back
doubt-open-again = ↩️ Take the answer back
doubts-noted-toast = Noted: { $count }
doubt-taken-back-toast = The answer was taken back
answer-no-type = No, I’ll type the right deadline
answer-no-columns = No, show the columns
answer-no-file = No, that is not so

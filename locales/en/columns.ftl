# The columns of a table: what they were taken for, and what the coordinator says that they are
columns-title = Columns
columns-open = 🗂 Columns
columns-open-doubtful = 🗂 Columns ❓ { $count }
columns-header = header in row { $row }
columns-no-header = no header
columns-table = table { $at } of { $of }
columns-line = { $asked }{ $column } { $header } — <b>{ $role }</b>{ $mark }
columns-nameless = no heading
columns-year = the plan’s year
columns-not-found = No plan was found in “{ $file }”, but there is a table: { $rows ->
        [one] { $rows } row
       *[other] { $rows } rows
    }, { $columns ->
        [one] { $columns } column
       *[other] { $columns } columns
    }.
columns-say = Say what its columns hold and the file will be read, or fill in the empty template.
columns-by-layout = 📌 Read in the same way as the last file with this layout.
columns-out = 🚫 This table is left out: no rows are taken from it.
columns-ask = ❓ What is in column { $column } { $what }?
columns-ask-period = Which period is column { $column } { $what } for? Choose or type it, such as: March 2025.
columns-no-title = ❗ There is no column yet that says what is to be done. Choose it.
columns-pending = The columns were changed. Press “Read it this way”.
columns-more = More choices…
columns-apart = One by one
columns-every = ☰ All columns
columns-header-up = ⬆️ Header
columns-header-down = ⬇️ Header
columns-table-before = ◀️ Table
columns-table-after = Table ▶️
columns-leave = 🚫 Leave this table out
columns-take = ↩️ Use this table
columns-read = 📖 Read it this way
columns-reset = ↩️ Undo all column choices
columns-read-again = 📖 Read again, with the columns as you set them.
columns-still-none = That gave no plan: under the header there are no rows with a title. Check the columns and the header row.
columns-unknown = The columns of this file are not known. Send the file again.
columns-file-gone = The bot has no copy of this file, so it cannot be read again. Send it once more.
plan-no-rows = No plan rows have been read from the file yet. First say what its columns hold.

## What a column may hold (short: two buttons in a row)
column-number = number
column-title = title
column-section = section
column-objective = objective, goal
column-completion-form = form, document
column-start = start
column-deadline = deadline
column-duration = duration
column-unit = unit
column-responsible = responsible
column-target = goal, target
column-funding = amount per period
column-funding-total = total amount
column-funding-source = source of funds
column-by-source = amount by source
column-expected-result = result
column-kpi = KPI
column-indicator = indicator
column-weight = weight
column-note = note
column-fact = actual
column-out = not needed
column-unknown = unknown

## The command line
map-not-toml = The map of columns is not TOML: { $why }
map-wrong = In the map of columns, { $where }: { $what }
map-no-tables = There is no table in the file.

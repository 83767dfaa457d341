# Plan files: what went wrong with one, and what to do.
file-unreadable = The file does not open: it seems damaged. Save it again in Word or Excel and send it once more.
file-too-large = The file is over 20 MB. Take out its pictures, or save the plan’s table alone, and send it again.
file-not-a-plan = The file opened, but there is no plan table in it. A table is needed with headings such as activity, deadline, responsible. Or fill in the empty template.
file-table-known = There is no plan in the file. Its largest table is “{ $table }” (rows: { $rows }, columns: { $columns }), with the headings: { $headings }. Of these I know: { $known }. I can ask what each column holds (🗂 Columns) where a table has at least three columns and three rows. Or fill in the empty template.
file-table-unknown = There is no plan in the file. Its largest table is “{ $table }” (rows: { $rows }, columns: { $columns }), with the headings: { $headings }. I know none of them. I can ask what each column holds (🗂 Columns) where a table has at least three columns and three rows. Or fill in the empty template.
file-no-rows = The file has the headings of a plan, but no rows under them. Fill in the table and send the file again.
file-kind-unknown = I cannot read files of this kind. Send the plan as DOCX, XLSX, CSV or a PDF with text.
file-old-format = This file is in an old format. Open it, choose “Save as”, save it as .docx or .xlsx, and send that.
file-protected = The file is protected by a password. Remove the password and send it again.
file-bomb = The file grows far too large when unpacked. Copy the plan’s table into a new document and send that.
file-no-text = There is no text in this PDF that can be read: its pages are scanned, or its letters have no codes. Send the original Word or Excel document.
file-rows-too-close = In this PDF nothing separates the rows of the table, so one cannot be told from the next. Send the original Word or Excel file, or a PDF with ruled lines.
file-too-slow = The file is too complex to be read in time. Leave only the plan’s table in it and send it again.

## A plan as a file (in Russian: the words are the ones that the bot itself reads)
plan-file-sheet = План
plan-file-organisation = Организация
plan-file-period = Период
plan-file-number = №
plan-file-activity = Мероприятие
plan-file-form = Форма завершения
plan-file-deadline = Срок исполнения
plan-file-responsible = Ответственные исполнители
plan-file-unit = Единица измерения
plan-file-note = Примечание
plan-file-objective = Задача
plan-file-goal = Цель
plan-file-funding = Финансирование
plan-file-funding-scaled = Финансирование, { $scale }
plan-file-total = Объём финансирования
plan-file-total-scaled = Объём финансирования, { $scale }
plan-file-source = Источник финансирования
plan-file-kpi = KPI
plan-file-result = Ожидаемый результат
plan-file-indicators = Целевые индикаторы
plan-file-indicator = Целевой индикатор
plan-file-outside = Перечень мероприятий вне разделов
plan-file-quarter = { $part } кв. { $year } года
plan-file-half = { $part } полугодие { $year } года
plan-file-month = { $part } { $year } года
plan-file-year = { $year } год
plan-file-years = { $year }–{ $until } годы
plan-file-scale-kzt = тенге
plan-file-scale-thousand = тыс. тенге
plan-file-scale-million = млн тенге
plan-file-scale-billion = млрд тенге
plan-file-month-name = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}
plan-file-heading-direction = Направление { $number }. { $title }
plan-file-heading-direction-bare = Направление: { $title }
plan-file-heading-goal = Цель { $number }. { $title }
plan-file-heading-goal-bare = Цель: { $title }
plan-file-heading-task = Задача { $number }. { $title }
plan-file-heading-task-bare = Задача: { $title }
plan-file-heading-indicator = Целевой индикатор { $number }. { $title }
plan-file-heading-indicator-bare = Целевой индикатор: { $title }
plan-file-heading-part = Раздел { $number }. { $title }
plan-file-heading-part-bare = Раздел: { $title }
plan-unknown = There is no plan “{ $called }”. Plans: { $names }
plan-format-unknown = A plan cannot be exported as “{ $typed }”. Formats: docx, xlsx, csv.

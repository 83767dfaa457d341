# The empty template of a plan: what the bot says of it, the headings (the bot reads them itself) and the sheet of explanations.
# No line of the explanations may begin as headings of rows do ("Section:", "Goal 1"). The codes МБ, РБ, ЧИ are those that plans print.
template-ask = <b>Empty plan template</b>
    How is the work planned over time? The file will have a table with these columns, an explanation of each and a sheet of indicators. Columns that you do not need can be deleted later.
template-by-quarters = 📗 By quarters
template-by-months = 📗 By months
template-by-years = 📗 By years
template-by-stages = 📗 By stages in quarters (R, F, D)
template-by-weeks = 📗 By weeks and dates
template-file = plan template
template-caption = Fill in the sheet “{ $sheet }” and send the file here. How to fill it in is explained on the second sheet.
template-sheet = Plan
template-help-sheet = How to fill it in
template-indicators-sheet = Indicators
template-title = Action plan for { $year }
template-title-years = Action plan for { $year }–{ $until }
template-owner = Организация:
template-key = Letters of the stages: R – requirements, F – development, D – roll-out
template-needed = required
template-units = presence|people|units|%|thousand tenge|million tenge|stage
template-terms = Q1 { $year }|Q2 { $year }|Q3 { $year }|Q4 { $year }|during { $year }|weekly|monthly|quarterly|ongoing
template-terms-weeks = weekly|every Monday|every Friday|monthly|quarterly|ongoing|during { $year }

## Columns
template-number = No.
template-number-help = The number of the row. Row 1.2 belongs to row 1.
template-number-example = Example — 1 or 1.2
template-activity = Activity
template-activity-help = What is to be done, one activity in each row.
template-activity-example = Example — Buy a Holter monitor
template-form = Form of completion
template-form-help = The document that proves the work is done. If there are several, separate them with commas.
template-form-example = Example — Certificate of acceptance
template-deadline = Deadline
template-deadline-help = By when the work is to be done. Choose from the list, or type a date, a period or how often. The sheet of explanations says which deadlines are understood.
template-deadline-example = Example — by 15 July { $year }
template-responsible = Responsible
template-responsible-help = Posts or bodies, separated by commas. The first one submits the report.
template-responsible-example = Example — Metrologist, Economist
template-unit = Unit
template-unit-help = What the planned values are measured in. Choose from the list or type your own.
template-unit-example = Example — thousand tenge
template-quarter = Q{ $quarter }
template-quarter-help = The planned value of the quarter. A number, “+” (to be in place) or “-” (not planned). Leave it blank where no report is due for the quarter.
template-quarter-example = Example — 6050
template-month = { $turn ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
template-month-help = The planned value of the month. A number, “+” (to be in place) or “-” (not planned). Leave it blank where no report is due for the month.
template-month-example = Example — 25
template-year = { $year }
template-year-help = The planned value of the year. A number, “+” (to be in place), “-” (not planned) or a goal in words. Leave it blank where nothing is planned for the year.
template-year-example = Example — 6 schools with 3150 places
template-year-money = Budget { $year }, KZT
template-year-money-help = The money planned for the year, in tenge.
template-year-money-example = Example — 6050000
template-stage = Q{ $quarter }
template-stage-help = The letter of the stage that the quarter is for. A stage of several quarters has its letter in each of them. Leave it blank where there is no work in the quarter.
template-stage-example = Example — R
template-total = Total budget, KZT
template-total-help = The money planned for the activity, in tenge. If the sources are filled in, this is their sum.
template-total-example = Example — 6050000
template-local = МБ
template-local-help = How much of the total comes from the local budget (МБ), in tenge.
template-local-example = Example — 4000000
template-republican = РБ
template-republican-help = How much of the total comes from the republican budget (РБ), in tenge.
template-republican-example = Example — 2050000
template-private = ЧИ
template-private-help = How much of the total is private investment (ЧИ), in tenge.
template-private-example = Example — 0
template-result = Expected result
template-result-help = What will have changed when the work is done. If a threshold is to be reached, give it as a number.
template-result-example = Example — At least 98% of patients examined
template-comment = Comments
template-comment-help = Anything else that the responsible officer should know.
template-comment-example = Example — by the delivery schedule
template-indicator = Target indicator
template-indicator-help = What is measured, one indicator in each row. Its planned values by year stand to the right.
template-indicator-example = Example — Share of patients satisfied with the quality of care

## Explanations
template-how = Where to begin
template-how-fill = Correct the plan’s title and year in the first row of the sheet “Plan”, write the organisation after “Организация:” (organisation) in the second, and fill in the rows under the headings. The dark columns are required.
template-how-drop = Delete the columns that you do not need, or leave them blank. Keep the headings of the others as they are; their order does not matter.
template-how-add = You can add more rows than are ruled. The sheets “How to fill it in” and “Indicators” can be left as they are.
template-how-send = Send the finished file to the bot. It shows what it has read and asks about everything that is unclear.
template-columns = The columns of the sheet “Plan”
template-say-when = Deadlines that are understood
template-say-when-day = One day — “15.07.{ $year }”, “by 15 July { $year }”.
template-say-when-month = A month — “July { $year }”; it is due on the month’s last day.
template-say-when-quarter = A quarter — “Q2 { $year }”.
template-say-when-half = Half a year — “first half of { $year }”.
template-say-when-year = A year — “during { $year }”.
template-say-when-range = Several months in a row — “July–October { $year }”; it is due on the last day, and reported on in between.
template-say-when-several = Several deadlines — “15 July, 1 October { $year }”; a report is due for each.
template-say-when-event = After an event — “within 3 days after the order is issued”.
template-say-often = Recurring work
template-say-often-week = Every week — “weekly”; a report is due for each week.
template-say-often-day-of-week = On a day of the week — “every Monday”.
template-say-often-month = Every month — “monthly”.
template-say-often-quarter = Every quarter or half-year — “quarterly”, “half-yearly”.
template-say-often-always = With no end date — “ongoing”; reported on as often as the plan as a whole.
template-say-who = Several bodies
template-say-who-several = Separate them with commas, the lead first. “Ministry of Health, Ministry of Finance” are two bodies.
template-say-who-terms = A body that takes part by agreement can have “(по согласованию)” (by agreement) after its name; it is not taken as part of the name.
template-say-where = Headings and sub-rows
template-say-where-section = A heading is a row in which only the first column is filled in. Example — Section 1. Finance
template-say-where-parent = Numbers say what belongs to what. Row 1.1 belongs to row 1, and row 1.1.2 to row 1.1.
template-say-stages = Work in stages
template-say-stages-letters = What the letters R, F and D stand for is written above the table. Correct it if your stages are different; you can use letters of your own.
template-say-stages-term = Such rows need no deadline: the work runs from the first marked quarter to the last.
template-say-money = Money
template-say-money-source = Each source has a column of its own: МБ is the local budget, РБ the republican budget, ЧИ private investment. All sums are in tenge.
template-say-money-parts = The sources must add up to the total, or the bot will ask.
template-say-indicators = Indicators by year
template-say-indicators-sheet = The sheet “Indicators” is for the plan’s target indicators and their values by year, without deadlines or posts.
template-say-indicators-blank = If the plan has no indicators, leave the sheet blank.

# Numbers, units, days and periods. Numbers arrive formatted; integers are only what a form is chosen by.

unit-percent = { $number }%
unit-present = in place
unit-absent = not in place
stage-not-begun = not started
unit-money-0 = KZT { $number }
unit-money-3 = KZT { $number } thousand
unit-money-6 = KZT { $number } million
unit-money-9 = KZT { $number } billion
unit-money-12 = KZT { $number } trillion
money-of = KZT { $fact } of { $plan }{ $scale ->
        [0] {""}
        [3] {" "}thousand
        [6] {" "}million
        [9] {" "}billion
       *[12] {" "}trillion
    }
money-of-apart = { $fact } of { $plan }
share-none = —

weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
month = { $month ->
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
month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
month-at = { month }
part-numeral = { $part ->
    [1] 1
    [2] 2
    [3] 3
   *[4] 4
}
month-of = { $month ->
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
weekday-by = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
weekday-on = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}

day-long = { weekday }, { $day } { month }
day-day = { $day } { month }
day-full = { $day } { month } { $year }
day-digits = { $day }
day-short = { day-digits } { month-short } { $year }
day-by = by { weekday }, { $day } { month }
day-on = on { weekday }, { $day } { month }
day-at = { $day } { month-at }
day-full-at = { $day } { month-at } { $year }

period-week-full = Week { $number } of { $year }
period-week-short = Wk { $number } { $year }
period-week-bare = week { $number }
period-week-for = week { $number } of { $year }
period-week-plan = week { $number } of { $year }
period-month-full = { month } { $year }
period-month-short = { month-short } { $year }
period-month-bare = { month }
period-month-for = { month } { $year }
period-month-plan = { month } { $year }
period-quarter-full = Q{ part-numeral } { $year }
period-quarter-short = Q{ part-numeral } { $year }
period-quarter-bare = Q{ part-numeral }
period-quarter-for = Q{ part-numeral } { $year }
period-quarter-plan = Q{ part-numeral } { $year }
period-half-year-full = H{ part-numeral } { $year }
period-half-year-short = H{ part-numeral } { $year }
period-half-year-bare = H{ part-numeral }
period-half-year-for = H{ part-numeral } { $year }
period-half-year-plan = H{ part-numeral } { $year }
period-year-full = { $year }
period-year-short = { $year }
period-year-bare = { $year }
period-year-for = { $year }
period-year-plan = { $year }
period-span-full = { $year }–{ $until }
period-span-short = { $year }–{ $until }
period-span-bare = { $year }–{ $until }
period-span-for = { $year }–{ $until }
period-span-plan = { $year }–{ $until }

# What is said of a figure that was typed
figure-not-read = “{ $typed }” is not a number. Type a number, for example: 5.8m, 86% or 12.
figure-under-way = “{ $typed }”: the work goes on. How much is done so far? Type a number, or 0 if nothing yet.
stage-not-read = “{ $typed }” is not a stage of this row. Type one of: { $stages }.
presence-not-read = I did not understand “{ $typed }”. Type “yes” or “no”, or press a button.
tick-not-read = I did not understand “{ $typed }”. Type “done”, “partly”, “not done” or a number, for example: 12.
figure-many = “{ $typed }” has more than one number. Type one number, for example: 12.
figure-not-fact = “{ $typed }” does not say what was done: it reads as a negation, a limit, a remainder, a saving or a plan. Type how much was done, as one number.
figure-negative = A value cannot be below zero: “{ $typed }”. If nothing was done, type 0.
figure-other-unit = “{ $typed }” is in another unit. Type it in the unit of this row.
figure-two-ways = Is “{ $typed }” { $one } or { $other }? Type it without a thousands separator.
figure-too-large = “{ $typed }” is too large a number.
odd-over-ten-times = More than ten times the plan.
odd-many-times = Several times the plan.
odd-under-a-tenth = Less than a tenth of the plan.
odd-over-hundred = Over 100%.
odd-fraction = This is usually a whole number.
odd-planned-zero = Nothing was planned here.
odd-below-running = The year-to-date figure was already { $already }; this is lower.
odd-below-others = The others have already reported { $already }; this total is lower.
odd-bare-tenge = This looks like whole tenge.

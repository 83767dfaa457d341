## Indicators: who gives the fact
indicators-open = 📈 Indicators ({ $count })
indicators-title = Indicators: { $total } · assigned: { $named }
indicators-what = Assign a post, and it will report on the indicator for each year (or quarter) of the plan.
indicator-unit = Unit: { $unit }
indicator-better-up = More is better
indicator-better-down = Less is better
indicator-no-values = The plan gives no values: the actual figure is asked for each year of the plan.
indicator-now = Figure reported by: { $name }
indicator-ask = Who reports the figure? Choose a post or type it.
indicator-unit-percent = %
indicator-unit-number = number
indicator-unit-thousand = KZT thousand
indicator-unit-million = KZT million
walk-indicator = 📈 Indicator
walk-indicator-before = Last figure: { $value } ({ $period })
ask-indicator = What is the actual figure? Type the number.

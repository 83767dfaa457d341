## Indicators: who gives the fact
indicators-open = 📈 Indicators ({ $count })
indicators-title = Indicators: { $total } · named for { $named }
indicators-what = Name a post, and it reports on the indicator for each year (or quarter) of the plan.
indicator-unit = Unit: { $unit }
indicator-better-up = More is better
indicator-better-down = Less is better
indicator-no-values = The plan prints no values: the fact is asked for each year of the plan.
indicator-now = Gives the fact: { $name }
indicator-ask = Who gives the fact? Choose or type a post.
indicator-unit-percent = %
indicator-unit-number = number
indicator-unit-thousand = KZT thousand
indicator-unit-million = KZT million
walk-indicator = 📈 Indicator
walk-indicator-before = Last fact: { $value } ({ $period })
ask-indicator = What is it in fact? Type the number.

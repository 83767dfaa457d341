# Числа, единицы, дни и периоды. Числа приходят уже оформленными; целыми — только то, по чему выбирается форма слова.

unit-percent = { $number }{ "\u00A0" }%
unit-present = есть
unit-absent = нет
stage-not-begun = не начато
unit-money-0 = { $number } тг
unit-money-3 = { $number } тыс. тг
unit-money-6 = { $number } млн тг
unit-money-9 = { $number } млрд тг
unit-money-12 = { $number } трлн тг
money-of = { $fact } из { $plan } { $scale ->
        [0] тг
        [3] тыс. тг
        [6] млн тг
        [9] млрд тг
       *[12] трлн тг
    }
money-of-apart = { $fact } из { $plan }
share-none = —

weekday = { $weekday ->
    [1] понедельник
    [2] вторник
    [3] среда
    [4] четверг
    [5] пятница
    [6] суббота
   *[7] воскресенье
}
weekday-by = { $weekday ->
    [1] понедельника
    [2] вторника
    [3] среды
    [4] четверга
    [5] пятницы
    [6] субботы
   *[7] воскресенья
}
weekday-on = { $weekday ->
    [1] в понедельник
    [2] во вторник
    [3] в среду
    [4] в четверг
    [5] в пятницу
    [6] в субботу
   *[7] в воскресенье
}
month-of = { $month ->
    [1] января
    [2] февраля
    [3] марта
    [4] апреля
    [5] мая
    [6] июня
    [7] июля
    [8] августа
    [9] сентября
    [10] октября
    [11] ноября
   *[12] декабря
}
month = { $month ->
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
month-at = { month-of }
part-numeral = { $part ->
    [1] I
    [2] II
    [3] III
   *[4] IV
}
month-short = { $month ->
    [1] 01
    [2] 02
    [3] 03
    [4] 04
    [5] 05
    [6] 06
    [7] 07
    [8] 08
    [9] 09
    [10] 10
    [11] 11
   *[12] 12
}


day-long = { weekday }, { $day } { month-of }
day-day = { $day } { month-of }
day-full = { $day } { month-of } { $year } г.
day-digits = { $dd }
day-short = { day-digits }.{ month-short }.{ $year }
day-by = до { weekday-by }, { $day } { month-of }
day-on = { weekday-on }, { $day } { month-of }
day-at = { $day } { month-at }
day-full-at = { $day } { month-at } { $year } г.

period-week-full = { $number }-я неделя { $year } года
period-week-short = { $number } нед. { $year }
period-week-bare = { $number }-я неделя
period-week-for = { $number }-ю неделю { $year } года
period-week-plan = { $number } нед. { $year }
period-month-full = { month } { $year }
period-month-short = { month } { $year }
period-month-bare = { month }
period-month-for = { month } { $year } года
period-month-plan = { month } { $year }
period-quarter-full = { part-numeral } квартал { $year }
period-quarter-short = { part-numeral } кв. { $year }
period-quarter-bare = { part-numeral } квартал
period-quarter-for = { part-numeral } квартал { $year } года
period-quarter-plan = { part-numeral } кв. { $year }
period-half-year-full = { part-numeral } полугодие { $year }
period-half-year-short = { part-numeral } полуг. { $year }
period-half-year-bare = { part-numeral } полугодие
period-half-year-for = { part-numeral } полугодие { $year } года
period-half-year-plan = { part-numeral } полуг. { $year }
period-year-full = { $year } год
period-year-short = { $year }
period-year-bare = { $year } год
period-year-for = { $year } год
period-year-plan = { $year } год
period-span-full = { $year }–{ $until } годы
period-span-short = { $year }–{ $until }
period-span-bare = { $year }–{ $until } годы
period-span-for = { $year }–{ $until } годы
period-span-plan = { $year }–{ $until } гг.

# Что сказать о введённой цифре
figure-not-read = «{ $typed }» — не число. Напишите, например: 5,8 млн, 86 % или 12.
figure-under-way = «{ $typed }» — понял, работа идёт. Сколько уже сделано? Напишите число; если ещё ничего — 0.
stage-not-read = «{ $typed }» — не этап этой строки. Напишите один: { $stages }.
presence-not-read = Не понял «{ $typed }». Напишите «да» или «нет» либо нажмите кнопку.
tick-not-read = Не понял «{ $typed }». Напишите «сделано», «частично», «не сделано» или число, например: 12.
figure-many = В «{ $typed }» не одно число. Напишите одно, например: 12.
figure-not-fact = «{ $typed }» — похоже, это не факт: отрицание, предел, остаток, экономия или план. Напишите одним числом, сколько сделано.
figure-negative = Значение не может быть меньше нуля: «{ $typed }». Если ничего не сделано, напишите 0.
figure-other-unit = «{ $typed }» — в другой единице измерения. Напишите в единице этой строки.
figure-two-ways = «{ $typed }» — это { $one } или { $other }? Напишите без разделителя тысяч.
figure-too-large = «{ $typed }» — слишком большое число.
odd-over-ten-times = Превышает план более чем в десять раз.
odd-many-times = Больше плана в несколько раз.
odd-under-a-tenth = Меньше десятой части плана.
odd-over-hundred = Больше 100 %.
odd-fraction = Здесь обычно целое число.
odd-planned-zero = По плану здесь ноль.
odd-below-running = С начала года было уже { $already }, а теперь меньше.
odd-below-others = У остальных в отчётах уже { $already }, а итог меньше.
odd-bare-tenge = Похоже, сумма написана в тенге.

# Сандар, өлшем бірліктері, күндер мен кезеңдер. Сандар дайын түрінде келеді; бүтін сан — сөз тұлғасы соған қарай таңдалатын жерде ғана.

unit-percent = { $number }{ "\u00A0" }%
unit-present = бар
unit-absent = жоқ
stage-not-begun = басталған жоқ
unit-money-0 = { $number } тг
unit-money-3 = { $number } мың тг
unit-money-6 = { $number } млн тг
unit-money-9 = { $number } млрд тг
unit-money-12 = { $number } трлн тг
money-of = { $fact }/{ $plan } { $scale ->
        [0] тг
        [3] мың тг
        [6] млн тг
        [9] млрд тг
       *[12] трлн тг
    }
money-of-apart = { $fact }/{ $plan }
share-none = —

weekday = { $weekday ->
    [1] дүйсенбі
    [2] сейсенбі
    [3] сәрсенбі
    [4] бейсенбі
    [5] жұма
    [6] сенбі
   *[7] жексенбі
}
month = { $month ->
    [1] қаңтар
    [2] ақпан
    [3] наурыз
    [4] сәуір
    [5] мамыр
    [6] маусым
    [7] шілде
    [8] тамыз
    [9] қыркүйек
    [10] қазан
    [11] қараша
   *[12] желтоқсан
}
month-by = { $month ->
    [1] қаңтарға
    [2] ақпанға
    [3] наурызға
    [4] сәуірге
    [5] мамырға
    [6] маусымға
    [7] шілдеге
    [8] тамызға
    [9] қыркүйекке
    [10] қазанға
    [11] қарашаға
   *[12] желтоқсанға
}
month-of = { $month ->
    [1] қаңтардың
    [2] ақпанның
    [3] наурыздың
    [4] сәуірдің
    [5] мамырдың
    [6] маусымның
    [7] шілденің
    [8] тамыздың
    [9] қыркүйектің
    [10] қазанның
    [11] қарашаның
   *[12] желтоқсанның
}
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
weekday-by = { $weekday ->
    [1] дүйсенбі
    [2] сейсенбі
    [3] сәрсенбі
    [4] бейсенбі
    [5] жұма
    [6] сенбі
   *[7] жексенбі
}
weekday-on = { $weekday ->
    [1] дүйсенбі
    [2] сейсенбі
    [3] сәрсенбі
    [4] бейсенбі
    [5] жұма
    [6] сенбі
   *[7] жексенбі
}

day-long = { $day } { month }, { weekday }
day-day = { $day } { month }
day-full = { $year } жылғы { $day } { month }
day-short = { $dd }.{ month-short }.{ $year }
day-by = { $day } { month-by } ({ weekday }) дейін
day-on = { $day } { month }, { weekday } күні

period-week-full = { $year } жылғы { $number }-апта
period-week-short = { $year } ж. { $number }-апта
period-week-bare = { $number }-апта
period-week-of = { $year } жылғы { $number }-аптаның
period-month-full = { $year } жылғы { month }
period-month-short = { $year } ж. { month }
period-month-bare = { month }
period-month-of = { $year } жылғы { month-of }
period-quarter-full = { $year } жылғы { part-numeral } тоқсан
period-quarter-short = { $year } ж. { part-numeral } тоқсан
period-quarter-bare = { part-numeral } тоқсан
period-quarter-of = { $year } жылғы { part-numeral } тоқсанның
period-half-year-full = { $year } жылғы { part-numeral } жартыжылдық
period-half-year-short = { $year } ж. { part-numeral } ж/ж
period-half-year-bare = { part-numeral } жартыжылдық
period-half-year-of = { $year } жылғы { part-numeral } жартыжылдықтың
period-year-full = { $year } жыл
period-year-short = { $year }
period-year-bare = { $year } жыл
period-year-of = { $year } жылдың
period-span-full = { $year }–{ $until } жылдар
period-span-short = { $year }–{ $until }
period-span-bare = { $year }–{ $until } жылдар
period-span-of = { $year }–{ $until } жылдардың

# Енгізілген сан туралы айтылатыны
figure-not-read = «{ $typed }» — сан емес. Мысалы, былай жазыңыз: 5,8 млн, 86 % немесе 12.
stage-not-read = «{ $typed }» — бұл жолда ондай кезең жоқ. Біреуін жазыңыз: { $stages }.
presence-not-read = «{ $typed }» дегенді түсінбедім. «Иә» немесе «жоқ» деп жазыңыз не түймені басыңыз.
tick-not-read = «{ $typed }» дегенді түсінбедім. «Орындалды», «ішінара», «орындалмады» деп немесе сан жазыңыз, мысалы: 12.
figure-many = «{ $typed }» ішінде бірнеше сан бар. Біреуін ғана жазыңыз, мысалы: 12.
figure-negative = Мән нөлден кем бола алмайды: «{ $typed }». Ештеңе орындалмаса, 0 деп жазыңыз.
figure-other-unit = «{ $typed }» — басқа өлшем бірлігінде. Осы жолдың өлшем бірлігімен жазыңыз.
figure-two-ways = «{ $typed }» — бұл { $one } ме, әлде { $other } ме? Мыңдықтарды бөлмей жазыңыз.
figure-too-large = «{ $typed }» — тым үлкен сан.
odd-over-ten-times = Жоспардан он еседен астам көп.
odd-under-a-tenth = Жоспардың оннан біріне де жетпейді.
odd-over-hundred = 100 %-дан асады.
odd-fraction = Мұнда әдетте бүтін сан жазылады.
odd-planned-zero = Жоспар бойынша мұнда нөл.
odd-below-running = Жыл басынан бері { $already } болған еді, енді одан аз.
odd-below-others = Басқалардың есептерінде қазірдің өзінде { $already } бар, ал жалпы қорытынды одан аз.
odd-bare-tenge = Сома теңгемен жазылған сияқты.

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
month-of = { month }
month-at = { $month ->
    [1] қаңтардағы
    [2] ақпандағы
    [3] наурыздағы
    [4] сәуірдегі
    [5] мамырдағы
    [6] маусымдағы
    [7] шілдедегі
    [8] тамыздағы
    [9] қыркүйектегі
    [10] қазандағы
    [11] қарашадағы
   *[12] желтоқсандағы
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
day-digits = { $dd }
day-short = { day-digits }.{ month-short }.{ $year }
day-by = { $day } { month }, { weekday }
day-on = { $day } { month }, { weekday } күні
day-at = { $day } { month-at }
day-full-at = { $year } жылғы { $day } { month-at }

period-week-full = { $year } жылғы { $number }-апта
period-week-short = { $year } ж. { $number }-апта
period-week-bare = { $number }-апта
period-week-for = { $year } жылғы { $number }-апта
period-week-plan = { $year } ж. { $number }-апта
period-month-full = { $year } жылғы { month }
period-month-short = { $year } ж. { month }
period-month-bare = { month }
period-month-for = { $year } жылғы { month }
period-month-plan = { $year } ж. { month }
period-quarter-full = { $year } жылғы { part-numeral } тоқсан
period-quarter-short = { $year } ж. { part-numeral } тоқсан
period-quarter-bare = { part-numeral } тоқсан
period-quarter-for = { $year } жылғы { part-numeral } тоқсан
period-quarter-plan = { $year } ж. { part-numeral } тоқсан
period-half-year-full = { $year } жылғы { part-numeral } жартыжылдық
period-half-year-short = { $year } ж. { part-numeral } жартыж.
period-half-year-bare = { part-numeral } жартыжылдық
period-half-year-for = { $year } жылғы { part-numeral } жартыжылдық
period-half-year-plan = { $year } ж. { part-numeral } жартыж.
period-year-full = { $year } жыл
period-year-short = { $year }
period-year-bare = { $year } жыл
period-year-for = { $year } жыл
period-year-plan = { $year } ж.
period-span-full = { $year }–{ $until } жылдар
period-span-short = { $year }–{ $until }
period-span-bare = { $year }–{ $until } жылдар
period-span-for = { $year }–{ $until } жылдар
period-span-plan = { $year }–{ $until } жж.

# Енгізілген сан туралы айтылатыны
figure-not-read = «{ $typed }» — сан емес. Мысалы, былай жазыңыз: 5,8 млн, 86 % немесе 12.
figure-under-way = «{ $typed }» — түсіндім, жұмыс жүріп жатыр. Қазірге қаншасы орындалды? Санын жазыңыз; әзірге ештеңе болмаса — 0.
stage-not-read = «{ $typed }» — бұл жолда ондай кезең жоқ. Біреуін жазыңыз: { $stages }.
presence-not-read = «{ $typed }» дегенді түсінбедім. «Иә» немесе «жоқ» деп жазыңыз не түймені басыңыз.
tick-not-read = «{ $typed }» дегенді түсінбедім. «Орындалды», «ішінара», «орындалмады» деп немесе сан жазыңыз, мысалы: 12.
figure-many = «{ $typed }» ішінде бірнеше сан бар. Біреуін ғана жазыңыз, мысалы: 12.
figure-not-fact = «{ $typed }» — орындалғаны емес сияқты: «емес» деген сөз, шек, қалдық, үнем немесе жоспар айтылған. Қанша орындалғанын бір санмен жазыңыз.
figure-negative = Мән нөлден кем бола алмайды: «{ $typed }». Ештеңе орындалмаса, 0 деп жазыңыз.
figure-other-unit = «{ $typed }» — басқа өлшем бірлігінде. Осы жолдың өлшем бірлігімен жазыңыз.
figure-two-ways = «{ $typed }» екі түрлі оқылады: { $one } немесе { $other }. Қайсысы екенін мыңдықтарды бөлмей жазыңыз.
figure-too-large = «{ $typed }» — тым үлкен сан.
odd-over-ten-times = Жоспардан он еседен астам көп.
odd-many-times = Жоспардан бірнеше есе көп.
odd-under-a-tenth = Жоспардың оннан біріне де жетпейді.
odd-over-hundred = 100 %-дан асады.
odd-fraction = Мұнда әдетте бүтін сан жазылады.
odd-planned-zero = Жоспар бойынша мұнда нөл.
odd-below-running = Жыл басынан бері { $already } жазылған, ал енгізілген мән одан аз.
odd-below-others = Басқалардың есептерінде қазірдің өзінде { $already } бар, ал жалпы қорытынды одан аз.
odd-bare-tenge = Сома теңгемен жазылған сияқты.

# Басшыға арналған жиынтық және оның кестесі

outcome-done = орындалды
outcome-partial = ішінара орындалды
outcome-not-done = орындалмады
summary-owed = Тапсырылуға тиіс
summary-submitted = Тапсырылды
summary-completeness = Толықтығы
summary-on-time = Мерзімінде
summary-timeliness = Уақтылылығы
summary-late = Кешіктірілді
summary-overdue = Мерзімі өткен
summary-recorded = Жазылған, бірақ тапсырылмаған
summary-returned = Қайтарылған
summary-to-review = Тексеруде
summary-accepted = Қабылданды
summary-done = Орындалды
summary-partial = Ішінара
summary-not-done = Орындалмады
summary-execution = Орындалуы
summary-money = Игерілуі
summary-money-plan = Жоспар, { $unit }
summary-money-fact = Нақты мәні, { $unit }
summary-total = Барлығы
summary-unnamed-plan = Атауы жоқ жоспар
summary-whole-plan = бүкіл жоспар
summary-as-of = { $period } · { $day } жағдай бойынша
summary-by-section = Бағыттар бойынша
summary-by-post = Орындаушылар бойынша
sheet-summary = Жиынтық
sheet-rows = Іс-шаралар
sheet-number = №
sheet-title = Бөлім
sheet-post = Орындаушы
sheet-section = Жоспар бөлімі
sheet-activity = Іс-шара
sheet-form = Аяқтау нысаны
sheet-period = Кезең
sheet-deadline = Орындау мерзімі
sheet-owner = Жауапты орындаушы
sheet-unit = Өлшем бірлігі
sheet-plan = Жоспар
sheet-fact = Нақты мәні
sheet-achievement = Орындалуы, %
sheet-money-plan = Жоспарланған қаражат, { $unit }
sheet-money-spent = Игерілгені, { $unit }
sheet-outcome = Нәтиже
sheet-submitted-on = Тапсырылды
sheet-standing = Есептің тапсырылуы
sheet-account = Орындалуы туралы ақпарат
sheet-reason = Себебі
sheet-forecast = Болжамды мерзім
sheet-evidence = Құжат саны
standing-on-time = мерзімінде
standing-late = кешіктірілді
standing-overdue = мерзімі өтті
standing-recorded = жазылған, тапсырылмаған
standing-returned = қайтарылған
standing-not-submitted = тапсырылмаған
money-unit-0 = тг
money-unit-3 = мың тг
money-unit-6 = млн тг
money-unit-9 = млрд тг
money-unit-12 = трлн тг

## Чаттағы жиынтық
sum-title = { $period } · { $plan }
sum-moment = { $day }, { $time }
sum-as-of = { $day } ({ $time }) жағдай бойынша
sum-submitted = Тапсырылды: { $submitted }/{ $owed } ({ $share }) · мерзімінде { $ontime } · мерзімі өткен { $overdue }
sum-recorded = ✏️ Жазылған, бірақ тапсырылмаған: { $count }
sum-returned = ↩️ Қайтарылған: { $count }
sum-outcomes = Орындалуы: ✅ { $done }   🟡 { $partial }   ❌ { $none }
sum-money = Игерілуі: { $money } ({ $share })
sum-of = { $part }/{ $whole }
sum-legend = ▓ — есеп берілуге тиісті жұмыстың орындалған бөлігі
sum-legend-zeros = ▓ — есеп берілуге тиісті жұмыстың орындалған бөлігі (жоспарлы нөлдерсіз)
sum-legend-posts = ▓ — тапсырылған есептердің үлесі
sum-marks = ✅ орындалды · 🟡 ішінара · ❌ орындалмады · ↩️ қайтарылған · ⏰ мерзімі өтті · ✏️ жазылған, тапсырылмаған · ▫️ тапсырылмаған · ➖ талап етілмейді
sum-nothing-owed = Бұл кезеңде есеп беретін ештеңе жоқ.
sum-whole = Бүкіл жоспар
sum-choose = Қай жоспар бойынша жиынтық керек?
sum-no-plans = Қолданыстағы жоспар әлі жоқ.
sum-by-sections = { $on }Бағыттар
sum-by-posts = { $on }Орындаушылар
sum-overdue = ⏰ Мерзімі өткен { $count }
sum-excel = 📗 Excel
sum-excel-toast = Кесте дайындалып жатыр. Бірнеше секундтан соң осында жіберіледі.
sum-nobody = ешкім қосылмаған
sum-holders = 👤 { $names }
sum-file-name = Жиынтық { $what }
sum-period-not-read = «{ $typed }» — кезең емес. Мысалы: 2024-Q1, 2024-H1, 2024-M07, 2024.

overdue-title = ⏰ Мерзімі өткен есептер: { $count }
overdue-none = ✅ Мерзімі өткен есеп жоқ.
overdue-line = { $title } — мерзімі { $day }{ $count ->
        [0] {" "}күні өтті
       *[other] , { $count } жұмыс күні бұрын өтті
    }

report-where = { $period } · { $path }
report-post = 👤 { $post } — { $who }
report-form = 📄 { $form }
report-deadline = 📅 Орындау мерзімі: { $deadline }
report-due = 📨 Тапсыру мерзімі: { $day }
report-expected = 🎯 { $text }
report-plan = Жоспар: <b>{ $value }</b>
report-returned = ↩️ <b>Қайтарылды:</b>
report-submitted = Тапсырылды: { $moment } — { $who }
report-on-time = { $count ->
        [1] Мерзімінде тапсырылды
       *[other] Алғашқы нұсқасы мерзімінде тапсырылды
    }
report-late = ⚠️ { $count ->
        [0] Кешіктіріліп тапсырылды
       *[other] { $count } жұмыс күніне кешіктіріліп тапсырылды
    }
report-overdue = ⏰ <b>Мерзімі өтті</b>{ $count ->
        [0] {""}
       *[other] : { $count } жұмыс күні бұрын
    }
report-recorded = ✏️ Жазылған, бірақ <b>тапсырылмаған</b>
report-nothing = ▫️ Әлі тапсырылмаған
report-outcome = { $mark } { $outcome }
report-fact = Нақты мәні: <b>{ $value }</b>
report-spent = Игерілді: <b>{ $value }</b> (жоспар бойынша { $plan })
report-by-source = Қаржы көздері бойынша: { $parts }
report-least = Нақты мәні: <b>{ $value }</b> (жоспар бойынша кемінде { $plan })
report-most = Нақты мәні: <b>{ $value }</b> (жоспар бойынша ең көбі { $plan })
report-achievement = Жоспардың орындалуы: { $share }
report-reason = Себебі: { $reason }
report-forecast = Болжамды мерзім: { $day }
report-evidence = Растайтын құжаттар
report-no-evidence = Растайтын құжат жоқ
report-album = Альбом, { $count } файл
report-more = … және тағы { $count }
report-versions = Тарихы
report-version = { $number }-нұсқа · { $moment } · { $who } · { $what }
report-corrected = ✏️ Түзету себебі: { $why }
report-late-why = ⏰ Мерзімінен кеш тапсыру себебі: { $why }
report-file-toast = Файл жіберіліп жатыр.

## Басты карточка
home-title = { $period } · { $plan }
home-several = Тапсырылатын есептер
home-due = Тапсыру мерзімі — { $day }: { $count ->
        [0] жұмыс күні қалмады
       *[other] { $count } жұмыс күні қалды
    }
home-due-today = Бүгін тапсыру керек
home-due-gone = ⚠️ Мерзімі { $day } өтті{ $count ->
        [0] {""}
       *[other] {" "}— { $count } жұмыс күні бұрын
    }
home-all-submitted = ✅ Бәрі тапсырылды
home-corrected = ✏️ Түзетілген, бірақ <b>тапсырылмаған</b>: { $count }
home-mend = ✏️ Түзетуді аяқтау ({ $count })
home-progress = { $bar }  { $done }/{ $total }
home-submitted = Тапсырылғаны: { $done }/{ $total }
outcome-counts = ✅ { $done }   🟡 { $partial }   ❌ { $none }
home-trouble = ⏰ Мерзімі өткен:{ "\u00A0" }{ $overdue }   ↩️{ "\u00A0" }Қайтарылған:{ "\u00A0" }{ $returned }
home-unsubmitted = Жазылған, бірақ <b>тапсырылмаған</b>: { $count }
home-held = 📎 Файлы жетіспейді (жоспар талап етеді): { $count }
home-begin = ▶️ Есеп беру ({ $count })
home-go-on = ▶️ Жалғастыру ({ $count })
home-submit = 📨 Тапсыру ({ $count })
home-bulk = ☑️ Жоспарға сай…
home-list = ☰ Тізім
home-settings = ⚙️ Баптаулар
home-summary = 📊 Жиынтық
home-plans = 📋 Жоспарлар
home-people = 👥 Адамдар
home-nothing = Қазір тапсыратын ештеңе жоқ. Есепті кезең ашылғанда бот хабарлайды.
home-manager = <b>Жоспарлар бойынша жиынтық</b> — не тапсырылды, мерзімінде ме, орындалды ма. Әр жолды басып, есептің өзіне дейін ашуға болады.
home-coordinator =
    <b>Жұмыс жоспарлары</b>
    Жоспар файлын осында жіберіңіз (DOCX, XLSX, CSV немесе PDF) — бот оны оқып, не түсінгенін көрсетеді.
nothing-there = Мұнда сізге қатысты ештеңе жоқ

## Мерзімдер
deadlines-button = 📅 Мерзімдер
deadlines-title = 📅 Мерзімдер · тапсырылмағаны: { $count }
deadlines-overdue = ⏰ соның ішінде мерзімі өткені: { $count }
deadlines-nothing = Қазір тапсыратын есеп жоқ.
deadlines-left = <b>{ $day }</b> — { $count ->
        [0] жұмыс күні қалмады
       *[other] { $count } жұмыс күні қалды
    }
deadlines-today = <b>{ $day }</b> — бүгін тапсыру керек
deadlines-gone = ⏰ <b>{ $day }</b> — { $count ->
        [0] мерзімі өтті
       *[other] мерзімі { $count } жұмыс күні бұрын өтті
    }
deadlines-place = <i>{ $period } · { $plan }</i>
deadlines-was = ⏳ бұрынғы мерзімі — { $day }
deadlines-work = 🛠 орындау мерзімі — { $day }
deadlines-work-moved = 🛠 орындау мерзімі — { $day }, бұрынғысы — { $was }
deadlines-ahead-title = 🔜 Кейін ашылады
deadlines-ahead = { $opens } — { $period }: { $count } есеп, мерзімі — { $due }
deadlines-ahead-of = { $what } · { $plan }

## Жоспардың есеп беру ережелері
rules-button = ⚙️ Ережелер
rules-title = ⚙️ Ережелер · { $plan }
rules-which = <b>Қай жоспардың ережелері?</b>
rules-no-plan = Қолданыстағы жоспар әзірге жоқ. Жоспар файлын жіберіп, қабылдаңыз.
rules-rows = 📄 Жолдар бойынша
rules-cycle = 🔁 Есеп: { $cycle }
rules-opens = 🔓 Ашылады: { $opens }
rules-due = 📅 Тапсыру мерзімі: { $due }
rules-off = 🗓 Мерзім демалыс күніне түссе: { $off }
rules-closes = 🔒 Жабылады: { $closes }
rules-who = 👥 Есеп береді: { $who }
rules-svod = 🧮 Жиынтық есеп: { $due }
rules-files-are = 📎 Файлдар: { $files }
rules-files-none = жіберуге болмайды
rules-files-demanded = орындалғанның бәріне қажет: әр аяқтау нысанына, ал ол көрсетілмесе, кемінде біреу
rules-files-free = міндетті емес
rules-reasons-usual = 💬 Себептер: әдеттегі тізім ({ $count })
rules-reasons-own = 💬 Себептер: өз тізіміңіз ({ $count })
rules-cumulative = 📈 Өспелі қорытындымен есептелетін жолдар: { $count }
rules-not-cumulative = 📈 Өспелі қорытындысыз есептелетін жолдар: { $count }
rules-better = ↕️ Қайсысы жақсы екені белгіленген жолдар: { $count }

rules-part-cycle = 🔁 Жиілігі
rules-part-due = 📅 Тапсыру мерзімі
rules-part-off = 🗓 Демалыс күні
rules-part-opens = 🔓 Қашан ашылады
rules-part-closes = 🔒 Қашан жабылады
rules-part-who = 👥 Кім есеп береді
rules-part-svod = 🧮 Жиынтық есеп мерзімі
rules-file-on = 📎 Растайтын файл: міндетті
rules-file-off = 📎 Растайтын файл: міндетті емес
rules-files-on = 🗂 Файлдар: жіберуге болады
rules-files-off = 🚫 Файлдар: жіберуге болмайды
rules-reasons = 💬 Себептер
rules-no-files = Бұл жоспарда файл жіберуге болмайды. Алдымен рұқсат беріңіз.

rules-ask-cycle = Есеп қандай жиілікпен беріледі?
rules-ask-due = Есеп қай күнге дейін тапсырылады? Таңдаңыз немесе жазыңыз: «7» (кезеңнен кейінгі жұмыс күні) не келесі жылғы күн: «15 сәуір».
rules-ask-off = Тапсыру мерзімі демалыс күніне түссе, не істеу керек?
rules-ask-opens = Кезең соңына неше күн қалғанда есеп беруге болады? Таңдаңыз немесе санын жазыңыз.
rules-ask-closes = Тапсыру мерзімінен соң неше жұмыс күні өткенде кезең жабылады? Одан кейін түзету үшін себебін жазу қажет. Таңдаңыз немесе санын жазыңыз.
rules-ask-who = Жолда бірнешеуі аталса, кім есеп береді?
rules-ask-svod = Негізгі орындаушы жиынтық есепті қай күнге дейін тапсырады? Таңдаңыз немесе жазыңыз: «7» (басқалардың мерзімінен кейінгі жұмыс күні) не келесі жылғы күн: «1 мамыр».
rules-cycle-week = аптасына бір рет
rules-cycle-month = айына бір рет
rules-cycle-quarter = тоқсанына бір рет
rules-cycle-half-year = жарты жылда бір рет
rules-cycle-year = жылына бір рет
rules-off-after = келесі жұмыс күніне ауысады
rules-off-before = алдыңғы жұмыс күніне ауысады
rules-off-keep = мерзім өзгермейді
rules-who-one = әр жол бойынша бір жауапты орындаушы
rules-who-each = әрқайсысы, негізгісі жинақтайды
rules-due-days = кезеңнен кейінгі { $count }-жұмыс күні
rules-svod-days = басқалардан { $count } жұмыс күні кейін
rules-fixed-day = келесі жылғы { $day }
rules-opens-days = { $count ->
        [0] кезеңнің соңғы күні
       *[other] кезең соңына { $count } күн қалғанда
    }
rules-closes-days = { $count ->
        [0] тапсыру мерзімінің соңғы күні
       *[other] мерзімнен { $count } жұмыс күні кейін
    }

rules-dry = Не өзгереді:
rules-added = ➕ Қосылатын есептер: { $count }
rules-withdrawn = ➖ Алынып тасталатын есептер: { $count }
rules-lost = ❗ Оның ішінде тапсырылғаны: { $count }. Олар сақталады, бірақ жиынтыққа кірмейді.
rules-moved = 📅 Мерзімі жылжитын есептер: { $count }
rules-reopened = 🔓 Басқа күні ашылатын есептер: { $count }
rules-hidden = ❗ Оның ішінде қазір ашық, бірақ жаңа күнге дейін көрінбейтіні: { $count }. Жазылғаны сақталады.
rules-reclosed = 🔒 Басқа күні жабылатын есептер: { $count }
rules-shut = ❗ Оның ішінде бірден жабылатыны: { $count }
rules-nothing = Есептер өзгермейді.
rules-next = Тапсыру мерзімі — { $day }: { $count }{ "\u00A0" }есеп
rules-next-opens = Ашылатын күні — { $day }: { $count }{ "\u00A0" }есеп
rules-next-closes = Жабылатын күні — { $day }: { $count }{ "\u00A0" }есеп
rules-apply = ✅ Қолдану
rules-leave = ✖️ Сол қалпында қалдыру

rules-reasons-title = Түйме ретінде ұсынылатын себептер:
rules-reason-ask = Өз себебіңізді қосу үшін оны жазыңыз.
rules-reason-remove = ✖️ { $reason }
rules-reasons-built-in = ↩️ Әдеттегі тізімге қайту
rule-reason-length = Себепті 2-ден { $most } таңбаға дейін жазыңыз: ол түйме болады.
rule-reason-there = Мұндай себеп бар.
rule-reasons-many = { $most } себептен артық сыймайды. Алдымен артығын алып тастаңыз.
rule-reason-last = Кемінде бір себеп керек. Алдымен басқасын қосыңыз немесе әдеттегі тізімге қайтыңыз.
rule-days-range = Жұмыс күндерінің санын жазыңыз: { $least }–{ $most }.
rule-days-count = Күндер санын жазыңыз: 0–{ $most }.
rule-due-not-read = «{ $typed }» түсініксіз. Жұмыс күндерінің санын, мысалы «7», немесе күнді, мысалы «15 сәуір», жазыңыз.

rules-row-sum-auto = 📈 Өспелі қорытынды: жоспардағыдай
rules-row-sum-on = 📈 Өспелі қорытынды: иә
rules-row-sum-off = 📈 Өспелі қорытынды: жоқ
rules-row-auto = ↕️ Қайсысы жақсы: жоспардағыдай
rules-row-up = ↕️ Қайсысы жақсы: көбірек
rules-row-down = ↕️ Қайсысы жақсы: азырақ

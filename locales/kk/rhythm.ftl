## Жолдардың түрі бойынша мерзімдер, бір жолдың мерзімі, есеп беру қай күннен басталады
timing-button = 🧭 Мерзім түрлері
timing-kinds = <b>Есеп қашан тапсырылады</b>
timing-no-kinds = Жоспардың барлық жолында жоспарлы мән бар: олардың есебі жоспардың ережесімен жүреді.
timing-rows = Есеп мерзімі бөлек жолдар: { $count }
timing-kind-line = { $kind } — { $said }
timing-kind-dated = 📌 Мерзімі — күн{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-period = 🗓 Мерзімі — ай, тоқсан, жыл{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-recurring = 🔄 Қайталанады{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-continuous = ♾ Тұрақты, мерзім бойы{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-event = ⚡ Оқиға болғанда{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-dated-itself = сол күні
timing-period-itself = жоспардағыдай, бірақ өз айынан, тоқсанынан, жылынан кейін
timing-recurring-itself = апта үшін — 2-жұмыс күні, ай үшін — 5-жұмыс күні, қалғаны — жоспардағыдай
timing-continuous-itself = жоспардағыдай
timing-event-itself = жоспардағыдай
timing-of-row = 📄 { $row }
timing-deadline = Жоспардағы мерзімі: { $deadline }
timing-row-says = Есеп: { $said }
timing-row-plain = Есеп: осындай жолдардың бәріндегідей
timing-ask-due = Есеп қай күнге дейін тапсырылады? Таңдаңыз немесе жазыңыз: «7-жұмыс күні», «мерзімінде», «15 сәуір».
timing-ask-opens = Мерзімге неше күн қалғанда есеп беруге болады? Таңдаңыз немесе санын жазыңыз.
timing-ask-cycle = Қаншалықты жиі есеп беріледі?
timing-part-due = 📅 Тапсыру мерзімі
timing-part-opens = 🔓 Ашылуы
timing-part-cycle = 🔁 Жиілігі
timing-due-auto = әдеттегі
timing-due-deadline = дәл мерзімінде
timing-due-plan = жоспармен бірге
timing-due-days = { $count }-жұмыс күні
timing-opens-auto = әдеттегі
timing-opens-days = { $count } күн бұрын
timing-cycle-auto = жоспардағыдай
timing-row = 📅 Жолдың есеп мерзімі
timing-set = 🧭 Бөлек мерзімдер: түрлер — { $kinds }, жолдар — { $rows }

begins-way = 🏁 Басталуы
begins-ask = Есеп қай күннен бастап беріледі?
begins-from = • { $what }: { $count } есеп{ $late ->
        [0] {""}
       *[other] , оның { $late } мерзімі өткен
    }
begins-past = • { $what }, өткені де: { $count } есеп{ $late ->
        [0] {""}
       *[other] , оның { $late } мерзімі өткен
    }
begins-period = { $day } ({ $period })
begins-type = Басқа күн болса, жазыңыз: «2024 жылғы 1 наурыз».
begins-button = { $day } · { $count }
begins-button-past = { $day }, өткені де · { $count }
begins-day-not-read = «{ $typed }» түсініксіз. Күнді жылымен жазыңыз, мысалы: «2024 жылғы 1 наурыз».
rules-starts = 🏁 Есеп беру басталады: { $day }
rules-starts-past = 🏁 Есеп беру басталады: { $day }, өткені де

## Сроки по видам строк, сроки одной строки, с какого дня отчитываются
timing-button = 🧭 Сроки по видам
timing-kinds = <b>Когда сдают отчёт</b>
timing-no-kinds = Все строки плана с плановыми значениями: их отчёты идут по правилу плана.
timing-rows = Строк со своим сроком отчёта: { $count }
timing-kind-line = { $kind } — { $said }
timing-kind-dated = 📌 Срок — день{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-period = 🗓 Срок — месяц, квартал, год{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-recurring = 🔄 Повторяется{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-continuous = ♾ Постоянно, весь срок{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-kind-event = ⚡ По событию{ $count ->
        [0] {""}
       *[other] : { $count }
    }
timing-dated-itself = в тот же день
timing-period-itself = как у плана, но после своего месяца, квартала, года
timing-recurring-itself = за неделю — на 2-й рабочий день, за месяц — на 5-й, остальное — как у плана
timing-continuous-itself = как у плана
timing-event-itself = как у плана
timing-of-row = 📄 { $row }
timing-deadline = Срок по плану: { $deadline }
timing-row-says = Отчёт: { $said }
timing-row-plain = Отчёт: как у всех таких строк
timing-ask-due = До какого дня сдают отчёт? Выберите или напишите: «7-й рабочий день», «в самый срок», «15 апреля».
timing-ask-opens = За сколько дней до срока можно отчитываться? Выберите или напишите число.
timing-ask-cycle = Как часто отчитываются?
timing-part-due = 📅 Срок сдачи
timing-part-opens = 🔓 Открытие
timing-part-cycle = 🔁 Периодичность
timing-due-auto = обычный
timing-due-deadline = в самый срок
timing-due-plan = вместе с планом
timing-due-days = { $count }-й раб. день
timing-opens-auto = обычное
timing-opens-days = { $count ->
        [one] за { $count } день
        [few] за { $count } дня
       *[many] за { $count } дней
    }
timing-cycle-auto = как у плана
timing-row = 📅 Срок отчёта по строке
timing-set = 🧭 Свои сроки: видов — { $kinds }, строк — { $rows }

begins-way = 🏁 С какого дня
begins-ask = С какого дня отчитываются?
begins-from = • С { $what }: { $count ->
        [one] { $count } отчёт
        [few] { $count } отчёта
       *[many] { $count } отчётов
    }{ $late ->
        [0] {""}
       *[other] , из них просрочено { $late }
    }
begins-past = • С { $what } и за прошлое: { $count ->
        [one] { $count } отчёт
        [few] { $count } отчёта
       *[many] { $count } отчётов
    }{ $late ->
        [0] {""}
       *[other] , из них просрочено { $late }
    }
begins-period = { $day } ({ $period })
begins-type = Другой день — напишите: «1 марта 2024».
begins-button = С { $day } · { $count }
begins-button-past = С { $day } и за прошлое · { $count }
begins-day-not-read = Не понял «{ $typed }». Напишите день с годом, например «1 марта 2024».
rules-starts = 🏁 Отчитываются с { $day }
rules-starts-past = 🏁 Отчитываются с { $day }, и за прошлое

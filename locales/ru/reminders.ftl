## Напоминания
digest-before = ⏰ До сдачи { $period } { $count ->
        [one] { $count } рабочий день
        [few] { $count } рабочих дня
       *[many] { $count } рабочих дней
    } ({ $day })
digest-today = ⏰ Сегодня — последний день сдачи { $period }
digest-late = ⏰ Срок сдачи { $period } прошёл { $day }
digest-owed = Не сдано: { $count } из { $total }. Это займёт около { $minutes ->
        [one] { $minutes } минуты
       *[many] { $minutes } минут
    }.
digest-recorded = Записано, но не сдано: { $count } — осталось нажать «Сдать».
digest-manager = { $day }, об этом узнает руководитель.
digest-more = … и ещё { $count }
digest-start = ▶️ Отчитаться
digest-snooze = 🕘 Завтра в { $hour }:00
digest-snooze-on = 🕘 { $day }, в { $hour }:00
digest-snoozed = Напомню: { $day }
late-title = ⏰ Просрочено отчётов: { $count }
late-open = Открыть просроченные
digest-answered = ✅ Всё сдано. Спасибо!

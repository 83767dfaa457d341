## Напоминания
digest-before = ⏰ До сдачи отчётов за { $period } { $count ->
        [one] { $count } рабочий день
        [few] { $count } рабочих дня
       *[many] { $count } рабочих дней
    } ({ $day })
digest-today = ⏰ Сегодня — последний день сдачи отчётов за { $period }
digest-late = ⏰ Срок сдачи отчётов за { $period } прошёл { $day }
digest-several = ⏰ Отчёты к сдаче
digest-group-late = Просрочено: { $count }, с { $day }
digest-group-today = Сегодня последний день: { $count }
digest-group-left = Сдать { $day }: { $count }
digest-owed = Не сдано: { $count } из { $total }. Это займёт около { $minutes ->
        [one] { $minutes } минуты
       *[many] { $minutes } минут
    }.
digest-recorded = Записано, но не сдано: { $count } — осталось нажать «Сдать».
digest-manager = { $day }, бот сообщит об этом руководителю.
digest-start = ▶️ Отчитаться
digest-snooze = 🕘 Завтра в { $hour }:00
digest-snooze-on = 🕘 { $day }, в { $hour }:00
digest-snoozed = Напомню: { $day }
late-title = ⏰ Просрочено отчётов: { $count }
late-open = Открыть просроченные
digest-answered = ✅ Всё сдано. Спасибо!

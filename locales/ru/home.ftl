## Главная карточка
home-title = { $period } · { $plan }
home-several = Что нужно сдать
home-due = Сдать { $day } — { $count ->
        [0] рабочих дней не осталось
        [one] остался { $count } рабочий день
        [few] осталось { $count } рабочих дня
       *[many] осталось { $count } рабочих дней
    }
home-due-today = Сдать сегодня
home-due-gone = ⚠️ Срок прошёл { $day }{ $count ->
        [0] {""}
        [one] {" "}— { $count } рабочий день назад
        [few] {" "}— { $count } рабочих дня назад
       *[many] {" "}— { $count } рабочих дней назад
    }
home-all-submitted = ✅ Всё сдано
home-corrected = ✏️ Исправлено, но <b>не сдано</b>: { $count }
home-mend = ✏️ Закончить исправление ({ $count })
home-progress = { $bar }  { $done } из { $total }
home-submitted = Сдано { $done } из { $total }
outcome-counts = ✅ { $done }   🟡 { $partial }   ❌ { $none }
home-trouble = ⏰ Просрочено: { $overdue }   ↩️ Возвращено: { $returned }
home-unsubmitted = Записано, но <b>не сдано</b>: { $count }
home-held = 📎 Записано, но ждёт файла, которого требует план: { $count }
home-begin = ▶️ Отчитаться ({ $count })
home-go-on = ▶️ Продолжить ({ $count })
home-submit = 📨 Сдать ({ $count })
home-bulk = ☑️ Всё по плану…
home-list = ☰ Список
home-settings = ⚙️ Настройки
home-summary = 📊 Сводка
home-plans = 📋 Планы
home-people = 👥 Люди
home-nothing = Сейчас сдавать нечего. Когда откроется отчётный период, бот напишет.
home-manager = <b>Сводка по планам</b> — что сдано, в срок и исполнено. Каждую строку можно раскрыть до самого отчёта.
home-coordinator =
    <b>Планы работ</b>
    Пришлите сюда файл плана (DOCX, XLSX, CSV или PDF) — бот прочитает его и покажет, что понял.
nothing-there = Здесь у вас ничего нет

## Сроки
deadlines-button = 📅 Сроки
deadlines-title = 📅 Сроки · не сдано: { $count }
deadlines-overdue = ⏰ из них просрочено: { $count }
deadlines-nothing = Сейчас сдавать нечего.
deadlines-left = <b>{ $day }</b> — { $count ->
        [0] рабочих дней не осталось
        [one] остался { $count } рабочий день
        [few] осталось { $count } рабочих дня
       *[many] осталось { $count } рабочих дней
    }
deadlines-today = <b>{ $day }</b> — сдать сегодня
deadlines-gone = ⏰ <b>{ $day }</b> — { $count ->
        [0] срок прошёл
        [one] срок прошёл { $count } рабочий день назад
        [few] срок прошёл { $count } рабочих дня назад
       *[many] срок прошёл { $count } рабочих дней назад
    }
deadlines-place = <i>{ $period } · { $plan }</i>
deadlines-was = ⏳ срок был { $day }
deadlines-work = 🛠 работа до { $day }
deadlines-work-moved = 🛠 работа до { $day }, было до { $was }
deadlines-ahead-title = 🔜 Откроется позже
deadlines-ahead = { $opens } — { $period }: { $count ->
        [one] { $count } отчёт
        [few] { $count } отчёта
       *[many] { $count } отчётов
    } до { $due }
deadlines-ahead-of = { $what } · { $plan }

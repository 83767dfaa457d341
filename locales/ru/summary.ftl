# Сводка руководителя и её таблица

outcome-done = исполнено
outcome-partial = исполнено частично
outcome-not-done = не исполнено
summary-owed = Всего к сдаче
summary-submitted = Сдано
summary-completeness = Полнота
summary-on-time = В срок
summary-timeliness = Своевременность
summary-late = С опозданием
summary-overdue = Просрочено
summary-recorded = Записано, но не сдано
summary-returned = Возвращено
summary-to-review = На проверке
summary-accepted = Принято
summary-done = Исполнено
summary-partial = Частично
summary-not-done = Не исполнено
summary-execution = Исполнение
summary-money = Освоение
summary-money-plan = План, { $unit }
summary-money-fact = Факт, { $unit }
summary-total = Всего
summary-unnamed-plan = План без названия
summary-whole-plan = весь план
summary-as-of = { $period } · на { $day }
summary-by-section = По направлениям
summary-by-post = По исполнителям
sheet-summary = Сводка
sheet-rows = Мероприятия
sheet-number = №
sheet-title = Раздел
sheet-post = Исполнитель
sheet-section = Раздел плана
sheet-activity = Мероприятие
sheet-form = Форма завершения
sheet-period = Период
sheet-deadline = Срок исполнения
sheet-owner = Ответственный
sheet-unit = Единица
sheet-plan = План
sheet-fact = Факт
sheet-achievement = Выполнение, %
sheet-money-plan = Деньги по плану, { $unit }
sheet-money-spent = Освоено, { $unit }
sheet-outcome = Результат
sheet-submitted-on = Дата сдачи
sheet-standing = Сдача отчёта
sheet-account = Информация об исполнении
sheet-reason = Причина
sheet-forecast = Прогноз
sheet-evidence = Документов
standing-on-time = в срок
standing-late = с опозданием
standing-overdue = просрочен
standing-recorded = записан, не сдан
standing-returned = возвращён
standing-not-submitted = не сдан
money-unit-0 = тг
money-unit-3 = тыс. тг
money-unit-6 = млн тг
money-unit-9 = млрд тг
money-unit-12 = трлн тг

## Сводка в чате
sum-title = { $period } · { $plan }
sum-moment = { $day }, { $time }
sum-as-of = на { $day }, { $time }
sum-submitted = Сдано { $submitted } из { $owed } ({ $share }) · в срок { $ontime } · просрочено { $overdue }
sum-recorded = ✏️ Записано, но не сдано: { $count }
sum-returned = ↩️ Возвращено: { $count }
sum-outcomes = Исполнено ✅ { $done }   🟡 { $partial }   ❌ { $none }
sum-money = Освоение: { $money } ({ $share })
sum-of = { $part } из { $whole }
sum-legend = ▓ — доля исполненного
sum-legend-zeros = ▓ — доля исполненного (без плановых нулей)
sum-legend-posts = ▓ — сколько отчётов сдано
sum-marks = ✅ исполнено · 🟡 частично · ❌ не исполнено · ↩️ возвращено · ⏰ просрочено · ✏️ записано, не сдано · ▫️ не сдано · ➖ не требуется
sum-nothing-owed = За этот период отчитываться не за что.
sum-whole = Весь план
sum-choose = По какому плану сводка?
sum-no-plans = Действующих планов пока нет.
sum-by-sections = { $on }По направлениям
sum-by-posts = { $on }По исполнителям
sum-overdue = ⏰ Просрочено { $count }
sum-excel = 📗 Excel
sum-excel-toast = Готовлю таблицу. Через несколько секунд пришлю её сюда.
sum-nobody = никто не подключён
sum-holders = 👤 { $names }
sum-file-name = Сводка { $what }
sum-period-not-read = «{ $typed }» — не период. Пример: 2024-Q1, 2024-H1, 2024-M07, 2024.

overdue-title = ⏰ Просрочено: { $count }
overdue-none = ✅ Просроченных отчётов нет.
overdue-line = { $title } — срок { $day }{ $count ->
        [0] {""}
        [one] , { $count } рабочий день назад
        [few] , { $count } рабочих дня назад
       *[many] , { $count } рабочих дней назад
    }

report-where = { $period } · { $path }
report-post = 👤 { $post } — { $who }
report-form = 📄 { $form }
report-deadline = 📅 Срок исполнения: { $deadline }
report-due = 📨 Отчёт до { $day }
report-expected = 🎯 { $text }
report-plan = План: <b>{ $value }</b>
report-returned = ↩️ <b>Возвращён:</b>
report-submitted = Сдан { $moment } — { $who }
report-on-time = { $count ->
        [1] Сдан в срок
       *[other] Впервые сдан в срок
    }
report-late = ⚠️ Сдан с опозданием{ $count ->
        [0] {""}
        [one] {" "}на { $count } рабочий день
        [few] {" "}на { $count } рабочих дня
       *[many] {" "}на { $count } рабочих дней
    }
report-overdue = ⏰ <b>Просрочен</b>{ $count ->
        [0] {""}
        [one] : срок был { $count } рабочий день назад
        [few] : срок был { $count } рабочих дня назад
       *[many] : срок был { $count } рабочих дней назад
    }
report-recorded = ✏️ Записан, но <b>не сдан</b>
report-nothing = ▫️ Ещё не сдан
report-outcome = { $mark } { $outcome }
report-fact = Факт: <b>{ $value }</b>
report-spent = Освоено: <b>{ $value }</b> (план { $plan })
report-by-source = По источникам: { $parts }
report-least = Показатель: <b>{ $value }</b> (по плану не менее { $plan })
report-most = Показатель: <b>{ $value }</b> (по плану не более { $plan })
report-achievement = Выполнение плана: { $share }
report-reason = Причина: { $reason }
report-forecast = Прогноз: { $day }
report-evidence = Подтверждения
report-no-evidence = Без подтверждающих документов
report-album = Альбом, { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[many] { $count } файлов
    }
report-more = … и ещё { $count }
report-versions = История
report-version = Версия { $number } · { $moment } · { $who } · { $what }
report-corrected = ✏️ Почему исправлено: { $why }
report-late-why = ⏰ Почему сдано позже срока: { $why }
report-file-toast = Отправляю файл.

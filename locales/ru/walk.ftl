## Обход: карточка одного мероприятия
walk-where = { $at } из { $total }{ $path }
walk-form = 📄 { $form }
walk-deadline = 📅 { $deadline }
walk-plan = План на { $period }: <b>{ $value }</b>
walk-plan-present = есть
walk-plan-none = не указан
walk-goals = 🎯 { $values }
walk-spent = 💰 Освоить: { $value }
walk-begun = ✏️ Записано: { $figure }
walk-threshold-least = Ожидаемый результат: не менее { $value }
walk-threshold-most = Ожидаемый результат: не более { $value }
walk-less-is-better = ⬇️ Чем меньше, тем лучше
walk-cumulative = 📈 Нарастающим итогом: сколько всего с начала года
stage-behind = 🔻 Отстаёт: по плану { $plan }
stage-on-time = ✔️ По графику
stage-ahead = 🔺 С опережением: по плану { $plan }
walk-year = (ранее в году: { $fact } из { $plan })
walk-others = Также участвуют: { $names }
walk-returned = ↩️ <b>Возвращено:</b>
walk-submitted = 📨 Сдано, версия { $version }
walk-recorded = { $mark } Записано: { $outcome }{ $figure } — <b>не сдано</b>
walk-recorded-plain = { $mark } { $outcome }{ $figure }
walk-reason = Причина: { $reason }
walk-forecast = Прогноз: { $day }
walk-last = { $mark } Записано: { $title }{ $figure }
walk-last-forecast = прогноз: { $day }
evidence-file = 📎 { $name }
evidence-photo = фото
evidence-album = 🖼 Альбом: { $count ->
        [one] { $count } файл
        [few] { $count } файла
       *[many] { $count } файлов
    }
evidence-paper = 📄 { $form } № { $number } от { $dated }
evidence-paper-undated = 📄 { $form } № { $number }
evidence-remove = ✖️ Убрать: { $name }
evidence-pages = альбом
evidence-removed = Убрано
evidence-lost = ⚠️ Файл к строке «{ $title }» не сохранился: Telegram его больше не отдаёт. Пришлите его ещё раз.
paper-unnumbered = б/н
paper-any = Документ

ask-confirm = Понял так: { $value }. Верно?
ask-next-spent = Сколько денег освоено? План: { $value }
ask-next-sources = Сколько денег освоено? План: { $value }. Можно по источникам: { $example }
ask-next-goal = «{ $goal }» — сколько фактически? План: { $value }
ask-next-figure = Сколько фактически? План: { $value }
ask-reason = Почему? Нажмите кнопку или напишите.
ask-forecast = Когда будет исполнено? Выберите день или напишите дату.
ask-account = Напишите, что сделано, одним сообщением.
ask-paper = { $form }: пришлите № и дату («12-ө от 05.03.2024»), фото или файл.
ask-figure-money = Напишите сумму, например: 5,8 млн
ask-figure-percent = Напишите процент, например: 86,5
ask-figure-count = Напишите количество, например: 12
ask-figure-any = Напишите, что получилось, например: 12 или «нет»
ask-figure-stage = Напишите этап: { $stages }

walk-done-figure = ✅ Исполнено: { $value }
walk-done = ✅ Исполнено
walk-done-all = ✅ Исполнено: всё по плану
walk-same = ✅ По плану: { $value }
walk-partly = 🟡 Частично
walk-other-goal = ✏️ { $goal }
walk-zero = ✅ Ноль, как в плане
walk-present = ✅ Есть
walk-present-figure = ✅ Есть, { $value }
walk-absent = ❌ Нет
walk-not-done = ❌ Не исполнено
walk-not-begun = ⏳ Не начато
walk-other-money = ✏️ Другая сумма
walk-other-percent = ✏️ Другой процент
walk-other-count = ✏️ Другое число
walk-other-any = ✏️ Другой результат
walk-confirm = ✅ Да, { $value }
walk-confirm-bare-tenge = Да, { $value } — так и есть
walk-confirm-below-running = ✅ { $value } — верно
walk-confirm-below-others = { $value } — всего
walk-meant-bare-tenge = ✅ { $value }
walk-meant-below-running = ➕ { $value } с начала года
walk-meant-below-others = ✅ { $value }
walk-meant-changed = Пока карточка была открыта, данные изменились. Теперь: { $value }
walk-mend = ✏️ Нет, исправить
walk-paper = 📎 Документ
walk-account = 💬 Пояснение
walk-keep-told = 💬 Сохранить как пояснение
walk-told-kept = Сохранено как пояснение
walk-back = ⬅️ К карточке
walk-undo = ↩️ Отменить последнее
walk-undo-of = ↩️ Отменить: { $what }
walk-later = ⏭ Позже
walk-next = ➡️ Дальше
recorded-toast = Записано: { $figure }
undone = Отменено
nothing-to-undo = Отменять нечего
draft-changed-elsewhere = Эту карточку только что изменили на другом устройстве. Вот она.

reason-money = Нет финансирования
reason-tender = Закупка не завершена
reason-supplier = Задержка поставщика
reason-people = Не хватает специалистов
reason-moved = Перенесено
reason-other-body = Ждём другую сторону

reason-not-said = «{ $typed }» — ещё не причина. Напишите словами, например: поставщик задержал, к 15 мая. Если записано не то, нажмите «↩️ Отменить».
day-not-read = Не понял дату «{ $typed }». Напишите, например: 15.05.2024 или 15 мая.
day-not-alone = «{ $typed }»: не понял, какой день последний. Напишите только его, например: 15.05.2024 или 15 мая.
day-of-another = «{ $typed }»: похоже, это день другого события. Когда будет исполнено само мероприятие? Напишите только день, например: 15.05.2024 или 15 мая.
day-not-in-calendar = Такого дня в календаре нет: «{ $typed }». Напишите, например: 15.05.2024 или 15 мая.
day-of-which-year = «{ $typed }»: в этом году этот срок уже прошёл. Напишите с годом, например: { $example }.
day-two-ways = «{ $typed }»: какое из чисел месяц? Напишите его словом, например: 4 мая 2024.
forecast-past = Прогноз — это будущий день. Напишите, например: 30 июня.
forecast-far = До этого дня больше десяти лет. Проверьте год и напишите, например: 30 июня.
paper-not-read = Не понял «{ $typed }». Пришлите № и дату, например: 12-ө от 05.03.2024.
paper-no-such-day = Такого дня в календаре нет: «{ $typed }». Пришлите № и дату, например: 12-ө от 05.03.2024.
paper-left-open = ⚠️ В пояснении не ясно, какой документ верный, поэтому он не записан. Пришлите его № и дату.
account-too-long = Слишком длинно: пояснение — до { $most } знаков.
file-kind-not-kept = Такое вложение не сохраняется. Пришлите фото или файл.
file-over-limit = Файл больше { $megabytes } МБ, такие Telegram боту не передаёт. Сожмите его или пришлите по частям.

## Список, сдача, всё по плану
list-title = { $period }: { $total } · осталось { $left }
list-legend = ▫️ не начато · ✏️ начато · ✅🟡❌ записано · 📨 сдано · ☑️ принято · ↩️ возвращено · ➖ не требуется
history-title = Что сдано
history-line = { $period } · { $plan }: { $count } — ✅ { $done } 🟡 { $partial } ❌ { $none }
history-empty = Пока ничего не сдано.
submit-title = К сдаче готово { $ready } из { $total } · { $period }
submit-papers = Документов: { $papers } · без документа: { $bare }
submit-part = { $count ->
        [one] Ещё { $count } можно сдать позже.
       *[other] Остальные { $count } можно сдать позже.
    }
correction-not-said = Напишите словами, что и почему исправлено, например: опечатка в сумме договора.
submit-why = <b>Напишите причину исправления одним сообщением.</b>
submit-late = ⏰ Сдаётся после срока: { $count }. Срок был { $day }.
submit-late-why = Почему позже срока? Нажмите кнопку или напишите. Один ответ на все отчёты.
late-not-said = Напишите словами, почему отчёт сдаётся позже срока, например: командировка до 8 апреля.
submit-now = 📨 Сдать ({ $count })
submit-changed = Пока карточка была открыта, готовых отчётов стало { $count }. Проверьте и сдайте.
submit-look = 👁 Проверить
look-title = Проверьте перед сдачей · { $period } · готово { $ready }
look-held = 📎 ждёт файла, с остальными не сдаётся
submitted-toast = Сдано: { $count }
nothing-to-submit = Сдавать пока нечего
correction-needs-reason = Период закрыт или отчёт уже принят: нужна причина исправления
receipt-title = 📨 Сдано отчётов: { $count }
receipt-what = { $period } · { $plan }
receipt-when = { $day }, { $time }
receipt-who = Отчёты видят: { $names }
receipt-left = Осталось сдать: { $count }
bulk-title = Всё по плану · { $period }
bulk-what = { $total ->
        [0] Здесь нечего записать по плану одним разом.
       *[other] Отмечено { $ticked } из { $total }. Снимите отметку с того, что не по плану.
    }{ $rest ->
        [0] {""}
        [one] { " " }Ещё { $rest } пройдём отдельно.
       *[other] { " " }Остальные { $rest } пройдём по одному.
    }
bulk-indicators = 📈 Показателей: { $count }. Их измеряют, поэтому факт назовите сами.
bulk-changed = Список изменился, пока он был открыт: проверьте отметки и подтвердите ещё раз
bulk-confirm = ✅ Записать отмеченные ({ $count })
bulk-done = Записано по плану: { $count }

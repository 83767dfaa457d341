## Правила отчётности плана
rules-button = ⚙️ Правила
rules-title = ⚙️ Правила · { $plan }
rules-which = <b>Правила какого плана?</b>
rules-no-plan = Действующих планов пока нет. Пришлите файл плана и примите его.
rules-rows = 📄 По строкам
rules-cycle = 🔁 Отчёт: { $cycle }
rules-opens = 🔓 Открывается: { $opens }
rules-due = 📅 Сдать: { $due }
rules-off = 🗓 Если это выходной: { $off }
rules-closes = 🔒 Закрывается: { $closes }
rules-who = 👥 Отчитывается: { $who }
rules-svod = 🧮 Свод сдать: { $due }
rules-files-are = 📎 Файлы: { $files }
rules-files-none = присылать нельзя
rules-files-demanded = нужны ко всему исполненному: к каждой форме завершения или, если она не названа, хотя бы один
rules-files-free = по желанию
rules-reasons-usual = 💬 Причины: обычный список ({ $count })
rules-reasons-own = 💬 Причины: свой список ({ $count })
rules-cumulative = 📈 Строк с нарастающим итогом: { $count }
rules-not-cumulative = 📈 Строк без нарастающего итога: { $count }
rules-better = ↕️ Строк, где задано лучшее направление: { $count }

rules-part-cycle = 🔁 Периодичность
rules-part-due = 📅 Срок сдачи
rules-part-off = 🗓 Выходной день
rules-part-opens = 🔓 Открытие
rules-part-closes = 🔒 Закрытие
rules-part-who = 👥 Кто отчитывается
rules-part-svod = 🧮 Срок свода
rules-file-on = 📎 Файл к исполненному: обязателен
rules-file-off = 📎 Файл к исполненному: по желанию
rules-files-on = 🗂 Файлы: можно присылать
rules-files-off = 🚫 Файлы: присылать нельзя
rules-reasons = 💬 Причины
rules-no-files = Файлы в этом плане присылать нельзя. Сначала разрешите их.

rules-ask-cycle = Как часто отчитываются?
rules-ask-due = До какого дня сдают отчёт? Выберите или напишите: «7» (рабочий день после периода) или день следующего года: «15 апреля».
rules-ask-off = Что делать, если срок сдачи выпал на выходной?
rules-ask-opens = За сколько дней до конца периода можно начать отчитываться? Выберите или напишите число.
rules-ask-closes = Через сколько рабочих дней после срока сдачи закрывается период? После этого для исправления нужна причина. Выберите или напишите число.
rules-ask-who = Кто отчитывается, если в строке названы несколько?
rules-ask-svod = До какого дня головной исполнитель сдаёт свод? Выберите или напишите: «7» (рабочих дней после срока остальных) или день следующего года: «1 мая».
rules-cycle-week = раз в неделю
rules-cycle-month = раз в месяц
rules-cycle-quarter = раз в квартал
rules-cycle-half-year = раз в полугодие
rules-cycle-year = раз в год
rules-off-after = на следующий рабочий день
rules-off-before = на рабочий день раньше
rules-off-keep = срок не меняется
rules-who-one = один ответственный по строке
rules-who-each = каждый из названных, головной сводит
rules-due-days = { $count }-й рабочий день после периода
rules-svod-days = { $count ->
        [one] через { $count } рабочий день после остальных
        [few] через { $count } рабочих дня после остальных
       *[many] через { $count } рабочих дней после остальных
    }
rules-fixed-day = до { $day } следующего года
rules-opens-days = { $count ->
        [0] в последний день периода
        [one] за { $count } день до конца периода
        [few] за { $count } дня до конца периода
       *[many] за { $count } дней до конца периода
    }
rules-closes-days = { $count ->
        [0] в день сдачи
        [one] через { $count } рабочий день после срока сдачи
        [few] через { $count } рабочих дня после срока сдачи
       *[many] через { $count } рабочих дней после срока сдачи
    }

rules-dry = Что изменится:
rules-added = ➕ Добавится отчётов: { $count }
rules-withdrawn = ➖ Снимется отчётов: { $count }
rules-lost = ❗ Из них уже сданных: { $count }. Они сохранятся, но в сводку не войдут.
rules-moved = 📅 Срок сдвинется у отчётов: { $count }
rules-reopened = 🔓 Откроются в другой день: { $count }
rules-hidden = ❗ Из них уже открыты и станут недоступны до нового дня: { $count }. Записанное сохранится.
rules-reclosed = 🔒 Закроются в другой день: { $count }
rules-shut = ❗ Из них закроются сразу: { $count }
rules-nothing = Отчёты не изменятся.
rules-next = До { $day } нужно будет сдать: { $count }
rules-next-opens = С { $day } можно будет отчитываться: { $count }
rules-next-closes = Закроется { $day }: { $count }
rules-apply = ✅ Применить
rules-leave = ✖️ Оставить как есть

rules-reasons-title = Причины, которые предлагаются кнопками:
rules-reason-ask = Чтобы добавить свою, напишите её.
rules-reason-remove = ✖️ { $reason }
rules-reasons-built-in = ↩️ Вернуть обычный список
rule-reason-length = Напишите причину от 2 до { $most } знаков: она станет кнопкой.
rule-reason-there = Такая причина уже есть.
rule-reasons-many = Больше { $most } причин не поместится. Сначала уберите лишнюю.
rule-reason-last = Хотя бы одна причина нужна. Сначала добавьте другую или верните обычный список.
rule-days-range = Напишите число рабочих дней от { $least } до { $most }.
rule-days-count = Напишите число дней от 0 до { $most }.
rule-due-not-read = Не понял «{ $typed }». Напишите число рабочих дней, например «7», или день, например «15 апреля».

rules-row-sum-auto = 📈 Нарастающим итогом: как в плане
rules-row-sum-on = 📈 Нарастающим итогом: да
rules-row-sum-off = 📈 Нарастающим итогом: нет
rules-row-auto = ↕️ Что лучше: как указано в плане
rules-row-up = ↕️ Что лучше: больше
rules-row-down = ↕️ Что лучше: меньше

# Графы таблицы: чем их сочли и чем назвал координатор
columns-title = Графы
columns-open = 🗂 Графы
columns-open-doubtful = 🗂 Графы ❓ { $count }
columns-header = строка заголовков { $row }
columns-no-header = без заголовков
columns-table = таблица { $at } из { $of }
columns-line = { $asked }{ $column } { $header } — <b>{ $role }</b>{ $mark }
columns-nameless = без заголовка
columns-year = год плана
columns-not-found = В файле «{ $file }» план не найден, но есть таблица: { $rows ->
        [one] { $rows } строка
        [few] { $rows } строки
       *[many] { $rows } строк
    }, { $columns ->
        [one] { $columns } графа
        [few] { $columns } графы
       *[many] { $columns } граф
    }.
columns-say = Скажите, что в графах, и файл будет прочитан. Или заполните пустой шаблон.
columns-by-layout = 📌 Прочитано так же, как прошлый файл такой формы.
columns-out = 🚫 Эта таблица не нужна: строки из неё не берутся.
columns-ask = ❓ Что в графе { $column } { $what }?
columns-ask-period = За какой период графа { $column } { $what }? Выберите или напишите, например: март 2025.
columns-no-title = ❗ Не хватает графы с названием: что нужно сделать. Выберите её.
columns-pending = Графы изменены. Нажмите «Прочитать так».
columns-more = Ещё варианты…
columns-apart = По одной графе
columns-every = ☰ Все графы
columns-header-up = ⬆️ Заголовки
columns-header-down = ⬇️ Заголовки
columns-table-before = ◀️ Таблица
columns-table-after = Таблица ▶️
columns-leave = 🚫 Без этой таблицы
columns-take = ↩️ Взять эту таблицу
columns-read = 📖 Прочитать так
columns-reset = ↩️ Как было без подсказок
columns-read-again = 📖 Прочитано заново, по указанным графам.
columns-still-none = Так план не получился: под заголовками нет строк с названием. Проверьте графы и строку заголовков.
columns-unknown = Графы этого файла неизвестны. Пришлите файл ещё раз.
columns-file-gone = Этого файла у бота нет, заново прочитать его нельзя. Пришлите его ещё раз.
plan-no-rows = В файле пока нет ни одной строки плана. Сначала укажите графы.

## Что бывает в графе (коротко: две кнопки в ряд)
column-number = номер
column-title = название
column-section = раздел
column-objective = задача, цель
column-completion-form = форма, документ
column-start = начало
column-deadline = срок
column-duration = длительность
column-unit = единица
column-responsible = исполнитель
column-target = цель, план
column-funding = сумма периода
column-funding-total = сумма всего
column-funding-source = источник денег
column-by-source = сумма источника
column-expected-result = результат
column-kpi = KPI
column-indicator = индикатор
column-weight = вес
column-note = примечание
column-fact = факт
column-out = не нужна
column-unknown = неизвестно

## Командная строка
map-not-toml = Файл граф не читается как TOML: { $why }
map-wrong = В файле граф ({ $where }): { $what }
map-no-tables = В файле нет ни одной таблицы.

# Файлы планов: чего с ними не получилось и что сделать.
file-unreadable = Файл не открывается: похоже, он повреждён. Сохраните его заново в Word или Excel и пришлите ещё раз.
file-too-large = Файл больше 20 МБ. Уберите из него рисунки или сохраните только таблицу плана и пришлите ещё раз.
file-not-a-plan = Файл открылся, но таблицы плана в нём нет. Нужна таблица с заголовками: мероприятие, срок, ответственные. Или заполните пустой шаблон.
file-table-known = Плана в файле нет. Самая большая таблица в нём — «{ $table }» (строк: { $rows }, граф: { $columns }), её заголовки: { $headings }. Из них я знаю: { $known }. Спросить о каждой графе (🗂 Графы) я могу, если в таблице не меньше трёх граф и трёх строк. Или заполните пустой шаблон.
file-table-unknown = Плана в файле нет. Самая большая таблица в нём — «{ $table }» (строк: { $rows }, граф: { $columns }), её заголовки: { $headings }. Ни одного из них я не знаю. Спросить о каждой графе (🗂 Графы) я могу, если в таблице не меньше трёх граф и трёх строк. Или заполните пустой шаблон.
file-no-rows = В файле есть заголовки плана, но под ними нет ни одной строки. Заполните таблицу и пришлите файл ещё раз.
file-kind-unknown = Такой файл я читать не умею. Пришлите план в формате DOCX, XLSX, CSV или PDF с текстом.
file-old-format = Это файл старого формата. Откройте его, выберите «Сохранить как» и сохраните как .docx или .xlsx, потом пришлите.
file-protected = Файл защищён паролем. Снимите пароль и пришлите файл ещё раз.
file-bomb = Файл при распаковке становится слишком большим. Скопируйте таблицу плана в новый документ и пришлите его.
file-no-text = В этом PDF нет текста, который можно прочитать: страницы отсканированы или буквы записаны без кодов. Пришлите исходный документ Word или Excel.
file-rows-too-close = В этом PDF между строками таблицы нет ни линий, ни промежутков: их границ не видно. Пришлите исходный файл Word или Excel либо PDF с линиями.
file-too-slow = Файл слишком сложный, прочитать его вовремя не удалось. Оставьте в нём только таблицу плана и пришлите ещё раз.

## Выгрузка плана (слова граф — такие, которые читает и сам бот)
plan-file-sheet = План
plan-file-organisation = Организация
plan-file-period = Период
plan-file-number = №
plan-file-activity = Мероприятие
plan-file-form = Форма завершения
plan-file-deadline = Срок исполнения
plan-file-responsible = Ответственные исполнители
plan-file-unit = Единица измерения
plan-file-note = Примечание
plan-file-objective = Задача
plan-file-goal = Цель
plan-file-funding = Финансирование
plan-file-funding-scaled = Финансирование, { $scale }
plan-file-total = Объём финансирования
plan-file-total-scaled = Объём финансирования, { $scale }
plan-file-source = Источник финансирования
plan-file-kpi = KPI
plan-file-result = Ожидаемый результат
plan-file-indicators = Целевые индикаторы
plan-file-indicator = Целевой индикатор
plan-file-outside = Перечень мероприятий вне разделов
plan-file-quarter = { $part } кв. { $year } года
plan-file-half = { $part } полугодие { $year } года
plan-file-month = { $part } { $year } года
plan-file-year = { $year } год
plan-file-years = { $year }–{ $until } годы
plan-file-scale-kzt = тенге
plan-file-scale-thousand = тыс. тенге
plan-file-scale-million = млн тенге
plan-file-scale-billion = млрд тенге
plan-file-month-name = { $month ->
    [1] январь
    [2] февраль
    [3] март
    [4] апрель
    [5] май
    [6] июнь
    [7] июль
    [8] август
    [9] сентябрь
    [10] октябрь
    [11] ноябрь
   *[12] декабрь
}
plan-file-heading-direction = Направление { $number }. { $title }
plan-file-heading-direction-bare = Направление: { $title }
plan-file-heading-goal = Цель { $number }. { $title }
plan-file-heading-goal-bare = Цель: { $title }
plan-file-heading-task = Задача { $number }. { $title }
plan-file-heading-task-bare = Задача: { $title }
plan-file-heading-indicator = Целевой индикатор { $number }. { $title }
plan-file-heading-indicator-bare = Целевой индикатор: { $title }
plan-file-heading-part = Раздел { $number }. { $title }
plan-file-heading-part-bare = Раздел: { $title }
plan-unknown = Плана «{ $called }» нет. Есть: { $names }
plan-format-unknown = План не выгружается в «{ $typed }». Есть: docx, xlsx, csv.

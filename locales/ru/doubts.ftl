# Сомнения при чтении плана: что напечатано и что с этим решить.
doubt-target-outside-deadline = Срок — «{ $deadline }», а значения стоят в { $periods }. Что верно?
doubt-targets-missing-turns = Срок — «{ $deadline }», а значения стоят только в { $periods }. Нужны ли отчёты за остальные периоды?
doubt-targets-blank = Ни в одном периоде нет планового значения. Отчитываться по сроку строки?
doubt-value-unread = Плановое значение «{ $value }» за { $period } не похоже на число. Каким его считать?
doubt-value-not-computed = В ячейке формула без результата или ошибка: «{ $value }». Укажите значение.
doubt-unit-unknown = Единица измерения «{ $unit }» неизвестна. В чём отчитываться?
doubt-deadline-unread = Срок «{ $deadline }» понять не удалось. Укажите дату или период.
doubt-deadline-partly-read = Срок «{ $deadline }» понят не весь. Проверьте, что дата прочитана верно.
doubt-deadline-year-assumed = В сроке «{ $deadline }» нет года; взят { $year }. Верно?
doubt-deadline-year-missing = В сроке «{ $deadline }» нет года, а план на несколько лет. Какой это год?
doubt-deadline-before-period = Срок «{ $deadline }» можно понять двояко: до начала этого периода или до его конца. Взят конец.
doubt-deadline-missing = Нет ни срока, ни плановых значений. Когда отчитываться?
doubt-deadline-backwards = В сроке «{ $deadline }» начало позже конца. Проверьте даты.
doubt-deadline-end-missing = В сроке «{ $deadline }» указано, когда начать, но не сказано, когда закончить. Когда срок?
doubt-deadline-outside-plan = Срок «{ $deadline }» не попадает в период плана. Верна ли дата?
doubt-responsible-missing = Не указан ответственный. Кто отчитывается?
doubt-responsible-split = Исполнители указаны слитно: «{ $printed }». Прочитано так: { $names }. Верно?
doubt-responsible-variant = «{ $printed }» прочитано как «{ $name }». Это одно и то же?
doubt-responsible-unclear = Исполнителей из «{ $printed }» выделить не удалось. Укажите их.
doubt-post-nearly-known = «{ $printed }» похоже на известную должность «{ $name }». Это она?
doubt-money-in-words = Вместо суммы указаны слова: «{ $value }». Есть ли сумма?
doubt-total-differs = Указано { $printed }, а сумма слагаемых — { $sum }. Что верно?
doubt-indicator-joined = Показатель «{ $printed }» прочитан вместе с «{ $name }»: у них один номер и почти одно название. Это один показатель?
doubt-row-continued = Строка без названия присоединена к предыдущей: «{ $value }». Верно?
doubt-row-parted = В одной ячейке несколько работ, они прочитаны отдельными строками ({ $count }): «{ $value }». Верно?
doubt-row-repeated = Таблица «{ $table }» повторяет таблицу «{ $first }»: строк с теми же номерами и названиями — { $count }. Сейчас они в плане дважды. Нужны обе?
doubt-row-unplaced = Строку не удалось отнести ни к одному мероприятию: «{ $value }». Что с ней делать?
doubt-row-not-in-force = Строка в файле скрыта, зачёркнута или удалена, поэтому в план не вошла: «{ $value }». Она действует?
doubt-carried-down = В графе «{ $column }» пустые ячейки и пометки вроде «-//-» прочитаны как «то же, что выше». Верно?
doubt-column-unknown = Графа «{ $column }» неизвестна, её данные не прочитаны. Нужны ли они?
doubt-column-guessed = Графа «{ $column }» прочитана по содержанию как { $role ->
    [title] мероприятия
    [number] номера
    [deadline] сроки
    [start] начало работ
    [duration] длительность
    [responsible] ответственные
    [completion_form] форма завершения
    [unit] единицы измерения
    [objective] задачи
   *[other] прочее
}. Верно?
doubt-column-of-facts = Графа «{ $column }» похожа на факт, а не на план. Считать её значения плановыми?
doubt-header-missing = У таблицы нет заголовков. Графы поняты по содержанию: проверьте строки.
doubt-table-unruled = В PDF таблица без линий: строки и графы определены по расположению слов. Проверьте строки.
doubt-row-unsure = В PDF не вполне ясно, где начинается и где заканчивается строка «{ $value }». Верно ли она прочитана?
doubt-page-unread = В PDF есть страницы-изображения без текста: { $pages }. Что на них, не прочитано: проверьте, нет ли там строк плана.
doubt-letters-unread = Часть букв строки «{ $value }» прочитать не удалось. Впишите её так, как напечатано в плане.
doubt-year-missing = В плане не указан год. Укажите его при принятии.

## Сомнения по видам
doubt-of-kind = { $kind }: осталось { $left }
doubt-kind-sums = Суммы
doubt-kind-deadlines = Сроки
doubt-kind-values = Плановые значения
doubt-kind-rows = Строки
doubt-kind-columns = Графы
doubt-kind-owners = Исполнители
doubt-kind-units = Единицы
doubt-kind-notes = К сведению
doubt-alike = ☑️ Остальные { $count } так же: { $answer }
doubt-take-back = ↩️ Вернуть: { $answer }
doubt-take-back-all = ↩️ Вернуть все ({ $count })
doubt-open-again = ↩️ Снять ответ
doubts-noted-toast = Записано: { $count }
doubt-taken-back-toast = Ответ снят
answer-no-type = Нет, напишу верный срок
answer-no-columns = Нет, показать графы
answer-no-file = Нет, это не так

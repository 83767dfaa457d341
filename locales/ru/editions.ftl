## Новая редакция плана
edition-ask = Это новая редакция плана «{ $title }»?
edition-ask-which = Новая редакция какого это плана?
edition-yes = Да, новая редакция
edition-no = Нет, другой план
edition-not = ✖️ Это не новая редакция
edition-pick = 🔁 Это новая редакция плана…
edition-of = 🔁 Новая редакция плана «{ $title }»
edition-same = Строки те же, изменений нет.
edition-counts = Добавлено { $added } · изменено { $changed } · убрано { $dropped } · без изменений { $same }
edition-unsure = ❓ { $count ->
        [one] Про { $count } строку неясно, прежняя ли она
        [few] Про { $count } строки неясно, прежние ли они
       *[many] Про { $count } строк неясно, прежние ли они
    }: сверьте до принятия.
edition-changes = 🔍 Что изменилось
edition-pairs = ❓ Сверить строки ({ $count })
edition-title = Что меняет редакция: { $title }
edition-added = ➕ Добавлено: { $row }
edition-dropped = ➖ Убрано: { $row }
edition-returned = ↩️ Снова в плане: { $row }
edition-returned-count = ↩️ { $count ->
        [one] { $count } строка вернулась из прежних редакций
        [few] { $count } строки вернулись из прежних редакций
       *[many] { $count } строк вернулось из прежних редакций
    }, со своими отчётами
edition-changed = ✏️ Изменено: { $row }
edition-field = · { $field }: { $before } → { $after }
edition-blank = пусто
edition-more-fields = · … и ещё { $count }
edition-reports-kept = Сдано отчётов: { $count }. Они сохранятся, новых не будет.
edition-reports-stay = Сдано отчётов: { $count }. Они останутся с прежней формулировкой.
edition-rescaled = Отчётов с записанными суммами: { $count }. Суммы пересчитаются в новые единицы.
edition-asked-anew = Отчётов с цифрами в прежней единице: { $count }. По несданным спросим заново, сданные останутся как есть.
edition-pairs-open = Сначала сверьте строки: осталось { $count }
edition-pairs-told = Все строки сверены.
edition-settle-in-chat = До принятия координатору нужно сверить в чате { $count ->
        [one] { $count } строку
        [few] { $count } строки
       *[many] { $count } строк
    } с прежними: /plans, план { $plan } ждёт там.
edition-plan-unknown = Действующего плана «{ $called }» нет. Есть: { $names }
edition-of-nothing = Этот файл не новая редакция
edition-accepted-toast = Новая редакция принята
pair-left = Осталось решить: { $count }
pair-was = Было:
pair-was-dropped = Было, но убрано прежней редакцией:
pair-now = Стало:
pair-ask = Это одна и та же строка?
pair-same = Да, та же
pair-new = Нет, это новая строка
field-section = раздел
field-number = номер
field-title = мероприятие
field-objective = задача
field-completion-form = форма завершения
field-deadline-text = срок
field-deadline = срок (как понят)
field-unit-text = единица
field-unit = единица (как понята)
field-expected-result = ожидаемый результат
field-note = примечание
field-funding-total = сумма всего
field-funding-unit = единица суммы
field-funding-source-text = источник
field-responsibles = ответственные
field-targets = план, { $key }
field-funding = сумма, { $key }
field-funding-sources = источник { $key }
field-funding-text = сумма словами, { $key }
field-kpi = цель, { $key }
field-goals = как понята цель, { $key }
report-as-was = Строка показана такой, какой она была, когда сдали отчёт; план с тех пор изменён.

## Редакции принятого плана
editions-button = 🗂 Редакции
editions-title = Редакции плана «{ $title }»
editions-in-force = 🟢 Действует, принята { $day } — { $who }, файл «{ $file }»
editions-former = ⚪️ Принята { $day } — { $who }, файл «{ $file }»
editions-by-administrator = администратор
editions-first = Первая редакция, строк: { $count }
editions-counts = Добавлено { $added } · изменено { $changed } · убрано { $dropped }
editions-rows = 📄 Строки редакции от { $day }

## Пустой шаблон плана
plans-template = 📗 Пустой шаблон (Excel)
plans-template-coming = Шаблон сейчас придёт

## Образцы планов
sample-missing = Образца «{ $name }» нет. Есть: { $names }
plans-samples = 📚 Образцы
samples-ask = Какой образец прочитать? Его план вступит в силу, только если вы его примете.
sample-hospital-2024 = План больницы на 2024 год
sample-covid-2020 = Национальный план 2020 года
sample-almaty-2030 = Дорожная карта города до 2030 года
sample-concept-2026 = План действий по Концепции здравоохранения до 2026 года
sample-digital-2027 = Карта цифровой трансформации на 2025–2027 годы
sample-every-kind-2024 = План, где есть каждый вид строк
sample-shared-2024 = Общий план трёх организаций
demo-organisation = Демонстрационная организация

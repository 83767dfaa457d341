## Свод: несколько отчитывающихся по одной строке
svod-title = 👥 <b>Свод: отчитались { $there } из { $total }</b>
svod-missing = ▫️ { $name }: отчёта ещё нет
svod-overdue = ⏰ { $name }: отчёта нет, срок прошёл
svod-returned = ↩️ { $name }: отчёт возвращён
svod-more = … и ещё { $count }
svod-unknown = ❗ Исполнено, но без цифры: { $count }
svod-your-part = В этой сумме нет вашей доли; если она есть, напишите общий итог.
svod-own-word = Сложить это нельзя: общий итог запишите сами.
svod-without = В свод не вошли: { $names }
svod-changed = ⚠️ После свода изменилось: { $names }
svod-share = План общий на всех; запишите то, что сделали вы.
svod-not-yet = 👥 Свод ({ $name }) ещё не сдан
svod-is = 👥 Свод сдан ({ $name }): <b>{ $what }</b>
svod-without-you = Ваш отчёт в свод не вошёл.
svod-open = 👥 Отчёты соисполнителей ({ $there } из { $total })
svod-sum = ✅ Свод: { $value } = { $terms }
svod-figures = ✅ Свод: { $value }
svod-all-say = ✅ Свод: у всех { $outcome }
svod-ask-without = Ещё не отчитались: <b>{ $names }</b>. Записать свод без них?
svod-ask-whole = Отчитались все ({ $total } из { $total }). Записать свод?
svod-changed-meanwhile = Отчёты изменились, пока карточка была открыта. Теперь: { $value }
svod-go-without = ✅ Без них: { $value }
svod-wait = ⏳ Подождать
svod-handed-in = 📨 Сдано { $day }, версия { $version }
svod-made-of = 👥 Свод: взято отчётов { $there } из { $total }
svod-lead = 🧮 { $name } (свод)

## Группа раскрывается до участников
members-open = 👥 Раскрыть: { $name }
members-rows = { $count ->
        [one] Группа названа в { $count } строке:
       *[many] Группа названа в { $count } строках:
    }
members-ask = Кто из группы отчитывается? Отметьте каждого или напишите должность.
members-lead = Первый в списке ведёт свод.
members-ok = ✅ Каждый отчитывается ({ $count })
members-done = Сохранено, строк: { $count }
group-needs-each = По правилам плана за группу отчитывается один. Чтобы отчитывался каждый, измените правила: /rules.
group-members-count = Отметьте от 1 до { $most } участников.

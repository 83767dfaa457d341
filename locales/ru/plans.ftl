## План: чтение и принятие
plan-reading = 📖 Читаю «{ $name }»…
plans-title = <b>Планы</b>
plans-none = Планов пока нет. Пришлите файл плана: DOCX, XLSX, CSV или PDF.
plan-read = Прочитан <b>«{ $title }»</b>
plan-counts = { $sections ->
        [one] { $sections } раздел
        [few] { $sections } раздела
       *[many] { $sections } разделов
    }, { $indicators ->
        [one] { $indicators } показатель
        [few] { $indicators } показателя
       *[many] { $indicators } показателей
    }, { $activities ->
        [one] { $activities } мероприятие
        [few] { $activities } мероприятия
       *[many] { $activities } мероприятий
    }, { $posts ->
        [one] { $posts } должность
        [few] { $posts } должности
       *[many] { $posts } должностей
    }
plan-doubt-count = ❗ { $count ->
        [one] { $count } сомнение
        [few] { $count } сомнения
       *[many] { $count } сомнений
    }, например:
plan-no-doubts = ✅ Сомнений нет
plan-doubt-row = строка { $number }: { $text }
plan-doubts = Разобрать сомнения ({ $count })
plan-rows = 📄 Показать строки
plan-accept = ✅ Принять
plan-cancel = ✖️ Отменить
plan-back = ⬅️ К плану
plan-lacks = В файле этого нет, а отчётам это нужно.
plan-ask-title = Как называется план?
plan-ask-organisation = Как называется организация?
plan-ask-year = На какой год план? Например: 2024
plan-year-not-read = «{ $typed }» — не год. Напишите, например: 2024.
plan-part-length = Напишите от 2 до { $most } знаков.
plan-accepted-toast = План принят
plan-cancelled-toast = Отменено, план не принят
plan-not-waiting = Этот план уже принят или отменён
plan-lacks-parts = Сначала нужны название, организация и год плана
doubt-where = Сомнение · осталось { $left } из { $total }
row-targets = План: { $values }
row-money = Сумма: { $values }; всего: { $total }
row-responsible = 👤 { $names }

## Кто отчитывается
owners-proposed = Кто отчитывается (предложено по плану, первая должность в строке):
owners-live = Кто отчитывается:
owners-open = ❗ Группы, за которые никто не отчитывается: { $count }. Выберите, кто отвечает за группу.
owners-more = … и ещё { $count }
owners-group = ❗ { $name } ({ $count })
owners-nobody = ❗ Без ответственного ({ $count })
owners-confirm = ✅ Подтвердить ответственных
owners-rows = ✏️ По строкам
owners-confirmed-toast = Отчётов за период плана: { $count }
owners-confirmed = ✅ Ответственные подтверждены, отчётов за период плана: { $count }. Теперь пригласите людей.
group-title = { $name }
group-rows = { $count ->
        [one] В { $count } строке названа только группа:
       *[many] В { $count } строках названа только группа:
    }
group-ask = Кто отчитывается за группу? Выберите или напишите должность.
group-needs-member = За группу «{ $name }» никто не отчитывается. Сначала выберите, кто отчитывается за неё.
owner-rows-title = Строки и кто по ним отчитывается
owner-none = никто
owner-ask = Кто отчитывается? Выберите или напишите должность.

## Люди и приглашения
people-title = Люди и должности
people-coordinators = Координаторы: { $names }
people-managers = Руководители: { $names }
people-posts = Должностей с отчётами: { $total }, никем не занято: { $free }
people-no-posts = Должностей пока нет: сначала примите план.
people-unreached = ⚠️ Не доходит (бот заблокирован): { $name }
post-aliases = Также: { $names }
post-free = Должность пока никто не занимает.
post-invite = 🔗 Пригласить
post-off = ✖️ Снять: { $name }
invite-title = <b>Кого пригласить?</b>
invite-officer = 👥 Исполнителя на должность
invite-manager = 🔗 Пригласить руководителя
invite-coordinator = 🔗 Пригласить координатора
invited-title = Приглашение: { $who }
invited-how = Перешлите ссылку этому человеку. Она действует { $days } дней и рассчитана на одного человека.
invited-qr = ▦ QR-код
invited-qr-coming = QR-код сейчас придёт
invited-withdraw = ✖️ Отозвать
invited-more = 👥 К должностям
invitation-taken-back = Приглашение отозвано
notice-join-undone = { $name }: доступ по этому приглашению закрыт, остальное сохранилось
join-undone-already = Это подключение уже отменено

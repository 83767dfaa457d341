## Вход по приглашению
invitation-officer =
    Здравствуйте! Вас приглашают вести отчётность:
    📋 { $plan }
    { $count ->
        [one] Должность
       *[other] Должности
    }: <b>{ $posts }</b>
invitation-manager =
    Здравствуйте! Вас приглашают как <b>руководителя</b>: сводки и отчёты по планам.
    📋 { $plan }
invitation-coordinator =
    Здравствуйте! Вас приглашают как <b>координатора</b>: планы, приглашения и правила отчётности.
invitation-yes = ✅ Да, это я
invitation-no = Это не моя должность
invitation-declined = Понятно. Координатору передано, что приглашение попало не по адресу.
invitation-no-plan = план ещё не загружен
invitation-unknown = Эта ссылка не действует. Попросите у координатора новую.
invitation-used = Этим приглашением уже воспользовались. Новое попросите у: { $who }.
invitation-used-ask-anybody = Этим приглашением уже воспользовались. Попросите у координатора новое.
invitation-expired = Срок приглашения истёк. Новое попросите у: { $who }.
invitation-expired-ask-anybody = Срок приглашения истёк. Попросите у координатора новое.
invitation-withdrawn = Приглашение отозвано. Спросите у: { $who }.
invitation-withdrawn-ask-anybody = Приглашение отозвано. Спросите у координатора.
joined-welcome = Добро пожаловать, { $name }! Меню команд — слева от строки ввода.
joined-again = С возвращением, { $name }!
person-gone = Этого человека уже нет среди участников
notice-joined =
    👤 Новый участник: <b>{ $name }</b>
    { $role }{ $posts }
notice-joined-undo = ↩️ Это ошибка, отключить
notice-removed = { $name }: доступ закрыт
notice-declined = ⚠️ { $name } отвечает: «Это не моя должность» — { $posts }. Проверьте, кому отправлена ссылка.
role-officer = Исполнитель
role-manager = Руководитель
role-coordinator = Координатор

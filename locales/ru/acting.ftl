## Отчёт за другую должность
post-behalf = ✍️ Отчитаться за эту должность
behalf-line = ✍️ Вы отчитываетесь за: <b>{ $post }</b>
behalf-end = ⏹ Закончить: снова за себя
behalf-ended = Вы снова отчитываетесь за себя
behalf-over = Вы и так отчитываетесь за себя
notice-behalf =
    ✍️ За вас { $count ->
        [one] сдан { $count } отчёт
        [few] сдано { $count } отчёта
       *[many] сдано { $count } отчётов
    }: <b>{ $name }</b> (координатор).
    { $period } · { $post }
    Посмотреть и исправить: /history
notice-for-post = ✍️ Открыть за эту должность
notice-now-with = Отчёт сейчас сдаёт: { $who }
notice-now-with-nobody = Должность сейчас никто не занимает.
report-behalf = { $name } (координатор, за должность; на ней: { $holders })
report-behalf-vacant = { $name } (координатор, за вакантную должность)
report-substitute = { $name } (замещает: { $holders })

## Двое на одной должности
draft-changed-by = Эта карточка только что изменена: { $who }. Вот что записано теперь; если нужно иначе, ответьте ещё раз.
submit-changed-by = Пока карточка была открыта, здесь появилась запись: { $who }. Посмотрите и сдайте ещё раз.
recorded-by-other = ✏️ Кем записано: { $name }, { $time }
submitted-by-other = 📨 Кем сдано: { $name }, { $time }
history-by-other = 📨 Кем сдано: { $name } — { $count }

## Замещение на время отсутствия
settings-substitute = 🏖 Назначить замещающего
post-leave = 🏖 Замещение
substitute-no-post = У вас нет должности, за которую отчитываются
substitute-which = На какой должности вас заменят?
substitute-all-posts = На всех
substitute-who = <b>Кто заменит?</b> { $posts }
substitute-nobody = { $posts }: заменить пока некому — никто из коллег ещё не вошёл в бот.
substitute-when =
    <b>{ $name }</b> — { $posts }
    С какого по какое число? Нажмите кнопку или напишите, например: с 1 по 14 апреля.
substitute-until =
    <b>{ $name }</b> — { $posts }
    С { $day } — по какое число? Нажмите кнопку или напишите, например: по 14 апреля; на две недели.
substitute-self = Заменить может только другой человек
substitute-named = ✅ Замещение назначено: { $when }
substitute-line = 🔁 Вы замещаете: <b>{ $post }</b>, по { $day }
substitute-card = 🔁 За должность: <b>{ $post }</b>
substitution-line = 🏖 { $post }: { $name } отсутствует, отчитывается { $other }, { $when }
substitution-end = ✖️ Завершить: { $name }
substitution-ended-toast = Замещение завершено
substitution-over = Это замещение уже закончилось
substitution-was = Замещение на должности «{ $post }» закончилось: отчёты снова сдаёт тот, кто её занимает. Записанное вами сохранено.
leave-when = { $first } – { $last }
leave-not-read = Не понял «{ $typed }». Напишите первый и последний день, например: с 1 по 14 апреля.
leave-no-such-day = Такого дня в календаре нет: «{ $typed }». Напишите, например: с 1 по 14 апреля.
leave-end-not-said = Последний день не указан.
leave-backwards = Последний день раньше первого. Напишите, например: с 1 по 14 апреля.
leave-past = Эти дни уже прошли. Напишите, например: с 1 по 14 апреля.
leave-too-long = Замещение — не дольше года. На больший срок координатор передаёт должность: /people.
holder-on-leave = { $name } (замещает { $substitute })
receipt-stood-in = 🔁 Из них за должность «{ $post }»: { $count }
notice-substitute =
    🏖 Пока <b>{ $name }</b> отсутствует, за эту должность отчитываетесь вы: { $post }.
    { $when }: её отчёты будут у вас, вместе с вашими.
notice-substitution = 🏖 { $post }: <b>{ $name }</b> отсутствует, отчитывается <b>{ $other }</b>, { $when }
notice-substitution-undo = ↩️ Отменить замещение
notice-absent = 🏖 { $post }: { $when } за вас отчитывается <b>{ $other }</b>. Напоминаний по этой должности вам не будет.
notice-substitution-begins = 🏖 С сегодняшнего дня по { $day } вы замещаете: <b>{ $post }</b>. Отчёты — /tasks
notice-substitution-ended = 🏖 Замещение завершено: { $post } ({ $name }). Отчёты снова сдаёт тот, кто занимает должность.
notice-leave-over-absent = 🏖 Срок замещения закончился: { $post }. { $other } больше не отчитывается за вас, отчёты снова у вас: /tasks
notice-leave-over-substitute = 🏖 Срок замещения закончился: { $post }. Отчёты снова сдаёт { $name }; записанное вами сохранено.
notice-substitute-meanwhile = 🏖 { $post } ({ $name }): { $when } вместо вас отчитывается <b>{ $other }</b>. Остальные дни замещения остаются за вами.
notice-leave-over-goes-on = 🏖 Срок замещения закончился: { $post } ({ $name }). Дальше отчитывается другой замещающий; записанное вами сохранено.
notice-substitute-gone = 🏖 { $post }: <b>{ $other }</b> больше не сможет вас замещать. Отчёты снова за вами; другого замещающего можно назначить: /settings
notice-substitute-gone-host = 🏖 { $post }: <b>{ $other }</b> больше не может замещать <b>{ $name }</b>. Назначить другого — на карточке должности: /people

## Должность переходит к другому
post-give = 🔀 Передать
post-not-held = Эту должность занимает уже другой человек
give-who = 🔀 <b>{ $post }</b>: сейчас { $name }. Кому передать?
give-by-invitation = 🔗 Новому человеку, по ссылке
give-sure =
    🔀 <b>{ $post }</b>: { $old } → { $name }
    С должностью перейдут черновики и возвращённые отчёты. Сданное останется за тем, кто сдал.
give-ok = ✅ Передать: { $name }
give-by-link = 🔀 Когда по этой ссылке войдут, должность перейдёт к новому человеку, а { $name } больше не отчитывается за неё.
invitation-is-to-replace = Эта ссылка — для того, кто примет вашу должность. Передайте её дальше.
notice-handed-from =
    🔀 Должность «{ $post }» передана: <b>{ $name }</b>. Черновики ушли вместе с ней.
    Сданное вами остаётся за вами: /history
notice-handed-to = 🔀 Вам передана должность «{ $post }» (до вас: { $name }). Начатые отчёты уже у вас: /tasks
post-handed-over = Должность «{ $post }» передана: { $who }. Отчёты теперь там; сданное вами — в /history.
post-was-yours = Должность «{ $post }» у вас больше нет. Сданное вами — в /history.
given-title = Сдано вами раньше
given-line = { $period } · { $plan } · { $post }: { $count }
given-heading = { $period } · { $post }
given-account = 💬 { $account }
given-evidence = 📎 { $names }
given-only-read = Должность уже не ваша: здесь можно только смотреть.

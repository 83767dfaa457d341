## Ответы на сомнения
doubt-settled = ✔️ Решено: { $answer }
doubt-settled-before = ✔️ Решено раньше: { $answer }
doubt-noted-toast = Записано
doubt-understood = Записано: { $what }
doubt-understood-deadline = Записано: срок до { $day }
doubt-type-deadline = Или напишите срок, например: «до 15 июля 2024», «III квартал 2024».
doubt-type-value = Или напишите значение, например: «6 050,0»; если его нет: «-».
doubt-type-names = Или напишите исполнителей через запятую.
plan-doubts-settled = Решённые сомнения ({ $count })
plan-recalled = ✔️ { $count ->
        [one] { $count } решено раньше
       *[other] { $count } решены раньше
    }
quote = «{ $text }»
answer-kept = Оставить как напечатано
answer-yes = Верно
answer-noted = Понятно
answer-values = Верны значения: срок по ним
answer-deadline = Верен срок: перенести значение
answer-before = До начала этого времени
answer-until-end = До конца этого времени
answer-turns = За все периоды
answer-these-only = Только за эти периоды
answer-by-deadline = Отчитываться по сроку
answer-no-report = Отчёта нет
answer-no-value = Значения нет
answer-no-sum = Суммы нет, оставить слова
answer-owner-later = Выберу, когда приму план
answer-same = Это одна должность
answer-two = Это две разные
answer-one = Это одно название
answer-unit-presence = есть / нет
answer-unit-count = число
answer-unit-percent = процент
answer-unit-money = деньги, тенге
answer-unit-stage = этап
answer-unit-text = текст
settle-deadline-not-read = «{ $typed }» — не понял срок. Напишите, например: «до 15 июля 2024», «III квартал 2024», «ежемесячно».
settle-value-not-read = «{ $typed }» — не понял значение. Напишите число, например: 6050,5, или «-».
settle-names-not-read = Не понял исполнителей. Напишите должности через запятую.
settle-not-an-answer = Такого ответа у этого сомнения нет

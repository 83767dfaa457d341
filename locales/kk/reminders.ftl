## Еске салу
digest-before = ⏰ { $period } бойынша есепті тапсыруға { $count } жұмыс күні қалды: мерзімі — { $day }
digest-today = ⏰ Бүгін — { $period } бойынша есеп тапсырудың соңғы күні
digest-late = ⏰ { $period } бойынша есепті тапсыру мерзімі { $day } өтті
digest-several = ⏰ Тапсырылатын есептер
digest-group-late = { $count ->
        [one] Мерзімі өткені: { $count }, мерзімі — { $day }
       *[other] Мерзімі өткені: { $count }, ең ертесінің мерзімі — { $day }
    }
digest-group-today = Бүгін соңғы күн: { $count }
digest-group-left = Мерзімі — { $day }: { $count }
digest-owed = Тапсырылмаған есептер: { $count } (барлығы { $total }). Бұған шамамен { $minutes } минут кетеді.
digest-recorded = Жазылған, бірақ тапсырылмаған: { $count } — «Тапсыру» түймесін басу ғана қалды.
digest-manager = { $day } бұл туралы басшыға хабарланады.
digest-start = ▶️ Есеп беру
digest-snooze = 🕘 Ертең сағат { $hour }:00-де
digest-snooze-on = 🕘 { $day } сағат { $hour }:00-де
digest-snoozed = Еске саламын: { $day }
late-title = ⏰ Мерзімі өткен есептер: { $count }
late-open = Мерзімі өткендерді ашу
digest-answered = ✅ Бәрі тапсырылды. Рақмет!

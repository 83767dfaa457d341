## Дерекқор, көшірмелер, командалық жол
storage-newer = Дерекқор бұл бағдарламадан жаңарақ (нұсқасы: { $revision }). Бағдарламаны жаңартыңыз.
storage-older = Дерекқор бұл бағдарламадан ескірек (нұсқасы: { $revision }). Мынаны орындаңыз: python -m bot migrate
storage-held = Бұл дерекқорда адамдармен басқа процесс сөйлесіп тұр. Ондай процесс біреу ғана болады: алдымен соны тоқтатыңыз немесе мынаны --only-scheduler деп іске қосыңыз.
backup-nothing = Көшіретін ештеңе жоқ: дерекқор әлі құрылмаған.
backup-other-engine = PostgreSQL үшін көшірмені pg_dump арқылы жасап, files қалтасын сақтаңыз.
backup-unreadable = Бұл мұрағат көшірме ретінде оқылмайды. Басқасын алыңыз.
restore-not-empty = Мұнда дерек бар. Ауыстыру үшін --force қосыңыз.
plan-options-missing = Файлда бұл айтылмаған; қосыңыз: { $options }
role-unknown = «{ $typed }» — мұндай рөл жоқ. Барлары: officer, manager, coordinator.
post-unknown = Жоспарда «{ $typed }» лауазымы жоқ. Оны жоспардағыдай жазыңыз.
format-unknown = «{ $typed }» — мұндай пішім жоқ. Барлары: text, json, xlsx.

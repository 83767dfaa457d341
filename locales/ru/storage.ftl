## База, копии, командная строка
storage-newer = База данных новее этой программы (версия { $revision }). Обновите программу.
storage-older = База данных старее этой программы (версия { $revision }). Выполните: python -m bot migrate
storage-held = С людьми на этой базе данных уже говорит другой процесс. Такой может быть только один: сначала остановите его или запустите этот с --only-scheduler.
backup-nothing = Копировать нечего: базы данных ещё нет.
backup-other-engine = Для PostgreSQL сделайте копию через pg_dump и сохраните папку files.
backup-unreadable = Этот архив не читается как резервная копия. Возьмите другой.
restore-not-empty = Здесь уже есть данные. Чтобы заменить их, добавьте --force.
plan-options-missing = В файле этого нет; добавьте: { $options }
role-unknown = «{ $typed }» — нет такой роли. Есть: officer, manager, coordinator.
post-unknown = Должности «{ $typed }» нет в плане. Напишите её так же, как в плане.
format-unknown = «{ $typed }» — нет такого формата. Есть: text, json, xlsx.

# Жоспар файлдары: не болмағаны және не істеу керегі.
file-unreadable = Файл ашылмайды: бүлінген сияқты. Оны Word немесе Excel бағдарламасында қайта сақтап, тағы бір рет жіберіңіз.
file-too-large = Файл 20 МБ-тан үлкен. Суреттерін алып тастаңыз немесе тек жоспар кестесін сақтап, қайта жіберіңіз.
file-not-a-plan = Файл ашылды, бірақ онда жоспар кестесі жоқ. Іс-шара, мерзім және жауапты орындаушылар бағандары бар кесте керек. Немесе бос үлгіні толтырыңыз.
file-table-known = Файлда жоспар жоқ. Ондағы ең үлкен кесте — «{ $table }» (жол саны: { $rows }, баған саны: { $columns }), тақырыптары: { $headings }. Олардың ішінде маған таныстары: { $known }. Кестеде кемінде үш баған мен үш жол болса, әр баған туралы сұрай аламын (🗂 Бағандар). Немесе бос үлгіні толтырыңыз.
file-table-unknown = Файлда жоспар жоқ. Ондағы ең үлкен кесте — «{ $table }» (жол саны: { $rows }, баған саны: { $columns }), тақырыптары: { $headings }. Олардың бірде-бірі маған таныс емес. Кестеде кемінде үш баған мен үш жол болса, әр баған туралы сұрай аламын (🗂 Бағандар). Немесе бос үлгіні толтырыңыз.
file-no-rows = Файлда жоспардың тақырыптары бар, бірақ олардың астында бірде-бір жол жоқ. Кестені толтырып, файлды қайта жіберіңіз.
file-kind-unknown = Мұндай файлды оқи алмаймын. Жоспарды DOCX, XLSX, CSV немесе мәтіні бар PDF түрінде жіберіңіз.
file-old-format = Бұл ескі пішімдегі файл. Оны ашып, «Басқаша сақтау» арқылы .docx немесе .xlsx етіп сақтап, қайта жіберіңіз.
file-protected = Файл құпиясөзбен қорғалған. Құпиясөзді алып тастап, файлды қайта жіберіңіз.
file-bomb = Файл ашылғанда тым үлкейіп кетеді. Жоспар кестесін жаңа құжатқа көшіріп, соны жіберіңіз.
file-no-text = Бұл PDF-те оқуға болатын мәтін жоқ: беттер сканерленген немесе әріптердің коды жоқ. Бастапқы Word немесе Excel құжатын жіберіңіз.
file-rows-too-close = Бұл PDF-те кесте жолдарының арасында сызық та, аралық та жоқ: олардың шегі көрінбейді. Бастапқы Word не Excel файлын немесе сызықтары бар PDF жіберіңіз.
file-too-slow = Файл тым күрделі, оны уақытында оқу мүмкін болмады. Тек жоспар кестесін қалдырып, қайта жіберіңіз.

## Жоспарды файлға шығару (бағандардың атаулары — боттың өзі оқитын сөздер)
plan-file-sheet = Жоспар
plan-file-organisation = Ұйым
plan-file-period = Кезең
plan-file-number = Р/с №
plan-file-activity = Іс-шара
plan-file-form = Аяқтау нысаны
plan-file-deadline = Орындау мерзімі
plan-file-responsible = Жауапты орындаушылар
plan-file-unit = Өлшем бірлігі
plan-file-note = Ескертпе
plan-file-objective = Міндет
plan-file-goal = Мақсат
plan-file-funding = Қаржыландыру
plan-file-funding-scaled = Қаржыландыру, { $scale }
plan-file-total = Қаржыландыру көлемі
plan-file-total-scaled = Қаржыландыру көлемі, { $scale }
plan-file-source = Қаржыландыру көзі
plan-file-kpi = KPI
plan-file-result = Күтілетін нәтиже
plan-file-indicators = Нысаналы индикаторлар
plan-file-indicator = Нысаналы индикатор
plan-file-outside = Бөлімдерден тыс іс-шаралар тізбесі
plan-file-quarter = { $year } жылғы { $part }-тоқсан
plan-file-half = { $year } жылғы { $part }-жартыжылдық
plan-file-month = { $year } жылғы { $part }
plan-file-year = { $year } жыл
plan-file-years = { $year }–{ $until } жылдар
plan-file-scale-kzt = теңге
plan-file-scale-thousand = мың теңге
plan-file-scale-million = млн теңге
plan-file-scale-billion = млрд теңге
plan-file-month-name = { $month ->
    [1] қаңтар
    [2] ақпан
    [3] наурыз
    [4] сәуір
    [5] мамыр
    [6] маусым
    [7] шілде
    [8] тамыз
    [9] қыркүйек
    [10] қазан
    [11] қараша
   *[12] желтоқсан
}
plan-file-heading-direction = { $number }-бағыт. { $title }
plan-file-heading-direction-bare = Бағыт: { $title }
plan-file-heading-goal = { $number }-мақсат. { $title }
plan-file-heading-goal-bare = Мақсат: { $title }
plan-file-heading-task = { $number }-міндет. { $title }
plan-file-heading-task-bare = Міндет: { $title }
plan-file-heading-indicator = { $number }-нысаналы индикатор. { $title }
plan-file-heading-indicator-bare = Нысаналы индикатор: { $title }
plan-file-heading-part = { $number }-бөлім. { $title }
plan-file-heading-part-bare = Бөлім: { $title }
plan-unknown = «{ $called }» жоспары жоқ. Барлары: { $names }
plan-format-unknown = Жоспар «{ $typed }» пішімінде шығарылмайды. Барлары: docx, xlsx, csv.

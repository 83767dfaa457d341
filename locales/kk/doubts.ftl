# Жоспарды оқығандағы күмәндар: не жазылған және не шешу керек.
doubt-target-outside-deadline = Мерзімі — «{ $deadline }», ал мәндер мына кезеңге жазылған: { $periods }. Қайсысы дұрыс?
doubt-targets-missing-turns = Мерзімі — «{ $deadline }», ал мәндер тек мына кезеңге жазылған: { $periods }. Қалған кезеңдерге есеп керек пе?
doubt-targets-blank = Бірде-бір кезеңде жоспарлы мән жоқ. Жолдың мерзімі бойынша есеп беріле ме?
doubt-value-unread = «{ $value }» жоспарлы мәні ({ $period }) санға ұқсамайды. Оны қалай түсіну керек?
doubt-value-not-computed = Ұяшықта нәтижесіз формула немесе қате бар: «{ $value }». Мәнін көрсетіңіз.
doubt-unit-unknown = «{ $unit }» өлшем бірлігі таныс емес. Есеп немен беріледі?
doubt-deadline-unread = «{ $deadline }» мерзімін түсіну мүмкін болмады. Күнін немесе кезеңін көрсетіңіз.
doubt-deadline-partly-read = «{ $deadline }» мерзімі толық түсінілмеді. Күні дұрыс оқылғанын тексеріңіз.
doubt-deadline-year-assumed = «{ $deadline }» мерзімінде жыл жоқ; { $year } жыл алынды. Дұрыс па?
doubt-deadline-year-missing = «{ $deadline }» мерзімінде жыл жоқ, ал жоспар бірнеше жылға арналған. Бұл қай жыл?
doubt-deadline-before-period = «{ $deadline }» мерзімін екі түрлі түсінуге болады: осы кезеңнің басына дейін немесе соңына дейін. Соңы алынды.
doubt-deadline-missing = Мерзім де, жоспарлы мән де жоқ. Есеп қашан беріледі?
doubt-deadline-backwards = «{ $deadline }» мерзімінің басы соңынан кеш. Күндерін тексеріңіз.
doubt-deadline-end-missing = «{ $deadline }» мерзімінде басталатын күні бар, ал аяқталатын күні жоқ. Мерзімі қашан?
doubt-deadline-outside-plan = «{ $deadline }» мерзімі жоспар кезеңіне сәйкес келмейді. Күні дұрыс па?
doubt-responsible-missing = Жауапты орындаушы көрсетілмеген. Есепті кім береді?
doubt-responsible-split = Орындаушылар бірге жазылған: «{ $printed }». Былай оқылды: { $names }. Дұрыс па?
doubt-responsible-variant = «{ $printed }» жазбасы «{ $name }» деп оқылды. Бұл бір атау ма?
doubt-responsible-unclear = «{ $printed }» жазбасынан орындаушыларды бөлу мүмкін болмады. Оларды көрсетіңіз.
doubt-post-nearly-known = «{ $printed }» тізілімдегі «{ $name }» лауазымына ұқсайды. Бұл сол ма?
doubt-money-in-words = Соманың орнына сөз жазылған: «{ $value }». Сомасы бар ма?
doubt-total-differs = Жазылғаны — { $printed }, ал қосындысы — { $sum }. Қайсысы дұрыс?
doubt-indicator-joined = «{ $printed }» көрсеткіші «{ $name }» көрсеткішімен бірге оқылды: нөмірі бір, атауы да дерлік бірдей. Бұл бір көрсеткіш пе?
doubt-row-continued = Атауы жоқ жол алдыңғысына қосылды: «{ $value }». Дұрыс па?
doubt-row-parted = Бір ұяшықта бірнеше жұмыс жазылған, олар жеке жолдар болып оқылды ({ $count }): «{ $value }». Дұрыс па?
doubt-row-repeated = «{ $table }» кестесі «{ $first }» кестесін қайталайды: нөмірі мен атауы бірдей жолдар саны — { $count }. Қазір олар жоспарда екі рет тұр. Екеуі де керек пе?
doubt-row-unplaced = Бұл жолды ешбір іс-шараға жатқызу мүмкін болмады: «{ $value }». Онымен не істеу керек?
doubt-row-not-in-force = Бұл жол файлда жасырылған, сызылған немесе жойылған, сондықтан жоспарға кірмеді: «{ $value }». Ол қолданыста ма?
doubt-carried-down = «{ $column }» бағанындағы бос ұяшықтар мен «-//-» сияқты белгілер «жоғарыдағыдай» деп оқылды. Дұрыс па?
doubt-column-unknown = «{ $column }» бағаны таныс емес, оның деректері оқылмады. Олар керек пе?
doubt-column-guessed = «{ $column }» бағаны мазмұнына қарай былай оқылды: { $role ->
    [title] іс-шаралар
    [number] нөмірлер
    [deadline] мерзімдер
    [start] жұмыстың басталуы
    [duration] ұзақтығы
    [responsible] жауапты орындаушылар
    [completion_form] аяқтау нысаны
    [unit] өлшем бірліктері
    [objective] міндеттер
   *[other] басқа
}. Дұрыс па?
doubt-column-of-facts = «{ $column }» бағаны жоспарға емес, нақты мәнге ұқсайды. Оның мәндерін жоспарлы деп санау керек пе?
doubt-header-missing = Кестенің тақырыптары жоқ. Бағандар мазмұнына қарай түсінілді: жолдарды тексеріңіз.
doubt-table-unruled = PDF-тегі кестеде сызықтар жоқ: жолдар мен бағандар сөздердің орналасуына қарай анықталды. Жолдарды тексеріңіз.
doubt-row-unsure = PDF-те «{ $value }» жолының басы мен соңы анық көрінбейді. Ол дұрыс оқылды ма?
doubt-page-unread = PDF-те мәтіні жоқ, тек сурет түріндегі беттер бар: { $pages }. Олардағы мәлімет оқылмады: жоспардың жолдары қалып қоймағанын тексеріңіз.
doubt-letters-unread = «{ $value }» жолының кейбір әріптері оқылмады. Оны жоспарда басылғандай етіп жазыңыз.
doubt-year-missing = Жоспарда жыл жазылмаған. Оны қабылдаған кезде көрсетіңіз.

## Күмәнді жерлер түрлері бойынша
doubt-of-kind = { $kind }: { $left } қалды
doubt-kind-sums = Сома
doubt-kind-deadlines = Мерзім
doubt-kind-values = Мән
doubt-kind-rows = Жол
doubt-kind-columns = Баған
doubt-kind-owners = Орындаушы
doubt-kind-units = Өлшем
doubt-kind-notes = Ескерту
doubt-alike = ☑️ Қалғаны да солай ({ $count }): { $answer }
doubt-take-back = ↩️ Қайтару: { $answer }
doubt-take-back-all = ↩️ Бәрін қайтару ({ $count })
doubt-open-again = ↩️ Жауапты алып тастау
doubts-noted-toast = Жазылды: { $count }
doubt-taken-back-toast = Жауап алып тасталды
answer-no-type = Жоқ, дұрыс мерзімді жазамын
answer-no-columns = Жоқ, бағандарды көрсету
answer-no-file = Жоқ, олай емес

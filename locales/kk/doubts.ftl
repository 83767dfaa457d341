# Жоспарды оқығандағы күмәндар: не жазылған және не шешу керек.
doubt-target-outside-deadline = Мерзімі — «{ $deadline }», ал мәндер { $periods } кезеңінде тұр. Қайсысы дұрыс?
doubt-targets-missing-turns = Мерзімі — «{ $deadline }», ал мәндер тек { $periods } кезеңінде тұр. Қалған кезеңдерге есеп керек пе?
doubt-targets-blank = Бірде-бір кезеңде жоспарлы мән жоқ. Жолдың мерзімі бойынша есеп беріле ме?
doubt-value-unread = { $period } кезеңіндегі «{ $value }» жоспарлы мәні санға ұқсамайды. Оны қалай түсіну керек?
doubt-value-not-computed = Ұяшықта нәтижесіз формула немесе қате бар: «{ $value }». Мәнін көрсетіңіз.
doubt-unit-unknown = «{ $unit }» өлшем бірлігі таныс емес. Есеп немен беріледі?
doubt-deadline-unread = «{ $deadline }» мерзімін түсіну мүмкін болмады. Күнін немесе кезеңін көрсетіңіз.
doubt-deadline-partly-read = «{ $deadline }» мерзімі толық түсінілмеді. Күні дұрыс оқылғанын тексеріңіз.
doubt-deadline-year-assumed = «{ $deadline }» мерзімінде жыл жоқ; { $year } жыл алынды. Дұрыс па?
doubt-deadline-year-missing = «{ $deadline }» мерзімінде жыл жоқ, ал жоспар бірнеше жылға арналған. Бұл қай жыл?
doubt-deadline-before-period = «{ $deadline }» мерзімін екі түрлі түсінуге болады: осы уақыттың басына дейін немесе соңына дейін. Соңы алынды.
doubt-deadline-missing = Мерзім де, жоспарлы мән де жоқ. Есеп қашан беріледі?
doubt-deadline-backwards = «{ $deadline }» мерзімінің басы соңынан кеш. Күндерін тексеріңіз.
doubt-responsible-missing = Жауапты көрсетілмеген. Есепті кім береді?
doubt-responsible-split = Орындаушылар бірге жазылған: «{ $printed }». Былай оқылды: { $names }. Дұрыс па?
doubt-responsible-variant = «{ $printed }» «{ $name }» деп оқылды. Бұл бір атау ма?
doubt-responsible-unclear = «{ $printed }» жазбасынан орындаушыларды бөлу мүмкін болмады. Оларды көрсетіңіз.
doubt-post-nearly-known = «{ $printed }» тізілімдегі «{ $name }» лауазымына ұқсайды. Бұл сол ма?
doubt-money-in-words = Соманың орнына сөз жазылған: «{ $value }». Сомасы бар ма?
doubt-total-differs = Жазылғаны — { $printed }, ал қосындысы — { $sum }. Қайсысы дұрыс?
doubt-row-continued = Атауы жоқ жол алдыңғысына қосылды: «{ $value }». Дұрыс па?
doubt-row-unplaced = Бұл жолды ешбір іс-шараға жатқызу мүмкін болмады: «{ $value }». Онымен не істейміз?
doubt-carried-down = «{ $column }» бағанындағы бос ұяшықтар мен «-//-» сияқты белгілер «жоғарыдағыдай» деп оқылды. Дұрыс па?
doubt-column-unknown = «{ $column }» бағаны таныс емес, оның деректері оқылмады. Олар керек пе?
doubt-column-guessed = «{ $column }» бағаны мазмұнына қарай былай оқылды: { $role ->
    [title] іс-шаралар
    [deadline] мерзімдер
    [responsible] жауаптылар
   *[other] басқа
}. Дұрыс па?
doubt-column-of-facts = «{ $column }» бағаны жоспарға емес, нақты мәнге ұқсайды. Оның мәндерін жоспарлы деп санау керек пе?
doubt-header-missing = Кестенің тақырыптары жоқ. Бағандар мазмұнына қарай түсінілді: жолдарды тексеріңіз.
doubt-year-missing = Жоспарда жыл жазылмаған. Оны қабылдаған кезде көрсетіңіз.

## Басқа лауазым үшін есеп беру
post-behalf = ✍️ Осы лауазым атынан есеп беру
behalf-line = ✍️ Сіз мына лауазым атынан есеп бересіз: <b>{ $post }</b>
behalf-end = ⏹ Аяқтау: енді өз атымнан
behalf-ended = Енді өз атыңыздан есеп бересіз
behalf-over = Сіз онсыз да өз атыңыздан есеп бересіз
notice-behalf =
    ✍️ <b>{ $name }</b> (үйлестіруші) сіздің атыңыздан { $count } есеп тапсырды.
    { $period } · { $post }
    Көру және түзету: /history
notice-for-post = ✍️ Осы лауазым үшін ашу
notice-now-with = Есепті қазір тапсыратын: { $who }
notice-now-with-nobody = Бұл лауазымда қазір ешкім жоқ.
report-behalf = { $name } (үйлестіруші, лауазым атынан; лауазым иесі: { $holders })
report-behalf-vacant = { $name } (үйлестіруші, бос лауазым атынан)
report-substitute = { $name } (орнын басып отыр: { $holders })

## Бір лауазымда екі адам
draft-changed-by = Бұл карточканы жаңа ғана { $who } өзгертті. Қазір жазылғаны осы; басқаша болса, қайта жауап беріңіз.
submit-changed-by = Карточка ашық тұрғанда мұнда { $who } жазды. Қарап шығып, қайта тапсырыңыз.
recorded-by-other = ✏️ Жазған: { $name }, { $time }
submitted-by-other = 📨 Тапсырған: { $name }, { $time }
history-by-other = 📨 Тапсырған: { $name } — { $count }

## Болмаған кезде орнын басу
settings-substitute = 🏖 Орнымды кім басады…
post-leave = 🏖 Орнын басу
substitute-no-post = Сізде есеп беретін лауазым жоқ
substitute-which = Қай лауазым бойынша орныңызды басу керек?
substitute-all-posts = Барлығы бойынша
substitute-who = <b>Орнын кім басады?</b> { $posts }
substitute-nobody = { $posts }: орнын басатын адам әзірге жоқ — әріптестердің ешқайсысы ботқа кірмеген.
substitute-when =
    <b>{ $name }</b> — { $posts }
    Қай күннен қай күнге дейін? Түймені басыңыз немесе жазыңыз, мысалы: 1–14 сәуір.
substitute-until =
    <b>{ $name }</b> — { $posts }
    Басталуы: { $day }. Қай күнге дейін? Түймені басыңыз немесе жазыңыз, мысалы: 14 сәуірге дейін; екі апта.
substitute-self = Адам өз орнын өзі баса алмайды: басқа адамды таңдаңыз
substitute-named = ✅ Орын басатын адам тағайындалды: { $when }
substitute-line = 🔁 Сіз уақытша есеп беретін лауазым: <b>{ $post }</b> (соңғы күні — { $day })
substitute-card = 🔁 Мына лауазым атынан: <b>{ $post }</b>
substitution-line = 🏖 { $post }: { $name } болмаған кезде { $other } есеп береді, { $when }
substitution-end = ✖️ Аяқтау: { $name }
substitution-ended-toast = Орнын басу аяқталды
substitution-over = Бұл орнын басу мерзімі аяқталған
substitution-was = «{ $post }» лауазымында орнын басу аяқталды: есепті енді лауазым иесінің өзі тапсырады. Жазғаныңыз сақталды.
leave-when = { $first } – { $last }
leave-not-read = «{ $typed }» түсініксіз. Алғашқы және соңғы күнін жазыңыз, мысалы: 1–14 сәуір.
leave-no-such-day = Күнтізбеде мұндай күн жоқ: «{ $typed }». Мысалы былай жазыңыз: 1–14 сәуір.
leave-end-not-said = Соңғы күні көрсетілмеген.
leave-backwards = Соңғы күні алғашқы күнінен бұрын тұр. Мысалы, былай жазыңыз: 1–14 сәуір.
leave-past = Бұл күндер өтіп кеткен. Мысалы, былай жазыңыз: 1–14 сәуір.
leave-too-long = Орнын басу бір жылдан аспайды. Одан ұзақ мерзімге үйлестіруші лауазымды басқаға береді: /people.
holder-on-leave = { $name } (орнын { $substitute } басып отыр)
receipt-stood-in = 🔁 Оның ішінде «{ $post }» лауазымы бойынша: { $count }
notice-substitute =
    🏖 <b>{ $name }</b> болмаған кезде мына лауазым бойынша сіз есеп бересіз: { $post }.
    { $when }: оның есептері де өз есептеріңіздің қатарында тұрады.
notice-substitution = 🏖 { $post }: <b>{ $name }</b> болмаған кезде <b>{ $other }</b> есеп береді, { $when }
notice-substitution-undo = ↩️ Орнын басуды болдырмау
notice-absent = 🏖 { $post }, { $when }: сіздің орныңызға <b>{ $other }</b> есеп береді. Бұл лауазым бойынша сізге еске салу жіберілмейді.
notice-substitution-begins = 🏖 Бүгіннен бастап мына лауазым бойынша уақытша есеп бересіз: <b>{ $post }</b> (соңғы күні — { $day }). Есептер — /tasks
notice-substitution-ended = 🏖 Орнын басу аяқталды: { $post } ({ $name }). Есепті енді лауазым иесінің өзі тапсырады.
notice-leave-over-absent = 🏖 Орнын басу мерзімі аяқталды: { $post }. { $other } енді сіздің орныңызға есеп бермейді, есептер қайтадан өзіңізде: /tasks
notice-leave-over-substitute = 🏖 Орнын басу мерзімі аяқталды: { $post }. Есепті енді { $name } өзі тапсырады; жазғаныңыз сақталды.
notice-substitute-meanwhile = 🏖 { $post } ({ $name }), { $when }: сіздің орныңызға <b>{ $other }</b> есеп береді. Қалған күндері бұрынғыша сіз есеп бересіз.
notice-leave-over-goes-on = 🏖 Орнын басу мерзімі аяқталды: { $post } ({ $name }). Бұдан әрі басқа адам орнын басады; жазғаныңыз сақталды.
notice-substitute-gone = 🏖 { $post }: <b>{ $other }</b> енді орныңызды баса алмайды. Есептер қайтадан өзіңізде; орныңызды басатын басқа адамды /settings арқылы тағайындаңыз
notice-substitute-gone-host = 🏖 { $post }: <b>{ $other }</b> енді <b>{ $name }</b> үшін есеп бере алмайды. Басқасын лауазым карточкасынан тағайындаңыз: /people

## Лауазым басқаға өтеді
post-give = 🔀 Басқаға беру
post-not-held = Бұл лауазымда енді басқа адам
give-who = 🔀 <b>{ $post }</b>: қазір { $name }. Кімге беріледі?
give-by-invitation = 🔗 Жаңа адамға, сілтеме арқылы
give-sure =
    🔀 <b>{ $post }</b>: { $old } → { $name }
    Лауазыммен бірге басталған және қайтарылған есептер өтеді. Тапсырылғаны тапсырған адамда қалады.
give-ok = ✅ Беру: { $name }
give-by-link = 🔀 Осы сілтемемен кіргенде лауазым жаңа адамға өтеді, { $name } бұл лауазым бойынша енді есеп бермейді.
invitation-is-to-replace = Бұл сілтеме лауазымыңызды қабылдайтын адамға арналған. Соған жіберіңіз.
notice-handed-from =
    🔀 «{ $post }» лауазымы басқаға берілді: <b>{ $name }</b>. Басталған есептер де соған өтті.
    Тапсырғаныңыз өзіңізде қалады: /history
notice-handed-to = 🔀 Сізге «{ $post }» лауазымы берілді (бұған дейін: { $name }). Басталған есептер енді сізде: /tasks
post-handed-over = «{ $post }» лауазымы басқаға берілді: { $who }. Есептер де соған өтті; өзіңіз тапсырғандар — /history.
post-was-yours = «{ $post }» лауазымы енді сізде емес. Тапсырғаныңыз — /history.
given-title = Бұрын тапсырғаныңыз
given-line = { $period } · { $plan } · { $post }: { $count }
given-heading = { $period } · { $post }
given-account = 💬 { $account }
given-evidence = 📎 { $names }
given-only-read = Лауазым енді сізде емес: мұнда тек қарауға болады.

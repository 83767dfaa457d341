## Растау құжаттары: не жіберілді, не талап етіледі, неге назар аудару керек
evidence-paper-named = { $form } № { $number }, { $dated }
evidence-paper-named-undated = { $form } № { $number }
evidence-voice = дауыстық хабарлама
evidence-video = бейнежазба
evidence-place = 📍 <a href="https://www.openstreetmap.org/?mlat={ $latitude }&amp;mlon={ $longitude }">{ $latitude }, { $longitude }</a>
evidence-place-name = орын
evidence-kept = Қалдырылды
evidence-late-page = 🖼 Альбомның тағы бір файлы «{ $title }» жолына қосылды.
evidence-pointed-out = ⚠️ «{ $title }» жолына тіркелгенді тексерген жөн:
evidence-open = 📎 Карточкаға
walk-mend-paper = 📄 Құжат қате
ask-paper-file = { $form }: фото немесе файл жіберіңіз. Нөмірі мен күнін («12-ө 05.03.2024») файлдың астына жазуға болады.
ask-paper-only = { $form }: нөмірі мен күнін жіберіңіз («12-ө 05.03.2024»). Бұл жоспар бойынша файл қабылданбайды.

demand-lacking = 📎 Файл керек: { $forms }
submit-held = 📎 Жоспар талап ететін файлсыз тапсырылмайды: { $count }. Файлды тіркеңіз немесе орындалмады деп белгілеңіз.
submit-attach = 📎 Файл тіркеу ({ $count })
evidence-no-card = Мұнда тіркеме қабылданбайды: іс-шара карточкасын ашып (/report), қайта жіберіңіз.
evidence-beside = 📎 Жиынтық есепке тіркелді.
edited-not-read = Түзетілген хабарлама оқылмайды: дұрысын жаңа хабарламамен жіберіңіз.
files-not-allowed = Бұл жоспар бойынша файл мен фото қабылданбайды: құжаттың нөмірі мен күнін ғана жіберіңіз.
files-not-allowed-words = Файл сақталмады: бұл жоспар бойынша файл мен фото қабылданбайды. Астына жазғаныңыз сақталды.

remark-keep = ✅ Қалдыру{ $of }
remark-remove = ✖️ Алып тастау{ $of }
remark-empty = ⚠️ { $name }: файл бос
remark-unreadable = ⚠️ { $name }: файл ашылмайды, бүлінген болуы мүмкін
remark-paper-used = ⚠️ { $name }: «{ $title }» жолына тіркеліп қойған ({ $period })
remark-file-used = ⚠️ { $name }: осы файл «{ $title }» жолына тіркеліп қойған ({ $period })
remark-date-later = ⚠️ { $name }: күні әлі келген жоқ
remark-date-early = ⚠️ { $name }: күні есепті кезеңнен бұрын
remark-date-after = ⚠️ { $name }: күні орындау мерзімінен кейін
remark-row-gone = бұрынғы редакцияның жолы
report-remarks = Тіркелген құжаттарға ескертулер
report-remark-kept = { $remark } — орындаушы қалдырды
evidence-quota-day = Файл қабылданбады: бір адам күніне { $megabytes } МБ файл жібере алады, бүгінгі көлем таусылды. Оны ертең жіберіңіз немесе құжатты фотоға түсіріңіз — фото аз орын алады. Құжаттың нөмірі мен күнін қазір жаза беруге болады.
evidence-quota-all = Файл қабылданбады: бір адам барлығы { $megabytes } МБ файл жібере алады, бұл көлем таусылды. Үйлестірушіден оны ұлғайтуды сұраңыз. Құжаттың нөмірі мен күнін немесе сілтемесін қазір жаза беруге болады.

## Подтверждения: что прислано, что требуется, на что обратить внимание
evidence-paper-named = { $form } № { $number } от { $dated }
evidence-paper-named-undated = { $form } № { $number }
evidence-voice = голосовое сообщение
evidence-video = видео
evidence-place = 📍 <a href="https://www.openstreetmap.org/?mlat={ $latitude }&amp;mlon={ $longitude }">{ $latitude }, { $longitude }</a>
evidence-place-name = место
evidence-kept = Оставлено
evidence-late-page = 🖼 Ещё один файл альбома добавлен к строке «{ $title }».
evidence-pointed-out = ⚠️ К строке «{ $title }» приложено то, что стоит проверить:
evidence-open = 📎 К карточке
walk-mend-paper = 📄 Не тот документ
ask-paper-file = { $form }: пришлите фото или файл. № и дату («12-ө от 05.03.2024») можно в подписи.
ask-paper-only = { $form }: пришлите № и дату («12-ө от 05.03.2024»). Файлы по этому плану не принимаются.

demand-lacking = 📎 Нужен файл: { $forms }
submit-held = 📎 Без файла, которого требует план, не сдаются: { $count }. Приложите его или отметьте, что не исполнено.
submit-attach = 📎 Приложить файл ({ $count })
evidence-no-card = Здесь вложения не принимаются: откройте карточку мероприятия (/report) и пришлите ещё раз.
evidence-beside = 📎 Приложено к своду.
edited-not-read = Исправленное сообщение не читается: пришлите, как должно быть, новым сообщением.
files-not-allowed = По этому плану файлы и фото не принимаются: пришлите только № и дату документа.
files-not-allowed-words = Файл не сохранён: по этому плану файлы и фото не принимаются. Подпись записана.

remark-keep = ✅ Оставить{ $of }
remark-remove = ✖️ Убрать{ $of }
remark-empty = ⚠️ { $name }: файл пустой
remark-unreadable = ⚠️ { $name }: файл не открывается, возможно, повреждён
remark-paper-used = ⚠️ { $name }: уже приложено к строке «{ $title }» ({ $period })
remark-file-used = ⚠️ { $name }: этот же файл уже приложен к строке «{ $title }» ({ $period })
remark-date-later = ⚠️ { $name }: дата ещё не наступила
remark-date-early = ⚠️ { $name }: дата раньше отчётного периода
remark-date-after = ⚠️ { $name }: дата позже срока исполнения
remark-row-gone = строка прежней редакции
report-remarks = Замечания к приложенному
report-remark-kept = { $remark } — оставлено исполнителем
evidence-quota-day = Файл не принят: за день один человек может прислать { $megabytes } МБ файлов, и сегодня этот объём исчерпан. Пришлите его завтра или сфотографируйте документ — фото занимает меньше места. Номер и дату документа можно написать сейчас.
evidence-quota-all = Файл не принят: один человек может прислать { $megabytes } МБ файлов, и этот объём исчерпан. Попросите координатора увеличить его. Номер и дату документа или ссылку можно написать сейчас.

## Жиынтық есеп: бір жол бойынша бірнеше орындаушы
svod-title = 👥 <b>Жиынтық есеп: тапсырғаны { $there }/{ $total }</b>
svod-missing = ▫️ { $name }: есеп әлі жоқ
svod-overdue = ⏰ { $name }: есеп жоқ, мерзімі өтті
svod-returned = ↩️ { $name }: есеп қайтарылды
svod-more = … және тағы { $count }
svod-unknown = ❗ Орындалған, бірақ саны жоқ: { $count }
svod-your-part = Бұл қосындыда сіздің үлесіңіз жоқ; үлесіңіз болса, жалпы қорытындыны жазыңыз.
svod-own-word = Мұны қосуға болмайды: жалпы қорытындыны өзіңіз жазыңыз.
svod-without = Жиынтық есепке кірмегендер: { $names }
svod-changed = ⚠️ Жиынтық есептен кейін өзгерді: { $names }
svod-share = Жоспар барлығына ортақ; өзіңіз орындағанды жазыңыз.
svod-not-yet = 👥 Жиынтық есепті { $name } жасайды, әлі тапсырылған жоқ
svod-is = 👥 Жиынтық есеп тапсырылды ({ $name }): <b>{ $what }</b>
svod-without-you = Сіздің есебіңіз жиынтық есепке кірмеді.
svod-open = 👥 Бірлесіп орындаушылар есебі ({ $there }/{ $total })
svod-sum = ✅ Жиынтық есеп: { $value } = { $terms }
svod-figures = ✅ Жиынтық есеп: { $value }
svod-all-say = ✅ Жиынтық есеп: бәрінде { $outcome }
svod-ask-without = Әлі есеп бермегендер: <b>{ $names }</b>. Жиынтық есеп оларсыз жазылсын ба?
svod-ask-whole = Барлығы есеп берді ({ $total }/{ $total }). Жиынтық есеп жазылсын ба?
svod-changed-meanwhile = Карточка ашық тұрғанда есептер өзгерді. Қазір: { $value }
svod-go-without = ✅ Оларсыз: { $value }
svod-wait = ⏳ Күту
svod-handed-in = 📨 Тапсырылды: { $day }, { $version }-нұсқа
svod-made-of = 👥 Жиынтық есепке кіргені: { $there }/{ $total }
svod-lead = 🧮 { $name } (жиынтық есеп)

## Топ мүшелеріне ашылады
members-open = 👥 Мүшелері: { $name }
members-rows = Топ аталған жолдар саны: { $count }
members-ask = Топтан кім есеп береді? Әрқайсысын белгілеңіз немесе лауазымын жазыңыз.
members-lead = Жиынтық есепті тізімдегі бірінші жасайды.
members-ok = ✅ Әрқайсысы есеп береді ({ $count })
members-done = Сақталды, жолдар: { $count }
group-needs-each = Жоспар ережесі бойынша топ үшін біреу есеп береді. Әрқайсысы есеп беруі үшін ережелерді өзгертіңіз: /rules.
group-members-count = 1-ден { $most } мүшеге дейін белгілеңіз.

## Показатели: кто даёт факт
indicators-open = 📈 Показатели ({ $count })
indicators-title = Показатели: { $total } · назначено: { $named }
indicators-what = Назначьте должность — и она будет отчитываться по показателю за каждый год (или квартал) плана.
indicator-unit = Единица: { $unit }
indicator-better-up = Чем больше, тем лучше
indicator-better-down = Чем меньше, тем лучше
indicator-no-values = Плановые значения не указаны: факт спросим за каждый год плана.
indicator-now = Факт даёт: { $name }
indicator-ask = Кто даёт факт? Выберите или напишите должность.
indicator-unit-percent = %
indicator-unit-number = число
indicator-unit-thousand = тыс. тг
indicator-unit-million = млн тг
walk-indicator = 📈 Показатель
walk-indicator-before = Прошлый факт: { $value } ({ $period })
ask-indicator = Сколько фактически? Напишите число.

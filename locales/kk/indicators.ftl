## Көрсеткіштер: нақты мәнді кім береді
indicators-open = 📈 Көрсеткіштер ({ $count })
indicators-title = Көрсеткіштер: { $total } · есеп берушісі бары: { $named }
indicators-what = Есеп беретін лауазымды белгілеңіз: есеп көрсеткіш бойынша жоспардың әр жылы (немесе тоқсаны) үшін беріледі.
indicator-unit = Өлшем бірлігі: { $unit }
indicator-better-up = Көп болған сайын жақсы
indicator-better-down = Аз болған сайын жақсы
indicator-no-values = Жоспарлы мәндер көрсетілмеген: нақты мән жоспардың әр жылы үшін сұралады.
indicator-now = Нақты мәнді беретін: { $name }
indicator-ask = Нақты мәнді кім береді? Таңдаңыз немесе лауазымды жазыңыз.
indicator-unit-percent = %
indicator-unit-number = сан
indicator-unit-thousand = мың тг
indicator-unit-million = млн тг
walk-indicator = 📈 Көрсеткіш
walk-indicator-before = Алдыңғы нақты мән: { $value } ({ $period })
ask-indicator = Іс жүзінде қанша? Санды жазыңыз.

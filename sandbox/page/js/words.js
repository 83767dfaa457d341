/** The words of this page itself. What the bot says comes from the bot. */
const WORDS = {
  ru: {
    sandbox: "песочница", offline: "Нет связи, пробую снова…", clock: "Часы песочницы", moving: "Время идёт…",
    hour: "+1 час", morning: "Утро раб. дня", morningTitle: "К 09:00 следующего буднего дня",
    day: "+1 день", week: "+1 неделя", toDate: "К дате…", toDateTitle: "Перевести часы к дате и времени",
    shortHour: "+1 ч", shortMorning: "Утро", shortDay: "+1 день", shortWeek: "+1 нед.", shortToDate: "Дата…",
    move: "Перевести", onlyForward: "Часы идут только вперёд",
    people: "Люди", addPerson: "Добавить человека", add: "Добавить", cancel: "Отмена", ok: "Понятно",
    firstName: "Имя", lastName: "Фамилия", language: "Язык телефона", pageLanguage: "Язык страницы",
    invitation: "Ссылка-приглашение", invitationHint: "необязательно: t.me/… или код из неё",
    badInvitation: "Это не похоже на ссылку-приглашение",
    whoOpens: "Кто откроет ссылку?", newPerson: "Новый человек", thisPhone: "этот телефон",
    bot: "бот", typing: "печатает…", edited: "изменено", start: "Старт",
    emptyChat: "Здесь пока пусто. Нажмите «Старт» или откройте ссылку-приглашение.",
    message: "Сообщение", send: "Отправить", attach: "Прикрепить", commands: "Меню", noCommands: "Команд пока нет",
    phoneMenu: "Меню телефона", block: "Заблокировать бота", unblock: "Разблокировать бота",
    hide: "Убрать телефон", blocked: "бот заблокирован", deactivated: "аккаунт удалён",
    chat: "Переписка с ботом", newMessages: "Новых сообщений", toNewest: "К последнему сообщению",
    asPhoto: "Как фото", asFile: "Как файл", caption: "Подпись", remove: "Убрать",
    dropHere: "Отпустите, чтобы прикрепить", photo: "Фото", file: "Файл", download: "Скачать", close: "Закрыть",
    next: "Следующее", previous: "Предыдущее", expand: "Показать целиком", spoiler: "Скрытый текст, нажмите",
    reply: "Ответить", replyTo: "Ответ на сообщение", copied: "Скопировано", stale: "Этой кнопки больше нет",
    failed: "Не получилось", unsupported: "Сообщение другого вида", noPhones: "Добавьте человека — у него появится телефон с ботом.",
    bytes: ["Б", "КБ", "МБ", "ГБ"],
    weekdays: ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"],
    shortWeekdays: ["вс", "пн", "вт", "ср", "чт", "пт", "сб"],
    months: ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"],
  },
  kk: {
    sandbox: "сынақ алаңы", offline: "Байланыс жоқ, қайта қосылуда…", clock: "Сынақ алаңының сағаты", moving: "Уақыт жүріп жатыр…",
    hour: "+1 сағат", morning: "Жұмыс таңы", morningTitle: "Келесі жұмыс күнінің 09:00-іне",
    day: "+1 күн", week: "+1 апта", toDate: "Күнге…", toDateTitle: "Сағатты белгілі күн мен уақытқа жылжыту",
    shortHour: "+1 сағ", shortMorning: "Таң", shortDay: "+1 күн", shortWeek: "+1 апта", shortToDate: "Күнге…",
    move: "Жылжыту", onlyForward: "Сағат тек алға жүреді",
    people: "Адамдар", addPerson: "Адам қосу", add: "Қосу", cancel: "Бас тарту", ok: "Түсінікті",
    firstName: "Аты", lastName: "Тегі", language: "Телефон тілі", pageLanguage: "Бет тілі",
    invitation: "Шақыру сілтемесі", invitationHint: "міндетті емес: t.me/… немесе оның коды",
    badInvitation: "Бұл шақыру сілтемесіне ұқсамайды",
    whoOpens: "Сілтемені кім ашады?", newPerson: "Жаңа адам", thisPhone: "осы телефон",
    bot: "бот", typing: "жазып жатыр…", edited: "өзгертілді", start: "Бастау",
    emptyChat: "Әзірге бос. «Бастау» түймесін басыңыз немесе шақыру сілтемесін ашыңыз.",
    message: "Хабарлама", send: "Жіберу", attach: "Тіркеу", commands: "Мәзір", noCommands: "Әзірге командалар жоқ",
    phoneMenu: "Телефон мәзірі", block: "Ботты бұғаттау", unblock: "Ботты бұғаттан шығару",
    hide: "Телефонды жасыру", blocked: "бот бұғатталған", deactivated: "аккаунт жойылған",
    chat: "Ботпен хат алмасу", newMessages: "Жаңа хабарламалар", toNewest: "Соңғы хабарламаға",
    asPhoto: "Фото ретінде", asFile: "Файл ретінде", caption: "Сипаттама", remove: "Алып тастау",
    dropHere: "Тіркеу үшін жіберіңіз", photo: "Фото", file: "Файл", download: "Жүктеп алу", close: "Жабу",
    next: "Келесі", previous: "Алдыңғы", expand: "Толық көрсету", spoiler: "Жасырын мәтін, басыңыз",
    reply: "Жауап беру", replyTo: "Хабарламаға жауап", copied: "Көшірілді", stale: "Бұл түйме енді жоқ",
    failed: "Болмады", unsupported: "Басқа түрдегі хабарлама", noPhones: "Адам қосыңыз — оның боты бар телефоны пайда болады.",
    bytes: ["Б", "КБ", "МБ", "ГБ"],
    weekdays: ["жексенбі", "дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі"],
    shortWeekdays: ["жс", "дс", "сс", "ср", "бс", "жм", "сб"],
    months: ["қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"],
  },
  en: {
    sandbox: "sandbox", offline: "No connection, trying again…", clock: "Sandbox clock", moving: "Time moves on…",
    hour: "+1 hour", morning: "Work morning", morningTitle: "To 09:00 of the next weekday",
    day: "+1 day", week: "+1 week", toDate: "To date…", toDateTitle: "Move the clock to a date and time",
    shortHour: "+1 h", shortMorning: "Morning", shortDay: "+1 day", shortWeek: "+1 week", shortToDate: "Date…",
    move: "Move", onlyForward: "The clock only moves forward",
    people: "People", addPerson: "Add a person", add: "Add", cancel: "Cancel", ok: "OK",
    firstName: "First name", lastName: "Last name", language: "Phone's language", pageLanguage: "Page language",
    invitation: "Invitation link", invitationHint: "optional: t.me/… or the code in it",
    badInvitation: "This does not look like an invitation link",
    whoOpens: "Who opens this link?", newPerson: "A new person", thisPhone: "this phone",
    bot: "bot", typing: "typing…", edited: "edited", start: "Start",
    emptyChat: "Nothing here yet. Press Start or open an invitation link.",
    message: "Message", send: "Send", attach: "Attach", commands: "Menu", noCommands: "No commands yet",
    phoneMenu: "Phone menu", block: "Block the bot", unblock: "Unblock the bot",
    hide: "Put the phone away", blocked: "bot blocked", deactivated: "account deleted",
    chat: "Chat with the bot", newMessages: "New messages", toNewest: "To the newest message",
    asPhoto: "As a photo", asFile: "As a file", caption: "Caption", remove: "Remove",
    dropHere: "Drop to attach", photo: "Photo", file: "File", download: "Download", close: "Close",
    next: "Next", previous: "Previous", expand: "Show in full", spoiler: "Hidden text, press to show",
    reply: "Reply", replyTo: "Reply to a message", copied: "Copied", stale: "This button is no longer there",
    failed: "That did not work", unsupported: "A message of another kind", noPhones: "Add a person, and a phone with the bot appears.",
    bytes: ["B", "KB", "MB", "GB"],
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    shortWeekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  },
};

/** Languages of the page and of phones, each by its own name. */
export const LANGUAGES = { ru: "Русский", kk: "Қазақша", en: "English" };
export const SHORT_LANGUAGES = { ru: "Рус", kk: "Қаз", en: "Eng" };

const KEY = "orynda.language";
let current = chosen();
const listeners = new Set();

function chosen() {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages, "ru"];
  return wanted.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => tag && tag in WORDS);
}

/** @returns {"ru"|"kk"|"en"} the language the page speaks now */
export const language = () => current;

/** A word of the page in its language. @param {keyof typeof WORDS.ru} key */
export const t = (key) => WORDS[current][key];

/** Switches the page's language and tells everyone who asked with `onLanguage`. */
export function setLanguage(code) {
  current = code;
  localStorage.setItem(KEY, code);
  document.documentElement.lang = code;
  for (const tell of listeners) tell();
}

/** Calls back after each switch of language. @returns a function that stops it */
export function onLanguage(tell) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

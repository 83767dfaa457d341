import { api } from "./api.js";
import { ClockBar } from "./clock.js";
import { el } from "./dom.js";
import { Layout } from "./layout.js";
import { askNewPerson, askWhoOpens } from "./people.js";
import { Phone } from "./phone.js";
import { Rail } from "./rail.js";
import { Store } from "./store.js";
import { Sync } from "./sync.js";
import { LANGUAGES, SHORT_LANGUAGES, language, onLanguage, setLanguage, t } from "./words.js";

const store = new Store();
const row = document.querySelector(".phones");
const layout = new Layout(row);
/** @type {Map<number, Phone>} */
const phones = new Map();
const clock = new ClockBar(store);
const rail = new Rail(store, layout, () => askNewPerson(added));
const offline = el("span", { class: "offline", role: "status", data: { testid: "offline" } });
const nobody = el("p", { class: "nobody", hidden: true });
const brandNote = document.querySelector(".brand-note");

function added(person) {
  store.setPerson(person);
  layout.show(person.id);
}

/** A link to the bot was tapped on a phone: who opens it is asked, since links are passed on. */
function openLink(payload, from) {
  const open = (person) => {
    layout.show(person.id);
    phones.get(person.id)?.attempt(() => api.start(person.id, payload));
  };
  askWhoOpens([...store.people.values()], from, { chosen: open, fresh: () => askNewPerson(added, payload) });
}

function drawPeople() {
  for (const [id, phone] of phones) {
    if (store.people.has(id)) continue;
    phone.element.remove();
    phones.delete(id);
  }
  for (const person of store.people.values()) {
    const known = phones.get(person.id);
    if (known) known.setPerson(person);
    else addPhone(person);
  }
  layout.meet([...store.people.keys()]);
}

function addPhone(person) {
  const phone = new Phone(store, person, { openLink, hide: (id) => layout.hide(id) });
  phones.set(person.id, phone);
  row.append(phone.element);
}

function drawLayout() {
  for (const [id, phone] of phones) phone.element.hidden = !layout.isShown(id);
  nobody.hidden = ![...phones.keys()].every((id) => !layout.isShown(id));
}

function drawWords() {
  brandNote.textContent = t("sandbox");
  nobody.textContent = t("noPhones");
  offline.textContent = store.online ? "" : t("offline");
  document.title = `Orynda · ${t("sandbox")}`;
  row.setAttribute("aria-label", t("people"));
}

/** Where only one phone is seen, the first is one on which something has been said. */
function beginWhereTalkIs() {
  const [talking] = [...store.chats].find(([, chat]) => chat.messages.size) ?? [];
  if (talking && layout.single.matches) layout.show(talking);
}

function languageSwitch() {
  const button = ([code, label]) =>
    el("button", {
      type: "button",
      "aria-pressed": code === language(),
      title: LANGUAGES[code],
      text: label,
      data: { testid: `page-language-${code}` },
      on: { click: () => setLanguage(code) },
    });
  const group = el("div", { class: "languages", role: "group" });
  const draw = () => {
    group.setAttribute("aria-label", t("pageLanguage"));
    group.replaceChildren(...Object.entries(SHORT_LANGUAGES).map(button));
  };
  onLanguage(draw);
  draw();
  return group;
}

function heed(type, act) {
  store.on(type, (detail) => {
    const phone = phones.get(detail.person);
    if (phone) act(phone, detail);
  });
}

document.documentElement.lang = language();
document.querySelector(".clock-place").replaceWith(clock.element);
document.querySelector(".rail-place").replaceWith(rail.element);
document.querySelector(".bar").append(languageSwitch());
document.querySelector(".bar").after(offline);
row.append(nobody);

layout.addEventListener("change", drawLayout);
store.on("people", drawPeople);
store.on("bot", () => phones.forEach((phone) => phone.drawHeader()));
store.on("online", drawWords);
store.addEventListener("read", beginWhereTalkIs, { once: true });
heed("chat", (phone) => phone.redraw());
heed("message", (phone, { person, message, fresh }) => {
  phone.chat.upsert(message, fresh);
  if (!store.isBots(message)) return;
  phone.endTyping();
  if (fresh) layout.count(person);
});
heed("deleted", (phone, { id }) => phone.chat.remove(id));
heed("typing", (phone) => phone.showTyping());
heed(
  "toast",
  (phone, { text, alert }) => text && (alert ? phone.toasts.alert(text) : phone.toasts.show(text)),
);
onLanguage(() => {
  drawWords();
  clock.redraw();
  rail.redraw();
  phones.forEach((phone) => phone.redraw());
});
drawWords();
new Sync(store).connect();

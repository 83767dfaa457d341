import { api } from "./api.js";
import { avatar, nameOf } from "./avatar.js";
import { buttons, field, openDialog } from "./dialog.js";
import { el } from "./dom.js";
import { payloadOf } from "./links.js";
import { LANGUAGES, language, noteIn, t } from "./words.js";

/**
 * Asks for a new person: a name, the phone's language, and an invitation that they open at once.
 * @param {(person: any) => void} added
 * @param {string|null} invitation the payload of a link that is being opened; null: the dialog asks for one
 */
export function askNewPerson(added, invitation = null) {
  const first = field("first_name", t("firstName"), {
    required: true,
    maxlength: 64,
    data: { testid: "first-name" },
  });
  const last = field("last_name", t("lastName"), { maxlength: 64, data: { testid: "last-name" } });
  const link = field("invitation", t("invitation"), {
    placeholder: t("invitationHint"),
    data: { testid: "invitation" },
  });
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  const complain = (words) => {
    problem.textContent = words;
    problem.hidden = false;
  };
  const save = async (form) => {
    const {
      first_name,
      last_name,
      language: code,
      invitation: pasted,
    } = Object.fromEntries(new FormData(form));
    const payload = pasted?.trim() ? payloadOf(pasted) : invitation;
    if (pasted?.trim() && payload === null) return complain(t("badInvitation"));
    try {
      const person = await api.addPerson({
        first_name: first_name.trim(),
        last_name: last_name.trim() || undefined,
        language: code,
      });
      added(person);
      dialog.close();
      if (payload !== null) await api.start(person.id, payload);
    } catch (error) {
      complain(`${t("failed")}: ${error.message}`);
    }
  };
  const dialog = openDialog(
    t("addPerson"),
    "add-person",
    [
      first,
      last,
      languageChoice(),
      invitation === null && link,
      problem,
      buttons(t("add"), () => dialog.close()),
    ],
    save,
  );
}

/**
 * Asks who opens a `?start=` link: one of the people, or somebody new.
 * @param {any[]} people
 * @param {any} from whose phone the link was tapped on
 * @param {{chosen: (person: any) => void, fresh: () => void}} then
 */
export function askWhoOpens(people, from, then) {
  const choose = (act) => () => {
    dialog.close();
    act();
  };
  const row = (person) =>
    el(
      "button",
      {
        type: "button",
        class: "choice",
        data: { testid: `opens-${person.id}` },
        on: { click: choose(() => then.chosen(person)) },
      },
      avatar(person),
      el("span", { class: "choice-name", text: nameOf(person) }),
      el("span", { class: "choice-note", text: person.id === from?.id ? t("thisPhone") : (noteIn(person.note) ?? "") }),
    );
  const newcomer = el(
    "button",
    {
      type: "button",
      class: "choice newcomer",
      data: { testid: "opens-new" },
      on: { click: choose(then.fresh) },
    },
    el("span", { class: "avatar plus", "aria-hidden": "true", text: "+" }),
    el("span", { class: "choice-name", text: t("newPerson") }),
  );
  const cancel = el("button", {
    type: "button",
    class: "secondary",
    text: t("cancel"),
    on: { click: () => dialog.close() },
  });
  const dialog = openDialog(t("whoOpens"), "who-opens", [
    el("div", { class: "choices" }, newcomer, ...people.map(row)),
    el("div", { class: "dialog-buttons" }, cancel),
  ]);
}

function languageChoice() {
  const radio = ([code, label]) =>
    el(
      "label",
      {},
      el("input", { type: "radio", name: "language", value: code, checked: code === language() }),
      el("span", { text: label }),
    );
  return el(
    "fieldset",
    { class: "labelled" },
    el("legend", { text: t("language") }),
    el("div", { class: "segments" }, ...Object.entries(LANGUAGES).map(radio)),
  );
}

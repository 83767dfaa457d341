import { avatar, nameOf } from "./avatar.js";
import { el } from "./dom.js";
import { noteIn, t } from "./words.js";

/** The people beside the phones (above them on a small page): whose phone is out, who has unread messages. */
export class Rail {
  /**
   * @param {import("./store.js").Store} store
   * @param {import("./layout.js").Layout} layout
   * @param {() => void} add asks for a new person
   */
  constructor(store, layout, add) {
    this.store = store;
    this.layout = layout;
    this.add = add;
    this.element = el("nav", { class: "rail" });
    layout.addEventListener("change", () => this.redraw());
    store.on("people", () => this.redraw());
    this.redraw();
  }

  redraw() {
    this.element.setAttribute("aria-label", t("people"));
    const held = this.element.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    const people = [...this.store.people.values()].map((person) => this.tab(person));
    const plus = el(
      "button",
      {
        type: "button",
        class: "tab",
        title: t("addPerson"),
        data: { testid: "add-person-button" },
        on: { click: this.add },
      },
      el("span", { class: "avatar plus", "aria-hidden": "true", text: "+" }),
      el("span", { class: "tab-name", text: t("add") }),
    );
    plus.setAttribute("aria-label", t("addPerson"));
    this.element.replaceChildren(...people, plus);
    if (held) this.element.querySelector(`[data-testid="${held}"]`)?.focus({ preventScroll: true });
  }

  tab(person) {
    const unread = this.layout.unread.get(person.id);
    const name = nameOf(person);
    const node = el(
      "button",
      {
        type: "button",
        class: "tab",
        title: name,
        "aria-pressed": this.layout.isShown(person.id),
        data: { testid: `tab-${person.id}` },
        on: { click: () => this.layout.show(person.id) },
      },
      el(
        "span",
        { class: "tab-face" },
        avatar(person),
        unread && el("span", { class: "badge", text: unread, data: { testid: "unread" } }),
      ),
      el(
        "span",
        { class: "tab-name" },
        person.first_name,
        person.note && el("small", { text: ` · ${noteIn(person.note)}` }),
      ),
    );
    node.setAttribute("aria-label", unread ? `${name}. ${t("newMessages")}: ${unread}` : name);
    node.classList.toggle("is-active", person.id === this.layout.active);
    node.classList.toggle("is-hidden", !this.layout.isShown(person.id));
    return node;
  }
}

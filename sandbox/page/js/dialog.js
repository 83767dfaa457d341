import { el } from "./dom.js";
import { t } from "./words.js";

/** A dialog over the page with a title; `save` is given its form when it is sent. */
export function openDialog(title, testid, children, save = () => {}) {
  const submitted = (event) => {
    event.preventDefault();
    save(form);
  };
  const form = el("form", { on: { submit: submitted } }, el("h2", { text: title }), ...children);
  const dialog = el(
    "dialog",
    { class: "dialog", "aria-label": title, data: { testid }, on: { close: () => dialog.remove() } },
    form,
  );
  dialog.addEventListener("pointerdown", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** A labelled input. */
export function field(name, label, props) {
  return el(
    "label",
    { class: "labelled" },
    el("span", { text: label }),
    el("input", { name, autocomplete: "off", ...props }),
  );
}

/** The foot of a dialog: Cancel, and what sends its form. */
export function buttons(label, cancelled) {
  return el(
    "div",
    { class: "dialog-buttons" },
    el("button", { type: "button", class: "secondary", text: t("cancel"), on: { click: cancelled } }),
    el("button", { type: "submit", class: "primary", text: label, data: { testid: "dialog-submit" } }),
  );
}

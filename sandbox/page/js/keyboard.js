import { el } from "./dom.js";
import { icon } from "./icons.js";

/**
 * The inline keyboard under a message: rows of equally wide buttons.
 * @param {any} message
 * @param {(button: any, node: HTMLButtonElement) => void} tap
 * @returns {HTMLElement|null}
 */
export function renderKeyboard(message, tap) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const makeRow = (buttons, row) =>
    el(
      "div",
      { class: "keys-row" },
      ...buttons.map((button, column) => makeButton(button, row, column, tap)),
    );
  return el("div", { class: "keys", data: { testid: "inline-keyboard" } }, ...rows.map(makeRow));
}

function makeButton(button, row, column, tap) {
  const node = el(
    "button",
    { type: "button", class: "key", title: button.text, data: { testid: "inline-button", row, column } },
    el("span", { class: "key-text", text: button.text }),
    button.url && icon("external"),
    button.copy_text && icon("copy"),
  );
  if (button.style) node.dataset.style = button.style;
  if (button.callback_data) node.dataset.callback = button.callback_data;
  node.disabled = !(button.callback_data || button.url || button.copy_text);
  node.addEventListener("click", () => tap(button, node));
  return node;
}

import { el } from "./dom.js";

/**
 * A line of a menu; `checked` makes it a choice, `danger` warns. A `heading` alone names the lines below it.
 * @typedef {{label?: string, heading?: string, glyph?: Node, testid?: string, detail?: string, checked?: boolean, danger?: boolean,
 *   act?: () => void}} Item
 */

/**
 * Opens a menu beside its button; a tap elsewhere or Escape closes it, arrows walk through it.
 * @param {HTMLElement} button the button it belongs to; the menu is put after it
 * @param {Item[]} items
 * @param {string} look a class for the menu
 */
export function openPopup(button, items, look) {
  const close = (refocus) => {
    menu.remove();
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (refocus) button.focus();
  };
  const outside = ({ target }) => menu.contains(target) || button.contains(target) || close(false);
  const menu = el(
    "div",
    { class: `popup ${look}`, role: "menu" },
    ...items.map((item) => (item.heading ? makeHeading(item) : makeItem(item, close))),
  );
  menu.addEventListener("keydown", (event) => walk(event, menu, close));
  button.setAttribute("aria-expanded", "true");
  button.after(menu);
  document.addEventListener("pointerdown", outside, true);
  menu.querySelector("button")?.focus();
  return () => close(false);
}

function makeHeading({ heading }) {
  return el("span", { class: "popup-heading", role: "presentation", text: heading });
}

function makeItem({ label, glyph, testid, detail, checked, danger, act }, close) {
  const chosen = () => {
    close(true);
    act();
  };
  const choice =
    checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": checked };
  return el(
    "button",
    {
      type: "button",
      class: danger ? "danger" : "",
      ...choice,
      data: testid ? { testid } : {},
      on: { click: chosen },
    },
    glyph && el("span", { class: "popup-glyph" }, glyph),
    el("span", { class: "popup-label", text: label }),
    detail && el("span", { class: "popup-detail", text: detail }),
  );
}

function walk(event, menu, close) {
  const buttons = [...menu.querySelectorAll("button")];
  const at = buttons.indexOf(document.activeElement);
  const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  if (event.key === "Escape") close(true);
  else if (event.key in steps) buttons.at(steps[event.key] % buttons.length)?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

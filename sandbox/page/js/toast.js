import { el } from "./dom.js";
import { t } from "./words.js";

const SHOWN = 3500;
const PER_LETTER = 35;

/** What floats over a phone's chat: short notices, and alerts that want an answer. */
export class Toasts {
  element = el("div", { class: "toasts", role: "status", "aria-live": "polite" });

  /** @param {HTMLElement} frame the phone's screen, which an alert covers */
  constructor(frame) {
    this.frame = frame;
  }

  /** @param {string} text @param {"plain"|"error"} kind */
  show(text, kind = "plain") {
    const toast = el("div", { class: `toast ${kind}`, text, data: { testid: "toast" } });
    this.element.replaceChildren(toast);
    setTimeout(() => toast.remove(), SHOWN + text.length * PER_LETTER);
  }

  alert(text) {
    const before = document.activeElement;
    const done = () => {
      cover.remove();
      if (this.frame.contains(before)) before.focus({ preventScroll: true });
    };
    const button = el("button", { type: "button", class: "primary", text: t("ok"), on: { click: done } });
    const box = el(
      "div",
      {
        class: "alert",
        role: "alertdialog",
        "aria-modal": "true",
        "aria-label": text,
        data: { testid: "alert" },
      },
      el("p", { text }),
      button,
    );
    const cover = el(
      "div",
      { class: "cover", on: { keydown: ({ key }) => key === "Escape" && done() } },
      box,
    );
    this.frame.append(cover);
    button.focus();
  }
}

import { api } from "./api.js";
import { buttons, field, openDialog } from "./dialog.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { clockOf, fromInput, nextWorkingMorning, toInput } from "./time.js";
import { t } from "./words.js";

const TICK = 1000;
const NARROW = "(max-width: 760px)";
const [HOUR, DAY] = [3600, 86_400];

/** The sandbox's clock: what it shows, and the buttons that move it on. */
export class ClockBar {
  busy = false;
  narrow = matchMedia(NARROW);

  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
    this.text = el("output", { class: "clock-text", data: { testid: "clock-text" } });
    this.problem = el("span", { class: "clock-problem", role: "alert" });
    this.moves = el("div", { class: "moves", role: "group" });
    this.element = el(
      "div",
      { class: "clock" },
      el("div", { class: "clock-face" }, icon("clock"), this.text, this.problem),
      this.moves,
    );
    store.on("clock", () => this.drawText());
    store.on("bot", () => this.redraw());
    setInterval(() => this.drawText(), TICK);
    this.redraw();
  }

  redraw() {
    this.element.setAttribute("aria-label", t("clock"));
    this.moves.setAttribute("aria-label", t("clock"));
    this.moves.replaceChildren(
      this.button("hour", () => this.move({ by: HOUR })),
      this.button("morning", () => this.move({ to: nextWorkingMorning(this.store.now) }), t("morningTitle")),
      this.button("day", () => this.move({ by: DAY })),
      this.button("week", () => this.move({ by: 7 * DAY })),
      this.button("toDate", () => this.askDate(), t("toDateTitle")),
    );
    this.moves.hidden = !this.store.virtual;
    this.drawText();
  }

  button(word, act, title = t(word)) {
    const short = `short${word[0].toUpperCase()}${word.slice(1)}`;
    return el(
      "button",
      {
        type: "button",
        class: "chip",
        title,
        "aria-label": title,
        disabled: this.busy,
        data: { testid: `clock-${word.toLowerCase()}` },
        on: { click: act },
      },
      el("span", { class: "long", text: t(word) }),
      el("span", { class: "short", text: t(short) }),
    );
  }

  drawText() {
    const shown = clockOf(this.store.now, this.narrow.matches);
    if (this.text.textContent !== shown) this.text.textContent = shown;
    this.text.dataset.now = this.store.now.toISOString();
    this.element.classList.toggle("busy", this.busy);
    this.element.setAttribute("aria-busy", String(this.busy));
    this.element.title = this.busy ? t("moving") : "";
  }

  /** @param {{to: Date}|{by: number}} jump to a moment, or on by seconds */
  async move(jump) {
    this.setBusy(true);
    try {
      this.store.setNow((await api.moveClock(jump)).now);
    } catch (error) {
      this.tell(`${t("failed")}: ${error.message}`);
    } finally {
      this.setBusy(false);
    }
  }

  setBusy(busy) {
    this.busy = busy;
    this.problem.textContent = "";
    for (const button of this.moves.children) button.disabled = busy;
    this.drawText();
  }

  tell(words) {
    this.problem.textContent = words;
  }

  askDate() {
    const value = toInput(this.store.now);
    const when = field("when", t("toDateTitle"), {
      type: "datetime-local",
      required: true,
      value,
      min: value,
      data: { testid: "clock-when" },
    });
    const said = el("output", { class: "said" });
    const say = ({ target }) => (said.textContent = target.value && clockOf(fromInput(target.value)));
    when.addEventListener("input", say);
    const save = (form) => {
      const to = fromInput(new FormData(form).get("when"));
      dialog.close();
      if (to > this.store.now) return this.move({ to });
      return this.tell(t("onlyForward"));
    };
    say({ target: when.querySelector("input") });
    const dialog = openDialog(
      t("toDate"),
      "clock-dialog",
      [when, said, buttons(t("move"), () => dialog.close())],
      save,
    );
  }
}

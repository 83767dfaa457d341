import { el, gently } from "./dom.js";
import { icon } from "./icons.js";
import { renderMessage } from "./message.js";
import { dayKey, dayOf } from "./time.js";
import { t } from "./words.js";

/** How near the end, in pixels, counts as being at the end. */
const NEAR = 60;

/**
 * A phone's chat: keeps one node a message (or album) and touches only what changes.
 * A unit is `{key, messages, node}`; units stand in the order of their first message's id.
 */
export class ChatView {
  units = [];
  stuck = true;
  scrolling = 0;
  missed = 0;
  /** The height of what is scrolled and of what it is seen through, when last looked at. */
  size = "";

  /** @param {import("./message.js").Touch} touch @param {{now: () => Date, start: () => void}} phone */
  constructor(touch, phone) {
    this.touch = touch;
    this.phone = phone;
    this.list = el("div", {
      class: "list",
      role: "log",
      "aria-live": "polite",
      "aria-relevant": "additions text",
    });
    this.empty = this.makeEmpty();
    this.scroller = el(
      "div",
      { class: "scroller", tabindex: "0", on: { scroll: () => this.scrolled() } },
      this.list,
      this.empty,
    );
    this.badge = el("span", { class: "badge", "aria-hidden": "true" });
    this.down = el(
      "button",
      {
        type: "button",
        class: "to-newest round",
        hidden: true,
        data: { testid: "to-newest" },
        on: { click: () => this.toNewest(true) },
      },
      icon("down"),
      this.badge,
    );
    this.element = el("div", { class: "chat", data: { testid: "chat" } }, this.scroller, this.down);
    const settle = new ResizeObserver(() => this.resized() && this.stuck && this.toNewest());
    settle.observe(this.list);
    settle.observe(this.scroller);
    this.reset([]);
  }

  makeEmpty() {
    this.startButton = el("button", {
      type: "button",
      class: "primary",
      data: { testid: "start-button" },
      on: { click: () => this.phone.start() },
    });
    this.emptyWords = el("p");
    return el("div", { class: "empty" }, this.emptyWords, this.startButton);
  }

  /** Shows these messages and nothing else; after a switch of language too. */
  reset(messages) {
    this.units = [];
    for (const message of messages) this.place(message);
    this.list.replaceChildren(...this.units.map((unit) => this.draw(unit)));
    this.units.forEach((_, index) => this.seam(index));
    this.scroller.setAttribute("aria-label", t("chat"));
    this.emptyWords.textContent = t("emptyChat");
    this.startButton.textContent = t("start");
    this.showMissed();
    this.settled();
  }

  /** @param {boolean} fresh whether it is new, so not an edit */
  upsert(message, fresh) {
    const own = !this.touch.isBots(message);
    const unit = this.place(message);
    const old = unit.node;
    const at = this.units.indexOf(unit);
    const held = focusIn(old);
    this.draw(unit);
    if (old) old.replaceWith(unit.node);
    else this.list.insertBefore(unit.node, this.units[at + 1]?.node ?? null);
    this.seam(at);
    this.seam(at + 1);
    restoreFocus(unit.node, held);
    if (fresh && own) this.stuck = true;
    else if (fresh && !this.stuck) this.missed += 1;
    if (fresh) unit.node.classList.add("fresh");
    this.showMissed();
    this.settled();
  }

  remove(id) {
    const at = this.units.findIndex((unit) => unit.messages.some((m) => m.message_id === id));
    if (at < 0) return;
    const unit = this.units[at];
    unit.messages = unit.messages.filter((m) => m.message_id !== id);
    const old = unit.node;
    if (unit.messages.length) old.replaceWith(this.draw(unit));
    else {
      old.remove();
      this.units.splice(at, 1);
    }
    this.seam(at);
    this.settled();
  }

  /** Puts a message into its unit, making the unit where it is new. */
  place(message) {
    const key = message.media_group_id ? `album ${message.media_group_id}` : message.message_id;
    let unit = this.units.findLast((known) => known.key === key);
    if (!unit) {
      unit = { key, messages: [], node: null };
      const before = this.units.findLastIndex((known) => known.messages[0].message_id < message.message_id);
      this.units.splice(before + 1, 0, unit);
    }
    const others = unit.messages.filter((m) => m.message_id !== message.message_id);
    unit.messages = [...others, message].sort((a, b) => a.message_id - b.message_id);
    return unit;
  }

  draw(unit) {
    unit.node = el("div", { class: "unit" }, renderMessage(unit.messages, this.touch));
    return unit.node;
  }

  /** Between a unit and the one above: the day's name, and whether one person goes on speaking. */
  seam(at) {
    const unit = this.units[at];
    if (!unit) return;
    const above = this.units[at - 1]?.messages[0];
    const [first] = unit.messages;
    const day = new Date(first.date * 1000);
    const newDay = !above || dayKey(new Date(above.date * 1000)) !== dayKey(day);
    unit.node.querySelector(".day")?.remove();
    if (newDay)
      unit.node.prepend(el("div", { class: "day" }, el("span", { text: dayOf(day, this.phone.now()) })));
    const goesOn = !newDay && this.touch.isBots(above) === this.touch.isBots(first);
    unit.node.classList.toggle("goes-on", goesOn);
  }

  scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    // Put away nothing was scrolled; with a scroll to the end still to come the list has only grown.
    if (!clientHeight || this.scrolling) return;
    // A phone that grew narrower scrolls its chat by itself: that is nobody leaving the end.
    if (this.resized()) return void (this.stuck && this.toNewest());
    this.stuck = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.stuck) this.missed = 0;
    this.showMissed();
  }

  /** Whether the chat, or the window on it, changed its height since the last look. */
  resized() {
    const size = `${this.scroller.scrollHeight} ${this.scroller.clientHeight}`;
    const changed = size !== this.size;
    this.size = size;
    return changed;
  }

  /** Many changes in one frame scroll once: each scroll costs a layout. */
  settled() {
    this.empty.hidden = this.units.length > 0;
    if (!this.stuck || this.scrolling) return;
    this.scrolling = requestAnimationFrame(() => {
      this.scrolling = 0;
      if (this.stuck) this.toNewest();
    });
  }

  toNewest(smooth = false) {
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? gently() : "instant" });
  }

  showMissed() {
    this.down.hidden = this.stuck;
    this.badge.textContent = this.missed ? String(this.missed) : "";
    const label = this.missed ? `${t("newMessages")}: ${this.missed}` : t("toNewest");
    this.down.setAttribute("aria-label", label);
    this.down.title = label;
  }
}

/** Which button of a keyboard had the focus, so that an edit does not take it away. */
function focusIn(node) {
  const focused = node?.contains(document.activeElement) ? document.activeElement : null;
  return focused?.dataset.row ? { row: focused.dataset.row, column: focused.dataset.column } : null;
}

function restoreFocus(node, held) {
  if (!held) return;
  const same = node.querySelector(`.key[data-row="${held.row}"][data-column="${held.column}"]`);
  (same ?? node.querySelector(".key"))?.focus({ preventScroll: true });
}

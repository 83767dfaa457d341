import { gently } from "./dom.js";

/** Below this width one phone fills the page. The style sheets say the same. */
const ONE = "(max-width: 760px)";
const KEY = "orynda.hidden";
/** The least width of a phone with its gap, in pixels. */
const ROOM = 318;

/** Which phones are out on the table, and which of them a person sees. Remembered until the tab is closed. */
export class Layout extends EventTarget {
  active = 0;
  hidden = new Set(JSON.parse(sessionStorage.getItem(KEY) ?? "[]"));
  known = new Set();
  unread = new Map();
  single = matchMedia(ONE);

  /** @param {HTMLElement} row what holds the phones */
  constructor(row) {
    super();
    this.row = row;
    this.single.addEventListener("change", () => this.changed());
    row.addEventListener("scroll", () => this.scrolled());
  }

  /** New people get a phone on the table as long as there is room for it. */
  meet(ids) {
    const firstTime = this.known.size === 0;
    this.known = new Set([...this.known].filter((id) => ids.includes(id)));
    for (const id of ids) {
      if (this.known.has(id)) continue;
      this.known.add(id);
      if (!this.single.matches && this.shownCount() > this.capacity()) this.hidden.add(id);
    }
    if (firstTime || !ids.includes(this.active)) this.active = ids.find((id) => !this.hidden.has(id)) ?? 0;
    this.save();
  }

  capacity = () => Math.max(3, Math.floor(this.row.clientWidth / ROOM));
  shownCount = () => [...this.known].filter((id) => !this.hidden.has(id)).length;
  isShown = (id) => !this.hidden.has(id);
  isSeen = (id) => this.isShown(id) && (!this.single.matches || id === this.active);

  show(id) {
    this.hidden.delete(id);
    this.unread.delete(id);
    this.active = id;
    this.save();
    this.phone(id)?.scrollIntoView({ behavior: gently(), inline: "center", block: "nearest" });
  }

  hide(id) {
    this.hidden.add(id);
    if (this.active === id) this.active = [...this.known].find((other) => this.isShown(other)) ?? 0;
    this.save();
  }

  count(id) {
    if (this.isSeen(id)) return;
    this.unread.set(id, (this.unread.get(id) ?? 0) + 1);
    this.changed();
  }

  phone = (id) => this.row.querySelector(`[data-testid="phone-${id}"]`);

  /** On a small page the phone in the middle is the active one. */
  scrolled() {
    if (!this.single.matches) return;
    const middle = this.row.scrollLeft + this.row.clientWidth / 2;
    const phone = [...this.row.children].find(
      (p) => p.offsetLeft <= middle && middle < p.offsetLeft + p.offsetWidth,
    );
    const id = Number(phone?.dataset.testid?.slice("phone-".length));
    if (!id || id === this.active) return;
    this.active = id;
    this.unread.delete(id);
    this.changed();
  }

  save() {
    sessionStorage.setItem(KEY, JSON.stringify([...this.hidden]));
    this.changed();
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }
}

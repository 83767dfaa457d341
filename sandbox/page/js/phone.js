import { api } from "./api.js";
import { avatar, nameOf } from "./avatar.js";
import { ChatView } from "./chat.js";
import { Composer } from "./composer.js";
import { el, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { startOf } from "./links.js";
import { openPopup } from "./popup.js";
import { Toasts } from "./toast.js";
import { LANGUAGES, noteIn, t } from "./words.js";

/** How long "typing…" stands without a new sign of it, as in Telegram. */
const TYPING = 5000;

/** One person's phone: whose it is, the chat with the bot, and what the person can do. */
export class Phone {
  /**
   * @param {import("./store.js").Store} store
   * @param {any} person
   * @param {{openLink: (payload: string, from: any) => void, hide: (id: number) => void}} page
   */
  constructor(store, person, page) {
    this.store = store;
    this.person = person;
    this.page = page;
    this.owner = el("div", { class: "owner" });
    this.header = el("header", { class: "phone-header" });
    this.stopped = el("div", { class: "stopped" });
    this.screen = el("div", { class: "screen" });
    this.toasts = new Toasts(this.screen);
    this.chat = new ChatView(this.touch(), { now: () => store.now, start: () => this.say("/start") });
    this.composer = new Composer(this.screen, {
      say: (text, replyTo) => this.say(text, replyTo),
      files: (kind, files, caption) => this.attempt(() => api.sendFiles(person.id, kind, files, caption)),
      place: (latitude, longitude) => this.attempt(() => api.place(person.id, latitude, longitude)),
      samples: () => store.samples,
      sample: (name, caption) => this.attempt(() => api.sendSample(person.id, name, caption)),
      commands: () => store.chats.get(person.id)?.commands ?? [],
    });
    this.screen.append(
      this.header,
      this.toasts.element,
      this.chat.element,
      this.stopped,
      this.composer.element,
    );
    this.element = el(
      "section",
      { class: "phone", data: { testid: `phone-${person.id}` } },
      this.owner,
      this.screen,
    );
    this.redraw();
  }

  /** @returns {import("./message.js").Touch} */
  touch() {
    return {
      isBots: (message) => this.store.isBots(message),
      command: (text) => this.say(text),
      link: (url) => this.link(url),
      tap: (message, button, node) => this.tap(message, button, node),
      reply: (message) => this.composer.answer(message),
    };
  }

  /** Draws everything again: the person, the bot or the page's language changed. */
  redraw() {
    this.setPerson(this.person);
    this.composer.redraw();
    this.chat.reset([...(this.store.chats.get(this.person.id)?.messages.values() ?? [])]);
  }

  setPerson(person) {
    this.person = person;
    const name = nameOf(person);
    this.element.dataset.name = name;
    this.element.setAttribute("aria-label", name);
    this.element.classList.toggle("is-stopped", person.blocked || person.deactivated);
    this.owner.replaceChildren(avatar(person), this.ownerWords(name));
    this.drawHeader();
    this.drawStopped();
  }

  ownerWords(name) {
    const { note, username, language, blocked } = this.person;
    const about = [noteIn(note), username && `@${username}`, LANGUAGES[language] ?? language].filter(Boolean).join(" · ");
    const line = el("span", { text: about }, blocked && el("i", { text: ` · ${t("blocked")}` }));
    return el("div", { class: "owner-words" }, el("b", { text: name }), line);
  }

  drawHeader() {
    const { bot } = this.store;
    this.status = el("span", { class: "phone-status", text: t("bot"), data: { testid: "status" } });
    const more = iconButton(t("phoneMenu"), icon("more"), {
      class: "round quiet",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      data: { testid: "phone-menu" },
      on: {
        click: () =>
          more.getAttribute("aria-expanded") === "true" || openPopup(more, this.menuItems(), "phone-popup"),
      },
    });
    this.header.replaceChildren(
      avatar({ ...bot, is_bot: true }),
      el("div", { class: "phone-title" }, el("b", { text: bot.first_name }), this.status),
      more,
    );
  }

  menuItems() {
    const { id, blocked, language } = this.person;
    const change = (fields) =>
      this.attempt(async () => this.store.setPerson(await api.changePerson(id, fields)));
    const languages = Object.entries(LANGUAGES).map(([code, label]) => ({
      label,
      glyph: icon("globe"),
      checked: code === language,
      testid: `language-${code}`,
      act: () => change({ language: code }),
    }));
    return [
      ...languages,
      {
        label: t(blocked ? "unblock" : "block"),
        glyph: icon("block"),
        danger: !blocked,
        testid: "block",
        act: () => change({ blocked: !blocked }),
      },
      { label: t("hide"), glyph: icon("hide"), testid: "hide", act: () => this.page.hide(id) },
    ];
  }

  /** Who blocked the bot, or is gone, cannot write; Telegram shows a button instead of the field. */
  drawStopped() {
    const { id, blocked, deactivated } = this.person;
    const unblock = () =>
      this.attempt(async () => this.store.setPerson(await api.changePerson(id, { blocked: false })));
    this.stopped.hidden = !(blocked || deactivated);
    this.composer.element.hidden = !this.stopped.hidden;
    if (deactivated) this.stopped.replaceChildren(el("p", { text: t("deactivated") }));
    else if (blocked)
      this.stopped.replaceChildren(
        el("button", {
          type: "button",
          class: "unblock",
          text: t("unblock"),
          data: { testid: "unblock" },
          on: { click: unblock },
        }),
      );
  }

  say(text, replyTo) {
    return this.attempt(() => api.say(this.person.id, text, replyTo));
  }

  link(url) {
    const start = startOf(url, this.store.bot.username);
    if (start) this.page.openLink(start.payload, this.person);
    return Boolean(start);
  }

  async tap(message, button, node) {
    if (button.url) return this.follow(button.url);
    if (button.copy_text) return this.copy(button.copy_text.text);
    if (node.getAttribute("aria-busy")) return;
    node.setAttribute("aria-busy", "true");
    await this.attempt(() => api.press(this.person.id, message.message_id, button.callback_data), {
      409: t("stale"),
    });
    node.removeAttribute("aria-busy");
  }

  follow(address) {
    if (!URL.canParse(address)) return;
    const url = new URL(address);
    if (!this.link(url) && /^https?:$/.test(url.protocol)) window.open(url, "_blank", "noopener");
  }

  async copy(text) {
    const copied = await this.attempt(() => navigator.clipboard.writeText(text));
    if (copied) this.toasts.show(t("copied"));
  }

  /** Does something at the sandbox; a refusal is told on the phone. @returns whether it went through */
  async attempt(act, words = {}) {
    try {
      await act();
      return true;
    } catch (error) {
      this.toasts.show(words[error.status] ?? `${t("failed")}: ${error.message}`, "error");
      return false;
    }
  }

  showTyping() {
    this.status.textContent = t("typing");
    this.status.classList.add("is-typing");
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.endTyping(), TYPING);
  }

  endTyping() {
    this.status.textContent = t("bot");
    this.status.classList.remove("is-typing");
  }
}

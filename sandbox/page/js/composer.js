import { openAttach } from "./attach.js";
import { el, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { sizeOf } from "./media.js";
import { openPlace } from "./place.js";
import { openPopup } from "./popup.js";
import { t } from "./words.js";

/**
 * Where a person writes: the command menu, the text, files, the send button.
 * @typedef {object} Sending
 * @property {(text: string, replyTo?: number) => Promise<boolean>} say false where it did not go through
 * @property {(kind: string, files: File[], caption: string) => void} files
 * @property {(latitude: number, longitude: number) => void} place
 * @property {() => {command: string, description: string}[]} commands
 * @property {() => {name: string, size: number}[]} samples files that lie ready
 * @property {(name: string, caption: string) => void} sample
 */
export class Composer {
  replyTo = null;

  /** @param {HTMLElement} frame the phone's screen @param {Sending} sending */
  constructor(frame, sending) {
    this.frame = frame;
    this.sending = sending;
    this.quote = el("div", { class: "replying", role: "group", hidden: true });
    this.row = el("form", { class: "composer", on: { submit: (event) => this.submit(event) } });
    this.element = el("div", { class: "composer-area" }, this.quote, this.row);
    this.acceptDrops();
    this.redraw();
  }

  /** Draws the row again in the page's language, keeping what was typed. */
  redraw() {
    const typed = this.input?.value ?? "";
    this.menu = el(
      "button",
      {
        type: "button",
        class: "menu-button",
        "aria-haspopup": "menu",
        "aria-expanded": "false",
        data: { testid: "menu-button" },
        on: { click: () => this.toggleMenu() },
      },
      icon("menu"),
      el("span", { text: t("commands") }),
    );
    this.input = el("textarea", {
      rows: 1,
      placeholder: t("message"),
      "aria-label": t("message"),
      enterkeyhint: "send",
      data: { testid: "input" },
      on: {
        input: () => this.fit(),
        keydown: (event) => this.key(event),
        paste: (event) => this.pasted(event),
      },
    });
    this.picker = el("input", {
      type: "file",
      multiple: true,
      tabindex: "-1",
      "aria-label": t("attach"),
      data: { testid: "attach-input" },
      on: { change: () => this.picked() },
    });
    this.voices = el("input", {
      type: "file",
      accept: "audio/*",
      tabindex: "-1",
      "aria-label": t("voice"),
      data: { testid: "voice-input" },
      on: { change: () => this.spoken() },
    });
    const clip = iconButton(t("attach"), icon("attach"), {
      class: "round quiet",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      data: { testid: "attach-button" },
      on: { click: () => this.toggleFiles(clip) },
    });
    // Without the mousedown the field would lose the focus, and a phone its keyboard.
    const send = iconButton(t("send"), icon("send"), {
      type: "submit",
      class: "round send",
      data: { testid: "send" },
      on: { mousedown: (event) => event.preventDefault() },
    });
    this.row.replaceChildren(this.menu, el("div", { class: "field" }, this.input, clip, this.picker, this.voices), send);
    this.input.value = typed;
    this.fit();
  }

  /** The field grows with the text, to a quarter of the phone. */
  fit() {
    this.row.classList.toggle("typed", this.input.value.trim() !== "");
    this.input.style.height = "auto";
    if (this.input.scrollHeight) this.input.style.height = `${this.input.scrollHeight}px`;
  }

  key(event) {
    if (event.key === "Escape" && this.replyTo) this.answer(null);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    this.submit(event);
  }

  async submit(event) {
    event.preventDefault();
    const text = this.input.value.trim();
    if (!text) return;
    const replyTo = this.replyTo;
    this.input.value = "";
    this.fit();
    this.answer(null);
    const sent = await this.sending.say(text, replyTo?.message_id);
    if (sent || this.input.value) return;
    this.input.value = text;
    this.answer(replyTo);
    this.fit();
  }

  /** The next message answers this one; null: it answers none. */
  answer(message) {
    this.replyTo = message;
    this.quote.hidden = !message;
    if (!message) return;
    const line = message.text ?? message.caption ?? message.document?.file_name ?? t("photo");
    this.quote.setAttribute("aria-label", t("replyTo"));
    this.quote.replaceChildren(
      icon("reply"),
      el("span", { class: "replying-line", text: line }),
      iconButton(t("cancel"), icon("close"), { on: { click: () => this.answer(null) } }),
    );
    this.input.focus();
  }

  toggleMenu() {
    if (this.closeMenu && this.menu.getAttribute("aria-expanded") === "true") return this.closeMenu();
    const commands = this.sending.commands();
    const items = commands.map(({ command, description }) => ({
      label: description,
      detail: `/${command}`,
      testid: "command",
      act: () => this.sending.say(`/${command}`),
    }));
    const none = [{ label: t("noCommands"), act: () => {} }];
    this.closeMenu = openPopup(this.menu, items.length ? items : none, "commands");
  }

  /** Own files, a voice message, a place, and the files that lie ready. */
  toggleFiles(clip) {
    if (clip.getAttribute("aria-expanded") === "true") return this.closeFiles();
    const samples = this.sending.samples();
    const own = {
      label: t("ownFile"),
      glyph: icon("attach"),
      testid: "own-file",
      act: () => this.picker.click(),
    };
    const ready = samples.map((sample) => ({
      label: sample.name,
      detail: sizeOf(sample.size),
      glyph: icon("file"),
      testid: "sample",
      act: () => this.offerSample(sample),
    }));
    const voice = {
      label: t("voice"),
      glyph: icon("voice"),
      testid: "own-voice",
      act: () => this.voices.click(),
    };
    const place = {
      label: t("place"),
      glyph: icon("place"),
      testid: "own-place",
      act: () => openPlace(this.sending.place),
    };
    const heading = samples.length ? [{ heading: t("samples") }] : [];
    this.closeFiles = openPopup(clip, [own, voice, place, ...heading, ...ready], "commands");
  }

  offerSample(sample) {
    openAttach(this.frame, [{ ...sample, type: "" }], (kind, files, caption) =>
      this.sending.sample(sample.name, caption),
    );
  }

  picked() {
    const files = [...this.picker.files];
    this.picker.value = "";
    this.offer(files);
  }

  /** A sound of this computer goes as a voice message, without a word. */
  spoken() {
    const files = [...this.voices.files];
    this.voices.value = "";
    if (files.length) this.sending.files("voice", files, "");
  }

  pasted(event) {
    const files = [...event.clipboardData.files];
    if (!files.length) return;
    event.preventDefault();
    this.offer(files);
  }

  offer(files) {
    if (files.length) openAttach(this.frame, files, this.sending.files);
  }

  acceptDrops() {
    const carriesFiles = (event) => event.dataTransfer?.types.includes("Files");
    const over = (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      this.frame.dataset.drop = t("dropHere");
    };
    const out = (event) => this.frame.contains(event.relatedTarget) || delete this.frame.dataset.drop;
    const dropped = (event) => {
      delete this.frame.dataset.drop;
      if (!carriesFiles(event)) return;
      event.preventDefault();
      this.offer([...event.dataTransfer.files]);
    };
    for (const [name, handler] of Object.entries({ dragover: over, dragleave: out, drop: dropped }))
      this.frame.addEventListener(name, handler);
  }
}

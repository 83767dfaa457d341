import { el, iconButton } from "./dom.js";
import { renderText } from "./entities.js";
import { icon } from "./icons.js";
import { renderKeyboard } from "./keyboard.js";
import { renderDocument, renderPhotos, renderSound } from "./media.js";
import { renderPlace } from "./place.js";
import { timeOf } from "./time.js";
import { t } from "./words.js";

/**
 * What a message needs from its phone.
 * @typedef {object} Touch
 * @property {(message: any) => boolean} isBots whether the bot wrote it
 * @property {(text: string) => void} command a command in the text is tapped
 * @property {(url: URL) => boolean} link a link is tapped; true where the phone deals with it
 * @property {(message: any, button: any, node: HTMLButtonElement) => void} tap a button of a keyboard is tapped
 * @property {(message: any) => void} reply the person wants to answer this message
 */

/**
 * A message, or an album as one bubble.
 * @param {any[]} messages one, or the album's in order
 * @param {Touch} touch
 */
export function renderMessage(messages, touch) {
  const [first] = messages;
  const told = messages.find((m) => m.text ?? m.caption) ?? first;
  const bubble = el(
    "div",
    { class: `bubble ${lookOf(first, told)}` },
    ...contents(messages, told, touch),
    words(told, meta(messages), touch),
  );
  const side = touch.isBots(first) ? "in" : "out";
  return el(
    "div",
    { class: `message ${side}`, data: { testid: "message", messageId: first.message_id, side } },
    el("div", { class: "bubble-line" }, bubble, answerButton(told, touch)),
    renderKeyboard(told, (button, node) => touch.tap(told, button, node)),
  );
}

function contents(messages, told, touch) {
  const parts = [];
  if (told.reply_to_message) parts.push(quoted(told.reply_to_message));
  const photos = messages.filter((m) => m.photo);
  if (photos.length) parts.push(renderPhotos(photos));
  for (const message of messages) {
    const film = message.video ?? message.video_note;
    const sound = message.voice ?? message.audio;
    if (message.document) parts.push(renderDocument(message.document));
    if (film) parts.push(renderDocument({ file_name: t("video"), ...film }));
    if (sound) parts.push(renderSound(sound));
    if (message.location) parts.push(renderPlace(message.location));
  }
  return parts;
}

const MEDIA = ["photo", "document", "video", "video_note", "voice", "audio", "location"];
const hasMedia = (message) => MEDIA.some((kind) => message[kind]);

/** Whether the time lies on the last picture, beside the document, or after the words. */
function lookOf(first, told) {
  if (!hasMedia(first)) return "";
  if (told.caption) return "media";
  return first.photo ? "media on-photo" : "media on-document";
}

/** What a link carries into the chat is for the bot alone: Telegram too shows a bare /start there. */
const withoutPayload = (text) => text.replace(/^(\/start) [A-Za-z0-9_-]{1,64}$/, "$1");

/** The words of a message; its time floats beside their last line where there is room. */
function words(told, when, touch) {
  const said = told.text ?? told.caption ?? "";
  const text = touch.isBots(told) ? said : withoutPayload(said);
  if (text) {
    const entities = told.entities ?? told.caption_entities ?? [];
    return el(
      "div",
      { class: "words" },
      el("span", { class: "text", data: { testid: "text" } }, renderText(text, entities, touch)),
      when,
    );
  }
  if (hasMedia(told)) return when;
  return el("div", { class: "words" }, el("span", { class: "unsupported", text: t("unsupported") }), when);
}

function quoted(message) {
  const line =
    message.text ?? message.caption ?? message.document?.file_name ?? t(message.photo ? "photo" : "message");
  return el(
    "div",
    { class: "quoted" },
    el("b", { text: message.from?.first_name ?? "" }),
    el("span", { text: line }),
  );
}

function meta(messages) {
  const last = messages.at(-1);
  const edited = messages.some((m) => m.edit_date);
  const when = new Date(last.date * 1000);
  return el(
    "span",
    { class: "meta" },
    edited && el("span", { class: "edited", text: t("edited"), data: { testid: "edited" } }),
    el("time", { datetime: when.toISOString(), text: timeOf(when) }),
  );
}

const answerButton = (message, touch) =>
  iconButton(t("reply"), icon("reply"), { class: "answer", on: { click: () => touch.reply(message) } });

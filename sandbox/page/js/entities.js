import { el } from "./dom.js";
import { addressOf } from "./links.js";
import { t } from "./words.js";

/** Entities that are only a look. https://core.telegram.org/bots/api#messageentity */
const PLAIN = { bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code" };
const COLOURED = new Set(["mention", "text_mention", "hashtag", "cashtag", "phone_number", "email"]);
/** Letters from which an expandable quotation is surely longer than the lines that it shows folded. */
const FOLDED = 110;
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/**
 * A message's text as DOM nodes. Offsets of entities count UTF-16 units, as JavaScript's strings do.
 * @param {string} text
 * @param {any[]} entities
 * @param {{command: (text: string) => void, link: (url: URL) => boolean}} on what a tap on a command does, and
 *   on a link (true: it was dealt with, the browser need not open it)
 */
export function renderText(text, entities, on) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  fragment.append(...nodesOf({ text, on }, sorted, 0, text.length));
  return fragment;
}

/** The nodes of text[start, end); an entity that runs out of its parent is cut in two there. */
function nodesOf(whole, entities, start, end) {
  const nodes = [];
  const queue = [...entities];
  let at = start;
  const plain = (upTo) => {
    let piece = whole.text.slice(at, upTo);
    // A block ends its line by itself.
    if (nodes.at(-1)?.dataset?.block && piece.startsWith("\n")) piece = piece.slice(1);
    if (piece) nodes.push(document.createTextNode(piece));
  };
  while (queue.length) {
    const entity = queue.shift();
    const last = Math.min(entity.offset + entity.length, end);
    if (entity.offset < at || last <= entity.offset) continue;
    plain(entity.offset);
    const inner = takeInner(queue, last);
    nodes.push(nodeOf(whole, entity, nodesOf(whole, inner, entity.offset, last), last));
    at = last;
  }
  plain(end);
  return nodes;
}

function takeInner(queue, end) {
  const inner = [];
  const rest = [];
  while (queue.length && queue[0].offset < end) {
    const entity = queue.shift();
    const over = entity.offset + entity.length - end;
    inner.push(entity);
    if (over > 0) rest.push({ ...entity, offset: end, length: over });
  }
  queue.unshift(...rest);
  return inner;
}

function nodeOf({ text, on }, entity, children, end) {
  const words = text.slice(entity.offset, end);
  const { type } = entity;
  if (type in PLAIN) return el(PLAIN[type], {}, ...children);
  if (type === "text_link") return link(entity.url, children, on);
  if (type === "url") return link(words, children, on);
  if (type === "bot_command")
    return el(
      "button",
      { type: "button", class: "command", on: { click: () => on.command(words) } },
      ...children,
    );
  if (type === "spoiler") return spoiler(children);
  if (BLOCKS.has(type)) return block(entity, children);
  return el("span", COLOURED.has(type) ? { class: "coloured" } : {}, ...children);
}

function link(address, children, on) {
  const url = addressOf(address);
  if (!url) return el("span", {}, ...children);
  const opened = (event) => on.link(url) && event.preventDefault();
  return el(
    "a",
    { href: url.href, target: "_blank", rel: "noopener noreferrer", on: { click: opened } },
    ...children,
  );
}

function spoiler(children) {
  const hidden = el(
    "span",
    { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler") },
    ...children,
  );
  const show = (event) => {
    if (hidden.classList.contains("shown") || (event.key && event.key !== "Enter" && event.key !== " "))
      return;
    event.preventDefault();
    hidden.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) hidden.removeAttribute(name);
  };
  hidden.addEventListener("click", show);
  hidden.addEventListener("keydown", show);
  return hidden;
}

function block({ type, language }, children) {
  if (type === "pre") return el("pre", { data: { block: "1", language: language ?? "" } }, ...children);
  const quote = el("blockquote", { data: { block: "1" } }, ...children);
  const long = quote.textContent.length > FOLDED || quote.textContent.split("\n").length > 3;
  return type === "expandable_blockquote" && long ? folded(quote) : quote;
}

function folded(quote) {
  quote.classList.add("folded");
  const unfold = () => {
    const closed = quote.classList.toggle("folded");
    more.setAttribute("aria-expanded", String(!closed));
  };
  const more = el("button", {
    type: "button",
    class: "unfold",
    "aria-label": t("expand"),
    "aria-expanded": "false",
    on: { click: unfold },
  });
  quote.append(more);
  return quote;
}

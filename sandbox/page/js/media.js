import { api } from "./api.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";
import { openViewer } from "./viewer.js";

const largest = (sizes) => sizes.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));

/** The smallest size that is still sharp in a bubble. */
function thumbnail(sizes) {
  const sharp = sizes.filter((size) => Math.max(size.width, size.height) >= 600);
  return sharp.length ? sharp.reduce((a, b) => (b.width < a.width ? b : a)) : largest(sizes);
}

/**
 * Pictures of one message or of an album, as a grid; a tap enlarges.
 * @param {any[]} messages those with a photo, in order
 */
export function renderPhotos(messages) {
  const pictures = messages.map(({ photo }) => api.fileAddress(largest(photo).file_id));
  const cell = (message, index) => photoCell(message, index > 0, () => openViewer(pictures, index));
  return el(
    "div",
    { class: "photos", data: { count: Math.min(messages.length, 10) } },
    ...messages.map(cell),
  );
}

/** The bubble itself carries the id of an album's first message, the other pictures their own. */
function photoCell(message, ownId, open) {
  const size = thumbnail(message.photo);
  const image = el("img", {
    src: api.fileAddress(size.file_id),
    alt: message.caption || t("photo"),
    loading: "lazy",
    decoding: "async",
    width: size.width,
    height: size.height,
  });
  const data = { testid: "photo", ...(ownId ? { messageId: message.message_id } : {}) };
  return el(
    "button",
    { type: "button", class: "photo", "aria-label": t("photo"), data, on: { click: open } },
    image,
  );
}

/** "86,4 КБ" in the page's language. @param {number} bytes */
export function sizeOf(bytes) {
  let [size, unit] = [bytes, 0];
  while (size >= 1024 && unit < 3) [size, unit] = [size / 1024, unit + 1];
  const rounded = size.toFixed(unit && size < 100 ? 1 : 0).replace(/\.0$/, "");
  const point = t("bytes")[0] === "B" ? "." : ",";
  return `${rounded.replace(".", point)} ${t("bytes")[unit]}`;
}

/** @returns {string} how a file is coloured: by what its name ends in */
function familyOf(ending) {
  if (["xlsx", "xls", "csv", "ods"].includes(ending)) return "table";
  if (["docx", "doc", "odt", "txt", "md"].includes(ending)) return "text";
  if (ending === "pdf") return "pdf";
  return "other";
}

/** A document: an icon with its ending, its name and size; the whole is a link that downloads it. */
export function renderDocument({ file_id, file_name, file_size }) {
  const name = file_name || t("file");
  const ending = /\.([^.]{1,5})$/.exec(name)?.[1].toLowerCase() ?? "";
  return el(
    "a",
    {
      class: "document",
      href: api.fileAddress(file_id),
      download: name,
      title: t("download"),
      data: { testid: "document" },
    },
    el("span", { class: `file-icon ${familyOf(ending)}` }, ending ? el("b", { text: ending }) : icon("file")),
    el(
      "span",
      { class: "file-words" },
      el("span", { class: "file-name", text: name }),
      el("span", { class: "file-size" }, file_size == null ? "" : sizeOf(file_size)),
    ),
    el("span", { class: "file-get" }, icon("download")),
  );
}

/** A voice message or an audio file: heard where it stands. */
export function renderSound({ file_id }) {
  return el("audio", {
    class: "sound",
    controls: true,
    preload: "none",
    src: api.fileAddress(file_id),
    data: { testid: "sound" },
  });
}

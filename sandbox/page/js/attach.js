import { el, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { sizeOf } from "./media.js";
import { t } from "./words.js";

const isPicture = (file) => file.type.startsWith("image/");

/**
 * The sheet that opens over a phone when files were picked, dropped or pasted: what is sent, how, with what caption.
 * @param {HTMLElement} frame the phone's screen
 * @param {{name: string, size: number, type: string}[]} picked files, or what stands for them
 * @param {(kind: "photo"|"document", files: File[], caption: string) => void} send
 */
export function openAttach(frame, picked, send) {
  frame.querySelector(".attach-cover")?.remove();
  let files = picked;
  const caption = el("textarea", {
    rows: 2,
    maxlength: 1024,
    placeholder: t("caption"),
    "aria-label": t("caption"),
    data: { testid: "attach-caption" },
  });
  const list = el("div", { class: "attach-list" });
  const kinds = kindChoice(files.every(isPicture));
  const close = () => sheet.parentElement.remove();
  const show = () =>
    list.replaceChildren(...files.map((file) => preview(file, files.length > 1 && (() => drop(file)))));
  const drop = (file) => {
    files = files.filter((other) => other !== file);
    show();
  };
  const submit = (event) => {
    event.preventDefault();
    close();
    send(kinds.value(), files, caption.value.trim());
  };
  caption.addEventListener("keydown", (event) => event.key === "Enter" && !event.shiftKey && submit(event));
  const sheet = el(
    "form",
    { class: "attach", data: { testid: "attach-sheet" }, on: { submit } },
    list,
    kinds.element,
    caption,
    el(
      "div",
      { class: "dialog-buttons" },
      el("button", { type: "button", class: "secondary", text: t("cancel"), on: { click: close } }),
      el("button", { type: "submit", class: "primary", text: t("send"), data: { testid: "attach-send" } }),
    ),
  );
  show();
  frame.append(
    el(
      "div",
      { class: "cover attach-cover", on: { keydown: ({ key }) => key === "Escape" && close() } },
      sheet,
    ),
  );
  caption.focus();
}

function kindChoice(pictures) {
  const radio = (value, label, checked) =>
    el(
      "label",
      {},
      el("input", { type: "radio", name: "kind", value, checked, data: { testid: `attach-as-${value}` } }),
      el("span", { text: label }),
    );
  const element = el(
    "div",
    { class: "segments", hidden: !pictures, role: "radiogroup" },
    radio("photo", t("asPhoto"), pictures),
    radio("document", t("asFile"), !pictures),
  );
  return { element, value: () => element.querySelector("input:checked").value };
}

function preview(file, remove) {
  const face = isPicture(file) ? picture(file) : el("span", { class: "attach-face" }, icon("file"));
  return el(
    "div",
    { class: "attach-file" },
    face,
    el(
      "span",
      { class: "file-words" },
      el("span", { class: "attach-name", text: file.name }),
      el("span", { class: "file-size", text: sizeOf(file.size) }),
    ),
    remove && iconButton(t("remove"), icon("close"), { on: { click: remove } }),
  );
}

function picture(file) {
  const address = URL.createObjectURL(file);
  return el("img", {
    class: "attach-face",
    src: address,
    alt: "",
    on: { load: () => URL.revokeObjectURL(address) },
  });
}

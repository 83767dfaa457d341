import { el, iconButton } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/**
 * Shows pictures over the whole page; arrows leaf through an album, Escape or a tap beside closes.
 * @param {string[]} pictures addresses
 * @param {number} index the one to begin with
 */
export function openViewer(pictures, index) {
  let shown = index;
  const image = el("img", { alt: t("photo") });
  const show = (at) => {
    shown = (at + pictures.length) % pictures.length;
    image.src = pictures[shown];
  };
  const step = (by) => (event) => {
    event.stopPropagation();
    show(shown + by);
  };
  const several = pictures.length > 1;
  const dialog = el(
    "dialog",
    {
      class: "viewer",
      "aria-label": t("photo"),
      data: { testid: "viewer" },
      on: { click: () => dialog.close(), close: () => dialog.remove() },
    },
    image,
    iconButton(t("close"), icon("close"), { class: "viewer-close round" }),
    several &&
      iconButton(t("previous"), icon("left"), { class: "viewer-left round", on: { click: step(-1) } }),
    several && iconButton(t("next"), icon("right"), { class: "viewer-right round", on: { click: step(1) } }),
  );
  dialog.addEventListener("keydown", ({ key }) => {
    if (several && key === "ArrowLeft") show(shown - 1);
    if (several && key === "ArrowRight") show(shown + 1);
  });
  show(index);
  document.body.append(dialog);
  dialog.showModal();
}

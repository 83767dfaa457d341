import { buttons, field, openDialog } from "./dialog.js";
import { el } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

/** Where the dialog starts: the middle of Astana. */
const HERE = { latitude: 51.128207, longitude: 71.43042 };

/** Asks for a place by its coordinates. @param {(latitude: number, longitude: number) => void} send */
export function openPlace(send) {
  const number = (name, most) =>
    field(name, t(name), {
      type: "number",
      step: "any",
      min: -most,
      max: most,
      required: true,
      value: HERE[name],
      data: { testid: `place-${name}` },
    });
  const save = (form) => {
    send(Number(form.latitude.value), Number(form.longitude.value));
    dialog.close();
  };
  const dialog = openDialog(
    t("place"),
    "place-dialog",
    [number("latitude", 90), number("longitude", 180), buttons(t("send"), () => dialog.close())],
    save,
  );
}

/** A place in a message: its coordinates, as a link to a map. */
export function renderPlace({ latitude, longitude }) {
  return el(
    "a",
    {
      class: "document",
      href: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}`,
      target: "_blank",
      rel: "noreferrer",
      data: { testid: "place" },
    },
    el("span", { class: "file-icon other" }, icon("place")),
    el(
      "span",
      { class: "file-words" },
      el("span", { class: "file-name", text: t("place") }),
      el("span", { class: "file-size", text: `${latitude}, ${longitude}` }),
    ),
  );
}

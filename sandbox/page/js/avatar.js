import { el } from "./dom.js";

/** Pairs of colours, as Telegram gives its people: chosen by id. */
const COLOURS = 7;

const initials = (name) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0].toUpperCase())
    .join("");

export const nameOf = (person) => [person.first_name, person.last_name].filter(Boolean).join(" ");

/** A round picture with a person's (or the bot's) initials. */
export function avatar(person) {
  const look = person.is_bot ? "of-bot" : `colour-${Math.abs(person.id) % COLOURS}`;
  return el("span", {
    class: `avatar ${look}`,
    "aria-hidden": "true",
    text: initials(nameOf(person)) || "?",
  });
}

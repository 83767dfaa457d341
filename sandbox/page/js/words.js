import { WORDS } from "./dictionary.js";

/** Languages of the page and of phones, each by its own name. */
export const LANGUAGES = { ru: "Русский", kk: "Қазақша", en: "English" };
export const SHORT_LANGUAGES = { ru: "Рус", kk: "Қаз", en: "Eng" };

const KEY = "orynda.language";
let current = chosen();
const listeners = new Set();

function chosen() {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages, "ru"];
  return wanted.map((tag) => tag?.slice(0, 2).toLowerCase()).find((tag) => tag && tag in WORDS);
}

/** @returns {"ru"|"kk"|"en"} the language the page speaks now */
export const language = () => current;

/** A word of the page in its language. @param {keyof typeof WORDS.ru} key */
export const t = (key) => WORDS[current][key];

/** What a person's note says: a role in the page's language, any other note as it is. @param {string|null} note */
export const noteIn = (note) => WORDS[current].roles[note] ?? note;

/** Switches the page's language and tells everyone who asked with `onLanguage`. */
export function setLanguage(code) {
  current = code;
  localStorage.setItem(KEY, code);
  document.documentElement.lang = code;
  for (const tell of listeners) tell();
}

/** Calls back after each switch of language. @returns a function that stops it */
export function onLanguage(tell) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

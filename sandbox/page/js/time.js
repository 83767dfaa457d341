import { language, t } from "./words.js";

/** People in the sandbox live by Almaty's clock; its offset changed on 1 March 2024, so Intl is asked. */
const ZONE = "Asia/Almaty";
const wall = new Intl.DateTimeFormat("en-GB", {
  timeZone: ZONE,
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
});

/**
 * What the clock on the wall in Almaty shows.
 * @param {Date} instant
 * @returns {{year: number, month: number, day: number, hour: number, minute: number, second: number, weekday: number}}
 *   month 1–12, weekday 0 (Sunday) to 6
 */
export function local(instant) {
  const parts = Object.fromEntries(
    wall.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const weekday = new Date(Date.UTC(parts.year, parts.month - 1, parts.day)).getUTCDay();
  return { ...parts, weekday };
}

/** The instant at which Almaty's wall shows this. Days beyond the month's end run on into the next. */
export function instantOf(year, month, day, hour, minute) {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  const offset = offsetAt(new Date(asUtc));
  return new Date(asUtc - offsetAt(new Date(asUtc - offset)));
}

function offsetAt(instant) {
  const at = local(instant);
  const shown = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second);
  return shown - Math.floor(instant.getTime() / 1000) * 1000;
}

/** 09:00 of the next Monday-to-Friday day after `now`; holidays are the bot's affair. */
export function nextWorkingMorning(now) {
  const { year, month, day } = local(now);
  for (let ahead = 0; ; ahead += 1) {
    const morning = instantOf(year, month, day + ahead, 9, 0);
    const { weekday } = local(morning);
    if (morning > now && weekday !== 0 && weekday !== 6) return morning;
  }
}

const two = (n) => String(n).padStart(2, "0");

/** "09:05" */
export function timeOf(instant) {
  const { hour, minute } = local(instant);
  return `${two(hour)}:${two(minute)}`;
}

/** "26 марта", with the year where it is not the clock's: "28 декабря 2023". */
export function dayOf(instant, now) {
  const { year, month, day } = local(instant);
  const name = `${day} ${t("months")[month - 1]}`;
  if (year === local(now).year) return name;
  return language() === "kk" ? `${year} ж. ${name}` : `${name} ${year}`;
}

/** "вторник, 26 марта 2024, 09:00"; where there is little room "вт, 26 марта 2024, 09:00". */
export function clockOf(instant, short = false) {
  const { year, month, day, weekday } = local(instant);
  const [dayName, monthName, time] = [
    t(short ? "shortWeekdays" : "weekdays")[weekday],
    t("months")[month - 1],
    timeOf(instant),
  ];
  if (language() === "kk") return `${dayName}, ${year} ж. ${day} ${monthName}, ${time}`;
  return `${dayName}, ${day} ${monthName} ${year}, ${time}`;
}

/** A key that is equal for instants of one Almaty day. */
export function dayKey(instant) {
  const { year, month, day } = local(instant);
  return `${year}-${two(month)}-${two(day)}`;
}

/** The value of an `<input type="datetime-local">` for an instant, and back. */
export const toInput = (instant) => `${dayKey(instant)}T${timeOf(instant)}`;
export function fromInput(value) {
  const [year, month, day, hour, minute] = value.split(/\D/).map(Number);
  return instantOf(year, month, day, hour, minute);
}

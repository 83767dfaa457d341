/** Schemes that a message may open; anything else stays plain text. */
const OPENED = new Set(["http:", "https:", "tg:", "mailto:", "tel:"]);
const PAYLOAD = /^[A-Za-z0-9_-]{1,64}$/;

/** @returns {URL|null} an address as a message writes it ("t.me/x" too), if it may be opened */
export function addressOf(text) {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  return OPENED.has(url.protocol) ? url : null;
}

/**
 * Reads a link that opens the bot: `https://t.me/<bot>?start=<payload>` or `tg://resolve?domain=<bot>&start=…`.
 * @param {URL} url
 * @param {string} [username] only links to this bot count; without it, to any
 * @returns {{payload: string}|null} an empty payload where the link has none
 */
export function startOf(url, username) {
  const bot = botOf(url);
  if (!bot || (username && bot.toLowerCase() !== username.toLowerCase())) return null;
  return { payload: url.searchParams.get("start") ?? "" };
}

function botOf(url) {
  if (url.protocol === "tg:")
    return url.href.startsWith("tg://resolve") ? url.searchParams.get("domain") : null;
  if (!/^(www\.)?(t|telegram)\.me$/i.test(url.hostname)) return null;
  return /^\/([A-Za-z0-9_]{4,})\/?$/.exec(url.pathname)?.[1] ?? null;
}

/** @returns {string|null} the payload of a pasted invitation: a whole link, or the code alone */
export function payloadOf(pasted) {
  const text = pasted.trim();
  if (PAYLOAD.test(text)) return text;
  const url = addressOf(text);
  const payload = url && startOf(url)?.payload;
  return payload && PAYLOAD.test(payload) ? payload : null;
}

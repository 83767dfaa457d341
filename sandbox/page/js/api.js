/** The people's door of the sandbox (see sandbox/API.md). Each call throws ApiError where the sandbox refuses. */

export class ApiError extends Error {
  /** @param {number} status 0 where the sandbox could not be reached */
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

async function call(method, path, body) {
  const form = body instanceof FormData;
  const init = { method, body: form ? body : JSON.stringify(body) };
  if (body && !form) init.headers = { "Content-Type": "application/json" };
  const response = await fetch(`sandbox/${path}`, init).catch((error) => {
    throw new ApiError(0, error.message);
  });
  if (!response.ok) throw new ApiError(response.status, await refusal(response));
  return response.json();
}

async function refusal(response) {
  const text = await response.text();
  try {
    const said = JSON.parse(text);
    return String(said.description ?? said.detail ?? said.error ?? text);
  } catch {
    return text || response.statusText;
  }
}

/** Seconds to wait for the bot's answer to a tap: Telegram's own patience. */
const PATIENCE = 15;

export const api = {
  state: () => call("GET", "state"),
  chat: (person) => call("GET", `people/${person}/chat`),
  addPerson: (fields) => call("POST", "people", fields),
  changePerson: (person, fields) => call("PATCH", `people/${person}`, fields),
  say: (person, text, replyTo) =>
    call("POST", `people/${person}/messages`, { text, reply_to_message_id: replyTo }),
  place: (person, latitude, longitude) =>
    call("POST", `people/${person}/messages`, { latitude, longitude }),
  start: (person, payload) => call("POST", `people/${person}/start`, { payload }),
  press: (person, message, data) =>
    call("POST", `people/${person}/press?wait=${PATIENCE}`, { message_id: message, data }),
  /** Files that lie ready for who has none at hand. @returns {Promise<{name: string, size: number}[]>} */
  samples: () => call("GET", "samples"),
  sendSample: (person, sample, caption) =>
    call("POST", `people/${person}/messages`, { sample, caption: caption || undefined }),
  /** @param {{to: Date}|{by: number}} jump */
  moveClock: (jump) => call("POST", "clock", jump),

  /** @param {"photo"|"document"|"voice"} kind @param {File[]} files several are sent as one album */
  sendFiles(person, kind, files, caption) {
    const form = new FormData();
    form.append("kind", kind);
    if (caption) form.append("caption", caption);
    for (const file of files) form.append("files", file, file.name);
    return call("POST", `people/${person}/messages`, form);
  },

  /** @returns {string} the address of a file's bytes */
  fileAddress: (fileId) => `sandbox/files/${encodeURIComponent(fileId)}`,
  events: () => new EventSource("sandbox/events"),
};

/**
 * What this page knows of the sandbox. Only sync.js writes; views listen to its events:
 * `people`, `bot`, `clock`, `online`, `read`: all chats are here (no detail); `chat` {person}: the whole chat is new;
 * `message` {person, message, fresh}; `deleted` {person, id}; `commands`, `typing` {person};
 * `toast` {person, text, alert}.
 */
export class Store extends EventTarget {
  bot = { id: 0, username: "", first_name: "" };
  /** Where the clock stood when it was last told, and when by this machine's own steady clock. */
  told = { now: Date.now(), at: performance.now() };
  virtual = true;
  /** False while the sandbox cannot be reached; nothing is said before the first attempt. */
  online = true;
  /** @type {Map<number, any>} people by id, in the sandbox's order */
  people = new Map();
  /** @type {Map<number, {commands: any[], messages: Map<number, any>}>} chats by person's id */
  chats = new Map();
  /** @type {{name: string, size: number}[]} files that lie ready on every phone */
  samples = [];

  tell(type, detail = {}) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /** Listens to one kind of event; the listener is given its detail. */
  on(type, listener) {
    this.addEventListener(type, (event) => listener(event.detail));
  }

  setOnline(online) {
    if (online === this.online) return;
    this.online = online;
    this.tell("online");
  }

  setState({ bot, now, people, clock }) {
    this.bot = bot;
    this.virtual = clock.virtual;
    this.people = new Map(people.map((person) => [person.id, person]));
    for (const id of [...this.chats.keys()]) if (!this.people.has(id)) this.chats.delete(id);
    this.tell("bot");
    this.setNow(now);
    this.tell("people");
  }

  /** The sandbox's present moment: its clock flows with real time between jumps. */
  get now() {
    return new Date(this.told.now + performance.now() - this.told.at);
  }

  /** @param {string} now ISO 8601 */
  setNow(now) {
    this.told = { now: Date.parse(now), at: performance.now() };
    this.tell("clock");
  }

  setPerson(person) {
    this.people.set(person.id, person);
    this.tell("people");
  }

  /** Takes a chat as the sandbox tells it: whole the first time, by its differences later. */
  setChat(person, { commands, messages }) {
    const known = this.chats.get(person);
    if (!known) {
      this.chats.set(person, { commands, messages: new Map(messages.map((m) => [m.message_id, m])) });
      this.tell("chat", { person });
    } else {
      known.commands = commands;
      const told = new Set(messages.map((m) => m.message_id));
      for (const id of [...known.messages.keys()]) if (!told.has(id)) this.deleteMessage(person, id);
      for (const message of messages) this.setMessage(person, message);
    }
    this.tell("commands", { person });
  }

  /** Keeps a message, new or edited. What is known already word for word changes nothing. */
  setMessage(person, message) {
    const messages = this.chats.get(person)?.messages;
    if (!messages) return;
    const before = messages.get(message.message_id);
    if (before && JSON.stringify(before) === JSON.stringify(message)) return;
    messages.set(message.message_id, message);
    this.tell("message", { person, message, fresh: !before });
  }

  deleteMessage(person, id) {
    if (this.chats.get(person)?.messages.delete(id)) this.tell("deleted", { person, id });
  }

  isBots(message) {
    return message.from?.id === this.bot.id || Boolean(message.from?.is_bot);
  }
}

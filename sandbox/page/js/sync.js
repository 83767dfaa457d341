import { api } from "./api.js";

const RETRY = 1000;

/**
 * Keeps the store in step with the sandbox. On each (re)connection everything is fetched after the stream is
 * open, and what the stream tells in the meantime is applied afterwards: nothing is lost, and as messages are
 * kept by their ids nothing is doubled.
 */
export class Sync {
  /** @type {any[]|null} events held back while the state is being fetched */
  backlog = null;
  /** @type {Map<number, any[]>} events held back while a person's chat is being fetched */
  held = new Map();
  visit = 0;

  /** @param {import("./store.js").Store} store */
  constructor(store) {
    this.store = store;
  }

  connect() {
    const source = api.events();
    source.onopen = () => this.reload();
    source.onmessage = ({ data }) => this.handle(JSON.parse(data));
    source.onerror = () => {
      this.store.setOnline(false);
      if (source.readyState !== EventSource.CLOSED) return; // it comes back by itself
      setTimeout(() => this.connect(), RETRY);
    };
  }

  async reload() {
    const visit = (this.visit += 1);
    this.backlog = [];
    this.held.clear();
    try {
      const [state, samples] = await Promise.all([api.state(), api.samples()]);
      if (visit !== this.visit) return;
      this.store.samples = samples;
      this.store.setState(state);
      const chats = state.people.map(({ id }) => this.loadChat(id));
      const waiting = this.backlog;
      this.backlog = null;
      for (const event of waiting) this.handle(event);
      await Promise.all(chats);
      this.store.tell("read");
      this.store.setOnline(true);
    } catch (error) {
      console.warn("The sandbox could not be read, trying again:", error);
      this.store.setOnline(false);
      if (visit === this.visit) setTimeout(() => visit === this.visit && this.reload(), RETRY);
    }
  }

  async loadChat(person) {
    const held = [];
    this.held.set(person, held);
    const chat = await api.chat(person).catch((error) => error);
    if (this.held.get(person) !== held) return; // a later fetch has taken over, and saw what was held here
    this.held.delete(person);
    if (chat instanceof Error) throw chat;
    this.store.setChat(person, chat);
    for (const event of held) this.apply(event);
  }

  handle(event) {
    const queue = this.backlog ?? this.held.get(event.person_id);
    if (queue) queue.push(event);
    else this.apply(event);
  }

  apply(event) {
    const { store } = this;
    const person = event.person_id;
    switch (event.type) {
      case "message":
      case "edited":
        return store.setMessage(person, event.message);
      case "deleted":
        return store.deleteMessage(person, event.message_id);
      case "toast":
        return store.tell("toast", { person, text: event.text, alert: event.show_alert });
      case "typing":
        return store.tell("typing", { person });
      case "clock":
        return store.setNow(event.now);
      case "commands":
        return this.refresh(person);
      case "person":
        return this.meet(event.person);
    }
  }

  meet(person) {
    this.store.setPerson(person);
    return this.refresh(person.id);
  }

  /** Fetches a chat again; a failure is seen by the stream as well, which then fetches everything. */
  refresh(person) {
    return this.loadChat(person).catch((error) => console.warn("A chat could not be read:", error));
  }
}

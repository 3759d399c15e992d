import { put } from './api.js';

// A draft is kept on the server, and here as long as the server has not got it.
const PAUSE = 800;

/** One box's text, saved while it is written; saves follow one another and never overtake. */
export class Draft {
  constructor(login, number, kind, said) {
    this.path = '/cases/' + number + '/draft';
    this.key = ['tierline-draft', login, number, kind].join(':');
    this.kind = kind;
    this.said = said;
    this.saved = '';
    this.last = Promise.resolve();
  }

  /** What to show, given what the server has and what the box shows now. */
  meet(server, shown) {
    const unsaved = localStorage.getItem(this.key);
    const untouched = shown === this.saved;
    this.saved = server;
    return untouched ? unsaved ?? server : shown;
  }

  written(body) {
    localStorage.setItem(this.key, body);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(body), PAUSE);
    this.said('');
  }

  save(body, options) {
    clearTimeout(this.timer);
    this.last = this.last.then(() => this.keep(body, options));
    return this.last;
  }

  async keep(body, options) {
    try {
      if (body !== this.saved) {
        await put(this.path, { kind: this.kind, body }, options);
        this.saved = body;
        this.said(body.trim() ? 'Draft kept' : '');
      }
      if (localStorage.getItem(this.key) === body) {
        localStorage.removeItem(this.key);
      }
    } catch {
      this.said('The draft is kept in this browser only: Tierline cannot be reached');
    }
  }

  /** The text was sent: nothing of it comes back. */
  sent() {
    clearTimeout(this.timer);
    localStorage.removeItem(this.key);
    this.saved = null;
    return this.save('');
  }
}

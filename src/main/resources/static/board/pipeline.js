// The patch pipeline: defects by state, and the releases that bring their fixes.
import { get, put, remove } from './api.js';
import { card } from './card.js';
import * as dialogs from './dialogs.js';
import { el, many, show } from './dom.js';
import { progress } from './progress.js';
import { releases } from './releases.js';

const BEAT = 15000;
const NAMES = { ranked: 'Ranked', 'in-development': 'In development', 'in-verification': 'In verification', fixed: 'Fixed' };

const byId = (id) => document.getElementById(id);
const filter = byId('filter');

/** What the parts of the page ask for. */
class Board {
  constructor() {
    this.more = {};
    this.dragging = null;
    filter.addEventListener('submit', (event) => event.preventDefault());
    filter.addEventListener('input', () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => { this.more = {}; this.refresh(); }, 300);
    });
    setInterval(() => document.hidden || dialogs.isOpen() || this.dragging || this.refresh(), BEAT);
    document.addEventListener('visibilitychange', () => document.hidden || this.refresh());
    this.refresh();
  }

  query(more) {
    const asked = new URLSearchParams(more);
    const words = filter.elements.q.value.trim();
    if (words) {
      asked.set('q', words);
    }
    if (filter.elements.slipping.checked) {
      asked.set('slipping', 'true');
    }
    return '?' + asked;
  }

  async refresh() {
    const turn = this.turn = (this.turn || 0) + 1;
    try {
      const view = await get('/pipeline' + this.query());
      if (turn === this.turn) {
        byId('alert').textContent = '';
        this.draw(view);
      }
    } catch (failure) {
      byId('alert').textContent = failure.message;
    }
  }

  draw(view) {
    this.view = view;
    this.mayPlan = view.mayPlan;
    const total = view.columns.reduce((sum, column) => sum + column.total, 0);
    const slipping = view.columns.reduce((sum, column) => sum + column.slipping, 0);
    byId('summary').textContent = many(total, 'defect', 'defects') + ' in the pipeline, ' + slipping + ' past or about to miss the target';
    show(byId('states'), [view.columns, view.mayPlan, this.more], () => view.columns.map((column) => this.column(column)));
    show(byId('releases'), [view.releases, view.moreReleases, view.mayPlan], () => releases(view, this));
  }

  column(column) {
    const more = this.more[column.state] || { cards: [], next: column.next };
    const seen = new Set(column.cards.map((one) => one.number));
    const cards = [...column.cards, ...more.cards.filter((one) => !seen.has(one.number))];
    const name = NAMES[column.state];
    return el('section', { class: 'state', 'aria-label': name },
      el('h2', null, name, ' ', el('span', { class: 'count' }, column.total)),
      cards.length > 0 ? el('ul', { class: 'cards' }, ...cards.map((one) => card(one, this, 'state'))) : el('p', { class: 'empty' }, 'Nothing here.'),
      more.next && el('button', { type: 'button', class: 'quiet', 'data-key': 'more-' + column.state, click: () => this.showMore(column.state, more) }, 'Show more'));
  }

  async showMore(state, more) {
    await this.doing(async () => {
      const page = await get('/pipeline/' + state + this.query({ after: more.next }));
      this.more = { ...this.more, [state]: { cards: [...more.cards, ...page.cards], next: page.next } };
      this.draw(this.view);
    });
  }

  drag(event, defect) {
    this.dragging = defect;
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', defect.number);
    document.body.classList.add('dragging');
  }

  dragged() {
    this.dragging = null;
    document.body.classList.remove('dragging');
  }

  choose(defect) {
    dialogs.choose(defect, this.view.releases, (release) => this.put(defect, release));
  }

  /** Of a drop: what speaks against it is asked about first. */
  plan(defect, release) {
    const against = dialogs.warnings(defect, release);
    if (against.length > 0) {
      dialogs.ask(defect, release, against, () => this.put(defect, release));
    } else {
      this.doing(() => this.put(defect, release));
    }
  }

  async put(defect, release) {
    if (release && release.name !== defect.release) {
      await put('/releases/' + encodeURIComponent(release.name) + '/defects/' + defect.number);
      this.say(defect.number + ' is planned for ' + release.name + '.');
    } else if (!release && defect.release) {
      await remove('/releases/' + encodeURIComponent(defect.release) + '/defects/' + defect.number);
      this.say(defect.number + ' is in no release.');
    }
    this.more = {};
    await this.done();
  }

  /** The focus goes back to where the dialog was opened, and stays there when all is drawn anew. */
  async done() {
    dialogs.close();
    await this.refresh();
  }

  limit(release) {
    dialogs.limit(release, async (capacity) => {
      await put('/releases/' + encodeURIComponent(release.name) + '/capacity', { capacity });
      this.say(release.name + (capacity === null ? ' has no limit.' : ' may bring ' + many(capacity, 'defect', 'defects') + '.'));
      await this.done();
    });
  }

  async open(number) {
    await this.doing(async () => {
      const [defect, report] = await Promise.all([get('/defects/' + number), get('/defects/' + number + '/progress')]);
      dialogs.facts(defect, this.mayPlan, async (ruling) => {
        await put('/defects/' + number + '/rank', ruling);
        this.say(number + ' is ranked anew.');
        await this.done();
      }, progress(report, this.view.mayReport));
    });
  }

  async doing(call) {
    try {
      await call();
    } catch (failure) {
      byId('alert').textContent = failure.message;
    }
  }

  say(words) {
    byId('live').textContent = words;
  }
}

new Board();

import { Alerts } from './alerts.js';
import { get, put } from './api.js';
import { Box } from './box.js';
import { cannedTexts } from './canned.js';
import { clockCards } from './clocks.js';
import { Conversation, files } from './conversation.js';
import { canBeTied, defect } from './defect.js';
import { el, part, show } from './dom.js';
import { caseLines, factList, heading, people } from './facts.js';
import { escalations, timeline } from './history.js';
import { merger } from './merger.js';
import { serverSays } from './times.js';

const BEAT = 10000;
const OVER = ['closed', 'withdrawn', 'merged'];

/** One case on the screen: drawn once, kept up to date by a heartbeat, left without a trace. */
export class CaseView {
  constructor(number, openCase, changed) {
    this.number = number;
    this.openCase = openCase;
    this.changed = changed;
    this.seat = crypto.randomUUID?.() ?? String(Math.random());
    this.alert = el('p', { class: 'tl-error', role: 'alert' });
    this.live = el('p', { class: 'tl-hidden', role: 'status' });
    this.present = el('p', { class: 'tl-present', role: 'status' });
    this.node = el('div', { class: 'tl-case' }, this.alert, this.live, el('p', { class: 'tl-loading' }, 'Loading ' + number + ' …'));
    this.seen = () => document.hidden || this.beat();
    document.addEventListener('visibilitychange', this.seen);
    this.timers = [setInterval(() => this.clocks?.tick(), 1000), setInterval(this.seen, BEAT)];
    this.refresh().then(() => this.beat());
  }

  async refresh() {
    try {
      const desk = await get('/cases/' + this.number + '/desk');
      serverSays(desk.now);
      this.alert.textContent = '';
      if (!this.gone) {
        this.draw(desk);
        await this.alerts.refresh(desk);
      }
    } catch (failure) {
      this.complain(failure);
    }
  }

  complain(failure) {
    this.alert.textContent = failure.message + (failure.status ? '' : ' What you write is kept; the case is shown again as soon as it can be.');
  }

  async beat() {
    const doing = this.boxes?.some((box) => box.writing) ? 'writing' : 'looking';
    try {
      const answer = await put('/cases/' + this.number + '/presence', { seat: this.seat, doing });
      serverSays(answer.now);
      this.showPresent(answer.present);
      if (!this.gone) {
        await (answer.version === this.version ? this.alerts.refresh(this.desk) : this.refresh());
      }
    } catch (failure) {
      this.complain(failure);
    }
  }

  draw(desk) {
    this.version = desk.version;
    this.desk = desk;
    if (!this.drawn) {
      this.lay(desk);
    }
    show(this.head, [desk.facts, desk.mergedCases], () => heading(desk, this.openCase));
    show(this.clockRow, [desk.clocks, desk.facts.status], () => {
      this.clocks = clockCards(desk);
      return this.clocks.nodes;
    });
    show(this.facts, [desk.facts, desk.zone], () => factList(desk));
    show(this.people, [desk.facts, desk.technicians, desk.participants], () => people(desk));
    show(this.details, desk.facts.details, (text) => text);
    show(this.enclosed, desk.files, () => files(desk.files, this.number) || []);
    this.drawDefect(desk);
    show(this.escalations, desk.escalations, () => escalations(desk));
    show(this.timeline, desk.timeline, () => timeline(desk));
    show(this.others, desk.openCases, () => caseLines(desk.openCases, this.openCase, 'The company has no other open case.'));
    this.conversation.update(desk);
    this.boxes.forEach((box) => box.update(desk));
    this.reply.node.hidden = OVER.includes(desk.facts.status);
    this.over.hidden = !this.reply.node.hidden;
    this.over.textContent = 'The case is ' + desk.facts.status + ': nothing is sent to the customer from here any more.';
    this.showPresent(desk.present);
  }

  lay(desk) {
    this.drawn = true;
    for (const name of ['head', 'clockRow', 'facts', 'people', 'escalations', 'timeline', 'others', 'similar', 'enclosed', 'defect']) {
      this[name] = el('div', { class: 'tl-' + name.toLowerCase() });
    }
    this.alerts = new Alerts(this.number, () => this.sent());
    this.details = el('p', { class: 'tl-body tl-details' });
    this.over = el('p', { class: 'tl-empty', hidden: true });
    this.conversation = new Conversation(this.number, (words) => { this.live.textContent = words; }, (failure) => this.complain(failure));
    this.boxes = desk.me.mayWrite ? ['public', 'internal'].map((kind) => new Box(kind, this.number, desk.me.login, () => this.sent())) : [];
    this.boxes.slice(0, 1).forEach(cannedTexts);
    this.reply = this.boxes[0] || { node: el('div') };
    this.node.replaceChildren(this.alert, this.live, this.head, this.clockRow, this.alerts.node, this.present, el('div', { class: 'tl-columns' },
      el('div', { class: 'tl-main' }, part('What was reported', el('div', null, this.details, this.enclosed)), part('Conversation', this.conversation.node), this.over, ...this.boxes.map((box) => box.node)),
      el('div', { class: 'tl-side' }, part('Facts', this.facts), part('People', this.people), part('Defect', this.defect),
        part('Similar solved cases', this.similar, { folds: true, open: true }), part('Other open cases of the company', this.others, { folds: true, open: true }),
        part('Escalations', this.escalations, { folds: true, open: desk.escalations.length > 0 }), part('Timeline', this.timeline, { folds: true }),
        desk.me.mayMerge && !OVER.includes(desk.facts.status) && part('Merge a duplicate', merger(this.number, () => this.sent()), { folds: true }))));
    get('/cases/' + this.number + '/desk/similar')
      .then((found) => show(this.similar, found, () => caseLines(found, this.openCase, 'No solved case has words of this subject.')))
      .catch((failure) => { this.similar.textContent = failure.message; });
  }

  /** Known defects are looked for once, as soon as the case can be tied to one. */
  drawDefect(desk) {
    this.desk = desk;
    if (canBeTied(desk.facts) && this.known === undefined) {
      this.known = null;
      get('/cases/' + this.number + '/similar-defects')
        .then((found) => { this.known = found; this.drawDefect(this.desk); })
        .catch((failure) => { this.known = []; this.complain(failure); });
    }
    const known = (this.known || []).filter((one) => one.number !== desk.facts.defect?.number);
    show(this.defect, [desk.facts.defect, desk.facts.status, desk.facts.tier, known, this.known === null],
      () => defect(desk, this.known === null ? null : known, () => this.sent()));
  }

  showPresent(present) {
    const words = present.map((one) => one.login + ' is ' + (one.doing === 'writing' ? 'writing here' : 'looking at this case')).join('; ');
    this.present.classList.toggle('tl-writing', present.some((one) => one.doing === 'writing'));
    if (this.present.textContent !== words) {
      this.present.textContent = words;
    }
  }

  async sent() {
    await this.refresh();
    this.changed();
  }

  leave() {
    this.gone = true;
    this.timers.forEach(clearInterval);
    document.removeEventListener('visibilitychange', this.seen);
    this.boxes?.forEach((box) => box.leave());
    put('/cases/' + this.number + '/presence', { seat: this.seat, doing: 'gone' }, { keepalive: true }).catch(() => {});
  }
}

// What customers are told of a defect while they wait: shown as it would go out now, and edited.
import { post, put, remove } from './api.js';
import { el, many, moment } from './dom.js';

/** The part of a defect's facts; it draws itself anew after each call. */
export function progress(report, mayReport) {
  const node = el('details', { class: 'progress' }, el('summary', null, 'What customers are told'));
  const part = el('div');
  node.append(part);
  new Progress(part, report, mayReport);
  return node;
}

class Progress {
  constructor(node, report, mayReport) {
    this.node = node;
    this.mayReport = mayReport;
    this.path = '/defects/' + report.defect + '/progress';
    this.show(report, '');
  }

  show(report, said) {
    this.report = report;
    const open = this.mayReport && report.state !== 'rejected';
    this.node.replaceChildren(...[
      el('p', { class: 'empty' }, report.report ? 'As the customer of ' + report.reportOf + ' would read it now; ' + many(report.waiting, 'case waits', 'cases wait') + '.'
        : 'Nobody waits for this defect.'),
      report.report && el('pre', { class: 'report', tabindex: 0, 'aria-label': 'Report' }, report.report),
      report.told && el('p', { class: 'empty' }, this.told(report.told)),
      open && this.form(),
      el('p', { class: 'said', role: 'status' }, said),
    ].filter(Boolean));
  }

  told(told) {
    return told.who + ' had everybody told on ' + moment(told.at) + ': ' + told.told + ' of ' + many(told.cases, 'case', 'cases')
      + (told.open > 0 ? ', ' + told.open + ' to come' : '');
  }

  form() {
    const { note, waiting } = this.report;
    const failure = el('p', { class: 'alert', role: 'alert' });
    const text = el('textarea', { id: 'progress-note', name: 'text', rows: 4, maxlength: 5000, required: true, 'aria-describedby': 'progress-hint' });
    text.value = note ? note.text : '';
    const run = (call) => this.run(call, failure);
    return el('form', { submit: (event) => { event.preventDefault(); run(() => this.keep(text.value)); } },
      el('label', { for: 'progress-note' }, 'Where it stands, in the words of customers'), text,
      el('p', { id: 'progress-hint', class: 'empty' }, (note ? 'Written by ' + note.who + ' on ' + moment(note.at) + '. ' : '')
        + 'It stands in the place of what the state says, until the state changes.'),
      failure,
      el('p', { class: 'buttons' }, el('button', { type: 'submit' }, 'Keep note'), ' ',
        note && el('button', { type: 'button', class: 'quiet', click: () => run(() => this.takeBack()) }, 'Take note back'), ' ',
        waiting > 0 && el('button', { type: 'button', class: 'quiet', click: (event) => this.ask(event.target, run) }, 'Tell everybody now …')));
  }

  /** A mail cannot be called back: asked once more, in the place of the button. */
  ask(button, run) {
    const key = crypto.randomUUID ? crypto.randomUUID() : String(Date.now()) + Math.random();
    const sure = el('button', { type: 'button', click: () => run(() => this.tell(key)) },
      'Yes, tell ' + many(this.report.waiting, 'case', 'cases'));
    button.replaceWith(sure);
    sure.focus();
  }

  async keep(text) {
    this.show(await put(this.path, { text, version: this.report.version }), 'The note is kept.');
  }

  async takeBack() {
    this.show(await remove(this.path + '?version=' + encodeURIComponent(this.report.version)), 'The note is taken back.');
  }

  async tell(key) {
    const told = await post(this.path + '/reports', { 'Idempotency-Key': key });
    this.show({ ...this.report, told }, many(told.open, 'case is', 'cases are') + ' told within seconds.');
  }

  /** Draws nothing anew when it fails, so that what was written stays. */
  async run(call, failure) {
    failure.textContent = '';
    try {
      await call();
      this.node.querySelector('textarea')?.focus();
    } catch (problem) {
      failure.textContent = problem.message;
    }
  }
}

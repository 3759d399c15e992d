import { get, post } from './api.js';
import { NAMES } from './clocks.js';
import { el, id, show } from './dom.js';
import { time } from './facts.js';
import { now } from './times.js';

const LEVELS = { warned: 'is due soon', breached: 'has passed unmet' };
const RECIPIENTS = { technician: 'the technician', lead: 'the tier\'s lead', supervisors: 'the supervisors' };

/** What people are told about this case, step by step, until somebody takes care of it. */
export class Alerts {
  constructor(number, taken) {
    this.number = number;
    this.taken = taken;
    this.notes = {};
    this.node = el('section', { class: 'tl-alerts', 'aria-label': 'Alerts', hidden: true });
  }

  /** Their own call: people acknowledge elsewhere too, which changes nothing on the case. */
  async refresh(desk) {
    const open = (await get('/cases/' + this.number + '/alerts')).filter((one) => !one.endedAt);
    this.node.hidden = open.length === 0;
    show(this.node, [open, desk.zone], () => open.map((one) => this.row(one, desk)));
  }

  row(alert, desk) {
    const words = el('div', { class: 'tl-alert-words' }, el('b', null, NAMES[alert.target] + ' ' + LEVELS[alert.level]), ', due ', time(alert.dueAt, desk.zone));
    const row = el('div', { class: 'tl-alert', 'data-level': alert.level, 'data-taken': String(Boolean(alert.acknowledgedAt)) }, words);
    if (alert.acknowledgedAt) {
      words.append(el('p', null, alert.acknowledgedBy + ' takes care since ', time(alert.acknowledgedAt, desk.zone), alert.note && ': ' + alert.note));
    } else {
      words.append(el('p', null, told(alert), ...next(alert, desk)));
      row.append(desk.me.mayWrite ? this.form(alert) : '');
    }
    return row;
  }

  form(alert) {
    const noteId = id();
    const error = el('p', { class: 'tl-error', role: 'alert' });
    const note = el('input', { id: noteId, class: 'form-control input-sm', maxlength: 2000, placeholder: 'What you do about it', 'data-key': 'note-' + alert.id, autocomplete: 'off',
      value: this.notes[alert.id], input: () => { this.notes[alert.id] = note.value; } });
    const button = el('button', { type: 'submit', class: 'btn btn-default btn-sm', 'data-key': 'take-' + alert.id }, 'Acknowledge');
    const take = async (event) => {
      event.preventDefault();
      button.disabled = true;
      try {
        await post('/alerts/' + alert.id + '/acknowledgement', { note: note.value.trim() || null });
        this.taken();
      } catch (failure) {
        error.textContent = failure.message;
        button.disabled = false;
      }
    };
    return el('form', { class: 'tl-alert-form', submit: take },
      el('label', { class: 'tl-hidden', for: noteId }, 'Note to the alert: ' + NAMES[alert.target]), note, button, error);
  }
}

function told(alert) {
  const all = alert.steps.map((step) => step.told).filter(Boolean).join(', ');
  return all ? 'Told: ' + [...new Set(all.split(', '))].join(', ') + '.' : 'Nobody was told yet.';
}

function next(alert, desk) {
  const step = alert.steps.find((one) => !one.takenAt && one.dueAt);
  if (!step) {
    return [];
  }
  const who = RECIPIENTS[step.recipient] || step.recipient;
  return Date.parse(step.dueAt) > now() ? [' Then ' + who + ' ', time(step.dueAt, desk.zone), '.'] : [' Next: ' + who + '.'];
}

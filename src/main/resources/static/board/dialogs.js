import { due } from './card.js';
import { day, dayOf, el, many, moment } from './dom.js';
import { isFull } from './releases.js';

const dialog = document.getElementById('dialog');

/** Shows a dialog; the browser keeps the focus in it and gives it back. */
function open(title, ...content) {
  dialog.replaceChildren(el('h2', { id: 'dialog-title' }, title), ...content.filter(Boolean));
  if (!dialog.open) {
    dialog.showModal();
  }
}

export const close = () => dialog.close();

export const isOpen = () => dialog.open;

const cancel = (words = 'Cancel') => el('button', { type: 'button', class: 'quiet', click: close }, words);

const error = () => el('p', { class: 'alert', role: 'alert' });

/** A form that stays open while its call fails, and says why. */
function form(call, words, ...fields) {
  const failure = error();
  return el('form', { submit: async (event) => {
    event.preventDefault();
    failure.textContent = '';
    try {
      await call(new FormData(event.target));
      close();
    } catch (problem) {
      failure.textContent = problem.message;
    }
  } }, ...fields, failure, el('p', { class: 'buttons' }, el('button', { type: 'submit' }, words), ' ', cancel()));
}

/** Which release brings the defect: the way without a mouse. */
export function choose(defect, releases, plan) {
  const options = releases.map((release) => el('option', { value: release.name, selected: release.name === defect.release },
    [release.name, release.plannedFor ? day(release.plannedFor) : 'no day yet',
      release.capacity === null ? many(release.planned, 'defect', 'defects') : release.planned + ' of ' + release.capacity,
      ...warnings(defect, release)].join(' - ')));
  open('Plan ' + defect.number, el('p', null, defect.title), el('p', { class: 'due' }, due(defect)),
    form((data) => plan(releases.find((one) => one.name === data.get('release')) || null), 'Plan',
      el('label', { for: 'plan-release' }, 'Release'),
      el('select', { id: 'plan-release', name: 'release', autofocus: true }, el('option', { value: '', selected: !defect.release }, 'in no release'), ...options)));
}

/** What speaks against the plan, in words. */
export function warnings(defect, release) {
  if (!release || release.name === defect.release) {
    return [];
  }
  return [isFull(release) && release.name + ' is full: ' + release.planned + ' of ' + release.capacity,
    defect.dueAt && release.plannedFor && release.plannedFor > defect.dueAt.slice(0, 10) && 'later than its target, ' + dayOf(defect.dueAt)].filter(Boolean);
}

export function ask(defect, release, against, plan) {
  open('Plan ' + defect.number + ' for ' + release.name + '?', el('ul', null, ...against.map((one) => el('li', null, '⚠ ' + one))),
    form(plan, 'Plan all the same'));
}

export function limit(release, save) {
  open('Capacity of ' + release.name, form((data) => save(data.get('capacity') === '' ? null : Number(data.get('capacity'))), 'Keep',
    el('label', { for: 'capacity' }, 'Defects at most; empty: no limit'),
    el('input', { id: 'capacity', name: 'capacity', type: 'number', min: 0, max: 9999, step: 1, value: release.capacity ?? '', autofocus: true })));
}

/** A defect's page of facts. */
export function facts(defect, mayPlan, overrule, progress) {
  open(defect.number + ': ' + defect.title,
    el('dl', { class: 'facts' },
      fact('State', defect.state + (defect.mergedInto ? ', merged into ' + defect.mergedInto : '')),
      fact('Product', [defect.product, ...defect.affectedVersions].filter(Boolean).join(', ')),
      fact('Rank', 'rank ' + defect.rank + ', ' + defect.vehicle + ', ' + defect.track + ' track'),
      defect.overruled && fact('By hand', defect.overruled.who + ': ' + defect.overruled.why),
      fact('Due', defect.dueAt ? dayOf(defect.dueAt) : 'with the next release'),
      fact('Release', defect.release || 'none yet'),
      fact('Cases', defect.progress.waiting + ' of ' + many(defect.progress.tied, 'case waits', 'cases wait') + ': ' + defect.cases.slice(0, 20).join(', ')
        + (defect.cases.length > 20 ? ' and more' : '')),
      fact('Workaround', defect.workaround)),
    progress,
    mayPlan && !['released', 'rejected'].includes(defect.state) && el('details', null, el('summary', null, 'Overrule the table'), overruling(defect, overrule)),
    el('details', null, el('summary', null, 'History'), el('ol', { class: 'history' }, ...[...defect.history].reverse().map((one) =>
      el('li', null, el('time', { datetime: one.at }, moment(one.at)), ' ', el('b', null, one.what), ' ' + one.who + (one.why ? ': ' + one.why : ''))))),
    el('p', { class: 'buttons' }, cancel('Close')));
}

function overruling(defect, overrule) {
  const standing = defect.overruled || {};
  return form((data) => overrule({ rank: data.get('rank') === '' ? null : Number(data.get('rank')), vehicle: data.get('vehicle') || null,
    track: data.get('track') || null, reason: data.get('reason') }), 'Overrule',
  el('p', null, 'What is left empty the table decides.'),
  el('label', { for: 'rank' }, 'Rank, 1 comes first'), el('input', { id: 'rank', name: 'rank', type: 'number', min: 1, max: 99, step: 1, value: standing.rank ?? '' }),
  el('label', { for: 'vehicle' }, 'Vehicle'), select('vehicle', ['hotfix', 'patch', 'service-pack'], standing.vehicle),
  el('label', { for: 'track' }, 'Track'), select('track', ['regular', 'accelerated'], standing.track),
  el('label', { for: 'reason' }, 'Reason'), el('input', { id: 'reason', name: 'reason', required: true, maxlength: 2000, autocomplete: 'off' }));
}

function select(name, words, chosen) {
  return el('select', { id: name, name }, el('option', { value: '' }, 'as the table has it'), ...words.map((word) => el('option', { value: word, selected: word === chosen }, word)));
}

function fact(name, value) {
  return value ? el('div', null, el('dt', null, name), el('dd', null, value)) : null;
}

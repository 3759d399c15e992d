import { due } from './card.js';
import { form, open } from './dialog.js';
import { day, dayOf, el, many, moment } from './dom.js';
import { isFull } from './releases.js';

/** Whether the defect needs a reason to go into that release. */
export const isFrozenFor = (defect, release) => Boolean(release && release.frozen && release.name !== defect.release);

/** What speaks against the plan, in words. */
export function warnings(defect, release) {
  if (!release || release.name === defect.release) {
    return [];
  }
  return [isFull(release) && release.name + ' is full: ' + release.planned + ' of ' + release.capacity,
    defect.dueAt && release.plannedFor && release.plannedFor > defect.dueAt.slice(0, 10) && 'later than its target, ' + dayOf(defect.dueAt),
    release.frozen && release.name + ' is frozen since ' + moment(release.freezeAt)].filter(Boolean);
}

/** Which release brings the defect: the way without a mouse. */
export function choose(defect, releases, plan) {
  const options = releases.map((release) => el('option', { value: release.name, selected: release.name === defect.release },
    [release.name, release.plannedFor ? day(release.plannedFor) : 'no day yet',
      release.capacity === null ? many(release.planned, 'defect', 'defects') : release.planned + ' of ' + release.capacity,
      ...warnings(defect, release)].join(' - ')));
  const named = (name) => releases.find((one) => one.name === name) || null;
  const why = el('div', { 'aria-live': 'polite' });
  open('Plan ' + defect.number, el('p', null, defect.title), el('p', { class: 'due' }, due(defect)),
    form((data) => plan(named(data.get('release')), reason(data)), 'Plan',
      el('label', { for: 'plan-release' }, 'Release'),
      el('select', { id: 'plan-release', name: 'release', autofocus: true,
        change: (event) => why.replaceChildren(...(isFrozenFor(defect, named(event.target.value)) ? reasonField() : [])) },
      el('option', { value: '', selected: !defect.release }, 'in no release'), ...options), why));
}

/** Before a drop is done that something speaks against. */
export function ask(defect, release, against, plan) {
  const frozen = isFrozenFor(defect, release);
  open('Plan ' + defect.number + ' for ' + release.name + '?', el('ul', { id: 'plan-against' }, ...against.map((one) => el('li', null, '⚠ ' + one))),
    form((data) => plan(reason(data)), 'Plan all the same', ...(frozen ? reasonField('plan-against') : [])));
}

/** What goes into a frozen release must say why. */
function reasonField(describedBy) {
  return [el('label', { for: 'plan-reason' }, 'Why it must go into a frozen release'),
    el('textarea', { id: 'plan-reason', name: 'reason', rows: 3, maxlength: 20000, required: true, autofocus: Boolean(describedBy), 'aria-describedby': describedBy })];
}

/** Blanks are no reason, and the browser would let them through. */
function reason(data) {
  const words = data.get('reason');
  if (words !== null && !words.trim()) {
    throw new Error('Write why it must go into a frozen release.');
  }
  return words === null ? null : words.trim();
}

export function limit(release, save) {
  open('Capacity of ' + release.name, form((data) => save(data.get('capacity') === '' ? null : Number(data.get('capacity'))), 'Keep',
    el('label', { for: 'capacity' }, 'Defects at most; empty: no limit'),
    el('input', { id: 'capacity', name: 'capacity', type: 'number', min: 0, max: 9999, step: 1, value: release.capacity ?? '', autofocus: true })));
}

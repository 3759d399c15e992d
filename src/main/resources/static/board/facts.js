import { cancel, form, open } from './dialog.js';
import { dayOf, el, many, moment } from './dom.js';

/** A defect's page of facts. */
export function facts(defect, mayPlan, overrule) {
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

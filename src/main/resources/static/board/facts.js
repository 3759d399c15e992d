import { cancel, form, open } from './dialog.js';
import { dayOf, el, many, moment } from './dom.js';
import { taskLink } from './tasklist.js';

/**
 * A defect's page of facts.
 * @param around links to its code, the first cases that wait for it, its open tasks, and what customers are told
 */
export function facts(defect, around, mayPlan, overrule) {
  open(defect.number + ': ' + defect.title,
    el('dl', { class: 'facts' },
      fact('State', defect.state, defect.mergedInto && [', merged into ', defectLink(defect.mergedInto)]),
      fact('Tasks', around.tasks.length > 0 && list(around.tasks.map(taskLink))),
      fact('Product', [defect.product, ...defect.affectedVersions].filter(Boolean).join(', ')),
      fact('Rank', defect.rank === null ? 'none yet' : 'rank ' + defect.rank + (defect.severity ? ', severity ' + defect.severity : '')),
      fact('Track', defect.track && defect.track + ', by ' + defect.vehicle),
      fact('By hand', defect.overruled && defect.overruled.who + ': ' + defect.overruled.why),
      fact('Target', defect.rank !== null && (defect.dueAt ? dayOf(defect.dueAt) : 'with the next release')),
      fact('Release', defect.release || 'none yet'),
      fact('Workaround', defect.workaround || 'none known'),
      fact('Cases', ...cases(defect, around.waiting)),
      fact('Code', around.links.length > 0 ? list(around.links.map(codeLink)) : 'none yet')),
    around.told,
    mayPlan && !['released', 'rejected'].includes(defect.state) && el('details', null, el('summary', null, 'Overrule the table'), overruling(defect, overrule)),
    el('details', null, el('summary', null, 'History'), el('ol', { class: 'history' }, ...[...defect.history].reverse().map((one) =>
      el('li', null, el('time', { datetime: one.at }, moment(one.at)), ' ', el('b', null, one.what), ' ' + one.who + (one.why ? ': ' + one.why : ''))))),
    el('p', { class: 'buttons' }, cancel('Close')));
}

/** There is no such defect, or it cannot be read. */
export function noFacts(number, why) {
  open(number, el('p', { class: 'alert', role: 'alert' }, why), el('p', { class: 'buttons' }, cancel('Close')));
}

function cases(defect, waiting) {
  const { tied, waiting: all } = defect.progress;
  const more = all - waiting.length;
  return [all + ' of ' + many(tied, 'case waits', 'cases wait'), list(waiting.map((one) => [el('a', { href: '/board/cases/' + one.number }, one.number), ' ' + one.subject + ' (' + one.company + ')'])),
    more > 0 && 'and ' + more + ' more'];
}

/** What the developers' tools told: text, unless it is a web address. */
function codeLink(link) {
  const words = link.title || link.url;
  return [link.kind + ' ', isWeb(link.url) ? el('a', { href: link.url, target: '_blank', rel: 'noopener noreferrer' }, words, el('span', { class: 'hidden' }, ' (opens a new tab)')) : words,
    ', ' + [link.who, dayOf(link.at)].filter(Boolean).join(', ')];
}

function isWeb(url) {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

const defectLink = (number) => el('a', { href: '/board/defects/' + number }, number);

const list = (lines) => el('ul', { class: 'lines' }, ...lines.map((line) => el('li', null, ...[line].flat())));

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

function fact(name, ...value) {
  return value[0] ? el('div', null, el('dt', null, name), el('dd', null, ...value.flat())) : null;
}

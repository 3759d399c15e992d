import { dayOf, el, many } from './dom.js';

const SEVERITY = { 1: '1 critical', 2: '2 high', 3: '3 medium', 4: '4 how-to' };

/** A defect on the board. A drag is for the mouse; "Plan" does the same for every hand. */
export function card(defect, board, place) {
  const key = place + '-' + defect.number;
  return el('li', { class: 'card' + (defect.slip ? ' slips' : ''), draggable: board.mayPlan && 'true', 'data-defect': defect.number,
      dragstart: (event) => board.drag(event, defect), dragend: (event) => board.dragged(event) },
    // A link is dragged by itself, unless it says no.
    el('a', { href: '/board/defects/' + defect.number, class: 'card-title', draggable: 'false', 'data-key': key, click: (event) => board.pages.open(event, defect.number) },
      el('span', { class: 'number' }, defect.number), ' ', defect.title),
    el('p', { class: 'badges' },
      defect.severity && el('span', { class: 'badge severity-' + defect.severity }, 'severity ' + SEVERITY[defect.severity]),
      el('span', { class: 'badge' }, 'rank ' + (defect.rank ?? '?') + (defect.overruled ? ', by hand' : '')),
      el('span', { class: 'badge' }, [defect.vehicle, defect.track === 'accelerated' && 'accelerated'].filter(Boolean).join(', ')),
      el('span', { class: 'badge' }, many(defect.cases, 'case', 'cases'))),
    el('p', { class: 'due' }, due(defect)),
    el('p', { class: 'foot' },
      el('span', { class: 'planned' }, place === 'state' ? (defect.release ? 'in ' + defect.release : 'in no release') : defect.state),
      board.mayPlan && el('button', { type: 'button', class: 'plan', 'data-key': key + '-plan', 'aria-label': 'Plan ' + defect.number,
        click: () => board.choose(defect) }, 'Plan …')));
}

export function due(defect) {
  const words = defect.dueAt ? 'Due ' + dayOf(defect.dueAt) : 'With the next release';
  if (!defect.slip) {
    return words;
  }
  return [words + ' ', el('strong', { class: 'slip' }, defect.slip === 'overdue' ? '⚠ overdue' : '⚠ its release is later')];
}

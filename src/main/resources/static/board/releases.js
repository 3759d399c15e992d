import { card } from './card.js';
import { day, el, many, moment } from './dom.js';

/** The releases to come, each a place to drop defects into, and one to take them out. */
export function releases(view, board) {
  const places = view.releases.map((release) => place(release, board));
  if (places.length === 0) {
    places.push(el('p', { class: 'empty' }, 'No release is planned. A release manager plans one with POST /api/releases.'));
  }
  return [el('h2', null, 'Releases to come'), ...places,
    view.moreReleases && el('p', { class: 'empty' }, 'There are more releases than are shown here.'),
    board.mayPlan && drop(el('section', { class: 'release none', 'aria-label': 'In no release' },
      el('h3', null, 'In no release'), el('p', { class: 'empty' }, 'Drop a defect here to take it out of its release.')), null, board)].filter(Boolean);
}

function place(release, board) {
  const over = isOver(release);
  const node = el('section', { class: 'release' + (over ? ' over' : ''), 'data-release': release.name, 'aria-label': 'Release ' + release.name },
    el('h3', null, release.name),
    el('p', { class: 'release-facts' }, [release.kind, release.track + ' track', release.state === 'approved' && 'approved',
      release.plannedFor ? 'planned for ' + day(release.plannedFor) : 'no day yet'].filter(Boolean).join(', '), release.late && el('strong', { class: 'slip' }, ' ⚠ its day has passed')),
    release.freezeAt && el('p', { class: 'release-facts' }, release.frozen ? el('strong', { class: 'frozen' }, '❄ frozen since ') : 'frozen from ', moment(release.freezeAt)),
    load(release, over),
    board.mayPlan && el('button', { type: 'button', class: 'plan', 'data-key': 'capacity-' + release.name, 'aria-label': 'Capacity of ' + release.name,
      click: () => board.limit(release) }, 'Capacity …'),
    release.cards.length > 0 ? el('ul', { class: 'cards' }, ...release.cards.map((one) => card(one, board, release.name)))
      : el('p', { class: 'empty' }, board.mayPlan ? 'Empty. Drag a defect here, or use its button "Plan".' : 'Empty.'),
    release.planned > release.cards.length && el('p', { class: 'empty' }, 'and ' + (release.planned - release.cards.length) + ' more'));
  return drop(node, release, board);
}

function load(release, over) {
  if (release.capacity === null) {
    return el('p', { class: 'load' }, many(release.planned, 'defect', 'defects'));
  }
  return el('p', { class: 'load' }, el('meter', { min: 0, max: Math.max(release.capacity, 1), value: Math.min(release.planned, Math.max(release.capacity, 1)),
    class: over ? 'full' : null, 'aria-hidden': 'true' }), ' ', release.planned + ' of ' + release.capacity + ' defects',
    over && el('strong', { class: 'slip' }, ' ⚠ ' + (release.planned - release.capacity) + ' too many'));
}

export const isOver = (release) => release.capacity !== null && release.planned > release.capacity;

export const isFull = (release) => release.capacity !== null && release.planned >= release.capacity;

function drop(node, release, board) {
  if (!board.mayPlan) {
    return node;
  }
  node.addEventListener('dragover', (event) => {
    if (board.dragging) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      node.classList.add('target');
    }
  });
  node.addEventListener('dragleave', (event) => {
    if (!node.contains(event.relatedTarget)) {
      node.classList.remove('target');
    }
  });
  node.addEventListener('drop', (event) => {
    event.preventDefault();
    node.classList.remove('target');
    if (board.dragging) {
      board.plan(board.dragging, release);
    }
  });
  return node;
}

import { el } from './dom.js';
import { isReaders, now, span, workingTime, zoned } from './times.js';

export const NAMES = { response: 'First answer', update: 'Next news', resolution: 'Resolution' };

/** A card for each clock; what it shows is said in words, the colour only repeats it. */
export function clockCards(desk) {
  const cards = desk.clocks.map((clock) => card(clock, desk));
  const tick = () => cards.forEach((one) => one.tick());
  tick();
  return { nodes: cards.map((one) => one.node), tick };
}

function card(clock, desk) {
  const state = el('strong', { class: 'tl-clock-state' });
  const detail = el('span', { class: 'tl-clock-detail' });
  const node = el('div', { class: 'tl-clock', role: 'group', 'aria-label': NAMES[clock.target] },
    el('span', { class: 'tl-clock-name' }, NAMES[clock.target]), state, detail);
  const shown = clock.metAt || clock.breachedAt || clock.dueAt;
  if (shown && !isReaders(desk.zone)) {
    node.append(el('span', { class: 'tl-clock-site' }, 'At the site: ' + zoned(shown, desk.zone)));
  }
  const tick = () => {
    const [look, words, more] = reading(clock, desk.facts.status);
    node.dataset.look = look;
    write(state, words);
    write(detail, more);
  };
  return { node, tick };
}

/** How it looks, what it says, and what it says besides. */
function reading(clock, status) {
  if (clock.state === 'met') {
    return ['met', 'Met', zoned(clock.metAt)];
  }
  if (clock.metAt) {
    return ['late', 'Met too late', zoned(clock.metAt) + ', due ' + zoned(clock.breachedAt)];
  }
  if (clock.state === 'paused') {
    return ['paused', 'Paused', why(status) + (clock.remaining ? '; ' + workingTime(clock.remaining) + ' of working time left' : '')];
  }
  if (clock.state === 'none' || !(clock.dueAt || clock.breachedAt)) {
    return ['none', 'Not running', clock.target === 'update' && status === 'open' ? 'starts with the first answer' : ''];
  }
  return running(clock);
}

function running(clock) {
  const due = Date.parse(clock.breachedAt || clock.dueAt);
  if (now() >= due) {
    return ['breached', 'Breached ' + span(now() - due) + ' ago', 'was due ' + zoned(due)];
  }
  const warned = clock.warnAt && now() >= Date.parse(clock.warnAt);
  return [warned ? 'warned' : 'running', (warned ? 'Due soon, in ' : 'Due in ') + span(due - now()), zoned(due)];
}

function why(status) {
  return { 'waiting-for-customer': 'the customer owes an answer', 'waiting-for-patch': 'waits for a release' }[status] || 'stands still';
}

/** Only what has changed: screen readers and selections stay undisturbed. */
function write(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

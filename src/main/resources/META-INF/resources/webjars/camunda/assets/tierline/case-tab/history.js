import { el, empty } from './dom.js';
import { time } from './facts.js';

const REASON = { 'target-resolution-time': 'target resolution time passed', requested: 'asked for' };

export function escalations(desk) {
  if (desk.escalations.length === 0) {
    return empty('Not escalated. The form\'s "escalate" asks for the product team.');
  }
  return el('ol', { class: 'tl-entries' }, ...desk.escalations.map((one) => el('li', null,
    el('b', null, 'Tier ' + one.from + ' → Tier ' + one.to), ' ' + (REASON[one.reason] || one.reason) + ', ' + one.mode + ' ', time(one.at, desk.zone),
    one.note && el('p', { class: 'tl-summary' }, one.note))));
}

/** Newest first: what has just happened is what people look for. */
export function timeline(desk) {
  return el('ol', { class: 'tl-entries' }, ...[...desk.timeline].reverse().map((entry) => el('li', null,
    time(entry.at, desk.zone), ' ', el('b', null, entry.what), ' ' + entry.who, entry.why && el('span', { class: 'tl-why' }, ': ' + entry.why))));
}

import { el, empty } from './dom.js';
import { local, zoned } from './times.js';

const SEVERITY = { 1: '1 critical', 2: '2 high', 3: '3 medium', 4: '4 how-to' };
const STATUS = { open: 'open', 'waiting-for-customer': 'waiting for the customer', 'waiting-for-patch': 'waiting for a patch' };

export function heading(desk, openCase) {
  const f = desk.facts;
  return [
    el('h3', null, f.number + ': ' + f.subject),
    el('p', { class: 'tl-badges' },
      badge(STATUS[f.status] || f.status, 'status-' + f.status), badge('severity ' + (SEVERITY[f.severity] || '?'), 'severity-' + f.severity),
      badge('tier ' + f.tier, 'plain'), badge(f.plan, 'plain'), f.priorityUpdates && badge('priority updates', 'plain'),
      f.silent && badge('customer is silent', 'warn')),
    f.mergedInto && el('p', null, 'Merged: the customer is served in ', caseLink(f.mergedInto, openCase), '.'),
    desk.mergedCases.length > 0 && el('p', null, 'Merged into this case: ',
      ...desk.mergedCases.flatMap((one, i) => [i ? ', ' : '', caseLink(one.number, openCase, one.subject)]), '.')
  ].filter(Boolean);
}

export function factList(desk) {
  const f = desk.facts;
  return el('dl', { class: 'tl-facts' },
    fact('Company', f.company + (f.verified ? '' : ' (not verified)')), fact('Site', desk.zone),
    fact('Product', f.product), fact('Opened', time(f.openedAt, desk.zone), ' by ' + f.channel),
    fact('Assessment', 'impact ' + f.impact + ', urgency ' + f.urgency),
    f.resolution && fact('Resolution', f.resolution.kind + ': ' + f.resolution.summary),
    f.closedAt && fact('Closed', time(f.closedAt, desk.zone)));
}

export function people(desk) {
  const f = desk.facts;
  return el('dl', { class: 'tl-facts' },
    fact('Contact', f.contact.name), fact('E-mail', el('a', { href: 'mailto:' + encodeURIComponent(f.contact.email) }, f.contact.email)),
    fact('Phone', f.contact.phone),
    ...desk.participants.map(participant),
    fact('Works on it', f.assignee || 'nobody yet: claim the task to make it yours'),
    ...desk.technicians.map((one) => fact('Tier ' + one.tier + ' so far', one.login)),
    f.handoffMode && fact('Handoff', f.handoffMode === 'together' ? 'Tier 1 and Tier 2 together' : 'Tier 2 alone'));
}

export function time(instant, zone) {
  return el('time', { datetime: instant, title: zoned(instant, zone) + ' at the customer\'s site' }, local(instant));
}

export function caseLink(number, openCase, subject) {
  return el('button', { type: 'button', class: 'tl-link', 'data-key': number, click: () => openCase(number) }, subject ? number + ' ' + subject : number);
}

export function caseLines(lines, openCase, nothing) {
  if (lines.length === 0) {
    return empty(nothing);
  }
  return el('ul', { class: 'tl-lines' }, ...lines.map((one) => el('li', null, caseLink(one.number, openCase, one.subject),
    el('small', null, [one.kind || (one.severity && 'severity ' + one.severity), one.status, one.company].filter(Boolean).join(', ')),
    one.summary && el('p', { class: 'tl-summary' }, one.summary))));
}

/** The contact is shown already, unless letters do not arrive. */
function participant(one) {
  if (one.bouncedAt) {
    return fact('No mail', one.email + ' bounced' + (one.bouncedWhy ? ': ' + one.bouncedWhy : ''));
  }
  return one.role === 'contact' ? null : fact('In copy', one.name ? one.name + ', ' + one.email : one.email);
}

function badge(text, look) {
  return el('span', { class: 'tl-badge tl-' + look }, text);
}

function fact(name, ...value) {
  return value[0] ? el('div', null, el('dt', null, name), el('dd', null, ...value)) : null;
}

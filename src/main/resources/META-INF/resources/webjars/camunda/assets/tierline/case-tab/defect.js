import { page, post, put } from './api.js';
import { el, empty, id } from './dom.js';

/** Whether the case can be tied: known defects are looked for then. */
export const canBeTied = (facts) => (facts.tier > 1 && ['open', 'waiting-for-customer'].includes(facts.status))
  || ['waiting-for-patch', 'resolved', 'closed'].includes(facts.status);

/** The defect that the case is tied to, and known ones that it may be about. */
export function defect(desk, similar, done) {
  const f = desk.facts;
  return [f.defect ? tied(f, desk.me.mayTie, done) : empty('Tied to no defect.'),
    canBeTied(f) && el('h5', null, 'Known defects with similar words'), canBeTied(f) && known(f, similar, desk.me.mayTie, done)].filter(Boolean);
}

function tied(f, mayTie, done) {
  return el('div', null, about(f.defect),
    mayTie && asked('Untie …', 'Untie ' + f.number + ' from ' + f.defect.number + (f.status === 'waiting-for-patch' ? '; it goes back to Tier 2' : ''), 'Untie',
      (reason) => post('/cases/' + f.number + '/untying', { reason }), done));
}

function known(f, similar, mayTie, done) {
  if (similar === null) {
    return empty('Looking …');
  }
  if (similar.length === 0) {
    return empty('No known defect has words of this case.');
  }
  return el('ul', { class: 'tl-lines' }, ...similar.map((one) => el('li', null, about(one),
    mayTie && one.state !== 'rejected' && asked('Tie to it …', 'Tie ' + f.number + ' to ' + one.number + (one.state === 'released' ? '; the customer gets the fix at once' : ''), 'Tie',
      (reason) => put('/cases/' + f.number + '/defect', { defect: one.number, reason }), done))));
}

function about(one) {
  const facts = [one.state, one.product, ...(one.affectedVersions || []), one.cases !== undefined && one.cases + (one.cases === 1 ? ' case' : ' cases'), one.release && 'in ' + one.release];
  return el('div', null, el('b', null, el('a', { href: page('/board/defects/' + one.number), target: '_blank', rel: 'noopener' }, one.number, el('span', { class: 'tl-hidden' }, ' (opens a new tab)'))), ' ' + one.title, el('small', null, facts.filter(Boolean).join(', ')),
    one.workaround && el('p', { class: 'tl-summary' }, 'Workaround: ' + one.workaround));
}

/** A button that asks for the reason before it calls. */
function asked(label, title, words, call, done) {
  const inputId = id();
  const error = el('p', { class: 'tl-error', role: 'alert' });
  const input = el('input', { id: inputId, class: 'form-control input-sm', maxlength: 2000, autocomplete: 'off' });
  const form = el('form', { class: 'tl-question', hidden: true, submit: (event) => send(event) },
    el('label', { for: inputId }, title + '. Why?'), el('div', { class: 'tl-row' }, input, el('button', { type: 'submit', class: 'btn btn-default btn-sm' }, words),
      el('button', { type: 'button', class: 'btn btn-default btn-sm', click: () => show(false) }, 'Cancel')), error);
  const button = el('button', { type: 'button', class: 'btn btn-default btn-sm', 'aria-label': title, click: () => show(true) }, label);
  const show = (open) => {
    form.hidden = !open;
    button.hidden = open;
    (open ? input : button).focus();
  };
  const send = async (event) => {
    event.preventDefault();
    error.textContent = input.value.trim() ? '' : 'Write why: it stands on the timeline.';
    if (input.value.trim()) {
      try {
        await call(input.value.trim());
        done();
      } catch (failure) {
        error.textContent = failure.message;
      }
    }
  };
  return el('div', null, button, form);
}

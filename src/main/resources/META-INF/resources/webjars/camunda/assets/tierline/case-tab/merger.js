import { post } from './api.js';
import { el, id } from './dom.js';

/** Merges the case into another one, after a second look: it cannot be undone. */
export function merger(number, done) {
  const inputId = id();
  const error = el('p', { class: 'tl-error', role: 'alert' });
  const input = el('input', { id: inputId, class: 'form-control input-sm', placeholder: 'SC-100001', maxlength: 30, autocomplete: 'off' });
  const question = el('div', { class: 'tl-question', hidden: true });
  const ask = (event) => {
    event.preventDefault();
    error.textContent = '';
    const into = input.value.trim();
    if (!into) {
      error.textContent = 'Write the number of the case that stays.';
      return;
    }
    const yes = el('button', { type: 'button', class: 'btn btn-danger btn-sm', click: () => merge(into) }, 'Merge');
    question.replaceChildren(number + ' is over then, and its customer is told and served in ' + into + '. This cannot be undone. ', yes, ' ',
      el('button', { type: 'button', class: 'btn btn-default btn-sm', click: () => close() }, 'Cancel'));
    question.hidden = false;
    yes.focus();
  };
  const close = () => { question.hidden = true; input.focus(); };
  const merge = async (into) => {
    try {
      await post('/cases/' + number + '/merger', { into });
      question.hidden = true;
      done();
    } catch (failure) {
      close();
      error.textContent = failure.message;
    }
  };
  return el('form', { class: 'tl-merger', submit: ask }, el('label', { for: inputId }, 'Duplicate of case'),
    el('div', { class: 'tl-row' }, input, el('button', { type: 'submit', class: 'btn btn-default btn-sm' }, 'Merge…')), question, error);
}

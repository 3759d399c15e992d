import { el } from './dom.js';

const dialog = document.getElementById('dialog');

/** Shows a dialog; the browser keeps the focus in it and gives it back. */
export function open(title, ...content) {
  const heading = el('h2', { id: 'dialog-title', tabindex: -1 }, title);
  dialog.replaceChildren(heading, ...content.filter(Boolean));
  // What is only read is read from its heading on, not from its first link.
  heading.toggleAttribute('autofocus', !dialog.querySelector('[autofocus]'));
  if (dialog.open) {
    // Another question in the place of the one before: the browser moves the focus at the opening alone.
    dialog.querySelector('[autofocus]')?.focus();
  } else {
    dialog.showModal();
  }
}

export const close = () => dialog.close();

export const isOpen = () => dialog.open;

export const whenClosed = (then) => dialog.addEventListener('close', then);

export const cancel = (words = 'Cancel') => el('button', { type: 'button', class: 'quiet', click: close }, words);

/** A form that stays open while its call fails, and says why. The call closes the dialog. */
export function form(call, words, ...fields) {
  const failure = el('p', { class: 'alert', role: 'alert' });
  return el('form', { submit: async (event) => {
    event.preventDefault();
    failure.textContent = '';
    try {
      await call(new FormData(event.target));
    } catch (problem) {
      failure.textContent = problem.message;
    }
  } }, ...fields, failure, el('p', { class: 'buttons' }, el('button', { type: 'submit' }, words), ' ', cancel()));
}

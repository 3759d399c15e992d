// Elements are made of texts alone: nothing that a customer wrote is ever read as HTML.

/** An element; attributes that are null or false are left out, functions are listeners. */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === 'function') {
      node.addEventListener(name, value);
    } else if (value !== null && value !== undefined && value !== false) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** Shows the children anew, only if what they are made of has changed; keeps the focus. */
export function show(node, data, render) {
  const seen = JSON.stringify(data);
  if (node.seen === seen) {
    return;
  }
  node.seen = seen;
  const focused = node.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  node.replaceChildren(...[render(data)].flat());
  if (focused) {
    node.querySelector('[data-key="' + CSS.escape(focused) + '"]')?.focus();
  }
}

/** A part of the tab with a heading; folded ones open with a click or the keyboard. */
export function part(title, body, options = {}) {
  if (!options.folds) {
    return el('section', { class: 'tl-part ' + (options.class || ''), 'aria-label': title }, el('h4', null, title), body);
  }
  return el('details', { class: 'tl-part ' + (options.class || ''), open: options.open },
    el('summary', null, el('h4', null, title, ' ', options.count)), body);
}

export const empty = (text) => el('p', { class: 'tl-empty' }, text);

let ids = 0;

export const id = () => 'tl-' + ++ids;

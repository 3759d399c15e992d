// Elements are made of texts alone: nothing that anybody wrote is ever read as HTML.

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
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false && child !== ''));
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

const DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };

/** A day without a time, such as a release's. */
export const day = (text) => new Date(text + 'T00:00:00Z').toLocaleDateString('en-GB', { ...DAY, timeZone: 'UTC' });

/** The day of an instant, as the targets count it. */
export const dayOf = (instant) => day(instant.slice(0, 10));

export const moment = (instant) => new Date(instant).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export const many = (count, one, more) => count + ' ' + (count === 1 ? one : more);

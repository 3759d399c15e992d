import { get, url } from './api.js';
import { el, empty } from './dom.js';
import { time } from './facts.js';

const DELIVERY = { queued: 'waiting to be sent', sent: 'sent', bounced: 'bounced', failed: 'could not be sent', dropped: 'not sent' };

/** The messages by id: what is there stays where it is, new ones come at the end. */
export class Conversation {
  constructor(number, announce, complain) {
    this.number = number;
    this.announce = announce;
    this.complain = complain;
    this.shown = new Map();
    this.more = el('button', { type: 'button', class: 'btn btn-default btn-sm', hidden: true, click: () => this.earlier() }, 'Show earlier messages');
    this.list = el('div', { class: 'tl-messages', role: 'log', 'aria-live': 'off', tabindex: '0', 'aria-label': 'Conversation, newest last' });
    this.node = el('div', null, this.more, this.list);
  }

  update(desk) {
    this.zone = desk.zone;
    const first = this.shown.size === 0;
    const fresh = desk.messages.filter((message) => !this.shown.has(message.id));
    const atEnd = this.list.scrollHeight - this.list.scrollTop - this.list.clientHeight < 40;
    desk.messages.forEach((message) => this.place(message, (node) => this.list.append(node)));
    if (first) {
      this.more.hidden = !desk.earlier;
      if (desk.messages.length === 0) {
        this.list.append(empty('Nobody has written yet. Write the first answer below: it stops the clock of the first answer.'));
      }
    } else if (fresh.length) {
      this.list.querySelector('.tl-empty')?.remove();
      this.announce(fresh.length === 1 ? 'New message from ' + fresh[0].who : fresh.length + ' new messages');
    }
    if (first || (atEnd && fresh.length)) {
      this.list.scrollTop = this.list.scrollHeight;
    }
  }

  async earlier() {
    try {
      const older = await get('/cases/' + this.number + '/desk/messages?before=' + Math.min(...this.shown.keys()));
      const top = this.list.firstChild;
      older.forEach((message) => this.place(message, (node) => this.list.insertBefore(node, top)));
      this.more.hidden = older.length < 50;
      this.list.focus();
    } catch (failure) {
      this.complain(failure);
    }
  }

  place(message, add) {
    const known = this.shown.get(message.id);
    const seen = JSON.stringify(message);
    if (known?.seen === seen) {
      return;
    }
    const node = this.article(message);
    this.shown.set(message.id, { seen, node });
    if (known) {
      known.node.replaceWith(node);
    } else {
      add(node);
    }
  }

  article(message) {
    const look = message.visibility === 'internal' ? 'internal' : message.who === 'Tierline' ? 'automatic' : message.author;
    const title = { internal: 'Internal note', automatic: 'Automatic letter', staff: 'To the customer', customer: 'From the customer' }[look];
    return el('article', { class: 'tl-message tl-' + look },
      el('header', null, el('b', null, message.who), el('span', { class: 'tl-kind' }, title), time(message.at, this.zone), delivery(message)),
      el('p', { class: 'tl-body' }, message.body), files(message.attachments, this.number));
  }
}

function delivery(message) {
  const words = DELIVERY[message.delivery];
  return words && el('span', { class: 'tl-delivery tl-' + message.delivery }, words + (message.deliveryWhy ? ': ' + message.deliveryWhy : ''));
}

/** Files are saved, never shown in place. */
export function files(attachments, number) {
  return attachments?.length > 0 && el('ul', { class: 'tl-files' }, ...attachments.map((file) => el('li', null,
    el('a', { href: url('/cases/' + number + '/attachments/' + file.id), download: file.name }, file.name), ' ', el('small', null, size(file.size)))));
}

function size(bytes) {
  return bytes < 1024 ? bytes + ' B' : bytes < 1048576 ? Math.round(bytes / 1024) + ' kB' : (bytes / 1048576).toFixed(1) + ' MB';
}

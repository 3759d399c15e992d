import { post, postForm } from './api.js';
import { el, id } from './dom.js';
import { Draft } from './drafts.js';

const LONGEST = 20000;

const WORDS = {
  public: { label: 'Answer to the customer', button: 'Send to the customer', hint: 'Goes out to the customer and counts as an answer.', rows: 5 },
  internal: { label: 'Internal note', button: 'Keep the note', hint: 'Only staff see it; no clock stops.', rows: 3 }
};

/** A box to write in, with its draft; made once for a case, so that nothing written is lost. */
export class Box {
  constructor(kind, number, login, sent) {
    this.kind = kind;
    this.number = number;
    this.sent = sent;
    const [boxId, hintId] = [id(), id()];
    this.error = el('p', { class: 'tl-error', role: 'alert' });
    this.state = el('span', { class: 'tl-draft', role: 'status' });
    this.files = el('input', { type: 'file', multiple: true, 'aria-label': 'Files to send along' });
    this.fileRow = el('div', { class: 'tl-file-row', hidden: true }, this.files);
    this.text = el('textarea', { id: boxId, rows: WORDS[kind].rows, maxlength: LONGEST, class: 'form-control', 'aria-describedby': hintId, 'data-box': kind,
      input: () => this.draft.written(this.text.value), blur: () => this.draft.save(this.text.value),
      keydown: (event) => (event.ctrlKey || event.metaKey) && event.key === 'Enter' && this.send() });
    this.button = el('button', { type: 'submit', class: 'btn ' + (kind === 'public' ? 'btn-primary' : 'btn-default') }, WORDS[kind].button);
    this.draft = new Draft(login, number, kind, (words) => { this.state.textContent = words; });
    this.tools = el('div', { class: 'tl-tools' });
    this.node = el('form', { class: 'tl-box tl-box-' + kind, submit: (event) => { event.preventDefault(); this.send(); } },
      el('label', { for: boxId }, WORDS[kind].label), this.tools, this.text, this.fileRow, this.error,
      el('div', { class: 'tl-box-foot' }, this.button, el('small', { id: hintId }, WORDS[kind].hint), this.state));
  }

  update(desk) {
    const server = desk.drafts.find((draft) => draft.kind === this.kind)?.body ?? '';
    const text = this.busy ? this.text.value : this.draft.meet(server, this.text.value);
    if (text !== this.text.value) {
      this.text.value = text;
    }
    this.fileRow.hidden = !desk.messages.some((message) => 'attachments' in message);
  }

  get writing() {
    return document.activeElement === this.text && this.text.value.trim() !== '';
  }

  insert(text) {
    this.text.focus();
    this.text.setRangeText(text, this.text.selectionStart, this.text.selectionEnd, 'end');
    this.draft.written(this.text.value);
  }

  async send() {
    const body = this.text.value;
    if (this.busy || !body.trim()) {
      this.error.textContent = this.busy ? '' : 'There is nothing to send yet.';
      return;
    }
    this.pause(true);
    await this.draft.save(body);
    try {
      await this.deliver({ body, visibility: this.kind, author: 'staff' });
      this.text.value = '';
      this.files.value = '';
      this.draft.sent();
      this.state.textContent = this.kind === 'public' ? 'Sent' : 'Kept';
    } catch (failure) {
      this.error.textContent = failure.message + (failure.status ? ' Your text is kept.'
        : ' It is not known whether the message arrived: look at the conversation before you send it again. Your text is kept.');
    }
    this.pause(false);
    this.sent();
  }

  deliver(message) {
    const path = '/cases/' + this.number + '/messages';
    if (this.files.files.length === 0) {
      return post(path, message);
    }
    const form = new FormData();
    form.append('message', new Blob([JSON.stringify(message)], { type: 'application/json' }));
    [...this.files.files].forEach((file) => form.append('files', file));
    return postForm(path, form);
  }

  pause(busy) {
    this.busy = busy;
    this.button.disabled = busy;
    this.text.readOnly = busy;
    if (busy) {
      this.error.textContent = '';
    }
  }

  leave() {
    this.draft.save(this.text.value, { keepalive: true });
  }
}

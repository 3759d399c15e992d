import { get } from './api.js';
import { el, id } from './dom.js';

/** Chooses a canned text by typing part of its name, and puts it in at the cursor. */
export function cannedTexts(box) {
  const [inputId, listId] = [id(), id()];
  const options = el('datalist', { id: listId });
  const input = el('input', { id: inputId, list: listId, class: 'form-control input-sm', placeholder: 'Canned text: type to search', 'aria-label': 'Canned text to insert',
    autocomplete: 'off', keydown: (event) => event.key === 'Enter' && (event.preventDefault(), insert()) });
  const insert = async () => {
    const wanted = input.value.trim();
    const name = names.find((one) => one === wanted) || only(names.filter((one) => one.toLowerCase().includes(wanted.toLowerCase())));
    if (!wanted || !name) {
      box.error.textContent = wanted ? 'There is no canned text "' + wanted + '"; choose one from the list.' : 'Choose a canned text first.';
      return;
    }
    try {
      const filled = await get('/cases/' + box.number + '/canned-texts/' + encodeURIComponent(name));
      box.error.textContent = '';
      input.value = '';
      box.insert(filled.body);
    } catch (failure) {
      box.error.textContent = failure.message;
    }
  };
  let names = [];
  get('/canned-texts').then(({ texts }) => {
    names = texts.map((text) => text.name);
    options.replaceChildren(...names.map((name) => el('option', { value: name })));
    if (names.length === 0) {
      input.placeholder = 'No canned texts yet: supervisors write them';
      input.disabled = true;
    }
  }).catch(() => { input.disabled = true; });
  box.tools.append(input, options, el('button', { type: 'button', class: 'btn btn-default btn-sm', click: insert }, 'Insert'));
}

const only = (found) => (found.length === 1 ? found[0] : undefined);

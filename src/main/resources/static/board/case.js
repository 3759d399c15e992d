// A case under an address of its own: what the Case tab shows beside a task in Tasklist.
import { CaseView } from '/camunda/assets/tierline/case-tab/case-view.js';
import { tasks } from './api.js';
import { taskLink } from './tasklist.js';

const byId = (id) => document.getElementById(id);
const asked = () => location.pathname.split('/').pop();
let view = null;

function show() {
  const number = asked();
  view?.leave();
  view = new CaseView(number, open, () => showTasks(number));
  byId('case').replaceChildren(view.node);
  byId('title').textContent = 'Case ' + number;
  document.title = number + ' - Tierline';
  showTasks(number);
}

function open(number) {
  history.pushState(null, '', '/board/cases/' + number);
  show();
}

/** A case that waits for a patch has no task: then there is nothing to say. */
async function showTasks(number) {
  const found = await tasks(number).catch(() => []);
  if (number === asked()) {
    byId('tasks').replaceChildren(...found.flatMap((task, i) => [i ? ', ' : 'In Tasklist: ', ...taskLink(task)]));
  }
}

window.addEventListener('popstate', show);
window.addEventListener('pagehide', () => view.leave());
window.addEventListener('pageshow', (event) => event.persisted && show());
show();

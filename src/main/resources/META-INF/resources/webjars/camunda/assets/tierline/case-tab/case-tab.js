// The "Case" tab beside a task's form in Tasklist.
import { get } from './api.js';
import { CaseView } from './case-view.js';
import { el, empty, id } from './dom.js';
import { caseLink } from './facts.js';

/** The tab of one task: a case's task shows its case, a defect's lets choose among the tied ones. */
class CaseTab {
  constructor(node, taskId, changed) {
    this.changed = changed;
    this.bar = el('div', { class: 'tl-bar' });
    this.place = el('div');
    node.append(el('div', { class: 'tl-tab' }, this.bar, this.place));
    this.leave = this.leave.bind(this);
    window.addEventListener('pagehide', this.leave);
    this.load(taskId);
  }

  async load(taskId) {
    try {
      this.cases = await get('/tasks/' + encodeURIComponent(taskId) + '/cases');
    } catch (failure) {
      this.place.replaceChildren(el('p', { class: 'tl-error', role: 'alert' }, failure.message));
      return;
    }
    if (this.cases.length === 0) {
      this.place.replaceChildren(empty('No case belongs to this task: it is a release\'s, or it is done already. The form says what is to do.'));
    } else {
      this.open(this.cases[0].number);
    }
  }

  open(number) {
    this.view?.leave();
    this.view = new CaseView(number, (other) => this.open(other), this.changed);
    this.place.replaceChildren(this.view.node);
    const own = this.cases.some((one) => one.number === number);
    this.bar.replaceChildren(...(own ? this.chooser(number) : ['You look at another case. Back to ', caseLink(this.cases[0].number, (back) => this.open(back))]));
  }

  chooser(number) {
    if (this.cases.length < 2) {
      return [];
    }
    const selectId = id();
    return [el('label', { for: selectId }, 'Cases that wait for this defect'), el('select', { id: selectId, class: 'form-control input-sm', change: (event) => this.open(event.target.value) },
      ...this.cases.map((one) => el('option', { value: one.number, selected: one.number === number }, one.number + ', ' + one.company + ': ' + one.subject)))];
  }

  leave() {
    window.removeEventListener('pagehide', this.leave);
    this.view?.leave();
    this.view = null;
  }
}

export default {
  id: 'tierline-case',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: 'Case' },
  render(node, { taskId }, scope) {
    // The list shows due dates and priorities: it is read anew when the case has changed.
    const changed = () => scope.$evalAsync(() => scope.taskData?.changed('taskList'));
    const tab = new CaseTab(node, taskId, changed);
    scope.$on('$destroy', tab.leave);
  }
};

import { el } from './dom.js';

/** An open task, where it is worked on. */
export const taskLink = (task) => [el('a', { href: '/camunda/app/tasklist/default/#/?task=' + encodeURIComponent(task.id) }, task.name),
  task.assignee ? ' (' + task.assignee + ')' : ' (nobody yet)'];

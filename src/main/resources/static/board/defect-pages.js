import { get, put, tasks } from './api.js';
import { close, whenClosed } from './dialog.js';
import { facts, noFacts } from './facts.js';
import { progress } from './progress.js';

/** The number of the defect whose address this is, or undefined. */
const asked = () => location.pathname.match(/^\/board\/defects\/([^/]+)$/)?.[1];

/** A defect has an address: its facts can be linked to, kept in another tab, and left by going back. */
export class DefectPages {
  constructor(board) {
    this.board = board;
    window.addEventListener('popstate', () => this.route());
    whenClosed(() => this.leave());
  }

  open(event, number) {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      history.pushState({ fromBoard: true }, '', '/board/defects/' + number);
      this.route();
    }
  }

  route() {
    const number = asked();
    document.title = (number || 'Patch pipeline') + ' - Tierline';
    if (number) {
      this.facts(number);
    } else {
      close();
    }
  }

  leave() {
    if (asked() && history.state?.fromBoard) {
      history.back();
    } else if (asked()) {
      history.replaceState(null, '', '/board/pipeline');
      this.route();
    }
  }

  async facts(number) {
    const path = '/defects/' + number;
    try {
      const [defect, links, waiting, open, report] = await Promise.all([get(path), get(path + '/links'), get('/pipeline' + path + '/cases'), tasks(number),
        get(path + '/progress')]);
      if (asked() === number) {
        facts(defect, { links, waiting, tasks: open, told: progress(report, this.board.view?.mayReport) }, this.board.mayPlan, (ruling) => this.overrule(number, ruling));
      }
    } catch (failure) {
      noFacts(number, failure.message);
    }
  }

  async overrule(number, ruling) {
    await put('/defects/' + number + '/rank', ruling);
    this.board.say(number + ' is ranked anew.');
    await this.board.done();
  }
}

// The way from Tasklist to the board of the pipeline, for those who may see it.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

export default {
  id: 'tierline-board',
  pluginPoint: 'tasklist.navbar.action',
  priority: 50,
  async render(node) {
    const address = root + '/board/pipeline';
    const answer = await fetch(address, { credentials: 'same-origin' }).catch(() => null);
    // Who is logged out is led to the login page, which is no board.
    if (answer?.ok && !answer.redirected) {
      const link = document.createElement('a');
      link.href = address;
      link.textContent = 'Patch pipeline';
      node.append(link);
    }
  }
};

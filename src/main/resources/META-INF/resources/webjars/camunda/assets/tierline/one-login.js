// The engine's webapps would show a login form of their own when a person logs out or a
// session ends. The product has one login page, so go there instead.
const root = document.querySelector('base').getAttribute('app-root');
const loginPage = root.replace(/\/camunda$/, '') + '/login';

function toTheOneLogin() {
  if (window.location.hash.startsWith('#/login')) {
    window.location.replace(loginPage);
  }
}

window.addEventListener('hashchange', toTheOneLogin);
window.addEventListener('popstate', toTheOneLogin);
for (const change of ['pushState', 'replaceState']) {
  const original = window.history[change];
  window.history[change] = function (...args) {
    const result = original.apply(this, args);
    toTheOneLogin();
    return result;
  };
}
toTheOneLogin();

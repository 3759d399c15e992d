// Calls to /api under the session of the one login. The token's names are Tierline's own: the
// engine's webapps keep another token under the usual names.
const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

/** A call that failed; its message can be shown to a person. */
export class CallFailed extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export function url(path) {
  return root + '/api' + path;
}

/** A page of the product outside the engine's webapps. */
export const page = (path) => root + path;

export const get = (path) => call('GET', path);
export const put = (path, body, options) => call('PUT', path, JSON.stringify(body), options);
export const post = (path, body) => call('POST', path, JSON.stringify(body));
export const postForm = (path, form) => call('POST', path, form);

async function call(method, path, body, options) {
  const headers = { Accept: 'application/json' };
  if (typeof body === 'string') {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET') {
    headers['X-TIERLINE-XSRF'] = token();
  }
  let response;
  try {
    response = await fetch(url(path), { method, headers, body, credentials: 'same-origin', ...options });
  } catch {
    throw new CallFailed('Tierline cannot be reached.', 0);
  }
  if (!response.ok) {
    throw new CallFailed(await reason(response), response.status);
  }
  return response.status === 204 ? null : response.json();
}

async function reason(response) {
  if (response.status === 401) {
    return 'You are logged out. Log in again in another window; what you wrote is kept.';
  }
  const problem = await response.json().catch(() => ({}));
  const fields = (problem.errors || []).map((error) => error.field + ' ' + error.message);
  return fields.length ? fields.join('; ') : problem.detail || 'The call failed (' + response.status + ').';
}

function token() {
  const found = document.cookie.match(/(?:^|; )TIERLINE-XSRF=([^;]*)/);
  return found ? decodeURIComponent(found[1]) : '';
}

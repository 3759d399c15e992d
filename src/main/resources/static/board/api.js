// Calls to /api, and to the engine for tasks, under the session of the one login, with Tierline's own token.

/** A call that failed; its message can be shown to a person. */
export class CallFailed extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

export const get = (path) => call('GET', '/api' + path);
export const put = (path, body) => call('PUT', '/api' + path, body);
export const post = (path, headers) => call('POST', '/api' + path, undefined, headers);
export const remove = (path) => call('DELETE', '/api' + path);

/** The open tasks of a case, defect or release that the reader may see. */
export const tasks = (key) => call('GET', '/engine-rest/task?' + new URLSearchParams({ processInstanceBusinessKey: key }));

async function call(method, address, body, more) {
  const headers = { Accept: 'application/json', ...more };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET') {
    headers['X-TIERLINE-XSRF'] = token();
  }
  let response;
  try {
    response = await fetch(address, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), credentials: 'same-origin' });
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
    return 'You are logged out. Load the page again to log in.';
  }
  const problem = await response.json().catch(() => ({}));
  const fields = (problem.errors || []).map((error) => error.field + ' ' + error.message);
  return fields.length ? fields.join('; ') : problem.detail || 'The call failed (' + response.status + ').';
}

function token() {
  const found = document.cookie.match(/(?:^|; )TIERLINE-XSRF=([^;]*)/);
  return found ? decodeURIComponent(found[1]) : '';
}

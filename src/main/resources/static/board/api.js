// Calls to /api under the session of the one login, with Tierline's own token.

/** A call that failed; its message can be shown to a person. */
export class CallFailed extends Error {
}

export const get = (path) => call('GET', path);
export const put = (path, body) => call('PUT', path, body);
export const post = (path, headers) => call('POST', path, undefined, headers);
export const remove = (path) => call('DELETE', path);

async function call(method, path, body, more) {
  const headers = { Accept: 'application/json', ...more };
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET') {
    headers['X-TIERLINE-XSRF'] = token();
  }
  let response;
  try {
    response = await fetch('/api' + path, { method, headers, body: body === undefined ? undefined : JSON.stringify(body), credentials: 'same-origin' });
  } catch {
    throw new CallFailed('Tierline cannot be reached.');
  }
  if (!response.ok) {
    throw new CallFailed(await reason(response));
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

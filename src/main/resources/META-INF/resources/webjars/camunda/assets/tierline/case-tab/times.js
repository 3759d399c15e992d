// Times stand in the reader's zone, with the customer's beside them. The server says what time it
// is: a countdown holds whatever the browser's clock says.
let ahead = 0;

export function serverSays(now) {
  ahead = Date.parse(now) - Date.now();
}

export const now = () => Date.now() + ahead;

export function local(instant) {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** By the wall clock of a zone, with its offset and name; without one, the reader's. */
export function zoned(instant, zone = Intl.DateTimeFormat().resolvedOptions().timeZone) {
  const at = new Date(instant);
  const known = isKnown(zone) ? zone : 'UTC';
  const time = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short', timeZone: known }).format(at);
  const offset = new Intl.DateTimeFormat('en', { timeZone: known, timeZoneName: 'longOffset' }).formatToParts(at)
    .find((part) => part.type === 'timeZoneName').value.replace('GMT', 'UTC').replace('+00:00', '');
  return time + ' (' + offset + (known === 'UTC' ? '' : ',\u00a0' + known) + ')';
}

/** Whether a second clock would show the reader the same. */
export function isReaders(zone) {
  return zone === Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Java knows zones such as UTC+3 that browsers do not. */
function isKnown(zone) {
  try {
    return Boolean(new Intl.DateTimeFormat(undefined, { timeZone: zone }));
  } catch {
    return false;
  }
}

/** 90061000 is "1 d 1 h"; below an hour seconds are shown too. */
export function span(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const [d, h, m, s] = [Math.floor(seconds / 86400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60, seconds % 60];
  if (d) {
    return d + ' d ' + h + ' h';
  }
  return h ? h + ' h ' + m + ' min' : m + ' min ' + s + ' s';
}

/** PT26H30M is "26 h 30 min": working time is not counted in days. */
export function workingTime(duration) {
  const [, h, m, s] = duration.match(/^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/) || [];
  return h || m ? (h ? h + ' h ' : '') + (m || 0) + ' min' : Math.floor(s || 0) + ' s';
}

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

/** The same instant at the customer's site. */
export function atSite(instant, zone) {
  const time = new Intl.DateTimeFormat(undefined, { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone });
  return time.format(new Date(instant)) + ' ' + zone;
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

// The care clock: runs with the computer's, can be moved forward, and says what time brings next.
import { timeOfDay, weekday } from './time.js';
import { t } from './texts.js';

const TICK = 1000;
const SOON = 200;
const AGAIN = 2000;
const KINDS = { Call: 'dueCall', Arrival: 'dueArrival', Target: 'dueTarget', Advice: 'dueAdvice' };

export function createClock() {
  const now = document.getElementById('now');
  const [day, time] = now.children;
  const next = document.getElementById('next');
  const moved = document.getElementById('moved');
  const buttons = [...document.querySelectorAll('.clock button')];
  let ahead;
  let soon;
  let isBusy = false;

  for (const button of buttons) {
    button.addEventListener('click', () => forward(button.dataset.minutes));
  }
  setInterval(show, TICK);
  // What was delivered, and another tab that moves time, come without a message.
  setInterval(() => document.hidden || refresh(), AGAIN);

  async function forward(minutes) {
    if (isBusy) {
      return;
    }
    isBusy = true;
    try {
      take(await ask('/local/time/forward', { minutes: minutes ? Number(minutes) : null }));
      moved.textContent = t('careTimeIs', now.textContent);
    } catch {
      moved.textContent = t('careTimeStays');
    }
    isBusy = false;
  }

  function take(moment) {
    ahead = Date.parse(moment.now) - Date.now();
    const due = moment.next;
    const shown = due ? `${due.at} ${due.kind}` : '';
    if (shown !== next.dataset.shown) {
      next.dataset.shown = shown;
      next.disabled = !due;
      next.textContent = due ? t('to', timeOfDay(due.at)) : t('nothingDue');
      if (due) {
        const what = document.createElement('span');
        what.className = 'what';
        what.textContent = `: ${t(KINDS[due.kind])}`;
        next.append(what);
      }
    }
    show();
  }

  function show() {
    if (ahead !== undefined) {
      const at = new Date(Date.now() + ahead).toISOString();
      now.dateTime = at;
      day.textContent = `${weekday(at)} `;
      time.textContent = timeOfDay(at);
    }
  }

  // Messages tell that something may be due at another time now. A burst of them asks once.
  function refresh() {
    clearTimeout(soon);
    soon = setTimeout(async () => {
      const moment = await ask('/local/time').catch(() => null);
      if (moment && !isBusy) {
        take(moment);
      }
    }, SOON);
  }

  return { refresh };
}

async function ask(path, body) {
  const response = await fetch(path, body && {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  return response.json();
}

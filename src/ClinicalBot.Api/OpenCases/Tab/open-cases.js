// The tab "Open cases": reads with the token of the person who looks, and shows text only.
const EVERY = 15_000;
const PATIENCE = 5_000;
const state = document.getElementById('state');
const list = document.getElementById('cases');
let skew = 0;
let host = null;
let locale = navigator.language;
let texts = {};

start();

async function start() {
  host = await inTeams();
  if (host) {
    const look = theme => { document.documentElement.dataset.theme = theme; };
    const context = await host.app.getContext().catch(() => null);
    locale = context?.app.locale ?? locale;
    look(context?.app.theme);
    host.app.registerOnThemeChangeHandler(look);
    host.app.notifySuccess();
  }
  await translate();
  await load();
  setInterval(load, EVERY);
  setInterval(tick, 1000);
}

// The tab's own texts in the reader's language; in English where it is not translated.
async function translate() {
  const language = locale.split('-')[0];
  const read = async name => (await fetch(`texts/${encodeURIComponent(name)}.json`)).json();
  texts = await read('en');
  if (language !== 'en') {
    texts = { ...texts, ...await read(language).then(found => (document.documentElement.lang = language, found), () => ({})) };
  }
  document.title = texts.title;
  document.querySelector('h1').textContent = texts.title;
  document.querySelector('.hint').textContent = texts.hint;
  say(texts.loading);
}

const t = (key, ...values) => (texts[key] ?? '').replace(/\{(\d)\}/g, (_, at) => values[at]);

// Null outside of Teams, where only a bot on this machine answers.
async function inTeams() {
  if (window.parent === window || !window.microsoftTeams) {
    return null;
  }
  const late = new Promise(resolve => setTimeout(resolve, PATIENCE, false));
  const ready = window.microsoftTeams.app.initialize().then(() => true, () => false);
  return await Promise.race([ready, late]) ? window.microsoftTeams : null;
}

async function load() {
  let headers = {};
  try {
    headers = host ? { Authorization: `Bearer ${await host.authentication.getAuthToken()}` } : {};
  } catch (error) {
    console.error(error);
    say(t('notSignedIn'));
    return;
  }
  try {
    const response = await fetch(`/api/open-cases?locale=${encodeURIComponent(locale)}`, { headers });
    if (response.status === 401 || response.status === 403) {
      list.replaceChildren();
      say(t(!host ? 'openInTeams' : response.status === 401 ? 'signInRefused' : 'notYours'));
      return;
    }
    if (!response.ok) {
      throw new Error(`HTTP ${response.status}`);
    }
    show(await response.json());
  } catch (error) {
    console.error(error);
    say(t('outOfDate'));
  }
}

function show({ now, cases }) {
  skew = Date.parse(now) - Date.now();
  const opened = new Set([...list.querySelectorAll('details[open]')].map(each => each.dataset.case));
  list.replaceChildren(...cases.map(each => row(each, opened.has(each.reference))));
  say(cases.length === 0 ? t('none') : t('open', cases.length));
  tick();
}

function row(each, isOpen) {
  const item = element('li', null, 'case');
  item.dataset.urgency = each.urgency;
  item.append(
    element('h2', `${each.place ?? t('noPlace')} · ${each.word}`),
    clock(t('waitingFor'), each.since, 'up'),
    element('p', each.status, 'status'));
  for (const person of each.coming) {
    item.append(person.until ? clock(t('comingDue', person.name), person.until, 'down') : element('p', t('atBedside', person.name)));
  }
  item.append(element('p', t('askedBy', each.reference, each.askedBy), 'subtle'));
  const details = document.createElement('details');
  details.open = isOpen;
  details.dataset.case = each.reference;
  const lines = document.createElement('ol');
  lines.append(...each.timeline.map(line => element('li', line)));
  details.append(element('summary', t('timeline')), lines);
  item.append(details);
  return item;
}

function clock(label, at, way) {
  const line = element('p', `${label} `, 'clock');
  const time = document.createElement('time');
  time.dateTime = at;
  time.dataset.way = way;
  line.append(time);
  return line;
}

function tick() {
  for (const time of list.querySelectorAll('time')) {
    const passed = Date.now() + skew - Date.parse(time.dateTime);
    time.textContent = time.dataset.way === 'up' ? span(Math.max(0, passed)) : passed > 0 ? t('ago', span(passed)) : t('in', span(-passed));
  }
}

function span(milliseconds) {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? t('hours', hours, minutes) : t('minutes', minutes, seconds % 60);
}

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== null) {
    made.textContent = text;
  }
  if (className) {
    made.className = className;
  }
  return made;
}

// Said once: a screen reader repeats every change.
function say(text) {
  if (state.textContent !== text) {
    state.textContent = text;
  }
}

// Wires the page. What people do goes out through the outbox; everything that happens, also here, comes back over the connection.
import { alone, showAlone } from './alone.js';
import { createChrome } from './chrome.js';
import { createClock } from './clock.js';
import { createConnection } from './connection.js';
import { createOutbox } from './outbox.js';
import { createPane } from './pane.js';
import { createState } from './state.js';
import { setUpTheme } from './theme.js';
import { createUnread } from './unread.js';
import { createViews } from './views.js';
import { t, translate } from './texts.js';

translate();
setUpTheme(document.getElementById('theme'));

const state = createState();
const outbox = createOutbox();
const clock = createClock();
const views = createViews(show);
const unread = createUnread();
const elsewhere = document.getElementById('elsewhere');
const panes = ['ask', 'channel', 'called'].map(name => createPane(name, { state, outbox, unread, onSwitch: show }));
const [ask] = panes;
createChrome();
let active = ask;
let isReady = false;

for (const pane of panes) {
  pane.root.addEventListener('focusin', () => listenTo(pane));
}
listenTo(ask);

outbox.onChange = () => panes.forEach(pane => pane.showWaiting());

unread.onChange = () => {
  for (const pane of panes) {
    pane.showUnread();
    unread.show(views.badgeOf(pane.name), pane.chats());
  }
};

createConnection({
  hello: hello => {
    Object.assign(state, { bot: hello.bot, channel: hello.channel });
    panes.forEach(pane => pane.people(hello.people));
    if (alone) {
      views.only(showAlone(panes)?.name);
    }
  },
  chat: chat => {
    if (state.setChat(chat)) {
      paneOf(chat.key)?.clear();
    }
  },
  entry: entry => {
    const change = state.setEntry(entry);
    outbox.arrived(entry);
    if (panes.some(pane => pane !== ask && pane.chats().includes(entry.chat))) {
      views.escalate();
    }
    if (!change || !isReady) {
      return;
    }
    clock.refresh();
    const pane = paneOf(entry.chat);
    pane?.show(entry);
    if (change === 'new' && entry.activity.from?.id === state.bot && entry.activity.type === 'message') {
      tell(entry, pane);
    }
  },
  typing: ({ chat }) => paneOf(chat)?.showTyping(),
  ping: () => clock.refresh(),
  ready: () => {
    isReady = true;
    panes.forEach(pane => pane.ready());
    unread.onChange();
    clock.refresh();
    outbox.flush();
  },
});

document.getElementById('restart').addEventListener('click', () => {
  outbox.restart(ask.chat);
  ask.focus();
});
document.getElementById('sample').addEventListener('click', event => {
  outbox.say(ask.chat, ask.chat, event.target.textContent);
  ask.focus();
});

// A pane came on view, or another person of one did.
function show() {
  for (const pane of panes.filter(pane => isReady && views.isShown(pane.name))) {
    unread.clear(pane.chat);
    pane.catchUp();
  }
}

// The pane with the focus is read out; of the other panes only that something came.
function listenTo(pane) {
  active = pane;
  panes.forEach(each => each.readOut(each === pane));
}

function tell(entry, pane) {
  if (!pane || !views.isShown(pane.name)) {
    unread.add(entry);
  }
  if (pane !== active) {
    const { title } = pane ?? panes.find(each => each.chats().includes(entry.chat));
    elsewhere.textContent = `${title}: ${entry.activity.summary ?? entry.activity.text ?? t('newMessage')}`;
  }
}

function paneOf(chat) {
  return panes.find(pane => pane.chat === chat);
}

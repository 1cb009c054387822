// Wires the page. What people do goes out through the outbox; everything that happens, also here, comes back over the connection.
import { createConnection } from './connection.js';
import { createCompose } from './compose.js';
import { createConversation } from './conversation.js';
import { createOutbox } from './outbox.js';
import { createPeople } from './people.js';
import { createState } from './state.js';
import { setUpTheme } from './theme.js';

setUpTheme(document.getElementById('theme'));

const state = createState();
const outbox = createOutbox();
const people = createPeople(person => show(person));
const compose = createCompose(text => outbox.say(people.current.key, text));
const conversation = createConversation({
  submit: (cardId, data) => outbox.submit(people.current.key, cardId, data),
  execute: (cardId, action) => outbox.execute(people.current.key, cardId, action),
  retry: entry => outbox.retry(entry),
});

outbox.onChange = () => conversation.showWaiting(outbox.waiting(people.current?.key));

createConnection({
  hello: hello => {
    state.bot = hello.bot;
    people.list(hello.people);
  },
  chat: chat => {
    if (state.setChat(chat) && chat.key === people.current.key) {
      conversation.clear();
    }
  },
  entry: entry => {
    const change = state.setEntry(entry);
    outbox.arrived(entry);
    if (!change || !conversation.isReady) {
      return;
    }
    if (entry.chat === people.current.key) {
      conversation.show(state, entry);
    } else if (change === 'new' && entry.activity.from?.id === state.bot) {
      people.markUnread(entry.chat);
    }
  },
  typing: ({ chat }) => chat === people.current.key && conversation.showTyping(),
  ready: () => {
    if (!conversation.isReady) {
      conversation.isReady = true;
      show(people.current);
    } else {
      outbox.open(people.current.key);
    }
    outbox.flush();
  },
});

document.getElementById('restart').addEventListener('click', () => {
  outbox.restart(people.current.key);
  compose.focus();
});

function show(person) {
  if (!conversation.isReady) {
    return;
  }
  compose.switchTo(person);
  conversation.switchTo(state, person, outbox.waiting(person.key));
  outbox.open(person.key);
}

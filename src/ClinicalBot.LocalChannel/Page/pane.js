// One pane: a chat, who is acted as in it, and a box to type in.
import { createActor } from './actor.js';
import { createCompose } from './compose.js';
import { createConversation } from './conversation.js';
import { createPeople } from './people.js';
import { openTask } from './task.js';

const MEMBERS = { ask: person => !person.isCalled, channel: () => true, called: person => person.isCalled };

export function createPane(name, { state, outbox, unread, onSwitch }) {
  const root = document.getElementById(name);
  const isChannel = name === 'channel';
  const acting = (isChannel ? createActor : createPeople)(root, switched);
  const compose = createCompose(root, (text, thread) => outbox.say(pane.chat, acting.current.key, text, thread));
  const conversation = createConversation(root, state, {
    isShared: isChannel,
    submit: (cardId, data) => outbox.submit(pane.chat, acting.current.key, cardId, data),
    execute: (cardId, action) => outbox.execute(pane.chat, acting.current.key, cardId, action),
    task: (cardId, data) => openTask(pane.chat, acting.current.key, cardId, data),
    retry: entry => outbox.retry(entry),
    reply: thread => compose.reply(thread),
  });
  let isReady = false;

  const pane = {
    name,
    root,
    title: root.querySelector('h2').textContent,

    get chat() {
      return isChannel ? state.channel : acting.current?.key;
    },

    get person() {
      return acting.current;
    },

    // True when this pane has this person, who is acted as from now on.
    choose: key => !isChannel && acting.choose(key),

    chats: () => (isChannel ? [state.channel] : acting.all.map(person => person.key)),

    people: all => acting.list(all.filter(MEMBERS[name])),

    ready() {
      if (!isReady) {
        isReady = true;
        load();
      }
      open();
    },

    clear: () => conversation.clear(),
    show: entry => isReady && conversation.show(entry),
    catchUp: () => conversation.catchUp(),
    showTyping: () => conversation.showTyping(),
    showWaiting: () => conversation.showWaiting(outbox.waiting(pane.chat)),
    showUnread: () => acting.showUnread?.(unread),
    focus: () => compose.focus(),
    readOut: is => conversation.readOut(is),
  };

  function switched(person) {
    compose.switchTo(isChannel ? state.channel : person.key, person);
    if (isReady && !isChannel) {
      load();
      open();
      onSwitch();
    }
  }

  function load() {
    conversation.load(pane.chat, outbox.waiting(pane.chat));
  }

  // The ward has the app; a person called gets it with the first message.
  function open() {
    if (name === 'ask') {
      outbox.open(pane.chat);
    }
  }

  return pane;
}

// The messages of the chat on view.
import { isPress } from './state.js';
import { createMessage, createWaiting } from './message.js';
import { day } from './time.js';

const TYPING = 8000;
const NEAR_THE_END = 120;

export function createConversation(actions) {
  const log = document.getElementById('log');
  const list = document.getElementById('messages');
  const typing = document.getElementById('typing');
  const messages = new Map();
  let typingEnds;
  let expecting = false;

  const conversation = {
    // Everything that was said before is there: from now on, what is added is news.
    isReady: false,

    clear() {
      messages.clear();
      list.replaceChildren();
      hideTyping();
    },

    switchTo(state, person, waiting) {
      log.setAttribute('aria-busy', 'true');
      document.getElementById('who').textContent = `You are ${person.name}, ${person.role}`;
      conversation.clear();
      for (const entry of state.entriesOf(person.key)) {
        conversation.show(state, entry);
      }
      conversation.showWaiting(waiting);
      log.removeAttribute('aria-busy');
      const last = list.lastElementChild;
      if (last) {
        bringIntoView(last);
      }
    },

    show(state, entry) {
      const { activity } = entry;
      if (isPress(activity)) {
        messages.get(activity.replyToId)?.press(entry);
      } else if (activity.type === 'message' || activity.type === '') {
        put(state, entry);
      }
    },

    // What the channel has not heard yet. Who did something waits for the answer: it is brought into view.
    showWaiting(deeds) {
      expecting ||= deeds.length > 0;
      list.querySelectorAll('.waiting').forEach(item => item.remove());
      for (const deed of deeds) {
        deed.body.text ? append(createWaiting(deed)) : messages.get(deed.body.cardId)?.waiting(deed);
      }
    },

    showTyping() {
      typing.textContent = 'ClinicalBot is typing…';
      clearTimeout(typingEnds);
      typingEnds = setTimeout(hideTyping, TYPING);
    },
  };

  function put(state, entry) {
    const { activity } = entry;
    const isBots = activity.from?.id === state.bot;
    const known = messages.get(activity.id);
    if (known) {
      known.update(entry);
      return;
    }
    const message = createMessage(entry, isBots, actions);
    messages.set(activity.id, message);
    const press = state.lastPressOn(activity.id);
    if (press) {
      message.press(press);
    }
    if (isBots) {
      hideTyping();
    }
    message.item.dataset.id = activity.id;
    message.item.dataset.day = day(activity.timestamp);
    insert(message.item);
  }

  // By id: after a gap, what was changed long after it was sent comes last.
  function insert(item) {
    let before = list.lastElementChild;
    while (before && !(Number(before.dataset.id) < Number(item.dataset.id))) {
      before = before.previousElementSibling;
    }
    const isMine = item.classList.contains('mine');
    const follow = isMine || expecting || isAtEnd();
    before ? before.after(item) : list.prepend(item);
    if (before?.dataset.day !== item.dataset.day) {
      item.before(dayLine(item.dataset.day));
    }
    if (follow && item === list.lastElementChild) {
      bringIntoView(item);
    }
    expecting &&= isMine;
  }

  function append(item) {
    list.append(item);
    toEnd();
  }

  function dayLine(text) {
    const line = document.createElement('li');
    line.className = 'day';
    line.textContent = text;
    return line;
  }

  // A card longer than the screen is shown from its beginning.
  function bringIntoView(item) {
    item.offsetHeight > log.clientHeight ? item.scrollIntoView({ block: 'start' }) : toEnd();
  }

  function toEnd() {
    log.scrollTop = log.scrollHeight;
  }

  function isAtEnd() {
    return log.scrollHeight - log.scrollTop - log.clientHeight < NEAR_THE_END;
  }

  function hideTyping() {
    clearTimeout(typingEnds);
    typing.textContent = '';
  }

  return conversation;
}

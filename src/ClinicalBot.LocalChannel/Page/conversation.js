// The messages of the chat on view. In a shared one, a channel, they are in threads.
import { createThreads } from './threads.js';
import { isPress } from './state.js';
import { createMessage, createWaiting } from './message.js';
import { day } from './time.js';
import { t } from './texts.js';

const TYPING = 8000;
const NEAR_THE_END = 120;

export function createConversation(root, state, actions) {
  const log = root.querySelector('.log');
  const list = root.querySelector('.messages');
  const typing = root.querySelector('.typing');
  const below = root.querySelector('.below');
  const messages = new Map();
  const threads = actions.isShared ? createThreads(list, actions.reply) : null;
  let typingEnds;
  let expecting = false;
  let isBehind = false;
  // The message that was brought into view last, until the person scrolls; and where that was.
  let inView = null;
  let place = 0;

  below.addEventListener('click', () => {
    bringIntoView([...list.querySelectorAll('.message')].at(-1));
    log.focus();
  });
  log.addEventListener('scroll', () => {
    below.hidden ||= isAtEnd();
    if (Math.abs(log.scrollTop - place) > 1) {
      inView = null;
    }
  });
  // Panes that appear beside it, a turned phone or its keyboard leave the message in view.
  new ResizeObserver(() => {
    if (inView?.isConnected && log.clientHeight > 0 && getComputedStyle(log).overflowY !== 'visible') {
      bringIntoView(inView);
    }
  }).observe(log);

  const conversation = {
    clear() {
      messages.clear();
      threads?.clear();
      list.replaceChildren();
      below.hidden = true;
      hideTyping();
    },

    load(chat, waiting) {
      log.setAttribute('aria-busy', 'true');
      conversation.clear();
      for (const entry of state.entriesOf(chat)) {
        conversation.show(entry);
      }
      conversation.showWaiting(waiting);
      log.removeAttribute('aria-busy');
      isBehind = true;
      conversation.catchUp();
    },

    // Nothing can be scrolled while it is not on view: what came meanwhile is brought into view when it comes back.
    catchUp() {
      const last = [...list.querySelectorAll('.message')].at(-1);
      if (isBehind && last && log.clientHeight > 0) {
        isBehind = false;
        bringIntoView(last);
      }
    },

    show(entry) {
      const { activity } = entry;
      if (isPress(activity)) {
        messages.get(activity.replyToId)?.press(entry);
      } else if (activity.type === 'message' || activity.type === '') {
        put(entry);
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
      typing.textContent = t('typing');
      clearTimeout(typingEnds);
      typingEnds = setTimeout(hideTyping, TYPING);
    },

    readOut(is) {
      log.ariaLive = is ? 'polite' : 'off';
    },
  };

  function put(entry) {
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
    const follow = !isBots || expecting || isAtEnd();
    expecting &&= !isBots;
    const into = threads?.listOf(activity) ?? list;
    insert(message.item, into);
    threads?.changed(activity);
    if (message.item === into.lastElementChild) {
      arrive(message.item, follow);
    }
  }

  // By id: after a gap, what was changed long after it was sent comes last.
  function insert(item, into) {
    let before = into.lastElementChild;
    while (before && !(Number(before.dataset.id) < Number(item.dataset.id))) {
      before = before.previousElementSibling;
    }
    before ? before.after(item) : into.prepend(item);
    if (before?.dataset.day !== item.dataset.day && (into === list || before)) {
      item.before(dayLine(item.dataset.day));
    }
  }

  // Who reads further up is told, not moved.
  function arrive(item, follow) {
    if (log.clientHeight === 0) {
      isBehind = true;
    } else if (follow) {
      bringIntoView(item);
    } else {
      below.hidden = log.getAttribute('aria-busy') === 'true';
    }
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
    below.hidden = true;
    inView = item;
    if (getComputedStyle(log).overflowY === 'visible') {
      // The page scrolls as a whole, and only for the pane with the focus.
      if (root.contains(document.activeElement)) {
        item.scrollIntoView({ block: 'start' });
      }
    } else if (item.offsetHeight > log.clientHeight) {
      log.scrollTop += item.getBoundingClientRect().top - log.getBoundingClientRect().top;
    } else if (item.parentElement === list) {
      toEnd();
    } else {
      item.scrollIntoView({ block: 'nearest' });
    }
    place = log.scrollTop;
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

// Threads of a channel: each begins with a message, and answers stand below it. Newer threads come later. Of a longer one the first
import { t } from './texts.js';

// message and the newest answer are shown, as Teams does it; the rest on demand.
export function createThreads(list, onReply) {
  const threads = new Map();

  return {
    clear: () => threads.clear(),

    // The list that a message belongs in.
    listOf({ conversation }) {
      const { messages } = threads.get(conversation.id) ?? begin(conversation.id);
      return messages;
    },

    // A thread is called what its first message says.
    changed({ conversation }) {
      const thread = threads.get(conversation.id);
      const content = thread.messages.querySelector('.content');
      thread.title = (content.querySelector('[role=heading]') ?? content).textContent.trim();
      thread.reply.setAttribute('aria-label', t('replyTo', thread.title));
      fold(thread);
    },
  };

  function begin(id) {
    const item = document.createElement('li');
    item.className = 'thread';
    item.dataset.id = id.split(';messageid=')[1] ?? '0';
    const messages = document.createElement('ol');
    messages.className = 'replies';
    const reply = quietButton(t('reply'));
    item.append(messages, reply);
    const more = quietButton('');
    const moreItem = document.createElement('li');
    moreItem.className = 'more';
    moreItem.append(more);
    const thread = { messages, reply, more, moreItem, title: '', isOpen: false };
    more.addEventListener('click', () => {
      thread.isOpen = true;
      fold(thread);
      messages.querySelectorAll('article')[1].focus();
    });
    reply.addEventListener('click', () => onReply({ id, title: thread.title }));
    threads.set(id, thread);
    const after = [...list.children].find(other => Number(other.dataset.id) > Number(item.dataset.id));
    after ? after.before(item) : list.append(item);
    return thread;
  }

  function fold({ messages, more, moreItem, isOpen }) {
    const [first, ...answers] = messages.querySelectorAll('.message');
    const earlier = answers.slice(0, -1);
    const isFolded = earlier.length > 1 && !isOpen;
    for (const item of answers) {
      // The pane with the focus stays.
      item.hidden = isFolded && earlier.includes(item) && !item.contains(document.activeElement);
    }
    if (isFolded) {
      more.textContent = t('earlier', earlier.length);
      first.after(moreItem);
    } else {
      moreItem.remove();
    }
  }
}

function quietButton(text) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet';
  button.textContent = text;
  return button;
}

// Threads of a channel: each begins with a message, and answers stand below it. Newer threads come later.
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
      thread.title = thread.messages.querySelector('.content')?.innerText.split('\n').find(line => line.trim()) ?? '';
      thread.reply.setAttribute('aria-label', `Reply to: ${thread.title}`);
    },
  };

  function begin(id) {
    const item = document.createElement('li');
    item.className = 'thread';
    item.dataset.id = id.split(';messageid=')[1] ?? '0';
    const messages = document.createElement('ol');
    messages.className = 'replies';
    const reply = document.createElement('button');
    reply.type = 'button';
    reply.className = 'quiet';
    reply.textContent = 'Reply';
    item.append(messages, reply);
    const thread = { messages, reply, title: '' };
    reply.addEventListener('click', () => onReply({ id, title: thread.title }));
    threads.set(id, thread);
    const after = [...list.children].find(other => Number(other.dataset.id) > Number(item.dataset.id));
    after ? after.before(item) : list.append(item);
    return thread;
  }
}

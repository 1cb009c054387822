// Tells the channel what the person did, in order, until it was heard. Each deed has an id, so that hearing it twice does it once.
import { device } from './device.js';

const RETRY = 1000;

export function createOutbox() {
  const queue = [];
  let running = false;

  const outbox = {
    onChange: () => {},
    say: (chat, as, text, thread) => put(chat, { as, text, thread }),
    submit: (chat, as, cardId, submit) => put(chat, { as, cardId, submit }),
    execute: (chat, as, cardId, execute) => put(chat, { as, cardId, execute }),
    open: chat => post(`/local/chats/${chat}/open`, device()).catch(() => {}),
    restart: chat => post(`/local/chats/${chat}/restart`, device()).catch(() => {}),
    retry: entry => post(`/local/entries/${entry.activity.id}/retry`).catch(() => {}),
    waiting: chat => queue.filter(deed => deed.chat === chat),

    // The channel showed it: it is no longer ours to show.
    arrived(entry) {
      const at = queue.findIndex(deed => deed.body.clientId === entry.clientId);
      if (at >= 0) {
        queue[at].heard = true;
        queue.splice(at, 1);
        outbox.onChange();
      }
    },

    async flush() {
      if (running) {
        return;
      }
      running = true;
      let deed;
      while ((deed = queue.find(waiting => !waiting.heard))) {
        const outcome = await post(`/local/chats/${deed.chat}/done`, deed.body).catch(() => 'unreachable');
        if (outcome === 'unreachable') {
          deed.late = true;
          outbox.onChange();
          await new Promise(resolve => setTimeout(resolve, RETRY));
        } else {
          deed.heard = true;
          deed.refused = outcome === 'refused';
          outbox.onChange();
        }
      }
      running = false;
    },
  };

  function put(chat, what) {
    queue.push({ chat, body: { clientId: crypto.randomUUID(), device: device(), ...what } });
    outbox.onChange();
    outbox.flush();
  }

  return outbox;
}

async function post(path, body = {}) {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) {
    return 'heard';
  }
  if (response.status >= 500) {
    throw new Error(`HTTP ${response.status}`);
  }
  return 'refused';
}

// A dialog that a button of a card opens (a task module of Teams). Only the person pressing sees it; the chat learns nothing of it.
import { renderCard } from './card.js';
import { device } from './device.js';
import { t } from './texts.js';

// True when a button asks Teams to open a dialog.
export const opensTask = data => data?.msteams?.type === 'task/fetch';

export async function openTask(chat, as, cardId, data) {
  const dialog = document.createElement('dialog');
  dialog.className = 'task';
  const title = document.createElement('h2');
  title.id = 'task-title';
  title.tabIndex = -1;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'quiet';
  close.textContent = t('close');
  close.addEventListener('click', () => dialog.close());
  const head = document.createElement('header');
  head.append(title, close);
  const body = document.createElement('div');
  body.className = 'content card';
  const status = document.createElement('p');
  status.className = 'status';
  status.setAttribute('role', 'status');
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.append(head, body, status);
  document.body.append(dialog);
  const before = document.activeElement;
  dialog.addEventListener('close', () => {
    dialog.remove();
    before?.focus();
  });
  let busy = false;
  title.textContent = t('opening');
  dialog.showModal();
  await ask({ opens: true, data });

  async function ask(what) {
    if (busy) {
      return;
    }
    busy = true;
    status.textContent = '';
    body.toggleAttribute('data-busy', true);
    try {
      const response = await fetch(`/local/chats/${chat}/task`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ as, cardId, device: device(), ...what }),
      });
      if (!response.ok) {
        throw new Error(`HTTP ${response.status}`);
      }
      show((await response.json()).task.value);
    } catch (error) {
      console.error(error);
      status.textContent = t('pressAgain');
    }
    busy = false;
    body.removeAttribute('data-busy');
  }

  function show(task) {
    title.textContent = task.title;
    body.replaceChildren(renderCard(task.card.content, ({ submit, execute }) =>
      ask({ opens: false, data: submit ?? { ...execute.data, verb: execute.verb } })));
    body.scrollTop = 0;
    title.focus();
  }
}

// The box to type in. Enter sends, Shift+Enter makes a new line; what is typed but not sent is kept per chat over a reload.
import { t } from './texts.js';

const DRAFT = 'clinicalbot.draft.';
const AT = /^@ClinicalBot\b\s*/i;

export function createCompose(root, send) {
  const form = root.querySelector('.compose');
  const box = form.querySelector('textarea');
  const threadLine = form.querySelector('.thread');
  let chat;
  let thread = null;

  form.addEventListener('submit', event => {
    event.preventDefault();
    // A channel's box says "@ClinicalBot" itself.
    const text = (threadLine ? box.value.trim().replace(AT, '') : box.value).trim();
    box.value = '';
    keep();
    box.focus();
    if (text) {
      send(text, thread?.id);
      reply(null);
    }
  });
  box.addEventListener('input', keep);
  box.addEventListener('keydown', event => {
    // Enter also ends the composition of a character; that sends nothing.
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  threadLine?.querySelector('button').addEventListener('click', () => {
    reply(null);
    box.focus();
  });

  function reply(to) {
    thread = to;
    if (threadLine) {
      threadLine.hidden = !to;
      threadLine.querySelector('span').textContent = to ? t('replyTo', to.title) : '';
    }
  }

  function keep() {
    sessionStorage.setItem(DRAFT + chat, box.value);
    fit();
  }

  function fit() {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  }

  return {
    focus: () => box.focus(),

    // What is typed next goes into this thread.
    reply(to) {
      reply(to);
      box.focus();
    },

    switchTo(to, person) {
      chat = to;
      box.value = sessionStorage.getItem(DRAFT + chat) ?? '';
      box.placeholder = t('messageAs', person.name);
      fit();
    },
  };
}

// One message: who, when, what, and what became of it.
import { renderCard } from './card.js';
import { toHtml } from './markdown.js';
import { avatar } from './avatar.js';
import { timeOfDay } from './time.js';
import { opensTask } from './task.js';
import { rings } from './unread.js';
import { t } from './texts.js';

const CARD = 'application/vnd.microsoft.card.adaptive';

export function createMessage(entry, isBots, actions) {
  const { item, article, content, status } = frame(!isBots && !actions.isShared);
  const name = isBots || actions.isShared ? entry.activity.from?.name ?? '' : t('you');
  const head = document.createElement('p');
  head.className = 'meta';
  const mark = document.createElement('span');
  article.prepend(head);
  item.dataset.by = isBots ? 'bot' : 'person';
  if (isBots || actions.isShared) {
    item.prepend(avatar(name));
  }

  let busy = false;
  const message = {
    item,

    update(changed) {
      const hadFocus = content.contains(document.activeElement);
      const focused = hadFocus ? nameOf(document.activeElement) : null;
      entry = changed;
      busy = false;
      draw();
      // The button just pressed may be gone: the place in the conversation is kept.
      if (hadFocus && !content.contains(document.activeElement)) {
        const again = [...content.querySelectorAll('button, [role=button]')].find(button => nameOf(button) === focused);
        (again ?? article).focus({ preventScroll: true });
      }
    },

    // A button of its card was pressed, here or in another window.
    press(press) {
      setBusy(press.delivery === 'Sending');
      say(press, { Sending: t('sending') }[press.delivery] ?? press.note ?? '', press.delivery === 'Failed');
    },

    waiting(deed) {
      setBusy(!deed.refused);
      say(null, waitingText(deed), deed.refused);
    },
  };

  function draw() {
    const { activity, updated, deleted } = entry;
    head.replaceChildren(...heading(name, activity.timestamp), mark);
    mark.textContent = `${deleted ? ` · ${t('deleted')}` : updated ? ` · ${t('updated')}` : ''}${rings(activity) ? ` · ${t('alert')}` : ''}`;
    head.toggleAttribute('data-rings', rings(activity));
    content.className = isBots && !activity.text ? 'content card' : 'content bubble';
    if (deleted) {
      content.className = 'content bubble gone';
      content.textContent = t('wasDeleted');
    } else {
      content.replaceChildren(...parts(activity));
    }
    if (!isBots) {
      say(entry, { Sending: t('sending'), Failed: `${t('notDelivered')} ${entry.note ?? ''}` }[entry.delivery] ?? '', entry.delivery === 'Failed');
    } else {
      say(null, '');
    }
  }

  function parts(activity) {
    const shown = [];
    if (activity.text) {
      shown.push(isBots && activity.textFormat !== 'plain' ? rich(activity.text) : plain(withoutTags(activity)));
    }
    for (const attachment of activity.attachments ?? []) {
      shown.push(attachment.contentType === CARD
        ? renderCard(attachment.content, act)
        : plain(t('cannotShow')));
    }
    return shown;
  }

  function act(action) {
    if (busy) {
      return;
    }
    if (opensTask(action.submit)) {
      actions.task(entry.activity.id, action.submit);
      return;
    }
    setBusy(true);
    action.execute ? actions.execute(entry.activity.id, action.execute) : actions.submit(entry.activity.id, action.submit);
  }

  function setBusy(is) {
    busy = is;
    content.toggleAttribute('data-busy', is);
    for (const button of content.querySelectorAll('button:not([aria-expanded]), [role=button]:not([aria-expanded])')) {
      button.ariaDisabled = is ? 'true' : null;
    }
  }

  function say(about, text, isFailure = false) {
    status.textContent = text;
    status.classList.toggle('failure', isFailure);
    if (isFailure && about) {
      const again = document.createElement('button');
      again.type = 'button';
      again.className = 'quiet';
      again.textContent = t('tryAgain');
      again.addEventListener('click', () => actions.retry(about));
      status.append(' ', again);
    }
  }

  draw();
  return message;
}

const nameOf = element => element.getAttribute('aria-label') ?? element.textContent;

// Something typed that the channel has not heard yet.
export function createWaiting(deed) {
  const { item, article, content, status } = frame(true);
  item.classList.add('waiting');
  const head = document.createElement('p');
  head.className = 'meta';
  head.textContent = t('you');
  article.prepend(head);
  content.className = 'content bubble';
  content.append(plain(deed.body.text));
  status.textContent = waitingText(deed);
  status.classList.toggle('failure', Boolean(deed.refused));
  return item;
}

const waitingText = deed => deed.refused ? t('refused') : deed.late ? t('waiting') : t('sending');

function frame(isMine) {
  const item = document.createElement('li');
  item.className = isMine ? 'message mine' : 'message';
  const article = document.createElement('article');
  article.tabIndex = -1;
  const content = document.createElement('div');
  const status = document.createElement('p');
  status.className = 'status';
  article.append(content, status);
  item.append(article);
  return { item, article, content, status };
}

function heading(name, timestamp) {
  const who = document.createElement('span');
  who.className = 'sender';
  who.textContent = name;
  const when = document.createElement('time');
  when.dateTime = timestamp;
  when.textContent = timeOfDay(timestamp);
  return [who, ' ', when];
}

// A mention reads "@name".
function withoutTags({ text, entities = [] }) {
  return entities.filter(entity => entity.type === 'mention').reduce((shown, { text: tag, mentioned }) => shown.replaceAll(tag, `@${mentioned.name}`), text);
}

function plain(text) {
  const paragraph = document.createElement('p');
  paragraph.className = 'plain';
  paragraph.textContent = text;
  return paragraph;
}

function rich(text) {
  const block = document.createElement('div');
  block.innerHTML = toHtml(text);
  return block;
}

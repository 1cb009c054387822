// What arrived in chats that are not on view. An alert is a message that would ring.
import { t } from './texts.js';

export function createUnread() {
  const counts = new Map();

  const unread = {
    onChange: () => {},

    add({ chat, activity }) {
      const known = counts.get(chat) ?? { count: 0, rings: false };
      counts.set(chat, { count: known.count + 1, rings: known.rings || rings(activity) });
      unread.onChange();
    },

    clear(chat) {
      if (counts.delete(chat)) {
        unread.onChange();
      }
    },

    // Shows what is new in these chats; nothing for nothing.
    show(badge, chats) {
      const some = chats.map(chat => counts.get(chat)).filter(Boolean);
      const count = some.reduce((sum, each) => sum + each.count, 0);
      const isAlert = some.some(each => each.rings);
      badge.toggleAttribute('data-rings', isAlert);
      badge.replaceChildren(...(count === 0 ? [] : [String(count), unseen(` ${t(isAlert ? 'newAlert' : 'newOnes')}`)]));
    },
  };

  return unread;
}

function unseen(text) {
  const span = document.createElement('span');
  span.className = 'unseen';
  span.textContent = text;
  return span;
}

export const rings = activity => activity.channelData?.notification?.alert === true;

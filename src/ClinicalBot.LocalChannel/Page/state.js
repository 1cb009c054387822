// What the channel told so far. Being told again changes nothing.
export function createState() {
  const entries = new Map();
  const chats = new Map();
  return {
    bot: null,
    channel: null,

    // True when the chat was cleared.
    setChat(chat) {
      if (chats.get(chat.key)?.version === chat.version) {
        return false;
      }
      chats.set(chat.key, chat);
      for (const [id, entry] of entries) {
        if (entry.chat === chat.key && entry.version <= chat.clearedUpTo) {
          entries.delete(id);
        }
      }
      return true;
    },

    // "new", "changed" or null for nothing.
    setEntry(entry) {
      const known = entries.get(entry.activity.id);
      if (known?.version === entry.version) {
        return null;
      }
      entries.set(entry.activity.id, entry);
      return known ? 'changed' : 'new';
    },

    entriesOf: chat => inOrder([...entries.values()].filter(entry => entry.chat === chat)),

    // The last button press on a card: it tells whether the press is on its way, and what came of it.
    lastPressOn: cardId => inOrder([...entries.values()].filter(entry => isPress(entry.activity) && entry.activity.replyToId === cardId)).at(-1),
  };
}

// A press of a button has a value and no text; there is nothing of its own to look at.
export const isPress = activity => activity.value !== undefined && !activity.text;

const inOrder = entries => entries.sort((a, b) => a.activity.id - b.activity.id);

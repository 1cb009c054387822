// Who is acted as in a pane of personal chats, and where something new is.
import { avatar } from './avatar.js';
import { t } from './texts.js';

const CHOICE = 'clinicalbot.actAs.';

export function createPeople(root, onSwitch) {
  const list = root.querySelector('.people');
  const who = root.querySelector('.who');
  const link = root.querySelector('.alone');
  const buttons = new Map();

  const people = {
    all: [],
    current: null,

    list(listed) {
      if (people.all.length > 0) {
        return;
      }
      people.all = listed;
      list.replaceChildren(...listed.map(item));
      const kept = sessionStorage.getItem(CHOICE + root.id);
      switchTo(listed.find(person => person.key === kept) ?? listed[0]);
    },

    choose(key) {
      const person = people.all.find(each => each.key === key);
      if (person) {
        switchTo(person);
      }
      return Boolean(person);
    },

    showUnread(unread) {
      for (const [key, button] of buttons) {
        unread.show(button.querySelector('.news'), [key]);
      }
    },
  };

  function item(person) {
    const button = document.createElement('button');
    button.type = 'button';
    const name = document.createElement('span');
    name.className = 'name';
    name.textContent = person.name;
    const news = document.createElement('span');
    news.className = 'news';
    const face = document.createElement('span');
    face.className = 'face';
    face.append(avatar(person.name), news);
    button.append(face, name);
    button.addEventListener('click', () => switchTo(person));
    buttons.set(person.key, button);
    const line = document.createElement('li');
    line.append(button);
    return line;
  }

  function switchTo(person) {
    people.current = person;
    sessionStorage.setItem(CHOICE + root.id, person.key);
    for (const [key, button] of buttons) {
      key === person.key ? button.setAttribute('aria-current', 'true') : button.removeAttribute('aria-current');
    }
    link.href = `?person=${encodeURIComponent(person.key)}`;
    who.textContent = t('youAre', person.name, person.role);
    onSwitch(person);
  }

  return people;
}

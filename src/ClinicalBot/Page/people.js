// Who is acted as. The rail shows a list; on a narrow screen the same is a select.
const CHOICE = 'clinicalbot.actAs';

export function createPeople(onSwitch) {
  const rail = document.getElementById('people');
  const picker = document.getElementById('picker');
  const unread = new Map();
  let all = [];

  const people = {
    current: null,

    list(listed) {
      if (all.length > 0) {
        return;
      }
      all = listed;
      rail.replaceChildren(...all.map(railItem));
      picker.replaceChildren(...all.map(person => new Option('', person.key)));
      switchTo(sessionStorage.getItem(CHOICE));
    },

    markUnread(key) {
      unread.set(key, (unread.get(key) ?? 0) + 1);
      update();
    },
  };

  picker.addEventListener('change', () => switchTo(picker.value));

  function railItem(person) {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.key = person.key;
    button.append(avatar(person.name), labels(person));
    button.addEventListener('click', () => switchTo(person.key));
    const item = document.createElement('li');
    item.append(button);
    return item;
  }

  function labels(person) {
    const text = document.createElement('span');
    text.className = 'person';
    for (const [name, value] of [['name', person.name], ['role', person.role], ['unread', '']]) {
      const line = document.createElement('span');
      line.className = name;
      // A long word such as a role made of two may break after its slash.
      line.append(...value.split(/(?<=\/)/).flatMap((part, at) => (at ? [document.createElement('wbr'), part] : [part])));
      text.append(line);
    }
    return text;
  }

  function switchTo(key) {
    people.current = all.find(person => person.key === key) ?? all[0];
    sessionStorage.setItem(CHOICE, people.current.key);
    unread.delete(people.current.key);
    update();
    onSwitch(people.current);
  }

  function update() {
    for (const button of rail.querySelectorAll('button')) {
      const isCurrent = button.dataset.key === people.current.key;
      button.toggleAttribute('data-current', isCurrent);
      isCurrent ? button.setAttribute('aria-current', 'true') : button.removeAttribute('aria-current');
      button.querySelector('.unread').textContent = news(button.dataset.key);
    }
    for (const option of picker.options) {
      const person = all.find(one => one.key === option.value);
      option.textContent = [`${person.name}, ${person.role}`, news(person.key)].filter(Boolean).join(' · ');
    }
    picker.value = people.current.key;
  }

  const news = key => (unread.has(key) ? `${unread.get(key)} new` : '');

  return people;
}

// Initials in a circle; the name stands beside it.
export function avatar(name) {
  const circle = document.createElement('span');
  circle.className = 'avatar';
  circle.setAttribute('aria-hidden', 'true');
  circle.textContent = name.split(' ').map(part => part[0]).join('').slice(0, 2).toUpperCase();
  return circle;
}

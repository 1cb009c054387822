// Who is acted as in the channel.
const CHOICE = 'clinicalbot.channelAs';

export function createActor(root, onSwitch) {
  const picker = root.querySelector('#actor');

  const actor = {
    all: [],
    current: null,

    list(people) {
      if (actor.all.length > 0) {
        return;
      }
      actor.all = people;
      picker.replaceChildren(...people.map(person => new Option(`${person.name}, ${person.role}`, person.key)));
      const kept = sessionStorage.getItem(CHOICE);
      switchTo(people.find(person => person.key === kept) ?? people.find(person => person.isCalled));
    },
  };

  picker.addEventListener('change', () => switchTo(actor.all.find(person => person.key === picker.value)));

  function switchTo(person) {
    actor.current = person;
    picker.value = person.key;
    sessionStorage.setItem(CHOICE, person.key);
    onSwitch(person);
  }

  return actor;
}

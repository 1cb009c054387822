// The box to type in. Enter sends, Shift+Enter makes a new line; what is typed but not sent is kept per person over a reload.
const DRAFT = 'clinicalbot.draft.';

export function createCompose(send) {
  const form = document.getElementById('compose');
  const box = document.getElementById('text');
  let person;

  form.addEventListener('submit', event => {
    event.preventDefault();
    const text = box.value.trim();
    box.value = '';
    keep();
    box.focus();
    if (text) {
      send(text);
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

  function keep() {
    sessionStorage.setItem(DRAFT + person.key, box.value);
    fit();
  }

  function fit() {
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
  }

  return {
    focus: () => box.focus(),
    switchTo(to) {
      person = to;
      box.value = sessionStorage.getItem(DRAFT + person.key) ?? '';
      fit();
    },
  };
}

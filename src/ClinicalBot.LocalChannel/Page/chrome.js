// On a phone the messages get the screen: who is acted as scrolls away with them. Tapping the tab on view once more scrolls back to it.
export function createChrome() {
  const phone = matchMedia('(max-width: 50rem)');
  const panes = [...document.querySelectorAll('.pane')].map(pane => ({
    pane,
    log: pane.querySelector('.log'),
    top: [pane.querySelector('.head'), pane.querySelector('.people, .actor')],
  }));

  phone.addEventListener('change', arrange);
  arrange();

  function arrange() {
    for (const { pane, log, top } of panes) {
      (phone.matches ? log : pane).prepend(...top);
    }
  }
}

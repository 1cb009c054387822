// One pane is on view, chosen by tabs: on a narrow screen always, on a wide one until something escalates. From then on a wide one shows all.
const CHOICE = 'clinicalbot.view';

export function createViews(onShow) {
  const app = document.querySelector('.app');
  const tabs = [...document.querySelectorAll('.views button')];
  const wide = matchMedia('(min-width: 64rem)');
  const kept = sessionStorage.getItem(CHOICE);
  let escalated = false;
  let single;

  for (const tab of tabs) {
    tab.addEventListener('click', () => {
      if (app.dataset.view === tab.dataset.view) {
        document.querySelector(`#${tab.dataset.view} .log`).scrollTo({ top: 0 });
      }
      choose(tab.dataset.view);
      onShow();
    });
  }
  wide.addEventListener('change', arrange);
  choose(tabs.some(tab => tab.dataset.view === kept) ? kept : app.dataset.view);

  function choose(view) {
    app.dataset.view = view;
    sessionStorage.setItem(CHOICE, view);
    for (const tab of tabs) {
      tab.dataset.view === view ? tab.setAttribute('aria-current', 'true') : tab.removeAttribute('aria-current');
    }
  }

  function arrange() {
    app.toggleAttribute('data-one', !(wide.matches && escalated));
    onShow();
  }

  return {
    isShown: view => single ? view === single : !app.hasAttribute('data-one') || app.dataset.view === view,

    // Something is in the channel, or a person on call was written to.
    escalate() {
      if (escalated) {
        return;
      }
      escalated = true;
      const isOnTab = tabs.includes(document.activeElement);
      arrange();
      if (isOnTab && !app.hasAttribute('data-one')) {
        document.querySelector(`#${app.dataset.view} .log`).focus();
      }
    },

    // From now on only this one is on view.
    only(view) {
      if (view) {
        single = view;
        app.dataset.view = view;
      }
    },

    badgeOf: view => tabs.find(tab => tab.dataset.view === view).querySelector('.news'),
  };
}

// On a narrow screen one pane is on view, chosen by tabs; on a wide one all are.
const CHOICE = 'clinicalbot.view';

export function createViews(onShow) {
  const app = document.querySelector('.app');
  const tabs = [...document.querySelectorAll('.views button')];
  const wide = matchMedia('(min-width: 64rem)');
  const kept = sessionStorage.getItem(CHOICE);

  for (const tab of tabs) {
    tab.addEventListener('click', () => {
      if (app.dataset.view === tab.dataset.view) {
        document.querySelector(`#${tab.dataset.view} .log`).scrollTo({ top: 0 });
      }
      choose(tab.dataset.view);
      onShow();
    });
  }
  wide.addEventListener('change', () => onShow());
  choose(tabs.some(tab => tab.dataset.view === kept) ? kept : app.dataset.view);

  function choose(view) {
    app.dataset.view = view;
    sessionStorage.setItem(CHOICE, view);
    for (const tab of tabs) {
      tab.dataset.view === view ? tab.setAttribute('aria-current', 'true') : tab.removeAttribute('aria-current');
    }
  }

  let single;

  return {
    isShown: view => single ? view === single : wide.matches || app.dataset.view === view,

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

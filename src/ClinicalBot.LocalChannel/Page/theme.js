// Light or dark as the system says, until the person chooses.
import { t } from './texts.js';

const CHOICE = 'clinicalbot.theme';

export function setUpTheme(button) {
  const other = button.querySelector('#other');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (localStorage.getItem(CHOICE) ?? (system.matches ? 'dark' : 'light')) === 'dark';

  function apply() {
    document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
    other.textContent = t(isDark() ? 'light' : 'dark');
    button.ariaLabel = `${other.textContent} ${t('theme')}`;
  }

  button.addEventListener('click', () => {
    localStorage.setItem(CHOICE, isDark() ? 'light' : 'dark');
    apply();
  });
  system.addEventListener('change', apply);
  apply();
}

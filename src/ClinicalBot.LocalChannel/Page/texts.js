// The page's own texts in the reader's language, as the bot answers it; in English where it is not translated. A language is a file of texts/.
import english from './texts/en.json';

const wanted = navigator.language.split('-')[0];
const translated = await find(wanted);
const texts = { ...english, ...translated };

// A text with its values in place.
export const t = (key, ...values) => texts[key].replace(/\{(\d)\}/g, (_, at) => values[at]);

// The texts that index.html has in English.
export function translate() {
  if (!translated) {
    return;
  }
  document.documentElement.lang = wanted;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = t(element.dataset.text);
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', t(element.dataset.label));
  }
}

async function find(language) {
  try {
    return language === 'en' ? null : (await import(`./texts/${language}.json`)).default;
  } catch {
    return null;
  }
}

// Adaptive Cards as Teams shows them.
import * as AC from 'adaptivecards';
import { hostConfig } from './hostConfig.js';
import { toHtml } from './markdown.js';
import { inline, withoutAddresses } from './pictures.js';
import { t } from './texts.js';

// The package says that its modules have no side effects, so that a bundle leaves out the one that registers tables.
AC.GlobalRegistry.defaultElements.register('Table', AC.Table, AC.Versions.v1_5);

// What stands before the value that is chosen of a row.
const CHOSEN = '● ';

// Hundredths of a phone's width, from which on headings have their full size.
const NARROW = 3.7;

// Mentions of the card being rendered, which is done at once.
let mentions = [];

AC.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = mentions.reduce(mark, toHtml(text));
  result.didProcess = true;
};

// Renders a card; act is called with what a button asks for, inputs included.
export function renderCard(content, act) {
  const card = new AC.AdaptiveCard();
  card.hostConfig = hostConfig;
  card.onExecuteAction = action => {
    if (action instanceof AC.OpenUrlAction) {
      window.open(action.url, '_blank', 'noopener,noreferrer');
    } else if (action instanceof AC.ExecuteAction) {
      act({ execute: { type: 'Action.Execute', id: action.id, title: action.title, verb: action.verb, data: action.data ?? {} } });
    } else if (action instanceof AC.SubmitAction) {
      act({ submit: action.data ?? {} });
    }
  };
  card.onInlineCardExpanded = ({ card: opened }, isOpen) => {
    if (isOpen) {
      opened.renderedElement.scrollIntoView({ block: 'nearest' });
    }
  };
  mentions = (content.msteams?.entities ?? []).filter(entity => entity.type === 'mention');
  try {
    const context = new AC.SerializationContext();
    card.parse(withoutAddresses(content), context);
    // What the renderer does not know it leaves out.
    for (let at = 0; at < context.eventCount; at++) {
      console.error(context.getEventAt(at).message);
    }
    const element = card.render();
    if (element) {
      tidy(element);
      inline(element);
      callable(element);
      return element;
    }
  } catch (error) {
    console.error(error);
  }
  const fallback = document.createElement('p');
  fallback.textContent = content.fallbackText ?? t('cannotShowCard');
  return fallback;
}

// Both texts went through the same escapes; a name that is in no entity stays text.
function mark(html, { text }) {
  const escaped = text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return html.replaceAll(escaped, `<span class="mention">${escaped.slice('&lt;at&gt;'.length, -'&lt;/at&gt;'.length)}</span>`);
}

// A browser calls a number by a link; the card holds it as plain text, which phones find by themselves.
function callable(card) {
  for (const number of card.querySelectorAll('[id^="phone"]')) {
    const digits = number.textContent.replace(/\(.*/, '').replace(/[^+\d]/g, '');
    if (digits.length > 2) {
      const link = document.createElement('a');
      link.href = `tel:${digits}`;
      link.className = 'ac-anchor';
      link.textContent = number.textContent;
      number.replaceChildren(link);
    }
  }
}

// Sizes follow the text size that the person chose in the browser. A heading is larger than the text by what its pane has room for.
function textSize(pixels) {
  const text = hostConfig.fontSizes.default;
  const size = `${pixels / 16}rem`;
  return pixels > text ? `min(${size}, ${text / 16}rem + ${(pixels - text) / NARROW}cqi)` : size;
}

function tidy(card) {
  // The log reads the card out; the card must not be a second thing to read out, nor a stop for the Tab key.
  card.removeAttribute('aria-live');
  card.removeAttribute('tabindex');
  for (const element of [card, ...card.querySelectorAll('*')]) {
    const { style } = element;
    const tone = /^var\(--(accent|good|warning|attention)-back\)$/.exec(style.backgroundColor)?.[1];
    if (tone) {
      element.dataset.tone = tone;
    }
    if (style.fontSize.endsWith('px')) {
      style.fontSize = textSize(parseFloat(style.fontSize));
    }
    if (style.lineHeight.endsWith('px')) {
      style.lineHeight = '';
    }
  }
  for (const row of card.querySelectorAll('.ac-selectable[aria-label]')) {
    // What is seen of a row that can be pressed is part of its name.
    const seen = [...row.querySelectorAll('.ac-textBlock')].map(text => text.textContent.trim()).join(' ');
    const chosen = seen.startsWith(CHOSEN);
    const value = chosen ? seen.slice(CHOSEN.length) : seen;
    row.setAttribute('aria-label', row.title.includes(value) ? row.title : `${seen} ${row.title}`);
    if (row.closest('[id="picks"]')) {
      row.setAttribute('aria-pressed', chosen);
    }
  }
  for (const button of card.querySelectorAll('button')) {
    // The title is the text itself: a tooltip would say it twice.
    if (button.title === button.textContent) {
      button.removeAttribute('title');
      button.removeAttribute('aria-label');
    }
  }
}

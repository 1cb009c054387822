// The bot's drawings, inlined: they take the color of the text around them, and nothing is fetched.
import heel from '../../../pictures/heel.svg';
import movements from '../../../pictures/movements.svg';
import saddle from '../../../pictures/saddle.svg';

const DRAWINGS = { heel, movements, saddle };
const ADDRESS = /\/pictures\/(\w+)\.light\.png$/;
// Stands for a drawing until the card is rendered.
const EMPTY = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=#';

// The card without addresses of drawings, so that rendering it fetches none.
export const withoutAddresses = content => JSON.parse(JSON.stringify(content), (key, value) => {
  const name = key === 'url' && typeof value === 'string' ? ADDRESS.exec(value)?.[1] : undefined;
  return name && DRAWINGS[name] ? EMPTY + name : value;
});

export function inline(card) {
  for (const image of card.querySelectorAll(`img[src^="${EMPTY}"]`)) {
    const drawing = new DOMParser().parseFromString(DRAWINGS[image.src.slice(EMPTY.length)], 'image/svg+xml').documentElement;
    drawing.setAttribute('class', 'drawing');
    drawing.setAttribute('role', 'img');
    drawing.setAttribute('aria-label', image.alt);
    image.replaceWith(drawing);
  }
}

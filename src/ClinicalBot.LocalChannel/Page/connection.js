// Server-sent events of the channel. The browser asks for what it missed after every gap; this says whether it is connected.
import { t } from './texts.js';

const SILENCE = 25_000;
const AGAIN = 500;

export function createConnection(handlers) {
  const status = document.getElementById('connection');
  let source;
  let watch;

  function connect() {
    source = new EventSource('/local/events');
    for (const [type, handle] of Object.entries(handlers)) {
      source.addEventListener(type, event => {
        heard();
        const data = JSON.parse(event.data);
        handle(data[type] ?? data);
      });
    }
    source.addEventListener('ready', () => say(t('connected'), 'on'));
    source.addEventListener('error', () => {
      say(t('lost'), 'off');
      // Otherwise the browser is trying by itself.
      if (source.readyState === EventSource.CLOSED) {
        again();
      }
    });
    heard();
  }

  // Without even a ping the other side is gone, whatever the browser believes.
  function heard() {
    clearTimeout(watch);
    watch = setTimeout(() => {
      say(t('lost'), 'off');
      again();
    }, SILENCE);
  }

  function again() {
    source.close();
    clearTimeout(watch);
    watch = setTimeout(connect, AGAIN);
  }

  function say(text, state) {
    if (status.textContent !== text) {
      status.textContent = text;
    }
    status.dataset.state = state;
  }

  connect();
}

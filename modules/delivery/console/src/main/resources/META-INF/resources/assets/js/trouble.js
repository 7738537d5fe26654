// On a page that tells of trouble: the way back to what was typed, and on by itself when the connection is there again.
import { waiting } from './typed.js';

const address = waiting();
const way = document.querySelector('a.button.primary');
if (address) {
  document.querySelector('[data-typed]').hidden = false;
  way.href = address;
  way.textContent = way.dataset.typed;
} else if (way.dataset.again) {
  way.href = window.location.href;
}
if (way.dataset.again) window.addEventListener('online', () => window.location.assign(way.href));

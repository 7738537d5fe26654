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

// Whether the server answers is tried, not believed of an event: a network can be there long before the way to the server.
async function goOn() {
  const there = await fetch('/offline', { cache: 'no-store' }).then((answer) => answer.ok, () => false);
  if (there) window.location.assign(way.href);
  else setTimeout(goOn, 2000);
}
if (way.dataset.again === 'by-itself' && window.location.pathname !== '/offline') goOn();

// The keyboard in a long list: j and k go from row to row, n and p to the next and previous part, f to what narrows it.
import { letter } from './dom.js';

const list = document.querySelector('[data-list]');
const rows = [...list.querySelectorAll('tbody th a')];
const ARRIVED = 'entezar-list-arrived';

const single = () => localStorage.getItem('entezar-keys') !== 'off';
const typing = (target) => target.closest('input, textarea, select, [contenteditable="true"]');

function step(by) {
  const at = rows.findIndex((row) => row.closest('tr').contains(document.activeElement));
  const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(at + by, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function turn(rel) {
  const link = list.querySelector(`a[rel="${rel}"]`);
  if (!link) return;
  sessionStorage.setItem(ARRIVED, rel);
  link.click();
}

const keys = {
  j: () => step(1),
  k: () => step(-1),
  n: () => turn('next'),
  p: () => turn('prev'),
  f: () => {
    const filter = list.querySelector('.list-filter');
    filter.open = true;
    filter.querySelector('input:not([type="hidden"]), select')?.focus();
  },
};

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey
    || typing(event.target) || document.querySelector('dialog[open]')) return;
  const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (arrow && event.target.closest('tbody')) {
    event.preventDefault();
    step(arrow);
  } else if (single() && !event.shiftKey && keys[letter(event)]) {
    event.preventDefault();
    keys[letter(event)]();
  }
});

// Who turned the page by a key goes on where the eyes are: at the first row, or coming back at the last.
const arrived = sessionStorage.getItem(ARRIVED);
sessionStorage.removeItem(ARRIVED);
if (arrived) (arrived === 'next' ? rows[0] : rows.at(-1))?.focus();

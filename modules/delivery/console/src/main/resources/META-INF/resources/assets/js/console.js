// Small behaviours of every page. Pages work without most of them.
import './keys.js';
import './forms.js';

const closeMenus = (except) => {
  for (const menu of document.querySelectorAll('details.menu[open]')) {
    if (menu !== except) menu.open = false;
  }
};
document.addEventListener('click', (event) => closeMenus(event.target.closest('details.menu')));
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = document.querySelector('details.menu[open]');
  if (open) {
    open.open = false;
    open.querySelector('summary').focus();
  }
});

// Dialogs: <button data-opens="id"> opens <dialog id>, <button data-closes> closes the dialog around it.
document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-opens]');
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  const closer = event.target.closest('[data-closes]');
  if (closer) closer.closest('dialog')?.close();
  const copier = event.target.closest('[data-copies]');
  if (copier) copy(copier);
  if (event.target.closest('[data-prints]')) window.print();
});

async function copy(button) {
  const text = button.dataset.copies;
  const done = await navigator.clipboard?.writeText(text).then(() => true, () => false) || copyBySelection(text);
  say(done ? 'done' : 'warning', done ? button.dataset.said : button.dataset.failed);
}

/** For pages that are not served over TLS, where browsers keep the clipboard to themselves. */
function copyBySelection(text) {
  const field = document.createElement('textarea');
  field.className = 'hidden-visually';
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}

/** Shows a notice; it stays until closed when it tells of a failure. An action may be offered: {label, run}. */
export function say(kind, text, action) {
  const region = document.getElementById('notices');
  // Said again, it stands there once; what went well takes back what had not.
  for (const old of region.querySelectorAll('.toast')) {
    if (old.querySelector('.grow')?.textContent === text || (kind === 'done' && old.matches('.failed'))) old.remove();
  }
  const toast = document.createElement('div');
  toast.className = `toast ${kind}`;
  const words = document.createElement('span');
  words.className = 'grow';
  words.textContent = text;
  toast.append(words);
  if (action) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = action.label;
    button.addEventListener('click', () => { toast.remove(); action.run(); });
    toast.append(button);
  }
  region.append(toast);
  leave(toast, kind);
}

function leave(toast, kind) {
  const close = document.createElement('button');
  close.type = 'button';
  close.setAttribute('aria-label', document.getElementById('notices').dataset.close);
  close.textContent = '✕';
  close.addEventListener('click', () => toast.remove());
  toast.append(close);
  if (kind === 'done') setTimeout(() => toast.remove(), 6000);
}
for (const toast of document.querySelectorAll('#notices .toast:not(:has(> button[aria-label]))')) {
  leave(toast, toast.classList.contains('done') ? 'done' : 'failed');
}

// Tables: <table data-sorts> sorts by its head; <input data-filters="table-id"> filters its rows.
for (const table of document.querySelectorAll('table[data-sorts]')) {
  table.querySelectorAll('thead th:not([data-plain])').forEach((head) => {
    if (head.querySelector('.hidden-visually')) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => sort(table, head));
  });
}

function sort(table, head) {
  const place = [...head.parentNode.children].indexOf(head);
  const up = head.getAttribute('aria-sort') !== 'ascending';
  head.parentNode.querySelectorAll('[aria-sort]').forEach((other) => other.removeAttribute('aria-sort'));
  head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const key = (row) => row.children[place]?.dataset.value ?? row.children[place]?.textContent.trim() ?? '';
  const compare = (a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === '' || y === '') return (x === '') - (y === '') || 0;
    const numbers = Number(x) - Number(y);
    return (Number.isNaN(numbers) ? order.compare(x, y) : numbers) * (up ? 1 : -1);
  };
  for (const body of table.tBodies) body.append(...[...body.rows].sort(compare));
}

for (const input of document.querySelectorAll('input[data-filters]')) {
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLocaleLowerCase();
    for (const body of document.getElementById(input.dataset.filters).tBodies) {
      for (const row of body.rows) row.hidden = !row.textContent.toLocaleLowerCase().includes(wanted);
    }
  });
}

// Tabs that do not all fit: the current one is in the middle, so that people see where they are and that there are more.
for (const tab of document.querySelectorAll('.tabs [aria-current]')) {
  const bar = tab.parentElement.getBoundingClientRect();
  const { left, right } = tab.getBoundingClientRect();
  if (left < bar.left || right > bar.right) tab.parentElement.scrollLeft += (left + right - bar.left - bar.right) / 2;
}

// Lists: <input data-narrows> within a group leaves those [data-narrow] that have what is typed.
for (const input of document.querySelectorAll('input[data-narrows]')) {
  input.addEventListener('input', () => {
    const wanted = input.value.trim().toLocaleLowerCase();
    for (const each of input.parentElement.querySelectorAll('[data-narrow]')) each.hidden = !each.dataset.narrow.toLocaleLowerCase().includes(wanted);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') input.parentElement.querySelector('[data-narrow]:not([hidden])')?.click();
  });
}

// A choice that acts at once: <select data-submits>.
document.addEventListener('change', (event) => {
  if (event.target.matches('[data-submits]')) event.target.form.requestSubmit();
});

/** The colour of a design token as the browser resolved it, for pictures drawn on a canvas. */
export function token(name) {
  const probe = document.createElement('span');
  probe.className = 'hidden-visually';
  probe.style.color = `var(--${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

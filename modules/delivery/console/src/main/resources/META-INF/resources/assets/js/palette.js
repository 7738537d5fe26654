// The command palette: what is typed is searched for on the server, arrows choose, Enter goes.
import { h, icon } from './dom.js';

const input = document.getElementById('palette-input');
const hits = document.getElementById('palette-hits');
const said = document.getElementById('palette-said');
const more = document.querySelector('#palette [data-more]');
const page = more.getAttribute('href');
const address = document.body.dataset.palette;

let chosen = -1;
let asked = 0;
let timer;

export function open(dialog) {
  if (!dialog.open) return;
  input.value = '';
  input.focus();
  search();
}

const options = () => [...hits.querySelectorAll('[role="option"]')];

function choose(at) {
  const all = options();
  chosen = at === undefined || !all.length ? -1 : (at + all.length) % all.length;
  all.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)));
  if (chosen < 0) { input.removeAttribute('aria-activedescendant'); return; }
  input.setAttribute('aria-activedescendant', all[chosen].id);
  all[chosen].scrollIntoView({ block: 'nearest' });
}

async function search() {
  const mine = ++asked;
  const typed = input.value.trim();
  more.href = typed ? `${page}?q=${encodeURIComponent(typed)}` : page;
  try {
    const answer = await fetch(`${address}?q=${encodeURIComponent(typed)}`, { headers: { Accept: 'application/json' } });
    if (!answer.ok) throw new Error(answer.status);
    const groups = await answer.json();
    if (mine !== asked) return;
    let number = 0;
    hits.replaceChildren(...groups.map((group) => h('div', { role: 'group', 'aria-label': group.title },
      h('p', { class: 'caption', 'aria-hidden': 'true' }, group.title),
      group.hits.map((hit) => h('a', { role: 'option', id: `palette-hit-${number++}`, class: 'hit', href: hit.address, tabindex: '-1', 'aria-selected': 'false' },
        icon(hit.icon), h('span', { class: 'grow', dir: 'auto' }, hit.label), h('span', { class: 'muted small', dir: 'auto' }, hit.hint))))));
    said.textContent = groups.length ? said.dataset.hint : said.dataset.none;
    choose(typed ? 0 : undefined);
  } catch {
    if (mine === asked) said.textContent = said.dataset.offline;
  }
}

input.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(search, 120);
});
input.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (event.key === 'ArrowDown') choose(chosen + 1);
  else if (event.key === 'ArrowUp') choose(Math.max(chosen, 0) - 1);
  else if (event.key === 'Enter') {
    const option = options()[chosen];
    if (option) option.click(); else if (input.value.trim()) more.click();
  } else return;
  event.preventDefault();
});

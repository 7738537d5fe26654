// The page behind the link of signing up: suggests the alias and the time zone, and asks while somebody types whether
// the alias is free. Without this script the button beside the field asks.
const form = document.querySelector('form[data-founding]');
const name = form.querySelector('#name');
const alias = form.querySelector('#alias');
const state = form.querySelector('#alias-state');
const zone = form.querySelector('#time-zone');
const PATIENCE = 350;
let waiting;
let own = alias.value !== '';

form.querySelector('#check').hidden = true;

// What was typed before this script came stays, and is answered as if it came now.
if (form.dataset.founding === 'fresh') {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const known = [...form.querySelectorAll('#time-zones option')].some((option) => option.value === here);
  if (known && zone.value === zone.defaultValue) zone.value = here;
  if (!own && name.value !== '') suggest();
}

function suggestion(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 40).replace(/-+$/, '');
}

function suggest() {
  alias.value = suggestion(name.value);
  soon();
}

async function look() {
  const text = alias.value.trim();
  if (text === '') return tell('');
  const answer = await fetch(`/api/v1/aliases/${encodeURIComponent(text)}`, { headers: { Accept: 'application/json' } });
  // Asked too often, or closed meanwhile: the form itself tells.
  const found = answer.ok ? (await answer.json()).state : '';
  if (alias.value.trim() === text) tell(found);
}

function tell(found) {
  state.dataset.state = found.toUpperCase();
  state.textContent = found === '' ? '' : state.dataset[found];
  alias.setAttribute('aria-invalid', String(found !== '' && found !== 'free'));
}

function soon() {
  clearTimeout(waiting);
  waiting = setTimeout(() => look().catch(() => tell('')), PATIENCE);
}

alias.addEventListener('input', () => {
  own = alias.value !== '';
  soon();
});
name.addEventListener('input', () => {
  if (!own) suggest();
});

// The keyboard: the palette (Ctrl or ⌘ K), g and a letter to go somewhere, ? for the list. Single keys can be switched off.

const letters = () => localStorage.getItem('entezar-keys') !== 'off';
const apple = /Mac|iP(hone|ad)/.test(navigator.platform);
if (apple) document.querySelectorAll('kbd[data-apple]').forEach((key) => { key.textContent = key.dataset.apple; });

const shortcuts = document.getElementById('shortcuts');
const palette = document.getElementById('palette');
const finder = document.querySelector('[data-finds]');

/** The letter on the key, whichever layout is on: what was typed when it is Latin, else where the key stands. */
const letter = (event) => (/^[a-z]$/i.test(event.key) ? event.key : event.code.replace(/^Key/, '')).toLowerCase();
const typing = (target) => target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]');

let going = 0;
document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && letter(event) === 'k') {
    if (!palette) return;
    event.preventDefault();
    if (palette.open) palette.close(); else openPalette();
    return;
  }
  if (!letters() || event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector('dialog[open]')) return;
  if (['?', '؟', '？'].includes(event.key)) {
    if (shortcuts) { event.preventDefault(); shortcuts.showModal(); }
  } else if (event.key === '/' && palette) {
    event.preventDefault();
    openPalette();
  } else if (going && Date.now() - going < 1500) {
    going = 0;
    const place = shortcuts?.querySelector(`[data-key="${CSS.escape(letter(event))}"]`);
    if (place) { event.preventDefault(); window.location.assign(place.dataset.goes); }
  } else if (letter(event) === 'g' && shortcuts) {
    going = Date.now();
  } else if (letter(event) === 'h') {
    const help = document.querySelector('[data-helps]');
    if (help) { event.preventDefault(); help.click(); }
  }
});

const on = document.getElementById('shortcuts-on');
if (on) {
  on.checked = letters();
  on.addEventListener('change', () => localStorage.setItem('entezar-keys', on.checked ? 'on' : 'off'));
}

finder?.addEventListener('click', (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  openPalette();
});

function openPalette() {
  palette.showModal();
  import('./palette.js').then(({ open }) => open(palette));
}

// The help of the page, taken from its own page into a drawer beside this one.
const drawer = document.getElementById('help');
document.addEventListener('click', async (event) => {
  const link = event.target.closest('[data-helps], #help .drawer-body a[href^="/help"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  try {
    const answer = await fetch(link.href);
    const article = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('article.help');
    if (!answer.ok || !article) throw new Error(answer.status);
    drawer.querySelector('.drawer-body').replaceChildren(document.adoptNode(article));
    drawer.querySelector('[data-whole]').href = link.href;
    if (!drawer.open) drawer.showModal();
    drawer.querySelector('.drawer-body').scrollTop = 0;
  } catch {
    window.location.assign(link.href);
  }
});
drawer.addEventListener('click', (event) => { if (event.target === drawer) drawer.close(); });
palette?.addEventListener('click', (event) => { if (event.target === palette) palette.close(); });

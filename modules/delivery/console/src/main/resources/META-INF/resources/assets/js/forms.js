// What people type is not lost: asked about before leaving, kept while the server answers, given back when it could not.
import { say } from './console.js';
import { keep, kept, untouched } from './typed.js';

const words = document.getElementById('notices').dataset;

let unsaved = false;
for (const form of document.querySelectorAll('form[data-guarded]')) {
  form.addEventListener('input', () => { unsaved = true; });
}
window.addEventListener('beforeunload', (event) => { if (unsaved && !document.querySelector('form[data-sent]')) event.preventDefault(); });

// A form is sent once, and not into the void. One that is answered with a file leaves the page where it is, to be sent again.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== 'post') return;
  if (form.matches('[data-guarded]')) keep(form);
  if (!navigator.onLine) {
    event.preventDefault();
    say('failed', words.unsent);
    return;
  }
  if (form.matches('[data-downloads]')) return;
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = 'yes';
});
const again = () => document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent);
window.addEventListener('pageshow', again);
// Whoever stops the browser while it waits for the answer is still here.
window.navigation?.addEventListener('navigateerror', again);

// Another page than the one asked for (a sign-in, a fault) leaves what was sent; whoever comes back finds it again. The page
// of a refused form is there before this runs: what was put right meanwhile stays.
function restore(form) {
  const before = kept(form);
  if (!before) return;
  let found = false;
  const give = (field, what, value) => {
    found ||= field[what] !== value;
    field[what] = value;
  };
  for (const field of [...form.elements].filter((each) => !each.matches(':disabled') && untouched(each))) {
    const values = before.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.matches('[type="checkbox"], [type="radio"]')) give(field, 'checked', values.includes(field.value));
    else if (values.length === 1 && !field.matches('[type="hidden"], [type="submit"], button')) give(field, 'value', values[0]);
  }
  if (!found) return;
  unsaved = true;
  say('warning', words.kept);
}
if (!document.querySelector('#notices .toast.done')) document.querySelectorAll('form[data-guarded]').forEach(restore);

// A lost connection is said at once, and so is its return.
window.addEventListener('offline', () => say('warning', words.offline));
window.addEventListener('online', () => {
  for (const toast of document.querySelectorAll('#notices .toast.warning')) if (toast.textContent.includes(words.offline)) toast.remove();
  say('done', words.online);
});

// Pages that cannot be fetched are answered from this device, in the language chosen last.
if ('serviceWorker' in navigator && window.isSecureContext) {
  const worker = new URL(`offline-worker.js?page=${document.documentElement.lang}-${document.documentElement.dataset.theme}`, import.meta.url);
  navigator.serviceWorker.register(worker, { scope: '/' }).catch(() => { /* then the browser's own page says it */ });
}

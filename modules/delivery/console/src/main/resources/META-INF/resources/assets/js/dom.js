// Elements from words: h('button', { class: 'button', onclick: f, 'aria-label': 'x' }, child, 'text').
// What is undefined, null or false is left out.

export function h(tag, properties = {}, ...children) {
  const element = tag.includes(':') ? document.createElementNS('http://www.w3.org/2000/svg', tag.slice(4)) : document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'value') element.value = value;
    else if (name === 'checked' || name === 'disabled' || name === 'selected' || name === 'open' || name === 'hidden' || name === 'draggable') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat(3).filter((child) => child !== undefined && child !== null && child !== false));
  return element;
}

let icons;
/** A symbol of icons.svg. */
export function icon(name, mirrored) {
  icons ??= document.querySelector('meta[name="icons"]').content;
  return h('svg:svg', { class: `icon ${mirrored ? 'mirrored' : ''}`, 'aria-hidden': 'true' },
    (() => { const use = document.createElementNS('http://www.w3.org/2000/svg', 'use'); use.setAttribute('href', `${icons}#${name}`); return use; })());
}

/** The letter on the key, whichever layout is on: what was typed when it is Latin, else where the key stands. */
export const letter = (event) => (/^[a-z]$/i.test(event.key) ? event.key : event.code.replace(/^Key/, '')).toLowerCase();

/** What a <script type="application/json"> of the page holds. */
export const given = (id) => JSON.parse(document.getElementById(id).textContent);

/** Words by key with {0}, {1}, {0, plural, one {# item} other {# items}} filled in, numbers in the page's digits. */
export function words(texts) {
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  const plurals = new Intl.PluralRules(document.documentElement.lang);
  const form = (forms, value) => {
    const all = Object.fromEntries([...forms.matchAll(/(\w+) *\{([^{}]*)\}/g)].map(([, name, text]) => [name, text]));
    return (all[plurals.select(value)] ?? all.other).replaceAll('#', numbers.format(value));
  };
  return (key, ...values) => (texts[key] ?? key).replace(/\{(\d)(?:, *plural,((?: *\w+ *\{[^{}]*\})+) *)?\}/g, (_, at, forms) => {
    const value = values[Number(at)];
    if (forms) return form(forms, Number(value));
    return typeof value === 'number' ? numbers.format(value) : String(value ?? '');
  }).replaceAll("''", "'");
}

// Numbers in fields: shown in the page's digits without grouping, and read in any script's.
const plain = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: false, maximumFractionDigits: 6 });
export const numeral = (value) => (value === undefined || value === null || value === '' ? '' : Number.isFinite(Number(value)) ? plain.format(value).replace('\u200e', '') : String(value));
/** The number that was typed; nothing when it is none. */
export function numberIn(text) {
  const latin = text.trim().replace(/[\u200e\u200f]/g, '').replace(/[۰-۹٠-٩]/g, (digit) => digit.charCodeAt(0) & 15).replace(/[٫،]/, '.').replace('\u2212', '-');
  return latin === '' || Number.isNaN(Number(latin)) ? undefined : Number(latin);
}

const right = ['fa', 'ar', 'he', 'ur', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv'];
export const direction = (tag) => (right.includes(tag.split('-')[0]) ? 'rtl' : 'ltr');

const stops = 'button, input, select, textarea, a[href], summary';

// Who writes Chinese composes a word over several keys; a field that is replaced in the middle of it loses the word.
const waiting = new Map();
let composing = false;
document.addEventListener('compositionstart', () => { composing = true; });
document.addEventListener('compositionend', () => {
  composing = false;
  const all = [...waiting];
  waiting.clear();
  setTimeout(() => all.forEach(([place, content]) => fill(place, ...content)));
});

/** Puts new content where the old was. What had an id and was open is open again; the focus goes to the element with the same id, else to its like in the same place. */
export function fill(place, ...content) {
  const active = document.activeElement;
  const within = place.contains(active) && active !== place;
  if (within && composing) {
    waiting.set(place, content);
    return;
  }
  const id = within ? active.id : '';
  const at = within ? [...place.querySelectorAll(stops)].indexOf(active) : -1;
  const from = within && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : undefined;
  const scroll = place.scrollTop;
  const open = [...place.querySelectorAll('details[id][open]')].map((each) => each.id);
  place.replaceChildren(...content.flat(3).filter(Boolean));
  for (const each of open.map((name) => document.getElementById(name))) if (each) each.open = true;
  place.scrollTop = scroll;
  const like = at < 0 ? undefined : place.querySelectorAll(stops)[at];
  const again = (id && document.getElementById(id)) || (like?.tagName === active.tagName ? like : undefined);
  if (again) {
    again.focus({ preventScroll: true });
    try { if (from && from[0] !== null && again.id === id) again.setSelectionRange(...from); } catch { /* not a text field */ }
  }
}

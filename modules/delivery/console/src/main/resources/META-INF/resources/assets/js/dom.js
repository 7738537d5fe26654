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

/** What a <script type="application/json"> of the page holds. */
export const given = (id) => JSON.parse(document.getElementById(id).textContent);

/** Words by key with {0}, {1} … filled in, numbers in the page's digits. */
export function words(texts) {
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  return (key, ...values) => (texts[key] ?? key).replace(/\{(\d)[^}]*\}/g, (_, at) => {
    const value = values[Number(at)];
    return typeof value === 'number' ? numbers.format(value) : String(value ?? '');
  }).replaceAll("''", "'");
}

const right = ['fa', 'ar', 'he', 'ur', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv'];
export const direction = (tag) => (right.includes(tag.split('-')[0]) ? 'rtl' : 'ltr');

/** Puts new content where the old was and gives the focus back to the element with the same id. */
export function fill(place, ...content) {
  const active = document.activeElement;
  const id = place.contains(active) ? active.id : '';
  const from = id && 'selectionStart' in active ? [active.selectionStart, active.selectionEnd] : undefined;
  const scroll = place.scrollTop;
  place.replaceChildren(...content.flat(3).filter(Boolean));
  place.scrollTop = scroll;
  const again = id && document.getElementById(id);
  if (again) {
    again.focus({ preventScroll: true });
    try { if (from && from[0] !== null) again.setSelectionRange(...from); } catch { /* not a text field */ }
  }
}

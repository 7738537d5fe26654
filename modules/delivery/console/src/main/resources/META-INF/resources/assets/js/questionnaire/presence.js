// Who else has this questionnaire open, what they look at, and that they have saved.

import { h, fill } from '../dom.js';

const EVERY = 8_000;
/** Who does nothing for this long is not here, and a session that nobody uses may end. */
const AWAY = 10 * 60_000;

/** context: {store, t, selection}; changed() is called when others came, went or moved; heard(name) after their work was taken in. */
export function presence(place, url, context, changed, heard) {
  const { t, store } = context;
  const tab = crypto.getRandomValues(new Uint32Array(3)).join('-');
  let others = [];
  let timer;
  let last = '';
  let active = Date.now();
  for (const kind of ['keydown', 'pointerdown']) document.addEventListener(kind, () => { active = Date.now(); }, { passive: true });

  async function sign() {
    clearTimeout(timer);
    if (!document.hidden && Date.now() - active < AWAY) {
      const item = context.selection.items.at(-1) ?? '';
      const answer = await fetch(`${url}?tab=${tab}&item=${encodeURIComponent(item)}`, { method: 'POST', headers: { Accept: 'application/json' } }).catch(() => undefined);
      if (answer?.ok) await hear(await answer.json());
    }
    timer = setTimeout(sign, EVERY);
  }

  async function hear(told) {
    others = told.others;
    if (JSON.stringify(others) !== last) {
      last = JSON.stringify(others);
      draw();
      changed();
    }
    if (await store.hear(told.etag)) heard([...new Set(others.map((each) => each.name))]);
  }

  function draw() {
    const names = [...new Set(others.map((each) => each.name))].sort((a, b) => (a === context.start.me) - (b === context.start.me));
    fill(place, names.length > 0 && h('span', { class: 'row present' },
      names.slice(0, 4).map((name) => h('span', { class: 'presence', title: name, 'aria-hidden': 'true' }, [...name][0] ?? '?')),
      h('span', { class: 'small' }, names.length === 1 ? (names[0] === context.start.me ? t('meHere') : t('oneHere', names[0])) : t('severalHere', names[0], names.length - 1))));
  }

  document.addEventListener('visibilitychange', () => { if (!document.hidden) sign(); });
  window.addEventListener('pagehide', () => navigator.sendBeacon(`${url}?tab=${tab}&leaves=yes`));
  sign();
  return {
    at: (key) => [...new Set(others.filter((each) => each.item === key).map((each) => each.name))],
    /** Says soon that something else is selected. */
    moved() { clearTimeout(timer); timer = setTimeout(sign, 1500); },
  };
}

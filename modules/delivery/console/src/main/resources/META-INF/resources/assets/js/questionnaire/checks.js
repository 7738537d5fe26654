// What is wrong, what keeps the draft from being published and what is worth a look: asked of the server as it is
// written, shown with the way to each place.

import { h, icon, fill } from '../dom.js';
import * as model from './model.js';

/** context: {store, t, url, names, place(pointer), jump(seen)}; told(review) hears each result. */
export function checks(place, context, told) {
  const { store, t, names } = context;
  const kept = `entezar:left:${context.url}`;
  let review = { faults: [], obstacles: [], advice: [], seconds: {} };
  let timer;
  let asked = 0;

  /** Advice that somebody has looked at and let stand, on this device, as long as the text is the same. */
  const left = () => JSON.parse(localStorage.getItem(kept) ?? '[]');
  const mark = (seen) => `${seen.kind} ${seen.owner} ${seen.language} ${seen.message}`;
  function leave(seen) {
    try { localStorage.setItem(kept, JSON.stringify([...left(), mark(seen)].slice(-500))); } catch { /* no room: it is shown again */ }
    show();
  }

  const open = () => { const marks = left(); return review.advice.filter((seen) => !marks.includes(mark(seen))); };
  const musts = () => [...review.faults, ...review.obstacles];

  function line(seen, leaves) {
    return h('li', { class: 'seen' },
      h('button', { type: 'button', class: `jump ${leaves ? 'soft' : ''}`, 'data-kind': seen.kind, onclick: () => context.jump(seen) }, icon(leaves ? 'info' : 'warning'),
        h('span', { class: 'grow' }, h('strong', { dir: 'auto', class: 'block' }, seen.kind === 'untranslated' ? t('tab.translate') : context.place(model.pointer(store.doc, seen))), h('span', {}, seen.message))),
      leaves && h('button', { type: 'button', class: 'button quiet small nowrap', onclick: () => leave(seen) }, t('leaveIt')));
  }

  function draw() {
    const advice = open();
    const group = (title, list, leaves) => list.length > 0 && h('section', { class: 'stack tight' }, h('h2', {}, title), h('ul', { class: 'plain stack tight' }, list.map((seen) => line(seen, leaves))));
    const hidden = review.advice.length - advice.length;
    fill(place, h('div', { class: 'stack checks' },
      musts().length + advice.length === 0 && h('div', { class: 'empty' }, icon('done'), h('h2', {}, t('ready')), h('p', {}, t('readyLead'))),
      group(t('musts', musts().length), musts(), false),
      group(t('looks', advice.length), advice, store.editable),
      hidden > 0 && h('p', { class: 'small' }, h('button', { type: 'button', class: 'button quiet small', onclick: () => { localStorage.removeItem(kept); show(); } }, t('showLeft', hidden))),
      h('section', { class: 'stack tight' }, h('h2', {}, t('times')), h('p', { class: 'small muted' }, t('timesHint')),
        h('ul', { class: 'plain row' }, store.doc.languages.filter((tag) => review.seconds[tag] !== undefined).map((tag) => h('li', { class: 'badge' }, names[tag] ?? tag, ' ', t('minutes', minutes(review.seconds[tag]))))))));
  }

  const minutes = (seconds) => Math.max(0.5, Math.round(seconds / 30) / 2);

  function show() {
    told({ ...review, open: open(), musts: musts() });
    draw();
  }

  async function ask() {
    const turn = ++asked;
    const doc = structuredClone(store.doc);
    const answer = await fetch(context.url, { method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(doc) }).catch(() => undefined);
    if (turn !== asked || !answer?.ok) return;
    const answered = await answer.json();
    const owned = (list) => list.map((seen) => ({ ...seen, ...model.owned(doc, seen.pointer) }));
    review = { ...answered, faults: owned(answered.faults), obstacles: owned(answered.obstacles), advice: owned(answered.advice) };
    show();
  }

  return {
    draw,
    ask,
    soon() { clearTimeout(timer); timer = setTimeout(ask, 700); },
    minutes: (tag) => (review.seconds[tag] === undefined ? undefined : minutes(review.seconds[tag])),
  };
}

// Publishing: what keeps it from happening, or what the next version changes, and then the deed.

import { h, icon } from '../dom.js';
import { say } from '../console.js';

/** context: {store, t, start, place(pointer), jump(seen)}; blocked(obstacles) marks their places; worth() counts what is worth a look. */
export function publishing(context, { blocked, worth, look }) {
  const { store, t, start } = context;

  const change = (line) => h('li', {}, h('span', { class: 'stack tight' },
    h('span', { dir: 'auto' }, line.what, ' ', !line.comparable && h('span', { class: 'badge warn' }, t('incomparable'))),
    line.before && h('del', { class: 'small', dir: 'auto' }, line.before), line.after && h('ins', { class: 'small', dir: 'auto' }, line.after)));

  async function deed(event, dialog) {
    event.target.disabled = true;
    const answer = await fetch(`${start.address}/publishing`, { method: 'POST', headers: { Accept: 'application/json' } });
    const done = await answer.json();
    if (answer.ok) window.location.assign(done.address); else { dialog.close(); say('failed', done.message); }
  }

  return async function publish() {
    if (!(await store.save())) return;
    const told = await (await fetch(`${start.address}/publishing`, { headers: { Accept: 'application/json' } })).json();
    const stopped = told.obstacles.length > 0;
    const count = worth();
    const dialog = h('dialog', { class: 'broad', 'aria-labelledby': 'publish-title' },
      h('h2', { id: 'publish-title' }, stopped ? t('blocked', told.obstacles.length) : told.first ? t('publishFirst') : t('publishNext')),
      h('p', { class: 'muted' }, stopped ? t('blockedLead') : told.first ? t('publishFirstLead') : told.changes.length ? t('publishNextLead') : t('nothingChanged')),
      stopped && h('ul', { class: 'plain stack tight' }, told.obstacles.map((fault) => h('li', {}, h('button', { type: 'button', class: 'jump', onclick: () => { dialog.close(); blocked(told.obstacles); context.jump(fault); } }, icon('warning'), h('span', {}, context.place(fault.pointer), ': ', fault.message))))),
      !stopped && count > 0 && h('div', { class: 'callout warn' }, icon('info'), h('div', { class: 'grow' }, h('p', {}, t('looks', count)), h('button', { type: 'button', class: 'button small', onclick: () => { dialog.close(); look(); } }, t('lookFirst')))),
      !stopped && h('ul', { class: 'changes plain stack tight' }, told.changes.map(change)),
      h('div', { class: 'doings' }, h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')),
        !stopped && (told.first || told.changes.length > 0) && h('button', { type: 'button', class: 'button primary', id: 'publish-now', onclick: (event) => deed(event, dialog) }, icon('publish'), t('publish'))));
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
  };
}

// Items that others have written before: of the workspace's questionnaires, of packs, of the presets; and lists that are
// pasted as people keep them.

import { h, icon, fill } from '../dom.js';
import * as model from './model.js';

/** context: {store, t, read(text), start}; insert(items) puts them in. */
export function bank(context, insert) {
  const { store, t, read, start } = context;

  function openBank() {
    const picked = new Map();
    let asked = 0;
    let timer;
    const results = h('div', { class: 'bank-results stack', 'aria-live': 'polite' });
    const take = h('button', { type: 'button', class: 'button primary', id: 'bank-insert', disabled: true, onclick: () => { dialog.close(); insert(model.copies(store.doc, [...picked.values()])); } }, icon('add'), t('insertNone'));
    const search = h('input', { type: 'search', id: 'bank-search', placeholder: t('bankSearch'), 'aria-label': t('bankSearch'), maxlength: 100, oninput: () => { clearTimeout(timer); timer = setTimeout(ask, 250); } });
    const dialog = h('dialog', { class: 'broad bank', 'aria-labelledby': 'bank-title' },
      h('header', {}, h('h2', { id: 'bank-title' }, t('bank')), h('button', { type: 'button', class: 'button quiet only-icon small', 'aria-label': t('cancel'), onclick: () => dialog.close() }, icon('close'))),
      h('p', { class: 'muted small' }, t('bankLead')), search, results,
      h('div', { class: 'doings' }, h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')), take));

    function row(shelf, thing) {
      const item = model.adopted(thing);
      const id = `${shelf.kind} ${shelf.key} ${item.key}`;
      return h('label', { class: 'choice bank-item' },
        h('input', { type: 'checkbox', checked: picked.has(id), onchange: (event) => {
          if (event.target.checked) picked.set(id, item); else picked.delete(id);
          take.disabled = picked.size === 0;
          take.replaceChildren(icon('add'), picked.size ? t('insert', picked.size) : t('insertNone'));
        } }),
        h('span', { class: 'grow' }, h('span', { dir: 'auto' }, read(item.text) || item.key), ' ',
          (item.facets ?? []).map((facet) => [h('span', { class: 'badge' }, t(`facet.${facet}`)), ' ']),
          item.type !== 'rating' && h('span', { class: 'badge' }, t(`type.${item.type}`))));
    }

    async function ask() {
      const turn = ++asked;
      const answer = await fetch(`${start.bank}?wanted=${encodeURIComponent(search.value)}&except=${encodeURIComponent(store.doc.key)}`, { headers: { Accept: 'application/json' } }).catch(() => undefined);
      if (turn !== asked) return;
      if (!answer?.ok) { fill(results, h('p', { class: 'muted' }, t('previewAway'))); return; }
      const { shelves, more } = await answer.json();
      fill(results,
        shelves.length === 0 && h('p', { class: 'muted' }, t('bankEmpty')),
        shelves.map((shelf, at) => h('details', { class: 'shelf', open: at < 3 || search.value !== '' },
          h('summary', {}, h('span', { class: 'badge brand' }, t(`shelf.${shelf.kind}`)), ' ', h('span', { dir: 'auto' }, shelf.title), ' ', h('span', { class: 'muted small' }, t('count', shelf.items.length))),
          h('div', { class: 'stack tight' }, shelf.items.map((thing) => row(shelf, thing))))),
        more && h('p', { class: 'muted small' }, t('bankMore')));
    }

    show(dialog, search);
    ask();
  }

  /** A list as it stands in a document or a table; one item a line, languages by tabs. */
  function openList() {
    const { languages } = store.doc;
    const found = () => model.listed(field.value, languages);
    const take = h('button', { type: 'button', class: 'button primary', id: 'list-insert', disabled: true, onclick: () => { const texts = found(); dialog.close(); insert(fromTexts(texts)); } }, icon('add'), t('insertNone'));
    const field = h('textarea', { id: 'list-text', rows: 10, 'aria-label': t('list'), dir: 'auto', maxlength: 200_000, oninput: () => {
      const n = found().length;
      take.disabled = n === 0;
      take.replaceChildren(icon('add'), n ? t('insert', n) : t('insertNone'));
    } });
    const dialog = h('dialog', { class: 'broad', 'aria-labelledby': 'list-title' },
      h('h2', { id: 'list-title' }, t('list')), h('p', { class: 'muted' }, t('listLead', languages.map((tag) => context.names[tag] ?? tag).join(' ⇥ '))), field,
      h('div', { class: 'doings' }, h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')), take));
    show(dialog, field);
  }

  function show(dialog, first) {
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
    first.focus();
  }

  /** Ratings with these texts, like the one that is chosen. */
  function fromTexts(texts) {
    const like = context.deeds.chosen().findLast((each) => each.facets) ?? model.items(store.doc).findLast((each) => each.facets);
    const taken = model.keys(store.doc);
    return texts.map((text) => {
      const item = { ...model.newItem(store.doc, 'rating', like), text };
      item.key = model.freshKey(taken, 'q');
      taken.push(item.key);
      return item;
    });
  }

  return { openBank, openList, fromTexts };
}

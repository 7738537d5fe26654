// The editor of a draft: the structure, the properties of what is selected, and the page as a phone shows it.

import { h, icon, fill, given, words, direction } from '../dom.js';
import { Store, savingBar } from '../store.js';
import { say } from '../console.js';
import * as model from './model.js';
import { panels } from './panels.js';
import { preview } from './preview.js';

const start = given('start');
const t = words(given('texts'));
const names = given('language-names');
const store = new Store({
  ...start, texts: given('editing'),
  normal: (doc) => { doc.sections ??= []; doc.sections.forEach((section) => { section.items ??= []; }); },
});
let selected = {};
let view = 'edit';
let faults = [];
let published = start.publishedVersion;
let dragged;
const spoken = store.doc.languages.find((tag) => tag === document.documentElement.lang) ?? store.doc.languages[0];
const read = (text) => model.shown(text, document.documentElement.lang, store.doc.languages[0]);

const context = {
  store, t, names, start,
  faults: (pointer) => faults.filter((fault) => fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`)),
  select,
  copy(key) {
    const { section, place, item } = model.locate(store.doc, key);
    const twin = { ...structuredClone(item), key: model.freshKey(model.items(store.doc).map((each) => each.key), item.key.replace(/\d+$/, '') || 'q') };
    store.change(undefined, () => section.items.splice(place + 1, 0, twin));
    select({ item: twin.key });
  },
  remove(key) {
    const { section, place, item } = model.locate(store.doc, key);
    const next = section.items[place + 1] ?? section.items[place - 1];
    store.change(undefined, () => section.items.splice(place, 1));
    select(next ? { item: next.key } : { section: section.key });
    document.getElementById(next ? `outline-${next.key}` : `outline-section-${section.key}`)?.focus();
    say('done', t('removed', read(item.text) || key), { label: t('undo'), run: () => store.undo() });
  },
};
const { whole, section: sectionPanel, item: itemPanel } = panels(context);

function select(what) {
  selected = what;
  if (view === 'structure') view = 'edit';
  draw();
  const place = what.item ? model.locate(store.doc, what.item)?.at : store.doc.sections.findIndex((each) => each.key === what.section);
  if (place >= 0) phone.show(place);
  phone.look(what.item);
}

// Structure

function add(type, at) {
  const here = selected.item ? model.locate(store.doc, selected.item) : undefined;
  const section = at === undefined ? here?.section ?? store.doc.sections.find((each) => each.key === selected.section) ?? store.doc.sections.at(-1) : store.doc.sections[at];
  const like = here?.item.type === 'rating' || here?.item.facets ? here.item : section.items.findLast((each) => each.facets) ?? model.items(store.doc).findLast((each) => each.facets);
  const item = model.newItem(store.doc, type, like);
  store.change(undefined, () => section.items.splice(here && here.section === section ? here.place + 1 : section.items.length, 0, item));
  select({ item: item.key });
  document.querySelector('#panel textarea, #panel input')?.focus();
}

function addSection() {
  const key = model.freshKey(store.doc.sections.map((each) => each.key), 's');
  store.change(undefined, () => store.doc.sections.push({ key, title: {}, items: [] }));
  select({ section: key });
}

function moveItem(key, by) {
  const { section, at, place, item } = model.locate(store.doc, key);
  const { sections } = store.doc;
  const to = place + by;
  if (to < 0 && at === 0) return;
  if (to >= section.items.length && at === sections.length - 1) return;
  store.change(undefined, () => {
    section.items.splice(place, 1);
    if (to < 0) sections[at - 1].items.push(item);
    else if (to > section.items.length) sections[at + 1].items.unshift(item);
    else section.items.splice(to, 0, item);
  });
  document.getElementById(`outline-${key}`)?.focus();
}

function moveSection(key, by) {
  const { sections } = store.doc;
  const at = sections.findIndex((each) => each.key === key);
  if (at + by < 0 || at + by >= sections.length) return;
  store.change(undefined, () => { const [one] = sections.splice(at, 1); sections.splice(at + by, 0, one); });
  document.getElementById(`outline-section-${key}`)?.focus();
}

function dropItem(key, section, place) {
  store.change(undefined, () => {
    const from = model.locate(store.doc, key);
    from.section.items.splice(from.place, 1);
    const to = from.section === section && from.place < place ? place - 1 : place;
    section.items.splice(to, 0, from.item);
  });
}

const moves = (key, deed) => (event) => {
  if (!event.altKey && !(event.target.matches('.outline-item, .outline-section') && event.shiftKey)) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const all = [...document.querySelectorAll('.outline-item, .outline-section, .outline-whole')];
      all[all.indexOf(event.currentTarget) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
    }
    if (event.key === 'Delete' && store.editable && event.currentTarget.matches('.outline-item')) context.remove(key);
    return;
  }
  if (!store.editable || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
  event.preventDefault();
  deed(key, event.key === 'ArrowDown' ? 1 : -1);
};

function outlineItem(item, section, place, number) {
  const at = store.doc.sections.indexOf(section);
  const wrong = context.faults(`/sections/${at}/items/${place}`).length > 0;
  const missing = model.untranslated(store.doc, store.doc.languages[0]).some((each) => each.owner === item.key);
  const element = h('button', {
    type: 'button', id: `outline-${item.key}`, class: `outline-item ${wrong ? 'wrong' : ''}`, draggable: store.editable, 'aria-current': selected.item === item.key ? 'true' : undefined,
    onclick: () => select({ item: item.key }), onkeydown: moves(item.key, moveItem),
    ondragstart: (event) => { dragged = item.key; event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', item.key); },
    ondragend: () => { dragged = undefined; },
  }, h('span', { class: 'outline-number' }, new Intl.NumberFormat(document.documentElement.lang).format(number)), icon(model.TYPE_ICONS[item.type ?? 'rating']),
  h('span', { class: 'grow clip', dir: 'auto' }, read(item.text) || h('em', { class: 'muted' }, t('noText'))),
  item.showIf && icon('filter'), (wrong || missing) && h('span', { class: 'dot', title: wrong ? t('hasFaults') : t('untranslated') }));
  const half = (event) => { const box = element.getBoundingClientRect(); return event.clientY > box.top + box.height / 2 ? 1 : 0; };
  element.addEventListener('dragover', (event) => { if (dragged && dragged !== item.key) { event.preventDefault(); element.dataset.lands = half(event) ? 'after' : 'before'; } });
  element.addEventListener('dragleave', () => delete element.dataset.lands);
  element.addEventListener('drop', (event) => { event.preventDefault(); delete element.dataset.lands; if (dragged && dragged !== item.key) dropItem(dragged, section, place + half(event)); });
  return h('li', {}, element);
}

const adder = (at) => h('details', { class: 'menu from-start' }, h('summary', { class: 'small' }, icon('add'), t('addItem')),
  h('div', { class: 'sheet' }, h('div', { class: 'group' }, model.TYPES.map((type) => h('button', { type: 'button', onclick: (event) => { event.target.closest('details').open = false; add(type, at); } }, icon(model.TYPE_ICONS[type]), t(`type.${type}`))))));

function outline() {
  let number = 0;
  const seconds = model.seconds(store.doc, spoken);
  return [
    h('button', { type: 'button', class: 'outline-whole', 'aria-current': !selected.item && !selected.section ? 'true' : undefined, onclick: () => select({}), onkeydown: moves('', () => {}) }, icon('file'), h('span', { class: 'grow clip', dir: 'auto' }, read(store.doc.title) || store.doc.key)),
    h('ul', { class: 'plain stack tight' }, store.doc.sections.map((section, at) => {
      const head = h('button', {
        type: 'button', id: `outline-section-${section.key}`, class: 'outline-section', 'aria-current': selected.section === section.key ? 'true' : undefined,
        onclick: () => select({ section: section.key }), onkeydown: moves(section.key, moveSection),
      }, icon('section'), h('span', { class: 'grow clip', dir: 'auto' }, read(section.title) || t('sectionNumber', at + 1)));
      head.addEventListener('dragover', (event) => { if (dragged) { event.preventDefault(); head.dataset.lands = 'after'; } });
      head.addEventListener('dragleave', () => delete head.dataset.lands);
      head.addEventListener('drop', (event) => { event.preventDefault(); delete head.dataset.lands; if (dragged) dropItem(dragged, section, 0); });
      return h('li', {}, head,
        h('ol', { class: 'plain' }, section.items.map((item, place) => outlineItem(item, section, place, ++number))),
        store.editable && adder(at));
    })),
    store.editable && h('button', { type: 'button', class: 'button small quiet', onclick: addSection }, icon('add'), t('addSection')),
    h('p', { class: 'small muted' }, t('time', Math.max(1, Math.round(seconds / 60)), number)),
    store.editable && h('p', { class: 'small muted' }, t('keysHint')),
  ];
}

// Translations

/** How far each language is. */
const translated = () => store.doc.languages.map((tag) => h('div', { class: 'stat card' }, h('span', { class: 'name' }, names[tag] ?? tag),
  h('span', { class: 'value' }, new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' }).format(Math.floor(model.progress(store.doc, tag) * 100) / 100)),
  h('span', { class: 'small muted' }, t('missing', model.untranslated(store.doc, tag).length))));

function translations() {
  const [first, ...others] = store.doc.languages;
  const columns = others.length ? others : [];
  return h('div', { class: 'stack' },
    h('div', { class: 'grid narrow', id: 'translated' }, translated()),
    columns.length === 0 && h('p', { class: 'muted' }, t('oneLanguage')),
    h('div', { class: 'table-wrap' }, h('table', { class: 'translation-table' },
      h('thead', {}, h('tr', {}, [first, ...columns].map((tag) => h('th', { scope: 'col' }, names[tag] ?? tag)))),
      h('tbody', {}, model.texts(store.doc).filter((place) => Object.values(place.text).some(Boolean) || ['title', 'text', 'option'].includes(place.kind)).map((place) => h('tr', {}, [first, ...columns].map((tag) => h('td', {},
        h('textarea', {
          rows: 1, id: `translate-${place.pointer}-${tag}`, lang: tag, dir: direction(tag), value: place.text[tag] ?? '', disabled: !store.editable, class: place.text[tag] ? '' : 'missing', 'aria-label': `${t(`kind.${place.kind}`)} ${place.owner} ${names[tag] ?? tag}`,
          oninput: (event) => store.change(`translate ${place.pointer} ${tag}`, (doc) => {
            const target = model.texts(doc).find((each) => each.pointer === place.pointer);
            const text = { ...target.text };
            if (event.target.value) text[tag] = event.target.value; else delete text[tag];
            target.holder[target.field] = text;
            event.target.classList.toggle('missing', !event.target.value);
          }),
          onblur: () => store.rest(),
        })))))))));
}

// Publishing

async function publish() {
  if (!(await store.save())) return;
  const told = await (await fetch(`${start.address}/publishing`, { headers: { Accept: 'application/json' } })).json();
  const blocked = told.obstacles.length > 0;
  const dialog = h('dialog', { class: 'broad', 'aria-labelledby': 'publish-title' },
    h('h2', { id: 'publish-title' }, blocked ? t('blocked', told.obstacles.length) : told.first ? t('publishFirst') : t('publishNext')),
    h('p', { class: 'muted' }, blocked ? t('blockedLead') : told.first ? t('publishFirstLead') : told.changes.length ? t('publishNextLead') : t('nothingChanged')),
    blocked && h('ul', { class: 'plain stack tight' }, told.obstacles.map((fault) => h('li', {}, h('button', { type: 'button', class: 'jump', onclick: () => { dialog.close(); faults = told.obstacles; jump(fault.pointer); } }, icon('warning'), h('span', {}, place(fault.pointer), ': ', fault.message))))),
    !blocked && h('ul', { class: 'changes plain stack tight' }, told.changes.map((line) => h('li', {}, h('span', { class: 'stack tight' }, h('span', { dir: 'auto' }, line.what, ' ', !line.comparable && h('span', { class: 'badge warn' }, t('incomparable'))), line.before && h('del', { class: 'small', dir: 'auto' }, line.before), line.after && h('ins', { class: 'small', dir: 'auto' }, line.after))))),
    h('div', { class: 'doings' }, h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')),
      !blocked && (told.first || told.changes.length > 0) && h('button', { type: 'button', class: 'button primary', onclick: async (event) => {
        event.target.disabled = true;
        const answer = await fetch(`${start.address}/publishing`, { method: 'POST', headers: { Accept: 'application/json' } });
        const done = await answer.json();
        if (answer.ok) window.location.assign(done.address); else { dialog.close(); say('failed', done.message); }
      } }, icon('publish'), t('publish'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

/** What stands at a pointer, in words. */
function place(pointer) {
  const [, at, n] = /^\/sections\/(\d+)(?:\/items\/(\d+))?/.exec(pointer) ?? [];
  if (at === undefined) return t('whole');
  const section = store.doc.sections[Number(at)];
  if (n === undefined) return read(section.title) || t('sectionNumber', Number(at) + 1);
  const item = section.items[Number(n)];
  return read(item.text).slice(0, 60) || item.key;
}

function jump(pointer) {
  const [, at, n] = /^\/sections\/(\d+)(?:\/items\/(\d+))?/.exec(pointer) ?? [];
  view = 'edit';
  if (at === undefined) select({});
  else if (n === undefined) select({ section: store.doc.sections[Number(at)].key });
  else select({ item: store.doc.sections[Number(at)].items[Number(n)].key });
  document.getElementById(`${pointer}-${store.doc.languages[0]}`)?.focus();
}

// The whole

const structure = h('nav', { class: 'outline', 'aria-label': t('structure') });
const panel = h('section', { class: 'card panel', id: 'panel', 'aria-label': t('properties') });
const phonePlace = h('aside', { class: 'preview', 'aria-label': t('preview') });
const tabs = h('div', { class: 'tabs', role: 'tablist' });
const editor = document.getElementById('editor');
const body = h('div', { class: 'editor-body' }, structure, panel, phonePlace);
const translating = h('div', {});

function draw() {
  if (selected.item && !model.locate(store.doc, selected.item)) selected = {};
  if (selected.section && !store.doc.sections.some((each) => each.key === selected.section)) selected = {};
  fill(tabs, ['structure', 'edit', 'preview', 'translate'].map((each) => h('button', { type: 'button', role: 'tab', id: `tab-${each}`, class: `tab-${each}`, 'aria-selected': String(view === each), onclick: () => { view = each; draw(); } }, t(`tab.${each}`))));
  editor.dataset.view = view;
  body.hidden = view === 'translate';
  translating.hidden = view !== 'translate';
  if (view === 'translate') fill(translating, translations());
  else {
    fill(structure, outline());
    fill(panel, selected.item ? itemPanel(selected.item) : selected.section ? sectionPanel(store.doc.sections.findIndex((each) => each.key === selected.section)) : whole());
  }
}

document.getElementById('tools').replaceChildren(h('div', { class: 'row' }, store.editable && savingBar(store),
  published && h('a', { class: 'button quiet small', href: `${start.address}/versions` }, icon('history'), t('version', published)),
  start.publishable && h('button', { type: 'button', class: 'button small', onclick: publish }, icon('publish'), t('publish'))));
editor.replaceChildren(tabs, body, translating);
editor.removeAttribute('aria-busy');
const phone = preview(phonePlace, { url: `${start.address}/preview`, t, names, language: spoken, document: () => store.doc });
if (store.doc.sections[0]?.items.length) selected = { item: store.doc.sections[0].items[0].key };
draw();
store.addEventListener('change', (event) => {
  phone.soon();
  if (event.detail !== 'typed') draw();
  else if (view === 'translate') document.getElementById('translated').replaceChildren(...translated());
  else fill(structure, outline());
});
store.addEventListener('faults', (event) => { faults = event.detail; draw(); if (faults.length) jump(faults[0].pointer); });
store.restore();

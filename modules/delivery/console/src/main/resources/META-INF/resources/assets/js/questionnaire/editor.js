// The editor of a draft: the structure, the properties of what is selected, and the page as a phone shows it.

import { h, icon, fill, given, words } from '../dom.js';
import { Store, savingBar } from '../store.js';
import { say } from '../console.js';
import * as model from './model.js';
import { mergeQuestionnaires } from './merge.js';
import { outline } from './outline.js';
import { deeds } from './deeds.js';
import { panels } from './panels.js';
import { translations } from './translations.js';
import { checks } from './checks.js';
import { publishing } from './publishing.js';
import { bank } from './bank.js';
import { clipboard } from './clipboard.js';
import { presence } from './presence.js';
import { preview } from './preview.js';

const start = given('start');
const t = words(given('texts'));
const names = given('language-names');
const read = (text) => model.shown(text, document.documentElement.lang, store.doc.languages[0]);
const store = new Store({
  ...start,
  texts: given('editing'),
  saves: true,
  join: mergeQuestionnaires,
  place: conflictPlace,
  brief: (value) => (value?.text ? read(value.text) || value.key : undefined),
  normal: (doc) => { doc.sections ??= []; doc.sections.forEach((section) => { section.items ??= []; }); },
});
let view = 'edit';
let review = { faults: [], obstacles: [], advice: [], open: [], musts: [] };
let blocked = [];
const spoken = store.doc.languages.find((tag) => tag === document.documentElement.lang) ?? store.doc.languages[0];

/** What was seen at a place or below it, wherever the place has been moved to since. */
function below(list, pointer) {
  const { owner, rest } = model.owned(store.doc, pointer);
  return list.filter((seen) => seen.owner === owner && (seen.rest === rest || seen.rest.startsWith(`${rest}/`)));
}
const owned = (list) => list.map((seen) => ({ ...seen, ...model.owned(store.doc, seen.pointer) }));

const context = {
  store, t, names, start, read, select, edit,
  url: `${start.address}/review`,
  selection: { items: [] },
  faults: (pointer) => below([...review.faults, ...blocked], pointer),
  advice: (pointer) => below(review.open, pointer).filter((seen) => seen.kind !== 'untranslated'),
  marks(key) {
    const here = (list) => list.some((seen) => seen.owner === key);
    return { wrong: here(review.musts), worth: here(review.open) };
  },
  others: (key) => present?.at(key) ?? [],
  estimate: (n) => { const minutes = check?.minutes(spoken); return minutes === undefined ? t('count', n) : t('time', minutes, n); },
  chosenByPointer() { if (view === 'structure') { view = 'edit'; draw(); } },
  focusOutline: () => tree.focus(),
  place, jump,
  openBank: () => items.openBank(),
  openList: () => items.openList(),
  toClipboard: () => clips.copy(),
};
context.deeds = deeds(context);

// Choosing

function select({ section, items: keys = [] }) {
  context.selection = { section, items: keys };
  draw();
  const key = keys.at(-1);
  const at = key ? model.locate(store.doc, key)?.at : store.doc.sections.findIndex((each) => each.key === section);
  if (at >= 0) phone.show(at);
  phone.look(key);
  present?.moved();
}

/** To the first field of what is selected. */
function edit() {
  if (view !== 'edit') { view = 'edit'; draw(); }
  (panel.querySelector('textarea, input') ?? panel.querySelector('select, button'))?.focus();
}

/** What stands at a pointer, in words. */
function place(pointer) {
  const found = model.at(store.doc, pointer);
  if (!found) return t('whole');
  if (found.items) return read(found.title) || t('sectionNumber', store.doc.sections.indexOf(found) + 1);
  return read(found.text).slice(0, 80) || `${t('itemNumber', model.items(store.doc).indexOf(found) + 1)} (${found.key})`;
}

/** What stands at a path of a merge, in words: /items/{key}/text/fa. */
function conflictPlace(path) {
  const [, kind, key, field, tag] = path.split('/');
  const item = kind === 'items' && model.items(store.doc).find((each) => each.key === key);
  const section = kind === 'sections' && store.doc.sections.find((each) => each.key === key);
  const owner = item ? read(item.text) || key : section ? read(section.title) || key : kind === 'items' ? key : t('whole');
  const part = { text: 'kind.text', help: 'kind.help', title: 'kind.title', introduction: 'kind.introduction', thanks: 'kind.thanks', facets: 'facets', scale: 'scale', category: 'category', options: 'options', showIf: 'showIf', required: 'required', type: 'type', languages: 'languages' }[item || section ? field : kind];
  const language = names[item || section ? tag : key];
  return [owner, part && t(part), language].filter(Boolean).join(' · ');
}

function jump({ kind, language, ...seen }) {
  const pointer = seen.owner === undefined ? seen.pointer : model.pointer(store.doc, seen);
  if (kind === 'untranslated') { view = 'translate'; draw(); translating.missing(language); return; }
  const found = model.at(store.doc, pointer);
  view = 'edit';
  select(!found ? {} : found.items ? { section: found.key } : { items: [found.key] });
  const tag = language || store.doc.languages[0];
  const field = document.getElementById(`${pointer}-${tag}`) ?? document.getElementById(pointer);
  const more = field?.closest('details');
  if (more) more.open = true;
  (field ?? panel.querySelector('textarea, input')).focus();
}

// The whole

const structure = h('nav', { class: 'outline', 'aria-label': t('structure') });
const panel = h('section', { class: 'card panel', id: 'panel', 'aria-label': t('properties') });
const phonePlace = h('aside', { class: 'preview', 'aria-label': t('preview') });
const tabs = h('div', { class: 'tabs', role: 'tablist', 'aria-label': t('views') });
const body = h('div', { class: 'editor-body' }, structure, panel, phonePlace);
const translatingPlace = h('div', {});
const checkingPlace = h('div', {});
const people = h('span', { role: 'status' });
const editor = document.getElementById('editor');
const VIEWS = ['structure', 'edit', 'preview', 'translate', 'check'];

const phone = preview(phonePlace, { url: `${start.address}/preview`, t, names, language: spoken, document: () => store.doc, chosen: (key) => { view = 'edit'; select({ items: [key] }); edit(); } });
const tree = outline(structure, context);
const { whole, section: sectionPanel, item: itemPanel, several } = panels(context);
const translating = translations(translatingPlace, context, (tag) => phone.speak(tag));
const check = checks(checkingPlace, context, (told) => {
  review = told;
  if (blocked.length) blocked = told.obstacles;
  drawTabs();
  tree.draw();
  // Where somebody is writing, only what must be said is put in.
  if (!panel.contains(document.activeElement) || told.faults.length > 0 || panel.querySelector('.error, .advice')) drawPanel();
});
const publish = publishing(context, { blocked: (found) => { blocked = owned(found); draw(); }, worth: () => review.open.length, look: () => { view = 'check'; draw(); } });
const items = bank(context, (made) => { context.deeds.insert(made); tree.focus(); });
const clips = clipboard(context, (made) => { context.deeds.insert(made); tree.focus(); }, items.fromTexts);

function drawTabs() {
  const count = review.musts.length + review.open.length;
  fill(tabs, VIEWS.map((each) => h('button', {
    type: 'button', role: 'tab', id: `tab-${each}`, class: `tab-${each}`, 'aria-selected': String(view === each), tabindex: view === each ? 0 : -1, onclick: () => { view = each; draw(); },
  }, t(`tab.${each}`), each === 'check' && count > 0 && h('span', { class: `badge ${review.musts.length ? 'bad' : 'warn'}` }, new Intl.NumberFormat(document.documentElement.lang).format(count)))));
}

function drawPanel() {
  const chosen = context.deeds.chosen();
  const { section } = context.selection;
  fill(panel, chosen.length > 1 ? several(chosen) : chosen.length === 1 ? itemPanel(chosen[0].key)
    : section ? sectionPanel(store.doc.sections.findIndex((each) => each.key === section)) : whole());
}

function draw() {
  const known = model.keys(store.doc);
  context.selection.items = context.selection.items.filter((key) => known.includes(key));
  if (!store.doc.sections.some((each) => each.key === context.selection.section)) delete context.selection.section;
  drawTabs();
  editor.dataset.view = view;
  body.hidden = view === 'translate' || view === 'check';
  translatingPlace.hidden = view !== 'translate';
  checkingPlace.hidden = view !== 'check';
  if (view === 'translate') translating.draw();
  else if (view === 'check') check.draw();
  else {
    tree.draw();
    drawPanel();
  }
}

tabs.addEventListener('keydown', (event) => {
  const shown = [...tabs.children].filter((each) => each.offsetParent);
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] * (document.documentElement.dir === 'rtl' ? -1 : 1);
  const to = shown[shown.indexOf(document.activeElement) + step];
  if (!to) return;
  event.preventDefault();
  to.click();
  document.getElementById(to.id).focus();
});
panel.addEventListener('keydown', (event) => {
  if (store.editable && (event.ctrlKey || event.metaKey) && event.key === 'Enter') { event.preventDefault(); context.deeds.addLike(); }
  if (event.key === 'Escape') { event.preventDefault(); tree.focus(); }
});

document.getElementById('tools').replaceChildren(h('div', { class: 'row' }, people, store.editable && savingBar(store),
  start.publishedVersion && h('a', { class: 'button quiet small', href: `${start.address}/versions` }, icon('history'), t('version', start.publishedVersion)),
  start.publishable && h('button', { type: 'button', class: 'button small', id: 'publish', onclick: publish }, icon('publish'), t('publish'))));
editor.replaceChildren(tabs, body, translatingPlace, checkingPlace);
editor.removeAttribute('aria-busy');
const [first] = model.items(store.doc);
if (first) context.selection.items = [first.key];
else if (store.doc.sections[0]) context.selection.section = store.doc.sections[0].key;
let present;
draw();
check.ask();
store.addEventListener('change', (event) => {
  phone.soon(event.detail !== 'typed');
  check.soon();
  if (event.detail !== 'typed') draw();
  else if (view === 'translate') translating.progress();
  else tree.draw();
});
store.addEventListener('faults', (event) => {
  const found = owned(event.detail);
  review = { ...review, faults: found, musts: [...found, ...review.obstacles] };
  if (event.quiet) { drawTabs(); tree.draw(); return; }
  draw();
  if (found.length) jump(found[0]);
});
if (start.editable) present = presence(people, `${start.address}/presence`, context, () => { if (!body.hidden) tree.draw(); }, (who) => say('done', who.length === 1 ? t('tookIn', who[0]) : t('tookInSome')));
store.restore();

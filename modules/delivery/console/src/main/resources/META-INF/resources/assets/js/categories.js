// The tree of categories: names in all languages side by side, points shown as shares, moved by drag or by keys.

import { h, icon, fill, given, words, direction, numeral, numberIn } from './dom.js';
import { Store, savingBar } from './store.js';
import { draggable } from './drag.js';
import { weightBar } from './weights.js';

const start = given('start');
const t = words(given('texts'));
const names = given('language-names');
const page = document.getElementById('categories');
const store = new Store({ ...start, texts: given('editing') });
const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent', maximumFractionDigits: 1 });
const live = h('p', { class: 'hidden-visually', role: 'status' });
let faults = [];

const top = () => store.doc.categories;

/** The list that holds the category, its place in it, and the category above. */
function find(key, list = top(), above = undefined) {
  for (const [at, each] of list.entries()) {
    if (each.key === key) return { list, at, above };
    const below = find(key, each.children, each);
    if (below) return below;
  }
  return undefined;
}
const label = (category) => [document.documentElement.lang, ...start.languages].map((tag) => category.name[tag]).find(Boolean) ?? category.key;
const keys = (list) => list.flatMap((each) => [each.key, ...keys(each.children)]);

function freshKey(wish) {
  const taken = new Set(keys(top()));
  const stem = wish.toLowerCase().normalize('NFKD').replace(/[^a-z0-9]+/g, '-').replace(/^[^a-z]+|-+$/g, '').slice(0, 34) || 'category';
  if (!taken.has(stem)) return stem;
  for (let n = 2; ; n += 1) if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
}

function add(list, at) {
  const key = freshKey('category');
  store.change(undefined, () => list.splice(at, 0, { key, name: {}, weight: 0, children: [] }));
  document.getElementById(`name-${key}-${start.languages[0]}`)?.focus();
}

function remove(key) {
  store.change(undefined, () => { const { list, at } = find(key); list.splice(at, 1); });
}

/** Moves by one step: up, down, in (below the one before), out (beside the one above). */
function move(key, way) {
  const { list, at, above } = find(key);
  const one = list[at];
  const can = { up: at > 0, down: at < list.length - 1, in: at > 0, out: above !== undefined }[way];
  if (!can) return;
  store.change(undefined, () => {
    list.splice(at, 1);
    if (way === 'up') list.splice(at - 1, 0, one);
    if (way === 'down') list.splice(at + 1, 0, one);
    if (way === 'in') list[at - 1].children.push(one);
    if (way === 'out') { const over = find(above.key); over.list.splice(over.at + 1, 0, one); }
  });
  live.textContent = t('moved', label(one), find(key).at + 1);
  document.getElementById(`grip-${key}`)?.focus();
}

function drop(key, onto, where) {
  if (key === onto || keys(find(key).list[find(key).at].children).includes(onto)) return;
  store.change(undefined, () => {
    const from = find(key);
    const [one] = from.list.splice(from.at, 1);
    const to = find(onto);
    if (where === 'in') to.list[to.at].children.push(one);
    else to.list.splice(to.at + (where === 'after' ? 1 : 0), 0, one);
  });
}

function keysOfGrip(event, key) {
  const rtl = document.documentElement.dir === 'rtl';
  const way = { ArrowUp: 'up', ArrowDown: 'down', [rtl ? 'ArrowLeft' : 'ArrowRight']: 'in', [rtl ? 'ArrowRight' : 'ArrowLeft']: 'out' }[event.key];
  if (!way) return;
  event.preventDefault();
  move(key, way);
}

function row(category, siblings, pointer) {
  const total = siblings.reduce((sum, each) => sum + Number(each.weight), 0);
  const share = total > 0 ? category.weight / total : 1 / siblings.length;
  const { key } = category;
  const wrong = faults.filter((fault) => fault.pointer.startsWith(`${pointer}/`) && !fault.pointer.startsWith(`${pointer}/children`));
  const fields = start.languages.map((tag) => h('label', { class: 'side-by-side' },
    h('span', { class: 'caption' }, names[tag] ?? tag),
    h('input', {
      id: `name-${key}-${tag}`, lang: tag, dir: direction(tag), value: category.name[tag] ?? '', maxlength: 200, disabled: !start.editable,
      oninput: (event) => store.change(`name ${key} ${tag}`, () => {
        const { list, at } = find(key);
        if (event.target.value) list[at].name[tag] = event.target.value; else delete list[at].name[tag];
      }),
      onblur: () => store.rest(),
    })));
  return h('div', { 'data-key': key, class: `category-row ${wrong.length ? 'wrong' : ''}` },
    start.editable && h('button', {
      type: 'button', class: 'grip', id: `grip-${key}`, 'aria-label': t('grip', label(category)), title: t('gripHint'),
      onkeydown: (event) => keysOfGrip(event, key),
    }, icon('drag')),
    h('div', { class: 'category-names' }, fields),
    h('div', { class: 'category-weight' },
      h('label', {}, h('span', { class: 'caption' }, t('points')),
        h('input', {
          id: `weight-${key}`, inputmode: 'decimal', maxlength: 12, autocomplete: 'off', value: numeral(category.weight), disabled: !start.editable,
          oninput: (event) => store.change(`weight ${key}`, () => { const { list, at } = find(key); list[at].weight = Math.min(1000000, Math.max(0, numberIn(event.target.value) ?? 0)); }),
          onblur: () => store.rest(),
        })),
      h('div', { class: 'share' }, h('span', { class: 'number', id: `share-${key}` }, percent.format(share)),
        h('progress', { class: 'bar', max: 1, value: share, id: `bar-${key}`, 'aria-label': t('shareOf', label(category)) }))),
    start.editable && h('div', { class: 'category-doings' },
      ['up', 'down'].map((way) => h('button', { type: 'button', class: 'button quiet only-icon small narrow-only', 'aria-label': t(`${way}Of`, label(category)), onclick: () => move(key, way) }, icon(way))),
      h('button', { type: 'button', class: 'button quiet only-icon small', title: t('addBelow'), 'aria-label': t('addBelowOf', label(category)), onclick: () => add(find(key).list[find(key).at].children, category.children.length) }, icon('indent', true)),
      h('button', { type: 'button', class: 'button quiet only-icon small', title: t('remove'), 'aria-label': t('removeOf', label(category)), onclick: () => askToRemove(category) }, icon('remove'))),
    usesOf(category),
    wrong.length > 0 && h('ul', { class: 'faults plain' }, wrong.map((fault) => h('li', { class: 'error' }, fault.message))));
}

/** Where the category is measured, with the way there. */
function usesOf({ key }) {
  const uses = start.uses.filter((use) => use.category === key);
  if (uses.length === 0) return h('p', { class: 'category-uses small muted' }, t('unused'));
  const count = uses.reduce((sum, use) => sum + Math.max(use.drafted, use.published), 0);
  return h('details', { class: 'category-uses small' }, h('summary', {}, t('uses', count, uses.length)),
    h('ul', { class: 'plain' }, uses.map((use) => h('li', {}, use.address ? h('a', { href: use.address, dir: 'auto' }, use.title) : h('span', { dir: 'auto' }, use.title), ' ', h('span', { class: 'muted' }, t('itemsThere', Math.max(use.drafted, use.published)), use.drafted === 0 ? ` · ${t('publishedOnly')}` : '')))));
}

function askToRemove(category) {
  const dialog = h('dialog', { 'aria-labelledby': 'remove-title' },
    h('h2', { id: 'remove-title' }, t('removeTitle', label(category))),
    h('p', { class: 'muted' }, category.children.length ? t('removeAll', keys(category.children).length) : t('removeOne')),
    start.uses.some((use) => use.category === category.key) && h('div', { class: 'callout warn' }, icon('warning'), h('p', {}, t('removeUsed', start.uses.filter((use) => use.category === category.key).reduce((sum, use) => sum + Math.max(use.drafted, use.published), 0)))),
    h('div', { class: 'doings' },
      h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')),
      h('button', { type: 'button', class: 'button danger primary', onclick: () => { dialog.close(); remove(category.key); } }, t('remove'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

let bars = [];
/** The points of siblings as one bar; redrawn, not replaced, while somebody drags it or types a number. */
function weights(list, name) {
  const bar = weightBar(list.map((each) => ({ get weight() { return current(each.key)?.weight ?? 0; }, key: each.key, get name() { return current(each.key)?.name ?? {}; } })), name, {
    t, percent, label, editable: start.editable,
    change: (siblings, points) => store.change(`weights ${siblings[0].key}`, () => siblings.forEach(({ key }, at) => { const { list: own, at: place } = find(key); own[place].weight = points[at]; })),
    rest: () => store.rest(),
  });
  bars.push(bar);
  return bar;
}
const current = (key) => { const found = find(key); return found?.list[found.at]; };

const branch = (list, pointer, level, above) => h('ul', { class: 'category-list plain', 'data-level': level },
  list.length > 1 && h('li', {}, weights(list, above ? t('weightsBelow', label(above)) : t('weights'))),
  list.map((category, at) => h('li', {}, row(category, list, `${pointer}/${at}`),
    category.children.length > 0 && branch(category.children, `${pointer}/${at}/children`, level + 1, category))));

const tools = start.editable && h('div', { class: 'row apart editor-tools' },
  h('div', { class: 'row' },
    h('button', { type: 'button', class: 'button', onclick: () => add(top(), top().length) }, icon('add'), t('add')),
    h('button', { type: 'button', class: 'button quiet', onclick: takeFive }, icon('sparkle'), t('servqual'))),
  savingBar(store));

/** Adds those of SERVQUAL's five that are not there. */
function takeFive() {
  const there = new Set(keys(top()));
  const missing = start.servqual.categories.filter((each) => !there.has(each.key));
  if (missing.length > 0) store.change(undefined, () => top().push(...structuredClone(missing)));
}

const tree = h('div', { class: 'stack' });
function draw() {
  bars = [];
  fill(tree, top().length ? branch(top(), '/categories', 1) : h('div', { class: 'empty' }, icon('categories'), h('h2', {}, t('empty')), h('p', {}, t('emptyLead'))));
}
function shares(list) {
  const total = list.reduce((sum, each) => sum + Number(each.weight), 0);
  for (const each of list) {
    const share = total > 0 ? each.weight / total : 1 / list.length;
    document.getElementById(`share-${each.key}`).textContent = percent.format(share);
    const field = document.getElementById(`weight-${each.key}`);
    if (field !== document.activeElement) field.value = numeral(each.weight);
    document.getElementById(`bar-${each.key}`).value = share;
    shares(each.children);
  }
}

page.replaceChildren(...[tools, live, tree, start.editable && h('p', { class: 'small muted' }, t('hint'))].filter(Boolean));
page.removeAttribute('aria-busy');
if (start.editable) {
  draggable(tree, {
    rows: '.category-row',
    grip: '.grip',
    begin: (element) => ({ key: element.dataset.key, label: label(current(element.dataset.key)) }),
    // The upper and lower third beside, the middle below.
    land: ({ key }, element, part) => (key === element.dataset.key || keys(current(key).children).includes(element.dataset.key) ? undefined : part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'in'),
    drop: ({ key }, element, where) => { drop(key, element.dataset.key, where); document.getElementById(`grip-${key}`)?.focus(); },
  });
}
store.addEventListener('change', (event) => {
  if (event.detail !== 'typed') { draw(); return; }
  shares(top());
  bars.forEach((bar) => bar.redraw());
});
store.addEventListener('faults', (event) => { faults = event.detail; draw(); });
draw();
store.restore();

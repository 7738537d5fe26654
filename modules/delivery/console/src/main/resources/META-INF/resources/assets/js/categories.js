// The tree of categories: names in all languages side by side, points shown as shares, moved by drag or by keys.

import { h, icon, fill, given, words, direction } from './dom.js';
import { Store, savingBar } from './store.js';

const start = given('start');
const t = words(given('texts'));
const names = given('language-names');
const page = document.getElementById('categories');
const store = new Store({ ...start, texts: given('editing') });
const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent', maximumFractionDigits: 1 });
const live = h('p', { class: 'hidden-visually', role: 'status' });
let faults = [];
let dragged;

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

/** Where a drop would land: the upper and lower quarter beside, the middle below. */
function landing(event, row) {
  const box = row.getBoundingClientRect();
  const part = (event.clientY - box.top) / box.height;
  return part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'in';
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
  const element = h('div', { class: `category-row ${wrong.length ? 'wrong' : ''}` },
    start.editable && h('button', {
      type: 'button', class: 'grip', id: `grip-${key}`, draggable: true, 'aria-label': t('grip', label(category)), title: t('gripHint'),
      onkeydown: (event) => keysOfGrip(event, key),
      ondragstart: (event) => { dragged = key; event.dataTransfer.effectAllowed = 'move'; event.dataTransfer.setData('text/plain', key); element.classList.add('dragged'); },
      ondragend: () => { dragged = undefined; element.classList.remove('dragged'); },
    }, icon('drag')),
    h('div', { class: 'category-names' }, fields),
    h('div', { class: 'category-weight' },
      h('label', {}, h('span', { class: 'caption' }, t('points')),
        h('input', {
          id: `weight-${key}`, type: 'number', min: 0, max: 1000000, step: 'any', value: category.weight, disabled: !start.editable,
          oninput: (event) => store.change(`weight ${key}`, () => { const { list, at } = find(key); list[at].weight = Math.max(0, Number(event.target.value) || 0); }),
          onblur: () => store.rest(),
        })),
      h('div', { class: 'share' }, h('span', { class: 'number', id: `share-${key}` }, percent.format(share)),
        h('progress', { class: 'bar', max: 1, value: share, id: `bar-${key}`, 'aria-label': t('shareOf', label(category)) }))),
    start.editable && h('div', { class: 'category-doings' },
      ['up', 'down'].map((way) => h('button', { type: 'button', class: 'button quiet only-icon small narrow-only', 'aria-label': t(`${way}Of`, label(category)), onclick: () => move(key, way) }, icon(way))),
      h('button', { type: 'button', class: 'button quiet only-icon small', title: t('addBelow'), 'aria-label': t('addBelowOf', label(category)), onclick: () => add(find(key).list[find(key).at].children, category.children.length) }, icon('indent', true)),
      h('button', { type: 'button', class: 'button quiet only-icon small', title: t('remove'), 'aria-label': t('removeOf', label(category)), onclick: () => askToRemove(category) }, icon('remove'))),
    wrong.length > 0 && h('ul', { class: 'faults plain' }, wrong.map((fault) => h('li', { class: 'error' }, fault.message))));
  element.addEventListener('dragover', (event) => {
    if (!dragged || dragged === key) return;
    event.preventDefault();
    element.dataset.lands = landing(event, element);
  });
  element.addEventListener('dragleave', () => delete element.dataset.lands);
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    const where = landing(event, element);
    delete element.dataset.lands;
    if (dragged) drop(dragged, key, where);
  });
  return element;
}

function askToRemove(category) {
  const dialog = h('dialog', { 'aria-labelledby': 'remove-title' },
    h('h2', { id: 'remove-title' }, t('removeTitle', label(category))),
    h('p', { class: 'muted' }, category.children.length ? t('removeAll', keys(category.children).length) : t('removeOne')),
    h('div', { class: 'doings' },
      h('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, t('cancel')),
      h('button', { type: 'button', class: 'button danger primary', onclick: () => { dialog.close(); remove(category.key); } }, t('remove'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

const branch = (list, pointer, level) => h('ul', { class: 'category-list plain', 'data-level': level },
  list.map((category, at) => h('li', {}, row(category, list, `${pointer}/${at}`),
    category.children.length > 0 && branch(category.children, `${pointer}/${at}/children`, level + 1))));

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
  fill(tree, top().length ? branch(top(), '/categories', 1) : h('div', { class: 'empty' }, icon('categories'), h('h2', {}, t('empty')), h('p', {}, t('emptyLead'))));
}
function shares(list) {
  const total = list.reduce((sum, each) => sum + Number(each.weight), 0);
  for (const each of list) {
    const share = total > 0 ? each.weight / total : 1 / list.length;
    document.getElementById(`share-${each.key}`).textContent = percent.format(share);
    document.getElementById(`bar-${each.key}`).value = share;
    shares(each.children);
  }
}

page.replaceChildren(...[tools, live, tree, start.editable && h('p', { class: 'small muted' }, t('hint'))].filter(Boolean));
page.removeAttribute('aria-busy');
store.addEventListener('change', (event) => { if (event.detail === 'typed') shares(top()); else draw(); });
store.addEventListener('faults', (event) => { faults = event.detail; draw(); });
draw();
store.restore();

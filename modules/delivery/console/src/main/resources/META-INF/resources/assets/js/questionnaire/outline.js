// The structure of a questionnaire as a tree: one thing or several are selected, moved, copied and deleted, by keys, by
// mouse and by finger.

import { h, icon, fill, letter } from '../dom.js';
import { draggable } from '../drag.js';
import * as model from './model.js';

/**
 * context: {store, t, read(text), selection, select(what), edit(), deeds, marks(key), others(key)}; selection is
 * {section, items: [keys in the order chosen]}, the last of the items being where the focus is.
 */
export function outline(place, context) {
  const { store, t, read, deeds } = context;
  const number = new Intl.NumberFormat(document.documentElement.lang);
  const rtl = document.documentElement.dir === 'rtl';
  const tree = h('div', { role: 'tree', 'aria-label': t('structure'), 'aria-multiselectable': 'true', class: 'tree' });
  const foot = h('div', { class: 'stack tight' });
  let anchor;
  let ticking = false;

  const rows = () => [...tree.querySelectorAll('[role="treeitem"]')];
  const focusLead = () => tree.querySelector('[tabindex="0"]')?.focus();
  const chosen = (key) => context.selection.items.includes(key);
  const lead = () => context.selection.items.at(-1) ?? (context.selection.section ? `section ${context.selection.section}` : '');

  function row(kind, key, level, ...content) {
    const id = kind === 'item' ? `outline-${key}` : kind === 'section' ? `outline-section-${key}` : 'outline-whole';
    const current = kind === 'item' ? chosen(key) : kind === 'section' ? context.selection.section === key && context.selection.items.length === 0 : lead() === '';
    const leads = kind === 'item' ? lead() === key : kind === 'section' ? lead() === `section ${key}` : lead() === '';
    return h('div', {
      role: 'treeitem', id, class: `outline-${kind}`, 'aria-level': level, 'aria-selected': String(current), 'aria-current': leads ? 'true' : undefined,
      tabindex: leads ? 0 : -1, 'data-kind': kind, 'data-key': key,
    }, ...content);
  }

  function itemRow(item, n) {
    const { wrong, worth } = context.marks(item.key);
    const others = context.others(item.key);
    return row('item', item.key, 3,
      ticking ? h('span', { class: 'tick-box', 'aria-hidden': 'true' }, chosen(item.key) && icon('check')) : store.editable && h('span', { class: 'grip', title: t('grip') }, icon('drag')),
      h('span', { class: 'outline-number' }, number.format(n)), icon(model.TYPE_ICONS[item.type ?? 'rating']),
      h('span', { class: 'grow clip', dir: 'auto' }, read(item.text) || h('em', { class: 'muted' }, t('noText'))),
      item.showIf && h('span', { title: t('showIf') }, icon('filter')),
      others.map((name) => h('span', { class: 'presence', title: t('isHere', name) }, [...name][0] ?? '?', h('span', { class: 'hidden-visually' }, t('isHere', name)))),
      (wrong || worth) && h('span', { class: `dot ${wrong ? '' : 'soft'}`, title: t(wrong ? 'hasFaults' : 'hasAdvice') }, h('span', { class: 'hidden-visually' }, t(wrong ? 'hasFaults' : 'hasAdvice'))));
  }

  function draw() {
    let n = 0;
    fill(tree,
      row('whole', '', 1, icon('file'), h('span', { class: 'grow clip', dir: 'auto' }, read(store.doc.title) || store.doc.key)),
      store.doc.sections.map((section, at) => [
        row('section', section.key, 2, store.editable && h('span', { class: 'grip', title: t('grip') }, icon('drag')), icon('section'),
          h('span', { class: 'grow clip', dir: 'auto' }, read(section.title) || t('sectionNumber', at + 1))),
        section.items.map((item) => itemRow(item, ++n)),
      ]));
    fill(foot, tools(n));
  }

  function tools(n) {
    const several = context.selection.items.length > 1;
    return [
      store.editable && h('div', { class: 'row outline-tools' },
        h('details', { class: 'menu from-start', id: 'adder' }, h('summary', { class: 'small', id: 'add-item' }, icon('add'), t('addItem')),
          h('div', { class: 'sheet' }, h('div', { class: 'group' }, model.TYPES.map((type) => h('button', { type: 'button', 'data-type': type, onclick: () => { document.getElementById('adder').open = false; deeds.add(type); } }, icon(model.TYPE_ICONS[type]), t(`type.${type}`)))),
            h('div', { class: 'group' },
              h('button', { type: 'button', id: 'open-bank', onclick: () => { document.getElementById('adder').open = false; deeds.bank(); } }, icon('questionnaires'), t('bank')),
              h('button', { type: 'button', id: 'open-list', onclick: () => { document.getElementById('adder').open = false; deeds.list(); } }, icon('table'), t('list'))))),
        h('button', { type: 'button', class: 'button small quiet', id: 'add-section', onclick: deeds.addSection }, icon('add'), t('addSection')),
        h('button', { type: 'button', class: 'button small quiet', id: 'tick-several', 'aria-pressed': String(ticking), onclick: () => { ticking = !ticking; draw(); } }, icon('check'), t('several'))),
      several && h('p', { class: 'small', role: 'status' }, t('chosen', context.selection.items.length)),
      h('p', { class: 'small muted', id: 'estimate' }, context.estimate(n)),
      store.editable && h('details', { class: 'more small', id: 'outline-keys' }, h('summary', {}, t('keys')), h('dl', { class: 'facts' },
        ['move', 'extend', 'shift', 'edit', 'add', 'copy', 'remove', 'undo'].flatMap((name) => [h('dt', {}, h('kbd', { dir: 'ltr' }, t(`keys.${name}`))), h('dd', { class: 'small' }, t(`keys.${name}.does`))]))),
    ];
  }

  // Choosing

  const everyItem = () => model.keys(store.doc);
  function between(from, to) {
    const all = everyItem();
    const [low, high] = [all.indexOf(from), all.indexOf(to)].sort((a, b) => a - b);
    const range = all.slice(Math.max(low, 0), high + 1);
    return all.indexOf(from) <= all.indexOf(to) ? range : range.reverse();
  }
  function toggle(key) {
    const { items } = context.selection;
    context.select({ items: items.includes(key) && items.length > 1 ? items.filter((each) => each !== key) : [...items.filter((each) => each !== key), key] });
    anchor = key;
  }
  function choose(element, { extend = false, toggles = false } = {}) {
    const { kind, key } = element.dataset;
    if (kind === 'item' && extend && anchor && everyItem().includes(anchor)) context.select({ items: between(anchor, key) });
    else if (kind === 'item' && toggles) toggle(key);
    else {
      anchor = kind === 'item' ? key : undefined;
      context.select(kind === 'item' ? { items: [key] } : kind === 'section' ? { section: key } : {});
    }
  }

  tree.addEventListener('click', (event) => {
    const element = event.target.closest('[role="treeitem"]');
    if (!element) return;
    choose(element, { extend: event.shiftKey, toggles: event.ctrlKey || event.metaKey || (ticking && element.dataset.kind === 'item') });
    if (context.selection.items.length > 1 || ticking) focusLead(); else context.chosenByPointer();
  });
  tree.addEventListener('dblclick', () => context.edit());

  tree.addEventListener('keydown', (event) => {
    const element = event.target.closest('[role="treeitem"]');
    if (!element) return;
    const command = event.ctrlKey || event.metaKey;
    const all = rows();
    const at = all.indexOf(element);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const done = (deed) => { event.preventDefault(); deed(); };
    const go = (to, options) => done(() => { if (all[to]) { choose(all[to], options); focusLead(); } });
    if (step && event.altKey) return store.editable && done(() => { deeds.move(step); focusLead(); });
    if (step && event.shiftKey) {
      // Over the heads of sections to the next item.
      let to = at + step;
      while (all[to] && all[to].dataset.kind !== 'item') to += step;
      anchor ??= element.dataset.key;
      return all[to] ? go(to, { extend: true }) : event.preventDefault();
    }
    if (step) return go(at + step);
    if (event.key === 'Home') return go(0);
    if (event.key === 'End') return go(all.length - 1);
    if (event.key === (rtl ? 'ArrowRight' : 'ArrowLeft')) return go(all.slice(0, at).findLastIndex((each) => Number(each.ariaLevel) < Number(element.ariaLevel)));
    if (event.key === (rtl ? 'ArrowLeft' : 'ArrowRight')) return Number(all[at + 1]?.ariaLevel) > Number(element.ariaLevel) ? go(at + 1) : undefined;
    if (command && event.key === 'Enter') return done(deeds.addLike);
    if (command && event.key === ' ') return element.dataset.kind === 'item' ? done(() => { toggle(element.dataset.key); focusLead(); }) : undefined;
    if (command && letter(event) === 'a') return done(() => { context.select({ items: everyItem() }); focusLead(); });
    if (command && letter(event) === 'd') return done(deeds.duplicate);
    if (event.key === 'Escape' && context.selection.items.length > 1) return done(() => { context.select({ items: [element.dataset.key] }); focusLead(); });
    if (['Enter', ' ', 'F2'].includes(event.key)) return done(context.edit);
    if (event.key === 'Insert') return done(deeds.addLike);
    if ((event.key === 'Delete' || event.key === 'Backspace') && store.editable) return done(() => deeds.remove());
    return undefined;
  });

  if (store.editable) {
    draggable(tree, {
      rows: '[role="treeitem"]',
      grip: '.grip',
      begin(element) {
        const { kind, key } = element.dataset;
        if (kind === 'whole') return undefined;
        if (kind === 'section') return { section: key, label: element.innerText };
        const keys = chosen(key) && context.selection.items.length > 1 ? everyItem().filter(chosen) : [key];
        return { keys, label: keys.length > 1 ? t('chosen', keys.length) : element.innerText };
      },
      land({ keys, section }, element, part) {
        const { kind, key } = element.dataset;
        if (section) return kind === 'section' && key !== section ? (part < 0.5 ? 'before' : 'after') : undefined;
        if (kind === 'whole') return undefined;
        if (kind === 'section') return 'after';
        return keys.includes(key) ? undefined : part < 0.5 ? 'before' : 'after';
      },
      drop({ keys, section }, element, where) {
        const { kind, key } = element.dataset;
        if (section) deeds.dropSection(section, key, where);
        else deeds.drop(keys, kind === 'section' ? { section: key } : { item: key, where });
        focusLead();
      },
    });
  }

  place.replaceChildren(tree, foot);
  return { draw, focus: focusLead };
}

// What is done to the structure of a draft: adding, moving, copying and deleting what is selected.

import { say } from '../console.js';
import * as model from './model.js';

/** context: {store, t, read(text), selection, select(what), edit(), focusOutline(), openBank(), openList()} */
export function deeds(context) {
  const { store, t, read } = context;
  const doc = () => store.doc;
  /** The chosen items in the order of the document. */
  const chosen = () => model.items(doc()).filter((item) => context.selection.items.includes(item.key));

  /** Where new things go: behind the last that is chosen, else at the end of the section, else of the whole. */
  function landing() {
    const last = chosen().at(-1);
    if (last) {
      const { section, place } = model.locate(doc(), last.key);
      return { section, place: place + 1, like: last };
    }
    const section = doc().sections.find((each) => each.key === context.selection.section) ?? doc().sections.at(-1);
    return { section, place: section?.items.length ?? 0, like: undefined };
  }

  function likeOf(section, like) {
    return like?.facets ? like : section.items.findLast((each) => each.facets) ?? model.items(doc()).findLast((each) => each.facets);
  }

  function insert(items) {
    if (items.length === 0) return;
    store.change(undefined, (changed) => {
      if (changed.sections.length === 0) changed.sections.push({ key: 's1', title: {}, items: [] });
      const { section, place } = landing();
      section.items.splice(place, 0, ...items);
    });
    context.select({ items: items.map((item) => item.key) });
  }

  function add(type) {
    const { section, like } = landing();
    insert([model.newItem(doc(), type, section && likeOf(section, like))]);
    context.edit();
  }

  /** Moves the chosen items together, over the border of a section too; sections as a whole. */
  function move(by) {
    const { section } = context.selection;
    if (chosen().length === 0) {
      const at = doc().sections.findIndex((each) => each.key === section);
      if (at < 0 || at + by < 0 || at + by >= doc().sections.length) return;
      store.change(undefined, ({ sections }) => { const [one] = sections.splice(at, 1); sections.splice(at + by, 0, one); });
      return;
    }
    const items = chosen();
    const edge = model.locate(doc(), (by < 0 ? items[0] : items.at(-1)).key);
    const keys = items.map((item) => item.key);
    const next = edge.section.items[edge.place + by];
    const beyond = doc().sections[edge.at + by];
    if (!next && !beyond) return;
    drop(keys, next ? { item: next.key, where: by < 0 ? 'before' : 'after' } : { section: beyond.key, where: by < 0 ? 'end' : 'start' });
  }

  /** Puts items before or after another, or to the start or end of a section. */
  function drop(keys, { item, section, where = 'start' }) {
    store.change(undefined, (changed) => {
      const moved = keys.map((key) => model.locate(changed, key).item);
      for (const each of changed.sections) each.items = each.items.filter((one) => !keys.includes(one.key));
      if (section) {
        const target = changed.sections.find((each) => each.key === section);
        target.items.splice(where === 'end' ? target.items.length : 0, 0, ...moved);
      } else {
        const target = model.locate(changed, item);
        target.section.items.splice(target.place + (where === 'after' ? 1 : 0), 0, ...moved);
      }
    });
    context.select({ items: keys });
  }

  function dropSection(key, onto, where) {
    store.change(undefined, ({ sections }) => {
      const [one] = sections.splice(sections.findIndex((each) => each.key === key), 1);
      sections.splice(sections.findIndex((each) => each.key === onto) + (where === 'after' ? 1 : 0), 0, one);
    });
    context.select({ section: key });
  }

  function remove() {
    const items = chosen();
    if (items.length === 0) {
      if (context.selection.section) removeSection(context.selection.section);
      return;
    }
    const all = model.keys(doc());
    const after = all.slice(all.indexOf(items.at(-1).key) + 1).find((key) => !items.some((item) => item.key === key));
    const before = all.slice(0, all.indexOf(items[0].key)).at(-1);
    const { section } = model.locate(doc(), items[0].key);
    store.change(undefined, (changed) => { for (const each of changed.sections) each.items = each.items.filter((one) => !items.some((item) => item.key === one.key)); });
    context.select(after ?? before ? { items: [after ?? before] } : { section: section.key });
    context.focusOutline();
    say('done', items.length > 1 ? t('removedMany', items.length) : t('removed', read(items[0].text) || items[0].key), { label: t('undo'), run: () => store.undo() });
  }

  function removeSection(key) {
    const at = doc().sections.findIndex((each) => each.key === key);
    if (doc().sections.length < 2) return;
    const gone = doc().sections[at];
    store.change(undefined, ({ sections }) => sections.splice(at, 1));
    context.select({ section: doc().sections[Math.max(0, at - 1)].key });
    context.focusOutline();
    say('done', t('removed', read(gone.title) || t('sectionNumber', at + 1)), { label: t('undo'), run: () => store.undo() });
  }

  function duplicate() {
    const items = chosen();
    if (items.length > 0) {
      insert(model.copies(doc(), items));
      context.focusOutline();
      return;
    }
    const at = doc().sections.findIndex((each) => each.key === context.selection.section);
    if (at < 0) return;
    const original = doc().sections[at];
    const key = model.freshKey(doc().sections.map((each) => each.key), 's');
    store.change(undefined, (changed) => changed.sections.splice(at + 1, 0, { ...structuredClone(original), key, items: model.copies(changed, original.items) }));
    context.select({ section: key });
    context.focusOutline();
  }

  function addSection() {
    const key = model.freshKey(doc().sections.map((each) => each.key), 's');
    const here = doc().sections.findIndex((each) => each.key === (chosen().at(-1) ? model.locate(doc(), chosen().at(-1).key).section.key : context.selection.section));
    store.change(undefined, ({ sections }) => sections.splice(here < 0 ? sections.length : here + 1, 0, { key, title: {}, items: [] }));
    context.select({ section: key });
    context.edit();
  }

  return {
    chosen, insert, add, addSection, move, drop, dropSection, remove, duplicate,
    addLike: () => add(chosen().at(-1)?.type ?? 'rating'),
    removeSection,
    bank: () => context.openBank(),
    list: () => context.openList(),
  };
}

// Merges questionnaires item by item, wherever the items stand: one may reword what the other moves.

import { merge, placeAfter } from '../merge.js';

/** The document with its items apart from the order in which they stand. */
function apart(doc) {
  const items = {};
  const layout = {};
  for (const section of doc.sections ?? []) {
    layout[section.key] = (section.items ?? []).map((item) => item.key);
    for (const item of section.items ?? []) items[item.key] = item;
  }
  return { texts: { ...doc, sections: (doc.sections ?? []).map(({ items: _, ...section }) => section) }, items: Object.values(items), layout };
}

/** As merge(): conflicts stand at /items/{key}/… and /sections/{key}/… */
export function mergeQuestionnaires(base, mine, theirs, picks = {}) {
  const [before, one, other] = [apart(base), apart(mine), apart(theirs)];
  const texts = merge(before.texts, one.texts, other.texts, picks);
  const items = merge({ items: before.items }, { items: one.items }, { items: other.items }, picks);
  const kept = new Map(items.merged.items.map((item) => [item.key, item]));
  const sections = texts.merged.sections.map((section) => section.key);
  const layout = layouts(before.layout, one.layout, other.layout, sections, kept);
  return {
    merged: { ...texts.merged, sections: texts.merged.sections.map((section) => ({ ...section, items: layout[section.key].map((key) => kept.get(key)) })) },
    conflicts: [...texts.conflicts, ...items.conflicts],
  };
}

/** Where each kept item stands: as I have it, except for what only they have moved or added. */
function layouts(before, mine, theirs, sections, kept) {
  const home = (layout) => new Map(Object.entries(layout).flatMap(([section, keys]) => keys.map((key) => [key, section])));
  const [was, here, there] = [home(before), home(mine), home(theirs)];
  const order = (layout) => JSON.stringify(Object.values(layout).map((keys) => keys.filter((key) => was.has(key) && here.has(key) && there.has(key))));
  const [leads, follows] = order(mine) === order(before) ? [theirs, mine] : [mine, theirs];
  const [led, followed] = [home(leads), home(follows)];
  const movedByOther = (key) => followed.has(key) && followed.get(key) !== was.get(key) && led.get(key) === was.get(key);
  const placed = Object.fromEntries(sections.map((section) => [section, []]));
  const done = new Set();
  const take = (key, section, list, at) => {
    if (done.has(key) || !kept.has(key)) return;
    const to = placed[section] ?? placed[sections.at(-1)];
    if (!to) return;
    done.add(key);
    to.splice(list === undefined ? to.length : placeAfter(to, list, at), 0, key);
  };
  for (const [section, keys] of Object.entries(leads)) {
    // What only the other side has put into another section goes there.
    for (const key of keys) if (!movedByOther(key)) take(key, section);
  }
  for (const [section, keys] of Object.entries(follows)) keys.forEach((key, at) => take(key, section, keys, at));
  return placed;
}

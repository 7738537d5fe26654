// Brings two changed copies of a document together, given the state from which both began. Lists of things with a key
// are merged thing by thing; where both sides changed the same place, mine stays unless theirs was picked, and the
// conflict is told.

const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const isKeyed = (value) => Array.isArray(value) && value.every((each) => isMap(each) && typeof each.key === 'string');
const isNothing = (value) => value === undefined || value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
export const same = (a, b) => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

/** In one order of fields and without those that hold nothing, which is how documents are stored. */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, ordered(value[key])]).filter(([, each]) => !isNothing(each)));
}

/** The merged document, and conflicts as {path, mine, theirs}; picks names by path where theirs is taken. */
export function merge(base, mine, theirs, picks = {}) {
  const conflicts = [];
  return { merged: both(base, mine, theirs, '', { conflicts, picks }), conflicts };
}

function conflict(path, mine, theirs, { conflicts, picks }) {
  conflicts.push({ path, mine, theirs });
  return picks[path] === 'theirs' ? theirs : mine;
}

function both(base, mine, theirs, path, found) {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isMap(mine) && isMap(theirs)) {
    const merged = {};
    for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const value = both(base?.[key], mine[key], theirs[key], `${path}/${key}`, found);
      if (value !== undefined) merged[key] = value;
    }
    return merged;
  }
  if (isKeyed(mine) && isKeyed(theirs)) return lists(isKeyed(base) ? base : [], mine, theirs, path, found);
  return conflict(path, mine, theirs, found);
}

function lists(base, mine, theirs, path, found) {
  const find = (list, key) => list.find((each) => each.key === key);
  const order = (list) => list.map((each) => each.key).filter((key) => find(base, key)).join(' ');
  const stayed = order(mine) === order(base.filter((each) => find(mine, each.key)));
  // Who only changed things does not undo how the other has put them in order.
  const [first, second] = stayed ? [theirs, mine] : [mine, theirs];
  const merged = [];
  for (const { key } of first) {
    const kept = one(find(base, key), find(mine, key), find(theirs, key), `${path}/${key}`, found);
    if (kept !== undefined) merged.push(kept);
  }
  second.forEach(({ key }, at) => {
    if (find(first, key)) return;
    const kept = one(find(base, key), find(mine, key), find(theirs, key), `${path}/${key}`, found);
    if (kept !== undefined) merged.splice(placeAfter(merged, second, at), 0, kept);
  });
  return merged;
}

/** One thing that either side may have added, changed or taken out. */
function one(before, mine, theirs, path, found) {
  if (mine !== undefined && theirs !== undefined) return both(before, mine, theirs, path, found);
  if (before === undefined) return mine ?? theirs;
  if (mine === undefined) return theirs === undefined || same(before, theirs) ? undefined : conflict(path, mine, theirs, found);
  return same(before, mine) ? undefined : conflict(path, mine, theirs, found);
}

/** Where a thing belongs that stands at that place of another list: behind what stood before it there. */
export function placeAfter(merged, list, at) {
  for (let before = at - 1; before >= 0; before -= 1) {
    const found = merged.findIndex((each) => (each.key ?? each) === (list[before].key ?? list[before]));
    if (found >= 0) return found + 1;
  }
  return at === 0 ? 0 : merged.length;
}

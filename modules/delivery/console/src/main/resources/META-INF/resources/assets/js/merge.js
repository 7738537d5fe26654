// Brings two changed copies of a document together, given the state from which both began. Lists of things with a key
// are merged thing by thing; where both sides changed the same place, mine stays and the conflict is told.

const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const isKeyed = (value) => Array.isArray(value) && value.every((each) => isMap(each) && typeof each.key === 'string');
export const same = (a, b) => JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));

function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, ordered(value[key])]));
}

/** The merged document, and conflicts as {path, mine, theirs}. */
export function merge(base, mine, theirs) {
  const conflicts = [];
  return { merged: both(base, mine, theirs, '', conflicts), conflicts };
}

function both(base, mine, theirs, path, conflicts) {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  if (isMap(mine) && isMap(theirs)) {
    const merged = {};
    for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
      const value = both(base?.[key], mine[key], theirs[key], `${path}/${key}`, conflicts);
      if (value !== undefined) merged[key] = value;
    }
    return merged;
  }
  if (isKeyed(mine) && isKeyed(theirs)) return lists(isKeyed(base) ? base : [], mine, theirs, path, conflicts);
  conflicts.push({ path, mine, theirs });
  return mine;
}

function lists(base, mine, theirs, path, conflicts) {
  const find = (list, key) => list.find((each) => each.key === key);
  const merged = [];
  for (const each of mine) {
    const before = find(base, each.key);
    const other = find(theirs, each.key);
    if (!other && before) {
      if (same(before, each)) continue;
      conflicts.push({ path: `${path}/${each.key}`, mine: each, theirs: undefined });
      merged.push(each);
    } else merged.push(other ? both(before, each, other, `${path}/${each.key}`, conflicts) : each);
  }
  theirs.forEach((each, at) => {
    if (find(mine, each.key)) return;
    const before = find(base, each.key);
    if (before && same(before, each)) return;
    if (before) conflicts.push({ path: `${path}/${each.key}`, mine: undefined, theirs: each });
    const after = theirs[at - 1] && merged.findIndex((other) => other.key === theirs[at - 1].key);
    merged.splice(after >= 0 && after !== undefined ? after + 1 : merged.length, 0, each);
  });
  return merged;
}

// What the editor knows of a questionnaire's document; the shapes are those of the API.

export const TYPES = ['rating', 'choice', 'choices', 'number', 'text', 'nps', 'csat', 'ces', 'consent'];
export const FACETS = ['expected', 'perceived', 'minimum', 'desired', 'importance', 'will', 'should', 'functional', 'dysfunctional'];
/** Sets of facets that belong together, by the name of their word. */
export const FACET_SETS = {
  gap: ['expected', 'perceived'], zone: ['minimum', 'desired', 'perceived'], kano: ['functional', 'dysfunctional'],
  importance: ['importance', 'perceived'], perceived: ['perceived'],
};
/** The columns from left to right where nobody has put them otherwise: what is wanted before what was found. */
const COLUMNS = ['importance', 'will', 'should', 'expected', 'minimum', 'desired', 'perceived'];

/** The facets with one ticked or not; Kano's come as a pair and alone. */
export function withFacet(facets, facet, on) {
  if (FACET_SETS.kano.includes(facet)) return on ? [...FACET_SETS.kano] : ['expected', 'perceived'];
  const others = facets.filter((each) => each !== facet && !FACET_SETS.kano.includes(each));
  if (!on) return others;
  const ordered = others.every((each, at) => at === 0 || COLUMNS.indexOf(each) > COLUMNS.indexOf(others[at - 1]));
  return ordered ? [...others, facet].sort((a, b) => COLUMNS.indexOf(a) - COLUMNS.indexOf(b)) : [...others, facet];
}

/** Comparisons in conditions, by the names of their words. */
export const OPERATORS = { '<=': 'most', '>=': 'least', '==': 'is', '!=': 'not', '<': 'below', '>': 'above' };
/** Offered scales as [min, max]. */
export const SCALES = [[1, 5], [1, 7], [1, 9], [1, 10], [0, 10]];

export const TYPE_ICONS = { rating: 'gap', choice: 'done', choices: 'check', number: 'sort', text: 'edit', nps: 'people', csat: 'star', ces: 'target', consent: 'shield' };

export const items = (doc) => doc.sections.flatMap((section) => section.items ?? []);

export function locate(doc, key) {
  for (const [at, section] of doc.sections.entries()) {
    const place = (section.items ?? []).findIndex((item) => item.key === key);
    if (place >= 0) return { section, at, place, item: section.items[place] };
  }
  return undefined;
}

/** The item or section at a pointer; undefined for the whole. */
export function at(doc, pointer) {
  const [, section, item] = /^\/sections\/(\d+)(?:\/items\/(\d+))?/.exec(pointer) ?? [];
  if (section === undefined) return undefined;
  return item === undefined ? doc.sections[Number(section)] : doc.sections[Number(section)]?.items[Number(item)];
}

/** A pointer as the key of the item or section it leads into, and the rest: that stays true when things are moved. */
export function owned(doc, pointer) {
  const [whole = '', section, item] = /^\/sections\/(\d+)(?:\/items\/(\d+))?/.exec(pointer) ?? [];
  const key = at(doc, pointer)?.key ?? '';
  return { owner: section === undefined ? '' : item === undefined ? `section ${key}` : key, rest: pointer.slice(whole.length) };
}

/** The pointer that leads there now; that of the whole when it is gone. */
export function pointer(doc, { owner, rest }) {
  for (const [n, section] of doc.sections.entries()) {
    if (owner === `section ${section.key}`) return `/sections/${n}${rest}`;
    const place = section.items.findIndex((item) => item.key === owner);
    if (place >= 0) return `/sections/${n}/items/${place}${rest}`;
  }
  return owner === '' ? rest : '';
}

export function freshKey(taken, stem) {
  for (let n = 1; ; n += 1) {
    const key = `${stem}${n < 10 ? `0${n}` : n}`;
    if (!taken.includes(key)) return key;
  }
}

const STEMS = { rating: 'q', choice: 'c', choices: 'm', number: 'n', text: 't', nps: 'nps', csat: 'csat', ces: 'ces', consent: 'consent' };

/** A new item of the type, like the rating before it where there is one. */
export function newItem(doc, type, like) {
  const item = { key: freshKey(items(doc).map((each) => each.key), STEMS[type]), type, text: {} };
  if (type === 'rating') {
    item.facets = like?.facets ? [...like.facets] : ['expected', 'perceived'];
    item.scale = like?.scale ? structuredClone(like.scale) : { min: 1, max: 7, labels: {} };
    if (like?.category) item.category = like.category;
  }
  if (type === 'choice' || type === 'choices') item.options = [{ key: 'a', text: {} }, { key: 'b', text: {} }];
  if (type === 'text') item.max = 2000;
  return item;
}

/** All keys of items. */
export const keys = (doc) => items(doc).map((each) => each.key);

/** Copies with keys of their own; conditions among the copies follow, those that look at what is not there are dropped. */
export function copies(doc, originals) {
  const taken = keys(doc);
  const renamed = new Map();
  const made = originals.map((original) => {
    const item = structuredClone(original);
    if (taken.includes(item.key)) item.key = freshKey(taken, item.key.replace(/\d+$/, '') || 'q');
    taken.push(item.key);
    renamed.set(original.key, item.key);
    return item;
  });
  const known = keys(doc);
  for (const item of made) {
    if (!item.showIf) continue;
    const named = [...item.showIf.matchAll(/answers(?:\.([a-z][a-z0-9_]*)|\["([^"\\]+)"\])/g)].map((each) => each[1] ?? each[2]);
    if (named.some((key) => !renamed.has(key) && !known.includes(key))) { delete item.showIf; continue; }
    for (const key of named) {
      if (renamed.has(key) && renamed.get(key) !== key) {
        const to = /^[a-z][a-z0-9_]*$/.test(renamed.get(key)) ? `answers.${renamed.get(key)}` : `answers["${renamed.get(key)}"]`;
        item.showIf = item.showIf.replaceAll(`answers["${key}"]`, to).replace(new RegExp(`answers\\.${key}(?![a-z0-9_])`, 'g'), to);
      }
    }
  }
  return made;
}

/** What came from a clipboard or a bank, as an item of ours: unknown shapes are left out. */
export function adopted(thing) {
  const isMap = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
  if (!isMap(thing)) return undefined;
  const text = (value) => (isMap(value) ? Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === 'string')) : {});
  const key = (value) => (typeof value === 'string' && /^[a-z][a-z0-9_-]{0,39}$/.test(value) ? value : 'q01');
  const type = TYPES.includes(thing.type) ? thing.type : 'rating';
  const item = { key: key(thing.key), type, text: text(thing.text) };
  if (Object.keys(text(thing.help)).length) item.help = text(thing.help);
  if (typeof thing.category === 'string') item.category = thing.category;
  if (type === 'rating') {
    const facets = Array.isArray(thing.facets) ? [...new Set(thing.facets)].filter((each) => FACETS.includes(each)) : [];
    const { min, max, labels, preset } = isMap(thing.scale) ? thing.scale : {};
    item.facets = facets.length ? facets : ['perceived'];
    item.scale = Number.isInteger(min) && Number.isInteger(max) && min >= 0 && max - min >= 4 && max - min <= 10
      ? { min, max, labels: isMap(labels) ? Object.fromEntries(Object.entries(labels).map(([point, words]) => [point, text(words)])) : {} } : { min: 1, max: 7, labels: {} };
    if (preset === 'kano') refacet(item, [...FACET_SETS.kano]);
    if (thing.reverse === true) item.reverse = true;
  }
  if (type === 'choice' || type === 'choices') {
    item.options = (Array.isArray(thing.options) ? thing.options : []).filter(isMap).slice(0, 100).map((option) => ({ key: key(option.key), text: text(option.text) }));
    while (item.options.length < 2) item.options.push({ key: freshKey(item.options.map((each) => each.key), 'o'), text: {} });
  }
  for (const bound of ['min', 'max']) if ((type === 'number' || type === 'text') && Number.isInteger(thing[bound])) item[bound] = thing[bound];
  if (thing.required === true) item.required = true;
  if (typeof thing.showIf === 'string') item.showIf = thing.showIf;
  return item;
}

/** A list as people keep it, as rows of texts by language: a line each, tabs between languages, numbers in front left out. */
export function listed(text, languages) {
  const numbered = /^\s*[([]?[\d۰-۹٠-٩]{1,3}[.)\]:،、．–-]+\s*/;
  const rows = text.replace(/\r/g, '').split('\n').map((line) => line.split('\t').map((cell) => cell.trim())).filter((cells) => cells.some(Boolean));
  const tags = rows[0]?.map((cell) => languages.find((tag) => tag.toLowerCase() === cell.toLowerCase()));
  const headed = tags?.length > 0 && tags.every(Boolean);
  const columns = headed ? tags : languages;
  return rows.slice(headed ? 1 : 0).map((cells) => {
    // A column of numbers only is no language.
    const texts = !headed && cells.length > 1 && /^[\d۰-۹٠-٩]{1,3}[.)]?$/.test(cells[0]) ? cells.slice(1) : cells;
    return Object.fromEntries(columns.map((tag, at) => [tag, (texts[at] ?? '').replace(numbered, '').slice(0, 1000)]).filter(([, each]) => each));
  }).filter((each) => Object.keys(each).length > 0);
}

/** Turns an item into another type, keeping what both have. */
export function retype(item, type) {
  const choice = (each) => each === 'choice' || each === 'choices';
  if (type !== 'rating') { delete item.facets; delete item.scale; delete item.reverse; } else {
    item.facets ??= ['expected', 'perceived'];
    item.scale ??= { min: 1, max: 7, labels: {} };
  }
  if (!choice(type)) delete item.options; else item.options ??= [{ key: 'a', text: {} }, { key: 'b', text: {} }];
  delete item.min;
  delete item.max;
  if (type === 'text') item.max = 2000;
  item.type = type;
}

/** Sets the facets; Kano's pair has its own scale. */
export function refacet(item, facets) {
  const kano = facets.includes('functional') || facets.includes('dysfunctional');
  item.facets = kano ? [...FACET_SETS.kano] : facets;
  if (kano) { item.scale = { min: 1, max: 5, labels: {}, preset: 'kano' }; delete item.reverse; } else if (item.scale?.preset) item.scale = { min: 1, max: 7, labels: {} };
}

/** Every text of the document: {pointer, kind, owner (key of the item or section, '' for the whole), key (of the field)} and its holder. */
export function texts(doc) {
  const found = [];
  const take = (holder, field, pointer, kind, owner) => found.push({ holder, field, pointer, kind, owner, text: holder[field] ?? {} });
  take(doc, 'title', '/title', 'title', '');
  take(doc, 'introduction', '/introduction', 'introduction', '');
  take(doc, 'thanks', '/thanks', 'thanks', '');
  doc.sections.forEach((section, at) => {
    take(section, 'title', `/sections/${at}/title`, 'sectionTitle', section.key);
    take(section, 'text', `/sections/${at}/text`, 'sectionText', section.key);
    (section.items ?? []).forEach((item, place) => {
      const here = `/sections/${at}/items/${place}`;
      take(item, 'text', `${here}/text`, 'text', item.key);
      take(item, 'help', `${here}/help`, 'help', item.key);
      (item.options ?? []).forEach((option, n) => take(option, 'text', `${here}/options/${n}/text`, 'option', item.key));
      for (const point of Object.keys(item.scale?.labels ?? {})) take(item.scale.labels, point, `${here}/scale/labels/${point}`, 'label', item.key);
    });
  });
  return found;
}

/** Whether the text must be there, or is there in some language. */
export const needed = (place) => ['title', 'text', 'option'].includes(place.kind) || Object.values(place.text).some(Boolean);

/** Texts that are missing in the language though they are there in another, or must be there. */
export const untranslated = (doc, tag) => texts(doc).filter((place) => needed(place) && !place.text[tag]);

/** From 0 to 1: how much of what is to be translated is. */
export function progress(doc, tag) {
  const all = texts(doc).filter(needed).length;
  return all === 0 ? 1 : 1 - untranslated(doc, tag).length / all;
}

export const shown = (text, language, fallback) => text?.[language] || text?.[fallback] || Object.values(text ?? {}).find(Boolean) || '';

const SIMPLE = /^answers(?:\.([a-z][a-z0-9_]*)|\["([^"\\]+)"\])(?:\.([a-z]+))?\s*(<=|>=|==|!=|<|>)\s*(?:"([^"\\]*)"|(-?\d+(?:\.\d+)?)|(true|false))$/;

/** A condition of one comparison in its parts {item, facet, operator, value, quoted}; undefined when it is more than that. */
export function readCondition(text) {
  const parts = SIMPLE.exec(text.trim());
  return parts ? { item: parts[1] ?? parts[2], facet: parts[3] ?? '', operator: parts[4], value: parts[5] ?? parts[6] ?? parts[7], quoted: parts[5] !== undefined } : undefined;
}

/** What an item's answer can be compared by: its facets, and its values where they are a few words. */
export function comparable(item) {
  return {
    facets: (item.type ?? 'rating') === 'rating' ? item.facets : undefined,
    values: { choice: item.options?.map((option) => option.key), consent: ['true', 'false'] }[item.type],
  };
}

/** The nearest comparison that makes sense for the item that it names. */
export function fitCondition(parts, before) {
  const target = before.find((each) => each.key === parts.item) ?? before.at(-1);
  const { facets, values } = comparable(target);
  const fitted = { facet: '', operator: '<=', value: '3', ...parts, item: target.key, quoted: target.type === 'choice' };
  fitted.facet = facets ? (facets.includes(fitted.facet) ? fitted.facet : facets[0]) : '';
  if (values && !values.includes(fitted.value)) [fitted.value] = values;
  if (values && !['==', '!='].includes(fitted.operator)) fitted.operator = '==';
  if (!values && (fitted.value === '' || Number.isNaN(Number(fitted.value)))) { fitted.value = '3'; fitted.operator = '<='; }
  return fitted;
}

export function writeCondition({ item, facet, operator, value, quoted }) {
  const path = /^[a-z][a-z0-9_]*$/.test(item) ? `answers.${item}` : `answers["${item}"]`;
  return `${path}${facet ? `.${facet}` : ''} ${operator} ${quoted ? JSON.stringify(value) : value}`;
}


// What the editor knows of a questionnaire's document; the shapes are those of the API.

export const TYPES = ['rating', 'choice', 'choices', 'number', 'text', 'nps', 'csat', 'ces', 'consent'];
export const FACETS = ['expected', 'perceived', 'minimum', 'desired', 'importance', 'will', 'should', 'functional', 'dysfunctional'];
/** Sets of facets that belong together, by the name of their word. */
export const FACET_SETS = {
  gap: ['expected', 'perceived'], zone: ['minimum', 'desired', 'perceived'], kano: ['functional', 'dysfunctional'],
  importance: ['importance', 'perceived'], perceived: ['perceived'],
};
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

const needed = (place) => ['title', 'text', 'option'].includes(place.kind) || Object.values(place.text).some(Boolean);

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

/** About how long it takes to answer, in seconds: reading at 4 words a second, 3 s a rating, 15 s a text. */
export function seconds(doc, language) {
  const count = (text) => { const s = shown(text, language, 'en'); return /[\u4e00-\u9fff]/.test(s) ? s.length / 2 : s.split(/\s+/).filter(Boolean).length; };
  return items(doc).reduce((sum, item) => sum + count(item.text) / 4 + ({ rating: 3 * (item.facets?.length ?? 1), text: 15, choices: 5 }[item.type ?? 'rating'] ?? 3), 0);
}

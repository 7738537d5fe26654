// The properties of what is selected: the questionnaire, a section, or an item.

import { h, icon, direction, numeral, numberIn } from '../dom.js';
import * as model from './model.js';

/** context: {store, t, names, start, faults(pointer), advice(pointer), select(what), deeds} */
export function panels(context) {
  const { store, t, names, start } = context;
  const doc = () => store.doc;
  const off = !store.editable;
  let ids = 0;

  const field = (label, input, hint, pointer) => {
    const id = input.id || `field-${ids++}`;
    input.id = id;
    const wrong = pointer ? context.faults(pointer) : [];
    if (wrong.length) input.setAttribute('aria-invalid', 'true');
    return h('div', { class: 'field' }, h('label', { for: id }, label), input, hint && h('span', { class: 'hint' }, hint),
      wrong.map((fault) => h('span', { class: 'error' }, icon('warning'), fault.message)));
  };
  const typed = (place, deed) => ({ oninput: (event) => store.change(place, () => deed(event.target)), onblur: () => store.rest() });
  const set = (holder, name, value) => { if (value === '' || value === undefined || value === false) delete holder[name]; else holder[name] = value; };

  /** One text in all languages, side by side. */
  function localized(label, holder, name, pointer, { long = false, hint } = {}) {
    const wrong = context.faults(pointer);
    return h('fieldset', { class: 'field' }, h('legend', {}, label), hint && h('span', { class: 'hint' }, hint),
      h('div', { class: 'translations' }, doc().languages.map((tag, at) => {
        const value = holder[name]?.[tag] ?? '';
        const missing = !value && at > 0 && Object.values(holder[name] ?? {}).some(Boolean);
        return h('label', { class: `side-by-side ${missing ? 'missing' : ''}` }, h('span', { class: 'caption' }, names[tag] ?? tag, missing && h('span', { class: 'badge warn' }, t('untranslated'))),
          h(long ? 'textarea' : 'input', {
            id: `${pointer}-${tag}`, lang: tag, dir: direction(tag), value, disabled: off, rows: long ? 2 : undefined, maxlength: 4000,
            ...typed(`${pointer} ${tag}`, (input) => {
              const text = { ...(holder[name] ?? {}) };
              if (input.value) text[tag] = input.value; else delete text[tag];
              holder[name] = text;
            }),
          }));
      })),
      wrong.map((fault) => h('span', { class: 'error' }, icon('warning'), fault.message)),
      context.advice(pointer).map((each) => h('span', { class: 'hint advice' }, icon('info'), each.message)));
  }

  const check = (label, checked, deed, hint) => h('label', { class: 'choice' },
    h('input', { type: 'checkbox', checked, disabled: off, onchange: (event) => store.change(undefined, () => deed(event.target.checked)) }),
    h('span', {}, label, hint && h('span', { class: 'hint' }, hint)));

  const select = (value, options, deed, label) => h('select', { disabled: off, 'aria-label': label, onchange: (event) => store.change(undefined, () => deed(event.target.value)) },
    options.map(([key, label]) => h('option', { value: key, selected: key === value }, label)));

  function whole() {
    const offered = [...new Set([...start.languages, ...doc().languages, ...Object.keys(names)])];
    const adder = h('select', { 'aria-label': t('addLanguage'), disabled: off, onchange: (event) => event.target.value && store.change(undefined, () => doc().languages.push(event.target.value)) },
      h('option', { value: '' }, t('addLanguage')), offered.filter((tag) => !doc().languages.includes(tag)).map((tag) => h('option', { value: tag }, names[tag] ?? tag)));
    return [
      h('h2', {}, t('whole')),
      localized(t('title'), doc(), 'title', '/title'),
      localized(t('introduction'), doc(), 'introduction', '/introduction', { long: true }),
      localized(t('thanks'), doc(), 'thanks', '/thanks', { long: true }),
      h('fieldset', { class: 'field' }, h('legend', {}, t('languages')), h('span', { class: 'hint' }, t('languagesHint')),
        h('ul', { class: 'plain stack tight' }, doc().languages.map((tag, at) => h('li', { class: 'row' },
          h('span', { class: 'grow' }, names[tag] ?? tag, ' ', at === 0 && h('span', { class: 'badge brand' }, t('firstLanguage'))),
          at > 0 && !off && h('button', { type: 'button', class: 'button quiet small', onclick: () => store.change(undefined, () => { doc().languages.splice(at, 1); doc().languages.unshift(tag); }) }, t('makeFirst')),
          doc().languages.length > 1 && !off && h('button', { type: 'button', class: 'button quiet only-icon small', 'aria-label': t('removeLanguage', names[tag] ?? tag), onclick: () => store.change(undefined, () => doc().languages.splice(at, 1)) }, icon('close'))))),
        !off && adder),
      check(t('onePage'), doc().onePage !== false, (on) => { doc().onePage = on; }, t('onePageHint')),
      h('p', { class: 'small muted' }, t('keyIs'), ' ', h('code', {}, doc().key)),
    ];
  }

  /** Up and down, for whoever has neither keys nor mouse. */
  const shifting = () => [['up', -1], ['down', 1]].map(([way, by]) => h('button', { type: 'button', class: 'button quiet only-icon small', id: `move-${way}`, title: t(way), 'aria-label': t(way), onclick: () => context.deeds.move(by) }, icon(way)));

  function section(at) {
    const one = doc().sections[at];
    const here = `/sections/${at}`;
    return [
      h('h2', {}, t('sectionNumber', at + 1)),
      localized(t('sectionTitle'), one, 'title', `${here}/title`),
      localized(t('sectionText'), one, 'text', `${here}/text`, { long: true }),
      field(t('key'), h('input', { dir: 'ltr', value: one.key, maxlength: 40, disabled: off, id: `${here}/key`, onchange: (event) => { const key = event.target.value.trim(); store.change(undefined, () => { one.key = key; }); context.select({ section: key }); } }), undefined, `${here}/key`),
      !off && h('div', { class: 'doings row' },
        shifting(),
        h('button', { type: 'button', class: 'button small', onclick: context.deeds.duplicate }, icon('copy'), t('copySection')),
        h('button', { type: 'button', class: 'button danger small', disabled: doc().sections.length < 2, onclick: () => context.deeds.removeSection(one.key) }, icon('remove'), t('removeSection'))),
    ];
  }

  function categories() {
    const rows = [];
    const walk = (list, depth) => list.forEach((each) => { rows.push([each.key, '\u2003'.repeat(depth) + (model.shown(each.name, document.documentElement.lang, start.languages[0]) || each.key)]); walk(each.children, depth + 1); });
    walk(start.categories.categories, 0);
    return rows;
  }

  function item(key) {
    const { item: one, at, place } = model.locate(doc(), key);
    const here = `/sections/${at}/items/${place}`;
    const type = one.type ?? 'rating';
    const known = categories();
    if (one.category && !known.some(([each]) => each === one.category)) known.push([one.category, t('categoryGone', one.category)]);
    return [
      h('div', { class: 'row apart' }, h('h2', {}, t('itemNumber', model.items(doc()).indexOf(one) + 1)),
        !off && h('div', { class: 'row item-doings' },
          shifting(),
          h('button', { type: 'button', class: 'button quiet only-icon small', id: 'duplicate', title: t('copy'), 'aria-label': t('copy'), onclick: context.deeds.duplicate }, icon('copy')),
          h('button', { type: 'button', class: 'button quiet only-icon small', id: 'delete', title: t('remove'), 'aria-label': t('remove'), onclick: () => context.deeds.remove() }, icon('remove')))),
      localized(t(type === 'rating' ? 'statement' : 'question'), one, 'text', `${here}/text`, { long: true }),
      h('div', { class: 'pair' },
        field(t('type'), select(type, model.TYPES.map((each) => [each, t(`type.${each}`)]), (to) => model.retype(one, to)), undefined, `${here}/type`),
        field(t('category'), select(one.category ?? '', [['', t('noCategory')], ...known], (to) => set(one, 'category', to)), undefined, `${here}/category`)),
      type === 'rating' && facets(one, here),
      type === 'rating' && scale(one, here),
      (type === 'choice' || type === 'choices') && options(one, here),
      (type === 'number' || type === 'text') && limits(one, type, here),
      ['nps', 'csat', 'ces'].includes(type) && h('p', { class: 'muted small' }, t(`about.${type}`)),
      h('div', { class: 'stack tight' },
        check(t('required'), one.required === true, (on) => set(one, 'required', on)),
        type === 'rating' && !one.scale?.preset && check(t('reverse'), one.reverse === true, (on) => set(one, 'reverse', on), t('reverseHint'))),
      !off && h('div', { class: 'row' }, h('button', { type: 'button', class: 'button small', id: 'add-like', title: 'Ctrl+Enter', onclick: context.deeds.addLike }, icon('add'), t('addLike'))),
      h('details', { class: 'more', id: `more-of-${one.key}`, open: Boolean(one.showIf || one.help && Object.keys(one.help).length || context.faults(`${here}/showIf`).length || context.faults(`${here}/key`).length) },
        h('summary', {}, t('more')),
        h('div', { class: 'stack' },
          localized(t('help'), one, 'help', `${here}/help`),
          condition(one, here),
          field(t('key'), h('input', { dir: 'ltr', value: one.key, maxlength: 40, disabled: off, id: `${here}/key`, onchange: (event) => { const to = event.target.value.trim(); store.change(undefined, () => { one.key = to; }); context.select({ items: [to] }); } }), t('itemKeyHint'), `${here}/key`))),
    ];
  }

  /** What several items have in common, to be set for all of them at once. */
  function several(items) {
    const ratings = items.filter((one) => (one.type ?? 'rating') === 'rating');
    const plain = ratings.filter((one) => !one.scale?.preset);
    const each = (list, deed) => store.change(undefined, () => list.forEach(deed));
    const common = (list, read) => { const values = [...new Set(list.map(read))]; return values.length === 1 ? values[0] : undefined; };
    const mixed = '\u0000';
    const chooser = (label, list, read, options, write, all) => {
      const value = common(list, read);
      return field(label, h('select', { disabled: off, onchange: (event) => event.target.value !== mixed && (all ? all(event.target.value) : each(list, (one) => write(one, event.target.value))) },
        value === undefined && h('option', { value: mixed, selected: true }, t('various')), options.map(([key, text]) => h('option', { value: key, selected: key === value }, text))));
    };
    const set_ = common(ratings, (one) => (one.facets ?? []).join(' '));
    const tick = (facet) => {
      const having = ratings.filter((one) => one.facets?.includes(facet)).length;
      const box = h('input', { type: 'checkbox', checked: having === ratings.length, disabled: off, onchange: (event) => each(ratings, (one) => model.refacet(one, model.withFacet(one.facets ?? [], facet, event.target.checked))) });
      box.indeterminate = having > 0 && having < ratings.length;
      return h('label', { class: 'choice' }, box, h('span', {}, t(`facet.${facet}`)));
    };
    return [
      h('div', { class: 'row apart' }, h('h2', {}, t('chosen', items.length)),
        !off && h('div', { class: 'row item-doings' }, shifting())),
      h('div', { class: 'pair' },
        chooser(t('category'), items, (one) => one.category ?? '', [['', t('noCategory')], ...categories()], (one, to) => set(one, 'category', to)),
        chooser(t('section'), items, (one) => model.locate(doc(), one.key)?.section.key, doc().sections.map((one, at) => [one.key, model.shown(one.title, document.documentElement.lang, doc().languages[0]) || t('sectionNumber', at + 1)]), () => {}, (to) => context.deeds.drop(items.map((one) => one.key), { section: to, where: 'end' })),
        plain.length > 0 && chooser(t('scale'), plain, (one) => `${one.scale.min}-${one.scale.max}`, scales(plain), (one, to) => rescale(one.scale, to))),
      ratings.length > 0 && h('fieldset', { class: 'field' }, h('legend', {}, t('facets')), h('span', { class: 'hint' }, t('facetsMany', ratings.length)),
        h('div', { class: 'row chips', role: 'group' }, Object.entries(model.FACET_SETS).map(([name, facets_]) => h('button', { type: 'button', class: 'chip', disabled: off, 'aria-pressed': String(set_ === facets_.join(' ')), onclick: () => each(ratings, (one) => model.refacet(one, [...facets_])) }, t(`facets.${name}`)))),
        h('div', { class: 'ticks' }, model.FACETS.map(tick))),
      check(t('required'), items.every((one) => one.required === true), (on) => items.forEach((one) => set(one, 'required', on))),
      !off && h('div', { class: 'doings row' },
        h('button', { type: 'button', class: 'button small', id: 'duplicate', onclick: context.deeds.duplicate }, icon('copy'), t('copy')),
        h('button', { type: 'button', class: 'button small', id: 'to-clipboard', onclick: context.toClipboard }, icon('copy'), t('toClipboard')),
        h('button', { type: 'button', class: 'button danger small', id: 'delete', onclick: () => context.deeds.remove() }, icon('remove'), t('remove'))),
    ];
  }

  const scales = (list) => {
    const known = model.SCALES.map(([low, high]) => [`${low}-${high}`, t('points', high - low + 1, low, high)]);
    for (const { scale } of list) {
      const range = `${scale.min}-${scale.max}`;
      if (!known.some(([each]) => each === range)) known.push([range, t('points', scale.max - scale.min + 1, scale.min, scale.max)]);
    }
    return known;
  };
  /** Other points; the words at the two ends go with them. */
  function rescale(own, to) {
    const [low, high] = to.split('-').map(Number);
    const ends = [own.labels?.[own.min], own.labels?.[own.max]];
    own.labels = {};
    own.min = low;
    own.max = high;
    if (ends[0]) own.labels[low] = ends[0];
    if (ends[1]) own.labels[high] = ends[1];
  }

  function facets(one, here) {
    const chosen = one.facets ?? [];
    const current = Object.entries(model.FACET_SETS).find(([, each]) => each.length === chosen.length && each.every((facet) => chosen.includes(facet)))?.[0] ?? '';
    return h('fieldset', { class: 'field' }, h('legend', {}, t('facets')), h('span', { class: 'hint' }, t('facetsHint')),
      h('div', { class: 'row chips', role: 'group' }, Object.entries(model.FACET_SETS).map(([name, set_]) => h('button', { type: 'button', class: 'chip', disabled: off, 'aria-pressed': String(name === current), onclick: () => store.change(undefined, () => model.refacet(one, [...set_])) }, t(`facets.${name}`)))),
      h('div', { class: 'ticks' }, model.FACETS.map((facet) => h('label', { class: 'choice' }, h('input', { type: 'checkbox', checked: chosen.includes(facet), disabled: off, id: `facet-${facet}`, onchange: (event) => store.change(undefined, () => model.refacet(one, model.withFacet(one.facets ?? [], facet, event.target.checked))) }), h('span', {}, t(`facet.${facet}`))))),
      context.faults(`${here}/facets`).map((fault) => h('span', { class: 'error' }, icon('warning'), fault.message)));
  }

  function scale(one, here) {
    if (one.scale?.preset === 'kano') return h('p', { class: 'muted small' }, t('kanoScale'));
    const { scale: own } = one;
    own.labels ??= {};
    const range = `${own.min ?? 1}-${own.max ?? 7}`;
    const known = scales([{ scale: { min: own.min ?? 1, max: own.max ?? 7 } }]);
    const points = Array.from({ length: own.max - own.min + 1 }, (_, at) => own.min + at);
    const labelled = points.filter((point) => point === own.min || point === own.max || own.labels[point]);
    const rest = points.filter((point) => !labelled.includes(point));
    return h('fieldset', { class: 'field' }, h('legend', {}, t('scale')),
      select(range, known, (to) => rescale(own, to), t('scale')),
      context.advice(`${here}/scale`).map((each) => h('span', { class: 'hint advice' }, icon('info'), each.message)),
      labelled.map((point) => localized(point === own.min ? t('lowest', point) : point === own.max ? t('highest', point) : t('point', point), own.labels, String(point), `${here}/scale/labels/${point}`)),
      !off && rest.length > 0 && h('select', { 'aria-label': t('addLabel'), onchange: (event) => event.target.value !== '' && store.change(undefined, () => { own.labels[event.target.value] = { [doc().languages[0]]: String(event.target.value) }; }) },
        h('option', { value: '' }, t('addLabel')), rest.map((point) => h('option', { value: point }, t('point', point)))),
      !off && model.items(doc()).filter((each) => each.scale && !each.scale.preset).length > 1 && h('button', { type: 'button', class: 'button quiet small', onclick: () => store.change(undefined, () => model.items(doc()).forEach((each) => { if (each.scale && !each.scale.preset) each.scale = structuredClone(own); })) }, t('scaleEverywhere')),
      context.faults(`${here}/scale`).filter((fault) => !fault.pointer.includes('/labels/')).map((fault) => h('span', { class: 'error' }, icon('warning'), fault.message)));
  }

  function options(one, here) {
    one.options ??= [];
    const shift = (at, by) => store.change(undefined, () => { const [moved] = one.options.splice(at, 1); one.options.splice(at + by, 0, moved); });
    return h('fieldset', { class: 'field' }, h('legend', {}, t('options')),
      one.options.map((option, at) => h('div', { class: 'option' },
        localized(t('option', at + 1), option, 'text', `${here}/options/${at}/text`),
        h('div', { class: 'row' },
          h('label', { class: 'row grow' }, h('span', { class: 'caption' }, t('key')), h('input', { dir: 'ltr', value: option.key, maxlength: 40, disabled: off, id: `${here}/options/${at}/key`, ...typed(`${here}/options/${at}/key`, (input) => { option.key = input.value.trim(); }) })),
          !off && h('button', { type: 'button', class: 'button quiet only-icon small', disabled: at === 0, 'aria-label': t('up'), onclick: () => shift(at, -1) }, icon('up')),
          !off && h('button', { type: 'button', class: 'button quiet only-icon small', disabled: at === one.options.length - 1, 'aria-label': t('down'), onclick: () => shift(at, 1) }, icon('down')),
          !off && h('button', { type: 'button', class: 'button quiet only-icon small', disabled: one.options.length < 3, 'aria-label': t('remove'), onclick: () => store.change(undefined, () => one.options.splice(at, 1)) }, icon('remove'))),
        context.faults(`${here}/options/${at}/key`).map((fault) => h('span', { class: 'error' }, icon('warning'), fault.message)))),
      !off && h('button', { type: 'button', class: 'button small', onclick: () => store.change(undefined, () => one.options.push({ key: model.freshKey(one.options.map((each) => each.key), 'o'), text: {} })) }, icon('add'), t('addOption')),
      context.faults(`${here}/options`).filter((fault) => fault.pointer === `${here}/options`).map((fault) => h('span', { class: 'error' }, icon('warning'), fault.message)));
  }

  function limits(one, type, here) {
    const number = (name, label) => field(label, h('input', { inputmode: 'numeric', maxlength: 12, autocomplete: 'off', value: numeral(one[name]), disabled: off, id: `${here}/${name}`, ...typed(`${here}/${name}`, (input) => set(one, name, numberIn(input.value) === undefined ? '' : Math.trunc(numberIn(input.value)))) }), undefined, `${here}/${name}`);
    return h('div', { class: 'pair' }, type === 'number' ? [number('min', t('smallest')), number('max', t('largest'))] : number('max', t('longest')));
  }

  /** When an item is shown: one comparison to choose, or any expression to type. */
  function condition(one, here) {
    const before = model.items(doc()).slice(0, model.items(doc()).indexOf(one)).filter((each) => !['text', 'choices'].includes(each.type));
    const write = (change) => store.change(undefined, () => { one.showIf = model.writeCondition(model.fitCondition({ ...model.readCondition(one.showIf ?? ''), ...change }, before)); });
    const label = (each) => `${each.key}: ${model.shown(each.text, document.documentElement.lang, doc().languages[0]).slice(0, 50)}`;
    const chooser = () => {
      const read = model.readCondition(one.showIf ?? '');
      const target = before.find((each) => each.key === read?.item) ?? before.at(-1);
      if (!target || (one.showIf && read?.item !== target.key)) return [];
      const { facets, values } = model.comparable(target);
      return [
        check(t('showOnlyIf'), Boolean(one.showIf), (on) => { if (on) one.showIf = model.writeCondition(model.fitCondition({ item: target.key }, before)); else delete one.showIf; }),
        one.showIf && h('div', { class: 'condition' },
          select(target.key, before.map((each) => [each.key, label(each)]), (to) => write({ item: to }), t('question')),
          facets && select(read.facet, facets.map((each) => [each, t(`facet.${each}`)]), (to) => write({ facet: to }), t('facets')),
          select(read.operator, Object.entries(model.OPERATORS).filter(([each]) => !values || each === '==' || each === '!=').map(([each, name]) => [each, t(`operator.${name}`)]), (to) => write({ operator: to }), t('showIf')),
          values ? select(read.value, values.map((each) => [each, each === 'true' || each === 'false' ? t(`agreed.${each}`) : model.shown(target.options.find((option) => option.key === each).text, document.documentElement.lang, doc().languages[0]) || each]), (to) => write({ value: to }), t('value'))
            : h('input', { inputmode: 'decimal', maxlength: 12, autocomplete: 'off', value: numeral(read.value), disabled: off, 'aria-label': t('value'), onchange: (event) => write({ value: String(numberIn(event.target.value) ?? read.value) }) })),
      ].filter(Boolean);
    };
    const chosen = h('div', { class: 'stack tight' }, chooser());
    return h('fieldset', { class: 'field' }, h('legend', {}, t('showIf')), chosen,
      field(t('expression'), h('input', {
        dir: 'ltr', class: 'code', value: one.showIf ?? '', disabled: off, maxlength: 500, id: `${here}/showIf`,
        ...typed(`${here}/showIf`, (input) => { set(one, 'showIf', input.value.trim()); chosen.replaceChildren(...chooser()); }),
      }), t('expressionHint'), `${here}/showIf`),
      context.advice(`${here}/showIf`).map((each) => h('span', { class: 'hint advice' }, icon('info'), each.message)));
  }

  return { whole, section, item, several };
}

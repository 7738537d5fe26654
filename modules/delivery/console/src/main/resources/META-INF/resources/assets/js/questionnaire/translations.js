// The texts of a questionnaire side by side in two languages, with how far each language is.

import { h, icon, fill, direction } from '../dom.js';
import * as model from './model.js';

/** context: {store, t, names, jump(pointer)}; speak(tag) tells the preview. */
export function translations(place, context, speak) {
  const { store, t, names } = context;
  const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
  let to;
  let missingOnly = false;
  const cards = h('div', { class: 'grid narrow', role: 'radiogroup', 'aria-label': t('translateInto'), id: 'translated' });
  const tools = h('div', { class: 'row apart' });
  const table = h('div', {});
  place.replaceChildren(h('div', { class: 'stack' }, cards, tools, table));

  const target = () => (store.doc.languages.includes(to) ? to : store.doc.languages[1] ?? store.doc.languages[0]);

  function card(tag) {
    const share = Math.floor(model.progress(store.doc, tag) * 100) / 100;
    const missing = model.untranslated(store.doc, tag).length;
    return h('label', { class: 'stat card progress-card' },
      h('span', { class: 'row' }, h('input', { type: 'radio', name: 'translate-to', id: `translate-to-${tag}`, value: tag, checked: tag === target(), onchange: () => { to = tag; speak(tag); draw(); } }), h('span', { class: 'name' }, names[tag] ?? tag)),
      h('span', { class: 'value' }, percent.format(share)),
      h('progress', { class: 'bar', max: 1, value: share, 'aria-label': t('progressOf', names[tag] ?? tag) }),
      h('span', { class: 'small muted' }, missing ? t('missing', missing) : t('complete')));
  }

  function write(text, tag, value) {
    store.change(`translate ${text.pointer} ${tag}`, (doc) => {
      const { holder, field } = model.texts(doc).find((each) => each.pointer === text.pointer);
      const changed = { ...holder[field] };
      if (value) changed[tag] = value; else delete changed[tag];
      holder[field] = changed;
    });
  }

  function cell(text, tag) {
    const kind = t(`kind.${text.kind}`);
    return h('label', { class: 'side-by-side' }, h('span', { class: 'caption' }, names[tag] ?? tag),
      h('textarea', {
        rows: 1, id: `translate-${text.pointer}-${tag}`, lang: tag, dir: direction(tag), value: text.text[tag] ?? '', disabled: !store.editable, maxlength: 5000,
        class: text.text[tag] ? '' : 'missing', 'aria-label': `${kind} ${text.owner} ${names[tag] ?? tag}`,
        oninput: (event) => { write(text, tag, event.target.value); event.target.classList.toggle('missing', !event.target.value); },
        onblur: () => store.rest(),
        onkeydown: (event) => { if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') { event.preventDefault(); next(event.target, tag); } },
      }));
  }

  /** On to the next text that is missing in the language, round once. */
  function next(from, tag) {
    const all = [...table.querySelectorAll(`textarea[lang="${CSS.escape(tag)}"]`)];
    const at = all.indexOf(from);
    [...all.slice(at + 1), ...all.slice(0, at + 1)].find((each) => !each.value)?.focus();
  }

  function draw() {
    const [first] = store.doc.languages;
    const into = target();
    const columns = into === first ? [first] : [first, into];
    fill(cards, store.doc.languages.map(card));
    fill(tools,
      store.doc.languages.length < 2 ? h('p', { class: 'muted' }, t('oneLanguage')) : h('p', { class: 'muted small' }, t('translateHint')),
      h('div', { class: 'row' },
        h('label', { class: 'choice' }, h('input', { type: 'checkbox', id: 'missing-only', checked: missingOnly, onchange: (event) => { missingOnly = event.target.checked; draw(); } }), h('span', {}, t('missingOnly'))),
        h('button', { type: 'button', class: 'button small', id: 'next-missing', onclick: () => next(document.activeElement, into) }, icon('down'), t('nextMissing'))));
    const texts = model.texts(store.doc).filter((text) => model.needed(text) && (!missingOnly || !text.text[into]));
    fill(table, texts.length === 0 ? h('div', { class: 'empty' }, icon('done'), h('p', {}, t('nothingMissing'))) : h('div', { class: 'translation-list' }, texts.map((text) => h('div', { class: 'translation', 'data-columns': columns.length },
      h('button', { type: 'button', class: 'translation-place', onclick: () => context.jump({ pointer: text.pointer }) }, h('span', {}, t(`kind.${text.kind}`)), text.owner && h('code', {}, text.owner)),
      columns.map((tag) => cell(text, tag))))));
  }

  return {
    draw,
    progress: () => fill(cards, store.doc.languages.map(card)),
    missing(tag) { to = tag; missingOnly = true; draw(); document.querySelector(`.translation textarea[lang="${CSS.escape(tag)}"]`)?.focus(); },
  };
}

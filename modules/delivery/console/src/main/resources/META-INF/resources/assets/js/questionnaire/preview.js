// The respondent's real page at the width of a phone, drawn by the server from the document as it is being written.

import { h, icon, direction } from '../dom.js';

/** chosen hears which item was clicked on the phone. */
export function preview(place, { url, t, names, language, document: read, chosen }) {
  let tag = language;
  let section = 0;
  let timer;
  let asked = 0;
  let looked;
  const frame = h('iframe', { title: t('preview'), class: 'phone-screen', sandbox: 'allow-same-origin' });
  const note = h('p', { class: 'muted small', hidden: true });
  const languages = h('select', { id: 'preview-language', 'aria-label': t('previewLanguage'), onchange: (event) => { tag = event.target.value; draw(); } });
  const pages = h('select', { 'aria-label': t('previewPage'), onchange: (event) => { section = Number(event.target.value); draw(); } });
  place.replaceChildren(
    h('div', { class: 'row' }, icon('phone'), h('div', { class: 'grow' }, languages), h('div', { class: 'grow', id: 'preview-pages' }, pages)),
    h('div', { class: 'phone' }, frame), note);

  function choices(doc) {
    if (!doc.languages.includes(tag)) [tag] = doc.languages;
    languages.replaceChildren(...doc.languages.map((each) => h('option', { value: each, selected: each === tag }, names[each] ?? each)));
    section = Math.min(section, Math.max(0, doc.sections.length - 1));
    pages.parentNode.hidden = doc.onePage !== false || doc.sections.length < 2;
    pages.replaceChildren(...doc.sections.map((_, at) => h('option', { value: at, selected: at === section }, t('previewPageOf', at + 1, doc.sections.length))));
  }

  async function draw() {
    const doc = read();
    choices(doc);
    const turn = ++asked;
    const answer = await fetch(`${url}?language=${encodeURIComponent(tag)}&section=${section}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json', Accept: 'application/json' }, body: JSON.stringify(doc),
    }).catch(() => undefined);
    if (turn !== asked) return;
    note.hidden = answer?.ok === true;
    if (!answer?.ok) {
      note.textContent = t(answer?.status === 422 ? 'previewFaulty' : 'previewAway');
      return;
    }
    const scroll = frame.contentWindow?.scrollY ?? 0;
    const html = await answer.text();
    if (turn !== asked) return;
    frame.addEventListener('load', () => { frame.contentWindow.scrollTo(0, scroll); listen(); reveal(); }, { once: true });
    frame.srcdoc = html;
    frame.setAttribute('dir', direction(tag));
  }

  /** Which item of the document a place of the phone belongs to. */
  function itemAt(element) {
    const names_ = [element, ...element.closest('.i')?.querySelectorAll('[name]') ?? []].map((each) => each.getAttribute?.('name')?.split('.')[0]);
    const keys = read().sections.flatMap((each) => each.items.map((item) => item.key));
    return names_.find((name) => keys.includes(name));
  }
  function listen() {
    if (!chosen) return;
    frame.contentDocument.addEventListener('click', (event) => {
      const key = event.target.closest && itemAt(event.target);
      if (key) { event.preventDefault(); chosen(key); }
    });
  }

  /** Scrolls the phone, and only the phone, to the item that is being written. */
  function reveal() {
    const found = looked && frame.contentDocument?.querySelector(`[name="${CSS.escape(looked)}"], [name^="${CSS.escape(looked)}."]`);
    const block = found?.closest('.i') ?? found?.closest('fieldset');
    if (!block) return;
    const box = block.getBoundingClientRect();
    if (box.top < 0 || box.bottom > frame.clientHeight) frame.contentWindow.scrollBy(0, box.top - 16);
  }

  draw();
  return {
    look(key) { looked = key; reveal(); },
    /** At once after a choice, when it rests after typing. */
    soon(now) { clearTimeout(timer); timer = setTimeout(draw, now ? 0 : 350); },
    show(at) { if (at !== section) { section = at; this.soon(true); } },
    speak(other) { if (other !== tag) { tag = other; this.soon(true); } },
  };
}

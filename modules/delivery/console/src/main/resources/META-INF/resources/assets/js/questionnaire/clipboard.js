// Items on the clipboard: between places of a questionnaire, between questionnaires and windows, and to and from tables,
// where a line is an item and languages stand side by side.

import { say } from '../console.js';
import * as model from './model.js';

const TYPE = 'application/x-entezar-items';

/** context: {store, t, deeds}; insert(items), fromTexts(texts). */
export function clipboard(context, insert, fromTexts) {
  const { store, t, deeds } = context;
  const typing = (event) => event.target.closest?.('input, textarea, select, dialog, [contenteditable]');
  const lines = (items) => items.map((item) => store.doc.languages.map((tag) => (item.text?.[tag] ?? '').replace(/\s+/g, ' ')).join('\t')).join('\n');

  function put(event) {
    const items = deeds.chosen();
    if (typing(event) || items.length === 0 || !window.getSelection().isCollapsed) return false;
    event.preventDefault();
    event.clipboardData.setData(TYPE, JSON.stringify(items));
    event.clipboardData.setData('text/plain', lines(items));
    return items.length;
  }

  document.addEventListener('copy', (event) => {
    const count = put(event);
    if (count) say('done', t('copied', count));
  });
  document.addEventListener('cut', (event) => { if (store.editable && put(event)) deeds.remove(); });
  document.addEventListener('paste', (event) => {
    if (!store.editable || typing(event)) return;
    const items = things(event.clipboardData.getData(TYPE));
    const made = items.length ? model.copies(store.doc, items) : fromTexts(model.listed(event.clipboardData.getData('text/plain'), store.doc.languages).slice(0, 200));
    if (made.length === 0) return;
    event.preventDefault();
    insert(made);
    say('done', t('pasted', made.length), { label: t('undo'), run: () => store.undo() });
  });

  function things(text) {
    try { return JSON.parse(text).slice(0, 400).map(model.adopted).filter(Boolean); } catch { return []; }
  }

  // For whoever has no keys: the browser's own copying, with nothing selected as text.
  return { copy() { window.getSelection().removeAllRanges(); document.activeElement?.blur(); document.execCommand('copy'); } };
}

// A document that is edited in the page and saved whole: undo and redo, a copy on this device until it is saved, and a
// merge when somebody else saved in the meantime, so that nothing typed is lost.

import { say } from './console.js';
import { h, words } from './dom.js';
import { merge, same } from './merge.js';

export class Store extends EventTarget {
  #undo = [];
  #redo = [];
  #open = undefined;

  /** url answers GET and PUT with {document, etag}; texts is the bundle "editing"; normal puts in what may be absent. */
  constructor({ url, document: doc, etag, texts, editable, normal = (each) => each }) {
    super();
    this.normal = normal;
    normal(doc);
    this.url = url;
    this.say = words(texts);
    this.base = structuredClone(doc);
    this.doc = doc;
    this.etag = etag;
    this.editable = editable;
    this.saving = false;
    window.addEventListener('beforeunload', (event) => { if (this.dirty) event.preventDefault(); });
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  get dirty() { return !same(this.base, this.doc); }
  get canUndo() { return this.#undo.length > 0; }
  get canRedo() { return this.#redo.length > 0; }

  /** Changes the document; changes of the same place in a row are one step of undo. */
  change(place, deed) {
    if (!this.editable) return;
    if (!place || this.#open !== place) this.#undo.push(structuredClone(this.doc));
    if (this.#undo.length > 200) this.#undo.shift();
    this.#open = place;
    this.#redo = [];
    deed(this.doc);
    this.#tell(place ? 'typed' : 'changed');
  }

  /** Ends a row of changes of one place. */
  rest() { this.#open = undefined; }

  undo() { this.#step(this.#undo, this.#redo); }
  redo() { this.#step(this.#redo, this.#undo); }

  #step(from, to) {
    if (from.length === 0) return;
    to.push(structuredClone(this.doc));
    this.doc = from.pop();
    this.rest();
    this.#tell('changed');
  }

  #tell(what) {
    this.#keep();
    this.dispatchEvent(new CustomEvent('change', { detail: what }));
  }

  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 's') { event.preventDefault(); this.save(); }
    const typing = event.target.matches?.('input:not([type="checkbox"]):not([type="radio"]), textarea');
    if (typing) return;
    if (key === 'z' && !event.shiftKey) { event.preventDefault(); this.undo(); }
    if (key === 'y' || (key === 'z' && event.shiftKey)) { event.preventDefault(); this.redo(); }
  }

  #keep() {
    try {
      if (this.dirty) localStorage.setItem(`entezar:${this.url}`, JSON.stringify({ etag: this.etag, base: this.base, doc: this.doc }));
      else localStorage.removeItem(`entezar:${this.url}`);
    } catch { /* no room on this device: the page itself still holds it */ }
  }

  /** Brings back what was typed here and never saved. */
  restore() {
    const kept = JSON.parse(localStorage.getItem(`entezar:${this.url}`) ?? 'null');
    if (!kept || same(kept.doc, this.doc)) return;
    const { merged } = merge(kept.base, kept.doc, this.doc);
    if (same(merged, this.doc)) return;
    this.change(undefined, () => { this.doc = merged; });
    say('warning', this.say('restored'), { label: this.say('discard'), run: () => this.undo() });
  }

  /** Saves; answers whether it is saved now. */
  async save() {
    if (!this.editable || this.saving) return false;
    if (!this.dirty) return true;
    this.saving = true;
    this.dispatchEvent(new CustomEvent('state'));
    try {
      return await this.#put();
    } catch (lost) {
      say('failed', this.say('offline'));
      console.warn(lost);
      return false;
    } finally {
      this.saving = false;
      this.dispatchEvent(new CustomEvent('state'));
    }
  }

  async #put() {
    const sent = structuredClone(this.doc);
    const answer = await fetch(this.url, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'If-Match': this.etag },
      body: JSON.stringify(sent),
    });
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) {
      this.etag = told.etag;
      this.base = sent;
      this.faults([]);
      this.#keep();
      say('done', this.say('saved'));
      return true;
    }
    if (answer.status === 412) return this.#meet();
    if (answer.status === 401) {
      say('failed', this.say('signedOut'), { label: this.say('signIn'), run: () => { window.open('/workspaces', '_blank'); } });
    } else {
      this.faults(told.violations ?? []);
      say('failed', told.violations?.length ? this.say('faults', told.violations.length) : told.message ?? this.say('refused'));
    }
    return false;
  }

  /** Tells the page which places were refused: [{pointer, message}]. */
  faults(found) { this.dispatchEvent(new CustomEvent('faults', { detail: found })); }

  async #meet() {
    const current = await (await fetch(this.url, { headers: { Accept: 'application/json' } })).json();
    this.normal(current.document);
    const { merged, conflicts } = merge(this.base, this.doc, current.document);
    if (conflicts.length > 0 && !(await this.#ask(conflicts))) return false;
    this.etag = current.etag;
    this.base = current.document;
    this.change(undefined, () => { this.doc = merged; });
    say('warning', this.say('merged'));
    return this.dirty ? this.#put() : true;
  }

  /** Shows where both changed the same; mine stays when the answer is yes. */
  #ask(conflicts) {
    const brief = (value) => (value === undefined ? this.say('gone') : typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 300);
    return new Promise((decide) => {
      const dialog = h('dialog', { class: 'broad', 'aria-labelledby': 'conflict-title' },
        h('h2', { id: 'conflict-title' }, this.say('conflict.title')),
        h('p', { class: 'muted' }, this.say('conflict.text')),
        h('div', { class: 'table-wrap' }, h('table', {},
          h('thead', {}, h('tr', {}, h('th', {}, this.say('conflict.place')), h('th', {}, this.say('conflict.mine')), h('th', {}, this.say('conflict.theirs')))),
          h('tbody', {}, conflicts.map((each) => h('tr', {}, h('td', { class: 'code' }, each.path), h('td', { dir: 'auto' }, brief(each.mine)), h('td', { dir: 'auto' }, brief(each.theirs))))))),
        h('div', { class: 'doings' },
          h('button', { type: 'button', class: 'button', onclick: () => dialog.close('no') }, this.say('conflict.wait')),
          h('button', { type: 'button', class: 'button primary', onclick: () => dialog.close('yes') }, this.say('conflict.keep'))));
      dialog.addEventListener('close', () => { dialog.remove(); decide(dialog.returnValue === 'yes'); });
      document.body.append(dialog);
      dialog.showModal();
    });
  }
}

/** The bar that shows whether all is saved, with undo, redo and save. */
export function savingBar(store) {
  const bar = h('div', { class: 'saving-bar' });
  const draw = () => {
    const { say: t } = store;
    bar.replaceChildren(
      h('span', { class: `badge ${store.dirty ? 'warn' : 'good'}`, role: 'status' }, store.saving ? t('saving') : store.dirty ? t('unsaved') : t('allSaved')),
      h('button', { type: 'button', class: 'button quiet small', disabled: !store.canUndo, onclick: () => store.undo() }, t('undo')),
      h('button', { type: 'button', class: 'button quiet small', disabled: !store.canRedo, onclick: () => store.redo() }, t('redo')),
      h('button', { type: 'button', class: 'button primary small', id: 'save', disabled: !store.dirty || store.saving, onclick: () => store.save() }, t('save')));
  };
  store.addEventListener('change', draw);
  store.addEventListener('state', draw);
  draw();
  return bar;
}

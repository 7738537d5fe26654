// A document that is edited in the page and saved whole: undo and redo, a copy on this device until it is saved, and a
// merge when somebody else saved in the meantime, so that nothing typed is lost.

import { say } from './console.js';
import { h, icon, letter, words } from './dom.js';
import { merge, same } from './merge.js';

/** Typing in one place is one step of undo until it rests this long. */
const PAUSE = 1500;
/** Saved by itself when nothing was changed for this long, and no later than after the other. */
const REST = 1500;
const LATEST = 15_000;
/** What browsers still send when the page is already closed. */
const LAST_WORDS = 60_000;

export class Store extends EventTarget {
  #undo = [];
  #redo = [];
  #open = undefined;
  #touched = 0;
  #timer = undefined;
  #since = undefined;
  #running = undefined;

  /**
   * url answers GET and PUT with {document, etag}; texts is the bundle "editing"; normal puts in what may be absent;
   * join merges; place says in words what stands at a path of a conflict; saves: by itself.
   */
  constructor({ url, document: doc, etag, texts, editable, normal = (each) => each, join = merge, place = (path) => path, brief, saves = false }) {
    super();
    Object.assign(this, { url, etag, editable, normal, join, place, brief, saves, saving: false, trouble: '', savedAt: undefined });
    normal(doc);
    this.say = words(texts);
    this.base = structuredClone(doc);
    this.sent = structuredClone(doc);
    this.doc = doc;
    window.addEventListener('beforeunload', (event) => { if (this.dirty && !this.#lastWords()) event.preventDefault(); });
    document.addEventListener('visibilitychange', () => { if (document.hidden && saves) this.save({ quiet: true }); });
    window.addEventListener('online', () => this.#later(0));
    document.addEventListener('keydown', (event) => this.#key(event));
  }

  get dirty() { return !same(this.sent, this.doc); }
  get canUndo() { return this.#undo.length > 0; }
  get canRedo() { return this.#redo.length > 0; }

  /** Changes the document; changes of the same place in a row are one step of undo. */
  change(place, deed) {
    if (!this.editable) return;
    const now = Date.now();
    if (!place || this.#open !== place || now - this.#touched > PAUSE) this.#undo.push(structuredClone(this.doc));
    if (this.#undo.length > 200) this.#undo.shift();
    this.#open = place;
    this.#touched = now;
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
    if (this.trouble === 'faulty') this.trouble = '';
    this.#keep();
    this.#later(REST);
    this.dispatchEvent(new CustomEvent('change', { detail: what }));
  }

  #later(wait) {
    if (!this.saves || !this.dirty || this.trouble === 'conflict') return;
    const now = Date.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save({ quiet: true }), Math.min(wait, Math.max(0, this.#since + LATEST - now)));
  }

  #key(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.target.closest?.('dialog')) return;
    const key = letter(event);
    if (key === 's') { event.preventDefault(); this.save(); return; }
    // Fields of the editor follow the document's undo, others their own.
    const typing = event.target.matches?.('input:not([type="checkbox"]):not([type="radio"]):not([type="range"]), textarea');
    if (typing && !event.target.closest('.editor, .categories')) return;
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
    const { merged } = this.join(kept.base, kept.doc, this.doc);
    if (same(merged, this.doc)) return;
    this.change(undefined, () => { this.doc = merged; });
    say('warning', this.say('restored'), { label: this.say('discard'), run: () => this.undo() });
  }

  /** Saves; answers whether all is saved now. Quietly means: by itself, so that nothing interrupts who is writing. */
  async save({ quiet = false } = {}) {
    clearTimeout(this.#timer);
    if (!this.editable) return false;
    while (this.#running) await this.#running;
    if (!this.dirty) return true;
    if (quiet && this.trouble === 'conflict') return false;
    this.#running = this.#attempt(quiet);
    const done = await this.#running;
    this.#running = undefined;
    if (done) this.#since = undefined;
    if (this.dirty && !this.trouble) this.#later(REST);
    return done;
  }

  async #attempt(quiet) {
    this.saving = true;
    this.dispatchEvent(new CustomEvent('state'));
    try {
      return await this.#put(quiet);
    } catch (lost) {
      this.trouble = 'offline';
      if (!quiet) say('failed', this.say('offline'));
      console.warn(lost);
      setTimeout(() => { if (this.trouble === 'offline') this.#later(0); }, 20_000);
      return false;
    } finally {
      this.saving = false;
      this.dispatchEvent(new CustomEvent('state'));
    }
  }

  #request(sent, more = {}) {
    return fetch(this.url, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'If-Match': this.etag },
      body: JSON.stringify(sent),
      ...more,
    });
  }

  async #put(quiet) {
    const sent = structuredClone(this.doc);
    const answer = await this.#request(sent);
    const told = await answer.json().catch(() => ({}));
    if (answer.ok) {
      this.trouble = '';
      this.etag = told.etag;
      this.base = this.normal(told.document) ?? told.document;
      this.sent = sent;
      this.savedAt = new Date();
      this.faults([], quiet);
      this.#keep();
      if (!quiet && !this.saves) say('done', this.say('saved'));
      return true;
    }
    if (answer.status === 412) return this.#meet(quiet);
    if (answer.status === 401) {
      this.trouble = 'signedOut';
      say('failed', this.say('signedOut'), { label: this.say('signIn'), run: () => { window.open('/workspaces', '_blank'); } });
    } else {
      this.trouble = told.violations?.length ? 'faulty' : 'refused';
      this.faults(told.violations ?? [], quiet);
      if (!quiet) say('failed', told.violations?.length ? this.say('faults', told.violations.length) : told.message ?? this.say('refused'));
    }
    return false;
  }

  /** Tells the page which places were refused: [{pointer, message}]; quietly, it leaves the one who writes where they are. */
  faults(found, quiet = false) { this.dispatchEvent(Object.assign(new CustomEvent('faults', { detail: found }), { quiet })); }

  async #current() {
    const current = await (await fetch(this.url, { headers: { Accept: 'application/json' } })).json();
    this.normal(current.document);
    return current;
  }

  async #meet(quiet) {
    const current = await this.#current();
    const { conflicts, merged } = this.join(this.base, this.doc, current.document);
    if (conflicts.length === 0) {
      this.#take(current, merged);
      say('done', this.say('merged'));
      return this.dirty ? this.#put(quiet) : true;
    }
    if (quiet) {
      this.trouble = 'conflict';
      return false;
    }
    const picks = await this.#ask(conflicts);
    if (!picks) {
      this.trouble = 'conflict';
      return false;
    }
    this.trouble = '';
    this.#take(current, this.join(this.base, this.doc, current.document, picks).merged);
    return this.dirty ? this.#put(quiet) : true;
  }

  /** Somebody else's state becomes the ground; what can be undone is mine, so theirs is put under each step of it. */
  #take(current, merged) {
    const under = (step) => this.join(this.base, step, current.document).merged;
    this.#undo = this.#undo.map(under);
    this.#redo = this.#redo.map(under);
    this.etag = current.etag;
    this.base = structuredClone(current.document);
    this.sent = structuredClone(current.document);
    this.doc = merged;
    this.rest();
    this.#keep();
    this.dispatchEvent(new CustomEvent('change', { detail: 'merged' }));
  }

  /** Takes in what somebody else saved, when this page hears of another state than its own. */
  async hear(etag) {
    if (etag === this.etag || this.#running) return false;
    if (this.dirty) return this.save({ quiet: true });
    const current = await this.#current();
    if (this.dirty || this.#running || current.etag === this.etag) return false;
    this.#take(current, structuredClone(current.document));
    return true;
  }

  /** Sends what is left when the page closes; answers whether it will arrive. */
  #lastWords() {
    if (!this.saves || this.trouble || JSON.stringify(this.doc).length > LAST_WORDS) return false;
    this.#request(this.doc, { keepalive: true }).catch(() => {});
    return true;
  }

  /** Shows where both changed the same; answers by path whose stays, or nothing when it is left for later. */
  #ask(conflicts) {
    const brief = (value) => (value === undefined ? this.say('gone') : typeof value === 'string' ? value : this.brief?.(value) ?? JSON.stringify(value)).slice(0, 300);
    const choice = ({ path, mine, theirs }, at) => h('fieldset', { class: 'conflict' }, h('legend', {}, this.place(path)),
      [['mine', mine], ['theirs', theirs]].map(([whose, value]) => h('label', { class: 'choice' },
        h('input', { type: 'radio', name: `conflict-${at}`, value: whose, checked: whose === 'mine' }),
        h('span', {}, h('span', { class: 'caption' }, this.say(`conflict.${whose}`)), h('span', { dir: 'auto' }, brief(value))))));
    return new Promise((decide) => {
      const dialog = h('dialog', { class: 'broad', 'aria-labelledby': 'conflict-title' },
        h('h2', { id: 'conflict-title' }, this.say('conflict.title')),
        h('p', { class: 'muted' }, this.say('conflict.text')),
        h('div', { class: 'stack' }, conflicts.map(choice)),
        h('div', { class: 'doings' },
          h('button', { type: 'button', class: 'button', onclick: () => dialog.close('no') }, this.say('conflict.wait')),
          h('button', { type: 'button', class: 'button primary', onclick: () => dialog.close('yes') }, this.say('conflict.keep'))));
      dialog.addEventListener('close', () => {
        const picks = Object.fromEntries(conflicts.map(({ path }, at) => [path, dialog.querySelector(`[name="conflict-${at}"]:checked`).value]));
        dialog.remove();
        decide(dialog.returnValue === 'yes' ? picks : undefined);
      });
      document.body.append(dialog);
      dialog.showModal();
    });
  }
}

/** The bar that shows whether all is saved, with undo and redo, and save where that is not done by itself. */
export function savingBar(store) {
  const { say: t } = store;
  const time = new Intl.DateTimeFormat(document.documentElement.lang, { hour: '2-digit', minute: '2-digit' });
  const trouble = h('span', { role: 'status', class: 'hidden-visually' });
  const bar = h('div', { class: 'saving-bar' });
  const state = () => {
    if (store.saving) return ['', t('saving')];
    if (store.trouble) return ['bad', t(`trouble.${store.trouble}`)];
    if (store.dirty) return ['warn', t('unsaved')];
    return ['good', store.savedAt ? t('savedAt', time.format(store.savedAt)) : t('allSaved')];
  };
  const button = (name, enabled, deed, keys) => h('button', { type: 'button', class: 'button quiet only-icon small', id: name, title: `${t(name)} (${keys})`, 'aria-label': t(name), disabled: !enabled, onclick: deed }, icon(name, true));
  const draw = () => {
    const [kind, text] = state();
    const active = document.activeElement?.id;
    bar.replaceChildren(
      h('span', { class: `badge ${kind}`, id: 'save-state', 'data-state': store.saving ? 'saving' : store.trouble || (store.dirty ? 'unsaved' : 'saved') }, text),
      store.trouble === 'conflict' ? h('button', { type: 'button', class: 'button small', id: 'resolve', onclick: () => store.save() }, t('conflict.look')) : '',
      button('undo', store.canUndo, () => store.undo(), 'Ctrl+Z'),
      button('redo', store.canRedo, () => store.redo(), 'Ctrl+Shift+Z'),
      store.saves ? '' : h('button', { type: 'button', class: 'button primary small', id: 'save', disabled: !store.dirty || store.saving, onclick: () => store.save() }, t('save')));
    if (['undo', 'redo', 'save', 'resolve'].includes(active)) document.getElementById(active)?.focus();
    const said = store.trouble && !store.saving ? text : '';
    if (trouble.textContent !== said) trouble.textContent = said;
  };
  store.addEventListener('change', draw);
  store.addEventListener('state', draw);
  draw();
  return [bar, trouble];
}

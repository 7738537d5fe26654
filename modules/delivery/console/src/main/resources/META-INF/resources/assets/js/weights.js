// The points of siblings as one bar of constant sum: between two neighbours stands a handle that gives points of the one
// to the other, by pointer or by keys. Each handle is a slider whose value is the share of the one before it.

import { h } from './dom.js';

const COLOURS = 6;
/** CSS pixels that a handle needs for itself, as WCAG 2.2 wants of targets. */
const HANDLE = 24;

/**
 * list is the siblings; context: {t, percent, label(category), change(deed), rest(), editable}; the deed gets the weights
 * as numbers of a fixed sum.
 */
export function weightBar(list, name, context) {
  const { t, percent, label, editable } = context;
  const total = () => list.reduce((sum, each) => sum + Number(each.weight), 0);
  const shares = () => { const sum = total(); return list.map((each) => (sum > 0 ? Number(each.weight) / sum : 1 / list.length)); };
  const track = h('div', { class: 'weight-track', dir: document.documentElement.dir });
  const rtl = document.documentElement.dir === 'rtl';
  const parts = list.map((category, at) => h('div', { class: 'weight-part', 'data-colour': at % COLOURS, title: label(category) }, h('span', { class: 'weight-name clip' }), h('span', { class: 'number' })));
  const handles = editable ? list.slice(0, -1).map((category, at) => h('button', {
    type: 'button', class: 'weight-handle', id: `handle-${category.key}`, role: 'slider', 'aria-orientation': 'horizontal', 'aria-valuemin': 0,
    'aria-label': t('between', label(category), label(list[at + 1])), onkeydown: (event) => key(event, at), onpointerdown: (event) => hold(event, at), onblur: () => context.rest(),
  })) : [];
  track.append(...parts.flatMap((part, at) => [part, handles[at]]).filter(Boolean));

  /** Gives points so that the one before the handle has this share, within what the two have together; whole percents. */
  function give(at, share) {
    const now = shares();
    const both = now[at] + now[at + 1];
    const wanted = Math.round(Math.min(Math.max(share, 0), both) * 100) / 100;
    const to = Math.min(wanted, both);
    if (Math.abs(to - now[at]) < 1e-9) return;
    const sum = total() > 0 ? total() : 100;
    const points = now.map((each) => each * sum);
    points[at] = to * sum;
    points[at + 1] = (both - to) * sum;
    context.change(list, points.map((each) => Math.round(each * 1000) / 1000));
  }

  function key(event, at) {
    const forward = rtl ? 'ArrowLeft' : 'ArrowRight';
    const back = rtl ? 'ArrowRight' : 'ArrowLeft';
    const now = shares();
    const step = { [forward]: 0.01, [back]: -0.01, ArrowUp: 0.01, ArrowDown: -0.01, PageUp: 0.05, PageDown: -0.05 }[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? now[at] + now[at + 1] : step && now[at] + step;
    if (to === undefined) return;
    event.preventDefault();
    give(at, to);
  }

  function hold(event, at) {
    if (event.button !== 0) return;
    const handle = handles[at];
    handle.setPointerCapture(event.pointerId);
    const move = (moved) => {
      const box = track.getBoundingClientRect();
      const part = (rtl ? box.right - moved.clientX : moved.clientX - box.left) / box.width;
      give(at, part - shares().slice(0, at).reduce((sum, each) => sum + each, 0));
    };
    const end = () => { handle.removeEventListener('pointermove', move); context.rest(); };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end, { once: true });
    handle.addEventListener('pointercancel', end, { once: true });
  }

  function draw() {
    const now = shares();
    const whole = (value) => Math.round(value * 1000) / 10;
    parts.forEach((part, at) => {
      part.style.setProperty('flex-grow', String(Math.max(now[at], 0.0001)));
      part.querySelector('.weight-name').textContent = label(list[at]);
      part.querySelector('.number').textContent = percent.format(now[at]);
      part.classList.toggle('thin', now[at] < 0.09);
    });
    handles.forEach((handle, at) => {
      handle.setAttribute('aria-valuemax', String(whole(now[at] + now[at + 1])));
      handle.setAttribute('aria-valuenow', String(whole(now[at])));
      handle.setAttribute('aria-valuetext', t('shares', label(list[at]), percent.format(now[at]), label(list[at + 1]), percent.format(now[at + 1])));
    });
    makeRoom();
  }

  /** Of handles that would lie on one another one stays, at best the one in use; the fields below reach every share. */
  function makeRoom() {
    handles.forEach((handle) => { handle.hidden = false; });
    const centres = new Map(handles.map((handle) => { const { left, width } = handle.getBoundingClientRect(); return [handle, left + width / 2]; }));
    const kept = [];
    for (const handle of handles.slice().sort((one, other) => (other === document.activeElement) - (one === document.activeElement))) {
      handle.hidden = kept.some((other) => Math.abs(centres.get(other) - centres.get(handle)) < HANDLE);
      if (!handle.hidden) kept.push(handle);
    }
  }
  new ResizeObserver(makeRoom).observe(track);
  draw();
  const bar = h('div', { class: 'weights', role: 'group', 'aria-label': name }, track,
    editable && h('button', { type: 'button', class: 'button quiet small', onclick: () => context.change(list, list.map(() => 100 / list.length).map((each) => Math.round(each * 1000) / 1000)) }, t('even')));
  return Object.assign(bar, { redraw: draw });
}

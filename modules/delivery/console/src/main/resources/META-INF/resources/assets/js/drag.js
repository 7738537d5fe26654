// Rows that are dragged to another place: by mouse from anywhere on a row, by finger or pen from its grip. Escape lets
// go. Keys are the page's own business.

const FAR = 5;
const EDGE = 48;

/**
 * root holds the rows; rows and grip are selectors; begin(row) answers what the pointer carries as {label, …}, or nothing;
 * land(carried, row, part) answers before, after or in, or nothing where it cannot land, part being 0 at the row's top and
 * 1 at its foot; drop(carried, row, where) does it.
 */
export function draggable(root, { rows, grip, begin, land, drop }) {
  let held;
  let onto;
  let ghost;

  root.addEventListener('pointerdown', (event) => {
    const row = event.target.closest(rows);
    const gripped = event.target.closest(grip);
    if (!row || event.button !== 0 || (!gripped && (event.pointerType !== 'mouse' || event.target.closest('a, button, input, select, textarea')))) return;
    held = { row, x: event.clientX, y: event.clientY, id: event.pointerId };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', escape, true);
  });

  function move(event) {
    if (event.pointerId !== held.id) return;
    if (!held.carried) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < FAR) return;
      const carried = begin(held.row);
      if (!carried) { cancel(); return; }
      held.carried = carried;
      held.row.classList.add('dragged');
      document.documentElement.classList.add('dragging');
      ghost = document.createElement('div');
      ghost.className = 'drag-ghost';
      ghost.textContent = carried.label;
      ghost.setAttribute('aria-hidden', 'true');
      document.body.append(ghost);
    }
    event.preventDefault();
    ghost.style.setProperty('translate', `${event.clientX + 12}px ${event.clientY + 8}px`);
    scroll(event);
    show(event);
  }

  function show(event) {
    delete onto?.row.dataset.lands;
    const row = document.elementFromPoint(event.clientX, event.clientY)?.closest(rows);
    onto = undefined;
    if (!row || !root.contains(row)) return;
    const box = row.getBoundingClientRect();
    const where = land(held.carried, row, (event.clientY - box.top) / box.height);
    if (!where) return;
    onto = { row, where };
    row.dataset.lands = where;
  }

  function scroll(event) {
    const inner = root.scrollHeight > root.clientHeight && getComputedStyle(root).overflowY !== 'visible' ? root : document.scrollingElement;
    const box = inner === root ? root.getBoundingClientRect() : { top: 0, bottom: window.innerHeight };
    if (event.clientY < box.top + EDGE) inner.scrollBy(0, -12);
    if (event.clientY > box.bottom - EDGE) inner.scrollBy(0, 12);
  }

  function end(event) {
    if (event.pointerId !== held.id) return;
    const { carried } = held;
    const target = onto;
    cancel();
    if (!carried) return;
    // The press was for dragging; it is no click.
    window.addEventListener('click', stop, { capture: true, once: true });
    setTimeout(() => window.removeEventListener('click', stop, true), 0);
    if (target) drop(carried, target.row, target.where);
  }

  function cancel() {
    delete onto?.row.dataset.lands;
    onto = undefined;
    held?.row.classList.remove('dragged');
    document.documentElement.classList.remove('dragging');
    ghost?.remove();
    ghost = undefined;
    held = undefined;
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', escape, true);
  }

  const stop = (event) => { event.preventDefault(); event.stopPropagation(); };
  function escape(event) { if (event.key === 'Escape') { stop(event); cancel(); } }
}

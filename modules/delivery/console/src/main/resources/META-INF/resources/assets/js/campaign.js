// Keeps the figures of a campaign as new as the responses, while the page is looked at. Without scripts, or when the server
// has no room for one more, the page shows them as of when it was drawn.

const PAUSE = 4_000;
let shown = Number(document.getElementById('fielding').dataset.responses);
let wanted = shown;
let busy = false;
let source;

function follow() {
  source?.close();
  source = undefined;
  if (document.hidden) return;
  source = new EventSource(document.getElementById('fielding').dataset.events);
  source.addEventListener('count', (event) => { wanted = JSON.parse(event.data).responses; draw(); });
}

/** Draws the section anew as the server draws it, a few seconds apart at the least. */
async function draw() {
  if (busy || wanted === shown) return;
  busy = true;
  try {
    const answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('fielding');
    if (!fresh) return;
    const old = document.getElementById('fielding');
    const open = old.querySelector('details')?.open;
    shown = Number(fresh.dataset.responses);
    old.replaceWith(document.adoptNode(fresh));
    if (open) fresh.querySelector('details').open = true;
  } catch (away) {
    console.warn(away);
  } finally {
    setTimeout(() => { busy = false; draw(); }, PAUSE);
  }
}

document.addEventListener('visibilitychange', follow);
window.addEventListener('pagehide', () => source?.close());
follow();

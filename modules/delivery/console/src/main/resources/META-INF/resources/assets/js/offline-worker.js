// Answers pages that cannot be fetched with one that says so. Nothing else is kept or touched: what respondents see is not
// the console's.

const kept = `offline-${self.location.pathname}${self.location.search}`;

// What the page is made of is fetched once with it, and kept by the browser like all that carries its version in its name.
async function keep() {
  const page = await fetch('/offline', { cache: 'reload' });
  if (!page.ok) throw new Error(`/offline: ${page.status}`);
  const parts = (await page.clone().text()).matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g);
  await Promise.all([...parts].map(([, part]) => fetch(part)));
  await (await caches.open(kept)).put('/offline', page);
}

self.addEventListener('install', (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith('offline-') && name !== kept).map((name) => caches.delete(name)))));
});
self.addEventListener('fetch', (event) => {
  const form = event.request.method === 'POST' && event.request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  if (event.request.mode !== 'navigate' || !(form || event.request.method === 'GET')) return;
  if (new URL(event.request.url).pathname.startsWith('/s/')) return;
  event.respondWith(fetch(event.request).catch(() => caches.match('/offline')));
});

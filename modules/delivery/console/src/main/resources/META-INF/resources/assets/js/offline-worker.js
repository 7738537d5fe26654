// Answers pages that cannot be fetched with one that says so. Nothing else is kept or touched.

const kept = `offline-${self.location.pathname}${self.location.search}`;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.add(new Request('/offline', { cache: 'reload' }))).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter((name) => name.startsWith('offline-') && name !== kept).map((name) => caches.delete(name)))));
});
self.addEventListener('fetch', (event) => {
  const form = event.request.method === 'POST' && event.request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded');
  if (event.request.mode !== 'navigate' || !(form || event.request.method === 'GET')) return;
  event.respondWith(fetch(event.request).catch(() => caches.match('/offline')));
});

// Files of answers: one that is too large is refused before it travels, progress moves by itself.

const file = document.querySelector('input[data-largest]');
file?.addEventListener('change', () => {
  const tooLarge = file.files[0]?.size > Number(file.dataset.largest);
  file.setCustomValidity(tooLarge ? file.dataset.tooLarge : '');
  file.reportValidity();
});

const bar = document.querySelector('[data-follows]');
if (bar) {
  const events = new EventSource(bar.dataset.follows);
  const show = (event) => {
    const { done, total, words } = JSON.parse(event.data);
    bar.max = Math.max(1, total);
    bar.value = done;
    document.getElementById('progress-words').textContent = words;
  };
  events.addEventListener('error', () => {
    // Refused for good, as when too many are followed: look again by loading, as pages without scripts do.
    if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 5000);
  });
  events.addEventListener('progress', show);
  events.addEventListener('end', (event) => {
    show(event);
    events.close();
    location.reload();
  });
}

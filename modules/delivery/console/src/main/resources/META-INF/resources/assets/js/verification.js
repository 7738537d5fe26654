// Long work on the page about verification: each bar moves by itself, and the page is drawn again when one has ended.

for (const bar of document.querySelectorAll('[data-follows]')) {
  const words = bar.parentElement.querySelector('[role="status"]');
  const events = new EventSource(bar.dataset.follows);
  const show = (event) => {
    const told = JSON.parse(event.data);
    bar.max = Math.max(1, told.total);
    bar.value = told.done;
    words.textContent = told.words;
  };
  events.addEventListener('progress', show);
  events.addEventListener('end', (event) => {
    show(event);
    events.close();
    location.reload();
  });
}

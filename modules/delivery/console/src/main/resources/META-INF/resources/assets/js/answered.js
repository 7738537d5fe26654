// Runs before its page is seen, since the other scripts may come after people have begun: a page of the console has answered,
// so nothing waits in this tab any more. What was sent is left to forms.js, which gives back what the page lacks.

window.sentBefore = {};
for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith('entezar:form:'))) {
  window.sentBefore[key] = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
}

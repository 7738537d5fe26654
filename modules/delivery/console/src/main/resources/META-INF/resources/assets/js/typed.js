// What was typed into guarded forms, kept in this tab from sending until a page of the console has answered.

const prefix = 'entezar:form:';
const at = (form) => `${prefix}${window.location.pathname}#${form.id}`;
const typed = (form) => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !name.startsWith('jakarta.faces.') && name !== 'form-token' && name !== form.id && form.elements[name]?.type !== 'password');

export function keep(form) {
  try {
    sessionStorage.setItem(at(form), JSON.stringify({ address: window.location.pathname + window.location.search, fields: typed(form) }));
  } catch { /* no room: then it is typed again */ }
}

/** The fields that were sent from this form and differ from what it holds; undefined when there are none. */
export function kept(form) {
  const text = sessionStorage.getItem(at(form));
  if (!text) return undefined;
  const { fields } = JSON.parse(text);
  return JSON.stringify(fields) === JSON.stringify(typed(form)) ? undefined : fields;
}

/** Where something was typed that no page has taken yet; undefined when nothing was. */
export function waiting() {
  const key = Object.keys(sessionStorage).find((name) => name.startsWith(prefix));
  return key && JSON.parse(sessionStorage.getItem(key)).address;
}

export function forget() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}

// What was typed into guarded forms, kept in this tab from sending until a page of the console has answered.

const prefix = 'entezar:form:';
const at = (form) => `${prefix}${window.location.pathname}#${form.id}`;
const typed = (form) => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !name.startsWith('jakarta.faces.') && name !== 'form-token' && name !== form.id && form.elements[name]?.type !== 'password');

export function keep(form) {
  try {
    sessionStorage.setItem(at(form), JSON.stringify({ address: window.location.pathname + window.location.search, fields: typed(form) }));
  } catch { /* no room: then it is typed again */ }
}

/** The fields that were sent from this form, as answered.js took them; undefined when none were. */
export function kept(form) {
  const text = window.sentBefore?.[at(form)];
  return text ? JSON.parse(text).fields : undefined;
}

const asItCame = (field) => {
  if (field.matches('[type="checkbox"], [type="radio"]')) return field.checked === field.defaultChecked;
  if (!field.options) return field.value === field.defaultValue;
  const chosen = [...field.options].findIndex((option) => option.defaultSelected);
  return field.selectedIndex === (chosen < 0 ? 0 : chosen);
};

/** Whether nobody has answered this field on this page: pages are there before their scripts, and so are people. */
export function untouched(field) {
  return field.type === 'radio' ? [...field.form.elements].filter(({ name }) => name === field.name).every(asItCame) : asItCame(field);
}

/** Where something was typed that no page has taken yet; undefined when nothing was. */
export function waiting() {
  const key = Object.keys(sessionStorage).find((name) => name.startsWith(prefix));
  return key && JSON.parse(sessionStorage.getItem(key)).address;
}

// A published version as a phone shows it.

import { given, words } from '../dom.js';
import { preview } from './preview.js';

const start = given('start');
preview(document.getElementById('preview'), {
  url: `${start.address}/preview`,
  t: words(given('texts')),
  names: given('language-names'),
  language: start.document.languages.find((tag) => tag === document.documentElement.lang) ?? start.document.languages[0],
  document: () => start.document,
});

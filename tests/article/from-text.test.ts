import { expect, it } from 'vitest';
import { articleFromText } from '../../lib/article/from-text.ts';

it.each([
  [
    'told by its words',
    'Der Rat hat am Freitag entschieden, dass die Bücherei nicht geschlossen wird.',
    {},
    'de',
  ],
  ['as it was declared', 'Der Rat hat am Freitag entschieden.', { language: 'de-CH' }, 'de-CH'],
  ['English', 'The council said that it would not close the library.', {}, 'en'],
  ['English where nothing can be told', 'Ghent 2,000', {}, 'en'],
])('the language of a text alone is %s', (_case, text, about, expected) => {
  expect(articleFromText(text, about).language).toBe(expected);
});

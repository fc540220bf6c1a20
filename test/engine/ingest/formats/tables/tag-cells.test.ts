import { expect, test } from 'vitest';
import { tagsIn } from '../../../../../electron/engine/ingest/formats/tables/tag-cells.ts';

test.each([
  ['sea, port , sea', ['sea', 'port']],
  ['sea|north; port|', ['sea', 'north; port']],
  ['#sea #port/north', ['sea', 'port/north']],
  ['North Sea', ['North Sea']],
  [`['sea', "the port"]`, ['sea', 'the port']],
  [
    ['[[Sea]]', ' two  words '],
    ['Sea', 'two words'],
  ],
  ['', []],
])('tags are told apart in %j', (cell, tags) => {
  expect(tagsIn([cell])).toEqual(tags);
});

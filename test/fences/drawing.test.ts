import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';
import { listed } from './drawing/draw-folders.ts';
import { folderGraph } from './drawing/folder-graph.ts';

test('the drawing of the folders shows those that there are and who imports whom: npm run drawing', () => {
  const drawn = readFileSync(join(checkout, 'docs/pictures/folders.svg'), 'utf8');
  const said = /<desc>(.*?)<\/desc>/su.exec(drawn)?.[1]?.replaceAll('&gt;', '>');
  expect(said?.split('; ')).toEqual(listed(folderGraph(checkout)).split('; '));
});

test('no arrow of the drawing is one that the fences forbid', () => {
  expect(folderGraph(checkout).arrows.filter(({ isAllowed }) => !isAllowed)).toEqual([]);
});

import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkout } from '../../../electron/dev/checkout.ts';
import { explain } from '../../../electron/dev/explain.ts';
import { drawFolders } from './draw-folders.ts';
import { folderGraph } from './folder-graph.ts';

// `npm run drawing`: the folders and their imports, as they are here or in another checkout, into an SVG of docs/.

await explain(async () => {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: checkout },
      title: { type: 'string', default: 'The folders and their imports' },
      to: { type: 'string', default: 'docs/pictures/folders.svg' },
    },
  });
  const picture = await drawFolders(folderGraph(resolve(values.root)), values.title);
  await writeFile(join(checkout, values.to), picture);
  console.log(values.to);
});

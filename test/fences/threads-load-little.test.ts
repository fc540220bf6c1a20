import { expect, test } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';
import { importGraph } from '../support/import-graph.ts';

// What reads articles takes longer to load than a library of a million takes to open.
const readersOfArticles = ['franc', 'iconv-lite'];

test.each(['writer-thread', 'search-thread'])(
  '%s, for which a library waits that is opened, loads nothing that reads articles',
  async (thread) => {
    const { files, modules } = await importGraph(checkout, [`electron/engine/threads/${thread}.ts`]);
    expect(readersOfArticles.filter((name) => modules.has(name))).toEqual([]);
    expect(files).not.toContain('electron/engine/article/read-article.ts');
    expect(files).not.toContain('electron/engine/article/text/char-classes.ts');
  },
);

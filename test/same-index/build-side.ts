import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { IndexWriter } from '../../electron/engine/index/index-writer.ts';
import type { Database, openDatabase } from '../../electron/engine/sqlite.ts';
import { WrittenIndex } from '../parity/written-index.ts';
import { bundleIn } from '../support/commit-checkout.ts';

/** What every commit has under these names. */
type IndexModule = Readonly<{ IndexWriter: typeof IndexWriter; openDatabase: typeof openDatabase }>;

const entry = '.cache/same-index/entry.ts';
const bundled = '.cache/same-index/index-writer.mjs';
const entryText = `
  export { IndexWriter } from '../../electron/engine/index/index-writer.ts';
  export { openDatabase } from '../../electron/engine/sqlite.ts';
`;

/** The code of a checkout that writes an index, as it is there. */
export async function loadIndexModule(dir: string): Promise<IndexModule> {
  mkdirSync(join(dir, '.cache/same-index'), { recursive: true });
  writeFileSync(join(dir, entry), entryText);
  bundleIn(dir, { [entry]: bundled });
  return (await import(pathToFileURL(join(dir, bundled)).href)) as IndexModule;
}

/** An index that the code of one checkout writes, in a file. */
export class SideIndex extends WrittenIndex {
  readonly db: Database;

  constructor(module: IndexModule, path: string, mergeStepCost: number) {
    const db = module.openDatabase(path, { readOnly: false });
    super(module.IndexWriter.open(db, { mergeStepCost }));
    this.db = db;
  }

  /** As the library does when nothing else is to be done. */
  rest(): void {
    this.writer.scrub();
    while (this.writer.restStep());
  }

  close(): void {
    this.db.close();
  }
}

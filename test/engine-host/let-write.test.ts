import { expect, it } from 'vitest';
import type { ExportDone } from '../../electron/contract/export-api.ts';
import { LetWrite } from '../../electron/engine-host/let-write.ts';
import { saying } from '../support/saying.ts';
import { stubEngine } from '../support/stub-engine/stub-engine.ts';

const done: ExportDone = { path: '/out', articles: 1, left: 0, originals: { copied: 0, missing: 0 } };
const order = {
  selection: { ids: [] },
  format: 'jsonl',
  fields: null,
  layout: 'one',
  originals: false,
} as const;

it('writes where a person chose, also when that is said a little later', async () => {
  const letWrite = new LetWrite();
  const api = letWrite.guard(stubEngine({ exportArticles: () => Promise.resolve(done) }).api);
  const written = api.exportArticles({ ...order, path: '/out' });
  letWrite.let('/out');
  expect(await written).toEqual(done);
  expect(await api.exportArticles({ ...order, path: '/out' })).toEqual(done);
});

it('writes nowhere else', async () => {
  const letWrite = new LetWrite();
  letWrite.let('/out');
  const api = letWrite.guard(stubEngine({ exportArticles: () => Promise.resolve(done) }).api);
  for (const path of ['/out/more', '/etc/passwd', null]) {
    await expect(api.exportArticles({ ...order, path })).rejects.toMatchObject({
      failure: { code: 'bad-request', message: saying('Nobody chose this place') },
    });
  }
});

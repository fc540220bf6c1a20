import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../../electron/engine/create-engine.ts';
import { sourceId } from '../../../electron/contract/ids.ts';
import { PressFolder } from '../../support/press-folder.ts';
import { zipOf } from '../../support/zip-of.ts';

const of = { source: sourceId(1) };
let press: PressFolder;
let engine: Engine;

beforeEach(async () => {
  press = new PressFolder();
  write('one.txt', 'Ferry stops\n\nNo boat runs until Monday, the operator said.');
  write('note.md', '---\ntitle: Water\ntags: [harbour, "Council/Zirin"]\n---\n\nWater is back in Zirin.');
  write('list.csv', 'title,text\nOne,First words\nTwo,Second words\n');
  write('empty.txt', '');
  write('void.txt', '');
  write('odd.json', '{"a": 1}');
  write('mail.mbox', message('a', 'Inbox,Harbour,"Water, boats"') + message('b', 'Unread'));
  write(
    'all.zip',
    zipOf({ name: 'in.html', content: Buffer.from('<h1>Bridge</h1><p>It is open again.</p>') }),
  );
  engine = await press.read();
});

afterEach(async () => {
  await press.close();
});

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(join(press.root, 'press', name), content);
}

function message(id: string, labels: string): string {
  return `From a@example.org Mon Apr 07 14:31:02 2025
Message-ID: <${id}@example.org>
From: Ada <a@example.org>
Subject: News ${id}
Date: Mon, 7 Apr 2025 14:31:02 +0000
X-Gmail-Labels: ${labels}

Words of message ${id}.

`;
}

async function tags(): Promise<readonly (readonly [string, number])[]> {
  return (await engine.api.listTags({})).map(({ name, articles }) => [name, articles]);
}

test('a source says what was read as what, what could not be, and why', async () => {
  const report = await engine.api.sourceReport(of);
  expect(report.formats).toEqual([
    { format: 'csv', files: 1, articles: 2, failed: 0 },
    { format: 'mbox', files: 1, articles: 2, failed: 0 },
    { format: 'markdown', files: 1, articles: 1, failed: 0 },
    { format: 'txt', files: 1, articles: 1, failed: 0 },
    { format: 'html', files: 0, articles: 1, failed: 0 },
    { format: 'zip', files: 1, articles: 0, failed: 0 },
    { format: '', files: 0, articles: 0, failed: 2 },
    { format: 'json', files: 0, articles: 0, failed: 1 },
  ]);
  expect(report.encodings).toEqual([{ encoding: 'utf-8', articles: 7 }]);
  expect(report.tables.map(({ path, articles }) => [path.slice(-8), articles])).toEqual([
    ['list.csv', 2],
    ['odd.json', 0],
  ]);
  const [empty] = await engine.api.failureGroups(of);
  expect([empty?.code, empty?.reason, empty?.failures.length]).toEqual(['empty', 'it has no bytes', 2]);
  write('empty.txt', 'Not empty any more\n\nThere are words in it.');
  await engine.api.retryFailures({ failures: empty?.failures ?? [] });
  await engine.api.importFinished({});
  expect((await engine.api.failureGroups({ source: null })).map(({ failures }) => failures.length)).toEqual([
    1, 1,
  ]);
});

test('labels of files are offered, and become tags in one act that can be taken back, and stay with articles that are given back', async () => {
  const { labels } = await engine.api.sourceReport(of);
  expect(labels).toEqual([
    { label: 'Council/Zirin', articles: 1 },
    { label: 'Harbour', articles: 1 },
    { label: 'Water, boats', articles: 1 },
    { label: 'harbour', articles: 1 },
  ]);
  const { changed } = await engine.api.tagByLabels({ ...of, labels: labels.map(({ label }) => label) });
  expect(changed).toBe(2);
  expect(await tags()).toEqual([
    ['Council/Zirin', 1],
    ['Harbour', 2],
    ['Water, boats', 1],
  ]);
  await engine.api.undo({});
  expect(await tags()).toEqual([]);
  const { hits } = await engine.api.search({
    ...{ query: '"message a"', grammar: 'news', sort: 'relevance', offset: 0, limit: 1, typing: false },
    filter: { tags: [], sources: [], untagged: false },
  });
  const ids = hits.map(({ id }) => id);
  await engine.api.removeArticles({ selection: { ids } });
  await engine.api.undoRemoval({});
  const [id] = ids;
  expect(id === undefined ? [] : (await engine.api.article({ id, resultSet: null })).labels).toEqual([
    'Harbour',
    'Water, boats',
  ]);
  expect((await engine.api.sourceReport(of)).formats[1]).toMatchObject({ format: 'mbox', articles: 2 });
});
